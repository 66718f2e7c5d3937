/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/clock.h"

#include "tap.h"

#include <time.h>

int
main(void)
{
	struct timespec pause = { .tv_nsec = 20000000 };
	long start = clock_ms(), passed;

	nanosleep(&pause, NULL);
	passed = clock_ms() - start;
	ok(passed >= 19 && passed < 60000, "it goes on, in milliseconds");
	return tap_done();
}
