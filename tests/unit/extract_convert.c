/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "extract/convert.h"

#include "tap.h"

#include <string.h>

static void
finds(const char *set, enum convert_format format, const char *want)
{
	struct convert_means m = { .seconds = 1 };
	struct convert_command c;
	struct buf words = { 0 };
	struct err err = { 0 };

	buf_add_str(&m.command[format], set);
	if (convert_find(&m, format, SLICE("a"), &c, &err) != STATUS_OK)
		buf_add_str(&words, err_words(&err, UI_EN));
	else
		for (size_t i = 0; c.words.v[i]; i++)
			buf_addf(&words, "%s|", c.words.v[i]);
	is(buf_slice(&words), want, "%s: %s", convert_name(format), set);
	convert_command_release(&c);
	convert_release(&m);
	buf_release(&words);
}

int
main(void)
{
	is_number(convert_of(SNIFF_WORD), CONVERT_DOC, "Word before 2007");
	is_number(convert_of(SNIFF_ODT), CONVERT_ODT, "ODT");
	is_number(convert_of(SNIFF_RTF), CONVERT_RTF, "RTF");
	is_number(convert_of(SNIFF_DOCX), CONVERT_FORMATS, "DOCX needs none");
	is_number(convert_of(SNIFF_TEXT), CONVERT_FORMATS, "text needs none");

	setenv("PATH", "no/such:/bin:/usr/bin", 1);
	finds("/bin/cat %in", CONVERT_DOC, "/bin/cat|%in|");
	finds("cat  -u %in ", CONVERT_ODT, "/bin/cat|-u|%in|");
	finds("sh -c %in", CONVERT_RTF, "/bin/sh|-c|%in|");
	finds("no-such-program %in", CONVERT_DOC, "a: convert-doc names no-such-program, which is not there");
	finds("/bin/no-such", CONVERT_ODT, "a: convert-odt names /bin/no-such, which is not there");
	finds("none", CONVERT_RTF,
	      "a: nothing here converts RTF; install libreoffice-writer, or save it as PDF or DOCX");
	setenv("PATH", "", 1);
	finds("", CONVERT_DOC,
	      "a: nothing here converts Word; install libreoffice-writer, or save it as PDF or DOCX");
	return tap_done();
}
