/* SPDX-License-Identifier: ISC */
/*
 * How many notes survive a changed text?
 *
 *	survival ANCHORS FILE...	that many anchors on each document, for each kind of change
 *
 * Right: on the characters it was on, or reported as an orphan when those are gone.  Reported: an
 * orphan although they are there.  Wrong: on other text.  Prints a table, with the method of
 * Hypothesis beside it; ends with 1 if more than 0.1 % are wrong or less than 95 % right.
 */
#include "config.h"

#include "annotation/reattach.h"
#include "base/err.h"
#include "hypothesis.h"
#include "import/import.h"
#include "variant.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum outcome { RIGHT, REPORTED, WRONG, OUTCOMES };

struct tally {
	size_t n[OUTCOMES];
};

/* `from` to `to` of the base, and where its characters are in the variant. */
struct task {
	const struct flat *base, *now;
	const size_t *map;
	size_t from, to;
};

static enum outcome
judge(const struct task *t, bool is_found, size_t start, size_t end)
{
	size_t all = t->to - t->from, there = 0, hit = 0;

	for (size_t i = t->from; i < t->to; i++)
		if (t->map[i] != SLICE_NONE) {
			there++;
			hit += t->map[i] >= start && t->map[i] < end;
		}
	if (!is_found)
		return there * 2 < all ? RIGHT : REPORTED;
	return there > 0 && hit * 5 >= there * 3 && end - start <= 2 * all + 16 ? RIGHT : WRONG;
}

/* All of a paragraph, or some words of one. */
static bool
choose(const struct flat *f, struct dice *dice, struct anchor_range *range, bool *is_words)
{
	static const size_t lengths[] = { 2, 4, 6, 10, 20, 40, 80 };
	size_t block = dice_below(dice, f->doc->n_blocks), n, start, len;

	n = f->start[block + 1] - f->start[block];
	*is_words = dice_below(dice, 5) > 1;
	if (n < 8)
		return false;
	if (!*is_words) {
		*range = anchor_block(f->doc, block);
		return true;
	}
	len = lengths[dice_below(dice, sizeof lengths / sizeof *lengths)];
	len = len < n ? len : n;
	start = f->start[block] + dice_below(dice, n - len + 1);
	*range = (struct anchor_range){ flat_place(f, start), flat_end(f, start + len) };
	return true;
}

static void
print_wrong(const struct task *t, const struct note *note, const struct anchor_range *range,
            enum change change)
{
	struct buf text = { 0 };

	anchor_text(t->now->doc, *range, &text);
	printf("# wrong (%s): %s, rival %ld\n#   %.*s\n#   %.*s\n", change_names[change],
	       note_scope_name(note->scope), note->rival, SLICE_ARG(note->quote),
	       SLICE_ARG(buf_slice(&text)));
	buf_release(&text);
}

static enum outcome
ours(const struct task *t, const struct note *note, enum change change)
{
	struct reattach_found found;
	enum outcome o;

	reattach_find(t->now, note, &found);
	if (found.result == REATTACH_ORPHAN)
		return judge(t, false, 0, 0);
	o = judge(t, true, flat_at(t->now, found.range.from), flat_at(t->now, found.range.to));
	if (o == WRONG)
		print_wrong(t, note, &found.range, change);
	return o;
}

static enum outcome
theirs(const struct task *t)
{
	size_t start = 0, end = 0;
	bool is_found = hypothesis_find((struct hypothesis){ t->base, t->now }, t->from, t->to, &start, &end);

	return judge(t, is_found, start, end);
}

static void
run_variant(const struct flat *base, const struct flat *now, const size_t *map, enum change change,
            size_t n, struct dice *dice, struct tally tally[2])
{
	for (size_t done = 0, tries = 0; done < n && tries < 20 * n; tries++) {
		struct task t = { .base = base, .now = now, .map = map };
		struct arena arena = { 0 };
		struct anchor_range range;
		struct note note = { 0 };
		bool is_words;

		if (!choose(base, dice, &range, &is_words))
			continue;
		anchor_to_range(base, range, is_words ? NOTE_WORDS : NOTE_PARAGRAPH, &arena, &note);
		t.from = flat_at(base, range.from);
		t.to = flat_at(base, range.to);
		tally[0].n[ours(&t, &note, change)]++;
		tally[1].n[theirs(&t)]++;
		arena_release(&arena);
		done++;
	}
}

static void
run_document(const struct doc *given, size_t n, struct tally tally[CHANGES][2])
{
	for (enum change change = 0; change < CHANGES; change++) {
		struct dice dice = { given->n_blocks * 31 + change };
		struct flat *base = variant_base(given, change, &dice), *now;
		size_t *map;

		if (!base)
			return;
		map = mem_resize(NULL, base->n * sizeof *map);
		now = variant_make(base, change, &dice, map);
		if (now && now->n > 0)
			run_variant(base, now, map, change, n, &dice, tally[change]);
		free(map);
		variant_free(now);
		variant_free(base);
	}
}

static void
print_row(const char *name, const struct tally tally[2])
{
	size_t n = tally[0].n[RIGHT] + tally[0].n[REPORTED] + tally[0].n[WRONG];

	printf("# %-8s %7zu", name, n);
	for (int i = 0; i < 2; i++)
		printf("   %6.2f %6.2f %6.3f", 100.0 * (double)tally[i].n[RIGHT] / (double)(n ? n : 1),
		       100.0 * (double)tally[i].n[REPORTED] / (double)(n ? n : 1),
		       100.0 * (double)tally[i].n[WRONG] / (double)(n ? n : 1));
	printf("\n");
}

int
main(int argc, char **argv)
{
	static struct tally tally[CHANGES][2];
	struct tally all[2] = { 0 };
	size_t n = argc > 1 ? strtoul(argv[1], NULL, 10) : 0, total;
	bool good;

	for (int i = 2; i < argc; i++) {
		struct doc *d = NULL;

		if (import_file(NULL, argv[i], &d, NULL) == STATUS_OK)
			run_document(d, n, tally);
		doc_free(d);
	}
	printf("# %%        anchors   ours: right, reported, wrong   Hypothesis\n");
	for (enum change change = 0; change < CHANGES; change++) {
		print_row(change_names[change], tally[change]);
		for (int i = 0; i < 2 * OUTCOMES; i++)
			all[i / OUTCOMES].n[i % OUTCOMES] += tally[change][i / OUTCOMES].n[i % OUTCOMES];
	}
	print_row("all", all);
	total = all[0].n[RIGHT] + all[0].n[REPORTED] + all[0].n[WRONG];
	good = total > 0 && all[0].n[WRONG] * 1000 <= total && all[0].n[RIGHT] * 100 >= total * 95;
	printf("%sok 1 - %zu anchors: at most 0.1 %% wrong, at least 95 %% right\n1..1\n", good ? "" : "not ",
	       total);
	return good ? 0 : 1;
}
