/* SPDX-License-Identifier: ISC */
/*
 * Prints src/text/readings.def: the Mandarin readings of Han characters, without tones.  Reads
 * Unihan_Readings.txt, which Debian's package unicode-data has (make tables):
 *
 *	bzcat /usr/share/unicode/Unihan_Readings.txt.bz2 | ./gen-readings > src/text/readings.def
 *
 * Readings of a character, each once: kMandarin, kHanyuPinlu, kTGHZ2013; kXHC1983 where that list
 * has not the character; kHanyuPinyin where nothing else has, for it knows archaic ones.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST 0x3400
#define LAST 0xA000 /* rarer ones are not typed by sound */
#define MOST 6        /* readings of a character that are kept */
#define SYLLABLES 512
#define SYLLABLE 8    /* bytes, with NUL */
#define SEVERAL 512   /* values from here: sets of several readings; below: syllable + 1 */

enum field { MANDARIN, PINLU, TGHZ, XHC, PINYIN, FIELDS };
static const char *const fields[FIELDS] = { "kMandarin", "kHanyuPinlu", "kTGHZ2013", "kXHC1983",
	                                    "kHanyuPinyin" };

static char *text[LAST - FIRST][FIELDS];
static char syllable[SYLLABLES][SYLLABLE];
static int n_syllables;
static uint16_t set[1024][MOST + 1]; /* n, then syllables */
static int n_sets;
static uint16_t value[LAST - FIRST];
static char version[32] = "of unknown version";

/* The letter of an accented one, as Unicode composes them; ü is v. */
static char
plain(unsigned c)
{
	static const struct {
		unsigned c;
		char to;
	} accented[] = {
		{ 0xE0, 'a' }, { 0xE1, 'a' }, { 0xE8, 'e' }, { 0xE9, 'e' }, { 0xEA, 'e' }, { 0xEC, 'i' },
		{ 0xED, 'i' }, { 0xF2, 'o' }, { 0xF3, 'o' }, { 0xF9, 'u' }, { 0xFA, 'u' }, { 0xFC, 'v' },
		{ 0x101, 'a' }, { 0x113, 'e' }, { 0x11B, 'e' }, { 0x12B, 'i' }, { 0x144, 'n' },
		{ 0x148, 'n' }, { 0x14D, 'o' }, { 0x16B, 'u' }, { 0x1CE, 'a' }, { 0x1D0, 'i' },
		{ 0x1D2, 'o' }, { 0x1D4, 'u' }, { 0x1D6, 'v' }, { 0x1D8, 'v' }, { 0x1DA, 'v' },
		{ 0x1DC, 'v' }, { 0x1F9, 'n' }, { 0x1E3F, 'm' }, { 0x1EBF, 'e' }, { 0x1EC1, 'e' },
	};

	for (size_t i = 0; i < sizeof accented / sizeof *accented; i++)
		if (accented[i].c == c)
			return accented[i].to;
	return c < 0x80 && c >= 'a' && c <= 'z' ? (char)c : '\0';
}

static unsigned
next(const char **p)
{
	const unsigned char *b = (const unsigned char *)*p;

	if (b[0] < 0x80)
		return *p += 1, b[0];
	if (b[0] < 0xE0)
		return *p += 2, (b[0] & 0x1Fu) << 6 | (b[1] & 0x3Fu);
	return *p += 3, (b[0] & 0xFu) << 12 | (b[1] & 0x3Fu) << 6 | (b[2] & 0x3Fu);
}

/* The syllable without its tone; false if it is none that can be typed (m, ng). */
static bool
strip(const char *from, char out[SYLLABLE])
{
	int n = 0;

	while (*from && n < SYLLABLE - 1) {
		char c = plain(next(&from));

		if (c)
			out[n++] = c;
	}
	out[n] = '\0';
	return strpbrk(out, "aeiouv") != NULL;
}

static int
compare(const void *a, const void *b)
{
	return strcmp(a, b);
}

static void
learn(const char *name)
{
	for (int i = 0; i < n_syllables; i++)
		if (strcmp(syllable[i], name) == 0)
			return;
	strcpy(syllable[n_syllables++], name);
}

static void
add(uint16_t *out, const char *word)
{
	char name[SYLLABLE];
	char *found;

	if (!strip(word, name))
		return;
	found = bsearch(name, syllable, (size_t)n_syllables, SYLLABLE, compare);
	if (!found) { /* the first time round */
		learn(name);
		return;
	}
	for (int i = 1; i <= out[0]; i++)
		if (out[i] == (found - syllable[0]) / SYLLABLE)
			return;
	if (out[0] < MOST)
		out[++out[0]] = (uint16_t)((found - syllable[0]) / SYLLABLE);
}

/* "hǎo hào", "hǎo(6060) hào(142)", "045.070:hǎo 045.071:hào", "21030.010:hǎo,hào" */
static void
add_field(uint16_t *out, const char *field)
{
	char copy[1024], *rest = copy, *part;

	if (!field)
		return;
	snprintf(copy, sizeof copy, "%s", field);
	while ((part = strsep(&rest, " "))) {
		char *words = strrchr(part, ':'), *word;

		words = words ? words + 1 : part;
		words[strcspn(words, "(")] = '\0';
		while ((word = strsep(&words, ",")))
			add(out, word);
	}
}

static uint16_t
value_of(int c)
{
	uint16_t readings[MOST + 1] = { 0 };
	char **f = text[c];
	int i = 0;

	add_field(readings, f[MANDARIN]);
	add_field(readings, f[PINLU]);
	add_field(readings, f[TGHZ]);
	if (!f[TGHZ])
		add_field(readings, f[XHC]);
	if (!f[MANDARIN] && !f[PINLU] && !f[TGHZ] && !f[XHC])
		add_field(readings, f[PINYIN]);
	if (readings[0] < 2)
		return readings[0] ? readings[1] + 1 : 0;
	while (i < n_sets && memcmp(set[i], readings, sizeof readings) != 0)
		i++;
	if (i == n_sets)
		memcpy(set[n_sets++], readings, sizeof readings);
	return (uint16_t)(SEVERAL + i);
}

static void
read_all(void)
{
	char line[4096], field[64];
	unsigned c;
	int at;

	while (fgets(line, sizeof line, stdin)) {
		sscanf(line, "# Unicode version: %31[0-9.]", version);
		if (sscanf(line, "U+%x %63s %n", &c, field, &at) != 2 || c < FIRST || c >= LAST)
			continue;
		line[strcspn(line, "\n")] = '\0';
		for (int i = 0; i < FIELDS; i++)
			if (strcmp(field, fields[i]) == 0)
				text[c - FIRST][i] = strdup(line + at);
	}
}

static void
print_values(void)
{
	printf("#ifdef READING_VALUE\n");
	for (int c = 0; c < LAST - FIRST; c++)
		printf("%u,%s", value[c], c % 22 == 21 ? "\n" : "");
	printf("\n#endif\n");
}

static void
print_sets(void)
{
	printf("#ifdef READING_SYLLABLE\n");
	for (int i = 0; i < n_syllables; i++)
		printf("\"%s\",%s", syllable[i], i % 11 == 10 ? "\n" : " ");
	printf("\n#endif\n#ifdef READING_SET\n");
	for (int i = 0; i < n_sets; i++) {
		printf("{ %u", set[i][0]);
		for (int j = 1; j <= set[i][0]; j++)
			printf(", %u", set[i][j]);
		printf(" },%s", i % 5 == 4 ? "\n" : " ");
	}
	printf("\n#endif\n");
}

int
main(void)
{
	read_all();
	for (int c = 0; c < LAST - FIRST; c++)
		value_of(c);
	n_sets = 0;
	qsort(syllable, (size_t)n_syllables, SYLLABLE, compare);
	for (int c = 0; c < LAST - FIRST; c++)
		value[c] = value_of(c);
	printf("/* SPDX-License-Identifier: ISC AND Unicode-DFS-2016 (docs/unicode-licence.txt) */\n"
	       "/* Made by tools/gen-readings.c from Unihan_Readings.txt, Unicode %s. */\n",
	       version);
	print_sets();
	print_values();
	return n_syllables == 0 || n_syllables >= SYLLABLES || n_sets >= 1024;
}
