/* SPDX-License-Identifier: ISC */
/*
 * A day at the reader: random keys come through a terminal, whatever they ask for is done, each screen
 * is sound and is shown on the terminal, and in the end the program is as small as it was.
 *
 * DUAN_KEYS=N so many keys; from LONG_RUN on its memory is compared with what it had after the first tenth.
 */
#include "config.h"

#include "../held_sample.h"
#include "../random_keys.h"
#include "../screen_sound.h"
#include "../unit/term_fixture.h"
#include "tap.h"

#include <signal.h>
#include <string.h>

#define KEYS 20000
#define LONG_RUN 1000000
#define TELLS 10 /* times that the memory is looked at */
#define GROWTH_MOST 5 /* % */
#define OPEN_MOST 4
#define NOTES_MOST 60 /* more are deleted again, as nobody writes a thousand a day */
#define PRUNE_KEYS 2000

/* Where keys are typed and screens shown: the loop's other end.  One a program, as for the loop. */
static struct term *terminal;
static int master = -1, slave = -1;

struct day {
	struct session *session;
	struct library *library;
	struct notes *notes;
	glob_t files;
	struct grid grid;
	pid_t reader; /* takes what is shown */
	long keys, sessions, screens;
	long memory[TELLS]; /* kB; the first, when it had warmed up */
	uint64_t state;
};

static bool
type(const void *bytes, size_t n)
{
	return write(master, bytes, n) == (ssize_t)n;
}

/* What can be typed so that it is one key whatever comes next. */
static bool
can_be_typed(const struct event *e)
{
	return e->kind == EVENT_KEY && ((e->key >= ' ' && e->key < EVENT_UP && e->key != 0x7F &&
	                                 !(e->key >= 0x80 && e->key < 0xA0)) ||
	                                e->key == EVENT_ENTER);
}

static bool
send_key(const struct event *e)
{
	char bytes[4] = "\r";

	return type(bytes, e->key == EVENT_ENTER ? 1 : utf8_encode(e->key, bytes));
}

static bool
send_paste(const struct event *e)
{
	return type("\033[200~", 6) && type(e->text.p, e->text.len) && type("\033[201~", 6);
}

static bool
send_size(const struct event *e)
{
	fixture_resize(slave, e->rows, e->cols);
	return raise(SIGWINCH) == 0;
}

/* Through the terminal, if it can come that way. */
static void
random_send(struct session *s, const struct event *e)
{
	struct event heard;
	bool is_sent = can_be_typed(e)              ? send_key(e)
	               : e->kind == EVENT_PASTE  ? send_paste(e)
	               : e->kind == EVENT_RESIZE ? send_size(e)
	                                         : false;

	if (!is_sent) {
		session_handle(s, e);
		return;
	}
	do {
		term_wait(terminal, 1000, &heard);
		session_handle(s, &heard);
	} while (!s->quit && term_has_input(terminal));
}

/* What the loop would do for the session, outside. */
static void
serve(struct session *s)
{
	struct buf text = { 0 };

	if (s->editor.is_open && s->editor.is_outside) {
		buf_add(&text, buf_slice(&s->editor.edit.text));
		editor_return(s, buf_slice(&text), NULL);
	}
	if (s->copy.is_due)
		copy_done(s, COPY_TERMINAL, slice_from(NULL));
	if (s->shell.is_due)
		shell_done(s, 0);
	if (s->fetching.wanted.len > 0)
		fetching_cancel(s);
	s->suspend = s->redraw = false;
	buf_release(&text);
}

static struct session *
start(struct day *d)
{
	int rows, cols;
	struct session *s;

	term_size(terminal, &rows, &cols);
	s = session_new((struct session_settings){ .ui = random_below(&d->state, 2) ? UI_ZH : UI_EN,
	                                           .width = { .ambiguous = 1 },
	                                           .rows = rows,
	                                           .cols = cols,
	                                           .max_cols = SESSION_MAX_COLS,
	                                           .notes = d->notes,
	                                           .can_fetch = true,
	                                           .library = d->library });
	for (int n = 1 + random_below(&d->state, OPEN_MOST); n > 0; n--)
		session_open(s,
		             held_read(d->files.gl_pathv[random_below(&d->state, (int)d->files.gl_pathc)]),
		             slice_from(NULL));
	held_refuse(s);
	d->sessions++;
	return s;
}

static void
end(struct session *s)
{
	struct err err;

	if (session_close_all(s, &err) != STATUS_OK)
		printf("# %s\n", err_words(&err, UI_EN));
	session_free(s);
}

/* All but a day's notes go for good, and the memory of how they came about: what a cat writes is not what
 * the program should be measured by. */
static void
prune_notes(struct day *d)
{
	struct arena arena = { 0 };
	struct note_list all;
	struct err err;
	enum status status = note_list(d->notes, NOTE_ALL, &arena, &all, &err);

	if (status == STATUS_OK && all.n > NOTES_MOST) {
		for (size_t i = NOTES_MOST; i < all.n; i++)
			all.v[i].trashed = 1;
		status = note_settle(d->notes, all.v + NOTES_MOST, all.n - NOTES_MOST, &err);
	}
	if (status == STATUS_OK)
		status = note_purge(d->notes, note_now() + 1, &all.n, &err);
	if (status != STATUS_OK)
		printf("# %s\n", err_words(&err, UI_EN));
	arena_release(&arena);
}

static bool
show(struct day *d)
{
	bool good = sound_draw(d->session, &d->grid);

	term_show(terminal, &d->grid);
	d->screens++;
	return good;
}

/* The memory that the program has, kB. */
static long
memory(void)
{
	FILE *f = fopen("/proc/self/statm", "r");
	long whole = 0, resident = 0;

	if (!f || fscanf(f, "%ld %ld", &whole, &resident) != 2)
		resident = 0;
	if (f)
		fclose(f);
	return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

static bool
play(struct day *d, long keys)
{
	long told = 0, pruned = 0;

	while (d->keys < keys) {
		d->keys += random_play(d->session, &d->state);
		serve(d->session);
		while (!d->session->quit && session_timeout_ms(d->session) == 0)
			session_handle(d->session, &(struct event){ .kind = EVENT_TIMEOUT });
		if (d->session->quit) {
			end(d->session);
			d->session = start(d);
		}
		if (!show(d))
			return false;
		if (d->keys / PRUNE_KEYS > pruned) {
			pruned = d->keys / PRUNE_KEYS;
			prune_notes(d);
		}
		if (d->keys * TELLS / keys > told) {
			told = d->keys * TELLS / keys;
			d->memory[told - 1] = memory();
			printf("# %ld keys, %ld sessions, %ld screens: %ld kB\n", d->keys, d->sessions,
			       d->screens, d->memory[told - 1]);
			fflush(stdout);
		}
	}
	return true;
}

/* Whatever happens to be open just then: the least of the last three. */
static long
memory_in_the_end(const struct day *d)
{
	long least = d->memory[TELLS - 1];

	for (int i = TELLS - 3; i < TELLS; i++)
		least = d->memory[i] < least ? d->memory[i] : least;
	return least;
}

static void
open_day(struct day *d, const char *folder)
{
	struct buf path = { 0 };
	struct err err;

	held_find(&d->files);
	buf_addf(&path, "%s/library.db", folder);
	d->library = held_library(buf_str(&path), &d->files);
	buf_clear(&path);
	buf_addf(&path, "%s/notes", folder);
	d->notes = held_notes(buf_str(&path));
	buf_release(&path);
	master = fixture_pty(24, 80, &slave);
	d->reader = fixture_reader(master);
	if (term_open_on(slave, slave, "xterm-256color", (struct term_settings){ .color = 1 }, &terminal,
	                 &err) != STATUS_OK)
		tap_skip_all(err_words(&err, UI_EN));
	grid_init(&d->grid, 1, 1, (struct width){ .ambiguous = 1 });
	d->session = start(d);
}

static void
close_day(struct day *d)
{
	end(d->session);
	term_close(terminal);
	fixture_reader_end(d->reader);
	close(slave);
	close(master);
	grid_release(&d->grid);
	library_close(d->library);
	notes_close(d->notes);
	globfree(&d->files);
}

int
main(void)
{
	const char *keys = getenv("DUAN_KEYS");
	struct day d = { .state = 0x9E3779B97F4A7C15u };
	char folder[] = "/tmp/duan-test-XXXXXX";
	long n = keys ? atol(keys) : KEYS;
	struct buf remove = { 0 };
	bool good;

	if (n < TELLS || !mkdtemp(folder))
		die("DUAN_KEYS=N, and a folder in /tmp");
	open_day(&d, folder);
	good = play(&d, n);
	ok(good, "%ld keys", d.keys);
	if (n >= LONG_RUN)
		ok(memory_in_the_end(&d) * 100 <= d.memory[0] * (100 + GROWTH_MOST), "from %ld to %ld kB",
		   d.memory[0], memory_in_the_end(&d));
	close_day(&d);
	buf_addf(&remove, "rm -rf '%s'", folder);
	if (system(buf_str(&remove)) != 0)
		printf("# %s stays\n", folder);
	buf_release(&remove);
	return tap_done();
}
