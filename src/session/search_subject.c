/* SPDX-License-Identifier: ISC */
/*
 * What a search looks through: the texts of the view on the screen, and where it is in them.
 */
#include "config.h"

#include "search_priv.h"

static struct slice
source_line(void *self, size_t unit)
{
	return doc_source_line(((struct search_subject *)self)->doc, unit + 1);
}

static struct slice
item_text(void *self, size_t unit)
{
	struct search_subject *x = self;
	const struct view_item *item = &x->view->items.v[unit];

	buf_clear(&x->joined);
	buf_add(&x->joined, item->key);
	buf_add_byte(&x->joined, '\n');
	buf_add(&x->joined, item->text);
	return buf_slice(&x->joined);
}

const void *
search_subject_address(struct session *s, const struct view *v)
{
	struct session_document *doc = session_document(s);

	if (v->kind == VIEW_TEXT)
		return doc ? doc->reader.doc : NULL;
	if (v->kind == VIEW_SOURCE)
		return doc ? &doc->reader.doc->source : NULL;
	return v->kind == VIEW_PREVIEW ? NULL : v->items.v;
}

bool
search_subject_begin(struct session *s, struct search_subject *x)
{
	struct session_document *doc = session_document(s);
	struct view *v = session_view(s);

	if (v->kind == VIEW_RESULTS)
		results_fill_all(s, v);
	*x = (struct search_subject){ .s = s, .view = v, .about = search_subject_address(s, v) };
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

void
search_subject_end(struct search_subject *x)
{
	find_document_release(&x->document);
	buf_release(&x->joined);
}

/* The search came to the current item of the list. */
static bool
is_at_item(const struct search_subject *x)
{
	const struct search *f = &x->s->search;

	return f->has_hit && f->about == x->about && f->hit.unit == x->view->scroll.current;
}

struct find_hit
search_subject_here(const struct search_subject *x, bool back)
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

void
search_subject_show(const struct search_subject *x, struct find_hit hit)
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

/* In one direction up to the end. */
static enum find_answer
look(struct search_subject *x, struct find_hit from, bool back, size_t bytes, struct find_hit *hit)
{
	struct find *f = x->s->search.find;
	enum find_answer answer = FIND_MORE;

	for (size_t seen = 0; answer == FIND_MORE && seen < bytes; seen += SEARCH_STEP_BYTES)
		answer = back ? find_previous(f, x->source, &from, SEARCH_STEP_BYTES, hit)
		              : find_next(f, x->source, &from, SEARCH_STEP_BYTES, hit);
	return answer;
}

/* The list of all matches, if it is one, knows the next. */
static enum find_answer
look_in_list(const struct find_list *l, struct find_hit from, bool back, struct find_hit *hit,
             bool *wrapped)
{
	size_t n = l->hits.n, next = find_list_rank(l, from);

	if (n == 0)
		return FIND_END;
	*wrapped = back ? next == 0 : next == n;
	if (back)
		next = next > 0 ? next - 1 : n - 1;
	*hit = l->hits.v[next < n ? next : 0];
	return FIND_HIT;
}

void
search_subject_list(struct search_subject *x, size_t bytes)
{
	struct search *f = &x->s->search;

	if (f->about != x->about) {
		find_list_clear(&f->list);
		f->about = x->about;
		f->has_hit = false;
	}
	for (size_t seen = 0; !f->list.is_done && seen < bytes; seen += SEARCH_STEP_BYTES)
		find_list_grow(&f->list, f->find, x->source, SEARCH_STEP_BYTES);
}

enum find_answer
search_subject_look(struct search_subject *x, struct find_hit from, bool back, size_t bytes,
                    struct find_hit *hit, bool *wrapped)
{
	const struct search *f = &x->s->search;
	enum find_answer answer;

	if (f->about == x->about && f->list.is_done && !f->list.is_cut && !find_error(f->find))
		return look_in_list(&f->list, from, back, hit, wrapped);
	answer = look(x, from, back, bytes, hit);
	*wrapped = answer == FIND_END;
	if (answer == FIND_END)
		answer = look(x, (struct find_hit){ back ? x->source.n : 0, 0, 0 }, back, bytes, hit);
	return answer;
}
