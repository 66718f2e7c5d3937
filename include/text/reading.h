/* SPDX-License-Identifier: ISC */
/*
 * How Han characters sound (pinyin without tones, ü is v), and matching text by that.
 *
 * A character with several readings matches by any of them: no reading is ever chosen.  The table is
 * constant: Unicode's Unihan by tools/gen-readings.c, U+3400 to U+9FFF.
 */
#ifndef DUAN_TEXT_READING_H
#define DUAN_TEXT_READING_H

#include "text/utf8.h"

#define READING_MAX 6 /* readings of a character */

/* Fills in the numbers of the readings, the usual one first; gives how many. */
int reading_of(codepoint c, unsigned out[READING_MAX]);
const char *reading_name(unsigned reading);

struct reading_query; /* opaque */

/*
 * What letters typed on a plain keyboard may stand for: syllables ("yufang", "yu fang", "fan'gan");
 * where they are no sequence of whole syllables, initials, or a mixture ("yffb", "yufb").
 * NULL if they stand for no Han characters, or for one initial alone; capital letters, digits and
 * other characters never do.  `unfinished`: the last syllable may be typed in part.
 */
struct reading_query *reading_query_new(struct slice typed, bool unfinished);
void reading_query_free(struct reading_query *q); /* NULL is fine */

/*
 * The first stretch at or after `from` that sounds so; blanks between its characters are stepped
 * over.  False if there is none.
 */
bool reading_find(const struct reading_query *q, struct slice text, size_t from, size_t *start,
                  size_t *end);

#endif
