/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/locale.h"

#include <unicode/uloc.h>

void
locale_fix(void)
{
	UErrorCode code = U_ZERO_ERROR;

	uloc_setDefault("en_US_POSIX", &code); /* without memory it stays as it is */
}
