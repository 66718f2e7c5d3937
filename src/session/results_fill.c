/* SPDX-License-Identifier: ISC */
/*
 * What the library tells of the hits that are on the screen.
 */
#include "config.h"

#include "results_priv.h"

#include "store/fulltext.h"

#define BESIDE_FROM 100 /* columns from which the text stands beside the list */
#define BELOW_FROM 9    /* rows of the body from which it stands below */
#define BLOCKS_MOST 64  /* of the text, and bytes: enough for a screen */
#define BLOCKS_AT_ONCE 8
#define TEXT_ENOUGH 8000
#define TEXT_MOST 6000  /* bytes of a block of it */
#define TEXT_BEFORE 1000 /* of those, before the hit */

struct results_panes
results_panes(const struct session *s)
{
	int rows = session_body_rows(s), cols = session_pane(s)->cols;
	struct results_panes p = { .list_rows = rows, .list_cols = cols };

	if (cols >= BESIDE_FROM) {
		p.is_beside = true;
		p.list_cols = cols * 9 / 20;
		p.col = p.list_cols + 2;
		p.rows = rows;
		p.cols = cols - p.col;
	} else if (rows >= BELOW_FROM) {
		p.rows = rows / 3 + 1; /* its first row is a rule */
		p.list_rows = rows - p.rows;
		p.row = p.list_rows;
		p.cols = cols;
	}
	return p;
}

/* ----------------------------------------------------------------------------- rows */

static bool
is_chinese(const struct session *s)
{
	return s->settings.ui == UI_ZH;
}

/* How many characters differ; how many matches there are. */
static struct slice
hit_note(struct view *v, const struct lookup_hit *hit)
{
	if (lookup_is_near(v->results->lookup))
		return arena_printf(&v->arena, "≈%zu", hit->errors);
	return hit->matches > 1 ? arena_printf(&v->arena, "×%zu", hit->matches) : slice_from(NULL);
}

static void
fill_gone(const struct session *s, struct view_item *item)
{
	item->text = is_chinese(s) ? SLICE("（已不在文献库中）") : SLICE("(no longer in the library)");
	item->held = 0;
}

static void
fill_heading(struct view *v, struct view_item *item, const struct library_document *d)
{
	struct slice name = items_version(v, d->symbol.len > 0 ? d->symbol : d->name, d->language);

	item->text = arena_printf(&v->arena, "%.*s%s%.*s", SLICE_ARG(name), d->title.len > 0 ? "  " : "",
	                          SLICE_ARG(d->title));
	item->note = d->date;
}

static void
fill_hit(struct session *s, struct view *v, struct view_item *item, const struct results_row *row)
{
	const struct lookup_hit *hit = &v->results->hits.v[row->hit];
	struct fulltext_paragraph p;

	if (fulltext_paragraph(s->settings.library, row->document, row->block, &p, NULL) != STATUS_OK) {
		fill_gone(s, item);
		return;
	}
	item->key = arena_copy(&v->arena, p.label);
	item->text = items_snippet(v, p.text, hit->start);
	item->note = hit_note(v, hit);
}

static void
fill_row(struct session *s, struct view *v, size_t at)
{
	struct results_row *row = &v->results->rows.v[at];
	struct view_item *item = &v->items.v[at];
	struct library_document d;
	int cols;

	if (row->is_filled)
		return;
	row->is_filled = true;
	if (library_get(s->settings.library, row->document, &v->arena, &d, NULL) != STATUS_OK) {
		fill_gone(s, item);
		return;
	}
	item->symbol = d.symbol;
	item->language = d.language;
	if (row->is_heading)
		fill_heading(v, item, &d);
	else
		fill_hit(s, v, item, row);
	cols = width_slice(s->settings.width, item->key);
	v->key_cols = cols > v->key_cols ? cols : v->key_cols;
}

/* ----------------------------------------------------------------------------- text */

/* A long text is cut to a part with the byte `at` in it.  Gives the bytes left out before it. */
static size_t
cut_block(struct block *b, size_t at)
{
	size_t start = at > TEXT_BEFORE ? at - TEXT_BEFORE : 0, end = start + TEXT_MOST, n = 0;
	struct slice text = b->text;

	if (text.len <= TEXT_MOST)
		return 0;
	while (start > 0 && ((unsigned char)text.p[start] & 0xC0) == 0x80)
		start--;
	while (end < text.len && ((unsigned char)text.p[end] & 0xC0) == 0x80)
		end++;
	b->text = slice_sub(text, start, end);
	for (size_t i = 0; i < b->n_citations; i++) {
		struct citation c = b->citations[i];

		if (c.start < start || c.end > start + b->text.len)
			continue;
		c.start -= start;
		c.end -= start;
		b->citations[n++] = c;
	}
	b->n_citations = n;
	return start;
}

/* The paragraph of the hit and what follows it, enough for a screen. */
static void
read_text(struct session *s, struct results *r, size_t at, struct doc *d)
{
	size_t bytes = 0, n = BLOCKS_AT_ONCE;

	d->blocks = ARENA_ARRAY(&d->arena, BLOCKS_MOST, struct block);
	while (n == BLOCKS_AT_ONCE && d->n_blocks < BLOCKS_MOST && bytes < TEXT_ENOUGH) {
		struct block *b = &d->blocks[d->n_blocks];

		if (library_blocks(s->settings.library, r->document, r->block + d->n_blocks, &n, &d->arena, b,
		                   NULL) != STATUS_OK)
			return;
		for (size_t i = 0; i < n; i++) {
			size_t cut = cut_block(&b[i], d->n_blocks == 0 ? at : 0);

			if (d->n_blocks++ == 0)
				r->cut = cut;
			bytes += b[i].text.len;
		}
	}
}

static void
forget_text(struct results *r)
{
	layout_free(r->layout);
	doc_free(r->doc);
	r->layout = NULL;
	r->doc = NULL;
}

static void
make_text(struct session *s, struct view *v)
{
	struct results *r = v->results;
	const struct results_row *row = &r->rows.v[v->scroll.current];
	struct doc *d;

	if (r->doc && r->document == row->document && r->block == row->block)
		return;
	forget_text(r);
	r->document = row->document;
	r->block = row->block;
	d = doc_new();
	read_text(s, r, r->hits.v[row->hit].start, d);
	if (d->n_blocks == 0) {
		doc_free(d);
		return;
	}
	/* Its name at its head is no link. */
	d->symbols = ARENA_ARRAY(&d->arena, 1, struct slice);
	d->symbols[0] = arena_copy(&d->arena, v->items.v[v->scroll.current].symbol);
	d->n_symbols = d->symbols[0].len > 0;
	doc_index(d);
	r->doc = d;
}

static void
lay_out_text(struct session *s, struct results *r)
{
	struct layout_settings settings = session_layout(s);
	struct results_panes p = results_panes(s);

	if (!r->doc || p.rows == 0)
		return;
	settings.cols = p.cols;
	if (settings.max_cols > 0 && settings.cols > settings.max_cols)
		settings.cols = settings.max_cols;
	settings.max_cols = 0;
	settings.hang = false;
	if (r->layout)
		layout_set(r->layout, settings);
	else
		r->layout = layout_new(r->doc, settings);
}

/* The first match is to be seen, with what stands before it if there is room. */
struct results_text
results_text(const struct view *v)
{
	const struct results *r = v->results;
	struct results_text t = { .doc = r->layout ? r->doc : NULL, .layout = r->layout };
	const struct results_row *row;
	size_t line;

	if (!t.doc || v->scroll.current >= r->rows.n)
		return (struct results_text){ 0 };
	row = &r->rows.v[v->scroll.current];
	line = layout_line_of(r->layout,
	                      (struct place){ 0, r->hits.v[row->hit].start - r->cut });
	t.top = layout_block(r->layout, 0).v[0].is_gap;
	if (line > t.top + 1)
		t.top = line - 1;
	return t;
}

/* -------------------------------------------------------------------------- filling */

static void
fill(struct session *s, struct view *v, size_t from, size_t to)
{
	struct results *r = v->results;
	size_t document = v->scroll.current;

	if (r->rows.n == 0 || v->scroll.current >= r->rows.n) {
		forget_text(r);
		return;
	}
	while (!r->rows.v[document].is_heading)
		document--;
	if (fulltext_begin(s->settings.library, NULL) != STATUS_OK)
		return;
	for (size_t i = from; i < to && i < r->rows.n; i++)
		fill_row(s, v, i);
	fill_row(s, v, v->scroll.current);
	fill_row(s, v, document);
	make_text(s, v);
	fulltext_end(s->settings.library);
	lay_out_text(s, r);
}

void
results_fill(struct session *s, struct view *v)
{
	fill(s, v, v->scroll.top, v->scroll.top + v->scroll.rows);
}

void
results_fill_all(struct session *s, struct view *v)
{
	fill(s, v, 0, SIZE_MAX);
}
