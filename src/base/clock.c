/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/clock.h"

#include <time.h>

long
clock_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}
