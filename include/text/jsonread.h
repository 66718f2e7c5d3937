/* SPDX-License-Identifier: ISC */
/*
 * Reading JSON (RFC 8259): a text becomes a tree in the caller's arena.
 *
 * Strict: what RFC 8259 does not allow is refused, with the byte where it went wrong.  Strings are
 * UTF-8; a lone surrogate written as \uD800 becomes U+FFFD.  Numbers are kept as whole ones.
 */
#ifndef DUAN_TEXT_JSONREAD_H
#define DUAN_TEXT_JSONREAD_H

#include "base/arena.h"
#include "base/slice.h"

#define JSONREAD_DEPTH_MAX 64

enum jsonread_type {
	JSONREAD_NULL,
	JSONREAD_BOOL,
	JSONREAD_NUMBER,
	JSONREAD_STRING,
	JSONREAD_ARRAY,
	JSONREAD_OBJECT,
};

struct jsonread {
	enum jsonread_type type;
	struct slice text;     /* of a string; of a number as it was written */
	long number;           /* without its fraction; 0 or 1 of a bool */
	struct slice key;      /* when it is a member of an object */
	struct jsonread *first, *next; /* first item or member; the next one beside it */
};

/* One value, and blanks around it.  False: *at is the byte that was not understood. */
bool jsonread_text(struct slice text, struct arena *arena, struct jsonread *out, size_t *at);
/* The member of that name; NULL if there is none or `v` (NULL is fine) is no object. */
const struct jsonread *jsonread_get(const struct jsonread *v, const char *key);
/* What a member says; empty or 0 if there is none or it is of another type. */
struct slice jsonread_string(const struct jsonread *v, const char *key);
long jsonread_number(const struct jsonread *v, const char *key);

#endif
