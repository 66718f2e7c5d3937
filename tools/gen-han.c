/* SPDX-License-Identifier: ISC */
/*
 * Prints src/text/han_common.def: the Han characters that GB 2312 or Big5 put on level 1, which is
 * where both standards put the common ones.  A bit a character from U+4E00, 64 in a word.  Run by
 * hand; the standards do not move.
 *
 *	cc -o gen-han tools/gen-han.c -licuuc && ./gen-han > src/text/han_common.def
 */
#include <stdint.h>
#include <stdio.h>
#include <unicode/ucnv.h>

#define FIRST 0x4E00
#define WORDS ((0xA000 - FIRST) / 64)

static uint64_t common[WORDS];

static void
mark(UConverter *from, unsigned lead, unsigned trail)
{
	const char bytes[2] = { (char)lead, (char)trail };
	UErrorCode code = U_ZERO_ERROR;
	UChar u[4];
	int32_t n = ucnv_toUChars(from, u, 4, bytes, 2, &code);

	if (U_SUCCESS(code) && n == 1 && u[0] >= FIRST && u[0] < 0xA000)
		common[(u[0] - FIRST) / 64] |= (uint64_t)1 << (u[0] - FIRST) % 64;
}

int
main(void)
{
	UErrorCode code = U_ZERO_ERROR;
	UConverter *gb = ucnv_open("GB18030", &code), *big5 = ucnv_open("Big5", &code);

	if (U_FAILURE(code))
		return 1;
	for (unsigned lead = 0xB0; lead <= 0xD7; lead++)
		for (unsigned trail = 0xA1; trail <= 0xFE; trail++)
			mark(gb, lead, trail);
	for (unsigned lead = 0xA4; lead <= 0xC6; lead++)
		for (unsigned trail = 0x40; trail <= (lead < 0xC6 ? 0xFE : 0x7E); trail++)
			mark(big5, lead, trail);
	printf("/* SPDX-License-Identifier: ISC */\n"
	       "/* Made by tools/gen-han.c: level 1 of GB 2312 and of Big5, from U+4E00. */\n");
	for (int i = 0; i < WORDS; i++)
		printf("0x%016llX,%s", (unsigned long long)common[i], i % 4 == 3 ? "\n" : " ");
	ucnv_close(gb);
	ucnv_close(big5);
	return 0;
}
