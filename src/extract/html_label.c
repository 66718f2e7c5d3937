/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "html_priv.h"
#include "text/numeral.h"

#define LABEL_BYTES_MOST 12
#define ROMAN_MOST 399

static void
add_letters(char type, long v, struct buf *out)
{
	size_t start = out->len;

	if ((type | 32) == 'i')
		numeral_add_roman(out, v);
	else
		for (long i = 0; i <= (v - 1) / 26 && i < 4; i++)
			buf_add_byte(out, (char)('a' + (v - 1) % 26));
	for (size_t i = start; type >= 'a' && i < out->len; i++)
		out->p[i] = byte_to_lower(out->p[i]);
	for (size_t i = start; type == 'A' && i < out->len; i++)
		out->p[i] = (char)(out->p[i] - 32);
}

void
html_add_label(char type, long v, struct buf *out)
{
	if (type == '\0') {
		buf_add_str(out, "•");
	} else if (type == '1' || v <= 0 || ((type | 32) == 'i' && v > ROMAN_MOST)) {
		buf_addf(out, "%ld.", v);
	} else {
		buf_add_byte(out, '(');
		add_letters(type, v, out);
		buf_add_byte(out, ')');
	}
}

/* "1." "(a)" "•" at the front: the author counted. */
bool
html_has_label(struct slice text)
{
	size_t n = 0;

	text = slice_trim_start(text);
	while (n < text.len && n < LABEL_BYTES_MOST && text.p[n] != ' ')
		n++;
	if (n == 0 || n == LABEL_BYTES_MOST)
		return false;
	return (text.p[n - 1] == '.' && byte_is_digit(text.p[0])) ||
	       (text.p[n - 1] == ')' && (text.p[0] == '(' || n == 2)) || slice_starts(text, "•");
}
