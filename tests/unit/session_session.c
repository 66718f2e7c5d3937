/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/session.h"

#include "../sample_doc.h"
#include "session/script.h"
#include "tap.h"

#include <string.h>

static struct doc *
report(const char *symbol)
{
	static const char source[] = "line one\nline two\nline three\n";
	struct doc *d = doc_new();

	d->symbols = ARENA_NEW(&d->arena, struct slice);
	d->symbols[0] = slice_from(symbol);
	d->n_symbols = 1;
	sample_block(d, BLOCK_HEADING, "I.", 0, "Opening")->level = 1;
	for (long i = 1; i <= 20; i++) {
		if (i == 11)
			sample_block(d, BLOCK_HEADING, "II.", 0, "Work")->level = 1;
		sample_block(d, BLOCK_PARAGRAPH, arena_printf(&d->arena, "%ld.", i).p, i,
		             arena_printf(&d->arena,
		                          "Paragraph %ld speaks of rivers. It is long enough to need "
		                          "two lines at eighty cells.", i).p);
	}
	buf_add_str(&d->source, source);
	d->source_start = ARENA_ARRAY(&d->arena, 4, size_t);
	for (size_t i = 0, line = 1; source[i]; i++)
		if (source[i] == '\n')
			d->source_start[line++] = i + 1;
	d->n_source_lines = 3;
	d->blocks[1].source_line = 2;
	d->blocks[1].source_end = 4;
	diag_init(&d->diag, &d->arena);
	diag_add(&d->diag, DIAG_NOTE, 0, 2, "a remark", "一条说明");
	doc_index(d);
	return d;
}

static void
play(struct session *s, const char *keys)
{
	struct slice rest = slice_from(keys);

	while (!script_is_done(&rest)) {
		struct event e;
		struct err err;

		if (script_next(&rest, &e, &err) != STATUS_OK) {
			ok(false, "%s", err_words(&err, UI_EN));
			return;
		}
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
moves(struct session *s)
{
	play(s, "12G");
	is_number(number(s), 12, "12G");
	play(s, "}");
	is_number(number(s), 13, "}");
	play(s, "3{");
	is_number(number(s), 10, "3{");
	play(s, ":１５<CR>");
	is_number(number(s), 15, ":15, typed full width");
	play(s, "''");
	is_number(number(s), 10, "''");
	play(s, ":para_4<CR>");
	ok(s->is_error, "an eId needs no colon, but is no command either");
	play(s, "99G");
	is(buf_slice(&s->message), "there is no paragraph 99; the last one is 20", "no such paragraph");
	play(s, "j");
	is_number(s->message.len, 0, "the next key takes the message away");
	play(s, "gg]]]]");
	is_number(session_document(s)->reader.current.block, 11, "]]");
}

static void
marks(struct session *s)
{
	play(s, "5Gma9GmB1G'a");
	is_number(number(s), 5, "mark a");
	play(s, "`B");
	is_number(number(s), 9, "mark B");
	play(s, "'z");
	ok(s->is_error, "no mark z");
	play(s, "m3");
	ok(s->is_error, "3 is no mark");
	play(s, "'?");
	is_number(session_view(s)->kind, VIEW_MARKS, "list of marks");
	is_number(session_view(s)->items.n, 2, "has both");
	play(s, "k<CR>");
	is_number(number(s), 5, "and leads to one");
	is_number(session_view(s)->kind, VIEW_TEXT, "in the text");
}

static void
lists(struct session *s)
{
	play(s, "12Gt");
	is_number(session_view(s)->kind, VIEW_CONTENTS, "contents");
	is_number(session_view(s)->scroll.current, 1, "stand at the heading that is being read");
	play(s, "g?");
	is_number(session_pane(s)->views.n, 3, "help on top");
	play(s, "t");
	is_number(session_pane(s)->views.n, 2, "contents come up again, not twice");
	play(s, "k<CR>");
	is_number(session_document(s)->reader.current.block, 0, "Enter goes");
	play(s, "tq");
	is_number(session_pane(s)->views.n, 1, "q closes");
	play(s, "t<Esc>");
	is_number(session_pane(s)->views.n, 1, "so does Esc");
	play(s, "t<C-c>");
	is_number(session_pane(s)->views.n, 1, "and ^C");
	play(s, "<C-c>");
	ok(!s->quit && s->message.len > 0, "^C in the text says how to leave");
	play(s, "2Ggs");
	is_number(session_view(s)->kind, VIEW_SOURCE, "source");
	play(s, "q1Ggs");
	ok(session_view(s)->from == 1 && session_view(s)->to == 3, "with the paragraph's lines");
	play(s, "3G<CR>");
	is_number(number(s), 1, "and back to it");
	play(s, ":remarks<CR><CR>");
	is_number(number(s), 1, "a remark leads to its line");
	play(s, ":help<CR>G<CR>");
	ok(s->quit, "help does what its line says");
	s->quit = false;
	play(s, "tma");
	ok(s->is_error && session_pane(s)->views.n == 2, "no marks in lists");
	play(s, "qt12<Esc>");
	is_number(session_pane(s)->views.n, 2, "Esc takes back a number first");
	play(s, "q");
}

static void
commands(struct session *s)
{
	play(s, ":set ui zh<CR>99G");
	is(buf_slice(&s->message), "没有第 99 段；最后一段是第 20 段", "in Chinese");
	play(s, ":set ui en<CR>:nothing<CR>");
	ok(s->is_error, "no such command");
	play(s, ":set width 30<CR>");
	is_number(layout_text_cols(session_document(s)->reader.layout), 30, "set width");
	play(s, "zw");
	is_number(s->settings.max_cols, 0, "zw: full width");
	play(s, "zwz+");
	is_number(s->settings.max_cols, 26, "and back; z+");
	play(s, ":mark c<CR>:5<CR>'c");
	ok(!s->is_error, "a command with its letter");
	play(s, "gz");
	is(buf_slice(&s->message), "gz: no such command; g? for help", "unknown keys are named");
	play(s, "<paste qqq>");
	ok(!s->quit && s->is_error, "a paste is no command");
	play(s, "=");
	ok(slice_starts(buf_slice(&s->message), "A/CONF.999/1"), "where am I");
	play(s, "<C-l><C-z>");
	ok(s->redraw && s->suspend, "redraw and suspend are for the loop");
}

static void
waits(struct session *s)
{
	is_number(session_timeout_ms(s), -1, "nothing to wait for");
	play(s, "12");
	is_number(session_timeout_ms(s), -1, "nor behind a number");
	play(s, "g");
	is_number(session_timeout_ms(s), SESSION_WAIT_MS, "behind a prefix");
	play(s, "<wait>");
	ok(s->shows_continuations && session_timeout_ms(s) == -1, "once");
	play(s, "<Esc>");
	ok(!s->shows_continuations, "until a key");
}

static void
documents(struct session *s)
{
	play(s, "7G");
	session_open(s, report("A/CONF.999/2"), SLICE("3"));
	is_number(number(s), 3, "opened at a place");
	ok(!session_open(s, report("A/CONF.999/3"), SLICE("77")), "no such place");
	play(s, "9[d");
	is_number(number(s), 7, "the first document, where it was left");
	play(s, "]d");
	is_number(session_pane(s)->document, 1, "the next");
	play(s, "gbj<CR>");
	is_number(session_pane(s)->document, 2, "from the list");
	play(s, "q");
	ok(!s->quit && s->documents.n == 2 && session_pane(s)->document == 1, "q closes the document");
	play(s, "'B");
	ok(session_pane(s)->document == 0, "a capital mark leads into another document");
	play(s, "qq");
	ok(s->quit, "the last q quits");
}

int
main(void)
{
	struct session *s = session_new((struct session_settings){
		.ui = UI_EN, .width = { .ambiguous = 1 }, .rows = 24, .cols = 80 });
	struct err err;

	play(s, "jt'a<Space>gs=zw}");
	ok(!s->quit, "nothing happens without a document");
	session_open(s, report("A/CONF.999/1"), SLICE(""));
	moves(s);
	marks(s);
	lists(s);
	commands(s);
	waits(s);
	documents(s);
	is_number(session_close_all(s, &err), STATUS_OK, "closed");
	session_free(s);
	return tap_done();
}
