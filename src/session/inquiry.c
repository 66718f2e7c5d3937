/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/inquiry.h"

#include "session_priv.h"

#include "session/key.h"
#include "store/searches.h"
#include "text/word.h"

void
inquiry_release(struct inquiry *q)
{
	prompt_release(&q->prompt);
	prompt_release(&q->name);
	results_free(q->next);
	buf_release(&q->named);
}

static struct view *
results_view(const struct session *s)
{
	struct view *v = &session_pane(s)->views.v[session_pane(s)->views.n - 1];

	if (v->kind == VIEW_PREVIEW)
		v--; /* it lies over another */
	return v->kind == VIEW_RESULTS ? v : NULL;
}

struct view *
inquiry_view(struct session *s)
{
	return results_view(s);
}

static bool
has_library(struct session *s)
{
	if (!s->settings.library)
		session_complain(s, "there is no library to search", "没有可检索的文献库");
	return s->settings.library != NULL;
}

/* --------------------------------------------------------------------------- looking */

bool
inquiry_is_waiting(const struct session *s)
{
	const struct view *v = results_view(s);

	return s->inquiry.next || (v && !results_is_done(v->results));
}

/* What was found of the words typed last takes the place of what was found before. */
static void
show_next(struct session *s)
{
	struct inquiry *q = &s->inquiry;
	struct view *v;

	if (!q->is_shown)
		VEC_PUSH(&session_pane(s)->views, ((struct view){ .kind = VIEW_RESULTS }));
	q->is_shown = true;
	v = session_view(s);
	results_free(v->results);
	v->results = q->next;
	q->next = NULL;
	v->scroll.current = v->scroll.top = 0;
	v->key_cols = RESULTS_KEY_COLS;
	results_step(s, v);
}

static void
say_if_done(struct session *s)
{
	const struct view *v = inquiry_view(s);

	if (!v || !results_is_done(v->results) || s->inquiry.prompt.is_open)
		return;
	if (!results_has_any(v->results) || s->message.len == 0)
		results_say(s, v);
	if (!results_has_any(v->results))
		view_close(s);
}

void
inquiry_wait(struct session *s)
{
	if (s->inquiry.next)
		show_next(s);
	else if (inquiry_view(s))
		results_step(s, inquiry_view(s));
	say_if_done(s);
}

void
inquiry_settle(struct session *s)
{
	size_t focus = s->focus;

	for (s->focus = 0; s->focus < s->panes.n; s->focus++)
		if (inquiry_view(s))
			results_fill(s, inquiry_view(s));
	s->focus = focus;
}

void
inquiry_again(struct session *s)
{
	const struct view *v = session_view(s);

	if (v->kind == VIEW_RESULTS)
		inquiry_look(s, results_words(v->results));
}

/* ---------------------------------------------------------------------------- typing */

static void
read_history(struct session *s)
{
	struct inquiry *q = &s->inquiry;
	struct kept_search *list;
	struct arena arena = { 0 };
	size_t n = 0;

	if (q->has_history || !s->settings.notes ||
	    searches_list(s->settings.notes, &arena, &list, &n, NULL) != STATUS_OK)
		n = 0;
	q->has_history = true;
	while (n-- > 0)
		if (list[n].name.len == 0)
			prompt_remember(&q->prompt, list[n].query);
	arena_release(&arena);
}

void
inquiry_open(struct session *s)
{
	struct inquiry *q = &s->inquiry;

	if (!has_library(s))
		return;
	read_history(s);
	q->is_shown = q->has_complaint = q->is_cut = false;
	prompt_open(&q->prompt, '/');
}

static void
forget_next(struct inquiry *q)
{
	results_free(q->next);
	q->next = NULL;
}

/* The words are being looked for already: a key has only moved the cursor. */
static bool
is_known(struct session *s, struct slice words)
{
	const struct inquiry *q = &s->inquiry;

	if (q->next)
		return slice_eq(results_words(q->next), words);
	return q->is_shown && !q->has_complaint &&
	       slice_eq(results_words(session_view(s)->results), words);
}

/* What was found for other words stays until something is known of these. */
static void
follow_typing(struct session *s)
{
	struct inquiry *q = &s->inquiry;
	struct slice words = slice_trim(buf_slice(&q->prompt.text));

	if (is_known(s, words))
		return;
	forget_next(q);
	q->has_complaint = false;
	if (words.len == 0) {
		if (q->is_shown)
			view_close(s);
		q->is_shown = false;
		return;
	}
	q->next = results_new(words);
	if (results_error(q->next)) {
		q->complaint = *results_error(q->next);
		q->has_complaint = true;
		forget_next(q);
	}
}

static void
give_up(struct session *s)
{
	forget_next(&s->inquiry);
	if (s->inquiry.is_shown)
		view_close(s);
	s->inquiry.is_shown = false;
}

/* The results are all that lies over the text. */
static void
put_alone(struct session *s)
{
	struct inquiry *q = &s->inquiry;
	struct view v = *session_view(s);

	session_pane(s)->views.n--;
	view_close_all(s);
	VEC_PUSH(&session_pane(s)->views, v);
	view_release(&session_pane(s)->way.kept);
	q->is_shown = false;
	session_pane(s)->way.home = session_pane(s)->history.at;
}

static void
remember(struct session *s, struct slice query)
{
	struct err err;

	prompt_remember(&s->inquiry.prompt, query);
	if (s->settings.notes && searches_remember(s->settings.notes, query, &err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
}

static void
accept(struct session *s)
{
	struct inquiry *q = &s->inquiry;
	struct slice words = slice_trim(buf_slice(&q->prompt.text));

	if (words.len == 0 || q->has_complaint) {
		give_up(s);
		if (q->has_complaint)
			session_complain(s, "%s", "%s", err_words(&q->complaint, s->settings.ui));
		return;
	}
	if (q->next)
		show_next(s);
	put_alone(s);
	say_if_done(s);
	remember(s, words);
}

/* Moves in the results while words are typed; false if the key is none for that. */
static bool
move(struct session *s, codepoint key)
{
	struct scroll *scroll = &session_view(s)->scroll;

	if (!s->inquiry.is_shown)
		return false;
	if (key == EVENT_TAB)
		scroll_move(scroll, 1);
	else if (key == EVENT_BACK_TAB)
		scroll_move(scroll, -1);
	else if (key == EVENT_PAGE_DOWN)
		scroll_move(scroll, (long)scroll->rows);
	else if (key == EVENT_PAGE_UP)
		scroll_move(scroll, -(long)scroll->rows);
	else
		return false;
	return true;
}

void
inquiry_type(struct session *s, codepoint key)
{
	buf_clear(&s->message);
	if (move(s, key))
		return;
	switch (prompt_type(&s->inquiry.prompt, key)) {
	case PROMPT_DONE:
		accept(s);
		break;
	case PROMPT_MORE:
		follow_typing(s);
		break;
	case PROMPT_CANCEL:
		give_up(s);
		break;
	}
}

void
inquiry_paste(struct session *s, struct slice text)
{
	struct inquiry *q = &s->inquiry;

	q->is_cut = q->prompt.text.len + text.len > PROMPT_BYTES_MAX;
	prompt_paste(&q->prompt, text);
	follow_typing(s);
}

struct slice
inquiry_remark(const struct session *s)
{
	const struct inquiry *q = &s->inquiry;
	const struct view *v = q->is_shown ? results_view(s) : NULL;

	if (v && !q->has_complaint && results_error(v->results))
		return slice_from(err_words(results_error(v->results), s->settings.ui));
	if (q->has_complaint)
		return slice_from(err_words(&q->complaint, s->settings.ui));
	if (q->is_cut)
		return s->settings.ui == UI_ZH ? SLICE("太长，只取了前一部分")
		                               : SLICE("too long: only the first part was taken");
	return slice_from(NULL);
}

/* ------------------------------------------------------------------- without a prompt */

void
inquiry_look(struct session *s, struct slice query)
{
	struct inquiry *q = &s->inquiry;
	struct buf words = { 0 };

	if (!has_library(s))
		return;
	buf_add(&words, query); /* of a view that goes */
	forget_next(q);
	q->next = results_new(buf_slice(&words));
	if (results_error(q->next)) {
		session_complain(s, "%s", "%s", err_words(results_error(q->next), s->settings.ui));
		forget_next(q);
	} else {
		q->is_shown = false;
		show_next(s);
		put_alone(s);
		say_if_done(s);
		remember(s, buf_slice(&words));
	}
	buf_release(&words);
}

/* As a query that means just these words. */
static void
add_quotation(struct buf *out, struct slice words)
{
	buf_add_byte(out, '"');
	for (size_t at = 0; at < words.len;) {
		size_t start = at;
		codepoint c = utf8_next(words, &at);

		if (c == '"' || c == 0x201C || c == 0x201D || c == 0xFF02 || c == '\n')
			buf_add_byte(out, ' ');
		else
			buf_add(out, slice_sub(words, start, at));
	}
	buf_add_byte(out, '"');
}

/* What g* means; empty: nothing. */
static struct slice
word_here(struct session *s)
{
	const struct session_document *doc = session_document(s);
	size_t link = hyperlink_current(s);
	struct selection_span span;
	const struct block *b;

	if (!doc || session_view(s)->kind != VIEW_TEXT)
		return slice_from(NULL);
	if (selection_span(s, &span)) { /* paragraphs are looked for one by one: the first */
		b = doc_block(doc->reader.doc, span.start.block);
		return slice_sub(b->text, span.start.byte,
		                 span.end.block == span.start.block ? span.end.byte : b->text.len);
	}
	b = doc_block(doc->reader.doc, doc->reader.current.block);
	if (link != SLICE_NONE)
		return slice_sub(b->text, b->citations[link].start, b->citations[link].end);
	if (s->search.find && s->search.words.len > 0 && selection_kind(s) == SELECTION_NONE)
		return buf_slice(&s->search.words);
	return word_at(b->text, doc->reader.current.byte);
}

void
inquiry_word(struct session *s)
{
	struct buf query = { 0 };
	struct slice words = word_here(s);

	if (words.len == 0) {
		inquiry_open(s);
		return;
	}
	add_quotation(&query, words);
	selection_clear(s);
	inquiry_look(s, buf_slice(&query));
	buf_release(&query);
}
