/* SPDX-License-Identifier: ISC */
/*
 * Letters on the links in sight: typing them follows or previews the link.
 */
#ifndef DUAN_SESSION_HINT_H
#define DUAN_SESSION_HINT_H

#include "base/vec.h"
#include "session/hyperlink.h"
#include "text/utf8.h"

#define HINT_LETTERS 2 /* of a label, at most */

struct hint {
	struct hyperlink_seen link;
	char label[HINT_LETTERS + 1];
};

struct hints {
	VEC(struct hint) v; /* none: letters mean commands */
	bool previews;      /* F */
	char typed;         /* first letter of two; 0 if none yet */
};
void hint_release(struct hints *h);

/* Labels the links in sight, or says that there are none. */
void hint_start(struct session *s, bool previews);
/* A key while there are labels: a letter of one, anything else takes them away. */
void hint_type(struct session *s, codepoint key);
/* What is still to be typed of a label; empty: it does not go on from what is typed. */
struct slice hint_rest(const struct hints *h, const struct hint *hint);

#endif
