/* SPDX-License-Identifier: ISC */
/*
 * Single facts read from single lines.
 */
#ifndef DUAN_IMPORT_METADATA_PRIV_H
#define DUAN_IMPORT_METADATA_PRIV_H

#include "base/arena.h"

#define DATE_ISO_BYTES 11 /* "2019-12-18" and NUL */

/* Day, month and year anywhere in the line, in any of the languages; false if there is none. */
bool metadata_date(struct slice line, char iso[DATE_ISO_BYTES]);
/* The word begins with the name of a month (months.def). */
bool metadata_is_month(struct slice word);
/* "8" for 第八届会议 and "Eighth session", "2023" for 2023 年届会; empty if it names none. */
struct slice metadata_session(struct slice line, struct arena *arena);
/* Code of the language that most of the text is in; static; empty if it cannot be told. */
struct slice metadata_language(struct slice text);

#endif
