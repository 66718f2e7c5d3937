/* SPDX-License-Identifier: ISC */
/*
 * One reader a format; each sets out->refusal when it gives no document.
 */
#ifndef DUAN_EXTRACT_READER_PRIV_H
#define DUAN_EXTRACT_READER_PRIV_H

#include "extract/extract.h"

void docx_read(struct slice bytes, struct extract *out);
void pdf_read(struct slice bytes, struct extract *out);
void html_read(struct slice bytes, struct extract *out);
void epub_read(struct slice bytes, struct extract *out);

#endif
