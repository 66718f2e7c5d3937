/* SPDX-License-Identifier: ISC */
/*
 * Everything that the reader can be told to do: each action of the table has a key or at least a name
 * of its own, help in both languages, and does something in some view by its keys and by its name.
 */
#include "config.h"

#include "pane/pane.h"

#include "../link_sample.h"
#include "session/key.h"

#include <stdio.h>
#include <stdlib.h>

#define NOTES_NAME "pane_actions.notes/notes.db"

/* Where an action may be at home: keys that lead there from the text. */
static const char *const places[] = {
	"", "v", "go", "2G<Tab><CR><C-o>gc", "acase<C-s>gn", "g/wells<CR>",
};
#define PLACES (sizeof places / sizeof *places)

static void
draw(struct session *s)
{
	struct grid g;

	grid_init(&g, s->settings.rows, s->settings.cols, s->settings.width);
	pane_draw(s, &g);
	grid_release(&g);
}

/* It was understood, and is at home here. */
static bool
is_done(const struct session *s)
{
	struct slice message = buf_slice(&s->message);

	return slice_find(message, SLICE("no such command"), 0) == SLICE_NONE &&
	       slice_find(message, SLICE("not in this view"), 0) == SLICE_NONE;
}

static struct session *
at(size_t place, struct notes *notes)
{
	struct session *s = link_session(NULL);

	s->settings.notes = notes;
	link_play(s, places[place]);
	buf_clear(&s->message);
	return s;
}

static void
press(struct session *s, const struct binding *b)
{
	for (int i = 0; i < b->n && !s->quit; i++) {
		struct event e = { .kind = EVENT_KEY, .key = b->key[i] == KEYMAP_CHAR ? 'a' : b->key[i] };

		session_handle(s, &e);
	}
}

/* By one way of keys, in the first place where that is more than a complaint. */
static bool
works_by_keys(const struct binding *b, struct notes *notes)
{
	bool works = false;

	for (size_t i = 0; i < PLACES && !works; i++) {
		struct session *s = at(i, notes);

		press(s, b);
		works = is_done(s);
		if (!s->quit)
			draw(s);
		session_free(s);
	}
	return works;
}

static bool
works_by_name(enum action action, struct notes *notes)
{
	bool works = false;

	for (size_t i = 0; i < PLACES && !works; i++) {
		struct session *s = at(i, notes);
		char keys[80];

		snprintf(keys, sizeof keys, ":%s a<CR>", action_info(action)->name);
		link_play(s, keys);
		works = is_done(s);
		if (!s->quit)
			draw(s);
		session_free(s);
	}
	return works;
}

static void
runs(enum action action, struct notes *notes)
{
	const struct action_info *info = action_info(action);
	struct keymap k;
	int ways = 0, working = 0;

	ok(action_find(slice_from(info->name)) == action, ":%s is its name", info->name);
	ok(info->help.text[UI_EN][0] && info->help.text[UI_ZH][0] &&
	           strcmp(info->help.text[UI_EN], info->help.text[UI_ZH]) != 0,
	   ":%s has help in both languages", info->name);
	keymap_init(&k);
	for (size_t i = 0; i < k.bindings.n; i++) {
		if (k.bindings.v[i].action != action)
			continue;
		ways++;
		working += works_by_keys(&k.bindings.v[i], notes);
	}
	is_number(working, ways, "%s", info->name);
	ok(works_by_name(action, notes), ":%s", info->name);
	keymap_release(&k);
}

int
main(void)
{
	struct notes *notes = NULL;
	struct err err;

	if (notes_open(NOTES_NAME, &notes, &err) != STATUS_OK)
		die("%s", err_words(&err, UI_EN));
	for (int i = 0; i < ACTIONS; i++)
		runs((enum action)i, notes);
	notes_close(notes);
	(void)!system("rm -rf pane_actions.notes");
	return tap_done();
}
