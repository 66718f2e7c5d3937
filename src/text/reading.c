/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/reading.h"

#include "base/err.h"
#include "text/fold.h"
#include "text/searchfold.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define FIRST 0x3400u
#define SEVERAL 512u /* values from here: sets; below: a syllable + 1; 0: none */
#define LETTERS_MAX 63
#define SYLLABLE_MAX 6 /* letters */

static const char syllables[][SYLLABLE_MAX + 2] = {
#define READING_SYLLABLE
#include "readings.def"
#undef READING_SYLLABLE
};
#define SYLLABLES (sizeof syllables / sizeof *syllables)
#define SET_WORDS ((SYLLABLES + 63) / 64)

static const uint16_t reading_sets[][READING_MAX + 1] = {
#define READING_SET
#include "readings.def"
#undef READING_SET
};

static const uint16_t reading_values[] = {
#define READING_VALUE
#include "readings.def"
#undef READING_VALUE
};
#define VALUES (sizeof reading_values / sizeof *reading_values)

int
reading_of(codepoint c, unsigned out[READING_MAX])
{
	unsigned value = c >= FIRST && c - FIRST < VALUES ? reading_values[c - FIRST] : 0;

	if (value == 0)
		return 0;
	if (value < SEVERAL) {
		out[0] = value - 1;
		return 1;
	}
	for (int i = 0; i < reading_sets[value - SEVERAL][0]; i++)
		out[i] = reading_sets[value - SEVERAL][i + 1];
	return reading_sets[value - SEVERAL][0];
}

const char *
reading_name(unsigned reading)
{
	return syllables[reading];
}

struct set {
	uint64_t word[SET_WORDS];
};

static void
set_add(struct set *s, unsigned syllable)
{
	s->word[syllable / 64] |= (uint64_t)1 << syllable % 64;
}

static bool
set_has(const struct set *s, unsigned syllable)
{
	return s->word[syllable / 64] >> syllable % 64 & 1;
}

/* The letters are read like a word by a machine whose states are places between them. */
struct reading_query {
	char letter[LETTERS_MAX + 1];
	int n;
	uint64_t is_cut;  /* bit i: a blank or ' stood before letter i */
	int least;        /* characters of a match */
	uint64_t leads[LETTERS_MAX]; /* bit n - 1: the n letters from here stand for something */
	struct set set[LETTERS_MAX][SYLLABLE_MAX]; /* what they stand for */
	struct set first; /* what a match can begin with */
};

/* Takes letters and cuts; false if there is anything else, or too much. */
static bool
read_letters(struct reading_query *q, struct slice typed)
{
	for (size_t at = 0; at < typed.len;) {
		codepoint c = fold_char(utf8_next(typed, &at));

		if (c == 0xFC)
			c = 'v';
		if (c == ' ' || c == '\'' || c == 0x2019) {
			q->is_cut |= (uint64_t)1 << q->n;
			continue;
		}
		if (c < 'a' || c > 'z' || q->n == LETTERS_MAX)
			return false;
		q->letter[q->n++] = (char)c;
	}
	return q->n > 0;
}

/* Are the n letters from `at` there, with no cut among them? */
static bool
is_run(const struct reading_query *q, int at, int n)
{
	uint64_t among = (((uint64_t)1 << (n - 1)) - 1) << (at + 1);

	return at + n <= q->n && !(n > 1 && q->is_cut & among);
}

static void
stand_for(struct reading_query *q, int at, int n, unsigned syllable)
{
	q->leads[at] |= (uint64_t)1 << (n - 1);
	set_add(&q->set[at][n - 1], syllable);
}

/* lue and nue are typed for lve and nve too. */
static bool
is_syllable(const char *letters, size_t n, const char *syllable)
{
	if (strlen(syllable) != n)
		return false;
	if (n == 3 && syllable[1] == 'v' && letters[1] == 'u')
		return letters[0] == syllable[0] && letters[2] == syllable[2];
	return memcmp(letters, syllable, n) == 0;
}

static void
add_syllables(struct reading_query *q, int at)
{
	for (int n = 1; n <= SYLLABLE_MAX && is_run(q, at, n); n++)
		for (unsigned i = 0; i < SYLLABLES; i++)
			if (is_syllable(q->letter + at, (size_t)n, syllables[i]))
				stand_for(q, at, n, i);
}

/* z stands for zh as well; a, e and o begin words, but as initials they would match everything. */
static void
add_initials(struct reading_query *q, int at)
{
	const char *letters = q->letter + at;
	int most = is_run(q, at, 2) && letters[1] == 'h' && strchr("zcs", letters[0]) ? 2 : 1;

	if (strchr("aeiouv", letters[0]))
		return;
	for (int n = 1; n <= most; n++)
		for (unsigned i = 0; i < SYLLABLES; i++)
			if (strncmp(syllables[i], letters, (size_t)n) == 0)
				stand_for(q, at, n, i);
}

/* The last letters as the beginning of a syllable. */
static void
add_beginnings(struct reading_query *q)
{
	for (int n = 1; n <= SYLLABLE_MAX && n <= q->n && is_run(q, q->n - n, n); n++)
		for (unsigned i = 0; i < SYLLABLES; i++)
			if (strncmp(syllables[i], q->letter + q->n - n, (size_t)n) == 0)
				stand_for(q, q->n - n, n, i);
}

/* Can all letters be read? */
static bool
is_whole(const struct reading_query *q)
{
	uint64_t reached = 1;

	assert(q->n <= LETTERS_MAX);
	for (int at = 0; at < q->n && at < LETTERS_MAX; at++)
		if (reached >> at & 1)
			reached |= q->leads[at] << (at + 1);
	return reached >> q->n & 1;
}

static void
find_first(struct reading_query *q)
{
	for (int n = 1; n <= SYLLABLE_MAX; n++)
		for (size_t i = 0; i < SET_WORDS; i++)
			q->first.word[i] |= q->set[0][n - 1].word[i];
}

struct reading_query *
reading_query_new(struct slice typed, bool unfinished)
{
	struct reading_query *q = mem_resize(NULL, sizeof *q);
	bool ok;

	*q = (struct reading_query){ .least = 1 };
	ok = read_letters(q, typed) && q->n > 1;
	for (int at = 0; ok && at < q->n; at++)
		add_syllables(q, at);
	if (ok && unfinished)
		add_beginnings(q);
	if (ok && !is_whole(q)) {
		q->least = 2;
		for (int at = 0; at < q->n; at++)
			add_initials(q, at);
		ok = is_whole(q);
	}
	if (!ok) {
		free(q);
		return NULL;
	}
	find_first(q);
	return q;
}

void
reading_query_free(struct reading_query *q)
{
	free(q);
}

/* The places that a character with this reading leads to from those in `places`. */
static uint64_t
step(const struct reading_query *q, uint64_t places, unsigned reading)
{
	uint64_t reached = 0;

	for (int at = 0; at < q->n; at++) {
		if (!(places >> at & 1))
			continue;
		for (int n = 1; n <= SYLLABLE_MAX && q->leads[at] >> (n - 1); n++)
			if (q->leads[at] >> (n - 1) & 1 && set_has(&q->set[at][n - 1], reading))
				reached |= (uint64_t)1 << (at + n);
	}
	return reached;
}

static uint64_t
step_char(const struct reading_query *q, uint64_t places, codepoint c)
{
	unsigned readings[READING_MAX];
	int n = reading_of(c, readings);
	uint64_t reached = 0;

	for (int i = 0; i < n; i++)
		reached |= step(q, places, readings[i]);
	return reached;
}

/* The end of a match that starts at `at`, or SLICE_NONE. */
static size_t
match_at(const struct reading_query *q, struct slice text, size_t at)
{
	uint64_t places = 1;

	for (int n = 0; places && at < text.len;) {
		codepoint c = utf8_next(text, &at);

		if (n > 0 && searchfold_is_dropped(c))
			continue;
		places = step_char(q, places, c);
		if (++n >= q->least && places >> q->n & 1)
			return at;
	}
	return SLICE_NONE;
}

static bool
may_begin(const struct reading_query *q, unsigned value)
{
	const uint16_t *several;

	if (value < SEVERAL)
		return value > 0 && set_has(&q->first, value - 1);
	several = reading_sets[value - SEVERAL];
	for (int i = 1; i <= several[0]; i++)
		if (set_has(&q->first, several[i]))
			return true;
	return false;
}

bool
reading_find(const struct reading_query *q, struct slice text, size_t from, size_t *start,
             size_t *end)
{
	const unsigned char *p = (const unsigned char *)text.p;

	/* All there is in the table takes three bytes, E3 to E9 first. */
	for (size_t at = from; at + 3 <= text.len;) {
		codepoint c;

		if (p[at] < 0xE3 || p[at] > 0xE9) {
			at++;
			continue;
		}
		c = (p[at] & 0x0Fu) << 12 | (p[at + 1] & 0x3Fu) << 6 | (p[at + 2] & 0x3Fu);
		if (c >= FIRST && c - FIRST < VALUES && may_begin(q, reading_values[c - FIRST])) {
			*end = match_at(q, text, at);
			if (*end != SLICE_NONE) {
				*start = at;
				return true;
			}
		}
		at += 3;
	}
	return false;
}
