/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/arena.h"

#include "tap.h"

#include <stdint.h>
#include <string.h>

static void
arenas(void)
{
	struct arena a = { 0 };
	char *first = arena_alloc(&a, 3);
	struct slice text;
	bool zero = true;

	text = arena_copy(&a, SLICE("词"));
	is(text, "词", "copied");
	ok(text.p[text.len] == '\0', "with NUL");
	memset(first, 1, 3);
	for (int i = 0; i < 10000; i++) {
		long *p = ARENA_NEW(&a, long);

		zero = zero && *p == 0 && (uintptr_t)p % _Alignof(long) == 0;
		*p = -1;
	}
	ok(zero, "zeroed and aligned");
	ok(arena_alloc(&a, (size_t)5 << 20) != NULL, "larger than a chunk");
	is(arena_printf(&a, "%s %d", "第", 5), "第 5", "printed");
	arena_clear(&a);
	is_number(a.used, 0, "cleared");
	zero = true;
	for (int i = 0; i < 1000; i++)
		zero = zero && *ARENA_NEW(&a, char) == 0;
	ok(zero, "zeroed again after clear");
	arena_release(&a);
	arena_release(&a);
}

int
main(void)
{
	arenas();
	return tap_done();
}
