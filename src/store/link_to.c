/* SPDX-License-Identifier: ISC */
/*
 * Who cites a document or a place in it.
 *
 * A document is cited under all its symbols, and as the treaty or the resolution that it holds: each
 * is an alias, a key together with the place that it stands for.
 */
#include "config.h"

#include "store/link.h"

#include "cite/target.h"
#include "library_priv.h"
#include "link_priv.h"
#include "text/numeral.h"

#include <stdlib.h>
#include <string.h>

#define RANGE_MOST 1000 /* paragraphs of one range that are counted each */

struct alias {
	struct slice key, place;
};
struct wanted {
	struct slice place;
	VEC(struct alias) aliases;
	VEC(int64_t) own; /* the documents themselves, rising */
};

static bool
is_component(struct slice place)
{
	return place.len == 0 || place.p[place.len - 1] == '!';
}

static enum status
read_own(struct library *l, struct slice key, struct wanted *w, struct err *err)
{
	sqlite3_stmt *s = library_ask(l, QUERY_HOLDER_IDS, key, err);
	int code;

	if (!s)
		return db_failed(err);
	while ((code = sqlite3_step(s)) == SQLITE_ROW)
		VEC_PUSH(&w->own, sqlite3_column_int64(s, 0));
	return db_end(l->db, s, code, err);
}

/* "treaty:x#art_9" is the place "annex_1!art_9" of the document that holds the treaty. */
static enum status
shift_place(struct library *l, struct slice key, struct arena *arena, struct wanted *w,
            struct err *err)
{
	sqlite3_stmt *s = library_ask(l, QUERY_HOLDER_PLACE, key, err);
	int code;

	if (!s)
		return db_failed(err);
	code = sqlite3_step(s);
	if (code == SQLITE_ROW) {
		struct slice base = db_column_text(s, 0, arena);

		if (is_component(base))
			w->place = arena_printf(arena, "%.*s%.*s", SLICE_ARG(base), SLICE_ARG(w->place));
		else
			w->place = base;
	}
	return db_end(l->db, s, code, err);
}

static enum status
read_aliases(struct library *l, struct slice key, struct arena *arena, struct wanted *w,
             struct err *err)
{
	sqlite3_stmt *s = library_ask(l, QUERY_ALIASES, key, err);
	int code;

	if (!s)
		return db_failed(err);
	while ((code = sqlite3_step(s)) == SQLITE_ROW)
		VEC_PUSH(&w->aliases, ((struct alias){ db_column_text(s, 0, arena),
		                                       db_column_text(s, 1, arena) }));
	if (w->aliases.n == 0)
		VEC_PUSH(&w->aliases, ((struct alias){ key, slice_from(NULL) }));
	return db_end(l->db, s, code, err);
}

static enum status
find_wanted(struct library *l, struct slice key, struct slice place, struct arena *arena,
            struct wanted *w, struct err *err)
{
	enum status status;

	w->place = place;
	status = read_own(l, key, w, err);
	if (status == STATUS_OK)
		status = shift_place(l, key, arena, w, err);
	if (status == STATUS_OK)
		status = read_aliases(l, key, arena, w, err);
	return status;
}

static void
release(struct wanted *w)
{
	VEC_RELEASE(&w->aliases);
	VEC_RELEASE(&w->own);
}

static bool
is_own(const struct wanted *w, int64_t document)
{
	size_t low = 0, high = w->own.n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (w->own.v[middle] == document)
			return true;
		if (w->own.v[middle] < document)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

/* What is to be asked under the alias; false if the place wanted lies elsewhere. */
static bool
place_under(const struct alias *a, struct slice wanted, struct slice *place)
{
	*place = wanted;
	if (a->place.len == 0)
		return true;
	*place = slice_from(NULL);
	if (wanted.len == 0 || target_within(a->place, wanted))
		return true;
	if (!target_within(wanted, a->place))
		return false;
	if (is_component(a->place))
		*place = slice_skip(wanted, a->place.len);
	return true;
}

/* "para_12" of "annex_1!para_12__subpara_a": what comes before the number, and the number. */
static bool
read_step(struct slice eid, struct slice *stem, long *number)
{
	size_t at = eid.len;
	struct slice last;

	while (at > 0 && eid.p[at - 1] != '_')
		at--;
	*stem = slice_sub(eid, 0, at);
	last = slice_skip(eid, at);
	if (slice_number(last, number) == last.len && last.len > 0)
		return true;
	if (numeral_roman(last, number) == last.len && last.len > 0)
		return true;
	*number = last.len == 1 ? last.p[0] : 0;
	return last.len == 1;
}

struct range {
	struct slice stem;
	long first, last;
};

/* "para_3" to "para_5"; "annex_1!para_3" to "para_5". */
static bool
read_range(struct slice place, struct slice upto, struct range *r)
{
	size_t mark = slice_find_byte(place, '!', 0);
	struct slice bare = mark == SLICE_NONE ? place : slice_skip(place, mark + 1), stem, end;

	if (upto.len == 0 || !read_step(place, &r->stem, &r->first) || !read_step(upto, &end, &r->last))
		return false;
	stem = slice_skip(r->stem, place.len - bare.len);
	return slice_eq(stem, end) && r->first <= r->last;
}

static bool
range_covers(const struct range *r, struct slice place)
{
	struct slice own = slice_sub(place, 0, r->stem.len), step, stem;
	size_t end;
	long number;

	if (!slice_eq(own, r->stem))
		return false;
	end = slice_find(place, SLICE("__"), r->stem.len);
	step = slice_sub(place, 0, end == SLICE_NONE ? place.len : end);
	return read_step(step, &stem, &number) && stem.len == r->stem.len && number >= r->first &&
	       number <= r->last;
}

/* The target of the citation that was filed there. */
static struct slice
target_filed(const struct citation *c, struct slice key, struct slice place)
{
	struct slice rest = c->target, before = rest, found = rest;
	struct buf text = { 0 };
	struct target t;

	while (target_next(&rest, &t)) {
		bool same;

		found = slice_sub(before, 0, before.len - rest.len);
		before = rest;
		buf_clear(&text);
		target_key(&t, slice_from(NULL), &text);
		same = slice_eq(buf_slice(&text), key);
		buf_clear(&text);
		target_place(&t, &text);
		if (same && slice_eq(buf_slice(&text), place))
			break;
	}
	if (slice_ends(found, ";"))
		found.len--;
	buf_release(&text);
	return found;
}

struct search {
	struct library *library;
	const struct wanted *wanted;
	struct link_reader reader;
	link_list list;
};

/* The rows of a statement that are about `place`; of ranges those that do not start in it. */
static enum status
collect(struct search *q, sqlite3_stmt *s, const struct alias *a, struct slice place, bool ranges,
        struct err *err)
{
	enum status status = STATUS_OK;
	int code;

	if (!s)
		return db_failed(err);
	while ((code = sqlite3_step(s)) == SQLITE_ROW) {
		struct slice from = db_column_kept(s, 10), upto = db_column_kept(s, 11);
		struct range range;

		if (is_own(q->wanted, sqlite3_column_int64(s, 0) >> LIBRARY_BLOCK_BITS) ||
		    target_within(from, place) == ranges)
			continue;
		if (ranges && (!read_range(from, upto, &range) || !range_covers(&range, place)))
			continue;
		status = link_read(&q->reader, s, err);
		if (status != STATUS_OK)
			break;
		q->reader.at.target = target_filed(&q->reader.at.citation, a->key, db_column_kept(s, 10));
		q->reader.at.is_held = q->wanted->own.n > 0;
		VEC_PUSH(&q->list, q->reader.at);
	}
	if (status == STATUS_OK)
		return db_end(q->library->db, s, code, err);
	sqlite3_reset(s);
	return status;
}

static enum status
collect_alias(struct search *q, const struct alias *a, struct err *err)
{
	struct slice place, above;
	enum status status;
	sqlite3_stmt *s;

	if (!place_under(a, q->wanted->place, &place))
		return STATUS_OK;
	above = arena_printf(q->reader.arena, "%.*s\xFF", SLICE_ARG(place));
	s = library_ask(q->library, QUERY_LINKS_TO, a->key, err);
	if (s) {
		db_bind_text(s, 2, place);
		db_bind_text(s, 3, above);
	}
	status = collect(q, s, a, place, false, err);
	if (status != STATUS_OK || place.len == 0)
		return status;
	return collect(q, library_ask(q->library, QUERY_RANGES_TO, a->key, err), a, place, true, err);
}

static int
compare(const void *one, const void *two)
{
	const struct link *a = one, *b = two;
	int by_symbol = slice_cmp(a->from.symbol, b->from.symbol);

	if (by_symbol != 0)
		return by_symbol;
	if (a->from.id != b->from.id)
		return a->from.id < b->from.id ? -1 : 1;
	if (a->block != b->block)
		return a->block < b->block ? -1 : 1;
	return (a->citation.start > b->citation.start) - (a->citation.start < b->citation.start);
}

/* In order, each citation once. */
static void
put_in_order(link_list *list)
{
	size_t n = 0;

	if (list->n > 0)
		qsort(list->v, list->n, sizeof *list->v, compare);
	for (size_t i = 0; i < list->n; i++)
		if (n == 0 || compare(&list->v[n - 1], &list->v[i]) != 0)
			list->v[n++] = list->v[i];
	list->n = n;
}

enum status
link_to(struct library *l, struct slice key, struct slice place, struct arena *arena,
        struct links *out, struct err *err)
{
	struct wanted wanted = { 0 };
	struct search q = { .library = l,
		            .wanted = &wanted,
		            .reader = { .library = l, .arena = arena, .block = -1 } };
	enum status status = library_begin(l, QUERY_BEGIN_READ, err);

	if (status == STATUS_OK)
		status = find_wanted(l, key, place, arena, &wanted, err);
	for (size_t i = 0; i < wanted.aliases.n && status == STATUS_OK; i++)
		status = collect_alias(&q, &wanted.aliases.v[i], err);
	status = library_end(l, status, err);
	release(&wanted);
	put_in_order(&q.list);
	link_hand_over(&q.list, arena, out);
	return status;
}

/* One paragraph that cites one place. */
struct mention {
	struct slice place;
	int64_t paragraph;
};
typedef VEC(struct mention) mention_list;

static struct slice
place_of(const struct alias *a, struct slice place, struct arena *arena)
{
	if (a->place.len == 0)
		return arena_copy(arena, place);
	if (!is_component(a->place))
		return a->place;
	return arena_printf(arena, "%.*s%.*s", SLICE_ARG(a->place), SLICE_ARG(place));
}

static void
mention(mention_list *list, const struct alias *a, struct slice place, struct slice upto,
        int64_t paragraph, struct arena *arena)
{
	struct range r;

	VEC_PUSH(list, ((struct mention){ place_of(a, place, arena), paragraph }));
	if (!read_range(place, upto, &r))
		return;
	for (long n = r.first + 1; n <= r.last && n - r.first < RANGE_MOST; n++) {
		struct slice next = byte_is_digit(upto.p[upto.len - 1])
		                            ? arena_printf(arena, "%.*s%ld", SLICE_ARG(r.stem), n)
		                            : slice_from(NULL);

		if (next.len > 0)
			VEC_PUSH(list, ((struct mention){ place_of(a, next, arena), paragraph }));
	}
}

static enum status
read_mentions(struct library *l, const struct wanted *w, const struct alias *a, struct arena *arena,
              mention_list *list, struct err *err)
{
	sqlite3_stmt *s = library_ask(l, QUERY_COUNTS, a->key, err);
	int code;

	if (!s)
		return db_failed(err);
	while ((code = sqlite3_step(s)) == SQLITE_ROW) {
		int64_t paragraph = sqlite3_column_int64(s, 2);

		if (!is_own(w, paragraph >> LIBRARY_BLOCK_BITS))
			mention(list, a, db_column_kept(s, 0), db_column_kept(s, 1), paragraph, arena);
	}
	return db_end(l->db, s, code, err);
}

static int
compare_mentions(const void *one, const void *two)
{
	const struct mention *a = one, *b = two;
	int by_place = slice_cmp(a->place, b->place);

	return by_place != 0 ? by_place : (a->paragraph > b->paragraph) - (a->paragraph < b->paragraph);
}

static void
count(mention_list *list, struct arena *arena, struct link_count **out, size_t *n)
{
	*n = 0;
	*out = ARENA_ARRAY(arena, list->n, struct link_count);
	if (list->n > 0)
		qsort(list->v, list->n, sizeof *list->v, compare_mentions);
	for (size_t i = 0; i < list->n; i++) {
		const struct mention *m = &list->v[i];

		if (i > 0 && compare_mentions(m, m - 1) == 0)
			continue;
		if (*n == 0 || !slice_eq((*out)[*n - 1].place, m->place))
			(*out)[(*n)++].place = m->place;
		(*out)[*n - 1].n++;
	}
}

enum status
link_counts(struct library *l, struct slice key, struct arena *arena, struct link_count **out,
            size_t *n, struct err *err)
{
	struct wanted wanted = { 0 };
	mention_list list = { 0 };
	enum status status = library_begin(l, QUERY_BEGIN_READ, err);

	if (status == STATUS_OK)
		status = find_wanted(l, key, slice_from(NULL), arena, &wanted, err);
	for (size_t i = 0; i < wanted.aliases.n && status == STATUS_OK; i++)
		status = read_mentions(l, &wanted, &wanted.aliases.v[i], arena, &list, err);
	status = library_end(l, status, err);
	count(&list, arena, out, n);
	release(&wanted);
	VEC_RELEASE(&list);
	return status;
}
