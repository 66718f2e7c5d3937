/* SPDX-License-Identifier: ISC */
/*
 * Languages beside each other: how many blocks have their counterpart, by lines checked by hand
 * (tests/align/parallel.tsv).  Blocks that a line joins belong together, on both sides: what the
 * import tore or joined must be together again.
 */
#include "config.h"

#include "base/file.h"
#include "compare/parallel.h"
#include "import/import.h"
#include "tap.h"

#include <stdio.h>
#include <stdlib.h>

#define NUMBERED_LEAST 99.0
#define UNNUMBERED_LEAST 95.0

struct tally {
	long numbered, numbered_right, unnumbered, unnumbered_right, named, named_right;
};

/* Two documents; groups of what belongs together: nodes are blocks and lines of both. */
struct bench {
	struct doc *doc[SIDES];
	struct alignment alignment;
	size_t *line[SIDES]; /* source line of each line that is not blank, from 1 */
	size_t n_lines[SIDES];
	size_t *group;       /* a forest: blocks of the left, of the right, lines of the left, of the right */
	size_t n_nodes;
	bool *is_known;      /* by line node: the table names it */
};

static size_t
block_node(const struct bench *b, enum side side, size_t block)
{
	return (side == SIDE_RIGHT ? b->doc[SIDE_LEFT]->n_blocks : 0) + block;
}

static size_t
line_node(const struct bench *b, enum side side, size_t line)
{
	return b->doc[SIDE_LEFT]->n_blocks + b->doc[SIDE_RIGHT]->n_blocks +
	       (side == SIDE_RIGHT ? b->n_lines[SIDE_LEFT] + 1 : 0) + line;
}

static size_t
root(const struct bench *b, size_t node)
{
	while (b->group[node] != node)
		node = b->group[node];
	return node;
}

static void
unite(struct bench *b, size_t x, size_t y)
{
	x = root(b, x);
	y = root(b, y);
	b->group[x > y ? x : y] = x > y ? y : x;
}

static void
count_lines(struct bench *b, enum side side)
{
	const struct doc *d = b->doc[side];

	b->line[side] = ARENA_ARRAY(&b->doc[side]->arena, d->n_source_lines + 2, size_t);
	b->n_lines[side] = 0;
	for (size_t i = 1; i <= d->n_source_lines; i++)
		if (!slice_is_blank(doc_source_line(d, i)))
			b->line[side][++b->n_lines[side]] = i;
}

static bool
covers(const struct block *block, size_t line)
{
	return block->source_line <= line && line < block->source_end;
}

static void
tie_blocks(struct bench *b, enum side side)
{
	for (size_t k = 0; k < b->doc[side]->n_blocks; k++)
		for (size_t i = 1; i <= b->n_lines[side]; i++)
			if (covers(doc_block(b->doc[side], k), b->line[side][i]))
				unite(b, block_node(b, side, k), line_node(b, side, i));
}

/* Every line of a block is named in the table. */
static bool
is_checked(const struct bench *b, enum side side, size_t block)
{
	bool any = false;

	for (size_t i = 1; i <= b->n_lines[side]; i++)
		if (covers(doc_block(b->doc[side], block), b->line[side][i])) {
			if (!b->is_known[line_node(b, side, i)])
				return false;
			any = true;
		}
	return any;
}

static bool
is_whole(const struct bench *b, size_t group)
{
	for (enum side side = SIDE_LEFT; side <= SIDE_RIGHT; side++)
		for (size_t k = 0; k < b->doc[side]->n_blocks; k++)
			if (root(b, block_node(b, side, k)) == group && !is_checked(b, side, k))
				return false;
	return true;
}

static bool
in_pair(const struct pair *p, enum side side, size_t block)
{
	for (size_t i = 0; i < p->n[side]; i++)
		if (p->block[side][i] == block)
			return true;
	return false;
}

/* The blocks of the group that are opposite, and those of its pair, are the same. */
static bool
is_right(const struct bench *b, enum side side, size_t block)
{
	enum side other = side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT;
	const struct pair *p = alignment_pair(&b->alignment, side, block);
	size_t group = root(b, block_node(b, side, block));

	for (size_t k = 0; k < b->doc[other]->n_blocks; k++)
		if ((root(b, block_node(b, other, k)) == group) != in_pair(p, other, k))
			return false;
	return true;
}

static bool
is_numbered(const struct block *b)
{
	return b->id.len > 0 && (b->kind == BLOCK_PARAGRAPH || b->kind == BLOCK_ITEM ||
	                         (b->kind == BLOCK_HEADING && slice_starts(b->id, "art_")));
}

static void
count_block(const struct bench *b, enum side side, size_t k, struct tally *t)
{
	bool right = is_right(b, side, k);

	if (!right && getenv("DUAN_TELL"))
		printf("# %s %zu: %.60s\n", side == SIDE_LEFT ? "left" : "right", k,
		       doc_block(b->doc[side], k)->text.p);
	if (is_numbered(doc_block(b->doc[side], k))) {
		t->numbered++;
		t->numbered_right += right;
	} else {
		t->unnumbered++;
		t->unnumbered_right += right;
	}
}

/* Numbered blocks whose name both sides have. */
static void
count_names(const struct bench *b, struct tally *t)
{
	for (size_t k = 0; k < b->doc[SIDE_LEFT]->n_blocks; k++) {
		const struct block *left = doc_block(b->doc[SIDE_LEFT], k);
		size_t right = is_numbered(left) ? doc_find_eid(b->doc[SIDE_RIGHT], left->component, left->id)
		                                 : SLICE_NONE;

		if (right == SLICE_NONE)
			continue;
		t->named++;
		t->named_right += in_pair(alignment_pair(&b->alignment, SIDE_LEFT, k), SIDE_RIGHT, right);
	}
}

static bool
bench_open(struct bench *b, const struct slice path[SIDES])
{
	struct err err;

	for (int side = 0; side < SIDES; side++) {
		struct buf full = { 0 };
		enum status status;

		if (slice_starts(path[side], "sample/"))
			buf_add_str(&full, tap_path("../"));
		else
			buf_add_str(&full, tap_shared(""));
		buf_addf(&full, "/%.*s", SLICE_ARG(path[side]));
		status = import_file(NULL, buf_str(&full), &b->doc[side], &err);
		buf_release(&full);
		if (status != STATUS_OK)
			return false;
		count_lines(b, (enum side)side);
	}
	b->n_nodes = line_node(b, SIDE_RIGHT, b->n_lines[SIDE_RIGHT]) + 1;
	b->group = ARENA_ARRAY(&b->doc[SIDE_LEFT]->arena, b->n_nodes, size_t);
	b->is_known = ARENA_ARRAY(&b->doc[SIDE_LEFT]->arena, b->n_nodes, bool);
	for (size_t i = 0; i < b->n_nodes; i++)
		b->group[i] = i;
	parallel_align(part_whole(b->doc[SIDE_LEFT]), part_whole(b->doc[SIDE_RIGHT]), &b->alignment);
	return true;
}

static void
bench_close(struct bench *b)
{
	alignment_release(&b->alignment);
	doc_free(b->doc[SIDE_LEFT]);
	doc_free(b->doc[SIDE_RIGHT]);
	*b = (struct bench){ 0 };
}

static void
bench_count(struct bench *b, const char *name, struct tally *t)
{
	struct tally own = { 0 };

	for (enum side side = SIDE_LEFT; side <= SIDE_RIGHT; side++)
		tie_blocks(b, side);
	for (enum side side = SIDE_LEFT; side <= SIDE_RIGHT; side++)
		for (size_t k = 0; k < b->doc[side]->n_blocks; k++)
			if (is_whole(b, root(b, block_node(b, side, k))))
				count_block(b, side, k, &own);
	count_names(b, &own);
	printf("# %-46s numbered %4ld of %4ld, unnumbered %4ld of %4ld, by name %4ld of %4ld\n", name,
	       own.numbered_right, own.numbered, own.unnumbered_right, own.unnumbered, own.named_right,
	       own.named);
	t->numbered += own.numbered;
	t->numbered_right += own.numbered_right;
	t->unnumbered += own.unnumbered;
	t->unnumbered_right += own.unnumbered_right;
	t->named += own.named;
	t->named_right += own.named_right;
}

/* "3-5"; "-" is nothing. */
static void
read_range(struct slice s, size_t *start, size_t *end)
{
	long first = 0, last;
	size_t at = slice_number(s, &first);

	*start = *end = (size_t)first;
	if (at > 0 && slice_number(slice_skip(s, at + 1), &last) > 0)
		*end = (size_t)last;
	*end += first > 0;
}

static void
take_row(struct bench *b, struct slice left, struct slice right)
{
	size_t start[SIDES], end[SIDES];
	bool by_line;

	read_range(left, &start[SIDE_LEFT], &end[SIDE_LEFT]);
	read_range(right, &start[SIDE_RIGHT], &end[SIDE_RIGHT]);
	by_line = end[SIDE_LEFT] - start[SIDE_LEFT] == end[SIDE_RIGHT] - start[SIDE_RIGHT];
	for (enum side side = SIDE_LEFT; side <= SIDE_RIGHT; side++)
		for (size_t i = start[side]; i < end[side] && i <= b->n_lines[side]; i++) {
			size_t all = start[SIDE_LEFT] > 0 ? line_node(b, SIDE_LEFT, start[SIDE_LEFT])
			                                  : line_node(b, SIDE_RIGHT, start[SIDE_RIGHT]);

			b->is_known[line_node(b, side, i)] = true;
			unite(b, line_node(b, side, i),
			      by_line ? line_node(b, SIDE_LEFT, start[SIDE_LEFT] + i - start[side]) : all);
		}
}

static void
measure(struct slice table, struct tally *t)
{
	struct slice line, field[4], open[SIDES] = { { "", 0 }, { "", 0 } };
	struct bench b = { 0 };
	struct buf name = { 0 };
	bool is_open = false;

	while (slice_next(&table, '\n', &line)) {
		if (slice_starts(line, "#") || (!slice_starts(line, "sample/") && !tap_shared("")))
			continue;
		for (int i = 0; i < 4; i++)
			if (!slice_next(&line, '\t', &field[i]))
				field[i] = SLICE("");
		if (!slice_eq(field[0], open[0]) || !slice_eq(field[1], open[1])) {
			if (is_open)
				bench_count(&b, buf_str(&name), t);
			bench_close(&b);
			buf_clear(&name);
			buf_addf(&name, "%.*s", SLICE_ARG(slice_skip(field[1], 7)));
			is_open = bench_open(&b, field);
			open[0] = field[0];
			open[1] = field[1];
		}
		if (is_open)
			take_row(&b, field[2], field[3]);
	}
	if (is_open)
		bench_count(&b, buf_str(&name), t);
	bench_close(&b);
	buf_release(&name);
}

static double
percent(long part, long whole)
{
	return whole > 0 ? 100.0 * (double)part / (double)whole : 100;
}

int
main(void)
{
	struct buf table = { 0 };
	struct tally t = { 0 };
	struct err err;

	if (file_read(tap_path("align/parallel.tsv"), &table, &err) != STATUS_OK)
		return 1;
	measure(buf_slice(&table), &t);
	buf_release(&table);
	printf("# numbered %.2f %% of %ld, unnumbered %.2f %% of %ld, by name %.2f %% of %ld\n",
	       percent(t.numbered_right, t.numbered), t.numbered, percent(t.unnumbered_right, t.unnumbered),
	       t.unnumbered, percent(t.named_right, t.named), t.named);
	if (!tap_shared("")) {
		tap_skip("no shared corpus here: the sample alone says little");
		return tap_done();
	}
	ok(percent(t.numbered_right, t.numbered) >= NUMBERED_LEAST, "numbered: at least %.0f %%",
	   NUMBERED_LEAST);
	ok(percent(t.named_right, t.named) >= NUMBERED_LEAST, "of the same number: at least %.0f %%",
	   NUMBERED_LEAST);
	ok(percent(t.unnumbered_right, t.unnumbered) >= UNNUMBERED_LEAST, "unnumbered: at least %.0f %%",
	   UNNUMBERED_LEAST);
	return tap_done();
}
