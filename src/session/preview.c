/* SPDX-License-Identifier: ISC */
/*
 * A place of a document in a box over what is being read.
 */
#include "config.h"

#include "session_priv.h"

#define BLOCKS_MOST 100 /* of the stretch that is shown */

static const struct doc *
doc_of(const struct session *s, const struct preview *p)
{
	return p->doc ? p->doc : s->documents.v[p->document].reader.doc;
}

void
preview_release(struct preview *p)
{
	layout_free(p->layout);
	doc_free(p->doc);
	*p = (struct preview){ 0 };
}

static bool
belongs(enum block_kind kind, int level, const struct block *b)
{
	if (kind == BLOCK_HEADING)
		return b->kind != BLOCK_HEADING || b->level > level;
	return b->kind == BLOCK_ITEM && (kind != BLOCK_ITEM || b->level > level);
}

/* What belongs to a block: all below a heading, the items of a paragraph. */
static size_t
stretch_end(const struct doc *d, size_t block)
{
	const struct block *first = doc_block(d, block);
	enum block_kind kind = first->kind;
	int level = first->level;
	size_t end = block + 1;

	if (kind == BLOCK_MASTHEAD || kind == BLOCK_TITLE) /* the document as a whole */
		end = d->n_blocks;
	while (end < d->n_blocks && belongs(kind, level, doc_block(d, end)))
		end++;
	return end - block < BLOCKS_MOST ? end : block + BLOCKS_MOST;
}

/* A box as wide as the text and its margins, but for the narrowest screens. */
void
preview_resize(struct session *s, struct view *v)
{
	struct preview *p = &v->preview;
	const struct doc *d = doc_of(s, p);
	struct layout_settings settings = session_layout(s);
	int inner = settings.cols > 4 ? settings.cols - 4 : settings.cols;
	size_t rows = 0;

	if (settings.max_cols > 0 && inner > settings.max_cols)
		inner = settings.max_cols;
	settings.cols = p->cols = inner;
	settings.max_cols = 0;
	if (p->layout)
		layout_set(p->layout, settings);
	else
		p->layout = layout_new(d, settings);
	for (size_t i = p->place.block; i < p->end; i++)
		rows += layout_block(p->layout, i).n;
	if (layout_block(p->layout, p->place.block).v[0].is_gap)
		rows--;
	v->scroll.n = rows;
	scroll_resize(&v->scroll, session_preview_rows(s, v));
}

/* A document as a whole is shown from its title on. */
static struct place
first_worth(const struct doc *d, struct place at)
{
	size_t block = at.block;

	while (block < d->n_blocks && doc_block(d, block)->kind == BLOCK_MASTHEAD)
		block++;
	return block < d->n_blocks && block != at.block ? (struct place){ block, 0 } : at;
}

static void
open_view(struct session *s, struct view v, struct place at)
{
	const struct doc *d = doc_of(s, &v.preview);

	at = first_worth(d, at);
	v.preview.place = at;
	v.preview.end = stretch_end(d, at.block);
	if (session_view(s)->kind == VIEW_PREVIEW)
		view_close(s);
	preview_resize(s, &v);
	VEC_PUSH(&session_pane(s)->views, v);
}

void
preview_open(struct session *s, size_t document, struct place at)
{
	open_view(s, (struct view){ .kind = VIEW_PREVIEW, .preview = { .document = document } }, at);
}

void
preview_take(struct session *s, struct doc *d, struct place at)
{
	open_view(s,
	          (struct view){ .kind = VIEW_PREVIEW,
	                         .preview = { .doc = d, .document = SLICE_NONE } },
	          at);
}

void
preview_go(struct session *s)
{
	struct preview *p = &session_view(s)->preview;
	struct place at = p->place;
	struct doc *d = p->doc;

	if (!d) {
		visit_place(s, p->document, at);
		return;
	}
	p->doc = NULL;
	visit_taken(s, d, at);
}
