/* SPDX-License-Identifier: ISC */
/*
 * Addresses that words on the screen lead to, for terminals that open them by a click of their own.
 * A cell has the number of its address; the same address has the same number in every picture.
 */
#ifndef DUAN_GRID_WEBLINK_H
#define DUAN_GRID_WEBLINK_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/vec.h"

#include <stdint.h>

/* Whether the terminal is told of them. */
enum weblink_wanted {
	WEBLINK_OFF,
	WEBLINK_ON,     /* if it is of a kind that is known to take them */
	WEBLINK_ALWAYS, /* whatever it is called */
};
#define WEBLINK_VALUES "off|on|always"
/* False, and nothing set, for any other word. */
bool weblink_take(enum weblink_wanted *out, struct slice value);
const char *weblink_name(enum weblink_wanted wanted);

#define WEBLINK_BYTES 2083 /* longer ones are no links: terminals and browsers do not agree about them */
#define WEBLINK_MOST 60000 /* addresses that are remembered */

/* One of zeroes has none. */
struct weblinks {
	struct map numbers;
	VEC(struct slice) uri; /* [0] is number 1 */
	struct arena arena;
	unsigned edition; /* another one: the numbers mean others than before */
};
void weblink_release(struct weblinks *w);
/* Forgets all when there are too many: before a picture is drawn. */
void weblink_tidy(struct weblinks *w);

/*
 * The number of an address that anybody may have written; 0 when it is to be no link: of another
 * scheme than http and https, with control characters or what reorders text, with a user's name
 * before the host, too long.
 */
uint16_t weblink_number(struct weblinks *w, struct slice address);
/* Printable ASCII without blanks and quotes, as it may be sent; empty for 0. */
struct slice weblink_uri(const struct weblinks *w, unsigned number);

#endif
