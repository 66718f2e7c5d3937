/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/diag.h"

#include "tap.h"

static void
remarks(void)
{
	struct arena a = { 0 };
	struct diag d;

	diag_init(&d, &a);
	for (int i = 0; i < DIAG_MAX + 5; i++)
		diag_add(&d, DIAG_NOTE, 1, 2, "line %d", "第 %d 行", i);
	is_number(d.n, DIAG_MAX, "remarks are kept up to a number");
	is_number(d.dropped, 5, "the rest is counted");
	is(slice_from(d.v[7].text[UI_ZH]), "第 7 行", "in both languages");
	is(slice_from(diag_level_name(DIAG_WARNING)), "warning", "levels have names");
	diag_release(&d);
	arena_release(&a);
}

int
main(void)
{
	remarks();
	return tap_done();
}
