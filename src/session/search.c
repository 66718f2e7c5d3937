/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/search.h"

#include "session_priv.h"

#include "session/key.h"
#include "text/word.h"

#define STEP_BYTES ((size_t)1 << 20)
#define TYPING_BYTES ((size_t)32 << 20) /* looked at after each key, at most */
#define COUNT_BYTES ((size_t)64 << 20)  /* looked at for the count */

/* The texts of the view on the screen. */
struct subject {
	struct session *s;
	struct view *view;
	struct doc *doc; /* of VIEW_TEXT and VIEW_SOURCE */
	struct find_document document;
	struct buf joined;
	struct find_source source;
	const void *about;
};

void
search_release(struct search *f)
{
	prompt_release(&f->prompt);
	find_free(f->find);
	buf_release(&f->words);
	find_list_release(&f->list);
}

void
search_forget(struct session *s)
{
	find_list_clear(&s->search.list);
	s->search.about = NULL;
	s->search.has_hit = false;
}

void
search_clear(struct session *s)
{
	find_free(s->search.find);
	s->search.find = NULL;
	search_forget(s);
}

static bool
is_chinese(const struct session *s)
{
	return s->settings.ui == UI_ZH;
}

/* ------------------------------------------------------------------------- texts */

static struct slice
source_line(void *self, size_t unit)
{
	return doc_source_line(((struct subject *)self)->doc, unit + 1);
}

static struct slice
item_text(void *self, size_t unit)
{
	struct subject *x = self;
	const struct view_item *item = &x->view->items.v[unit];

	buf_clear(&x->joined);
	buf_add(&x->joined, item->key);
	buf_add_byte(&x->joined, '\n');
	buf_add(&x->joined, item->text);
	return buf_slice(&x->joined);
}

static const void *
address_of(struct session *s, const struct view *v)
{
	struct session_document *doc = session_document(s);

	if (v->kind == VIEW_TEXT)
		return doc ? doc->reader.doc : NULL;
	if (v->kind == VIEW_SOURCE)
		return doc ? &doc->reader.doc->source : NULL;
	return v->kind == VIEW_PREVIEW ? NULL : v->items.v;
}

/* False if there is nothing to search in.  Ends with subject_end(). */
static bool
subject_begin(struct session *s, struct subject *x)
{
	struct session_document *doc = session_document(s);
	struct view *v = session_view(s);

	if (v->kind == VIEW_RESULTS)
		results_fill_all(s, v);
	*x = (struct subject){ .s = s, .view = v, .about = address_of(s, v) };
	if (!x->about) {
		session_complain(s, "nothing to search in", "此处无可搜索");
		return false;
	}
	x->doc = doc ? doc->reader.doc : NULL;
	if (v->kind == VIEW_TEXT) {
		x->document.doc = x->doc;
		x->source = find_source_of(&x->document);
	} else if (v->kind == VIEW_SOURCE) {
		x->source = (struct find_source){ x->doc->n_source_lines, source_line, x };
	} else {
		x->source = (struct find_source){ v->items.n, item_text, x };
	}
	return true;
}

static void
subject_end(struct subject *x)
{
	find_document_release(&x->document);
	buf_release(&x->joined);
}

/* The search came to the current item of the list. */
static bool
is_at_item(const struct subject *x)
{
	const struct search *f = &x->s->search;

	return f->has_hit && f->about == x->about && f->hit.unit == x->view->scroll.current;
}

/* Where the reader is: the first byte that the next match may have, or the previous one not.  A
 * match that the search has come to already is not the next one. */
static struct find_hit
here(const struct subject *x, bool back)
{
	const struct search *f = &x->s->search;
	struct place at;
	struct find_hit hit;

	if (x->view->kind != VIEW_TEXT)
		return (struct find_hit){ x->view->scroll.current + (!back && is_at_item(x)), 0, 0 };
	at = session_document(x->s)->reader.current;
	hit.unit = at.block;
	hit.start = find_label_bytes(doc_block(x->doc, at.block)) + at.byte;
	if (f->has_hit && f->about == x->about) {
		struct place found = find_place(x->doc, f->hit);

		if (found.block == at.block && found.byte == at.byte) {
			hit = f->hit;
			hit.start += !back;
		}
	}
	return hit;
}

static void
show(const struct subject *x, struct find_hit hit)
{
	struct search *f = &x->s->search;

	f->hit = hit;
	f->has_hit = true;
	if (f->about != x->about) {
		find_list_clear(&f->list);
		f->about = x->about;
	}
	if (x->view->kind == VIEW_TEXT)
		reader_point(&session_document(x->s)->reader, find_place(x->doc, hit));
	else
		scroll_to(&x->view->scroll, hit.unit);
}

/* ----------------------------------------------------------------------- looking */

/* In one direction up to the end; FIND_MORE when `bytes` were not enough. */
static enum find_answer
look(struct subject *x, struct find_hit from, bool back, size_t bytes, struct find_hit *hit)
{
	struct find *f = x->s->search.find;
	enum find_answer answer = FIND_MORE;

	for (size_t seen = 0; answer == FIND_MORE && seen < bytes; seen += STEP_BYTES)
		answer = back ? find_previous(f, x->source, &from, STEP_BYTES, hit)
		              : find_next(f, x->source, &from, STEP_BYTES, hit);
	return answer;
}

/* The same, and from the other end on if there is none. */
static enum find_answer
look_around(struct subject *x, struct find_hit from, bool back, size_t bytes, struct find_hit *hit,
            bool *wrapped)
{
	enum find_answer answer = look(x, from, back, bytes, hit);

	*wrapped = answer == FIND_END;
	if (answer == FIND_END)
		answer = look(x, (struct find_hit){ back ? x->source.n : 0, 0, 0 }, back, bytes, hit);
	return answer;
}

/* "3/15", "3/10000+" */
static void
add_count(struct subject *x, struct buf *out)
{
	struct search *f = &x->s->search;
	size_t rank;

	for (size_t seen = 0; !f->list.is_done && seen < COUNT_BYTES; seen += STEP_BYTES)
		find_list_grow(&f->list, f->find, x->source, STEP_BYTES);
	rank = find_list_rank(&f->list, f->hit);
	if (rank < f->list.hits.n)
		buf_addf(out, "%zu/%zu%s", rank + 1, f->list.hits.n,
		         f->list.is_done && !f->list.is_cut ? "" : "+");
	else
		buf_addf(out, "%zu+", f->list.hits.n);
}

static void
say_found(struct subject *x, bool back, bool wrapped)
{
	struct buf out = { 0 };

	add_count(x, &out);
	if (wrapped && back)
		buf_add_str(&out, is_chinese(x->s) ? " · 已到开头，从末尾继续" : " · start reached, on from the end");
	else if (wrapped)
		buf_add_str(&out, is_chinese(x->s) ? " · 已到末尾，从开头继续" : " · end reached, on from the start");
	session_say(x->s, "%s", "%s", buf_str(&out));
	buf_release(&out);
}

/* What a search came to that found nothing. */
static void
say_nothing(struct session *s, enum find_answer answer, struct slice words)
{
	const struct err *err = answer == FIND_GIVEN_UP ? find_error(s->search.find) : NULL;

	if (err)
		session_complain(s, "%s", "%s", err_words(err, s->settings.ui));
	else
		session_complain(s, "not found: %.*s", "没有找到：%.*s", SLICE_ARG(words));
}

/* ------------------------------------------------------------------------ typing */

static bool
compile(struct session *s, struct slice words, unsigned options, struct err *err)
{
	struct search *f = &s->search;
	struct find *find = NULL;

	if (find_new(words, f->kind, options, &find, err) != STATUS_OK)
		return false;
	find_free(f->find);
	f->find = find;
	search_forget(s);
	return true;
}

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
	struct subject x;

	if (!subject_begin(s, &x))
		return;
	subject_end(&x);
	if (sign == '&' && session_view(s)->kind != VIEW_TEXT) {
		session_complain(s, "& lists paragraphs of the text", "& 列出正文中的段落");
		return;
	}
	remember_place(s);
	s->search.before = s->search.hit;
	s->search.before_about = s->search.has_hit ? s->search.about : NULL;
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
	struct subject x;

	restore_place(s);
	if (words.len == 0 || !compile(s, words, FIND_UNFINISHED, NULL)) {
		search_clear(s);
		return;
	}
	if (!subject_begin(s, &x))
		return;
	if (look_around(&x, here(&x, back), back, TYPING_BYTES, &hit, &wrapped) == FIND_HIT)
		show(&x, hit);
	subject_end(&x);
}

/* What was searched for before the prompt was opened is marked again. */
static void
give_up(struct session *s)
{
	restore_place(s);
	if (s->search.words.len == 0 || !compile(s, buf_slice(&s->search.words), 0, NULL))
		search_clear(s);
}

static void
list_matches(struct session *s)
{
	struct subject x;

	if (!subject_begin(s, &x))
		return;
	while (!s->search.list.is_done && !s->search.list.is_cut && !find_error(s->search.find))
		find_list_grow(&s->search.list, s->search.find, x.source, STEP_BYTES);
	s->search.about = x.about;
	subject_end(&x);
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
	if (!compile(s, buf_slice(&f->words), 0, &err)) {
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
		follow_typing(s);
		return;
	}
	switch (prompt_type(&f->prompt, key)) {
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
search_paste(struct session *s, struct slice text)
{
	prompt_paste(&s->search.prompt, text);
	follow_typing(s);
}

void
search_step(struct session *s, long n)
{
	struct search *f = &s->search;
	bool back = f->back != (n < 0), wrapped = false, once;
	enum find_answer answer = FIND_END;
	struct find_hit hit;
	struct subject x;

	if (!f->find && (f->words.len == 0 || !compile(s, buf_slice(&f->words), 0, NULL))) {
		session_complain(s, "nothing was searched for yet; / searches", "尚未搜索过；按 / 搜索");
		return;
	}
	if (!subject_begin(s, &x))
		return;
	for (n = n < 0 ? -n : n; n > 0; n--) {
		answer = look_around(&x, here(&x, back), back, SIZE_MAX - STEP_BYTES, &hit, &once);
		if (answer != FIND_HIT)
			break;
		wrapped = wrapped || once;
		show(&x, hit);
	}
	if (answer == FIND_HIT)
		say_found(&x, back, wrapped);
	else
		say_nothing(s, answer, buf_slice(&f->words));
	subject_end(&x);
}

void
search_word(struct session *s)
{
	struct session_document *doc = session_document(s);
	struct search *f = &s->search;
	size_t link = hyperlink_current(s), start, at;
	struct selection_span span;
	const struct block *b;
	struct slice word;

	if (!doc || session_view(s)->kind != VIEW_TEXT) {
		session_complain(s, "* looks for the word in the text", "* 搜索正文中的词");
		return;
	}
	b = doc_block(doc->reader.doc, doc->reader.current.block);
	if (selection_span(s, &span) && span.start.block == span.end.block) {
		b = doc_block(doc->reader.doc, span.start.block);
		word = slice_sub(b->text, span.start.byte, span.end.byte);
	} else if (link != SLICE_NONE) {
		word = slice_sub(b->text, b->citations[link].start, b->citations[link].end);
	} else {
		word = word_at(b->text, doc->reader.current.byte);
	}
	selection_clear(s);
	if (word.len == 0) {
		session_complain(s, "there is no word here", "此处没有词");
		return;
	}
	start = (size_t)(word.p - b->text.p);
	buf_clear(&f->words);
	buf_add(&f->words, word);
	f->back = false;
	f->kind = FIND_FOLDED;
	if (compile(s, buf_slice(&f->words), FIND_SILENT, NULL)) {
		visit_leave(s);
		at = doc->reader.current.block;
		reader_point(&doc->reader, (struct place){ at, start });
		f->hit = (struct find_hit){ at, find_label_bytes(b) + start, 0 };
		f->about = doc->reader.doc;
		f->has_hit = true;
		search_step(s, 1);
	}
}

void
search_take(struct session *s, struct find *find)
{
	struct search *f = &s->search;
	bool wrapped;
	struct find_hit hit;
	struct subject x;

	search_clear(s);
	if (!find || !subject_begin(s, &x)) {
		find_free(find);
		return;
	}
	f->find = find;
	f->kind = FIND_FOLDED;
	f->back = false;
	buf_clear(&f->words);
	buf_add(&f->words, find_typed(find));
	hit = here(&x, false);
	if (session_document(s)->reader.current.byte == 0)
		hit.start = 0; /* in the label */
	if (look_around(&x, hit, false, TYPING_BYTES, &hit, &wrapped) == FIND_HIT) {
		show(&x, hit);
		say_found(&x, false, false);
	}
	subject_end(&x);
}

/* ----------------------------------------------------------------------- showing */

struct slice
search_sign(const struct session *s)
{
	const struct search *f = &s->search;
	bool zh = is_chinese(s);
	static const char *const sign[3][3] = {
		{ "/", "[exact] /", "[regex] /" },
		{ "?", "[exact] ?", "[regex] ?" },
		{ "&", "[exact] &", "[regex] &" },
	};
	static const char *const sign_zh[3][3] = {
		{ "/", "[原样] /", "[正则] /" },
		{ "?", "[原样] ?", "[正则] ?" },
		{ "&", "[原样] &", "[正则] &" },
	};
	static const char *const sound[3] = { "[pinyin] /", "[pinyin] ?", "[pinyin] &" };
	static const char *const sound_zh[3] = { "[拼音] /", "[拼音] ?", "[拼音] &" };
	int row = f->prompt.sign == '?' ? 1 : f->prompt.sign == '&' ? 2 : 0;

	if (f->kind == FIND_FOLDED && f->find && find_has_sound(f->find))
		return slice_from(zh ? sound_zh[row] : sound[row]);
	return slice_from(zh ? sign_zh[row][f->kind] : sign[row][f->kind]);
}

size_t
search_marks(struct session *s, const struct view *v, struct slice text, struct find_span *out,
             size_t max)
{
	struct search *f = &s->search;

	if (v->kind == VIEW_RESULTS && (!f->find || f->about != v->items.v))
		return results_marks(v->results, text, out, max);
	if (!f->find)
		return 0;
	if (v->kind != VIEW_MATCHES && (!f->about || f->about != address_of(s, v)))
		return 0;
	return find_in(f->find, text, 0, out, max);
}

bool
search_is_current(const struct session *s, const struct block *b, size_t block, struct find_span span)
{
	const struct search *f = &s->search;

	return f->has_hit && f->hit.unit == block && f->hit.start == span.start + find_label_bytes(b);
}
