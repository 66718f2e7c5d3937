/* SPDX-License-Identifier: ISC */
/*
 * word/styles.xml and word/numbering.xml.
 */
#include "config.h"

#include "docx_priv.h"

#include <string.h>

#define LISTS_MOST 20000
#define BASES_MOST 16 /* styles based on each other */

static long
value_of(const char **attributes, const char *name, long otherwise)
{
	const char *text = docx_attribute(attributes, name);
	bool negative = text && text[0] == '-';
	long value;

	if (!text || slice_number(slice_from(text + negative), &value) == 0)
		return otherwise;
	return negative ? -value : value;
}

static struct slice
copy_of(struct docx_styles *s, const char **attributes, const char *name)
{
	return arena_copy(&s->arena, slice_from(docx_attribute(attributes, name)));
}

/* ------------------------------------------------------------------ styles */

struct style_part {
	struct docx_styles *s;
	bool open;
	bool in_run; /* rPr of the style: bold is meant here only */
};

static void
open_style(struct style_part *p, const char **attributes)
{
	const char *type = docx_attribute(attributes, "type");
	const char *standard = docx_attribute(attributes, "default");
	struct docx_style style = { .number = -1, .level = -1, .outline = -1, .bold = -1 };

	p->open = type && strcmp(type, "paragraph") == 0 && p->s->styles.n < LISTS_MOST;
	if (!p->open)
		return;
	style.id = copy_of(p->s, attributes, "styleId");
	VEC_PUSH(&p->s->styles, style);
	*map_at(&p->s->by_id, style.id) = (long)p->s->styles.n;
	if (standard && strcmp(standard, "0") != 0 && p->s->normal.len == 0)
		p->s->normal = style.id;
}

static void
style_start(void *context, const char *name, const char **attributes)
{
	struct style_part *p = context;
	struct docx_style *style = p->s->styles.n > 0 ? &p->s->styles.v[p->s->styles.n - 1] : NULL;

	if (strcmp(name, "style") == 0)
		open_style(p, attributes);
	else if (!p->open || !style)
		return;
	else if (strcmp(name, "name") == 0)
		style->name = copy_of(p->s, attributes, "val");
	else if (strcmp(name, "basedOn") == 0)
		style->based_on = copy_of(p->s, attributes, "val");
	else if (strcmp(name, "numId") == 0)
		style->number = value_of(attributes, "val", 0);
	else if (strcmp(name, "ilvl") == 0)
		style->level = (int)value_of(attributes, "val", 0);
	else if (strcmp(name, "outlineLvl") == 0)
		style->outline = (int)value_of(attributes, "val", -1);
	else if (strcmp(name, "b") == 0)
		style->bold = docx_is_on(attributes);
}

static void
style_end(void *context, const char *name)
{
	struct style_part *p = context;

	if (strcmp(name, "style") == 0)
		p->open = false;
}

struct docx_style
docx_style_of(const struct docx_styles *s, struct slice id)
{
	struct docx_style all = { .id = id, .number = -1, .level = -1, .outline = -1, .bold = -1 };

	if (id.len == 0)
		id = s->normal;
	for (int n = 0; n < BASES_MOST && id.len > 0; n++) {
		const long *at = map_find(&s->by_id, id);
		const struct docx_style *style;

		if (!at)
			break;
		style = &s->styles.v[*at - 1];
		if (all.name.len == 0)
			all.name = style->name;
		if (all.number < 0) {
			all.number = style->number;
			all.level = style->level;
		}
		if (all.outline < 0)
			all.outline = style->outline;
		if (all.bold < 0)
			all.bold = style->bold;
		id = style->based_on;
	}
	return all;
}

/* --------------------------------------------------------------- numbering */

struct list_part {
	struct docx_styles *s;
	struct docx_list *list;     /* open */
	struct docx_number *number; /* open */
	struct docx_level *level;
	int at;                     /* its place */
	struct map by_id;           /* of abstract lists, plus 1 */
	struct arena keys;
};

static long *
list_at(struct list_part *p, long id)
{
	return map_at(&p->by_id, arena_printf(&p->keys, "%ld", id));
}

static void
open_list(struct list_part *p, const char **attributes)
{
	struct docx_list list = { .id = value_of(attributes, "abstractNumId", -1) };

	p->list = NULL;
	if (p->s->lists.n >= LISTS_MOST)
		return;
	for (int i = 0; i < DOCX_LEVELS; i++)
		list.level[i].start = 1;
	VEC_PUSH(&p->s->lists, list);
	p->list = &p->s->lists.v[p->s->lists.n - 1];
	*list_at(p, list.id) = (long)p->s->lists.n;
}

static void
open_number(struct list_part *p, const char **attributes)
{
	struct docx_number number = { .id = value_of(attributes, "numId", -1), .list = SLICE_NONE };

	p->number = NULL;
	p->list = NULL;
	if (p->s->numbers.n >= LISTS_MOST)
		return;
	for (int i = 0; i < DOCX_LEVELS; i++)
		number.override[i] = -1;
	VEC_PUSH(&p->s->numbers, number);
	p->number = &p->s->numbers.v[p->s->numbers.n - 1];
}

/* A level of a list, or one that a number puts in its place: then the list is copied for it. */
static void
open_level(struct list_part *p, const char **attributes)
{
	long at = value_of(attributes, "ilvl", -1);

	p->level = NULL;
	if (at < 0 || at >= DOCX_LEVELS)
		return;
	p->at = (int)at;
	if (p->number && p->number->list != SLICE_NONE && p->s->lists.n < LISTS_MOST) {
		struct docx_list copy = p->s->lists.v[p->number->list];

		VEC_PUSH(&p->s->lists, copy);
		p->number->list = p->s->lists.n - 1;
		p->list = &p->s->lists.v[p->s->lists.n - 1];
	}
	if (p->list)
		p->level = &p->list->level[at];
}

static void
list_start(void *context, const char *name, const char **attributes)
{
	struct list_part *p = context;

	if (strcmp(name, "abstractNum") == 0) {
		open_list(p, attributes);
	} else if (strcmp(name, "num") == 0) {
		open_number(p, attributes);
	} else if (strcmp(name, "abstractNumId") == 0 && p->number) {
		long at = *list_at(p, value_of(attributes, "val", -1));

		p->number->list = at > 0 ? (size_t)at - 1 : SLICE_NONE;
	} else if (strcmp(name, "lvlOverride") == 0) {
		p->at = (int)value_of(attributes, "ilvl", -1);
	} else if (strcmp(name, "startOverride") == 0) {
		if (p->number && p->at >= 0 && p->at < DOCX_LEVELS)
			p->number->override[p->at] = value_of(attributes, "val", 1);
	} else if (strcmp(name, "lvl") == 0) {
		open_level(p, attributes);
	} else if (!p->level) {
		return;
	} else if (strcmp(name, "start") == 0) {
		p->level->start = value_of(attributes, "val", 1);
	} else if (strcmp(name, "numFmt") == 0) {
		p->level->format = copy_of(p->s, attributes, "val");
	} else if (strcmp(name, "lvlText") == 0) {
		p->level->text = copy_of(p->s, attributes, "val");
	}
}

static void
list_end(void *context, const char *name)
{
	struct list_part *p = context;

	if (strcmp(name, "lvl") == 0)
		p->level = NULL;
	else if (strcmp(name, "num") == 0)
		p->number = NULL;
	else if (strcmp(name, "abstractNum") == 0)
		p->list = NULL;
}

void
docx_styles_read(struct docx_styles *s, struct docx_archive *a)
{
	struct style_part styles = { .s = s };
	struct list_part lists = { .s = s };
	struct buf part = { 0 };

	if (docx_part(a, "word/styles.xml", &part))
		(void)docx_parse(buf_slice(&part),
		                 &(struct docx_handler){ style_start, style_end, NULL, &styles });
	if (docx_part(a, "word/numbering.xml", &part))
		(void)docx_parse(buf_slice(&part),
		                 &(struct docx_handler){ list_start, list_end, NULL, &lists });
	map_release(&lists.by_id);
	arena_release(&lists.keys);
	buf_release(&part);
}

void
docx_styles_release(struct docx_styles *s)
{
	VEC_RELEASE(&s->styles);
	VEC_RELEASE(&s->lists);
	VEC_RELEASE(&s->numbers);
	map_release(&s->by_id);
	arena_release(&s->arena);
}

static struct docx_number *
find_number(struct docx_styles *s, long id)
{
	for (size_t i = 0; i < s->numbers.n; i++)
		if (s->numbers.v[i].id == id)
			return &s->numbers.v[i];
	return NULL;
}

void
docx_count(struct docx_styles *s, long number, int level, struct buf *label)
{
	struct docx_number *n = find_number(s, number);
	struct docx_list *list;

	if (!n || n->list >= s->lists.n || level < 0 || level >= DOCX_LEVELS)
		return;
	list = &s->lists.v[n->list];
	/* A level that was left out counts from its start. */
	for (int i = 0; i < level; i++)
		if (!list->started[i]) {
			list->count[i] = list->level[i].start;
			list->started[i] = true;
		}
	if (n->override[level] >= 0 && !n->used[level])
		list->count[level] = n->override[level];
	else if (!list->started[level])
		list->count[level] = list->level[level].start;
	else
		list->count[level]++;
	n->used[level] = list->started[level] = true;
	for (int i = level + 1; i < DOCX_LEVELS; i++)
		list->started[i] = false;
	docx_format(list, level, label);
}
