/* SPDX-License-Identifier: ISC */
/*
 * What a session keeps in notes, and finds there again.
 */
#include "config.h"

#include "session/session.h"

#include "../sample_doc.h"
#include "session/script.h"
#include "tap.h"

#include <unistd.h>

#define NOTES "session_notes.db"

/* `shift` more paragraphs stand in front, without words of the others. */
static struct doc *
report(const char *symbol, long shift)
{
	struct doc *d = doc_new();

	d->symbols = ARENA_NEW(&d->arena, struct slice);
	d->symbols[0] = slice_from(symbol);
	d->n_symbols = 1;
	for (long i = 1; i <= shift; i++)
		sample_block(d, BLOCK_PARAGRAPH, arena_printf(&d->arena, "%ld.", i).p, i, "New.");
	for (long i = 1; i <= 30; i++)
		sample_block(d, BLOCK_PARAGRAPH, arena_printf(&d->arena, "%ld.", i + shift).p, i + shift,
		             arena_printf(&d->arena, "The well of village %ld is deep.", i).p);
	doc_index(d);
	return d;
}

static struct notes *
notes(void)
{
	struct notes *n = NULL;
	struct err err;

	if (notes_open(NOTES, &n, &err) != STATUS_OK)
		ok(false, "%s", err_words(&err, UI_EN));
	return n;
}

static struct session *
start(struct notes *n)
{
	return session_new((struct session_settings){
		.width = { .ambiguous = 1 }, .rows = 24, .cols = 80, .notes = n });
}

static void
play(struct session *s, const char *keys)
{
	struct slice rest = slice_from(keys);

	while (!script_is_done(&rest)) {
		struct event e;
		struct err err;

		if (script_next(&rest, &e, &err) != STATUS_OK)
			break;
		session_handle(s, &e);
	}
}

static long
number(struct session *s)
{
	struct reader *r = &session_document(s)->reader;

	return r->doc->blocks[r->current.block].number;
}

static void
end(struct session *s, struct notes *n)
{
	struct err err;

	is_number(session_close_all(s, &err), STATUS_OK, "places are kept");
	session_free(s);
	notes_close(n);
}

int
main(void)
{
	struct notes *n;
	struct session *s;

	unlink(NOTES);
	n = notes();
	s = start(n);
	session_open(s, report("A/CONF.999/1", 0), SLICE(""));
	play(s, "3Gma8GmB12G");
	end(s, n);

	n = notes();
	s = start(n);
	session_open(s, report("A/CONF.999/1", 2), SLICE(""));
	is_number(number(s), 14, "the place, though two paragraphs were put in front");
	play(s, "'a");
	is_number(number(s), 5, "mark a");
	play(s, "'B");
	is_number(number(s), 10, "mark B");
	play(s, "20G<hangup>");
	ok(s->quit, "a hang-up ends");
	session_free(s); /* as if killed now */
	notes_close(n);

	n = notes();
	s = start(n);
	session_open(s, report("A/CONF.999/3", 0), SLICE(""));
	play(s, "15G");
	is_number(session_timeout_ms(s), SESSION_PLACE_MS, "a place is to be kept");
	session_handle(s, &(struct event){ .kind = EVENT_TIMEOUT });
	is_number(session_timeout_ms(s), -1, "and then there is peace");
	session_free(s); /* killed */
	notes_close(n);
	n = notes();
	s = start(n);
	session_open(s, report("A/CONF.999/3", 0), SLICE(""));
	is_number(number(s), 15, "a place where the reader paused outlives a crash");
	end(s, n);

	n = notes();
	s = start(n);
	session_open(s, report("A/CONF.999/2", 0), SLICE(""));
	is_number(number(s), 1, "another document is at its start");
	play(s, "'B");
	ok(s->is_error, "mark B is elsewhere");
	session_open(s, report("A/CONF.999/1", 2), SLICE(""));
	is_number(number(s), 20, "a hang-up keeps the place");
	play(s, "[d'B");
	is_number(number(s), 10, "mark B leads into the other document");
	session_open(s, report("A/CONF.999/1", 2), SLICE("7"));
	is_number(number(s), 7, "a place that is named wins");
	end(s, n);
	unlink(NOTES);
	return tap_done();
}
