/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/finder.h"

#include "../link_sample.h"

#include <stdio.h>
#include <unistd.h>

#define FILE_NAME "session_finder.db"

/* Documents that only the library has. */
static struct library *
library(struct arena *arena)
{
	struct library *l = NULL;
	struct library_change change;
	struct err err;

	unlink(FILE_NAME);
	if (library_open(FILE_NAME, &l, &err) != STATUS_OK)
		return NULL;
	for (int i = 1; i <= SESSION_HELD_MAX + 4; i++) {
		struct doc *d = link_report(arena_printf(arena, "E/2024/%d", i).p, "A/1/1");

		snprintf(d->sha256, sizeof d->sha256, "%d", i);
		if (library_add(l, d, arena_printf(arena, "%d.txt", i), arena, &change, &err) !=
		    STATUS_OK)
			printf("# %s\n", err_words(&err, UI_EN));
		doc_free(d);
	}
	return l;
}

static void
typing(struct session *s)
{
	link_play(s, "o");
	ok(s->finder.prompt.is_open && s->finder.candidates.n >= 2, "all there is, to begin with");
	link_play(s, "ａ／２");
	is_number((long)s->finder.candidates.n, 1, "full width and small letters");
	link_play(s, "<CR>");
	ok(session_pane(s)->document == 1 && !s->finder.prompt.is_open, "opened");
	link_play(s, "oreport a / 1<CR>");
	is_number((long)session_pane(s)->document, 0, "by its title, blanks or not");
	link_play(s, "<C-o>");
	is_number((long)session_pane(s)->document, 1, "and back");
	link_play(s, "onothing<CR>");
	ok(s->is_error && !s->finder.prompt.is_open, "nothing fits");
	link_play(s, "o<paste A/1>");
	ok(s->finder.candidates.n == 1, "pasted");
	link_play(s, "<Esc>");
	ok(!s->finder.prompt.is_open && session_pane(s)->document == 1, "Esc");
	link_play(s, "oa/<Tab><S-Tab><Down><CR>");
	is_number((long)session_pane(s)->document, 1, "the second of two");
	is_number(finder_rows(&s->finder, 3), 2, "few rows on a small screen");
}

static void
holding(struct session *s)
{
	link_play(s, "oE/2024/3<CR>");
	is(session_document(s)->title, "E/2024/3", "a document of the library");
	link_play(s, "oE/2024/3<CR>");
	is_number((long)s->documents.n, 3, "is opened once");
	for (int i = 1; i <= SESSION_HELD_MAX + 4; i++) {
		char keys[64];

		snprintf(keys, sizeof keys, "oE/2024/%d<CR>7G", i);
		link_play(s, keys);
	}
	is_number((long)s->documents.n, SESSION_HELD_MAX + 2, "those not looked at for long are closed");
	is(session_document(s)->title, "E/2024/20", "the last one stays");
	link_play(s, "gH");
	ok(session_view(s)->items.n > SESSION_HELD_MAX + 4, "history knows them all");
	link_play(s, "q30<C-o>");
	ok(session_document(s)->is_held && !s->is_error, "and opens them again");
	link_play(s, "gb");
	is_number((long)session_view(s)->items.n, SESSION_HELD_MAX + 4, "the library");
	link_play(s, "gg<CR>");
	is(session_document(s)->title, "E/2024/1", "opens from there");
	link_play(s, "gg<Tab><CR>");
	ok(s->documents.v[session_pane(s)->document].is_held == false && link_number(s) == 12,
	   "a link leads to an open document");
	link_play(s, "gr");
	is_number((long)session_view(s)->items.n, SESSION_HELD_MAX + 5, "all that cite it");
	link_play(s, "q");
	ok(hyperlink_citing(s, 11) >= SESSION_HELD_MAX, "and how many, in the margin");
}

/* A document that arrives while it is cited on the screen. */
static void
arriving(struct session *s, struct library *l, struct arena *arena)
{
	struct doc *d = link_report("A/70/1", "A/1/1");
	struct library_change change;
	struct err err;
	const struct doc *citing;

	link_play(s, "oA/1/1<CR>3G<CR>");
	ok(slice_starts(buf_slice(&s->message), "A/70/1 is not held"), "not held yet");
	snprintf(d->sha256, sizeof d->sha256, "late");
	is_number(library_add(l, d, SLICE("late.txt"), arena, &change, &err), STATUS_OK, "it arrives");
	doc_free(d);
	link_play(s, "3G");
	citing = session_document(s)->reader.doc;
	is_number(hyperlink_look(s, citing, doc_block(citing, 2), 0), HYPERLINK_RESOLVED,
	          "the link has lit up");
	link_play(s, "<CR>");
	is(session_document(s)->title, "A/70/1", "and leads there");
}

int
main(void)
{
	struct arena arena = { 0 };
	struct library *l = library(&arena);
	struct session *s = link_session(NULL);
	struct err err;

	typing(s);
	session_free(s);
	s = link_session(l);
	holding(s);
	arriving(s, l, &arena);
	is_number(session_close_all(s, &err), STATUS_OK, "closed");
	session_free(s);
	library_close(l);
	unlink(FILE_NAME);
	unlink(FILE_NAME "-wal");
	unlink(FILE_NAME "-shm");
	arena_release(&arena);
	return tap_done();
}
