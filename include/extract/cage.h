/* SPDX-License-Identifier: ISC */
/*
 * Runs a reader in a process of its own (extract/lock.h) and checks what it answers.
 *
 * A reader that breaks, hangs or lies costs the document, nothing else.
 */
#ifndef DUAN_EXTRACT_CAGE_H
#define DUAN_EXTRACT_CAGE_H

#include "extract/child.h"
#include "extract/convert.h"
#include "extract/extract.h"
#include "extract/lock.h"
#include "extract/sniff.h"

/* A reader at work. */
struct cage;

/* Starts one; NULL, with the words of why, if it cannot.  The bytes are copied. */
struct cage *cage_start(enum sniff_format format, struct slice bytes, struct slice name,
                        struct err *err);
/* Starts a converter of a format that needs one; NULL, with the words of why, if it cannot. */
struct cage *cage_convert(const struct convert_means *m, enum sniff_format format, struct slice bytes,
                          struct slice name, struct err *err);
/* Its process, to be attended to, and the time that it has from when somebody waits. */
struct child *cage_child(struct cage *c);
long cage_seconds(const struct cage *c);
/* Waits for its end; it is freed.  The caller releases `out`. */
enum status cage_finish(struct cage *c, struct slice name, struct extract *out, struct err *err)
	MUST_USE;
/* The same of a converter: what it made, a file of any format. */
enum status cage_converted(struct cage *c, struct slice name, struct buf *made, struct err *err) MUST_USE;
/* Ends it without an answer.  NULL is fine. */
void cage_cancel(struct cage *c);
/* Lines of a file in `format`; `name` is for the words of a refusal.  The caller releases `out`. */
enum status cage_run(enum sniff_format format, struct slice bytes, struct slice name,
                     struct extract *out, struct err *err) MUST_USE;
/* What would protect: asked of a program of ours that does nothing else. */
enum status cage_ask(enum lock_program which, struct lock_state *state, struct err *err) MUST_USE;

#endif
