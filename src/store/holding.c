/* SPDX-License-Identifier: ISC */
/*
 * What can be looked up in a document: its own symbols, the resolutions and decisions whose text it
 * holds, the treaty it is the text of.
 */
#include "config.h"

#include "base/vec.h"
#include "cite/symbol.h"
#include "library_priv.h"

#include <string.h>

/* Official texts of treaties that stand in a document whose symbol does not tell. */
static const struct {
	const char *symbol, *key, *place;
} texts[] = {
#define TEXT(symbol, key, place) { symbol, key, place },
#include "treaty_text.def"
#undef TEXT
};

typedef VEC(struct holding) holding_list;

static void
add(holding_list *list, struct slice key, struct slice place)
{
	VEC_PUSH(list, ((struct holding){ key, place }));
}

static struct slice
lower(struct arena *arena, struct slice s)
{
	struct slice copy = arena_copy(arena, s);
	char *p = (char *)(uintptr_t)copy.p;

	for (size_t i = 0; i < copy.len; i++)
		p[i] = byte_to_lower(p[i]);
	return copy;
}

static void
add_symbols(const struct doc *d, struct arena *arena, holding_list *list)
{
	struct buf key = { 0 };

	for (size_t i = 0; i < d->n_symbols; i++) {
		buf_clear(&key);
		library_key(d->symbols[i], &key);
		add(list, arena_copy(arena, buf_slice(&key)), slice_from(NULL));
	}
	buf_release(&key);
}

static bool
has_articles(const struct doc *d)
{
	for (size_t i = 0; i < d->n_blocks; i++)
		if (slice_starts(doc_block(d, i)->id, "art_"))
			return true;
	return false;
}

/* A conference of plenipotentiaries bears the name of what it concludes: "CFW/CONF/2015/6" holds
 * treaty:CFW if it has articles. */
static void
add_conference(const struct doc *d, struct arena *arena, holding_list *list)
{
	struct slice root = d->n_symbols > 0 ? symbol_root(d->symbols[0]) : slice_from(NULL);

	if (!slice_ends(root, "/CONF") || !has_articles(d))
		return;
	root = slice_sub(root, 0, root.len - 5);
	if (slice_find_byte(root, '/', 0) == SLICE_NONE)
		add(list, lower(arena, arena_printf(arena, "treaty:%.*s", SLICE_ARG(root))),
		    slice_from(NULL));
}

static void
add_treaties(const struct doc *d, struct arena *arena, holding_list *list)
{
	for (size_t i = 0; i < d->n_symbols; i++)
		for (size_t k = 0; k < sizeof texts / sizeof *texts; k++)
			if (symbol_same(d->symbols[i], slice_from(texts[k].symbol)))
				add(list, slice_from(texts[k].key), slice_from(texts[k].place));
	add_conference(d, arena, list);
}

/* The number a heading starts with, "第 7/5 号决议…" or "Resolution 7/5 …"; empty if it is none. */
static struct slice
read_number(struct slice text, bool *is_decision)
{
	static const char *const before[] = { "第", "Resolution", "Decision" };
	size_t end = 0;

	for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
		if (!slice_starts(text, before[i]))
			continue;
		*is_decision = before[i][0] == 'D';
		text = slice_trim(slice_skip(text, strlen(before[i])));
		while (end < text.len && (byte_is_alnum(text.p[end]) || strchr("/.-", text.p[end])))
			end++;
		break;
	}
	return slice_sub(text, 0, end);
}

/* Who adopted what the document holds. */
static struct slice
organ_of(const struct doc *d)
{
	if (d->body.len > 0 || d->n_symbols == 0)
		return d->body;
	return symbol_root(d->symbols[0]);
}

static void
add_resolution(const struct doc *d, const struct block *b, struct arena *arena, holding_list *list)
{
	bool is_decision = false;
	struct slice number = read_number(b->text, &is_decision), rest, place;

	if (number.len == 0 || slice_find_byte(number, '/', 0) == SLICE_NONE || b->id.len == 0)
		return;
	if (slice_starts(b->text, "第")) {
		rest = slice_trim(slice_skip(b->text, (size_t)(number.p + number.len - b->text.p)));
		is_decision = slice_starts(rest, "号决定");
		if (!is_decision && !slice_starts(rest, "号决议"))
			return;
	}
	place = b->component.len == 0 ? b->id
	                              : arena_printf(arena, "%.*s!%.*s", SLICE_ARG(b->component),
	                                             SLICE_ARG(b->id));
	add(list,
	    lower(arena, arena_printf(arena, "%s:%.*s:%.*s", is_decision ? "dec" : "res",
	                              SLICE_ARG(organ_of(d)), SLICE_ARG(number))),
	    place);
}

size_t
holding_find(const struct doc *d, struct arena *arena, struct holding **out)
{
	holding_list list = { 0 };
	size_t n;

	add_symbols(d, arena, &list);
	add_treaties(d, arena, &list);
	for (size_t i = 0; organ_of(d).len > 0 && i < d->n_headings; i++)
		add_resolution(d, doc_block(d, d->headings[i]), arena, &list);
	n = list.n;
	*out = ARENA_ARRAY(arena, n, struct holding);
	if (n > 0)
		memcpy(*out, list.v, n * sizeof **out);
	VEC_RELEASE(&list);
	return n;
}
