/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/hyperlink.h"

#include "session_priv.h"

#include "cite/symbol.h"

/* Who cites the places of a document. */
struct cited_by {
	struct map counts; /* place -> paragraphs */
	struct arena arena;
};

void
hyperlink_release(struct hyperlink_memory *m)
{
	map_release(&m->looks);
	arena_release(&m->arena);
}

void
hyperlink_refresh(struct session *s)
{
	hyperlink_release(&s->hyperlinks);
	for (size_t i = 0; i < s->documents.n; i++)
		hyperlink_forget(&s->documents.v[i]);
	for (size_t i = 0; i < s->panes.n; i++)
		hyperlink_forget(&s->panes.v[i].copy);
}

void
hyperlink_notice(struct session *s)
{
	int64_t version = s->settings.library ? library_version(s->settings.library) : 0;

	if (version == s->hyperlinks.version)
		return;
	hyperlink_refresh(s);
	s->hyperlinks.version = version;
}

/* A target that is not remembered yet. */
static enum follow_state
look_at(struct session *s, const struct target *t, struct slice container)
{
	struct arena arena = { 0 };
	struct follow f = visit_follow(s, &arena);
	enum follow_state state = follow_look(&f, t, container);

	arena_release(&arena);
	return state;
}

enum follow_state
hyperlink_state(struct session *s, const struct target *t, struct slice container)
{
	struct hyperlink_memory *m = &s->hyperlinks;
	struct buf key = { 0 };
	enum follow_state state;
	const long *known;

	if (t->scheme == TARGET_SELF || t->scheme == TARGET_PREV)
		return FOLLOW_RESOLVED;
	target_key(t, slice_from(NULL), &key);
	buf_add_byte(&key, '\n');
	buf_add(&key, container);
	known = map_find(&m->looks, buf_slice(&key));
	if (known) {
		state = (enum follow_state)*known;
	} else {
		state = look_at(s, t, container);
		*map_at(&m->looks, arena_copy(&m->arena, buf_slice(&key))) = (long)state;
	}
	buf_release(&key);
	return state;
}

bool
hyperlink_is_own(const struct doc *d, const struct target *t)
{
	for (size_t i = 0; t->scheme == TARGET_DOC && i < d->n_symbols; i++)
		if (symbol_same(t->name, d->symbols[i]))
			return true;
	return false;
}

/* Its symbol at the head of a document is its name. */
static bool
is_name(const struct doc *d, const struct block *b, const struct citation *c)
{
	struct slice rest = c->target;
	struct target t;

	return b->kind == BLOCK_MASTHEAD && target_next(&rest, &t) && hyperlink_is_own(d, &t);
}

enum hyperlink_look
hyperlink_look(struct session *s, const struct doc *d, const struct block *b, size_t citation)
{
	const struct citation *c = &b->citations[citation];
	struct slice rest = c->target;
	enum hyperlink_look look = HYPERLINK_NONE;
	struct target t;

	while (target_next(&rest, &t)) {
		enum follow_state state = hyperlink_state(s, &t, c->container);

		if (state == FOLLOW_NOWHERE)
			continue;
		if (c->confidence == CITATION_LOW)
			return HYPERLINK_UNCERTAIN;
		if (state != FOLLOW_MISSING)
			return is_name(d, b, c) ? HYPERLINK_NONE : HYPERLINK_RESOLVED;
		look = HYPERLINK_MISSING;
	}
	return look;
}

static bool
is_link(const struct doc *d, const struct block *b, size_t citation)
{
	const struct citation *c = &b->citations[citation];
	struct slice rest = c->target;
	struct target t;

	while (target_next(&rest, &t))
		if (t.scheme != TARGET_DAMAGED && t.scheme != TARGET_OTHER)
			return !is_name(d, b, c);
	return false;
}

/* The first citation of a block that starts at or behind a byte. */
static size_t
first_from(const struct block *b, size_t byte)
{
	size_t low = 0, high = b->n_citations;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (b->citations[middle].start >= byte)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

size_t
hyperlink_current(struct session *s)
{
	struct session_document *doc = session_document(s);
	const struct block *b;
	size_t i;

	if (!doc)
		return SLICE_NONE;
	b = doc_block(doc->reader.doc, doc->reader.current.block);
	i = first_from(b, doc->reader.current.byte);
	if (i == b->n_citations || b->citations[i].start != doc->reader.current.byte ||
	    !is_link(doc->reader.doc, b, i))
		return SLICE_NONE;
	return i;
}

/* The next link behind *at, or the one before it; false at the end. */
static bool
next_link(const struct doc *d, struct place *at, bool back)
{
	size_t block = at->block, from = at->byte;

	for (;;) {
		const struct block *b = doc_block(d, block);
		size_t i = back ? first_from(b, from) : first_from(b, from + 1);

		while (back ? i > 0 : i < b->n_citations) {
			size_t link = back ? i - 1 : i;

			if (is_link(d, b, link)) {
				*at = (struct place){ block, b->citations[link].start };
				return true;
			}
			i = back ? i - 1 : i + 1;
		}
		if (back ? block == 0 : block + 1 >= d->n_blocks)
			return false;
		block = back ? block - 1 : block + 1;
		from = SIZE_MAX; /* all of the block before, or, one further being 0, of the next */
	}
}

/* Cells that are scrolled away in a table come into sight. */
static void
show_column(struct reader *r)
{
	int cols = layout_text_cols(r->layout), col;
	size_t n;

	if (!layout_columns(r->layout, r->current.block, &n))
		return;
	col = layout_col_of(r->layout, r->current) - layout_margin(r->layout);
	if (col < r->sideways)
		r->sideways = col;
	else if (col - r->sideways >= cols)
		r->sideways = col - cols / 2;
}

bool
hyperlink_step(struct session *s, long n)
{
	struct reader *r = &session_document(s)->reader;
	struct place at = r->current;
	bool back = n < 0, moved = false;

	/* A link that the reader's place is the start of, by chance or not, counts as the current one. */
	for (n = back ? -n : n; n > 0 && next_link(r->doc, &at, back); n--)
		moved = true;
	if (!moved)
		return false;
	reader_point(r, at);
	show_column(r);
	return true;
}

/* The links that start on a line, or before it if `all` that are on it. */
static void
add_visible(struct session *s, struct row row, int screen_row, bool all,
            struct hyperlink_seen *out, size_t *n, size_t most)
{
	struct reader *r = &session_document(s)->reader;
	const struct block *b = doc_block(r->doc, row.block);
	struct line line = layout_block(r->layout, row.block).v[row.line];
	size_t i = first_from(b, line.start);

	if (line.is_gap)
		return;
	if (all && i > 0 && b->citations[i - 1].end > line.start)
		i--;
	for (; i < b->n_citations && b->citations[i].start < line.end && *n < most; i++) {
		size_t start = b->citations[i].start > line.start ? b->citations[i].start : line.start;
		int col = layout_col_of(r->layout, (struct place){ row.block, start }) -
		          reader_sideways(r, row.block);

		if (is_link(r->doc, b, i) && col >= layout_margin(r->layout))
			out[(*n)++] = (struct hyperlink_seen){ row.block, i, screen_row, col };
	}
}

size_t
hyperlink_visible(struct session *s, struct arena *arena, struct hyperlink_seen **out)
{
	struct reader *r = &session_document(s)->reader;
	size_t most = (size_t)session_pane(s)->cols * (size_t)r->rows, n = 0;
	struct row row = r->top;

	*out = ARENA_ARRAY(arena, most, struct hyperlink_seen);
	for (int i = 0; i < r->rows; i++) {
		add_visible(s, row, session_body_row(s) + i, i == 0, *out, &n, most);
		if (layout_move(r->layout, &row, 1) == 0)
			break;
	}
	return n;
}

void
hyperlink_forget(struct session_document *doc)
{
	if (!doc->cited_by)
		return;
	map_release(&doc->cited_by->counts);
	arena_release(&doc->cited_by->arena);
	free(doc->cited_by);
	doc->cited_by = NULL;
}

/* What the library knows of each symbol that the document bears. */
static struct cited_by *
ask_counts(struct session *s, const struct doc *d)
{
	struct cited_by *c = mem_resize(NULL, sizeof *c);

	*c = (struct cited_by){ .counts = { 0 } };
	for (size_t i = 0; s->settings.library && i < d->n_symbols; i++) {
		struct target t = { .scheme = TARGET_DOC, .name = d->symbols[i] };
		struct link_count *counts;
		struct buf key = { 0 };
		struct err err;
		size_t n;

		target_key(&t, slice_from(NULL), &key);
		if (link_counts(s->settings.library, buf_slice(&key), &c->arena, &counts, &n, &err) ==
		    STATUS_OK)
			for (size_t k = 0; k < n; k++)
				*map_at(&c->counts, counts[k].place) += (long)counts[k].n;
		buf_release(&key);
	}
	return c;
}

size_t
hyperlink_citing(struct session *s, size_t block)
{
	struct session_document *doc = session_document(s);
	const struct block *b;
	struct buf place = { 0 };
	const long *n;

	if (!s->settings.library)
		return 0;
	if (!doc->cited_by)
		doc->cited_by = ask_counts(s, doc->reader.doc);
	b = doc_block(doc->reader.doc, block);
	if (doc->cited_by->counts.n == 0 || b->id.len == 0)
		return 0;
	target_place(&(struct target){ .component = b->component, .place = b->id }, &place);
	n = map_find(&doc->cited_by->counts, buf_slice(&place));
	buf_release(&place);
	return n ? (size_t)*n : 0;
}
