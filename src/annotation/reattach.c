/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "annotation/reattach.h"

#include "probe_priv.h"

#include <stdlib.h>
#include <string.h>

#define CANDIDATES 16
#define NEIGHBOUR 24 /* characters of another paragraph that say which it is */
#define SHORT 32 /* characters that say little without their paragraph's ends */

const char *
reattach_name(enum reattach_result result)
{
	static const char *const names[REATTACH_RESULTS] = { "same", "moved", "changed", "orphan" };

	return names[result];
}

struct words
reattach_words(enum reattach_result result)
{
	static const struct words words[REATTACH_RESULTS] = { { { "same", "未变" } },
		                                              { { "moved", "已移位" } },
		                                              { { "changed", "原文有改动" } },
		                                              { { "orphan", "失去原处" } } };

	return words[result];
}

/* Where a window of the anchor lies in the text. */
struct spot {
	bool is_sure;
	bool has_any;      /* there is at least a guess */
	size_t end;        /* one past the window */
	size_t errors;
};

struct search {
	const struct flat *f;
	const struct note *note;
	const struct probe *probe;
};

static size_t
at_most(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Errors of what stood outside the paragraph, near where it should stand now. */
static size_t
outer_errors(const struct search *s, size_t start, size_t end)
{
	const struct probe *p = s->probe;
	size_t before = p->before.n + p->before.n / 2, behind = p->behind.n + p->behind.n / 2;

	return approx_least(p->before, flat_text(s->f, start > before ? start - before : 0, start)) +
	       approx_least(p->behind, flat_text(s->f, end, end + behind));
}

/* One of the two sides is still there; true if nothing was kept of either. */
static bool
outer_agrees(const struct search *s, size_t start, size_t end)
{
	const struct probe *p = s->probe;
	size_t before = p->before.n + p->before.n / 2, behind = p->behind.n + p->behind.n / 2;
	struct approx_text left = flat_text(s->f, start > before ? start - before : 0, start);
	struct approx_text right = flat_text(s->f, end, end + behind);

	if (p->before.n + p->behind.n == 0)
		return true;
	return (p->before.n > 0 && approx_least(p->before, left) * 10 <= p->before.n * 3) ||
	       (p->behind.n > 0 && approx_least(p->behind, right) * 10 <= p->behind.n * 3);
}

static bool
is_here(const struct search *s, size_t start)
{
	const struct approx_text *p = &s->probe->text;

	return start <= s->f->n && p->n <= s->f->n - start &&
	       memcmp(s->f->v + start, p->v, p->n * sizeof *p->v) == 0;
}

/* Few characters say little: they must fill their paragraph as they did. */
static bool
fills_as_before(const struct search *s, size_t start, size_t end)
{
	const struct flat *f = s->f;
	size_t block = f->from[start].block;

	return s->probe->text.n >= SHORT ||
	       ((!s->probe->at_start || start == f->start[block]) &&
	        (!s->probe->at_end || end == f->n || f->from[end].block != f->from[end - 1].block));
}

static size_t
named_block(const struct search *s)
{
	struct slice eid = s->note->eid;
	size_t bang = slice_find_byte(eid, '!', 0);

	if (bang == SLICE_NONE)
		return doc_find_eid(s->f->doc, slice_from(NULL), eid);
	return doc_find_eid(s->f->doc, slice_sub(eid, 0, bang), slice_skip(eid, bang + 1));
}

/* Where the window would start if nothing had changed in this block. */
static size_t
expected(const struct search *s, size_t block)
{
	const struct probe *p = s->probe;
	struct slice text = doc_block(s->f->doc, block)->text;
	size_t start = s->f->start[block], quote;

	if (p->start == SLICE_NONE)
		return SLICE_NONE;
	if (p->at_start)
		return start;
	quote = flat_at(s->f, (struct place){ block, utf8_offset(text, (size_t)s->note->start) });
	return quote >= p->start ? quote - p->start : SLICE_NONE;
}

/* All words and surroundings where they were; what was not the only one of its kind needs its
 * neighbours too. */
static bool
find_in_place(const struct search *s, struct spot *out)
{
	size_t blocks[2] = { named_block(s), (size_t)s->note->block };

	for (int i = 0; i < 2; i++) {
		size_t start, end;

		if (blocks[i] >= s->f->doc->n_blocks)
			continue;
		start = expected(s, blocks[i]);
		if (start == SLICE_NONE || !is_here(s, start))
			continue;
		end = start + s->probe->text.n;
		if (!fills_as_before(s, start, end) ||
		    (s->note->rival <= 0 && outer_errors(s, start, end) * 24 > s->probe->before.n + s->probe->behind.n))
			continue;
		*out = (struct spot){ .is_sure = true, .has_any = true, .end = end };
		return true;
	}
	return false;
}

/* Ends of exact matches, at most CANDIDATES; gives how many. */
static size_t
find_exact(const struct search *s, size_t *ends)
{
	codepoint first = s->probe->text.v[0];
	size_t n = 0;

	for (size_t i = 0; i + s->probe->text.n <= s->f->n && n < CANDIDATES; i++)
		if (s->f->v[i] == first && is_here(s, i) &&
		    fills_as_before(s, i, i + s->probe->text.n))
			ends[n++] = i + s->probe->text.n;
	return n;
}

/* Of passages that are the same word for word the one with our neighbours, if it stands out. */
static void
choose_by_outer(const struct search *s, const size_t *ends, size_t n, struct spot *out)
{
	const struct probe *p = s->probe;
	size_t least = SLICE_NONE, second = SLICE_NONE, outer = p->before.n + p->behind.n;

	for (size_t i = 0; i < n; i++) {
		size_t errors = outer_errors(s, ends[i] - p->text.n, ends[i]);

		if (errors < least) {
			second = least;
			least = errors;
			out->end = ends[i];
		} else if (errors < second) {
			second = errors;
		}
	}
	out->has_any = true;
	out->is_sure = n < CANDIDATES && outer > 0 && least * 6 <= outer && second - least >= 4 &&
	               (second - least) * 7 >= outer;
}

/*
 * There was another passage that is the same: each that is nearly so may be ours, also when noise has
 * left only the other one as it was.  One that is the same and one with our neighbours are for a person
 * to choose from.
 */
static bool
find_among_same(const struct search *s, struct spot *out)
{
	const struct probe *p = s->probe;
	struct approx_hit hits[CANDIDATES];
	size_t least = SLICE_NONE, second = SLICE_NONE, outer = p->before.n + p->behind.n, found;
	struct approx *a = approx_new(p->text);
	bool has_exact = false;

	found = approx_search(a, flat_text(s->f, 0, s->f->n), p->text.n / 8, hits, CANDIDATES);
	approx_free(a);
	for (size_t i = 0; i < at_most(found, CANDIDATES); i++) {
		size_t start = hits[i].end > p->text.n ? hits[i].end - p->text.n : 0;
		size_t errors = hits[i].errors + outer_errors(s, start, hits[i].end);

		has_exact = has_exact || hits[i].errors == 0;
		if (errors < least) {
			second = least;
			least = errors;
			out->end = hits[i].end;
			out->errors = hits[i].errors;
		} else if (errors < second) {
			second = errors;
		}
	}
	out->has_any = found > 0;
	out->is_sure = found > 0 && found < CANDIDATES && outer > 0 && least * 6 <= outer &&
	               second - least >= 4 && (second - least) * 7 >= outer &&
	               (!has_exact || out->errors == 0);
	return found > 0;
}

static bool
find_elsewhere(const struct search *s, struct spot *out)
{
	size_t ends[CANDIDATES], n;

	*out = (struct spot){ .errors = 0 };
	if (s->note->rival == 0)
		return find_among_same(s, out);
	n = find_exact(s, ends);
	if (n == 0)
		return false;
	if (n > 1) {
		choose_by_outer(s, ends, n, out);
		return true;
	}
	out->has_any = true;
	out->end = ends[0];
	out->is_sure = true;
	return true;
}

/*
 * The most similar passage is ours if it differs by less than half of what the passage most like ours
 * did when the anchor was made: were ours gone, that one would be the most similar.  Where that one
 * is seen to be there as well, with about as many errors as it had, it is enough to be clearly
 * nearer.
 */
static bool
is_near_enough(const struct search *s, size_t errors, size_t second)
{
	size_t n = s->probe->text.n;
	size_t rival = s->note->rival < 0 ? n / 4 : (size_t)s->note->rival;
	size_t half = rival / 2 < 2 ? 2 : rival / 2;
	size_t margin = at_most(half, n / 25 < 2 ? 2 : n / 25);
	size_t ahead = second == SLICE_NONE ? SLICE_NONE : second - errors;

	if (errors * 5 > n * 2 || ahead < margin)
		return false;
	return errors * 2 < rival || (ahead >= half && second <= rival + rival / 4 + 1);
}

/* Side by side with what it was between, a paragraph may be reworded further. */
static bool
is_between_the_same(const struct search *s, const struct spot *spot, size_t second)
{
	const struct probe *p = s->probe;
	size_t before = p->before.n + p->before.n / 4, behind = p->behind.n + p->behind.n / 4;
	size_t n = p->text.n, *at, start;

	if (!p->at_start || !p->at_end || p->before.n < NEIGHBOUR || p->behind.n < NEIGHBOUR ||
	    spot->errors * 9 > n * 5 || (second != SLICE_NONE && second - spot->errors < 1 + n / 25))
		return false;
	at = mem_resize(NULL, (n + 1) * sizeof *at);
	approx_align(p->text, flat_text(s->f, 0, s->f->n), spot->end, spot->errors, at, NULL);
	start = at[0];
	free(at);
	return approx_least(p->before, flat_text(s->f, start > before ? start - before : 0, start)) * 8 <=
	               p->before.n &&
	       approx_least(p->behind, flat_text(s->f, spot->end, spot->end + behind)) * 8 <= p->behind.n;
}

static void
find_similar(const struct search *s, struct spot *out)
{
	struct approx_hit hits[CANDIDATES];
	size_t n = s->probe->text.n, found, second = SLICE_NONE, start;
	struct approx *a = approx_new(s->probe->text);

	*out = (struct spot){ .errors = SLICE_NONE };
	found = approx_search(a, flat_text(s->f, 0, s->f->n), n * 3 / 5, hits, CANDIDATES);
	approx_free(a);
	for (size_t i = 0; i < at_most(found, CANDIDATES); i++)
		if (hits[i].errors < out->errors) {
			second = out->errors;
			out->errors = hits[i].errors;
			out->end = hits[i].end;
		} else if (hits[i].errors < second) {
			second = hits[i].errors;
		}
	out->has_any = found > 0;
	if (!out->has_any)
		return;
	start = out->end > n ? out->end - n : 0;
	out->is_sure = (is_near_enough(s, out->errors, second) &&
	                (out->errors * 8 <= n || outer_agrees(s, start, out->end))) ||
	               is_between_the_same(s, out, second);
}

static struct spot
find_spot(const struct search *s)
{
	struct spot spot;

	if (!find_in_place(s, &spot) && !find_elsewhere(s, &spot))
		find_similar(s, &spot);
	return spot;
}

/* Where the quotation lies: SLICE_NONE for an end that is in another window. */
struct bounds {
	size_t from, to;
	size_t there, of; /* characters of it that are still there, of those in this window */
};

static struct bounds
bounds_of(const struct search *s, const struct spot *spot)
{
	const struct probe *p = s->probe;
	size_t *at = mem_resize(NULL, (p->text.n + 1) * sizeof *at);
	bool *is_kept = mem_resize(NULL, p->text.n * sizeof *is_kept);
	size_t start = p->start == SLICE_NONE ? 0 : p->start;
	size_t end = p->end == SLICE_NONE ? p->text.n : p->end;
	struct bounds b = { .of = end - start };

	approx_align(p->text, flat_text(s->f, 0, s->f->n), spot->end, spot->errors, at, is_kept);
	for (size_t i = start; i < end; i++)
		b.there += is_kept[i];
	/* What was put in at its ends is no part of it. */
	b.from = p->start == SLICE_NONE ? SLICE_NONE : at[start];
	b.to = p->end == SLICE_NONE ? SLICE_NONE : at[end - 1] + (is_kept[end - 1] || at[end] > at[end - 1]);
	free(at);
	free(is_kept);
	return b;
}

static void
add_bounds(struct bounds *all, struct bounds b)
{
	all->from = b.from != SLICE_NONE ? b.from : all->from;
	all->to = b.to != SLICE_NONE ? b.to : all->to;
	all->there += b.there;
	all->of += b.of;
}

/* The words of the note between these characters, folded; then as they are written. */
static bool
is_same_text(const struct flat *f, const struct note *note, struct bounds b)
{
	size_t n;
	codepoint *quote = flat_fold(note->quote, &n);
	bool same = n == b.to - b.from && memcmp(quote, f->v + b.from, n * sizeof *quote) == 0;

	free(quote);
	return same;
}

static bool
is_same_place(const struct flat *f, const struct note *note, struct anchor_range range)
{
	struct arena arena = { 0 };
	struct note now = { 0 };
	struct flat none = { .doc = f->doc }; /* how much others are like it does not matter here */
	bool same;

	anchor_to_range(&none, range, note->scope, &arena, &now);
	same = slice_eq(now.eid, note->eid) && slice_eq(now.upto, note->upto) &&
	       (note->eid.len > 0 || now.block == note->block);
	arena_release(&arena);
	return same;
}

/* A paragraph is all of its block, whatever was put in at its ends; but not one that it has become
 * a part of. */
static struct anchor_range
range_of(const struct flat *f, const struct note *note, struct bounds b)
{
	struct anchor_range range = { flat_place(f, b.from), flat_end(f, b.to) };
	size_t all = f->start[range.to.block + 1] - f->start[range.from.block];

	if (note->scope == NOTE_PARAGRAPH && all * 2 <= 3 * (b.to - b.from)) {
		range.from.byte = 0;
		range.to.byte = doc_block(f->doc, range.to.block)->text.len;
	}
	return range;
}

static void
judge(const struct flat *f, const struct note *note, struct bounds b, bool is_sure,
      struct reattach_found *out)
{
	size_t spread = b.to - b.from;

	out->has_range = b.from < b.to && b.to <= f->n;
	if (!out->has_range)
		return;
	out->range = range_of(f, note, b);
	b.from = flat_at(f, out->range.from);
	b.to = flat_at(f, out->range.to);
	if (!is_sure || b.there * 2 < b.of || spread > 2 * (size_t)utf8_count(note->quote) + 16)
		return;
	if (!is_same_text(f, note, b))
		out->result = REATTACH_CHANGED;
	else
		out->result = is_same_place(f, note, out->range) ? REATTACH_SAME : REATTACH_MOVED;
}

void
reattach_find(const struct flat *f, const struct note *note, struct reattach_found *out)
{
	struct bounds all = { SLICE_NONE, SLICE_NONE, 0, 0 };
	struct probes probes;
	bool is_sure = true;

	*out = (struct reattach_found){ .result = REATTACH_ORPHAN };
	if (note->scope == NOTE_DOCUMENT) {
		out->result = REATTACH_SAME;
		return;
	}
	probes_make(note, &probes);
	for (size_t i = 0; i < probes.n; i++) {
		struct search s = { f, note, &probes.v[i] };
		struct spot spot = flat_is_empty(f) ? (struct spot){ 0 } : find_spot(&s);

		is_sure = is_sure && spot.is_sure;
		if (spot.has_any)
			add_bounds(&all, bounds_of(&s, &spot));
	}
	if (all.from != SLICE_NONE && all.to != SLICE_NONE)
		judge(f, note, all, is_sure, out);
	probes_release(&probes);
}

static bool
is_whole(const struct doc *d, struct anchor_range range)
{
	return range.from.byte == 0 && range.to.byte == doc_block(d, range.to.block)->text.len;
}

void
reattach_apply(const struct flat *f, const struct reattach_found *found, struct arena *arena,
               struct note *note)
{
	struct note now = *note;
	enum note_scope scope = note->scope;

	note->edition = arena_copy(arena, slice_from(f->doc->sha256));
	if (note->scope == NOTE_DOCUMENT)
		return;
	if (found->has_range && !is_whole(f->doc, found->range))
		scope = NOTE_WORDS;
	switch (found->result) {
	case REATTACH_SAME:
	case REATTACH_MOVED:
		anchor_to_range(f, found->range, scope, arena, note);
		break;
	case REATTACH_CHANGED:
		anchor_to_range(f, found->range, scope, arena, &now);
		now.quote = note->quote;
		now.prefix = note->prefix;
		now.suffix = note->suffix;
		now.rival = note->rival;
		now.state = NOTE_CHANGED;
		*note = now;
		break;
	case REATTACH_ORPHAN:
	case REATTACH_RESULTS:
		note->state = NOTE_ORPHAN;
		break;
	}
}
