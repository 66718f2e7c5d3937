/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cite/recognise.h"

#include "base/err.h"
#include "parse_priv.h"

#include <string.h>

/* A conference of parties by its root: CFW/COP. */
static bool
is_conference(struct slice root)
{
	static const char *const second[] = { "COP", "COSP", "CONF" };
	size_t slash = slice_find_byte(root, '/', 0), end;
	struct slice part;

	if (slash == SLICE_NONE)
		return false;
	part = slice_skip(root, slash + 1);
	end = slice_find_byte(part, '/', 0);
	part = slice_sub(part, 0, end == SLICE_NONE ? part.len : end);
	for (size_t i = 0; i < sizeof second / sizeof *second; i++)
		if (slice_is(part, second[i]))
			return true;
	return false;
}

struct recogniser *
recogniser_new(const struct cite_context *context)
{
	struct recogniser *r = mem_resize(NULL, sizeof *r);
	struct slice treaty = context->treaty, prev = context->prev;

	*r = (struct recogniser){ .context = context };
	r->root = organ_of_root(context->root);
	r->body = context->body.len > 0 ? organ_of_root(context->body) : r->root;
	if (r->body == ORGAN_NONE && is_conference(context->root))
		r->body = ORGAN_HERE;
	slice_number(context->session, &r->session);
	if (treaty.len == 0 && r->body != ORGAN_GA && r->body != ORGAN_SC && r->body != ORGAN_ECOSOC &&
	    r->body != ORGAN_TC)
		treaty = slice_from(organ_treaty(r->body));
	if (treaty.len == 0 && r->body == ORGAN_HERE)
		treaty = slice_sub(context->root, 0, slice_find_byte(context->root, '/', 0));
	buf_add(&r->own_treaty, treaty);
	r->own_noun = treaty_noun_of_key(treaty);
	if (prev.len > 0) {
		if (slice_find_byte(prev, ':', 0) == SLICE_NONE)
			buf_add_str(&r->anchor.base, "doc:");
		buf_add(&r->anchor.base, prev);
	}
	return r;
}

void
recogniser_free(struct recogniser *r)
{
	if (!r)
		return;
	window_release(&r->window);
	atoms_release(&r->atoms);
	buf_release(&r->scratch);
	buf_release(&r->own_treaty);
	buf_release(&r->anchor.base);
	buf_release(&r->treaty.base);
	buf_release(&r->note.base);
	buf_release(&r->own.base);
	for (size_t i = 0; i < NOUNS; i++) {
		buf_release(&r->bound[i]);
		buf_release(&r->section[i]);
	}
	for (size_t i = 0; i < r->titles.n; i++) {
		buf_release(&r->titles.v[i].name);
		buf_release(&r->titles.v[i].key);
	}
	VEC_RELEASE(&r->titles);
	VEC_RELEASE(&r->heads);
	free(r);
}

/* ------------------------------------------------------------------------ a window */

static bool
is_numbered_noun(const struct parse *p, size_t i)
{
	if (i == 0 || (!parse_word(p, i, WORD_RESOLUTION) && !parse_word(p, i, WORD_DECISION)) ||
	    !parse_is_han(p, i))
		return false;
	return parse_word(p, i - 1, WORD_NUMBER_SIGN) || p->v[i - 1].kind == ATOM_REF ||
	       p->v[i - 1].kind == ATOM_LATIN || p->v[i - 1].kind == ATOM_NUMBER;
}

/* For each atom the noun that closes the list of numbers it may be in. */
static void
find_heads(struct parse *p)
{
	struct recogniser *r = p->r;
	uint32_t head = 0;

	VEC_CLEAR(&r->heads);
	for (size_t i = 0; i < p->n; i++)
		VEC_PUSH(&r->heads, 0);
	for (size_t i = p->n; i-- > 0;) {
		if (head > 0 && p->v[head].sentence != p->v[i].sentence)
			head = 0;
		r->heads.v[i] = head;
		if (is_numbered_noun(p, i))
			head = (uint32_t)i;
	}
	p->head = r->heads.v;
}

/* The tens of "fifty-sixth", whose first word ends at `end`. */
static long
tens_before(const struct window *w, size_t end)
{
	static const char *const tens[] = { "twenty", "thirty", "forty", "fifty",
		                            "sixty", "seventy", "eighty", "ninety" };

	for (size_t k = 0; k < sizeof tens / sizeof *tens; k++) {
		size_t n = strlen(tens[k]), same = 0;

		while (same < n && n <= end && window_plain(w->c[end - n + same]) == (codepoint)tens[k][same])
			same++;
		if (same == n)
			return 10 * ((long)k + 2);
	}
	return 0;
}

/* "Fifty-sixth session": the session of a text that says it of itself. */
static void
note_session(struct parse *p, size_t i)
{
	struct recogniser *r = p->r;
	long value;

	if (r->agenda_session > 0 || i == 0 || p->offset > 0)
		return;
	if (parse_is_han(p, i) && (p->v[i - 1].kind == ATOM_HAN || p->v[i - 1].kind == ATOM_NUMBER)) {
		r->agenda_session = p->v[i - 1].value;
		return;
	}
	if (!parse_word(p, i - 1, WORD_NTH))
		return;
	value = p->v[i - 1].value;
	if (i >= 3 && parse_mark(p, i - 2, '-'))
		value += tens_before(p->a->w, p->v[i - 3].end);
	r->agenda_session = value;
}

/* What later citations refer to, though it is none itself. */
static void
take_note(struct parse *p, size_t i)
{
	struct recogniser *r = p->r;
	enum organ_id organ;

	if (p->v[i].kind != ATOM_WORD)
		return;
	if (parse_word(p, i, WORD_SALES))
		p->sold = i + 1;
	if (i == 0 || p->v[i].lines > 0)
		row_heads_list(p, i);
	if (parse_word(p, i, WORD_SESSION)) {
		note_session(p, i);
		return;
	}
	if (!parse_word(p, i, WORD_ORGAN))
		return;
	organ = (enum organ_id)p->v[i].value;
	if (organ == ORGAN_ECOSOC || organ == ORGAN_SC || organ == ORGAN_HRC || organ == ORGAN_TC)
		r->council = organ;
	/* "The General Assembly," opens a resolution */
	if ((i == 0 || (i == 1 && parse_word(p, 0, WORD_THE))) && parse_mark(p, i + 1, ',') &&
	    !organ_is_short(organ) && !organ_is_foreign(organ) && p->what != STRETCH_FOOTNOTE)
		r->speaker = organ;
}

static size_t
read_word(struct parse *p, size_t i)
{
	size_t end = 0;

	switch (p->v[i].word) {
	case WORD_ORDINAL:
		(void)((end = comment_read(p, i)) || (end = article_read(p, i)) || (end = locator_read(p, i)) ||
		       (end = resolution_read(p, i)));
		break;
	case WORD_RESOLUTION:
	case WORD_DECISION:
	case WORD_OLD_RESOLUTION:
		end = resolution_read(p, i);
		break;
	case WORD_PARAGRAPH:
	case WORD_SUBPARAGRAPH:
		(void)((end = agenda_read(p, i)) || (end = article_read(p, i)) || (end = locator_read(p, i)));
		break;
	case WORD_ARTICLE:
	case WORD_THIS_ARTICLE:
		end = article_read(p, i);
		break;
	case WORD_CHAPTER:
	case WORD_SECTION:
	case WORD_PART:
	case WORD_ANNEX:
	case WORD_NTH:
		end = locator_read(p, i);
		break;
	case WORD_AGENDA:
	case WORD_AGENDA_ITEM:
		end = agenda_read(p, i);
		break;
	case WORD_COMMENT:
	case WORD_COMMUNICATION:
		end = comment_read(p, i);
		break;
	case WORD_IBID:
	case WORD_FOOTNOTE:
	case WORD_NOTE:
		end = aside_read(p, i);
		break;
	case WORD_TREATY:
	case WORD_TREATY_NOUN:
	case WORD_ORGAN:
		end = treaty_read(p, i);
		break;
	case WORD_DEFINE: /* (hereinafter "the Convention") behind anything else */
	default:
		break;
	}
	return end;
}

static size_t
read_one(struct parse *p, size_t i)
{
	size_t end = 0;

	take_note(p, i);
	switch (p->v[i].kind) {
	case ATOM_SYMBOL:
		return series_read(p, i);
	case ATOM_WORD:
		end = read_word(p, i);
		break;
	case ATOM_REF:
		(void)((end = row_read(p, i)) || (end = resolution_read(p, i)));
		break;
	case ATOM_NUMBER:
		(void)((end = resolution_read(p, i)) || (end = aside_read(p, i)));
		break;
	case ATOM_LATIN:
		(void)((end = locator_read(p, i)) || (end = aside_read(p, i)));
		break;
	case ATOM_URL:
	case ATOM_PRESS:
		end = aside_read(p, i);
		break;
	case ATOM_MARK:
		(void)((end = record_read(p, i)) || (end = treaty_read(p, i)));
		break;
	case ATOM_TEXT:
	case ATOM_HAN:
	case ATOM_END:
		break;
	}
	return end > i ? end : i + 1;
}

/* Anchors of one window say nothing of distances in the next. */
static void
leave(struct recogniser *r)
{
	r->anchor.here = r->treaty.here = r->own.here = r->note.here = false;
	r->treaty.place = r->own.place = (struct place){ 0 };
}

static void
read_window(struct parse *p, struct slice text)
{
	struct recogniser *r = p->r;

	window_read(&r->window, text);
	atoms_read(&r->atoms, &r->window);
	p->v = p->a->all.v;
	p->n = p->a->all.n - 1;
	p->n_waiting = 0;
	p->list_end = p->row_end = p->sold = 0;
	find_heads(p);
	leave(r);
	row_enter(p);
	for (size_t i = 0; i < p->n;)
		i = read_one(p, i);
	leave(r);
}

/* ----------------------------------------------------------------------- a stretch */

/* What a heading, an annex, a footnote begins and ends. */
static void
enter(struct recogniser *r, enum stretch what)
{
	if (what == STRETCH_HEADING || what == STRETCH_ANNEX)
		for (size_t i = 0; i < NOUNS; i++)
			buf_clear(&r->section[i]);
	if (what != STRETCH_ANNEX)
		return;
	for (size_t i = 0; i < NOUNS; i++)
		if (r->bound_in_annex[i]) {
			buf_clear(&r->bound[i]);
			r->bound_in_annex[i] = false;
		}
	r->in_annex = true;
	r->speaker = ORGAN_NONE;
}

/* 第十三条, "Article 13" as a heading: the article that the text stands in. */
static void
note_article(struct parse *p)
{
	if (p->what != STRETCH_HEADING || p->n == 0)
		return;
	if (parse_word(p, 0, WORD_ORDINAL) && p->n >= 3 && parse_word(p, 2, WORD_ARTICLE))
		p->r->article = p->v[1].value;
	else if (parse_word(p, 0, WORD_ARTICLE) && p->n >= 2 && p->v[1].kind == ATOM_NUMBER)
		p->r->article = p->v[1].value;
}

void
recognise_article(struct recogniser *r, long article)
{
	r->article = article;
}

/* Those that found nothing to belong to are taken out. */
static size_t
hand_over(struct parse *p, struct citation **out)
{
	size_t n = 0, end = 0;

	*out = p->found.n > 0 ? ARENA_ARRAY(p->arena, p->found.n, struct citation) : NULL;
	for (size_t i = 0; i < p->found.n; i++) {
		const struct citation *c = &p->found.v[i];

		if (c->target.len == 0 || c->start < end || c->end <= c->start)
			continue;
		(*out)[n++] = *c;
		end = c->end;
	}
	VEC_RELEASE(&p->found);
	return n;
}

/* What "ibid." of the next footnote means: nothing that is known, if this one cites no document. */
static void
note_footnote(struct parse *p)
{
	struct recogniser *r = p->r;

	r->noted = true;
	for (size_t i = 0; i < p->found.n; i++)
		if (slice_starts(p->found.v[i].target, "doc:") || p->found.v[i].kind == CITATION_IBID ||
		    p->found.v[i].kind == CITATION_RES || p->found.v[i].kind == CITATION_DEC) {
			anchor_copy(&r->note, &r->anchor);
			return;
		}
	buf_clear(&r->note.base);
}

size_t
recognise(struct recogniser *r, struct slice text, enum stretch what, struct arena *arena,
          struct citation **out)
{
	struct parse p = { .r = r, .a = &r->atoms, .what = what, .arena = arena };

	enter(r, what);
	for (size_t at = 0; at < text.len;) {
		struct slice rest = slice_skip(text, at);
		size_t len = window_cut(rest);

		p.offset = at;
		read_window(&p, slice_sub(rest, 0, len));
		note_article(&p);
		at += len;
	}
	if (what == STRETCH_FOOTNOTE)
		note_footnote(&p);
	return hand_over(&p, out);
}

/* ---------------------------------------------------------------------- a holding */

/* "5/3. Monitoring": a number with nothing before it and a title behind. */
static bool
is_bare_number(struct recogniser *r, struct slice heading)
{
	struct number n;
	codepoint next;

	window_read(&r->window, slice_sub(heading, 0, 64));
	if (!number_read(&r->window, 0, &n) || n.shape != NUMBER_SESSION)
		return false;
	next = r->window.c[n.end];
	return next == 0 || next == ' ' || next == '.' || next == 0x3000;
}

/* "第 5/3 号决议的执行情况" tells of the resolution and does not begin it. */
static bool
is_title_of_other(struct slice behind)
{
	static const char *const words[] = { "的", "和", "、", "以及", "所", ",", "，", " and ", " on the implementation" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (slice_starts(behind, words[i]))
			return true;
	return false;
}

bool
recognise_holding(struct slice heading, const struct cite_context *context, struct buf *target)
{
	struct recogniser *r = recogniser_new(context);
	struct arena arena = { 0 };
	struct citation *v;
	struct slice text = slice_trim(heading);
	size_t n;
	bool holds;

	if (is_bare_number(r, text))
		text = arena_printf(&arena, "resolution %.*s", SLICE_ARG(text));
	n = recognise(r, text, STRETCH_TEXT, &arena, &v);
	holds = n > 0 && v[0].start == 0 &&
	        (slice_starts(v[0].target, "res:") || slice_starts(v[0].target, "dec:")) &&
	        !is_title_of_other(slice_skip(text, v[0].end));
	if (holds)
		buf_add(target, v[0].target);
	recogniser_free(r);
	arena_release(&arena);
	return holds;
}
