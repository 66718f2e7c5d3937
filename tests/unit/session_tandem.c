/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/tandem.h"

#include "../link_sample.h"

#define PARAGRAPHS 30

/* A report whose paragraphs are long in one language and short in the other; `lacks` is missing, and
 * of the revision number 12 is reworded and the last one new. */
static struct doc *
report(const char *language, const char *symbol, long lacks, bool is_revised)
{
	static const char *const uses[] = { "hospital and school", "orchards", "copper mine", "railway yard",
		                            "fish ponds", "brewery", "dairy farms" };
	struct doc *d = doc_new();

	d->symbols = ARENA_NEW(&d->arena, struct slice);
	d->symbols[0] = arena_copy(&d->arena, slice_from(symbol));
	d->n_symbols = 1;
	d->language = arena_copy(&d->arena, slice_from(language));
	d->date = is_revised ? SLICE("2024-11-05") : SLICE("2024-09-01");
	for (long i = 1; i <= PARAGRAPHS + is_revised; i++) {
		struct slice words = arena_printf(&d->arena, "Well %ld of the %s gives %ld litres.%s", i, uses[i % 7], i * 7,
		                                  *language == 'e' && i % 3 == 0
		                                          ? " Its water is used by the villages around, which have "
		                                            "agreed on the hours at which each of them may draw it."
		                                          : "");

		if (i == lacks)
			continue;
		if (i == 12)
			words = arena_printf(&d->arena, "The Conference thanks its hosts for lending it %d chairs and tables.",
			                     is_revised ? 90 : 84);
		sample_block(d, BLOCK_PARAGRAPH, arena_printf(&d->arena, "%ld.", i).p, i, words.p);
		d->blocks[d->n_blocks - 1].id = arena_printf(&d->arena, "para_%ld", i);
	}
	doc_index(d);
	return d;
}

static struct session *
start(struct doc *a, struct doc *b)
{
	struct session *s = session_new((struct session_settings){
		.ui = UI_EN, .width = { 1 }, .rows = 24, .cols = 101, .max_cols = SESSION_MAX_COLS });

	session_open(s, a, slice_from(NULL));
	session_open(s, b, slice_from(NULL));
	session_show(s, 0);
	return s;
}

static struct reader *
reader_in(struct session *s, size_t pane)
{
	size_t focus = s->focus;
	struct reader *r;

	s->focus = pane;
	r = &session_document(s)->reader;
	s->focus = focus;
	return r;
}

/* The row of the screen where a block begins, -1: it does not. */
static int
row_of(struct reader *r, size_t block)
{
	struct row row = r->top, first = layout_row_of(r->layout, (struct place){ block, 0 });

	for (int i = 0; i < r->rows; i++) {
		if (row.block == first.block && row.line == first.line)
			return i;
		if (layout_move(r->layout, &row, 1) == 0)
			break;
	}
	return -1;
}

/* What is seen on both sides begins on the same row. */
static bool
is_in_step(struct session *s)
{
	const struct alignment *a = &s->tandem.alignment;

	if (s->tandem.kind == TANDEM_NONE)
		return false;
	for (size_t i = 0; i < a->n_rows; i++) {
		const struct pair *p = &a->v[a->rows[i].pair];
		int row[SIDES];

		if (!a->rows[i].has[0] || !a->rows[i].has[1])
			continue;
		for (int side = 0; side < SIDES; side++) {
			size_t pane = s->panes.v[0].id == s->tandem.pane[side] ? 0 : 1;

			row[side] = row_of(reader_in(s, pane), p->block[side][0]);
		}
		if (row[0] >= 0 && row[1] >= 0 && row[0] != row[1])
			return false;
	}
	return true;
}

static void
test_languages(void)
{
	struct session *s = start(report("zh", "A/79/5", 9, false), report("en", "A/79/5", 20, false));
	bool good = true;

	link_play(s, "gl");
	ok(s->tandem.kind == TANDEM_LANGUAGES && s->panes.n == 2 && s->focus == 0, "beside, the focus stays");
	for (int i = 0; i < 80 && good; i++) {
		link_play(s, "j");
		good = is_in_step(s);
	}
	ok(good, "every row down");
	for (int i = 0; i < 80 && good; i++) {
		link_play(s, i % 7 == 0 ? "<C-u>" : "k");
		good = is_in_step(s);
	}
	ok(good, "and up");
	link_play(s, "15G");
	is_number((long)reader_in(s, 1)->current.block, 14, "a jump takes the other along");
	link_play(s, "10G");
	is_number((long)reader_in(s, 1)->current.block, 9, "also behind a gap");
	link_play(s, "<C-w>l21G");
	is_number((long)reader_in(s, 0)->current.block, 19, "from the other side, too");
	ok(is_in_step(s), "in step");
	link_play(s, "<resize 30x140>");
	ok(is_in_step(s), "on a screen of another size");
	link_play(s, "<resize 30x60>jjj<resize 30x100>");
	ok(s->tandem.kind == TANDEM_LANGUAGES && is_in_step(s), "and back from one that shows one pane");
	link_play(s, "<C-w>q");
	ok(s->tandem.kind == TANDEM_NONE, "closing one ends it");
	session_free(s);
}

static void
test_versions(void)
{
	struct session *s = start(report("en", "A/79/5/Rev.1", 3, true), report("en", "A/79/5", 0, false));
	struct tandem_stretch changed[8];
	struct layout *newer;
	size_t n;

	link_play(s, "gD");
	ok(s->tandem.kind == TANDEM_VERSIONS && s->tandem.pane[SIDE_RIGHT] == s->panes.v[0].id,
	   "the older one is on the left of the alignment");
	newer = reader_in(s, 0)->layout;
	is_number(tandem_side_of(s, newer), SIDE_RIGHT, "which side a layout is");
	is(tandem_sign(s, SIDE_LEFT, 2), "-", "left out");
	is(tandem_sign(s, SIDE_RIGHT, PARAGRAPHS - 1), "+", "new");
	is(tandem_sign(s, SIDE_RIGHT, 10), "~", "reworded");
	is(tandem_sign(s, SIDE_RIGHT, 5), "", "the same");
	n = tandem_changed(s, SIDE_RIGHT, 10, changed, 8);
	ok(n == 1 && changed[0].start == 47 && changed[0].end == 49, "the word that changed");
	is_number((long)tandem_changed(s, SIDE_LEFT, 2, changed, 8), 0, "a whole block has no changed words");
	link_play(s, "gg]c");
	is_number((long)reader_in(s, 0)->current.block, 1, "the first change is behind paragraph 2");
	link_play(s, "]c");
	is_number((long)reader_in(s, 0)->current.block, 10, "the second");
	link_play(s, "2]c");
	ok(s->message.len > 0, "no further one");
	link_play(s, "[c");
	is_number((long)reader_in(s, 0)->current.block, 10, "back");
	ok(is_in_step(s), "in step");
	session_free(s);
}

static void
test_rows(void)
{
	struct session *s = start(report("en", "A/79/5", 0, false), report("en", "A/79/6", 0, false));

	link_play(s, "<C-w>v");
	link_play(s, "<C-w>y");
	ok(s->tandem.kind == TANDEM_ROWS, "locked");
	link_play(s, "jjj");
	is_number((long)reader_in(s, 0)->top.block, (long)reader_in(s, 1)->top.block, "row by row");
	link_play(s, "<C-w>y");
	ok(s->tandem.kind == TANDEM_NONE, "and not");
	link_play(s, "<C-w>o<C-w>y");
	ok(s->message.len > 0, "there is no other");
	session_free(s);
}

int
main(void)
{
	test_languages();
	test_versions();
	test_rows();
	return tap_done();
}
