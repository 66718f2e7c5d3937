/* SPDX-License-Identifier: ISC */
/*
 * Panes in step: begun, ended, kept.
 */
#include "config.h"

#include "session/tandem.h"

#include "session_priv.h"
#include "tandem_priv.h"

#include "cite/symbol.h"
#include "compare/parallel.h"
#include "compare/version.h"

static size_t
pane_number(const struct session *s, unsigned id)
{
	for (size_t i = 0; i < s->panes.n; i++)
		if (s->panes.v[i].id == id)
			return i;
	return SLICE_NONE;
}

static struct session_document *
document_of(struct session *s, unsigned id)
{
	struct session_document *doc = NULL;
	size_t focus = s->focus, pane = pane_number(s, id);

	if (pane == SLICE_NONE)
		return NULL;
	s->focus = pane;
	doc = session_document(s);
	s->focus = focus;
	return doc;
}

/* ------------------------------------------------------------------ begin and end */

static struct reader *
reader_of(struct session *s, const struct layout *layout)
{
	for (size_t i = 0; i < s->documents.n; i++)
		if (s->documents.v[i].reader.layout == layout)
			return &s->documents.v[i].reader;
	return NULL;
}

/* Rows are counted anew without the pads: both readers stay at their text. */
static void
drop_pads(struct session *s)
{
	struct tandem *t = &s->tandem;
	struct reader *r[SIDES];
	struct reader_spot spot[SIDES];

	for (int i = 0; i < SIDES; i++) {
		r[i] = reader_of(s, t->layout[i]);
		if (r[i])
			spot[i] = reader_spot_of(r[i]);
	}
	tandem_set_pads(t, false);
	for (int i = 0; i < SIDES; i++)
		if (r[i])
			reader_restore(r[i], &spot[i]);
}

void
tandem_end(struct session *s)
{
	struct tandem *t = &s->tandem;

	if (t->kind == TANDEM_LANGUAGES || t->kind == TANDEM_VERSIONS)
		drop_pads(s);
	alignment_release(&t->alignment);
	*t = (struct tandem){ .kind = TANDEM_NONE };
}

void
tandem_forget(struct session *s, const struct layout *layout)
{
	struct tandem *t = &s->tandem;

	if (t->kind != TANDEM_NONE && (t->layout[0] == layout || t->layout[1] == layout))
		tandem_end(s);
}

/* Both panes show what they showed. */
static bool
is_whole(struct session *s)
{
	struct tandem *t = &s->tandem;

	for (int i = 0; t->kind != TANDEM_NONE && i < SIDES; i++) {
		struct session_document *doc = document_of(s, t->pane[i]);

		if (!doc || doc->reader.layout != t->layout[i])
			return false;
	}
	return t->kind != TANDEM_NONE;
}

void
tandem_fit(struct session *s)
{
	struct tandem *t = &s->tandem;

	if (is_whole(s) && t->kind != TANDEM_ROWS)
		tandem_set_pads(t, true);
	for (int i = 0; is_whole(s) && i < SIDES; i++)
		t->top[i] = document_of(s, t->pane[i])->reader.top;
	tandem_follow(s);
}

static void
align(struct tandem *t)
{
	struct part left = part_whole(t->doc[SIDE_LEFT]), right = part_whole(t->doc[SIDE_RIGHT]);

	if (t->kind == TANDEM_LANGUAGES)
		parallel_align(left, right, &t->alignment);
	else if (t->kind == TANDEM_VERSIONS)
		version_align(left, right, &t->alignment);
}

/* The one that was made before the other: by its date, else the one without a number of revision. */
static bool
is_older(const struct doc *a, const struct doc *b)
{
	int order = slice_cmp(a->date, b->date);

	if (a->date.len > 0 && b->date.len > 0 && order != 0)
		return order < 0;
	if (a->n_symbols == 0 || b->n_symbols == 0)
		return false;
	return a->symbols[0].len != b->symbols[0].len ? a->symbols[0].len < b->symbols[0].len
	                                              : slice_cmp(a->symbols[0], b->symbols[0]) < 0;
}

static void
swap_sides(struct tandem *t)
{
	const struct doc *doc = t->doc[0];
	struct layout *layout = t->layout[0];
	unsigned pane = t->pane[0];

	t->doc[0] = t->doc[1];
	t->layout[0] = t->layout[1];
	t->pane[0] = t->pane[1];
	t->doc[1] = doc;
	t->layout[1] = layout;
	t->pane[1] = pane;
}

void
tandem_start(struct session *s, enum tandem_kind kind, unsigned pane)
{
	struct tandem *t = &s->tandem;
	struct session_document *doc[SIDES];

	tandem_end(s);
	*t = (struct tandem){ .kind = kind, .pane = { session_pane(s)->id, pane }, .change = SLICE_NONE };
	for (int i = 0; i < SIDES; i++) {
		doc[i] = document_of(s, t->pane[i]);
		if (!doc[i]) {
			t->kind = TANDEM_NONE;
			return;
		}
		t->doc[i] = doc[i]->reader.doc;
		t->layout[i] = doc[i]->reader.layout;
	}
	if (kind == TANDEM_VERSIONS && is_older(t->doc[1], t->doc[0]))
		swap_sides(t);
	align(t);
	tandem_fit(s);
}

/* What two documents are to each other. */
static enum tandem_kind
kind_of(const struct doc *a, const struct doc *b)
{
	bool same_language = slice_eq(a->language, b->language);

	if (a->n_symbols == 0 || b->n_symbols == 0)
		return TANDEM_ROWS;
	if (symbol_same(a->symbols[0], b->symbols[0]))
		return same_language ? TANDEM_ROWS : TANDEM_LANGUAGES;
	return TANDEM_ROWS;
}

void
tandem_toggle(struct session *s)
{
	unsigned pane = tiles_next(&s->tiles, session_pane(s)->id);
	struct session_document *here = session_document(s), *there = document_of(s, pane);

	if (s->tandem.kind != TANDEM_NONE) {
		tandem_end(s);
		session_say(s, "the panes go their own ways", "各窗格不再同步");
		return;
	}
	if (pane == session_pane(s)->id || !here || !there) {
		session_say(s, "there is no other pane to keep in step with", "没有其他窗格可以同步");
		return;
	}
	tandem_start(s, kind_of(here->reader.doc, there->reader.doc), pane);
	session_say(s, "the panes keep in step; ^W y ends it", "各窗格同步；^W y 取消");
}

/* ---------------------------------------------------------------------- following */

/* The other pane shows the document in its language; false if that is not here. */
static bool
bring_version(struct session *s, unsigned pane, struct slice symbol, struct slice language)
{
	size_t focus = s->focus, open = document_find_version(s, symbol, language);
	struct library_document held;
	struct arena arena = { 0 };
	struct err err;
	bool is_there = false;

	s->focus = pane_number(s, pane);
	if (open != SLICE_NONE) {
		session_show(s, open);
		is_there = true;
	} else if (s->settings.library &&
	           library_find(s->settings.library, symbol, language, language, &arena, &held, &err) ==
	                   STATUS_OK &&
	           slice_eq(held.language, language)) {
		is_there = visit_version(s, held.id, held.symbol, held.language, false);
	}
	s->focus = focus;
	arena_release(&arena);
	return is_there;
}

/* Another document has come up in the pane with the focus. */
static void
follow_document(struct session *s, enum side side)
{
	struct tandem *t = &s->tandem;
	struct session_document *here = session_document(s), *there = document_of(s, t->pane[tandem_other(side)]);
	enum tandem_kind kind = t->kind;
	unsigned pane = t->pane[tandem_other(side)];
	struct arena arena = { 0 };
	struct slice language;

	if (!here || !there || kind != TANDEM_LANGUAGES) {
		tandem_end(s);
		return;
	}
	language = arena_copy(&arena, there->reader.doc->language);
	tandem_end(s);
	if (bring_version(s, pane, here->key, language) &&
	    !slice_eq(session_document(s)->reader.doc->language, language))
		tandem_start(s, kind, pane);
	else if (s->message.len == 0)
		session_say(s, "this document is not held in %.*s: the panes go their own ways",
		            "文献库中没有本文件的 %.*s 文本：各窗格不再同步", SLICE_ARG(language));
	arena_release(&arena);
}

void
tandem_follow(struct session *s)
{
	struct tandem *t = &s->tandem;
	struct session_document *here = session_document(s), *there;
	enum side side;

	if (t->kind == TANDEM_NONE)
		return;
	if (pane_number(s, t->pane[0]) == SLICE_NONE || pane_number(s, t->pane[1]) == SLICE_NONE) {
		tandem_end(s);
		return;
	}
	if (session_pane(s)->id != t->pane[0] && session_pane(s)->id != t->pane[1]) {
		if (is_whole(s) && t->kind != TANDEM_ROWS) /* sizes may have changed */
			tandem_step_aligned(s, SIDE_LEFT, &document_of(s, t->pane[SIDE_LEFT])->reader,
			             &document_of(s, t->pane[SIDE_RIGHT])->reader);
		return;
	}
	side = session_pane(s)->id == t->pane[0] ? SIDE_LEFT : SIDE_RIGHT;
	there = document_of(s, t->pane[tandem_other(side)]);
	if (!here || !there || there->reader.layout != t->layout[tandem_other(side)]) {
		tandem_end(s);
		return;
	}
	if (here->reader.layout != t->layout[side])
		follow_document(s, side);
	else if (t->kind == TANDEM_ROWS)
		tandem_step_by_rows(t, side, &here->reader, &there->reader);
	else
		tandem_step_aligned(s, side, &here->reader, &there->reader);
}
