/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/map.h"

#include "base/arena.h"
#include "tap.h"

static void
maps(void)
{
	struct arena a = { 0 };
	struct map m = { 0 };
	bool right = true;

	ok(map_find(&m, SLICE("x")) == NULL, "nothing in an empty map");
	for (long i = 0; i < 5000; i++)
		*map_at(&m, arena_printf(&a, "A/%ld", i)) = i;
	for (long i = 0; i < 5000; i++) {
		const long *found = map_find(&m, arena_printf(&a, "A/%ld", i));

		right = right && found && *found == i;
	}
	ok(right, "5,000 keys found again");
	is_number(m.n, 5000, "counted");
	ok(map_find(&m, SLICE("A/5000")) == NULL, "and no other");
	map_release(&m);
	arena_release(&a);
}

int
main(void)
{
	maps();
	return tap_done();
}
