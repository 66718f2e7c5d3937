/* SPDX-License-Identifier: ISC */
/*
 * What is typed after / ? and &: the view follows it, Enter takes it, Esc goes back.
 */
#include "config.h"

#include "search_priv.h"

#include "session/key.h"

static void
remember_place(struct session *s)
{
	struct session_document *doc = session_document(s);

	s->search.scroll = session_view(s)->scroll;
	if (doc)
		s->search.spot = reader_spot_of(&doc->reader);
}

static void
restore_place(struct session *s)
{
	struct session_document *doc = session_document(s);
	struct scroll *scroll = &session_view(s)->scroll;

	if (session_view(s)->kind == VIEW_TEXT && doc)
		reader_restore(&doc->reader, &s->search.spot);
	if (session_view(s)->kind == VIEW_TEXT)
		return;
	scroll->current = s->search.scroll.current;
	scroll->top = s->search.scroll.top;
	scroll_resize(scroll, (int)scroll->rows); /* the screen may have another size by now */
}

void
search_open(struct session *s, char sign)
{
	struct search_subject x;

	if (!search_subject_begin(s, &x))
		return;
	search_subject_end(&x);
	if (sign == '&' && session_view(s)->kind != VIEW_TEXT) {
		session_complain(s, "{filter} lists paragraphs of the text", "{filter} 列出正文中的段落");
		return;
	}
	remember_place(s);
	s->search.before = s->search.hit;
	s->search.before_about = s->search.has_hit ? s->search.about : NULL;
	s->search.is_due = false;
	prompt_open(&s->search.prompt, sign);
}

static bool
goes_back(const struct search *f)
{
	return f->prompt.sign == '?';
}

/* The view goes to the first match of what is typed so far. */
static void
follow_typing(struct session *s)
{
	struct slice words = buf_slice(&s->search.prompt.text);
	bool back = goes_back(&s->search), wrapped;
	struct find_hit hit;
	struct search_subject x;

	restore_place(s);
	if (words.len == 0 || !search_compile(s, words, FIND_UNFINISHED, NULL)) {
		search_clear(s);
		return;
	}
	if (!search_subject_begin(s, &x))
		return;
	if (search_subject_look(&x, search_subject_here(&x, back), back, SEARCH_TYPING_BYTES, &hit,
	                        &wrapped) == FIND_HIT)
		search_subject_show(&x, hit);
	search_subject_end(&x);
}

/* What was searched for before the prompt was opened is marked again. */
static void
give_up(struct session *s)
{
	restore_place(s);
	if (s->search.words.len == 0 || !search_compile(s, buf_slice(&s->search.words), 0, NULL))
		search_clear(s);
}

static void
list_matches(struct session *s)
{
	struct search_subject x;

	if (!search_subject_begin(s, &x))
		return;
	while (!s->search.list.is_done && !s->search.list.is_cut && !find_error(s->search.find))
		find_list_grow(&s->search.list, s->search.find, x.source, SEARCH_STEP_BYTES);
	s->search.about = x.about;
	search_subject_end(&x);
	view_open(s, VIEW_MATCHES);
}

/* Words that are complete: the place they were typed at is the way back. */
static void
accept(struct session *s)
{
	struct search *f = &s->search;
	struct err err;
	bool again = f->prompt.text.len == 0 ||
	             slice_eq(buf_slice(&f->words), buf_slice(&f->prompt.text));

	restore_place(s);
	f->back = goes_back(f);
	if (f->prompt.text.len > 0) {
		buf_clear(&f->words);
		buf_add(&f->words, buf_slice(&f->prompt.text));
	}
	if (f->words.len == 0) {
		session_complain(s, "nothing was searched for yet", "尚未搜索过");
		return;
	}
	if (!search_compile(s, buf_slice(&f->words), 0, &err)) {
		search_clear(s);
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
		return;
	}
	if (f->prompt.sign == '&') {
		list_matches(s);
		return;
	}
	if (again && f->before_about) {
		f->about = f->before_about;
		f->hit = f->before;
		f->has_hit = true;
	}
	if (session_view(s)->kind == VIEW_TEXT)
		visit_leave(s);
	search_step(s, 1);
}

void
search_type(struct session *s, codepoint key)
{
	struct search *f = &s->search;

	buf_clear(&s->message);
	if (key == KEY_CONTROL('t')) {
		f->kind = (enum find_kind)((f->kind + 1) % FIND_KINDS);
		f->is_due = true;
		return;
	}
	switch (prompt_type(&f->prompt, key)) {
	case PROMPT_DONE:
		accept(s);
		break;
	case PROMPT_MORE:
		f->is_due = true;
		break;
	case PROMPT_CANCEL:
		give_up(s);
		break;
	}
}

void
search_paste(struct session *s, struct slice text)
{
	prompt_paste(&s->search.prompt, text);
	s->search.is_due = true;
}

bool
search_waits(const struct session *s)
{
	return s->search.prompt.is_open && s->search.is_due;
}

void
search_pause(struct session *s)
{
	s->search.is_due = false;
	follow_typing(s);
}
