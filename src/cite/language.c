/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cite/language.h"

#include "root_priv.h"

static const struct language {
	const char *code, *letter;
	enum language_script script;
	const char *words;
} languages[] = {
#define LANGUAGE(code, letter, script, words) { code, letter, LANGUAGE_##script, words },
#include "languages.def"
};

#define LANGUAGES (sizeof languages / sizeof *languages)
#define WORD_BYTES_LEAST 3 /* " y " */

struct slice
language_at(size_t i)
{
	return slice_from(i < LANGUAGES ? languages[i].code : NULL);
}

struct slice
language_of(struct slice typed)
{
	for (size_t i = 0; i < LANGUAGES; i++)
		if (root_same_word(typed, languages[i].code))
			return slice_from(languages[i].code);
	return slice_from(NULL);
}

bool
language_is_suffix(struct slice word)
{
	for (size_t i = 0; i < LANGUAGES; i++)
		if (root_same_word(word, languages[i].code) || root_same_word(word, languages[i].letter))
			return true;
	/* Older names of Chinese, and of what is none of the six. */
	return root_same_word(word, "ch") || root_same_word(word, "ot");
}

/* A blank may end one word and start the next. */
static size_t
count_words(const struct language *l, struct slice text)
{
	struct slice rest = slice_from(l->words), word;
	size_t n = 0;

	while (slice_next(&rest, '|', &word))
		for (size_t at = 0; (at = slice_find(text, word, at)) != SLICE_NONE; at += WORD_BYTES_LEAST)
			n++;
	return n;
}

struct slice
language_guess(enum language_script script, struct slice text)
{
	struct slice found = slice_from(NULL);
	size_t most = 0;

	for (size_t i = 0; i < LANGUAGES; i++) {
		size_t n;

		if (languages[i].script != script)
			continue;
		n = *languages[i].words ? count_words(&languages[i], text) : 1;
		if (n > most) {
			most = n;
			found = slice_from(languages[i].code);
		}
	}
	return found;
}
