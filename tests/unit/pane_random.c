/* SPDX-License-Identifier: ISC */
/*
 * Keys as a cat on the keyboard presses them, on screens of every size: whatever they do, the reader
 * goes on, each screen is drawn, and places stay within their documents.
 *
 * DUAN_SEEDS=FROM-TO plays other ones than the few of every day.
 */
#include "config.h"

#include "pane/pane.h"

#include "import/import.h"
#include "store/library.h"
#include "tap.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define FILE_NAME "pane_random.db"
#define NOTES_NAME "pane_random.notes/notes.db"
#define NOTES_EVERY 4 /* seeds: the others keep none, for each change waits for the disk */
#define SEEDS 20
#define KEYS 2000
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

static struct doc *
read_sample(const char *path)
{
	struct doc *d = NULL;
	struct err err;

	if (import_file(path, &d, &err) != STATUS_OK)
		die("%s", err_words(&err, UI_EN));
	return d;
}

static struct library *
fill(const glob_t *files)
{
	struct library *l = NULL;
	struct err err = { .status = STATUS_OK };

	unlink(FILE_NAME);
	if (library_open(FILE_NAME, &l, &err) != STATUS_OK)
		die("%s", err_words(&err, UI_EN));
	for (size_t i = 0; i < files->gl_pathc; i++) {
		struct doc *d = read_sample(files->gl_pathv[i]);
		struct library_change change;
		struct arena arena = { 0 };

		if (library_add(l, d, slice_from(files->gl_pathv[i]), &arena, &change, &err) != STATUS_OK)
			die("%s", err_words(&err, UI_EN));
		arena_release(&arena);
		doc_free(d);
	}
	return l;
}

struct world {
	struct library *library;
	struct notes *notes; /* NULL: nothing is kept */
	glob_t files;
};

static struct session *
start(const struct world *w, uint64_t *state)
{
	struct session *s = session_new((struct session_settings){
		.ui = below(state, 2) ? UI_ZH : UI_EN,
		.width = { .ambiguous = 1 + below(state, 2) },
		.rows = 1 + below(state, 60),
		.cols = 1 + below(state, 200),
		.max_cols = below(state, 3) ? SESSION_MAX_COLS : 0,
		.notes = w->notes,
		.library = w->library });

	for (int n = 1 + below(state, OPEN_MOST); n > 0; n--)
		session_open(s, read_sample(w->files.gl_pathv[below(state, (int)w->files.gl_pathc)]),
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
	switch (below(state, 6)) {
	case 4:
		return (struct event){ .kind = EVENT_CLICK, .rows = below(state, 60), .cols = below(state, 200) };
	case 5:
		return (struct event){ .kind = EVENT_WHEEL, .rows = below(state, 2) ? 1 : -1 };
	case 0:
		return (struct event){ .kind = EVENT_PASTE, .text = SLICE("CFW/COP/2024/9\n第 12 段\x1b[0m") };
	case 1:
		return (struct event){ .kind = EVENT_TIMEOUT };
	default: /* small ones as often as all others */
		return (struct event){ .kind = EVENT_RESIZE,
			               .rows = 1 + below(state, below(state, 2) ? 60 : 5),
			               .cols = 1 + below(state, below(state, 2) ? 200 : 12) };
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

static bool
is_sound(struct session *s, const struct grid *g)
{
	const struct session_document *doc = session_document(s);
	const struct reader *r;

	if (g->cursor_row < 0 || g->cursor_row >= g->rows || g->cursor_col < 0 ||
	    g->cursor_col >= g->cols)
		return false;
	if (!doc)
		return true;
	r = &doc->reader;
	return r->current.block < r->doc->n_blocks && r->top.block < r->doc->n_blocks &&
	       r->current.byte <= doc_block(r->doc, r->current.block)->text.len;
}

/* Gives the number of the key that broke it, KEYS if none did. */
static int
play(struct session **s, struct grid *g, const struct world *w, uint64_t *state)
{
	int done = 0;

	while (done < KEYS) {
		struct event e;
		int n = below(state, 4) ? press_command(*s, state) : 0;

		if (n == 0) {
			e = below(state, 8) ? pressed(any_key(state)) : no_key(state);
			session_handle(*s, &e);
			n = 1;
		}
		if (session_timeout_ms(*s) == 0 && below(state, 2)) {
			e = (struct event){ .kind = EVENT_TIMEOUT };
			session_handle(*s, &e);
		}
		done += n;
		if ((*s)->quit) {
			session_free(*s);
			*s = start(w, state);
		}
		pane_draw(*s, g);
		if (!is_sound(*s, g))
			return done;
	}
	return KEYS;
}

static void
play_seed(const struct world *w, int seed)
{
	uint64_t state = 0x9E3779B97F4A7C15u * (uint64_t)(seed + 1);
	struct session *s = start(w, &state);
	struct grid g;
	int done;

	grid_init(&g, 1, 1, s->settings.width);
	done = play(&s, &g, w, &state);
	if (!ok(done >= KEYS, "seed %d: %d keys", seed, done))
		printf("# cursor %d,%d on %dx%d, view %d\n", g.cursor_row, g.cursor_col, g.rows, g.cols,
		       session_view(s)->kind);
	grid_release(&g);
	session_free(s);
}

static void
play_with_notes(struct world *w, int seed)
{
	struct err err = { .status = STATUS_OK };

	if (system("rm -rf pane_random.notes") != 0 || notes_open(NOTES_NAME, &w->notes, &err) != STATUS_OK)
		die("%s", err_words(&err, UI_EN));
	play_seed(w, seed);
	notes_close(w->notes);
	w->notes = NULL;
}

int
main(void)
{
	const char *top = getenv("DUAN_TOP"), *seeds = getenv("DUAN_SEEDS");
	int first = 1, last = SEEDS;
	char pattern[4096];
	struct world w = { .notes = NULL };

	snprintf(pattern, sizeof pattern, "%s/sample/*.txt", top ? top : ".");
	if (glob(pattern, 0, NULL, &w.files) != 0)
		die("no sample");
	if (seeds && sscanf(seeds, "%d-%d", &first, &last) < 1)
		die("DUAN_SEEDS=FROM-TO");
	w.library = fill(&w.files);
	for (int seed = first; seed <= last; seed++)
		if (seed % NOTES_EVERY == 0)
			play_with_notes(&w, seed);
		else
			play_seed(&w, seed);
	library_close(w.library);
	unlink(FILE_NAME);
	globfree(&w.files);
	return tap_done();
}
