/* SPDX-License-Identifier: ISC */
/*
 * Symbols in real sentences and lists: how many are found exactly, and how much is found that is
 * none.  The tables are read by hand here, independently of the library's own readers.
 */
#include "config.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/vec.h"
#include "cite/symbol.h"
#include "tap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * What is reached; a change may raise these, not lower them.  Missed are two symbols with a page
 * or footnote number glued to their own; the extra ones are symbols in a list of files, where the
 * table is after something else.
 */
#define RECALL_LEAST 98.0
#define PRECISION_LEAST 98.0
#define ACCEPTED_LEAST 99.0

struct tally {
	long wanted, found, extra;
};

static double
percent(long part, long whole)
{
	return whole ? 100.0 * (double)part / (double)whole : 0;
}

/* The table writes line ends and tabs as two characters. */
static void
unescape(struct slice s, struct buf *out)
{
	buf_clear(out);
	for (size_t i = 0; i < s.len; i++) {
		bool escape = s.p[i] == '\\' && i + 1 < s.len;

		if (escape && (s.p[i + 1] == 'n' || s.p[i + 1] == 't'))
			buf_add_byte(out, s.p[++i] == 'n' ? '\n' : '\t');
		else
			buf_add_byte(out, s.p[i]);
	}
}

static long
field_number(struct slice object, const char *name)
{
	size_t at = slice_find(object, slice_from(name), 0);

	return at == SLICE_NONE ? -1 : strtol(object.p + at + strlen(name), NULL, 10);
}

/*
 * Members of lists ("1228", "Add.1", "107/2019"), titles in brackets and forms relative to a body
 * ("PRST/22/1") are citations that need what stands around them; a symbol has a root of its own.
 */
static bool
is_whole_symbol(struct slice text)
{
	bool letter = text.len > 0 && (byte_is_upper(text.p[0]) || slice_starts(text, "\xD0"));

	return letter && slice_find_byte(text, '/', 0) != SLICE_NONE &&
	       !slice_starts(text, "PRST/");
}

typedef VEC(struct symbol_span) spans;

static void
read_wanted(struct slice json, struct slice text, spans *out)
{
	size_t at = 0, end;

	VEC_CLEAR(out);
	while ((at = slice_find(json, SLICE("{\"s\":"), at)) != SLICE_NONE) {
		struct slice object;
		struct symbol_span span;

		end = slice_find(json, SLICE("{\"s\":"), at + 1);
		object = slice_sub(json, at, end);
		span.start = (size_t)field_number(object, "\"bs\":");
		span.end = (size_t)field_number(object, "\"be\":");
		if (slice_find(object, SLICE("\"kind\":\"sym\""), 0) != SLICE_NONE &&
		    is_whole_symbol(slice_sub(text, span.start, span.end)))
			VEC_PUSH(out, span);
		at++;
	}
}

enum verdict { FOUND, MISSED, EXTRA };

/* A span of another length over a wanted one is no second error: the wanted one is missed. */
static enum verdict
take(spans *wanted, struct symbol_span span)
{
	enum verdict verdict = EXTRA;

	for (size_t i = 0; i < wanted->n; i++) {
		struct symbol_span *w = &wanted->v[i];

		if (w->start == span.start && w->end == span.end) {
			*w = wanted->v[--wanted->n];
			return FOUND;
		}
		if (w->start < span.end && span.start < w->end)
			verdict = MISSED;
	}
	return verdict;
}

static void
score_row(struct slice id, struct slice text, spans *wanted, struct tally *t)
{
	struct symbol_span span;

	t->wanted += (long)wanted->n;
	for (size_t at = 0; symbol_find(text, at, &span); at = span.end) {
		enum verdict verdict = take(wanted, span);

		t->found += verdict == FOUND;
		t->extra += verdict == EXTRA;
		if (verdict != FOUND)
			printf("# %.*s not wanted: %.*s\n", SLICE_ARG(id),
			       SLICE_ARG(slice_sub(text, span.start, span.end)));
	}
	for (size_t i = 0; i < wanted->n; i++)
		printf("# %.*s missed: %.*s\n", SLICE_ARG(id),
		       SLICE_ARG(slice_sub(text, wanted->v[i].start, wanted->v[i].end)));
}

static void
score_citations(const char *path)
{
	struct buf file = { 0 }, text = { 0 };
	struct tally t = { 0 };
	spans wanted = { 0 };
	struct slice rest, line, column[5];

	if (file_read(path, &file, NULL) != STATUS_OK)
		return;
	rest = buf_slice(&file);
	slice_next(&rest, '\n', &line);
	while (slice_next(&rest, '\n', &line)) {
		size_t n = 0;

		while (n < 5 && slice_next(&line, '\t', &column[n]))
			n++;
		if (n < 5)
			continue;
		unescape(column[3], &text);
		read_wanted(column[4], buf_slice(&text), &wanted);
		score_row(column[0], buf_slice(&text), &wanted, &t);
	}
	printf("# %ld wanted, %ld found, %ld extra\n", t.wanted, t.found, t.extra);
	ok(percent(t.found, t.wanted) >= RECALL_LEAST, "recall %.1f %%",
	   percent(t.found, t.wanted));
	ok(percent(t.found, t.found + t.extra) >= PRECISION_LEAST, "precision %.1f %%",
	   percent(t.found, t.found + t.extra));
	VEC_RELEASE(&wanted);
	buf_release(&text);
	buf_release(&file);
}

/* Characters of the grammar alone: the lists also hold remarks, Arabic words and typing errors. */
static bool
is_in_grammar(struct slice s)
{
	bool digit = false, slash = false;

	for (size_t i = 0; i < s.len; i++) {
		if (!byte_is_alnum(s.p[i]) && !strchr("/.-()", s.p[i]))
			return false;
		digit |= byte_is_digit(s.p[i]);
		slash |= s.p[i] == '/';
	}
	return digit && slash && byte_is_upper(s.p[0]) &&
	       (byte_is_alnum(s.p[s.len - 1]) || s.p[s.len - 1] == ')');
}

/* One symbol a line. */
static void
score_list(const char *path)
{
	struct buf file = { 0 };
	struct slice rest, line;
	long all = 0, accepted = 0;
	bool talk = getenv("SYMBOLS_REFUSED") != NULL;

	if (file_read(path, &file, NULL) != STATUS_OK)
		return;
	rest = buf_slice(&file);
	while (slice_next(&rest, '\n', &line)) {
		line = slice_trim(line);
		if (!is_in_grammar(line))
			continue;
		all++;
		accepted += symbol_is(line);
		if (talk && !symbol_is(line))
			printf("# refused: %.*s\n", SLICE_ARG(line));
	}
	ok(percent(accepted, all) >= ACCEPTED_LEAST, "%ld of %ld listed symbols accepted (%.2f %%)", accepted,
	   all, percent(accepted, all));
	buf_release(&file);
}

int
main(void)
{
	const char *path = tap_shared("gold/citations.tsv");

	if (!path)
		tap_skip_all("no shared data");
	score_citations(path);
	path = tap_shared("corpus/symbols/uniq_syms");
	if (path)
		score_list(path);
	path = tap_shared("corpus/symbols/escwa_new");
	if (path)
		score_list(path);
	return tap_done();
}
