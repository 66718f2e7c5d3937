/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/edit.h"

#include "tap.h"

static const struct width narrow = { .ambiguous = 1 };

/* Types character by character. */
static void
type(struct edit *e, const char *text)
{
	struct slice s = slice_from(text);

	for (size_t at = 0, end = 0; at < s.len; at = end) {
		utf8_next(s, &end);
		edit_insert(e, slice_sub(s, at, end));
	}
}

static void
start(struct edit *e, const char *text)
{
	edit_set(e, slice_from(text));
}

static void
deletes(struct edit *e)
{
	start(e, "好👨‍👩‍👧");
	edit_delete(e, EDIT_CHARACTER, false);
	is(buf_slice(&e->text), "好", "an emoji of five code points goes at once");
	start(e, "e\xCC\x81\xCC\xA7");
	edit_delete(e, EDIT_CHARACTER, false);
	is(buf_slice(&e->text), "", "a letter with its marks");
	start(e, "🇨🇳🇫🇷");
	edit_delete(e, EDIT_CHARACTER, false);
	is(buf_slice(&e->text), "🇨🇳", "one of two flags");
	edit_move(e, EDIT_ALL, false);
	edit_delete(e, EDIT_CHARACTER, true);
	is(buf_slice(&e->text), "", "forward");
	edit_delete(e, EDIT_CHARACTER, true);
	edit_delete(e, EDIT_WORD, false);
	is(buf_slice(&e->text), "", "nothing of nothing");
	start(e, "clean water, 国际合作");
	edit_delete(e, EDIT_WORD, false);
	is(buf_slice(&e->text), "clean water, 国际", "a word by the dictionary");
	edit_delete(e, EDIT_WORD, false);
	edit_delete(e, EDIT_WORD, false);
	is(buf_slice(&e->text), "clean ", "with what stands behind it");
	start(e, "one\ntwo");
	edit_delete(e, EDIT_LINE, false);
	is(buf_slice(&e->text), "one\n", "to the start of the line");
	edit_delete(e, EDIT_LINE, false);
	is(buf_slice(&e->text), "one", "then the line end");
	edit_move(e, EDIT_ALL, false);
	edit_delete(e, EDIT_LINE, true);
	is(buf_slice(&e->text), "", "to the end of the line");
}

static void
moves(struct edit *e)
{
	start(e, "水 e\xCC\x81 x\nlast");
	edit_move(e, EDIT_LINE, false);
	is_number(e->at, 10, "the start of the line");
	edit_move(e, EDIT_CHARACTER, false);
	is_number(e->at, 9, "over the line end");
	edit_move(e, EDIT_CHARACTER, false);
	edit_move(e, EDIT_CHARACTER, false);
	edit_move(e, EDIT_CHARACTER, false);
	is_number(e->at, 4, "over a letter with its mark");
	edit_move(e, EDIT_WORD, true);
	is_number(e->at, 8, "the next word");
	edit_move(e, EDIT_WORD, true);
	is_number(e->at, 10, "on the next line");
	edit_move(e, EDIT_WORD, true);
	is_number(e->at, e->text.len, "behind the last one");
	edit_move(e, EDIT_WORD, false);
	is_number(e->at, 10, "and back");
	edit_move(e, EDIT_ALL, false);
	edit_move(e, EDIT_WORD, false);
	is_number(e->at, 0, "not before the start");
	edit_move(e, EDIT_LINE, true);
	is_number(e->at, 9, "the end of the line");
}

static void
refuses(struct edit *e)
{
	struct edit_taken taken;

	start(e, "");
	taken = edit_insert(e, SLICE("one\r\ntwo\rthree\tfour"));
	is(buf_slice(&e->text), "one\ntwo\nthree\tfour", "lines end in LF however they came");
	is_number(taken.refused, 0, "which refuses nothing");
	start(e, "");
	taken = edit_insert(e, SLICE("a\x1b]52;c;eA==\a\x7f\xC2\x9B[2J\x01" "b"));
	is(buf_slice(&e->text), "a]52;c;eA==[2Jb", "controls of both kinds stay out");
	is_number(taken.refused, 5, "and are counted");
	start(e, "");
	taken = edit_insert(e, SLICE("\0x"));
	is(buf_slice(&e->text), "x", "also NUL");
	start(e, "");
	edit_insert(e, SLICE("a\xFF" "b"));
	is(buf_slice(&e->text), "a\xEF\xBF\xBD" "b", "malformed bytes are repaired");
}

static void
is_bounded(struct edit *e)
{
	struct buf huge = { 0 };
	struct edit_taken taken;

	while (huge.len <= EDIT_BYTES_MAX)
		buf_add_str(&huge, "👨‍👩‍👧");
	start(e, "a");
	taken = edit_insert(e, buf_slice(&huge));
	ok(e->text.len <= EDIT_BYTES_MAX && e->text.len > EDIT_BYTES_MAX - 20, "there is an end");
	is_number(taken.left, huge.len + 1 - e->text.len, "what has no room is counted");
	is_number((e->text.len - 1) % slice_from("👨‍👩‍👧").len, 0, "nothing is cut in a cluster");
	taken = edit_insert(e, SLICE("水水水水水水水水水"));
	ok(taken.left > 0 && e->text.len <= EDIT_BYTES_MAX, "full is full");
	buf_release(&huge);
}

static void
undoes(struct edit *e)
{
	start(e, "");
	ok(!edit_undo(e) && !edit_redo(e), "nothing to undo");
	type(e, "clean water");
	edit_undo(e);
	is(buf_slice(&e->text), "clean ", "typing is undone by words");
	edit_undo(e);
	is(buf_slice(&e->text), "", "to the start");
	edit_redo(e);
	edit_redo(e);
	is(buf_slice(&e->text), "clean water", "and redone");
	ok(!edit_redo(e), "no further");
	edit_delete(e, EDIT_WORD, false);
	edit_undo(e);
	is(buf_slice(&e->text), "clean water", "what was deleted comes back");
	is_number(e->at, 11, "with the cursor");
	edit_undo(e);
	type(e, "air");
	ok(!edit_redo(e), "another change ends what could be redone");
	start(e, "");
	for (int i = 0; i < 3000; i++)
		edit_insert(e, SLICE("ab"));
	while (edit_undo(e))
		;
	is_number(e->text.len, 4000, "a thousand steps are kept");
}

/* The rows, '|' between them. */
static void
rows(struct edit *e, int cols, const char *wanted, const char *name)
{
	struct edit_rows r = { 0 };
	struct buf out = { 0 };

	edit_wrap(e, narrow, cols, &r);
	for (size_t i = 0; i < r.v.n; i++) {
		if (i > 0)
			buf_add_byte(&out, '|');
		buf_add(&out, slice_sub(buf_slice(&e->text), r.v.v[i].start, r.v.v[i].end));
	}
	is(buf_slice(&out), wanted, "%s", name);
	buf_release(&out);
	edit_rows_release(&r);
}

static void
wraps(struct edit *e)
{
	start(e, "");
	rows(e, 10, "", "an empty text has a row");
	start(e, "one two three");
	rows(e, 8, "one two |three", "between words");
	rows(e, 7, "one two |three", "blanks hang over the edge");
	rows(e, 13, "one two three", "what fits");
	start(e, "a\n\nb\n");
	rows(e, 8, "a||b|", "line ends");
	start(e, "水水水水水");
	rows(e, 9, "水水水水|水", "a wide character is not cut at the edge");
	rows(e, 8, "水水水水|水", "nor at an even one");
	start(e, "x一二三四五六七八九十");
	rows(e, 9, "x一二三四|五六七八|九十", "a number is cut rather than the row left empty");
	start(e, "水水水。水");
	rows(e, 6, "水水|水。水", "no line starts with a full stop");
	start(e, "abcdefghij");
	rows(e, 4, "abcd|efgh|ij", "a word that is too long");
	start(e, "a👨‍👩‍👧b");
	rows(e, 7, "a👨‍👩‍👧|b", "a cluster stays whole");
	rows(e, 6, "a|👨‍👩‍👧|b", "on the next row if need be");
	rows(e, 4, "a|👨‍👩‍|👧b", "but for one that is wider than a row");
	start(e, "e\xCC\x81" "e\xCC\x81" "e\xCC\x81");
	rows(e, 2, "e\xCC\x81" "e\xCC\x81|e\xCC\x81", "marks take no cells");
}

static void
has_a_cursor(struct edit *e)
{
	struct edit_rows r = { 0 };

	start(e, "水水水水水");
	edit_wrap(e, narrow, 8, &r);
	ok(r.cursor_row == 1 && r.cursor_col == 2, "behind the text");
	edit_point(e, narrow, &r, 0, 5);
	is_number(e->at, 6, "the character that holds the cell");
	edit_point(e, narrow, &r, 0, 70);
	is_number(e->at, 9, "the last one of a row that goes on");
	edit_point(e, narrow, &r, 9, 0);
	is_number(e->at, 12, "no row behind the last");
	start(e, "水水水水");
	edit_wrap(e, narrow, 8, &r);
	ok(r.cursor_row == 0 && r.cursor_col == 8, "behind a full row");
	start(e, "ab    ");
	edit_wrap(e, narrow, 3, &r);
	ok(r.cursor_row == 0 && r.cursor_col == 3, "in blanks over the edge");
	start(e, "ab\n");
	edit_wrap(e, narrow, 3, &r);
	ok(r.cursor_row == 1 && r.cursor_col == 0, "on an empty line");
	edit_rows_release(&r);
}

int
main(void)
{
	struct edit e = { 0 };

	type(&e, "预防腐败");
	is(buf_slice(&e.text), "预防腐败", "typing");
	deletes(&e);
	moves(&e);
	refuses(&e);
	is_bounded(&e);
	undoes(&e);
	wraps(&e);
	has_a_cursor(&e);
	edit_release(&e);
	return tap_done();
}
