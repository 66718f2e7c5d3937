/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/search.h"

#include "search_priv.h"

#include "text/word.h"

#define COUNT_BYTES ((size_t)64 << 20) /* looked at for the count */

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

bool
search_compile(struct session *s, struct slice words, unsigned options, struct err *err)
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

/* ----------------------------------------------------------------------- looking */

/* "3/15", "3/10000+" */
static void
add_count(struct search_subject *x, struct buf *out)
{
	struct search *f = &x->s->search;
	size_t rank;

	search_subject_list(x, COUNT_BYTES);
	rank = find_list_rank(&f->list, f->hit);
	if (rank < f->list.hits.n)
		buf_addf(out, "%zu/%zu%s", rank + 1, f->list.hits.n,
		         f->list.is_done && !f->list.is_cut ? "" : "+");
	else
		buf_addf(out, "%zu+", f->list.hits.n);
}

static void
say_found(struct search_subject *x, bool back, bool wrapped)
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

void
search_step(struct session *s, long n)
{
	struct search *f = &s->search;
	bool back = f->back != (n < 0), wrapped = false, once;
	enum find_answer answer = FIND_END;
	struct find_hit hit;
	struct search_subject x;

	if (!f->find && (f->words.len == 0 || !search_compile(s, buf_slice(&f->words), 0, NULL))) {
		session_complain(s, "nothing was searched for yet; / searches", "尚未搜索过；按 / 搜索");
		return;
	}
	if (!search_subject_begin(s, &x))
		return;
	if (f->kind == FIND_FOLDED && !find_has_sound(f->find))
		search_subject_list(&x, COUNT_BYTES); /* quick, and wanted for the count anyway */
	for (n = n < 0 ? -n : n; n > 0; n--) {
		answer = search_subject_look(&x, search_subject_here(&x, back), back,
		                             SIZE_MAX - SEARCH_STEP_BYTES, &hit, &once);
		if (answer != FIND_HIT)
			break;
		wrapped = wrapped || once;
		search_subject_show(&x, hit);
	}
	if (answer == FIND_HIT)
		say_found(&x, back, wrapped);
	else
		say_nothing(s, answer, buf_slice(&f->words));
	search_subject_end(&x);
}

/* What is chosen, else the current link, else the word at the current place; within *b. */
static struct slice
subject_word(struct session *s, const struct block **b)
{
	const struct reader *r = &session_document(s)->reader;
	size_t link = hyperlink_current(s);
	struct selection_span span;

	*b = doc_block(r->doc, r->current.block);
	if (selection_span(s, &span) && span.start.block == span.end.block) {
		*b = doc_block(r->doc, span.start.block);
		return slice_sub((*b)->text, span.start.byte, span.end.byte);
	}
	if (link != SLICE_NONE)
		return slice_sub((*b)->text, (*b)->citations[link].start, (*b)->citations[link].end);
	return word_at((*b)->text, r->current.byte);
}

/* From the word itself, so that the next one is meant. */
static void
go_on_from(struct session *s, const struct block *b, size_t start)
{
	struct reader *r = &session_document(s)->reader;
	struct search *f = &s->search;
	size_t at = r->current.block;

	visit_leave(s);
	reader_point(r, (struct place){ at, start });
	f->hit = (struct find_hit){ at, find_label_bytes(b) + start, 0 };
	f->about = r->doc;
	f->has_hit = true;
	search_step(s, 1);
}

void
search_word(struct session *s)
{
	struct search *f = &s->search;
	const struct block *b;
	struct slice word;
	size_t start;

	if (!session_document(s) || session_view(s)->kind != VIEW_TEXT) {
		session_complain(s, "{search-word} looks for the word in the text", "{search-word} 搜索正文中的词");
		return;
	}
	word = subject_word(s, &b);
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
	if (search_compile(s, buf_slice(&f->words), FIND_SILENT, NULL))
		go_on_from(s, b, start);
}

void
search_take(struct session *s, struct find *find)
{
	struct search *f = &s->search;
	bool wrapped;
	struct find_hit hit;
	struct search_subject x;

	search_clear(s);
	if (!find || !search_subject_begin(s, &x)) {
		find_free(find);
		return;
	}
	f->find = find;
	f->kind = FIND_FOLDED;
	f->back = false;
	buf_clear(&f->words);
	buf_add(&f->words, find_typed(find));
	hit = search_subject_here(&x, false);
	if (session_document(s)->reader.current.byte == 0)
		hit.start = 0; /* in the label */
	if (search_subject_look(&x, hit, false, SEARCH_TYPING_BYTES, &hit, &wrapped) == FIND_HIT) {
		search_subject_show(&x, hit);
		say_found(&x, false, false);
	}
	search_subject_end(&x);
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
	if (v->kind != VIEW_MATCHES && (!f->about || f->about != search_subject_address(s, v)))
		return 0;
	return find_in(f->find, text, 0, out, max);
}

bool
search_is_current(const struct session *s, const struct block *b, size_t block, struct find_span span)
{
	const struct search *f = &s->search;

	return f->has_hit && f->hit.unit == block && f->hit.start == span.start + find_label_bytes(b);
}
