/* SPDX-License-Identifier: ISC */
/*
 * What the modules of the library share.
 */
#ifndef DUAN_STORE_LIBRARY_PRIV_H
#define DUAN_STORE_LIBRARY_PRIV_H

#include "db_priv.h"
#include "store/library.h"

struct library {
	struct db *db;
	bool has_batch; /* a transaction is open that library_add() is part of */
};

/* block.id = document << LIBRARY_BLOCK_BITS | number of the block; so do the statements. */
#define LIBRARY_BLOCK_BITS 24
#define LIBRARY_BLOCKS_MOST ((size_t)1 << LIBRARY_BLOCK_BITS)

/* A transaction: QUERY_BEGIN_READ or QUERY_BEGIN_WRITE.  Ends with COMMIT if `status` is STATUS_OK,
 * else nothing of it is left; gives the status of the whole. */
enum status library_begin(struct library *l, enum query query, struct err *err) MUST_USE;
enum status library_end(struct library *l, enum status status, struct err *err) MUST_USE;
/* Starts a statement with one parameter; NULL with *err set when it cannot be prepared. */
sqlite3_stmt *library_ask(struct library *l, enum query query, struct slice key, struct err *err);
sqlite3_stmt *library_ask_id(struct library *l, enum query query, int64_t id, struct err *err);
/* The columns DOCUMENT_COLUMNS of a row. */
struct library_document library_read(sqlite3_stmt *s, struct arena *arena);
/* How far down the order of languages one is: the smaller the better. */
size_t library_rank(struct slice language, struct slice prefer);
/* Appends a copy for looking up: folded, lower case, without blanks. */
void library_fold(struct slice text, struct buf *out);

/* read.c: a row of a block; CITATION_COLUMNS of a row. */
struct block read_row(sqlite3_stmt *s, struct arena *arena);
struct citation read_citation(sqlite3_stmt *s, struct arena *arena);
/* The offsets lie in the block's text: whoever wrote the file, nothing is read outside. */
bool read_fits(const struct block *b, const struct citation *c);
/* Starts a statement for `n` blocks from `first` on; NULL with *err set when it cannot be prepared. */
sqlite3_stmt *read_ask_some(struct library *l, enum query query, int64_t id, size_t first, size_t n,
                            struct err *err);

/* large.c: documents that are not read as a whole. */
bool large_is(const struct doc *d);
enum status large_write(struct library *l, const struct doc *d, int64_t id, struct err *err) MUST_USE;
/* STATUS_MISSING, err untouched, if the document is read as a whole.  Else `d`, whose head is
 * known, gets a backing: blocks come from the library as it is now, also when the document was
 * replaced or removed since. */
enum status large_read(struct library *l, int64_t id, struct doc *d, struct err *err) MUST_USE;

/* holding.c: what can be looked up in a document, its own symbols first. */
struct holding {
	struct slice key;   /* "doc:a/70/1", "res:cac/cosp:7/5", "treaty:uncac" */
	struct slice place; /* "annex_1!hdg_2", "annex_1!"; empty for all of it */
};
size_t holding_find(const struct doc *d, struct arena *arena, struct holding **out);

/* tokenizer.c: our grams as a tokenizer of FTS5, named "duan". */
int tokenizer_register(sqlite3 *handle);

/* fulltext_file.c: a new document waits for the index; filed are some at a time, for each time costs.
 * Out of it before its blocks go. */
enum status fulltext_note(struct library *l, int64_t id, struct err *err) MUST_USE;
/* Files what waits if that is much; what fails waits on. */
void fulltext_file_some(struct library *l);
enum status fulltext_unfile(struct library *l, int64_t id, struct err *err) MUST_USE;
/* The kind of a block, by its name, is heading or title. */
bool fulltext_is_heading(struct slice kind);

/* term.c: strings of Han that a document uses again and again. */
struct term_count; /* opaque */
struct term_count *term_count_new(void);
void term_count_free(struct term_count *t);
void term_count_add(struct term_count *t, struct slice text, bool is_heading);
/* Into the table, or out of it. */
enum status term_file(struct library *l, struct term_count *t, bool out, struct err *err) MUST_USE;

/* write.c: a document in and out of the tables, inside a transaction of the caller's. */
struct write_file {
	struct slice path;
	int64_t size, changed;
};
enum status write_document(struct library *l, const struct doc *d, const struct write_file *file,
                           int64_t *id, struct err *err) MUST_USE;
enum status write_removal(struct library *l, int64_t id, struct err *err) MUST_USE;

/* link_file.c: files the links of a document, or takes them out. */
enum status link_file(struct library *l, int64_t id, const struct doc *d, struct err *err) MUST_USE;
enum status link_unfile(struct library *l, int64_t id, struct err *err) MUST_USE;
/* By the citations as they are stored: files them; adds to *n how many are not. */
enum status link_refile(struct library *l, int64_t id, struct err *err) MUST_USE;
enum status link_count_unfiled(struct library *l, int64_t id, long *n, struct err *err) MUST_USE;
/* The numbered paragraph a block's citations stand in: its number, or the block's own. */
size_t link_paragraph(const struct doc *d, size_t block);

#endif
