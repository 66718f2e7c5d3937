/* SPDX-License-Identifier: ISC */
/*
 * Lists of what citations lead to: the targets of one, all of a document, those not held.
 */
#include "config.h"

#include "session_priv.h"

#include "cite/address.h"
#include "cite/wording.h"

#define SNIPPET_BEFORE 36 /* bytes of the text that are shown before a citation */
#define TARGETS_MOST 20000 /* rows of a list */

static bool
is_chinese(const struct session *s)
{
	return s->settings.ui == UI_ZH;
}

static bool
is_inside(struct slice text, size_t at)
{
	return ((unsigned char)text.p[at] & 0xC0) == 0x80;
}

/* Neither a blank nor of a script without blanks, nor one of its marks: all of these have three bytes. */
static bool
is_of_word(struct slice text, size_t at)
{
	while (at > 0 && is_inside(text, at))
		at--;
	return (unsigned char)text.p[at] > ' ' && (unsigned char)text.p[at] < 0xE0;
}

/* Of what no snippet begins with, a blank or a mark that closes; 0 if something else is there. */
static size_t
closing_len(struct slice text, size_t at)
{
	static const char *const marks[] = { " ", "\t", "\n", "，", "。", "、", "；", "：", "）", "》", "”", "’" };

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (slice_starts(slice_skip(text, at), marks[i]))
			return slice_from(marks[i]).len;
	return 0;
}

/* The next byte that cuts no word; `end` at the latest. */
static size_t
word_start(struct slice text, size_t at, size_t end)
{
	while (at > 0 && is_inside(text, at))
		at--;
	while (at < end && at > 0 && (is_inside(text, at) || (is_of_word(text, at) && is_of_word(text, at - 1))))
		at++;
	for (size_t n = 1; at < end && n > 0; at += n)
		n = closing_len(text, at);
	return at < end ? at : end;
}

struct slice
items_snippet(struct view *v, struct slice text, size_t at)
{
	size_t start;

	at = at < text.len ? at : text.len;
	start = at > SNIPPET_BEFORE ? word_start(text, at - SNIPPET_BEFORE, at) : 0;
	if (start == 0)
		return arena_copy(&v->arena, slice_sub(text, 0, 512));
	return arena_printf(&v->arena, "…%.*s", SLICE_ARG(slice_sub(text, start, start + 512)));
}

struct slice
items_label(const struct session *s, struct arena *arena, const struct doc *d, size_t block)
{
	const struct block *b = doc_block(d, block);
	size_t paragraph = doc_paragraph_of(d, block);

	if (b->kind == BLOCK_FOOTNOTE)
		return arena_printf(arena, is_chinese(s) ? "注 %.*s" : "fn. %.*s", SLICE_ARG(b->label));
	if (b->kind == BLOCK_HEADING)
		return arena_copy(arena, b->label);
	if (paragraph == SLICE_NONE)
		return slice_from(NULL);
	return arena_copy(arena, doc_block(d, paragraph)->label);
}

struct slice
items_labelled(struct view *v, struct slice label, struct slice text)
{
	if (label.len == 0)
		return text;
	return arena_printf(&v->arena, "%.*s %.*s", SLICE_ARG(label), SLICE_ARG(text));
}

/* The words of a look that a list has room for. */
static struct slice
look_words(const struct session *s, enum follow_state state, bool is_sure)
{
	if (state == FOLLOW_MISSING)
		return is_chinese(s) ? SLICE("✗ 未收藏") : SLICE("✗ not held");
	if (state == FOLLOW_OUTSIDE)
		return is_chinese(s) ? SLICE("↗ 外部") : SLICE("↗ outside");
	if (state == FOLLOW_NOWHERE)
		return SLICE("–");
	if (state == FOLLOW_PLACELESS)
		return is_chinese(s) ? SLICE("~ 无此段") : SLICE("~ no such place");
	return is_sure ? SLICE("") : is_chinese(s) ? SLICE("? 不确定") : SLICE("? uncertain");
}

struct slice
items_target(const struct session *s, struct arena *arena, struct slice target)
{
	struct buf words = { 0 };
	struct slice copy;

	wording_target(target, s->settings.ui, &words);
	copy = arena_copy(arena, buf_slice(&words));
	buf_release(&words);
	return copy;
}

/* What stands at the place of a target, if the document is open; of one that is held, its title. */
static struct slice
target_text(struct session *s, struct view *v, const struct follow_target *t)
{
	struct library_document held;
	const struct block *b;

	if (t->held != 0)
		return library_get(s->settings.library, t->held, &v->arena, &held, NULL) == STATUS_OK
		               ? held.title
		               : slice_from(NULL);
	if (t->open == SLICE_NONE)
		return t->url;
	b = doc_block(s->documents.v[t->open].reader.doc, t->place.block);
	return items_snippet(v, b->text, t->place.byte);
}

static void
add_target(struct session *s, struct view *v, const struct citation *c,
           const struct follow_target *t)
{
	struct view_item *item = items_add(v, items_target(s, &v->arena, t->text), target_text(s, v, t));

	item->target = arena_copy(&v->arena, t->text);
	item->container = arena_copy(&v->arena, c->container);
	item->url = arena_copy(&v->arena, c->url);
	item->place = session_document(s)->reader.current;
	item->note = look_words(s, t->state, c->confidence != CITATION_LOW);
}

void
items_choice(struct session *s, struct view *v)
{
	size_t current = hyperlink_current(s), n = 0;
	struct session_document *doc = session_document(s);
	struct follow_target *targets;
	const struct block *b;
	struct follow f;
	struct err err;

	if (!doc || current == SLICE_NONE)
		return;
	b = doc_block(doc->reader.doc, doc->reader.current.block);
	f = visit_follow(s, &v->arena);
	if (follow_find(&f, doc->reader.current.block, &b->citations[current], &v->arena, &targets, &n,
	                &err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	for (size_t i = 0; i < n; i++)
		add_target(s, v, &b->citations[current], &targets[i]);
}

/* Calls `add` for every target of the document that leads out of it. */
typedef void target_fn(struct session *s, struct view *v, size_t block, const struct citation *c,
                       const struct target *t, struct slice text, struct map *seen);

static bool
leads_out(const struct doc *d, const struct target *t)
{
	return t->scheme != TARGET_SELF && t->scheme != TARGET_DAMAGED && t->scheme != TARGET_OTHER &&
	       !hyperlink_is_own(d, t);
}

static void
each_target(struct session *s, struct view *v, target_fn *add, struct map *seen)
{
	struct session_document *doc = session_document(s);
	const struct doc *d = doc ? doc->reader.doc : NULL;

	for (size_t block = 0; d && block < d->n_blocks; block++) {
		const struct block *b = doc_block(d, block);

		for (size_t i = 0; i < b->n_citations && v->items.n < TARGETS_MOST; i++) {
			struct slice rest = b->citations[i].target, before = rest;
			struct target t;

			for (; target_next(&rest, &t); before = rest) {
				struct slice text = slice_sub(before, 0, before.len - rest.len);

				if (slice_ends(text, ";"))
					text.len--;
				if (leads_out(d, &t))
					add(s, v, block, &b->citations[i], &t, text, seen);
			}
		}
	}
}

static void
add_cited(struct session *s, struct view *v, size_t block, const struct citation *c,
          const struct target *t, struct slice text, struct map *seen)
{
	const struct doc *d = session_document(s)->reader.doc;
	struct slice snippet = items_snippet(v, doc_block(d, block)->text, c->start);
	struct view_item *item =
		items_add(v, items_target(s, &v->arena, text),
	                  items_labelled(v, items_label(s, &v->arena, d, block), snippet));

	(void)seen;
	item->target = arena_copy(&v->arena, text);
	item->container = arena_copy(&v->arena, c->container);
	item->url = arena_copy(&v->arena, c->url);
	item->place = (struct place){ block, c->start };
	item->note = look_words(s, hyperlink_state(s, t, c->container), c->confidence != CITATION_LOW);
	if (block < session_document(s)->reader.current.block)
		v->scroll.current = v->items.n - 1;
}

void
items_cited(struct session *s, struct view *v)
{
	each_target(s, v, add_cited, NULL);
}

/* Once for each document that is missing, and how often it is cited. */
static void
add_missing(struct session *s, struct view *v, size_t block, const struct citation *c,
            const struct target *t, struct slice text, struct map *seen)
{
	struct target whole = { .scheme = t->scheme, .name = t->name };
	struct buf buf = { 0 };
	struct slice key;
	long *n;

	if (hyperlink_state(s, t, c->container) != FOLLOW_MISSING)
		return;
	target_key(&whole, slice_from(NULL), &buf);
	key = arena_copy(&v->arena, buf_slice(&buf));
	buf_release(&buf);
	n = map_at(seen, key);
	if (++*n > 1)
		return;
	text = slice_sub(text, 0, slice_find_byte(text, '#', 0));
	text = slice_sub(text, 0, slice_find_byte(text, '!', 0));
	add_cited(s, v, block, c, t, text, seen);
	v->items.v[v->items.n - 1].symbol = key;
}

void
items_missing(struct session *s, struct view *v)
{
	struct map seen = { 0 };

	each_target(s, v, add_missing, &seen);
	v->scroll.current = 0;
	for (size_t i = 0; i < v->items.n; i++) {
		struct view_item *item = &v->items.v[i];

		item->note = arena_printf(&v->arena, is_chinese(s) ? "✗ %ld 处" : "✗ %ld×",
		                          *map_find(&seen, item->symbol));
		item->symbol = slice_from(NULL);
	}
	map_release(&seen);
}

static void
add_missing_of_all(struct session *s, struct view *v, const struct link_missing *m)
{
	struct slice language = is_chinese(s) ? SLICE("zh") : SLICE("en");
	struct buf address = { 0 };
	struct view_item *item;

	if (!address_of_target(m->target, m->container, language, &address))
		buf_add(&address, m->url);
	item = items_add(v, items_target(s, &v->arena, m->target),
	                 arena_copy(&v->arena, buf_slice(&address)));
	buf_release(&address);
	item->target = m->target;
	item->container = m->container;
	item->url = item->text;
	if (is_chinese(s))
		item->note = arena_printf(&v->arena, "✗ %zu 份文件，%zu 处", m->n_documents, m->n_citations);
	else
		item->note = arena_printf(&v->arena, "✗ %zu %s, %zu×", m->n_documents,
		                          m->n_documents == 1 ? "document" : "documents", m->n_citations);
}

void
items_missing_all(struct session *s, struct view *v)
{
	struct link_missing *missing;
	struct err err;
	size_t n = 0;

	if (!s->settings.library)
		return;
	if (link_missing(s->settings.library, 0, &v->arena, &missing, &n, &err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	for (size_t i = 0; i < n; i++)
		add_missing_of_all(s, v, &missing[i]);
}
