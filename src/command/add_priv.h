/* SPDX-License-Identifier: ISC */
/*
 * What the parts of `duan add` share.
 */
#ifndef DUAN_COMMAND_ADD_PRIV_H
#define DUAN_COMMAND_ADD_PRIV_H

#include "annotation/reattach.h"
#include "command_priv.h"
#include "queue_priv.h"

#define ADD_RESULTS 6
#define ADD_REFUSED 4 /* behind those of enum library_added */
#define ADD_UNTRIED 5 /* after the library has refused to take any more, or somebody has */

/* One file, as it is reported. */
struct add_report {
	const char *path;
	int result;
	struct library_document held;
	struct library_change change;
	struct reattach_report notes; /* what became of those on it */
	struct err err;
};

/* A file whose turn has come. */
struct add_entry {
	struct add_report r; /* what it points at lies in the arena of the batch, or is `path` */
	char *path, *absolute;
	struct doc *doc; /* NULL: there is nothing to put into the library */
};

/* Files that are put into the library in one transaction, and reported after its end. */
struct add_batch {
	VEC(struct add_entry) entries;
	struct arena arena;
	bool is_open; /* there is a transaction */
	size_t bytes; /* of their texts */
	long start_ms;
};

struct adding {
	const struct call *call;
	struct library *library;
	struct notes *notes; /* NULL: there are none or they cannot be read, or nothing was added yet */
	bool has_looked;     /* for notes */
	bool json;
	enum { PROGRESS_NONE, PROGRESS_OVER, PROGRESS_LINES } progress; /* written over; a line each time */
	long told_ms; /* when the last line was */
	bool has_stopped; /* the library takes nothing more */
	size_t n[ADD_RESULTS], lit, bytes;
	struct queue queue;
	struct add_batch batch;
	size_t total; /* files there are; counted only for who looks on */
	long start_ms;
};

/* add_report.c: counts it and says it. */
void add_report_file(struct adding *a, const struct add_report *r);
void add_report_all(const struct adding *a);

/* add_batch.c: takes over what the entry owns.  It is reported soon. */
void add_batch_put(struct adding *a, struct add_entry *e);
/* Ends the transaction, and reports. */
void add_batch_end(struct adding *a);
/* The same if others have waited long enough for it. */
void add_batch_turn(struct adding *a);
void add_batch_release(struct add_batch *b); /* after its end */

#endif
