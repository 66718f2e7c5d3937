/* SPDX-License-Identifier: ISC */
/*
 * Strings of two to six Han characters, counted a length at a time: a longer one can only be
 * frequent where both its parts are.
 */
#include "config.h"

#include "store/term.h"

#include "base/vec.h"
#include "library_priv.h"
#include "text/fold.h"
#include "text/reading.h"
#include "text/searchfold.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST 6
#define HEADING_LONGEST 8
#define LEAST 3         /* times in a document */
#define HEADING_TIMES 3 /* a heading counts as so many */
#define MOST 24         /* strings of a document */
#define FACTOR 0x9E3779B97F4A7C15u

struct slot {
	uint64_t hash; /* 0: free */
	uint32_t n;
	uint32_t at; /* where the string is, first */
	uint32_t len;
	bool is_part; /* of a longer one that is as frequent */
};

struct term_count {
	VEC(codepoint) text; /* 0 between runs of Han */
	VEC(bool) is_frequent; /* the string of the length before this one, from here */
	struct slot *slots;
	size_t n_slots;
	VEC(struct slot) found;
	struct buf folded;
};

struct term_count *
term_count_new(void)
{
	struct term_count *t = mem_resize(NULL, sizeof *t);

	*t = (struct term_count){ 0 };
	return t;
}

void
term_count_free(struct term_count *t)
{
	VEC_RELEASE(&t->text);
	VEC_RELEASE(&t->is_frequent);
	VEC_RELEASE(&t->found);
	buf_release(&t->folded);
	free(t->slots);
	free(t);
}

/* A heading is a term if it is nothing but a few Han characters. */
static void
add_heading(struct term_count *t, size_t start)
{
	size_t len = t->text.n - start;

	if (len >= 2 && len <= HEADING_LONGEST && !memchr(t->text.v + start, 0, sizeof *t->text.v))
		VEC_PUSH(&t->found, ((struct slot){ .n = HEADING_TIMES,
		                                    .at = (uint32_t)start,
		                                    .len = (uint32_t)len }));
}

void
term_count_add(struct term_count *t, struct slice text, bool is_heading)
{
	size_t start = t->text.n;
	bool is_pure = true;

	buf_clear(&t->folded);
	searchfold_add(&t->folded, text);
	for (size_t at = 0; at < t->folded.len;) {
		codepoint c = utf8_next(buf_slice(&t->folded), &at);

		if (fold_is_han(c)) {
			VEC_PUSH(&t->text, c);
		} else if (t->text.n > start && t->text.v[t->text.n - 1] != 0) {
			VEC_PUSH(&t->text, 0);
			is_pure = false;
		}
	}
	if (is_heading && is_pure)
		add_heading(t, start);
	VEC_PUSH(&t->text, 0);
}

static uint64_t
hash_of(const struct term_count *t, size_t at, size_t len)
{
	uint64_t hash = len;

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ t->text.v[at + i]) * FACTOR;
	hash ^= hash >> 29;
	return hash ? hash : 1;
}

/* The slot of a hash, or the free one for it, of the first `n` of them. */
static struct slot *
slot_for(struct term_count *t, size_t n, uint64_t hash)
{
	size_t i = hash & (n - 1);

	while (t->slots[i].hash != 0 && t->slots[i].hash != hash)
		i = (i + 1) & (n - 1);
	return &t->slots[i];
}

static struct slot *
slot_of(struct term_count *t, size_t at, size_t len)
{
	uint64_t hash = hash_of(t, at, len);
	struct slot *slot = slot_for(t, t->n_slots, hash);

	if (slot->hash == 0)
		*slot = (struct slot){ .hash = hash, .at = (uint32_t)at, .len = (uint32_t)len };
	return slot;
}

/* Whether a string of the length from here may be frequent. */
static bool
is_likely(const struct term_count *t, size_t at, size_t len)
{
	if (len == 2)
		return t->text.v[at] != 0 && t->text.v[at + 1] != 0;
	return t->is_frequent.v[at] && t->is_frequent.v[at + 1];
}

/* 的 and the like join words and are no part of them. */
static bool
joins_words(codepoint c)
{
	static const codepoint list[] = { 0x7684, 0x4E86, 0x548C, 0x4E0E, 0x53CA, 0x6216, 0x5728, 0x5BF9,
		                          0x4E3A, 0x4EE5, 0x7B49, 0x5E76, 0x4E5F, 0x5C06, 0x5176, 0x8FD9,
		                          0x8BE5, 0x6240, 0x800C, 0x88AB, 0x628A, 0x4ECE, 0x5411, 0x4E8E };

	for (size_t i = 0; i < sizeof list / sizeof *list; i++)
		if (list[i] == c)
			return true;
	return false;
}

static bool
is_word(const struct term_count *t, const struct slot *s)
{
	return !s->is_part && !joins_words(t->text.v[s->at]) && !joins_words(t->text.v[s->at + s->len - 1]);
}

/* Counts strings of one length; false when none is frequent. */
static bool
count(struct term_count *t, size_t len)
{
	bool any = false;
	size_t n = 0;

	for (size_t at = 0; at + len <= t->text.n; at++)
		n += is_likely(t, at, len);
	for (t->n_slots = 64; t->n_slots < 2 * n; t->n_slots *= 2)
		;
	memset(t->slots, 0, t->n_slots * sizeof *t->slots);
	for (size_t at = 0; at + len <= t->text.n; at++)
		if (is_likely(t, at, len))
			slot_of(t, at, len)->n++;
	for (size_t at = 0; at < t->text.n; at++) {
		bool is_frequent = at + len <= t->text.n && is_likely(t, at, len) &&
		                   slot_of(t, at, len)->n >= LEAST;

		/* This place is asked about no more; the next one still is, and is as it was. */
		t->is_frequent.v[at] = is_frequent;
		any = any || is_frequent;
	}
	return any;
}

static void
collect(struct term_count *t)
{
	for (size_t i = 0; i < t->n_slots; i++)
		if (t->slots[i].n >= LEAST)
			VEC_PUSH(&t->found, t->slots[i]);
}

/* Those from `first` on are one longer than those from `start` on.  The slots are free again. */
static void
mark_parts(struct term_count *t, size_t start, size_t first)
{
	size_t n_slots = 64;

	while (n_slots < 2 * (first - start))
		n_slots *= 2;
	memset(t->slots, 0, n_slots * sizeof *t->slots);
	for (size_t i = start; i < first; i++)
		*slot_for(t, n_slots, t->found.v[i].hash) =
			(struct slot){ .hash = t->found.v[i].hash, .at = (uint32_t)i };
	for (size_t k = first; k < t->found.n; k++) {
		const struct slot *whole = &t->found.v[k];

		for (size_t skip = 0; skip < 2; skip++) {
			const struct slot *at =
				slot_for(t, n_slots, hash_of(t, whole->at + skip, whole->len - 1));

			if (at->hash != 0 && t->found.v[at->at].n == whole->n)
				t->found.v[at->at].is_part = true;
		}
	}
}

static int
by_weight(const void *a, const void *b)
{
	const struct slot *x = a, *y = b;
	uint64_t more = (uint64_t)x->n * x->len, less = (uint64_t)y->n * y->len;

	if (more != less)
		return more > less ? -1 : 1;
	return (x->at > y->at) - (x->at < y->at);
}

/* The best come first; gives how many are to be kept. */
static size_t
choose(struct term_count *t)
{
	size_t start, first = t->found.n, n = 0;

	for (t->n_slots = 64; t->n_slots < 2 * t->text.n; t->n_slots *= 2)
		;
	t->slots = mem_resize(t->slots, t->n_slots * sizeof *t->slots);
	for (size_t i = 0; i < t->text.n; i++)
		VEC_PUSH(&t->is_frequent, false);
	for (size_t len = 2; len <= LONGEST && count(t, len); len++) {
		start = first;
		first = t->found.n;
		collect(t);
		if (len > 2)
			mark_parts(t, start, first);
	}
	for (size_t i = 0; i < t->found.n; i++)
		if (is_word(t, &t->found.v[i]))
			t->found.v[n++] = t->found.v[i];
	if (n > 0)
		qsort(t->found.v, n, sizeof *t->found.v, by_weight);
	return n < MOST ? n : MOST;
}

static enum status
put(struct library *l, enum query query, char initial, struct slice text, long n, struct err *err)
{
	sqlite3_stmt *s = library_ask(l, query, slice_of(&initial, 1), err);

	if (!s)
		return db_failed(err);
	db_bind_text(s, 2, text);
	if (query != QUERY_DROP_TERM)
		sqlite3_bind_int64(s, 3, n);
	return db_run(l->db, s, err);
}

static enum status
file(struct library *l, char initial, struct slice text, long n, bool out, struct err *err)
{
	enum status status = put(l, out ? QUERY_TAKE_TERM : QUERY_ADD_TERM, initial, text, n, err);

	return status == STATUS_OK && out ? put(l, QUERY_DROP_TERM, initial, text, 0, err) : status;
}

/* Under each letter that its first character may be typed with. */
static enum status
file_all(struct library *l, codepoint first, struct slice text, long n, bool out, struct err *err)
{
	unsigned readings[READING_MAX];
	int n_readings = reading_of(first, readings);
	enum status status = STATUS_OK;
	uint32_t done = 0;

	for (int i = 0; i < n_readings && status == STATUS_OK; i++) {
		char initial = reading_name(readings[i])[0];

		if (!(done >> (initial - 'a') & 1))
			status = file(l, initial, text, n, out, err);
		done |= (uint32_t)1 << (initial - 'a');
	}
	return status;
}

enum status
term_file(struct library *l, struct term_count *t, bool out, struct err *err)
{
	size_t n = choose(t);
	struct buf text = { 0 };
	enum status status = STATUS_OK;

	for (size_t i = 0; i < n && status == STATUS_OK; i++) {
		const struct slot *s = &t->found.v[i];

		buf_clear(&text);
		for (size_t k = 0; k < s->len; k++)
			utf8_add(&text, t->text.v[s->at + k]);
		status = file_all(l, t->text.v[s->at], buf_slice(&text), (long)s->n, out, err);
	}
	buf_release(&text);
	return status;
}

enum status
term_list(struct library *l, char initial, struct arena *arena, struct term **out, size_t *n,
          struct err *err)
{
	sqlite3_stmt *s = library_ask(l, QUERY_TERMS, slice_of(&initial, 1), err);
	VEC(struct term) list = { 0 };
	int code;

	if (!s)
		return db_failed(err);
	while ((code = sqlite3_step(s)) == SQLITE_ROW)
		VEC_PUSH(&list, ((struct term){ .text = db_column_text(s, 0, arena),
		                                .n = (long)sqlite3_column_int64(s, 1) }));
	*n = list.n;
	*out = ARENA_ARRAY(arena, list.n, struct term);
	if (list.n > 0)
		memcpy(*out, list.v, list.n * sizeof **out);
	VEC_RELEASE(&list);
	return db_end(l->db, s, code, err);
}
