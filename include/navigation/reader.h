/* SPDX-License-Identifier: ISC */
/*
 * Where the reader is in one document, and how keys move that.
 *
 * Two things: `top`, the first row on the screen, and `current`, the place that commands act on.
 * Scrolling by lines, half pages and pages carries both, so that `current` keeps its row on the
 * screen; at the ends of the document it walks.  Jumps set `current` and scroll only if needed.
 * Places survive any resize: rows are asked of the layout again.
 */
#ifndef DUAN_NAVIGATION_READER_H
#define DUAN_NAVIGATION_READER_H

#include "doc/doc.h"
#include "layout/layout.h"

struct reader {
	struct doc *doc;       /* owned */
	struct layout *layout; /* owned */
	struct row top;        /* of the layout as it is now */
	struct place current;
	int home;     /* row of the screen where `current` stands, or would but for a gap */
	int rows;     /* of the text area, at least 1 */
	int sideways; /* cells scrolled to the right in tables: reader_sideways() */
	struct place last; /* where the last jump came from, for '' */
	bool has_last;
	struct place mark[26]; /* a-z */
	bool has_mark[26];
};

/* Takes the document over; current and top are
 * its first row. */
void reader_init(struct reader *r, struct doc *d, struct layout_settings settings, int rows);
void reader_release(struct reader *r);
/* A new size or other settings: both places stay, on the same screen row where possible. */
void reader_resize(struct reader *r, struct layout_settings settings, int rows);

/* j k: `n` rows (negative: up), current stays on its screen row. */
void reader_scroll(struct reader *r, long n);
/* ^E ^Y: the text moves, current stays in its place unless it would leave the screen. */
void reader_shift(struct reader *r, long n);
/* Space b ^D ^U: by `n` half pages; a page keeps two rows in sight. */
void reader_half_page(struct reader *r, long n);
void reader_page(struct reader *r, long n);
/* gg, G: remember `last`. */
void reader_first(struct reader *r);
void reader_end(struct reader *r);
/* Jumps: set current, remember `last`, scroll so that it is seen with its heading if there is room. */
void reader_jump(struct reader *r, struct place to);
/* NG, :N — numbered paragraph of the main part; false if there is none. */
bool reader_jump_number(struct reader *r, long number);
/* By eId or number, as doc_find(); false if there is none. */
bool reader_jump_place(struct reader *r, struct slice place);
/* { } ( the next or previous block that is a paragraph, item or text ) and [[ ]] (heading);
 * `n` counts, negative goes back; false (and no move) if there is none at all. */
bool reader_paragraph(struct reader *r, long n);
bool reader_heading(struct reader *r, long n);
/* Notes under the blocks, as layout_set_notes(); the current place keeps its row if it can. */
void reader_set_notes(struct reader *r, const struct layout_note *notes, size_t n);
/* m, ', '' */
void reader_set_mark(struct reader *r, char name);
bool reader_jump_mark(struct reader *r, char name);
bool reader_jump_last(struct reader *r);
/* Tab: current is there; the text moves only if that is not on the screen.  No jump. */
void reader_point(struct reader *r, struct place to);

/* What is on the screen, to come back to exactly. */
struct reader_spot {
	struct place top, current;
	size_t top_gap; /* empty rows in sight before the block of `top` */
	size_t top_note; /* rows of notes between the text of `top` and the first row; 0: it is that */
	int home, sideways;
};
struct reader_spot reader_spot_of(struct reader *r);
/* The same rows at the same width; at another one, the same first text. */
void reader_restore(struct reader *r, const struct reader_spot *spot);

/* Another place at another row of the screen, also where the text would not scroll to: for readers
 * that keep in step. */
void reader_put(struct reader *r, struct row top, struct place current);

/* zt zz zb */
enum reader_align { READER_TOP, READER_MIDDLE, READER_BOTTOM };
void reader_align(struct reader *r, enum reader_align where);

/* For the first line of the screen. */
struct reader_where {
	size_t heading;   /* block, or SLICE_NONE */
	size_t paragraph; /* block of the current numbered paragraph, or SLICE_NONE */
	long last_number; /* of the main part, 0 if nothing is numbered */
	uint32_t page, pages; /* 0 when unknown */
	int percent;      /* of the document's text before the last row on the screen */
	bool at_end;      /* the last row of the document is on the screen */
};
struct reader_where reader_where(struct reader *r);
/* The row of the screen that shows `current`, from 0. */
int reader_current_row(struct reader *r);

/* A place as it can be kept (eId, quotation, hint) and found again in a newer text; borrowed from
 * the document. */
struct reader_anchor {
	struct slice eid, component, quote;
	size_t block, byte;
};
struct reader_anchor reader_anchor_of(const struct doc *d, struct place at);
/* Where eId and quotation agree, else where the quotation stands nearest to the hint, else by eId,
 * else the hint; always a valid place. */
struct place reader_find_anchor(const struct doc *d, struct reader_anchor a);

/* So many cells a block is scrolled to the right: a table that is too wide, as far as it goes. */
int reader_sideways(const struct reader *r, size_t block);

#endif
