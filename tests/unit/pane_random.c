/* SPDX-License-Identifier: ISC */
/*
 * Keys as a cat on the keyboard presses them, on screens of every size: whatever they do, the reader
 * goes on, each screen is drawn whole, and places stay within their documents.
 *
 * DUAN_SEEDS=FROM-TO plays other ones than the few of every day, DUAN_KEYS=N so many keys of each; a
 * long run has to come through every view and everything that lies over one.
 */
#include "config.h"

#include "pane/pane.h"

#include "../held_sample.h"
#include "../random_keys.h"
#include "../screen_sound.h"
#include "tap.h"

#define FILE_NAME "pane_random.db"
#define NOTES_FOLDER "pane_random.notes"
#define NOTES_EVERY 4 /* seeds: the others keep none, for each change waits for the disk */
#define SEEDS 20
#define KEYS 2000
#define LONG_RUN 200000 /* keys that come through everything */
#define OPEN_MOST 4 /* documents that are open at the start; all are in the library */

static void
random_send(struct session *s, const struct event *e)
{
	session_handle(s, e);
}

/* What lies over a view. */
enum over { OVER_EDITOR, OVER_FINDER, OVER_COMMAND, OVER_CANDIDATES, OVER_HINTS, OVER_PANES, OVERS };

struct world {
	struct library *library;
	struct notes *notes; /* NULL: nothing is kept */
	glob_t files;
	int keys;            /* of a seed */
	long seen[VIEW_KINDS], over[OVERS]; /* screens */
};

static struct session *
start(const struct world *w, uint64_t *state)
{
	struct session *s = session_new((struct session_settings){
		.ui = random_below(state, 2) ? UI_ZH : UI_EN,
		.width = { .ambiguous = 1 + random_below(state, 2) },
		.rows = random_size(state, 40, RANDOM_ROWS_MOST),
		.cols = random_size(state, 130, RANDOM_COLS_MOST),
		.max_cols = random_below(state, 3) ? SESSION_MAX_COLS : 0,
		.hyperlinks = *state & 1 ? WEBLINK_ON : WEBLINK_OFF,
		.notes = w->notes,
		.library = w->library });

	for (int n = 1 + random_below(state, OPEN_MOST); n > 0; n--)
		session_open(s, held_read(w->files.gl_pathv[random_below(state, (int)w->files.gl_pathc)]),
		             slice_from(NULL));
	held_refuse(s);
	return s;
}

static bool
is_sound(struct session *s)
{
	const struct session_document *doc = session_document(s);
	const struct reader *r;

	if (!doc)
		return true;
	r = &doc->reader;
	return r->current.block < r->doc->n_blocks && r->top.block < r->doc->n_blocks &&
	       r->current.byte <= doc_block(r->doc, r->current.block)->text.len;
}

static void
count(struct world *w, struct session *s)
{
	w->seen[session_view(s)->kind]++;
	w->over[OVER_EDITOR] += s->editor.is_open;
	w->over[OVER_FINDER] += s->finder.prompt.is_open;
	w->over[OVER_COMMAND] += s->prompt.is_open;
	w->over[OVER_CANDIDATES] += s->prompt.is_open && s->completion.candidates.n > 0;
	w->over[OVER_HINTS] += s->hints.v.n > 0;
	w->over[OVER_PANES] += !tiles_is_single(&s->tiles, session_screen(s));
}

/* Gives the number of the key that broke it, or more than there are if none did. */
static int
play(struct session **s, struct grid *g, struct world *w, uint64_t *state)
{
	int done = 0;

	while (done < w->keys) {
		done += random_play(*s, state);
		if (!(*s)->quit && session_timeout_ms(*s) == 0 && random_below(state, 2))
			session_handle(*s, &(struct event){ .kind = EVENT_TIMEOUT });
		if ((*s)->quit) {
			session_free(*s);
			*s = start(w, state);
		}
		if (!sound_draw(*s, g) || !is_sound(*s))
			return done < w->keys ? done : w->keys - 1;
		count(w, *s);
	}
	return w->keys;
}

static void
play_seed(struct world *w, int seed)
{
	uint64_t state = 0x9E3779B97F4A7C15u * (uint64_t)(seed + 1);
	struct session *s = start(w, &state);
	struct grid g;
	int done;

	grid_init(&g, 1, 1, s->settings.width);
	done = play(&s, &g, w, &state);
	if (!ok(done >= w->keys, "seed %d: %d keys", seed, done))
		printf("# cursor %d,%d on %dx%d, view %d\n", g.cursor_row, g.cursor_col, g.rows, g.cols,
		       session_view(s)->kind);
	grid_release(&g);
	session_free(s);
}

static void
play_with_notes(struct world *w, int seed)
{
	w->notes = held_notes(NOTES_FOLDER);
	play_seed(w, seed);
	notes_close(w->notes);
	w->notes = NULL;
}

/* A run that is long enough has come through everything. */
static void
check_seen(const struct world *w, bool is_long)
{
	static const char *const over[OVERS] = { "the editor", "the finder", "the command line",
		                                 "its candidates", "letters on links",
		                                 "several panes" };

	for (int i = 0; i < VIEW_KINDS; i++) {
		const char *name = view_words((enum view_kind)i).text[UI_EN];

		printf("# %ld screens: %s (%d)\n", w->seen[i], name, i);
		if (is_long)
			ok(w->seen[i] > 0, "there was a screen of %s (%d)", name, i);
	}
	for (int i = 0; i < OVERS; i++) {
		printf("# %ld screens: %s\n", w->over[i], over[i]);
		if (is_long)
			ok(w->over[i] > 0, "there was a screen of %s", over[i]);
	}
}

int
main(void)
{
	const char *seeds = getenv("DUAN_SEEDS"), *keys = getenv("DUAN_KEYS");
	int first = 1, last = SEEDS;
	struct world w = { .keys = keys ? atoi(keys) : KEYS };

	held_find(&w.files);
	if (w.keys < 1 || (seeds && sscanf(seeds, "%d-%d", &first, &last) < 1))
		die("DUAN_SEEDS=FROM-TO DUAN_KEYS=N");
	w.library = held_library(FILE_NAME, &w.files);
	for (int seed = first; seed <= last; seed++)
		if (seed % NOTES_EVERY == 0)
			play_with_notes(&w, seed);
		else
			play_seed(&w, seed);
	check_seen(&w, (long)(last - first + 1) * w.keys >= LONG_RUN);
	library_close(w.library);
	unlink(FILE_NAME);
	globfree(&w.files);
	return tap_done();
}
