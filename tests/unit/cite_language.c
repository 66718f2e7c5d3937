/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cite/language.h"

#include "tap.h"

static void
guess(enum language_script script, const char *text, const char *want)
{
	is(language_guess(script, slice_from(text)), want, "\"%s\" is \"%s\"", text, want);
}

/* Every language of the table can be typed, and no other. */
static void
test_names(void)
{
	size_t n = 0;

	for (; language_at(n).len > 0; n++) {
		struct slice code = language_at(n);

		is(language_of(code), code.p, "%s is a language", code.p);
		ok(language_is_suffix(code), "%s ends the name of a file", code.p);
	}
	ok(n >= 6, "at least the six");
	is(language_at(n + 1), "", "nothing behind the last one");
	is(language_of(SLICE("Zh")), "zh", "capitals are typed too");
	is(language_of(SLICE("z")), "", "one letter is none");
	is(language_of(SLICE("la")), "", "Latin is none");
	is(language_of(SLICE("")), "", "nothing is none");
	ok(language_is_suffix(SLICE("C")) && language_is_suffix(SLICE("ot")), "letters of file names");
	ok(!language_is_suffix(SLICE("")) && !language_is_suffix(SLICE("add")), "other ends of names");
}

int
main(void)
{
	test_names();
	guess(LANGUAGE_LATIN, "the report of the Secretary-General and the note", "en");
	guess(LANGUAGE_LATIN, "rapport du Secrétaire général et notes des États", "fr");
	guess(LANGUAGE_LATIN, "informe de los Estados y el documento", "es");
	guess(LANGUAGE_LATIN, "A/70/1", "");
	guess(LANGUAGE_HAN, "", "zh");
	guess(LANGUAGE_CYRILLIC, "A/70/1", "ru");
	guess(LANGUAGE_ARABIC, "", "ar");
	return tap_done();
}
