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

/* Reads the file ("-" is standard input) and makes a document of it; *out is the caller's. */
enum status import_file(const char *path, struct doc **out, struct err *err) MUST_USE;
struct cage;
/* For many files: starts the reader of a file's format, so that it works while another file is
 * imported.  NULL if the file needs none, or none could be started. */
struct cage *import_ahead(struct slice bytes, struct slice name);
/* import_bytes() of such a file, with what was started for it; NULL is fine.  `sha256` is that of the
 * bytes, in hexadecimal. */
enum status import_begun(struct cage *ahead, struct buf *bytes, const char *sha256,
                         struct slice name, struct doc **out, struct err *err) MUST_USE;
/* The same from bytes in memory; takes the buffer's memory over.  `name` is copied. */
enum status import_bytes(struct buf *bytes, struct slice name, struct doc **out, struct err *err)
	MUST_USE;

#endif
