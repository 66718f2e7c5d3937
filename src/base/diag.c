/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/diag.h"

#include "base/vec.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define REMARK_BYTES 512 /* longer words are cut */

void
diag_init(struct diag *d, struct arena *arena)
{
	*d = (struct diag){ .arena = arena };
}

void
diag_release(struct diag *d)
{
	VEC_RELEASE(d);
	d->dropped = 0;
}

void
diag_add(struct diag *d, enum diag_level level, uint32_t page, uint32_t line, const char *en,
         const char *zh, ...)
{
	const char *fmt[UI_LANGUAGES] = { [UI_EN] = en, [UI_ZH] = zh };
	struct remark r = { .level = level, .page = page, .line = line };

	if (d->n >= DIAG_MAX) {
		d->dropped++;
		return;
	}
	for (int i = 0; i < UI_LANGUAGES; i++) {
		char words[REMARK_BYTES];
		va_list args;

		va_start(args, zh);
		vsnprintf(words, sizeof words, fmt[i], args);
		va_end(args);
		r.text[i] = arena_copy(d->arena, slice_from(words)).p;
	}
	VEC_PUSH(d, r);
}

const char *
diag_level_name(enum diag_level level)
{
	switch (level) {
	case DIAG_NOTE:
		return "note";
	case DIAG_WARNING:
		return "warning";
	}
	return "";
}
