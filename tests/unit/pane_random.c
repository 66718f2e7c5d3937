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
#include "../screen_sound.h"
#include "session/script.h"
#include "tap.h"

#define FILE_NAME "pane_random.db"
#define NOTES_FOLDER "pane_random.notes"
#define NOTES_EVERY 4 /* seeds: the others keep none, for each change waits for the disk */
#define SEEDS 20
#define KEYS 2000
#define LONG_RUN 200000 /* keys that come through everything */
#define ROWS_MOST 100
#define COLS_MOST 300
#define OPEN_MOST 4 /* documents that are open at the start; all are in the library */

/* xorshift64*: the same everywhere. */
static uint64_t
next(uint64_t *state)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return *state * 0x2545F4914F6CDD1Du;
}

static int
below(uint64_t *state, int n)
{
	return (int)((next(state) >> 33) % (uint64_t)n);
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

/* Half of them as terminals are; the others of any size. */
static int
any_size(uint64_t *state, int usual, int most)
{
	return 1 + below(state, below(state, 2) ? usual : most);
}

static struct session *
start(const struct world *w, uint64_t *state)
{
	struct session *s = session_new((struct session_settings){
		.ui = below(state, 2) ? UI_ZH : UI_EN,
		.width = { .ambiguous = 1 + below(state, 2) },
		.rows = any_size(state, 40, ROWS_MOST),
		.cols = any_size(state, 130, COLS_MOST),
		.max_cols = below(state, 3) ? SESSION_MAX_COLS : 0,
		.notes = w->notes,
		.library = w->library });

	for (int n = 1 + below(state, OPEN_MOST); n > 0; n--)
		session_open(s, held_read(w->files.gl_pathv[below(state, (int)w->files.gl_pathc)]),
		             slice_from(NULL));
	return s;
}

static struct event
pressed(codepoint key)
{
	return (struct event){ .kind = EVENT_KEY, .key = key };
}

static codepoint
any_key(uint64_t *state)
{
	static const codepoint odd[] = { 0x3002, 0xFF1A, 0xFF11, 0x4E00, 0x301, 0x1F600, 0, 0x7F, 0x85 };

	switch (below(state, 8)) {
	case 0:
		return (codepoint)below(state, 32);
	case 1:
		return odd[below(state, (int)(sizeof odd / sizeof *odd))];
	case 2:
		return EVENT_UP + (codepoint)below(state, EVENT_KEYS_END - EVENT_UP);
	case 3:
		return '0' + (codepoint)below(state, 10);
	case 4:
	case 5:
		return EVENT_ENTER;
	default:
		return ' ' + (codepoint)below(state, 95);
	}
}

static struct event
no_key(uint64_t *state)
{
	static const char *const words[] = { "CFW/COP/2024/9\n第 12 段\x1b[0m", "水", "water", "remarks" };

	switch (below(state, 6)) {
	case 4:
		return (struct event){ .kind = EVENT_CLICK, .rows = below(state, ROWS_MOST),
			               .cols = below(state, COLS_MOST) };
	case 5:
		return (struct event){ .kind = EVENT_WHEEL, .rows = below(state, 2) ? 1 : -1 };
	case 0:
		return (struct event){ .kind = EVENT_PASTE, .text = slice_from(words[below(state, 4)]) };
	case 1:
		return (struct event){ .kind = EVENT_TIMEOUT };
	default: /* small ones as often as all others */
		return (struct event){ .kind = EVENT_RESIZE,
			               .rows = any_size(state, 5, ROWS_MOST),
			               .cols = any_size(state, 12, COLS_MOST) };
	}
}

/* Gives how many keys it were. */
static int
press_command(struct session *s, uint64_t *state)
{
	struct binding b = s->keymap.bindings.v[below(state, (int)s->keymap.bindings.n)];

	if (b.action == ACTION_QUIT || b.action == ACTION_CLOSE) /* often enough by themselves */
		return 0;
	for (int i = 0; i < b.n && !s->quit; i++) {
		struct event e = pressed(b.key[i] == KEYMAP_CHAR ? 'a' + (codepoint)below(state, 26)
		                                                 : b.key[i]);

		session_handle(s, &e);
	}
	return b.n;
}

static int
play_words(struct session *s, const char *words)
{
	struct slice rest = slice_from(words);
	int n = 0;

	for (; !s->quit && !script_is_done(&rest); n++) {
		struct event e;
		struct err err;

		if (script_next(&rest, &e, &err) != STATUS_OK)
			die("%s", err_words(&err, UI_EN));
		session_handle(s, &e);
	}
	return n;
}

/* By its name, as some actions have no keys. */
static int
type_name(struct session *s, uint64_t *state)
{
	enum action action = (enum action)below(state, ACTIONS);
	char words[100];

	if (action == ACTION_QUIT || action == ACTION_CLOSE)
		return 0;
	snprintf(words, sizeof words, ":%s<CR>", action_info(action)->name);
	return play_words(s, words);
}

/* What a cat seldom finds. */
static int
type_sense(struct session *s, uint64_t *state)
{
	static const char *const sense[] = {
		"12Ggr", "44Gzt2<Tab><CR>", "44Gzt2<Tab>K", "&水<CR>", "&water<CR>", "/water<CR>", "/水<CR>",
		"g/水<CR>", "gn", "12Gasee CFW/COP/2024/17#44 and CFW/COP/2024/9#3<C-s>gf", "gNjgf", "gS", "gO<CR>", "f",
		"s", ":set ui zh<CR>", "oCFW/COP/2024/13/Rev.2<CR>", "gD<CR>", "gl",
	};

	return play_words(s, sense[below(state, (int)(sizeof sense / sizeof *sense))]);
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

static int
play_some(struct session *s, uint64_t *state)
{
	struct event e;
	int n = 0;

	switch (below(state, 16)) {
	case 0:
		n = type_name(s, state);
		break;
	case 1:
		n = type_sense(s, state);
		break;
	case 2:
	case 3:
	case 4:
		break;
	default:
		n = press_command(s, state);
	}
	if (n > 0)
		return n;
	e = below(state, 8) ? pressed(any_key(state)) : no_key(state);
	session_handle(s, &e);
	return 1;
}

/* Gives the number of the key that broke it, or more than there are if none did. */
static int
play(struct session **s, struct grid *g, struct world *w, uint64_t *state)
{
	int done = 0;

	while (done < w->keys) {
		done += play_some(*s, state);
		if (!(*s)->quit && session_timeout_ms(*s) == 0 && below(state, 2))
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
