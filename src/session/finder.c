/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/finder.h"

#include "session_priv.h"

#include "session/key.h"
#include "text/fold.h"

#define ROWS_MOST 10

void
finder_release(struct finder *f)
{
	prompt_release(&f->prompt);
	arena_release(&f->arena);
	VEC_RELEASE(&f->candidates);
}

int
finder_rows(const struct finder *f, int body_rows)
{
	int most = body_rows * 2 / 3;

	most = most > ROWS_MOST ? ROWS_MOST : most;
	return f->candidates.n < (size_t)most ? (int)f->candidates.n : most;
}

/* For comparing what is typed: width and case gone, and the blanks. */
static void
fold(struct slice text, struct buf *out)
{
	struct buf wide = { 0 };

	buf_clear(out);
	fold_text(text, &wide, NULL);
	for (size_t i = 0; i < wide.len; i++)
		if (wide.p[i] != ' ')
			buf_add_byte(out, byte_to_lower(wide.p[i]));
	buf_release(&wide);
}

/* All that was typed in one piece, or every word of it. */
static bool
holds(struct slice text, struct slice typed)
{
	struct buf folded = { 0 }, word = { 0 };
	struct slice part;
	bool found;

	fold(text, &folded);
	fold(typed, &word);
	found = slice_find(buf_slice(&folded), buf_slice(&word), 0) != SLICE_NONE;
	if (!found) {
		found = slice_find_byte(typed, ' ', 0) != SLICE_NONE;
		while (found && slice_next(&typed, ' ', &part)) {
			fold(part, &word);
			found = slice_find(buf_slice(&folded), buf_slice(&word), 0) != SLICE_NONE;
		}
	}
	buf_release(&folded);
	buf_release(&word);
	return found;
}

static bool
fits(struct slice symbol, struct slice title, struct slice typed)
{
	struct buf both = { 0 };
	bool fits;

	buf_add(&both, symbol);
	buf_add_byte(&both, '\n');
	buf_add(&both, title);
	fits = holds(buf_slice(&both), typed);
	buf_release(&both);
	return fits;
}

static bool
is_known(const struct finder *f, struct slice symbol, struct slice language)
{
	for (size_t i = 0; i < f->candidates.n; i++)
		if (slice_eq(f->candidates.v[i].symbol, symbol) &&
		    slice_eq(f->candidates.v[i].language, language))
			return true;
	return false;
}

/* Open documents come first. */
static void
add_open(struct session *s, struct slice typed)
{
	struct finder *f = &s->finder;

	for (size_t i = 0; i < s->documents.n; i++) {
		const struct session_document *doc = &s->documents.v[i];
		const struct doc *d = doc->reader.doc;

		if (fits(doc->title, d->title, typed))
			VEC_PUSH(&f->candidates,
			         ((struct finder_candidate){ .symbol = doc->title,
			                                     .language = d->language,
			                                     .title = d->title,
			                                     .document = i }));
	}
}

/* What the library is asked for: all that was typed, or the longest word when nothing fits that. */
static struct slice
longest_word(struct slice typed)
{
	struct slice longest = slice_from(NULL), word;

	while (slice_next(&typed, ' ', &word))
		if (word.len > longest.len)
			longest = word;
	return longest;
}

static void
ask(struct session *s, struct slice words, struct library_documents *found)
{
	struct err err;

	*found = (struct library_documents){ .n = 0 };
	if (library_complete(s->settings.library, words, FINDER_MOST, &s->finder.arena, found, &err) !=
	    STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	library_prefer(found, slice_from(s->settings.ui == UI_ZH ? "zh" : "en"));
}

static void
add_held(struct session *s, struct slice typed)
{
	struct finder *f = &s->finder;
	struct library_documents found;
	bool in_words = false;

	if (!s->settings.library)
		return;
	ask(s, typed, &found);
	if (found.n == 0 && slice_find_byte(typed, ' ', 0) != SLICE_NONE) {
		in_words = true;
		ask(s, longest_word(typed), &found);
	}
	for (size_t i = 0; i < found.n; i++) {
		const struct library_document *d = &found.v[i];
		struct slice symbol = d->symbol.len > 0 ? d->symbol : d->name;

		if (is_known(f, symbol, d->language) || (in_words && !fits(symbol, d->title, typed)))
			continue;
		VEC_PUSH(&f->candidates, ((struct finder_candidate){ .symbol = symbol,
		                                                     .language = d->language,
		                                                     .title = d->title,
		                                                     .document = SLICE_NONE,
		                                                     .held = d->id }));
	}
}

void
finder_look(struct session *s, struct slice typed)
{
	struct finder *f = &s->finder;

	arena_clear(&f->arena);
	VEC_CLEAR(&f->candidates);
	add_open(s, typed);
	add_held(s, typed);
	f->scroll = (struct scroll){ .n = f->candidates.n };
	scroll_resize(&f->scroll, finder_rows(f, session_body_rows(s)));
}

static void
find(struct session *s)
{
	finder_look(s, slice_trim(buf_slice(&s->finder.prompt.text)));
}

void
finder_open(struct session *s)
{
	prompt_open(&s->finder.prompt, 'o');
	find(s);
}

/* What was typed names nothing that is here. */
static void
complain(struct session *s, struct slice typed)
{
	session_complain(s, "%.*s: nothing open or held fits", "%.*s：没有打开或收藏相符的文件",
	                 SLICE_ARG(typed));
}

static void
choose(struct session *s, struct slice typed)
{
	struct finder *f = &s->finder;
	const struct finder_candidate *c;

	if (f->candidates.n == 0) {
		complain(s, typed);
		return;
	}
	c = &f->candidates.v[f->scroll.current];
	if (c->held != 0) {
		visit_held(s, c->held, c->symbol, c->language);
		return;
	}
	visit_leave(s);
	session_show(s, c->document);
}

/* The candidate with the very symbol, and in the language if one is named; the first otherwise. */
static size_t
best(const struct finder *f, struct slice symbol, struct slice language)
{
	for (size_t i = 0; i < f->candidates.n; i++)
		if (slice_eq(f->candidates.v[i].symbol, symbol) &&
		    (language.len == 0 || slice_eq(f->candidates.v[i].language, language)))
			return i;
	for (size_t i = 0; language.len > 0 && i < f->candidates.n; i++)
		if (slice_eq(f->candidates.v[i].language, language))
			return i;
	return 0;
}

void
finder_go(struct session *s, struct slice words)
{
	size_t at = slice_find_byte(words, '@', 0);
	struct slice symbol = slice_sub(words, 0, at);
	struct slice language = at == SLICE_NONE ? slice_from(NULL) : slice_skip(words, at + 1);

	finder_look(s, symbol);
	s->finder.scroll.current = best(&s->finder, symbol, language);
	choose(s, words);
}

/* Moves among the candidates; false if the key is none for that. */
static bool
move(struct finder *f, codepoint key)
{
	if (key == EVENT_DOWN || key == EVENT_TAB || key == KEY_CONTROL('n'))
		scroll_move(&f->scroll, 1);
	else if (key == EVENT_UP || key == EVENT_BACK_TAB || key == KEY_CONTROL('p'))
		scroll_move(&f->scroll, -1);
	else if (key == EVENT_PAGE_DOWN)
		scroll_move(&f->scroll, (long)f->scroll.rows);
	else if (key == EVENT_PAGE_UP)
		scroll_move(&f->scroll, -(long)f->scroll.rows);
	else
		return false;
	return true;
}

void
finder_type(struct session *s, codepoint key)
{
	struct finder *f = &s->finder;

	buf_clear(&s->message);
	if (move(f, key))
		return;
	switch (prompt_type(&f->prompt, key)) {
	case PROMPT_DONE:
		choose(s, buf_slice(&f->prompt.text));
		break;
	case PROMPT_MORE:
		find(s);
		break;
	case PROMPT_CANCEL:
		break;
	}
}

void
finder_paste(struct session *s, struct slice text)
{
	prompt_paste(&s->finder.prompt, text);
	find(s);
}
