/* SPDX-License-Identifier: ISC */
/*
 * What happens to a session from outside: keys, pasted text, a new size, the end of the line.
 *
 * term/ makes events out of a terminal, a list of keys makes them out of a script; session/ alone
 * decides what they mean.
 */
#ifndef DUAN_SESSION_EVENT_H
#define DUAN_SESSION_EVENT_H

#include "text/utf8.h"

/*
 * A key is a code point: the character typed, or 1..31 for a letter with Control (^A is 1, ^Z is
 * 26, ^] is 29).  Keys that type nothing have numbers above all code points.  Those below win over
 * the control codes a terminal sends for them: 8 and 127 come as EVENT_BACKSPACE, 9 as EVENT_TAB,
 * 10 and 13 as EVENT_ENTER, 27 alone as EVENT_ESCAPE.
 */
enum event_key {
	EVENT_UP = 0x110000,
	EVENT_DOWN,
	EVENT_LEFT,
	EVENT_RIGHT,
	EVENT_HOME,
	EVENT_END,
	EVENT_PAGE_UP,
	EVENT_PAGE_DOWN,
	EVENT_INSERT,
	EVENT_DELETE,
	EVENT_BACKSPACE,
	EVENT_ENTER,
	EVENT_TAB,
	EVENT_BACK_TAB,
	EVENT_ESCAPE,
	EVENT_WORD_LEFT, /* Left with Control */
	EVENT_WORD_RIGHT,
	EVENT_F1, /* EVENT_F1 + 11 is F12 */
	EVENT_F12 = EVENT_F1 + 11,
	EVENT_KEYS_END
};

enum event_kind {
	EVENT_KEY,
	EVENT_PASTE,   /* `text` came at once and is never a command */
	EVENT_RESIZE,  /* the screen has `rows` and `cols` now; also after a stop and continue */
	EVENT_TIMEOUT, /* nothing happened for as long as the caller wanted to wait */
	EVENT_OUTSIDE, /* what the loop watches beside the terminal has something to say */
	EVENT_CLICK,   /* of the mouse, on the cell `rows`, `cols`, from 0 */
	EVENT_WHEEL,   /* `rows` is 1 down, -1 up */
	EVENT_QUIT,    /* asked to end from outside (SIGTERM, SIGINT): save and leave */
	EVENT_HANGUP,  /* the terminal is gone: save and leave, nothing can be shown */
};

struct event {
	enum event_kind kind;
	codepoint key;     /* EVENT_KEY: a code point or an enum event_key */
	struct slice text; /* EVENT_PASTE: UTF-8, borrowed until the next event; lines end in LF */
	int rows, cols;    /* EVENT_RESIZE, EVENT_CLICK, EVENT_WHEEL */
};

#endif
