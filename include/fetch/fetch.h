/* SPDX-License-Identifier: ISC */
/*
 * A file from a server: another program gets it (fetch/transfer.h), a clock runs, and whoever waits
 * can end it.  Nothing lies on disk; the bytes are worth what any bytes from outside are.
 */
#ifndef DUAN_FETCH_FETCH_H
#define DUAN_FETCH_FETCH_H

#include "base/buf.h"
#include "base/err.h"

#include <stdbool.h>

/* Asked several times a second: false ends it.  `total` is 0 while it is not known. */
typedef bool fetch_watch(void *context, size_t got, size_t total);

struct fetch_request {
	const char *address;
	struct slice name; /* of what is fetched, for words: "A/70/1@zh" */
	long seconds;      /* without anything coming, before it is given up */
	size_t bytes_most;
	fetch_watch *watch;
	void *context;     /* of the watch */
};

/*
 * The bytes into `out` (cleared first).  STATUS_MISSING: the server has none; STATUS_CANCELLED: the
 * watch said so; STATUS_TOO_BIG; STATUS_IO: the way there, where another try may help.
 */
enum status fetch_run(const struct fetch_request *r, struct buf *out, struct err *err) MUST_USE;

#endif
