/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "council_priv.h"

#include <stddef.h>

static const struct {
	int year, first, last;
} years[] = {
#define YEAR(year, first, last) { year, first, last },
#include "council_years.def"
#undef YEAR
};

long
council_year(long number)
{
	for (size_t i = 0; i < sizeof years / sizeof *years; i++)
		if (number >= years[i].first && number <= years[i].last)
			return years[i].year;
	return 0;
}
