/* SPDX-License-Identifier: ISC */
/*
 * What format a file has, by its bytes: names lie.
 */
#ifndef DUAN_EXTRACT_SNIFF_H
#define DUAN_EXTRACT_SNIFF_H

#include "base/slice.h"

enum sniff_format {
	SNIFF_TEXT, /* or nothing that is known */
	SNIFF_PDF,
	SNIFF_DOCX,
	SNIFF_HTML,
	SNIFF_EPUB,
	SNIFF_WORD, /* the older binary one */
	SNIFF_RTF,
	SNIFF_ODT,
	SNIFF_XML,
	SNIFF_ZIP, /* another archive than those */
	SNIFF_FORMATS
};

enum sniff_format sniff_bytes(struct slice bytes);
/* "text", "pdf", "docx", "html", …: as documents name it. */
const char *sniff_name(enum sniff_format format);
/* "text", "PDF", "DOCX", "HTML", …: as people know it. */
const char *sniff_kind(enum sniff_format format);
/* Whether it is read by a program of its own (extract/cage.h), in this build or in another. */
bool sniff_has_reader(enum sniff_format format);
/* SNIFF_TEXT if it names none. */
enum sniff_format sniff_from(const char *name);

#endif
