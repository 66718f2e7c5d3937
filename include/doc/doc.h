/* SPDX-License-Identifier: ISC */
/*
 * A document: blocks of clean text with labels, places and links, and what is known about it.
 *
 * Built whole by import/ in one arena, then only read.  All slices lie in the arena or in
 * `source`.  Identifiers are eIds as in Akoma Ntoso: sec_III, para_12, para_12__subpara_a,
 * art_5, fn_3, annex_1 (component prefix "annex_1!" is not part of `id`; see `component`).
 */
#ifndef DUAN_DOC_DOC_H
#define DUAN_DOC_DOC_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "cite/citation.h"
#include "doc/backing.h"

enum block_kind {
	BLOCK_MASTHEAD,
	BLOCK_TITLE,
	BLOCK_HEADING,
	BLOCK_PARAGRAPH, /* numbered */
	BLOCK_ITEM,      /* (a), (一): its own label */
	BLOCK_TEXT,      /* unnumbered */
	BLOCK_QUOTE,
	BLOCK_TABLE, /* rows separated by \n, cells by \t */
	BLOCK_FOOTNOTE,
	BLOCK_CONTENTS,
	BLOCK_SPEAKER,
	BLOCK_SIGNATURE,
	BLOCK_OTHER,
	BLOCK_KINDS
};
/* The name used in JSON: "masthead", "title", … */
const char *block_kind_name(enum block_kind kind);

struct block {
	enum block_kind kind;
	int level;            /* headings: 1 for the outermost; items: depth from 1; else 0 */
	struct slice label;   /* as typed: "12.", "(a)", "三."; empty if none */
	long number;          /* of a numbered paragraph or footnote; 0 if none */
	struct slice id;      /* eId; empty if none */
	struct slice component; /* "annex_1"; empty for the main part */
	struct slice text;    /* one line, clean; tables apart */
	uint32_t page;        /* starts on; from 1; 0 when unknown */
	uint32_t source_line, source_end; /* lines of the source, from 1; end one past; 0, 0 unknown */
	struct citation *citations; /* by start, not overlapping */
	size_t n_citations;
};

/* One place in a document. */
struct place {
	size_t block; /* index */
	size_t byte;  /* of the block's text */
};

struct doc {
	struct arena arena;   /* owns everything below but the vectors of `diag` */
	struct slice *symbols; /* own symbols as keys, the chief one first */
	size_t n_symbols;
	struct slice language; /* ar en es fr ru zh, or empty */
	struct slice title, body, session, date /* YYYY-MM-DD */, job;
	struct slice format; /* "text" */
	struct slice name;   /* base name of the file, "-" for standard input */
	char sha256[65];     /* of the file's bytes */
	uint32_t pages;      /* 0 when unknown */
	struct block *blocks; /* NULL with a backing: doc_block() gives them either way */
	size_t n_blocks;
	struct buf source;   /* the decoded text, UTF-8, line ends kept; owned; empty with a backing */
	size_t *source_start; /* byte offset of each source line (line 1 at [0]) and of the end */
	struct backing *backing; /* owned; NULL: all is in memory */
	size_t n_source_lines;
	unsigned shared;     /* owners beside the first one */
	struct diag diag;
	/* Made by doc_index(): */
	size_t *text_start;   /* bytes of text before each block, and of all: n_blocks + 1 */
	size_t *headings;     /* blocks */
	size_t n_headings;
	size_t *numbered;     /* blocks that are numbered paragraphs */
	size_t n_numbered;
	long last_number;     /* highest number of a numbered paragraph in the main part, 0 if none */
};

struct doc *doc_new(void);
/* One more owner: doc_free() has to be called once more. */
struct doc *doc_share(struct doc *d);
void doc_free(struct doc *d); /* NULL is fine */
/* Finds the lines of `source`: each ends in LF, CR or CR LF. */
void doc_divide(struct doc *d);
/* The last step of making a document, when its blocks are complete.  Without any it gets an empty
 * one: a document has at least one block. */
void doc_index(struct doc *d);
/* Below n_blocks.  Of a document with a backing, valid as backing_block() says. */
const struct block *doc_block(const struct doc *d, size_t block);
/* The same with label and text alone, for who reads through a document; valid until the next call. */
const struct block *doc_block_words(const struct doc *d, size_t block);
/* Source line number n, from 1, without its line end; empty outside; valid as backing_line() says. */
struct slice doc_source_line(const struct doc *d, size_t n);
/* The block with this eId (and component, empty for main), or SLICE_NONE.  A lone number means
 * "para_N"; "12(a)" means "para_12__subpara_a". */
size_t doc_find(const struct doc *d, struct slice place);
/* The same by the eId alone, as it is written; empty finds nothing. */
size_t doc_find_eid(const struct doc *d, struct slice component, struct slice eid);
/* A place as a person types it becomes one as links are filed (cite/target.h): "12" "para_12",
 * "annex_1" "annex_1!", "!annex_1#3" "annex_1!para_3".  Appends. */
void doc_place(struct slice typed, struct buf *out);
/* The heading that governs a block, or SLICE_NONE. */
size_t doc_heading_of(const struct doc *d, size_t block);
/* The last numbered paragraph at or before a block in the same component, or SLICE_NONE. */
size_t doc_paragraph_of(const struct doc *d, size_t block);

#endif
