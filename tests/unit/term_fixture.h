/* SPDX-License-Identifier: ISC */
/*
 * A terminal for tests: keys from a pipe, output to memory, 24 by 80.
 */
#ifndef DUAN_TESTS_TERM_FIXTURE_H
#define DUAN_TESTS_TERM_FIXTURE_H

#include "term/term.h"

#include <sys/types.h>

struct fixture {
	struct term *t;
	int keys;        /* write end */
	int out;         /* the memory */
	long read_up_to; /* how much of it was looked at */
	struct grid grid;
	struct buf bytes;
};

/* False, and a test skipped, if curses does not start: since 6.5 it refuses memory as a "linux". */
bool fixture_try(struct fixture *f, const char *type, int ambiguous, int color);
/* The rest of the program is skipped if it does not. */
void fixture_open(struct fixture *f, const char *type, int ambiguous, int color);
void fixture_close(struct fixture *f);
void fixture_type(struct fixture *f, const char *bytes);
/* What was sent since the last call; valid until the next. */
struct slice fixture_sent(struct fixture *f);
/* Shows f->grid and gives what was sent. */
struct slice fixture_show(struct fixture *f);
void fixture_put(struct fixture *f, int row, enum grid_style style, const char *text);

/* A pseudo terminal of the given size; gives the master. */
int fixture_pty(int rows, int cols, int *slave);
/* Takes what is sent and throws it away, so that a writer never waits. */
pid_t fixture_reader(int master);
void fixture_reader_end(pid_t reader);
void fixture_resize(int fd, int rows, int cols);

#endif
