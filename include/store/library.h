/* SPDX-License-Identifier: ISC */
/*
 * library.db: documents held, as they were understood.  Rebuildable from the files.
 *
 * WAL, many readers, one writer at a time; a writer waits at most 5 s.  Without permission to write
 * everything that reads works.  Results live in the caller's arena.  An id names a document of this
 * file for as long as it is open; what is kept anywhere is symbol and language.
 */
#ifndef DUAN_STORE_LIBRARY_H
#define DUAN_STORE_LIBRARY_H

#include "base/arena.h"
#include "base/err.h"
#include "doc/doc.h"

#include <stdint.h>

struct library;

/* Appends `path`, or where the library is when that is NULL. */
enum status library_path(const char *path, struct buf *out, struct err *err) MUST_USE;
/* NULL path: library.db in the data folder, made when it is not there. */
enum status library_open(const char *path, struct library **out, struct err *err) MUST_USE;
void library_close(struct library *l); /* NULL is fine */
/* How long to wait for another writer from now on, instead of 5 s. */
void library_wait(struct library *l, int ms);
bool library_may_write(const struct library *l);
bool library_is_snapshot(const struct library *l); /* store/publish.h; then nobody writes to it */
/* Another number when anybody has written to the file since; 0 if it cannot be told.  Cheap. */
int64_t library_version(struct library *l);
const char *library_name(const struct library *l); /* the path of its file */

/* Appends what a document's links are filed under, "doc:cac/cosp/2019/9": its symbol in any spelling
 * as target_key() would write it. */
void library_key(struct slice symbol, struct buf *out);

/* A document held. */
struct library_document {
	int64_t id;
	struct slice symbol;   /* chief one as a key; empty if it has none */
	struct slice language; /* "zh"; empty if unknown */
	struct slice title, body, session, date, job, format;
	struct slice name;     /* base name of its file */
	struct slice path;     /* of its file when it was added, absolute; empty for standard input */
	struct slice sha256;
	uint32_t pages;
	size_t n_blocks;
	int64_t added;         /* seconds since 1970 */
};
struct library_documents {
	struct library_document *v;
	size_t n;
};

/* What library_add() did. */
enum library_added {
	LIBRARY_NEW,
	LIBRARY_SAME,     /* held already, nothing changed */
	LIBRARY_REPLACED, /* the text took the place of an earlier one of the same file or symbol */
	LIBRARY_KEPT,     /* another file of this symbol and language is held, and stays: it is named
	                   * after the symbol, or has more text */
};
/* Why one of two files stands for a document. */
enum library_reason {
	LIBRARY_NO_RIVAL,
	LIBRARY_BY_NAME,   /* its name is the symbol */
	LIBRARY_BY_LENGTH, /* it has more text */
	LIBRARY_BY_HASH,   /* neither: whichever came first, the same one stands */
};
struct library_change {
	enum library_added what;
	int64_t id;
	struct slice rival; /* path of the other file, for REPLACED and KEPT when it is another */
	enum library_reason reason;
	size_t lit;         /* citations of other documents that lead here now and led nowhere before */
};
/* One transaction, or part of a batch. */
enum status library_add(struct library *l, const struct doc *d, struct slice path,
                        struct arena *arena, struct library_change *change, struct err *err) MUST_USE;
/*
 * Many documents in one transaction are added faster.  Between the two nobody else can write; what
 * is added is there for others after the end, all of it, or nothing if `status` or the end's own is
 * another than STATUS_OK.  When an addition has failed the batch must be ended with its status.
 */
enum status library_batch_begin(struct library *l, struct err *err) MUST_USE;
enum status library_batch_end(struct library *l, enum status status, struct err *err) MUST_USE;
/* Whether the file at `path` need not be read: it is held and has neither changed in size nor time.
 * With the hash of its bytes: whether they need not be understood again; where they lie now is
 * noted.  STATUS_MISSING, err untouched, if it is to be added. */
enum status library_held_file(struct library *l, struct slice path, struct slice sha256, int64_t *id,
                              struct err *err) MUST_USE;
enum status library_remove(struct library *l, int64_t id, struct err *err) MUST_USE;

/* By symbol in any spelling (any of the document's own symbols) or "sha256:…", of which the first
 * digits are enough.  `language` empty:
 * the first that is held of `prefer`, then zh en fr es ru ar.  STATUS_MISSING, err untouched. */
enum status library_find(struct library *l, struct slice symbol, struct slice language,
                         struct slice prefer, struct arena *arena, struct library_document *out,
                         struct err *err) MUST_USE;
/* STATUS_MISSING, err untouched. */
enum status library_get(struct library *l, int64_t id, struct arena *arena,
                        struct library_document *out, struct err *err) MUST_USE;
/* All language versions of a symbol. */
enum status library_versions(struct library *l, struct slice symbol, struct arena *arena,
                             struct library_documents *out, struct err *err) MUST_USE;
/* Everything, by symbol, then title. */
enum status library_list(struct library *l, struct arena *arena, struct library_documents *out,
                         struct err *err) MUST_USE;
/* For opening by what a person types: symbols that start with or hold it (blind to case, blanks,
 * width), then titles that hold it; at most `max`. */
enum status library_complete(struct library *l, struct slice typed, size_t max, struct arena *arena,
                             struct library_documents *out, struct err *err) MUST_USE;
/* Versions of one symbol that stand together: by language, `prefer` first, as library_find() would. */
void library_prefer(struct library_documents *list, struct slice prefer);
/* By symbol, numbers in it as such (9 before 13), then as library_prefer() does. */
void library_sort(struct library_documents *list, struct slice prefer);
/* The document as it was stored: blocks, citations, remarks, source lines.  Owned by the caller. */
enum status library_load(struct library *l, int64_t id, struct doc **out, struct err *err) MUST_USE;
/* A part of it: at most *n blocks from `first` on, with their citations, into `out`; *n is then how many
 * there were.  Their words live in the arena. */
enum status library_blocks(struct library *l, int64_t id, size_t first, size_t *n, struct arena *arena,
                           struct block *out, struct err *err) MUST_USE;

/*
 * Where a target that is no document of its own stands: "res:CAC/COSP:7/5", "treaty:UNCAC", learned
 * at import from headings and titles.  *eid is where it starts, "annex_1!hdg_2"; "annex_1!" when it
 * is all of a component, and places of the target lie within; empty when it is the whole document,
 * or only the report is known.  STATUS_MISSING, err untouched.
 */
enum status library_holder(struct library *l, struct slice target_key, struct slice prefer,
                           struct arena *arena, struct library_document *out, struct slice *eid,
                           struct err *err) MUST_USE;

/* Looks at everything.  STATUS_CORRUPT if SQLite finds the file damaged; else what is out of step,
 * in words, none if nothing is. */
enum status library_check(struct library *l, struct arena *arena, struct words **faults, size_t *n,
                          struct err *err) MUST_USE;
struct library_size {
	size_t n_documents, n_blocks, n_citations;
};
enum status library_measure(struct library *l, struct library_size *out, struct err *err) MUST_USE;
/* Files all links and words anew. */
enum status library_refile(struct library *l, struct err *err) MUST_USE;
/* Puts the library at `fresh`, which nobody has open, in the place of the damaged one at `path`.  Appends
 * what that is called now. */
enum status library_set_aside(const char *path, const char *fresh, struct buf *aside, struct err *err)
	MUST_USE;
/* Paths of the files that the damaged library at `path` held, as far as they can be read of it; by
 * name.  STATUS_IO if the disk did not give all of it, which is no damage. */
enum status library_left(const char *path, struct arena *arena, struct slice **out, size_t *n,
                         struct err *err) MUST_USE;

#endif
