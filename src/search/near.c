/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "near_priv.h"

#include "text/approx.h"
#include "text/searchfold.h"

#include <stdlib.h>

#define WEIGHT_LEAST 24 /* an ASCII letter counts 1, a Han character 2 */
#define CHARS_MOST 400
#define ERRORS_ONE_OF 5 /* a wrong character among so many */
#define PIECES_MOST 8
#define PIECE_ROWS 10000 /* of a piece: it is too frequent to tell anything alone */
#define ROWS_MOST 2000   /* compared: those that have the most pieces */

struct candidate {
	int64_t row;
	size_t n_pieces;
};

struct near {
	VEC(codepoint) typed; /* folded */
	struct approx *approx;
	size_t max_errors, n_pieces;
	size_t piece; /* to be asked for next; from n_pieces on, two neighbours at once */
	bool is_frequent[PIECES_MOST];
	VEC(struct candidate) rows;
	size_t n_asked; /* rows of the piece that is asked for */
	size_t at;      /* the candidate to be given next */
	/* The text that is compared. */
	struct searchfold fold;
	VEC(codepoint) text;
	VEC(uint32_t) byte; /* of the folded text, where each character starts */
};

static size_t
fold_typed(struct near *n, struct slice typed)
{
	struct buf folded = { 0 };
	size_t weight = 0;

	searchfold_add(&folded, typed);
	for (size_t at = 0; at < folded.len && n->typed.n < CHARS_MOST;) {
		codepoint c = utf8_next(buf_slice(&folded), &at);

		VEC_PUSH(&n->typed, c);
		weight += c < 0x80 ? 1 : 2;
	}
	buf_release(&folded);
	return weight;
}

struct near *
near_new(struct slice typed)
{
	struct near *n = mem_resize(NULL, sizeof *n);

	*n = (struct near){ 0 };
	if (fold_typed(n, typed) < WEIGHT_LEAST) {
		near_free(n);
		return NULL;
	}
	n->approx = approx_new((struct approx_text){ n->typed.v, n->typed.n });
	n->max_errors = n->typed.n / ERRORS_ONE_OF;
	n->n_pieces = n->max_errors < PIECES_MOST ? n->max_errors + 1 : PIECES_MOST;
	return n;
}

void
near_free(struct near *n)
{
	if (!n)
		return;
	VEC_RELEASE(&n->typed);
	approx_free(n->approx);
	VEC_RELEASE(&n->rows);
	searchfold_release(&n->fold);
	VEC_RELEASE(&n->text);
	VEC_RELEASE(&n->byte);
	free(n);
}

/* --------------------------------------------------------------------- candidates */

static void
add_piece(const struct near *n, size_t piece, struct buf *out)
{
	size_t start = piece * n->typed.n / n->n_pieces, end = (piece + 1) * n->typed.n / n->n_pieces;
	struct buf words = { 0 };

	for (size_t i = start; i < end; i++)
		utf8_add(&words, n->typed.v[i]);
	(void)fulltext_words(buf_slice(&words), out);
	buf_release(&words);
}

static bool
each_row(void *context, int64_t row)
{
	struct near *n = context;

	VEC_PUSH(&n->rows, ((struct candidate){ row, 1 }));
	return ++n->n_asked < PIECE_ROWS;
}

static int
by_row(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	return (x->row < y->row) - (x->row > y->row);
}

static int
by_pieces(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	if (x->n_pieces != y->n_pieces)
		return x->n_pieces < y->n_pieces ? 1 : -1;
	return by_row(a, b);
}

/* Each row once. */
static void
count_pieces(struct near *n)
{
	size_t kept = 0;

	if (n->rows.n > 0)
		qsort(n->rows.v, n->rows.n, sizeof *n->rows.v, by_row);
	for (size_t i = 0; i < n->rows.n; i++)
		if (kept > 0 && n->rows.v[kept - 1].row == n->rows.v[i].row)
			n->rows.v[kept - 1].n_pieces++;
		else
			n->rows.v[kept++] = n->rows.v[i];
	n->rows.n = kept;
	if (kept > 0)
		qsort(n->rows.v, kept, sizeof *n->rows.v, by_pieces);
}

/* The expression of the next piece, or of two neighbours that are both frequent; nothing when that
 * tells nothing. */
static void
next_expression(struct near *n, struct buf *out)
{
	size_t piece = n->piece, second = piece - n->n_pieces;

	n->n_asked = 0;
	n->piece++;
	if (piece < n->n_pieces) {
		add_piece(n, piece, out);
		return;
	}
	if (!n->is_frequent[second] || !n->is_frequent[second + 1])
		return;
	add_piece(n, second, out);
	buf_add_str(out, " AND ");
	add_piece(n, second + 1, out);
}

bool
near_gather(struct near *n, struct library *l, struct fulltext_rows rows, enum status *status,
            struct err *err)
{
	struct buf expression = { 0 };
	size_t piece = n->piece;

	*status = STATUS_OK;
	if (piece >= 2 * n->n_pieces - 1)
		return false;
	next_expression(n, &expression);
	if (expression.len > 0)
		*status = fulltext_candidates(l, buf_slice(&expression), rows, each_row, n, err);
	if (piece < n->n_pieces)
		n->is_frequent[piece] = n->n_asked >= PIECE_ROWS && expression.len > 0;
	buf_release(&expression);
	if (n->piece == 2 * n->n_pieces - 1)
		count_pieces(n);
	return true;
}

bool
near_next(struct near *n, int64_t *row)
{
	if (n->at >= n->rows.n || n->at >= ROWS_MOST)
		return false;
	*row = n->rows.v[n->at++].row;
	return true;
}

/* ---------------------------------------------------------------------- comparing */

static void
take_text(struct near *n, struct slice text)
{
	struct slice folded;

	buf_clear(&n->fold.text);
	(void)searchfold_text(&n->fold, text, 0, SIZE_MAX);
	folded = buf_slice(&n->fold.text);
	VEC_CLEAR(&n->text);
	VEC_CLEAR(&n->byte);
	for (size_t at = 0; at < folded.len;) {
		VEC_PUSH(&n->byte, (uint32_t)at);
		VEC_PUSH(&n->text, utf8_next(folded, &at));
	}
}

/* Bytes of the text that folded characters come from. */
static struct find_span
span_of(const struct near *n, struct slice text, size_t first, size_t end)
{
	struct find_span span = { 0, 0 };

	if (end <= first)
		return span;
	span.start = n->fold.start[n->byte.v[first]];
	span.end = n->fold.start[n->byte.v[end - 1]];
	(void)utf8_next(text, &span.end);
	return span;
}

bool
near_match(struct near *n, struct slice text, struct near_match *out)
{
	struct approx_text typed = { n->typed.v, n->typed.n }, in;
	struct approx_hit hit;
	size_t *at;

	take_text(n, text);
	in = (struct approx_text){ n->text.v, n->text.n };
	if (in.n + n->max_errors < typed.n ||
	    approx_search(n->approx, in, n->max_errors, &hit, 1) == 0)
		return false;
	at = mem_resize(NULL, (typed.n + 1) * sizeof *at);
	approx_align(typed, in, hit.end, n->max_errors, at, NULL);
	*out = (struct near_match){ span_of(n, text, at[0], hit.end), hit.errors, typed.n };
	free(at);
	return true;
}
