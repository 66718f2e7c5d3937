/* SPDX-License-Identifier: ISC */
/*
 * Real and hostile files: all are imported or refused, and the symbol that a document bears is found.
 */
#include "config.h"

#include "base/file.h"
#include "cite/symbol.h"
#include "import/import.h"
#include "tap.h"

#include <glob.h>
#include <stdio.h>
#include <string.h>

struct tally {
	size_t files, imported, refused;
	size_t asked, found;
};

static struct doc *
import(const char *path, struct tally *t)
{
	struct doc *d = NULL;
	struct err err;
	enum status status = import_file(NULL, path, &d, &err);

	t->files++;
	t->imported += status == STATUS_OK;
	t->refused += status == STATUS_UNREADABLE;
	return status == STATUS_OK ? d : NULL;
}

static void
import_all(const char *pattern)
{
	struct tally t = { 0 };
	struct buf full = { 0 };
	glob_t found;

	buf_addf(&full, "%s/%s", tap_shared(""), pattern);
	if (glob(buf_str(&full), 0, NULL, &found) != 0)
		found.gl_pathc = 0;
	for (size_t i = 0; i < found.gl_pathc; i++)
		doc_free(import(found.gl_pathv[i], &t));
	is_number(t.imported + t.refused, t.files, "%s: %zu files", pattern, t.files);
	if (found.gl_pathc > 0)
		globfree(&found);
	buf_release(&full);
}

/* The symbol stands in the text. */
static bool
holds(const struct doc *d, struct slice symbol)
{
	struct slice text = buf_slice(&d->source);
	struct symbol_span span;

	for (size_t at = 0; symbol_find(text, at, &span) && span.end > at; at = span.end)
		if (symbol_same(slice_sub(text, span.start, span.end), symbol))
			return true;
	return false;
}

/* All parts of a double symbol are the document's own. */
static bool
bears(struct doc *d, struct slice symbol)
{
	struct slice part[4];
	size_t n = symbol_split(symbol, &d->arena, part, 4), found = 0;

	for (size_t k = 0; k < n; k++)
		for (size_t i = 0; i < d->n_symbols; i++)
			found += symbol_same(d->symbols[i], part[k]);
	return n > 0 && found == n;
}

static void
check_row(struct slice row, struct tally *t)
{
	struct slice path, language, symbol;
	struct buf full = { 0 };
	struct doc *d;

	if (!slice_next(&row, '\t', &path) || !slice_next(&row, '\t', &language) ||
	    !slice_next(&row, '\t', &symbol) || !slice_ends(path, ".txt") || !symbol_is(symbol))
		return;
	if (slice_find(path, SLICE("gold"), 0) != SLICE_NONE || slice_find(path, SLICE("blocks"), 0) != SLICE_NONE)
		return;
	buf_addf(&full, "%s/%.*s", tap_shared("corpus"), SLICE_ARG(path));
	d = import(buf_str(&full), t);
	if (d && holds(d, symbol)) {
		bool found = bears(d, symbol);

		t->asked++;
		t->found += found;
		if (!found)
			printf("# %.*s: %.*s, got %.*s\n", SLICE_ARG(path), SLICE_ARG(symbol),
			       SLICE_ARG(d->n_symbols > 0 ? d->symbols[0] : SLICE("none")));
	}
	doc_free(d);
	buf_release(&full);
}

static void
check_manifest(void)
{
	struct buf table = { 0 };
	struct tally t = { 0 };
	struct slice rest, row;
	struct err err;

	if (!ok(file_read(tap_shared("corpus/MANIFEST.tsv"), &table, &err) == STATUS_OK, "the list"))
		return;
	rest = buf_slice(&table);
	while (slice_next(&rest, '\n', &row))
		check_row(row, &t);
	ok(t.found * 100 >= t.asked * 95, "own symbols: %zu of %zu", t.found, t.asked);
	buf_release(&table);
}

int
main(void)
{
	static const char *const pattern[] = {
		"corpus/seed/*",     "corpus/pdf/*.txt",   "corpus/excerpts/*", "corpus/texts-zh-en/*",
		"corpus/emulated/*", "corpus/charter/*",   "corpus/fccc/*",     "corpus/resolutions-sc/*",
		"corpus/line-ends/*", "corpus/pairs/*.txt", "attack/c0/*",       "attack/c1/*",
		"attack/esc/*",      "attack/unicode/*",   "attack/encoding/*", "attack/length/*",
	};

	if (!tap_shared("corpus/MANIFEST.tsv"))
		tap_skip_all("no shared corpus here");
	for (size_t i = 0; i < sizeof pattern / sizeof *pattern; i++)
		import_all(pattern[i]);
	check_manifest();
	return tap_done();
}
