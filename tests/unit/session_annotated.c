/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/annotated.h"

#include "../link_sample.h"

#include <unistd.h>

#define FILE_NAME "session_annotated/notes.db"

static const struct annotated *
annotated(struct session *s)
{
	return &session_document(s)->annotated;
}

static struct session *
start(struct notes **notes, const char *language)
{
	struct err err = { .status = STATUS_OK };
	struct session *s;
	struct doc *d = link_report("A/1/1", "A/2/2");

	if (notes_open(FILE_NAME, notes, &err) != STATUS_OK)
		die("%s", err_words(&err, UI_EN));
	s = session_new((struct session_settings){ .ui = UI_EN,
		                                   .width = { .ambiguous = 1 },
		                                   .rows = 24,
		                                   .cols = 80,
		                                   .notes = *notes });
	d->language = slice_from(language);
	session_open(s, d, SLICE(""));
	return s;
}

static void
stop(struct session *s, struct notes *notes)
{
	session_free(s);
	notes_close(notes);
}

/* Rows that the block with this number takes. */
static size_t
rows(struct session *s, size_t block)
{
	return layout_block(session_document(s)->reader.layout, block).n;
}

static void
writing(struct session *s)
{
	size_t before = rows(s, 1), n;
	const struct annotated_part *part;

	link_play(s, "2Gasee A/2/2#12<C-s>");
	is(buf_slice(&s->message), "note on para. 2 kept", "a note is kept");
	is_number((long)rows(s, 1), (long)before + 1, "it has a row under its paragraph");
	part = annotated_block(annotated(s), 1, &n);
	ok(n == 1 && part->is_first && part->note->kind == NOTE_TEXT, "and is in its block");
	(void)annotated_block(annotated(s), 2, &n);
	is_number((long)n, 0, "and in no other");
	link_play(s, "a, twice<C-s>");
	is(annotated(s)->list.v[0].text, "see A/2/2#12, twice", "the same again: it is edited");
	link_play(s, "zn");
	is_number((long)rows(s, 1), (long)before, "as a sign in the margin it takes no row");
	link_play(s, "znzn");
	is_number((long)rows(s, 1), (long)before + 1, "and again under the paragraph");
	link_play(s, "3Gc2");
	ok(annotated(s)->list.n == 2 && annotated(s)->list.v[1].colour == 2, "a highlight");
	link_play(s, "c5");
	ok(annotated(s)->list.n == 2 && annotated(s)->list.v[1].colour == 5, "of another kind");
	link_play(s, "5Gcc");
	ok(annotated(s)->list.n == 3 && annotated(s)->list.v[2].colour == 5, "the same kind again");
	link_play(s, "c0");
	is_number((long)annotated(s)->list.n, 2, "taken off");
	link_play(s, "c7");
	ok(s->is_error, "there are six kinds");
	link_play(s, "4Gs");
	ok(annotated(s)->list.n == 3 && annotated(s)->list.v[2].kind == NOTE_BOOKMARK, "a bookmark");
	link_play(s, "s");
	is_number((long)annotated(s)->list.n, 2, "off again");
	link_play(s, "6Gvvlllc1");
	ok(annotated(s)->list.n == 3 && annotated(s)->list.v[2].scope == NOTE_WORDS, "exact words");
	is(annotated(s)->list.v[2].quote, "Well", "those that were selected");
	ok(selection_kind(s) == SELECTION_NONE, "the selection is done with");
	link_play(s, "8Gvvlllaexactly<C-s>8Gvla, no doubt<C-s>");
	ok(annotated(s)->list.n == 4, "a note on words");
	is(annotated(s)->list.v[3].text, "exactly, no doubt", "edited from a caret in them");
	link_play(s, "udd<Esc>");
	is_number((long)annotated(s)->list.n, 3, "deleted from there");
	link_play(s, "7G,wells， #water<CR>");
	is(annotated(s)->list.v[3].tags, "\nwater\nwells\n", "tags");
	link_play(s, ",<C-u><CR>");
	is_number((long)annotated(s)->list.n, 3, "no tags, nothing that has them");
}

static void
moving(struct session *s)
{
	link_play(s, "gg]n");
	is_number(link_number(s), 2, "]n: the note");
	link_play(s, "]n");
	is(buf_slice(&s->message), "no further note", "the last");
	link_play(s, "]h");
	is_number(link_number(s), 3, "]h: the highlight");
	link_play(s, "2]h");
	is_number(link_number(s), 6, "the next");
	link_play(s, "[h[n");
	is_number(link_number(s), 2, "back");
	link_play(s, "gf");
	is(buf_slice(&s->message), "A/2/2 is not held; https://docs.un.org/en/A/2/2",
	   "what the note speaks of is looked up");
}

static void
lists(struct session *s)
{
	link_play(s, "2Ggn");
	is_number(session_view(s)->kind, VIEW_NOTES_HERE, "notes here");
	is_number((long)session_view(s)->items.n, 4, "one, a heading, two elsewhere");
	link_play(s, "jj<CR>");
	is_number(link_number(s), 3, "Enter leads to the highlight");
	link_play(s, "dd");
	is(buf_slice(&s->message), "highlight on para. 3 deleted; u brings it back", "deleted");
	link_play(s, "gT");
	is_number((long)session_view(s)->items.n, 5, "it is in the trash with what was taken off");
	link_play(s, "q3Gu");
	is(buf_slice(&s->message), "undone: highlight on para. 3", "undone");
	link_play(s, "gNG");
	is_number((long)session_view(s)->items.n, 3, "all notes");
	link_play(s, "dddddd");
	ok(session_view(s)->kind == VIEW_TEXT, "a list without anything closes");
	is_number((long)annotated(s)->list.n, 0, "all are gone");
	link_play(s, "3u");
	is_number((long)annotated(s)->list.n, 3, "and back");
}

static void
restarts(void)
{
	struct notes *notes = NULL;
	struct session *s = start(&notes, "en");

	is_number((long)annotated(s)->list.n, 3, "opened again: they are there");
	link_play(s, "u");
	is_number((long)annotated(s)->list.n, 4, "undo of what was done before");
	ok(slice_starts(buf_slice(&s->message), "undone: tags"), "the tags");
	stop(s, notes);
	s = start(&notes, "fr");
	is_number((long)annotated(s)->list.n, 4, "in another language too");
	link_play(s, "2G:bind<CR>");
	ok(slice_starts(buf_slice(&s->message), "shown in the en version alone"), "bound to its own");
	is_number((long)annotated(s)->list.n, 3, "it is not shown here any more");
	stop(s, notes);
	s = start(&notes, "en");
	is_number((long)annotated(s)->list.n, 4, "but there");
	stop(s, notes);
}

/* Paragraphs that differ by their numbers alone, more than are looked through at once. */
static struct doc *
large(void)
{
	struct doc *d = doc_new();

	d->symbols = ARENA_NEW(&d->arena, struct slice);
	d->symbols[0] = SLICE("A/3/3");
	d->n_symbols = 1;
	d->language = SLICE("en");
	for (long i = 1; i <= 2000; i++)
		sample_block(d, BLOCK_PARAGRAPH, arena_printf(&d->arena, "%ld.", i).p, i,
		             arena_printf(&d->arena,
		                          "Paragraph %ld is like the others, and there are many of them; "
		                          "this one has the number %ld.",
		                          i, i).p);
	doc_index(d);
	return d;
}

static void
pausing(void)
{
	struct notes *notes = NULL;
	struct session *s = start(&notes, "en");

	session_open(s, large(), SLICE(""));
	link_play(s, "5Gc1");
	ok(annotated(s)->list.v[0].rival < 0 && annotated(s)->n_bare == 1 && session_timeout_ms(s) > 0,
	   "in a large document a note waits for a look through all of it");
	link_play(s, "<wait>");
	ok(annotated(s)->list.v[0].rival >= 0 && annotated(s)->n_bare == 0 &&
	           session_timeout_ms(s) == SESSION_PLACE_MS,
	   "a pause is time for that");
	link_play(s, "u");
	is_number((long)annotated(s)->list.n, 0, "which is no step of undo");
	stop(s, notes);
}

/* Somebody else writes a note while the document is open. */
static void
notices(void)
{
	struct notes *notes = NULL, *others = NULL;
	struct session *s = start(&notes, "en");
	size_t before = annotated(s)->list.n;
	struct note note;
	struct err err;

	link_play(s, "gn<Esc>");
	if (notes_open(FILE_NAME, &others, &err) != STATUS_OK)
		die("%s", err_words(&err, UI_EN));
	note = annotated(s)->list.v[0];
	note.text = SLICE("from elsewhere");
	ok(note_put(others, &note, &err) == STATUS_OK, "it is kept");
	link_play(s, "gn");
	is(annotated(s)->list.v[0].text, "from elsewhere", "the next thing done to notes sees it");
	note = annotated(s)->list.v[0];
	note.id = SLICE("00000000000000000000000000000001");
	ok(note_put(others, &note, &err) == STATUS_OK, "another");
	link_play(s, "<Esc><C-l>");
	is_number((long)annotated(s)->list.n, (long)before + 1, "^L asks again");
	notes_close(others);
	stop(s, notes);
}

static void
signs(void)
{
	struct note note = { .kind = NOTE_TEXT };

	is(annotated_sign(&note), "✎", "the sign of a note");
	note = (struct note){ .kind = NOTE_HIGHLIGHT, .colour = 3 };
	is(annotated_sign(&note), "=", "of a highlight");
	is(annotated_highlight_sign(0), "", "of none");
}

int
main(void)
{
	struct notes *notes = NULL;
	struct session *s;

	if (system("rm -rf session_annotated") != 0)
		die("session_annotated is in the way");
	s = start(&notes, "en");
	signs();
	writing(s);
	moving(s);
	lists(s);
	stop(s, notes);
	restarts();
	pausing();
	notices();
	s = link_session(NULL);
	link_play(s, "a");
	ok(s->is_error && !s->editor.is_open, "without notes nothing is written");
	session_free(s);
	return tap_done();
}
