/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "search/find.h"

#include "find_priv.h"
#include "text/reading.h"
#include "text/regex.h"

#include <stdlib.h>

#define BATCH 512 /* matches of a text at a time */

struct find {
	enum find_kind kind;
	struct buf typed;
	struct needle needle;        /* FIND_FOLDED */
	struct reading_query *sound; /* FIND_FOLDED; NULL: not by sound */
	struct regex *regex;         /* FIND_REGEX */
	struct err err;
	bool is_given_up;
	struct find *next; /* what was added; owned */
};

enum status
find_new(struct slice query, enum find_kind kind, unsigned options, struct find **out,
         struct err *err)
{
	struct regex *regex = NULL;
	enum status status = STATUS_OK;
	struct find *f;

	if (kind == FIND_REGEX)
		status = regex_new(query, &regex, err);
	if (status != STATUS_OK)
		return status;
	f = mem_resize(NULL, sizeof *f);
	*f = (struct find){ .kind = kind, .regex = regex };
	buf_add(&f->typed, query);
	if (kind == FIND_FOLDED) {
		needle_init(&f->needle, query);
		if (!(options & FIND_SILENT))
			f->sound = reading_query_new(query, options & FIND_UNFINISHED);
	}
	*out = f;
	return STATUS_OK;
}

void
find_free(struct find *f)
{
	if (!f)
		return;
	buf_release(&f->typed);
	needle_release(&f->needle);
	reading_query_free(f->sound);
	regex_free(f->regex);
	find_free(f->next);
	free(f);
}

void
find_add(struct find *f, struct slice words)
{
	while (f->next)
		f = f->next;
	if (find_new(words, FIND_FOLDED, FIND_SILENT, &f->next, NULL) != STATUS_OK)
		f->next = NULL;
}

struct slice
find_typed(const struct find *f)
{
	return buf_slice(&f->typed);
}

bool
find_is_empty(const struct find *f)
{
	return f->kind == FIND_FOLDED ? f->needle.folded.len == 0 : f->typed.len == 0;
}

bool
find_has_sound(const struct find *f)
{
	return f->sound != NULL;
}

const struct err *
find_error(const struct find *f)
{
	return f->is_given_up ? &f->err : NULL;
}

static size_t
find_exact(struct find *f, struct slice text, size_t from, struct find_span *out, size_t max)
{
	struct slice typed = buf_slice(&f->typed);
	size_t n = 0;

	while (typed.len > 0 && n < max && (from = slice_find(text, typed, from)) != SLICE_NONE) {
		out[n++] = (struct find_span){ from, from + typed.len };
		from += typed.len;
	}
	return n;
}

static size_t
find_regex(struct find *f, struct slice text, size_t from, struct find_span *out, size_t max)
{
	size_t n = 0;

	while (n < max && !f->is_given_up) {
		if (regex_find(f->regex, text, from, &out[n].start, &out[n].end, &f->err) != STATUS_OK)
			f->is_given_up = true;
		else if (out[n].start == SLICE_NONE)
			break;
		else
			from = out[n++].end;
	}
	return f->is_given_up ? 0 : n;
}

/* The letters themselves and what sounds like them; of two that overlap, the first. */
static size_t
find_folded(struct find *f, struct slice text, size_t from, struct find_span *out, size_t max)
{
	struct find_span letters, sound;
	bool has_letters, has_sound;
	size_t n = 0;

	if (!f->sound)
		return needle_find(&f->needle, text, from, out, max);
	has_letters = needle_find(&f->needle, text, from, &letters, 1) > 0;
	has_sound = reading_find(f->sound, text, from, &sound.start, &sound.end);
	while (n < max && (has_letters || has_sound)) {
		if (has_letters && (!has_sound || letters.start <= sound.start))
			out[n++] = letters;
		else
			out[n++] = sound;
		from = out[n - 1].end;
		if (has_letters && letters.start < from)
			has_letters = needle_find(&f->needle, text, from, &letters, 1) > 0;
		if (has_sound && sound.start < from)
			has_sound = reading_find(f->sound, text, from, &sound.start, &sound.end);
	}
	return n;
}

static size_t
find_one(struct find *f, struct slice text, size_t from, struct find_span *out, size_t max)
{
	switch (f->kind) {
	case FIND_FOLDED:
		return find_folded(f, text, from, out, max);
	case FIND_EXACT:
		return find_exact(f, text, from, out, max);
	case FIND_REGEX:
		return find_regex(f, text, from, out, max);
	case FIND_KINDS:
		break;
	}
	return 0;
}

/* The query and what was added to it; of two that overlap, the first. */
size_t
find_in(struct find *f, struct slice text, size_t from, struct find_span *out, size_t max)
{
	struct find_span own, other;
	bool has_own, has_other;
	size_t n = 0;

	if (!f->next)
		return find_one(f, text, from, out, max);
	has_own = find_one(f, text, from, &own, 1) > 0;
	has_other = find_in(f->next, text, from, &other, 1) > 0;
	while (n < max && (has_own || has_other)) {
		out[n++] = has_own && (!has_other || own.start <= other.start) ? own : other;
		from = out[n - 1].end;
		if (has_own && own.start < from)
			has_own = find_one(f, text, from, &own, 1) > 0;
		if (has_other && other.start < from)
			has_other = find_in(f->next, text, from, &other, 1) > 0;
	}
	return n;
}

static struct find_hit
hit_of(size_t unit, struct find_span span)
{
	return (struct find_hit){ unit, span.start, span.end };
}

static enum find_answer
ended(const struct find *f)
{
	return f->is_given_up ? FIND_GIVEN_UP : FIND_END;
}

enum find_answer
find_next(struct find *f, struct find_source s, struct find_hit *from, size_t bytes,
          struct find_hit *hit)
{
	size_t seen = 0;

	while (from->unit < s.n && !f->is_given_up) {
		struct slice text = s.text(s.self, from->unit);
		struct find_span span;

		if (find_in(f, text, from->start, &span, 1) > 0) {
			*hit = hit_of(from->unit, span);
			return FIND_HIT;
		}
		seen += text.len + 1;
		*from = (struct find_hit){ .unit = from->unit + 1 };
		if (seen >= bytes && from->unit < s.n)
			return FIND_MORE;
	}
	return ended(f);
}

/* The last match in the text that starts before `end`. */
static bool
find_last(struct find *f, struct slice text, size_t end, struct find_span *last)
{
	struct find_span span[BATCH];
	size_t n = BATCH, from = 0;
	bool found = false;

	while (n == BATCH && from < end) {
		n = find_in(f, text, from, span, BATCH);
		for (size_t i = 0; i < n && span[i].start < end; i++) {
			*last = span[i];
			found = true;
		}
		if (n > 0)
			from = span[n - 1].end;
	}
	return found;
}

enum find_answer
find_previous(struct find *f, struct find_source s, struct find_hit *from, size_t bytes,
              struct find_hit *hit)
{
	size_t seen = 0;

	if (from->unit >= s.n)
		*from = (struct find_hit){ .unit = s.n };
	while (!f->is_given_up) {
		struct slice text;
		struct find_span span;

		if (from->start == 0) {
			if (from->unit == 0)
				break;
			*from = (struct find_hit){ .unit = from->unit - 1, .start = SLICE_NONE };
			if (seen >= bytes)
				return FIND_MORE;
		}
		text = s.text(s.self, from->unit);
		if (find_last(f, text, from->start, &span)) {
			*hit = hit_of(from->unit, span);
			return FIND_HIT;
		}
		seen += text.len + 1;
		from->start = 0;
	}
	return ended(f);
}
