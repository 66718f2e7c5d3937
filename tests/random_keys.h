/* SPDX-License-Identifier: ISC */
/*
 * Keys as a cat on the keyboard presses them, from a number that says which: the same everywhere.
 *
 * Who includes it says with random_send() how they get into the session.
 */
#ifndef DUAN_TESTS_RANDOM_KEYS_H
#define DUAN_TESTS_RANDOM_KEYS_H

#include "session/script.h"
#include "session/session.h"

#include <stdio.h>

static void random_send(struct session *s, const struct event *e);

#define RANDOM_ROWS_MOST 100
#define RANDOM_COLS_MOST 300

/* xorshift64*: the same everywhere. */
static inline uint64_t
random_next(uint64_t *state)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return *state * 0x2545F4914F6CDD1Du;
}

static inline int
random_below(uint64_t *state, int n)
{
	return (int)((random_next(state) >> 33) % (uint64_t)n);
}

/* Half of them as terminals are; the others of any size. */
static inline int
random_size(uint64_t *state, int usual, int most)
{
	return 1 + random_below(state, random_below(state, 2) ? usual : most);
}

static inline struct event
random_pressed(codepoint key)
{
	return (struct event){ .kind = EVENT_KEY, .key = key };
}

static inline codepoint
random_key(uint64_t *state)
{
	static const codepoint odd[] = { 0x3002, 0xFF1A, 0xFF11, 0x4E00, 0x301, 0x1F600, 0, 0x7F, 0x85 };

	switch (random_below(state, 8)) {
	case 0:
		return (codepoint)random_below(state, 32);
	case 1:
		return odd[random_below(state, (int)(sizeof odd / sizeof *odd))];
	case 2:
		return EVENT_UP + (codepoint)random_below(state, EVENT_KEYS_END - EVENT_UP);
	case 3:
		return '0' + (codepoint)random_below(state, 10);
	case 4:
	case 5:
		return EVENT_ENTER;
	default:
		return ' ' + (codepoint)random_below(state, 95);
	}
}

static inline struct event
random_event(uint64_t *state)
{
	static const char *const words[] = { "CFW/COP/2024/9\n第 12 段\x1b[0m", "水", "water", "remarks" };

	switch (random_below(state, 6)) {
	case 4:
		return (struct event){ .kind = EVENT_CLICK, .rows = random_below(state, RANDOM_ROWS_MOST),
			               .cols = random_below(state, RANDOM_COLS_MOST) };
	case 5:
		return (struct event){ .kind = EVENT_WHEEL, .rows = random_below(state, 2) ? 1 : -1 };
	case 0:
		return (struct event){ .kind = EVENT_PASTE, .text = slice_from(words[random_below(state, 4)]) };
	case 1:
		return (struct event){ .kind = EVENT_TIMEOUT };
	default: /* small ones as often as all others */
		return (struct event){ .kind = EVENT_RESIZE,
			               .rows = random_size(state, 5, RANDOM_ROWS_MOST),
			               .cols = random_size(state, 12, RANDOM_COLS_MOST) };
	}
}

/* Gives how many keys it were. */
static inline int
random_command(struct session *s, uint64_t *state)
{
	struct binding b = s->keymap.bindings.v[random_below(state, (int)s->keymap.bindings.n)];

	if (b.action == ACTION_QUIT || b.action == ACTION_CLOSE) /* often enough by themselves */
		return 0;
	for (int i = 0; i < b.n && !s->quit; i++) {
		struct event e = random_pressed(b.key[i] == KEYMAP_CHAR ? 'a' + (codepoint)random_below(state, 26)
		                                                 : b.key[i]);

		random_send(s, &e);
	}
	return b.n;
}

static inline int
random_words(struct session *s, const char *words)
{
	struct slice rest = slice_from(words);
	int n = 0;

	for (; !s->quit && !script_is_done(&rest); n++) {
		struct event e;
		struct err err;

		if (script_next(&rest, &e, &err) != STATUS_OK)
			die("%s", err_words(&err, UI_EN));
		random_send(s, &e);
	}
	return n;
}

/* By its name, as some actions have no keys. */
static inline int
random_name(struct session *s, uint64_t *state)
{
	enum action action = (enum action)random_below(state, ACTIONS);
	char words[100];

	if (action == ACTION_QUIT || action == ACTION_CLOSE)
		return 0;
	snprintf(words, sizeof words, ":%s<CR>", action_info(action)->name);
	return random_words(s, words);
}

/* What a cat seldom finds. */
static inline int
random_sense(struct session *s, uint64_t *state)
{
	static const char *const sense[] = {
		"12Ggr", "44Gzt2<Tab><CR>", "44Gzt2<Tab>K", "&水<CR>", "&water<CR>", "/water<CR>", "/水<CR>",
		"g/水<CR>", "gn", "12Gasee CFW/COP/2024/17#44 and CFW/COP/2024/9#3<C-s>gf", "gNjgf", "gS", "gO<CR>", "f",
		"s", ":set ui zh<CR>", ":refused<CR>", "oCFW/COP/2024/13/Rev.2<CR>", "gD<CR>", "gl",
	};

	return random_words(s, sense[random_below(state, (int)(sizeof sense / sizeof *sense))]);
}

static inline int
random_play(struct session *s, uint64_t *state)
{
	struct event e;
	int n = 0;

	switch (random_below(state, 16)) {
	case 0:
		n = random_name(s, state);
		break;
	case 1:
		n = random_sense(s, state);
		break;
	case 2:
	case 3:
	case 4:
		break;
	default:
		n = random_command(s, state);
	}
	if (n > 0)
		return n;
	e = random_below(state, 8) ? random_pressed(random_key(state)) : random_event(state);
	random_send(s, &e);
	return 1;
}

#endif
