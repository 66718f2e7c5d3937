/* SPDX-License-Identifier: ISC */
/*
 * Remarks about a document: what was odd, what was guessed, and where.
 *
 * Owns the list and its words.  A remark never stops an import.
 */
#ifndef DUAN_BASE_DIAG_H
#define DUAN_BASE_DIAG_H

#include "base/arena.h"
#include "base/err.h"

#include <stdint.h>

enum diag_level { DIAG_NOTE, DIAG_WARNING };

struct remark {
	enum diag_level level;
	uint32_t page; /* 0 when unknown */
	uint32_t line; /* line of the source, from 1; 0 for the whole document */
	const char *text[UI_LANGUAGES];
};

#define DIAG_MAX 1000 /* further remarks are counted, not kept */

struct diag {
	struct arena *arena; /* borrowed: words live there */
	struct remark *v;
	size_t n, cap;
	size_t dropped;
};

void diag_init(struct diag *d, struct arena *arena);
void diag_release(struct diag *d);
void diag_add(struct diag *d, enum diag_level level, uint32_t page, uint32_t line, const char *en,
              const char *zh, ...) __attribute__((format(printf, 5, 7), format(printf, 6, 7)));
const char *diag_level_name(enum diag_level level); /* "note", "warning": for JSON */

#endif
