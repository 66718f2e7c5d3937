/* SPDX-License-Identifier: ISC */
/*
 * Behind "style ": names of styles, then attributes and colours.
 */
#include "config.h"

#include "cmdline_priv.h"

static void
add_styles(struct session *s)
{
	for (int i = 0; i < GRID_STYLES; i++) {
		enum grid_style style = (enum grid_style)i;
		struct slice name = slice_from(grid_style_name(style));
		const char *help = words_in(grid_style_words(style), s->settings.ui);

		if (slice_eq(slice_sub(name, 0, s->completion.typed.len), s->completion.typed))
			completion_add(&s->completion, name, slice_from(help), SLICE(""));
	}
}

static void
add_looks(struct completion *c)
{
	for (size_t i = 0; look_word(i); i++) {
		struct slice word = slice_from(look_word(i));

		if (slice_eq(slice_sub(word, 0, c->typed.len), c->typed))
			completion_add(c, word, SLICE(""), SLICE(""));
	}
}

/* "style link  what it is for  how it looks now". */
static void
preview(struct session *s, enum grid_style style)
{
	struct buf *words = &s->completion.preview;

	buf_addf(words, "style %s  %s  ", grid_style_name(style),
	         words_in(grid_style_words(style), s->settings.ui));
	look_print(s->settings.theme.look[style], words);
}

void
completion_add_styles(struct session *s, struct slice words)
{
	struct completion *c = &s->completion;
	size_t blank = slice_find_byte(words, ' ', 0);
	enum grid_style style = grid_style_find(slice_sub(words, 0, blank));

	for (c->typed = words; blank != SLICE_NONE; blank = slice_find_byte(c->typed, ' ', 0))
		c->typed = slice_skip(c->typed, blank + 1);
	if (c->typed.p == words.p) {
		add_styles(s);
	} else if (style != GRID_STYLES) {
		add_looks(c);
		preview(s, style);
	}
}
