/* SPDX-License-Identifier: ISC */
/*
 * What stands over a table or a picture: its number, alone on a line.
 */
#include "config.h"

#include "import_priv.h"

#include "text/numeral.h"

bool
caption_is_number(struct slice text)
{
	static const char *const word[] = { "Table ", "Figure ", "Box ", "Chart ", "Tableau ", "Cuadro ",
		                            "Таблица ", "表", "图", "方框" };
	struct slice rest = slice_from(NULL);
	long value;
	size_t n;

	for (size_t i = 0; i < sizeof word / sizeof *word && rest.len == 0; i++)
		if (slice_starts(text, word[i]))
			rest = slice_trim_start(slice_skip(text, slice_from(word[i]).len));
	if (rest.len == 0 || rest.len > 12)
		return false;
	n = numeral_han(rest, &value);
	if (n == 0)
		n = numeral_roman(rest, &value);
	if (n > 0)
		return n == rest.len;
	for (n = 0; n < rest.len; n++)
		if (!byte_is_alnum(rest.p[n]) && rest.p[n] != '.')
			return false;
	return byte_is_digit(rest.p[0]);
}
