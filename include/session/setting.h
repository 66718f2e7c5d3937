/* SPDX-License-Identifier: ISC */
/*
 * What can be set while the reader runs: ":set NAME VALUE".
 */
#ifndef DUAN_SESSION_SETTING_H
#define DUAN_SESSION_SETTING_H

#include "base/err.h"
#include "base/slice.h"

struct session;

struct setting_info {
	const char *name;
	const char *values; /* "zh|en"; "0-10000" for numbers */
	struct words help;
};
size_t setting_count(void);
const struct setting_info *setting_info(size_t i);
/* By its name; NULL: there is none. */
const struct setting_info *setting_find(struct slice name);
/* STATUS_USAGE, and nothing changed, when there is no such setting or it cannot take the value. */
enum status setting_set(struct session *s, struct slice name, struct slice value, struct err *err)
	MUST_USE;

#endif
