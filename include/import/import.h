/* SPDX-License-Identifier: ISC */
/*
 * A file becomes a document.
 *
 * bytes → charset → text → source lines → pages → furniture off → joined lines → blocks →
 * footnotes tied → metadata → symbols marked.  An odd document is never rejected: it is remarked
 * upon.  Refused are only what cannot be read, and what is no text at all.
 */
#ifndef DUAN_IMPORT_IMPORT_H
#define DUAN_IMPORT_IMPORT_H

#include "doc/doc.h"

struct cage;
struct convert_means;

/* Reads the file ("-" is standard input) and makes a document of it; *out is the caller's.  Formats that
 * another program has to convert first (extract/convert.h) are refused without `m`. */
enum status import_file(const struct convert_means *m, const char *path, struct doc **out, struct err *err)
	MUST_USE;
/* For many files: starts the reader of a file's format, or what converts it, so that it works while
 * another file is imported.  NULL if the file needs none, or none could be started. */
struct cage *import_ahead(const struct convert_means *m, struct slice bytes, struct slice name);
/* import_bytes() of such a file, with what was started for it; NULL is fine.  `sha256` is that of the
 * bytes, in hexadecimal; NULL: not known. */
enum status import_begun(const struct convert_means *m, struct cage *ahead, struct buf *bytes,
                         const char *sha256, struct slice name, struct doc **out, struct err *err)
	MUST_USE;
/* The same from bytes in memory, of which nothing is converted; takes the buffer's memory over.  `name`
 * is copied. */
enum status import_bytes(struct buf *bytes, struct slice name, struct doc **out, struct err *err)
	MUST_USE;

#endif
