/* SPDX-License-Identifier: ISC */
/*
 * What a file of a format with more than characters in it tells: source lines, each with the
 * evidence of what it is.
 *
 * A reader of a format (extract/reader.h) fills it in a child process; the answer crosses a pipe as
 * text (extract_write, extract_read).  The parent trusts nothing: extract_read() refuses whatever a
 * reader of ours would not have written.  Slices lie in the arena.
 */
#ifndef DUAN_EXTRACT_EXTRACT_H
#define DUAN_EXTRACT_EXTRACT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/vec.h"

#include <stdint.h>

enum extract_flag {
	EXTRACT_STARTS = 1 << 0,   /* a paragraph starts here */
	EXTRACT_WHOLE = 1 << 1,    /* the format knows paragraphs: a line that does not start one goes on */
	EXTRACT_BOLD = 1 << 2,     /* all of it */
	EXTRACT_ITALIC = 1 << 3,   /* all of it */
	EXTRACT_HEADING = 1 << 4,
	EXTRACT_ROW = 1 << 5,      /* of a table, cells parted by tabs */
	EXTRACT_NOTE = 1 << 6,     /* of a footnote; one that starts another has a label */
	EXTRACT_FURNITURE = 1 << 7, /* head or foot of pages */
	EXTRACT_MASTHEAD = 1 << 8,
	EXTRACT_CONTENTS = 1 << 9, /* entry of a table of contents */
	EXTRACT_CENTRED = 1 << 10,
	EXTRACT_FLAGS_END = 1 << 11,
};

struct extract_line {
	struct slice text;  /* UTF-8 without control characters but tabs between cells */
	uint32_t page;      /* from 1; 0 when unknown */
	int32_t x, y;       /* of its start and its base, from the upper left; tenths of a point */
	int32_t right;      /* where it ends; 0 when places are unknown */
	int32_t left;       /* where its column of text starts */
	uint16_t size;      /* of most of its letters, tenths of a point; 0 when unknown */
	uint16_t label;     /* bytes that are its number or letter; 0 when it is not known to have one */
	uint16_t flags;     /* enum extract_flag */
	uint8_t gap;        /* blank lines before it */
};

enum extract_span_kind {
	EXTRACT_MARK, /* of a footnote: raised figures, asterisks */
	EXTRACT_LINK,
	EXTRACT_SPAN_KINDS
};

/* Bytes of a line. */
struct extract_span {
	uint32_t line;       /* index; spans are in the order of lines */
	uint32_t start, end;
	enum extract_span_kind kind;
	struct slice target; /* of a link */
};

/* Why a file gives no document. */
enum extract_refusal {
	EXTRACT_READ, /* it does */
	EXTRACT_DAMAGED,
	EXTRACT_ENCRYPTED,
	EXTRACT_TOO_BIG,
	EXTRACT_NO_TEXT,    /* a scan */
	EXTRACT_ERROR_PAGE, /* of the document system, in place of the document */
	EXTRACT_NO_READER,  /* this build has none */
	EXTRACT_REFUSALS
};

#define EXTRACT_SYMBOLS_MOST 8

struct extract {
	struct arena arena;
	VEC(struct extract_line) lines;
	VEC(struct extract_span) spans;
	struct slice symbol[EXTRACT_SYMBOLS_MOST]; /* as the file's properties have them */
	size_t n_symbols;
	uint32_t pages;      /* 0 when unknown */
	uint32_t bare;       /* pages without text */
	uint32_t cut;        /* things left out because there were too many */
	enum extract_refusal refusal;
};

void extract_release(struct extract *e);
/* A line; text is copied, control characters in it become blanks.  Gives its index. */
size_t extract_add(struct extract *e, struct extract_line line);
/* A span of the line added last; the target is copied.  An empty one is dropped. */
void extract_add_span(struct extract *e, size_t start, size_t end, enum extract_span_kind kind,
                      struct slice target);

/* Appends. */
void extract_write(const struct extract *e, struct buf *out);
/* STATUS_CORRUPT, words unset, for anything that extract_write() does not write. */
enum status extract_read(struct slice text, struct extract *e) MUST_USE;

#endif
