/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/locale.h"

#include <stdlib.h>
#include <unicode/uloc.h>

#include "text/breaks.h"

#include "tap.h"

/* ICU 76 of Debian 13 went down at the first line that had to be broken. */
static void
test_no_locale_at_all(void)
{
	struct slice text = SLICE("缔约国 will review the water.");
	struct breaks *b = breaks_new();

	setenv("LC_ALL", "red \x1b[31m title \x1b]2;PWN", 1);
	locale_fix();
	is(slice_from(uloc_getDefault()), "en_US_POSIX", "the locale is not that of the environment");
	breaks_set(b, text);
	is_number(breaks_at(b, 14), BREAKS_NONE, "lines are divided");
	is_number(breaks_at(b, 15), BREAKS_ALLOWED, "by a locale of their own");
	breaks_free(b);
}

int
main(void)
{
	test_no_locale_at_all();
	return tap_done();
}
