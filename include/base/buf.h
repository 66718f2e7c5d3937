/* SPDX-License-Identifier: ISC */
/*
 * Bytes that grow.  Owns its memory; a `struct buf` of zeroes is empty and ready for use.
 * Memory exhaustion ends the program through die().
 */
#ifndef DUAN_BASE_BUF_H
#define DUAN_BASE_BUF_H

#include "base/slice.h"

#include <stdarg.h>

struct buf {
	char *p; /* always NUL-terminated once something was added; NULL before */
	size_t len;
	size_t cap;
};

void buf_release(struct buf *b);
void buf_clear(struct buf *b); /* empty, keeps the memory */
void buf_reserve(struct buf *b, size_t more);
void buf_add(struct buf *b, struct slice s);
void buf_add_str(struct buf *b, const char *cstr);
void buf_add_byte(struct buf *b, char c);
void buf_addf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void buf_vaddf(struct buf *b, const char *fmt, va_list args) __attribute__((format(printf, 2, 0)));
void buf_truncate(struct buf *b, size_t len); /* len <= b->len */
struct slice buf_slice(const struct buf *b);  /* valid until the next change */
const char *buf_str(const struct buf *b);     /* NUL-terminated, "" when empty */

#endif
