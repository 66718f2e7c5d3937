/* SPDX-License-Identifier: ISC */
/*
 * Files on their way into the library while somebody reads: ":add reports/ more.pdf".
 *
 * As fetching.h does it: the loop runs another program, which says how far it has come and what it refused.
 * One at a time; it goes on whatever the reader does, until it is done or ended by ^C.
 */
#ifndef DUAN_SESSION_ADDING_H
#define DUAN_SESSION_ADDING_H

#include "base/arena.h"
#include "base/err.h"
#include "base/vec.h"
#include "session/errand.h"

struct adding {
	struct buf wanted;   /* "reports/\nmore.pdf\n": for the program that is to be started */
	struct buf progress; /* what it said last; empty: nothing runs */
	struct arena arena;  /* owns what was refused, with the reasons, since the last start */
	VEC(struct slice) refused;
	size_t n_unlisted;   /* refused, too many to be kept */
	bool has_warned;     /* the last command was to quit meanwhile */
	struct errand errand;
};
void adding_release(struct adding *a);

/* Words as a shell takes them: blanks part them, "\ " is a blank, "~/" the home. */
enum status adding_want(struct session *s, struct slice words, struct err *err) MUST_USE;
/* Appends the path that the word at `at` means; gives where the word ends. */
size_t adding_read_path(struct slice words, size_t at, struct buf *out);
bool adding_is_at_work(const struct adding *a);
/* ^C: no more is added; false if nothing was. */
bool adding_cancel(struct session *s);
/* Somebody wants to quit: the first time he is told what is at work. */
bool adding_may_quit(struct session *s);

/* A line of the program: how far it is, in the end what became of it; "duan: FILE: why not". */
errand_hear adding_take_line;
/* It has ended: lists and links know what came. */
void adding_end(struct session *s);

#endif
