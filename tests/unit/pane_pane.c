/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "pane/pane.h"

#include "../sample_doc.h"
#include "session/script.h"
#include "tap.h"

#include <string.h>

static void
cite(struct doc *d, struct block *b, const char *words)
{
	struct citation *c = ARENA_NEW(&d->arena, struct citation);

	c->start = slice_find(b->text, slice_from(words), 0);
	c->end = c->start + strlen(words);
	c->confidence = CITATION_HIGH;
	c->target = arena_printf(&d->arena, "doc:%s", words);
	b->citations = c;
	b->n_citations = 1;
}

static struct doc *
report(void)
{
	struct doc *d = doc_new();
	struct block *b;

	d->symbols = ARENA_NEW(&d->arena, struct slice);
	d->symbols[0] = SLICE("A/CONF.999/7");
	d->n_symbols = 1;
	d->pages = 2;
	sample_block(d, BLOCK_HEADING, "一.", 0, "水")->page = 1;
	b = sample_block(d, BLOCK_PARAGRAPH, "1.", 1,
	                 "会议审议了秘书处关于跨界含水层的说明（A/CONF.999/3），其中载有监测网络的资料、技术援"
	                 "助的需求以及各国提交的答复。");
	b->page = 1;
	cite(d, b, "A/CONF.999/3");
	sample_block(d, BLOCK_ITEM, "(a)", 0, "河流；")->page = 1;
	sample_block(d, BLOCK_TABLE, "", 0,
	             "年份\t会议\t与会国\t说明\n1991\t第一次会议\t31\t通过议事规则\n1994\t第二次会议\t45"
	             "\t无")->page = 2;
	sample_block(d, BLOCK_PARAGRAPH, "2.", 2, "一个控制符\x1b[31m在此。")->page = 2;
	sample_block(d, BLOCK_FOOTNOTE, "1", 1, "见会议记录。")->page = 2;
	doc_index(d);
	return d;
}

static struct session *
start(enum ui_language ui, int rows, int cols)
{
	struct session_settings settings = {
		.ui = ui, .width = { .ambiguous = 1 }, .rows = rows, .cols = cols };
	struct session *s = session_new(settings);

	session_open(s, report(), SLICE(""));
	return s;
}

static void
play(struct session *s, struct grid *g, const char *keys)
{
	struct slice rest = slice_from(keys);

	while (!script_is_done(&rest)) {
		struct event e;
		struct err err;

		if (script_next(&rest, &e, &err) != STATUS_OK)
			break;
		session_handle(s, &e);
	}
	pane_draw(s, g);
}

static void
shows(enum ui_language ui, int rows, int cols, const char *keys, bool styles, const char *screen)
{
	struct session *s = start(ui, rows, cols);
	struct grid g;
	struct buf got = { 0 };

	grid_init(&g, 1, 1, s->settings.width);
	play(s, &g, keys);
	grid_dump(&g, styles, &got);
	is(buf_slice(&got), screen, "%dx%d %s", rows, cols, keys);
	buf_release(&got);
	grid_release(&g);
	session_free(s);
}

static void
whole_screens(void)
{
	shows(UI_ZH, 12, 60, "1G", true,
	      " A/CONF.999/7 › 一. 水                     段 1/2 · 第1/2页\n"
	      "  一. 水\n"
	      "\n"
	      "▸ 1. 会议审议了秘书处关于跨界含水层的说明（A/CONF.999/3），\n"
	      "     其中载有监测网络的资料、技术援助的需求以及各国提交的\n"
	      "     答复。\n"
	      "\n"
	      "      (a) 河流；\n"
	      "\n"
	      "  年份  会议        与会国  说明\n"
	      "  1991  第一次会议  31      通过议事规则\n"
	      "\n"
	      "--\n"
	      "0\tBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB\n"
	      "1\t..HHH.HH\n"
	      "3\tg.ll.......................................mmmmmmmmmmmm\n"
	      "7\t......lll\n"
	      "cursor 3 5\n");
	shows(UI_EN, 7, 40, "Gk", false,
	      " A/CONF.999/7 › 一. 水        para. 2/2\n"
	      "  1994  第二次会议  45      无       >\n"
	      "\n"
	      "  2. 一个控制符␛[31m在此。\n"
	      "\n"
	      "▸ 1 见会议记录。\n"
	      "\n");
}

static void
parts(void)
{
	shows(UI_EN, 3, 50, "z<wait>", false,
	      " A/CONF.999/7 › 一. 水       para. –/2 · page 1/2\n▸ 一. 水\n"
	      "z   t to top  z to middle  b to bottom\n");
	shows(UI_EN, 4, 50, "z<wait>", false,
	      " A/CONF.999/7 › 一. 水       para. –/2 · page 1/2\n▸ 一. 水\n"
	      "z   t to top  z to middle  b to bottom\n"
	      "    w full width  + narrower  - wider\n");
	shows(UI_EN, 3, 30, "12g", false,
	      " A/CONF.999/7       para. –/2\n▸一. 水\n                          12g\n");
	shows(UI_EN, 2, 20, ":help<Left>", true,
	      "▸一. 水\n:help\n--\n0\tgHHH.HH\n1\ti\ncursor 1 4\n");
	shows(UI_EN, 1, 20, "1G", false, "▸1. 会议审议了秘书\n");
	shows(UI_EN, 1, 20, "9G", false, "there is no paragra…\n");
	shows(UI_ZH, 4, 30, "1Glll", false,
	      " A/CONF.999/7 › 一. 水   段 1\n▸1. 会议审议了秘书处关于跨界\n 含水层的说明\n"
	      "此处没有比屏幕宽的表格\n");
	shows(UI_EN, 5, 34, "Gkkkll", false,
	      " A/CONF.999/7 › 一. 水  para. 2/2\n< 二次会议  45      无\n\n▸2. 一个控制符␛[31m在此。\n\n");
}

/* Keys without sense on screens of all sizes: nothing may be written outside, nothing may crash. */
static int
linked_cells(const struct grid *g)
{
	int n = 0;

	for (size_t i = 0; i < (size_t)g->rows * (size_t)g->cols; i++)
		n += g->cell[i].link != 0;
	return n;
}

/* Words that lead somewhere are the same words; what lies over them does not lead there. */
static void
outside(void)
{
	struct session *s = start(UI_ZH, 24, 80);
	struct grid plain, g;

	grid_init(&plain, 1, 1, s->settings.width);
	grid_init(&g, 1, 1, s->settings.width);
	play(s, &plain, "");
	is_number(linked_cells(&plain), 0, "off: no cell leads anywhere");
	s->settings.hyperlinks = WEBLINK_ON;
	play(s, &g, "");
	is_number(linked_cells(&g), (long)strlen("A/CONF.999/3"), "on: those of a citation do");
	is(weblink_uri(g.links, 1), "https://docs.un.org/en/A/CONF.999/3", "where to");
	for (size_t i = 0; i < (size_t)g.rows * (size_t)g.cols; i++)
		g.cell[i].link = 0;
	is_number(memcmp(g.cell, plain.cell, (size_t)g.rows * (size_t)g.cols * sizeof *g.cell), 0, "nothing else is other");
	play(s, &g, "f");
	is_number(linked_cells(&g), (long)strlen("A/CONF.999/3") - 1, "but for a letter that lies over it");
	play(s, &g, "<Esc><resize 1x1>");
	play(s, &g, "<resize 24x80>t");
	is_number(linked_cells(&g), 0, "nor has the list of headings any");
	grid_release(&plain);
	grid_release(&g);
	session_free(s);
}

static void
monkey(void)
{
	static const char keys[] = "jjkk}{GgtgzwzbmamA'a'?]]d[[hl =q\x1b:12\x04\x15\x06\x02?bs+-n\r";
	unsigned long state = 12345;
	struct session *s = start(UI_ZH, 24, 80);
	struct grid g;

	grid_init(&g, 1, 1, s->settings.width);
	for (int i = 0; i < 20000; i++) {
		struct event e = { .kind = EVENT_KEY };

		state = (state * 1103515245 + 12345) & 0x7fffffff;
		e.key = (unsigned char)keys[(state >> 8) % (sizeof keys - 1)];
		if (e.key == '\r')
			e.key = EVENT_ENTER;
		if (e.key == 0x1b)
			e.key = EVENT_ESCAPE;
		if ((state >> 20) % 37 == 0)
			e = (struct event){ .kind = EVENT_RESIZE,
				            .rows = (int)((state >> 4) % 30) + 1,
				            .cols = (int)((state >> 9) % 100) + 1 };
		session_handle(s, &e);
		s->quit = false;
		if (i % 3 == 0)
			pane_draw(s, &g);
	}
	ok(g.rows >= 1 && s->documents.n == 1, "20000 keys without sense");
	grid_release(&g);
	session_free(s);
}

int
main(void)
{
	whole_screens();
	parts();
	outside();
	monkey();
	return tap_done();
}
