/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/results.h"

#include "results_priv.h"

#define FIRST_ROWS 50 /* paragraphs looked at before anything is shown */
#define NEXT_ROWS 1000

struct results *
results_new(struct slice words)
{
	struct results *r = mem_resize(NULL, sizeof *r);

	*r = (struct results){ 0 };
	buf_add(&r->words, words);
	r->is_failed = lookup_new(words, (struct lookup_options){ .is_typed = true }, &r->lookup, &r->err) != STATUS_OK;
	r->is_done = r->is_failed;
	return r;
}

void
results_free(struct results *r)
{
	if (!r)
		return;
	lookup_free(r->lookup);
	buf_release(&r->words);
	VEC_RELEASE(&r->rows);
	layout_free(r->layout);
	doc_free(r->doc);
	free(r);
}

struct slice
results_words(const struct results *r)
{
	return buf_slice(&r->words);
}

const struct err *
results_error(const struct results *r)
{
	return r->is_failed ? &r->err : NULL;
}

bool
results_is_done(const struct results *r)
{
	return r->is_done;
}

bool
results_has_any(const struct results *r)
{
	return r->hits.n > 0;
}

/* ----------------------------------------------------------------------------- rows */

static void
add_row(struct results *r, struct view *v, size_t hit, bool is_heading)
{
	const struct lookup_hit *h = &r->hits.v[hit];
	struct view_item *item = items_add(v, SLICE(""), SLICE(""));

	item->is_heading = is_heading;
	item->held = h->document;
	item->is_place = true;
	item->place = (struct place){ h->block, h->start };
	VEC_PUSH(&r->rows, ((struct results_row){ .hit = hit,
		                                  .document = h->document,
		                                  .block = h->block,
		                                  .is_heading = is_heading }));
}

/* There is always a row. */
static void
add_nothing(const struct session *s, struct view *v)
{
	bool zh = s->settings.ui == UI_ZH;
	struct results *r = v->results;

	if (!r->is_done)
		items_add(v, SLICE(""), zh ? SLICE("正在查找……") : SLICE("looking …"));
	else if (r->is_failed)
		items_add(v, SLICE(""), slice_from(err_words(&r->err, s->settings.ui)));
	else
		items_add(v, SLICE(""), zh ? SLICE("没有找到") : SLICE("nothing found"));
	v->items.v[0].is_heading = true;
}

void
items_results(struct session *s, struct view *v)
{
	struct results *r = v->results;

	VEC_CLEAR(&r->rows);
	r->n_documents = 0;
	for (size_t i = 0; i < r->hits.n; i++) {
		if (i == 0 || r->hits.v[i].document != r->hits.v[i - 1].document) {
			r->n_documents++;
			add_row(r, v, i, true);
		}
		add_row(r, v, i, false);
	}
	if (r->hits.n == 0)
		add_nothing(s, v);
}

/* Where this row is now; SLICE_NONE: nowhere. */
static size_t
find_row(const struct results *r, struct results_row row)
{
	for (size_t i = 0; i < r->rows.n; i++) {
		const struct results_row *other = &r->rows.v[i];

		if (other->document == row.document && other->is_heading == row.is_heading &&
		    (row.is_heading || other->block == row.block))
			return i;
	}
	return SLICE_NONE;
}

/* Whoever has not moved sees the best; who has, the hit that was come to, where it was. */
static void
rebuild(struct session *s, struct view *v)
{
	struct results *r = v->results;
	bool stays = v->scroll.current > 1 && v->scroll.current < r->rows.n;
	struct results_row row = stays ? r->rows.v[v->scroll.current] : (struct results_row){ 0 };
	size_t above = v->scroll.current - v->scroll.top, at;

	arena_clear(&v->arena);
	VEC_CLEAR(&v->items);
	if (s->search.about == v->items.v)
		search_forget(s);
	items_results(s, v);
	v->scroll.n = v->items.n;
	at = stays ? find_row(r, row) : SLICE_NONE;
	v->scroll.current = at != SLICE_NONE ? at : v->items.n > 1;
	v->scroll.top = at != SLICE_NONE && at > above ? at - above : 0;
	scroll_resize(&v->scroll, results_panes(s).list_rows);
}

static void
take_notes(struct session *s, struct results *r)
{
	if (s->settings.notes && lookup_asks_notes(r->lookup) &&
	    lookup_take_notes(r->lookup, s->settings.notes, &r->err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&r->err, s->settings.ui));
}

void
results_step(struct session *s, struct view *v)
{
	struct results *r = v->results;
	size_t rows = r->is_started ? NEXT_ROWS : FIRST_ROWS;

	if (r->is_done)
		return;
	if (!r->is_started)
		take_notes(s, r);
	r->is_started = true;
	if (lookup_step(r->lookup, s->settings.library, rows, &r->is_done, &r->err) != STATUS_OK)
		r->is_failed = r->is_done = true;
	r->hits = lookup_found(r->lookup);
	rebuild(s, v);
}

bool
results_step_document(struct view *v, long n)
{
	const struct results *r = v->results;
	size_t at = v->scroll.current, found = SLICE_NONE;

	if (r->rows.n == 0)
		return false;
	while (at > 0 && !r->rows.v[at].is_heading)
		at--;
	for (size_t i = at; n > 0 && ++i < r->rows.n;)
		if (r->rows.v[i].is_heading) {
			found = i;
			n--;
		}
	for (size_t i = at; n < 0 && i-- > 0;)
		if (r->rows.v[i].is_heading) {
			found = i;
			n++;
		}
	if (found == SLICE_NONE)
		return false;
	scroll_to(&v->scroll, found + 1);
	return true;
}

/* -------------------------------------------------------------------------- matches */

size_t
results_marks(struct results *r, struct slice text, struct find_span *out, size_t max)
{
	return r->lookup ? lookup_marks(r->lookup, text, out, max) : 0;
}

static const struct results_row *
current_row(const struct view *v)
{
	const struct results *r = v->results;

	return v->scroll.current < r->rows.n ? &r->rows.v[v->scroll.current] : NULL;
}

struct find *
results_find(const struct view *v)
{
	const struct results *r = v->results;
	const struct results_row *row = current_row(v);
	struct find *find = r->lookup ? lookup_find(r->lookup) : NULL;
	const struct lookup_hit *hit;

	/* Of an approximate one, the words as they are there. */
	if (find || !row || !r->doc || !lookup_is_near(r->lookup))
		return find;
	hit = &r->hits.v[row->hit];
	if (find_new(slice_sub(doc_block(r->doc, 0)->text, hit->start - r->cut, hit->end - r->cut),
	             FIND_FOLDED, FIND_SILENT, &find, NULL) != STATUS_OK)
		return NULL;
	return find;
}

struct place
results_place(const struct view *v, const struct doc *d)
{
	const struct doc *part = v->results->doc;
	const struct block *b = part ? doc_block(part, 0) : NULL;
	struct place at = v->items.v[v->scroll.current].place;

	if (b && (at.block >= d->n_blocks || !slice_eq(doc_block(d, at.block)->id, b->id)))
		at.block = doc_find_eid(d, b->component, b->id);
	if (at.block >= d->n_blocks)
		return (struct place){ 0, 0 };
	if (at.byte > doc_block(d, at.block)->text.len)
		at.byte = 0;
	return at;
}

/* ------------------------------------------------------------------------- in words */

void
results_add_number(const struct view *v, struct buf *out)
{
	const struct results *r = v->results;
	const struct results_row *row = current_row(v);

	buf_addf(out, "%zu/%zu%s", row ? row->hit + 1 : 0, r->hits.n,
	         r->hits.is_capped ? "+" : r->is_done ? "" : "…");
}

static void
add_documents(const struct session *s, const struct results *r, struct buf *out)
{
	const char *more = r->hits.is_capped ? "+" : "";

	if (s->settings.ui == UI_ZH)
		buf_addf(out, "%zu%s 件", r->n_documents, more);
	else
		buf_addf(out, "%zu%s document%s", r->n_documents, more, r->n_documents == 1 ? "" : "s");
}

void
results_add_count(const struct session *s, const struct view *v, struct buf *out)
{
	bool zh = s->settings.ui == UI_ZH;
	const struct results *r = v->results;

	if (r->lookup && lookup_is_near(r->lookup))
		buf_add_str(out, zh ? "近似 · " : "approximate · ");
	results_add_number(v, out);
	if (zh)
		buf_add_str(out, " 段");
	buf_add_str(out, " · ");
	add_documents(s, r, out);
}

static void
add_ways(const struct session *s, const struct results *r, struct buf *out)
{
	bool zh = s->settings.ui == UI_ZH;
	struct slice sounds = lookup_sounds(r->lookup);

	if (lookup_is_near(r->lookup))
		buf_add_str(out, zh ? "没有完全相同的文字，以下为近似；" : "no exact match, these are approximate; ");
	if (sounds.len > 0 && r->hits.n > 0)
		buf_addf(out, zh ? "按读音查找：%.*s；" : "by sound: %.*s; ", SLICE_ARG(sounds));
	if (r->hits.is_capped)
		buf_addf(out, zh ? "多于 %zu 段，列出这些" : "more than %zu paragraphs, these are listed",
		         r->hits.n);
	if (!r->hits.is_capped) {
		add_documents(s, r, out);
		buf_addf(out, zh ? "文件，%zu 段" : ", %zu paragraph", r->hits.n);
		buf_add_str(out, zh || r->hits.n == 1 ? "" : "s");
	}
	if (lookup_is_out_of_step(r->lookup))
		buf_add_str(out, zh ? "；索引与文献库不符，请运行 duan check --repair"
		                    : "; the index is out of step: run duan check --repair");
}

void
results_say(struct session *s, const struct view *v)
{
	const struct results *r = v->results;
	struct buf words = { 0 };

	if (r->is_failed) {
		session_complain(s, "%s", "%s", err_words(&r->err, s->settings.ui));
		return;
	}
	if (r->hits.n == 0) {
		session_complain(s, "not found: %s", "没有找到：%s", buf_str(&r->words));
		return;
	}
	add_ways(s, r, &words);
	session_say(s, "%s", "%s", buf_str(&words));
	buf_release(&words);
}
