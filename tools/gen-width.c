/* SPDX-License-Identifier: ISC */
/*
 * Prints src/text/width_ranges.def from ICU's Unicode data.  Run by hand when Unicode moves on:
 *
 *	cc -o gen-width tools/gen-width.c -licuuc && ./gen-width > src/text/width_ranges.def
 */
#include <stdbool.h>
#include <stdio.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>

static bool
is_unsafe(UChar32 c)
{
	if (c == 0xFFFC) /* object replacement: there is no object */
		return true;
	switch (u_charType(c)) {
	case U_CONTROL_CHAR:
	case U_FORMAT_CHAR:
	case U_SURROGATE:
	case U_UNASSIGNED:
	case U_PRIVATE_USE_CHAR:
	case U_LINE_SEPARATOR:
	case U_PARAGRAPH_SEPARATOR:
		return true;
	default:
		return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
		       u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR);
	}
}

static bool
is_mark(UChar32 c)
{
	int type = u_charType(c);

	return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK ||
	       (c >= 0x1160 && c <= 0x11FF) || (c >= 0xD7B0 && c <= 0xD7FF);
}

static const char *
class_of(UChar32 c)
{
	int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);

	if (c == 0x00AD || c == 0x200C || c == 0x200D)
		return "NOTHING";
	/* Variation selectors change nothing that a cell could show. */
	if (u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR))
		return "NOTHING";
	if (is_unsafe(c))
		return "UNSAFE";
	if (is_mark(c))
		return "MARK";
	if (width == U_EA_WIDE || width == U_EA_FULLWIDTH)
		return "WIDE";
	if (width == U_EA_AMBIGUOUS && !(c >= 0x2500 && c <= 0x257F))
		return "AMBIGUOUS";
	return "NARROW";
}

int
main(void)
{
	const char *now = class_of(0);
	UChar32 start = 0;

	printf("/* SPDX-License-Identifier: ISC */\n"
	       "/* Made by tools/gen-width.c from Unicode %s: all that is not NARROW. */\n",
	       U_UNICODE_VERSION);
	for (UChar32 c = 1; c <= 0x110000; c++) {
		const char *class = c <= 0x10FFFF ? class_of(c) : "";

		if (class == now)
			continue;
		if (now != class_of('a'))
			printf("RANGE(0x%04X, 0x%04X, %s)\n", (unsigned)start, (unsigned)c - 1, now);
		start = c;
		now = class;
	}
	return 0;
}
