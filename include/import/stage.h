/* SPDX-License-Identifier: ISC */
/*
 * What each stage of an import made of a text, in words: for golden files.
 */
#ifndef DUAN_IMPORT_STAGE_H
#define DUAN_IMPORT_STAGE_H

#include "extract/extract.h"
#include "import/import.h"

/*
 * import_bytes(), and the stages appended to *stages: a line a source line with page, role, what its
 * label was used for and whether it goes on from the line before; then the rhythm; then the blocks.
 */
enum status import_bytes_staged(struct buf *bytes, struct slice name, struct buf *stages,
                                struct doc **out, struct err *err) MUST_USE;
/* The same stages over lines that come with evidence; `stages` may be NULL.  Its refusal and its
 * counts are the caller's to look at. */
struct doc *import_extract(struct extract *given, struct slice name, struct slice format,
                           struct buf *stages);

#endif
