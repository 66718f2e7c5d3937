/* SPDX-License-Identifier: ISC */
/*
 * From place to place, in this document and into others, with the way back kept.
 */
#include "config.h"

#include "session_priv.h"

struct follow
visit_follow(const struct session *s, struct arena *arena)
{
	const struct doc **open = ARENA_ARRAY(arena, s->documents.n, const struct doc *);

	for (size_t i = 0; i < s->documents.n; i++)
		open[i] = s->documents.v[i].reader.doc;
	return (struct follow){ .open = open,
		                .n_open = s->documents.n,
		                .citing = session_pane(s)->document,
		                .library = s->settings.library };
}

struct history_entry
visit_here(struct session *s, struct arena *arena)
{
	struct session_document *doc = session_document(s);
	const struct doc *d = doc->reader.doc;
	size_t block = doc->reader.current.block;
	bool is_masthead = doc_block(d, block)->kind == BLOCK_MASTHEAD;

	return (struct history_entry){
		.document = doc->key,
		.language = d->language,
		.title = doc->title,
		.label = items_label(s, arena, d, block),
		.heading = is_masthead ? d->title : slice_from(NULL),
		.anchor = reader_anchor_of(d, doc->reader.current),
		.spot = reader_spot_of(&doc->reader),
	};
}

void
visit_leave(struct session *s)
{
	struct arena arena = { 0 };
	struct history_entry e;

	if (!session_document(s))
		return;
	e = visit_here(s, &arena);
	history_push(&session_pane(s)->history, &e);
	arena_release(&arena);
}

void
visit_place(struct session *s, size_t document, struct place to)
{
	visit_leave(s);
	session_show(s, document);
	reader_jump(&session_document(s)->reader, to);
}

static struct doc *
load(struct session *s, int64_t id)
{
	struct doc *d = NULL;
	struct err err;

	if (library_load(s->settings.library, id, &d, &err) != STATUS_OK) {
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
		return NULL;
	}
	return d;
}

static void
open_held(struct session *s, struct doc *d)
{
	session_open(s, d, slice_from(NULL));
	session_document(s)->is_held = true;
	document_close_excess(s);
}

bool
visit_version(struct session *s, int64_t id, struct slice symbol, struct slice language, bool leaves)
{
	size_t document = document_find_version(s, symbol, language);
	struct doc *d = NULL;

	if (document == SLICE_NONE) {
		d = load(s, id);
		if (!d)
			return false;
	}
	if (leaves)
		visit_leave(s);
	if (d)
		open_held(s, d);
	else
		session_show(s, document);
	return true;
}

bool
visit_held(struct session *s, int64_t id, struct slice symbol, struct slice language)
{
	return visit_version(s, id, symbol, language, true);
}

bool
visit_symbol(struct session *s, struct slice symbol, struct slice language)
{
	struct library_document held;
	struct arena arena = { 0 };
	enum status status = STATUS_MISSING;
	struct err err;
	bool found;

	if (s->settings.library)
		status = library_find(s->settings.library, symbol, language, language, &arena, &held,
		                      &err);
	if (status != STATUS_OK && status != STATUS_MISSING)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	found = status == STATUS_OK && visit_held(s, held.id, held.symbol, held.language);
	arena_release(&arena);
	return found;
}

void
visit_taken(struct session *s, struct doc *d, struct place to)
{
	visit_leave(s);
	open_held(s, d);
	reader_jump(&session_document(s)->reader, to);
}

/* Which place was wanted. */
static void
say_nearest(struct session *s, const struct follow_target *t)
{
	struct arena arena = { 0 };
	struct slice words = items_target(s, &arena, t->text);

	session_say(s, "%.*s is not found; this is the nearest place", "没有找到 %.*s；这是最近的地方",
	            SLICE_ARG(words));
	arena_release(&arena);
}

/* The document that is cited, or what has none of its own, without the place in it. */
static struct slice
thing(const struct session *s, struct arena *arena, const struct follow_target *t)
{
	struct slice rest = t->text;
	struct target target;

	if (!target_next(&rest, &target) || target.scheme == TARGET_DOC ||
	    target.scheme == TARGET_SELF || target.scheme == TARGET_PREV)
		return t->symbol;
	rest = slice_sub(t->text, 0, slice_find_byte(t->text, '#', 0));
	return items_target(s, arena, slice_sub(rest, 0, slice_find_byte(rest, '!', 0)));
}

static void
say_missing(struct session *s, const struct follow_target *t)
{
	struct arena arena = { 0 };
	struct slice what = thing(s, &arena, t);

	if (t->state == FOLLOW_NOWHERE)
		session_say(s, "this leads nowhere", "此处不通往别处");
	else if (t->state == FOLLOW_OUTSIDE && t->url.len > 0)
		session_say(s, "leads out of the library: %.*s", "在文献库之外：%.*s", SLICE_ARG(t->url));
	else if (t->url.len > 0 && s->settings.can_fetch && t->state == FOLLOW_MISSING)
		session_say(s, "%.*s is not held; {address} on it fetches it", "文献库中没有 %.*s；在此处按 {address} 下载",
		            SLICE_ARG(what));
	else if (t->url.len == 0)
		session_say(s, "%.*s is not held", "文献库中没有 %.*s", SLICE_ARG(what));
	else
		session_say(s, "%.*s is not held; %.*s", "文献库中没有 %.*s；%.*s", SLICE_ARG(what),
		            SLICE_ARG(t->url));
	arena_release(&arena);
}

static void
go_held(struct session *s, const struct follow_target *t, enum visit_how how)
{
	struct doc *d = load(s, t->held);
	struct place at;
	bool is_there;

	if (!d)
		return;
	is_there = follow_target_spot(d, t, &at);
	if (how == VISIT_PREVIEW)
		preview_take(s, d, at);
	else
		visit_taken(s, d, at);
	if (!is_there)
		say_nearest(s, t);
}

void
visit_target(struct session *s, const struct follow_target *t, enum visit_how how)
{
	if (t->held != 0) {
		go_held(s, t, how);
		return;
	}
	if (t->open == SLICE_NONE) {
		say_missing(s, t);
		return;
	}
	if (how == VISIT_PREVIEW)
		preview_open(s, t->open, t->place);
	else
		visit_place(s, t->open, t->place);
	if (t->state == FOLLOW_PLACELESS)
		say_nearest(s, t);
}

/* Looks a citation up; *n is 0, with a message, when it could not be. */
static struct follow_target *
find(struct session *s, size_t block, const struct citation *c, struct arena *arena, size_t *n)
{
	struct follow f = visit_follow(s, arena);
	struct follow_target *targets;
	struct err err;

	if (follow_find(&f, block, c, arena, &targets, n, &err) == STATUS_OK)
		return targets;
	session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	*n = 0;
	return NULL;
}

void
visit_citation(struct session *s, size_t block, size_t index, enum visit_how how)
{
	const struct block *b = doc_block(session_document(s)->reader.doc, block);
	struct arena arena = { 0 };
	size_t n;
	struct follow_target *targets = find(s, block, &b->citations[index], &arena, &n);

	if (n > 1)
		view_open(s, VIEW_CHOICE);
	else if (n == 1)
		visit_target(s, &targets[0], how);
	arena_release(&arena);
}

/* An item that stands for a target: looked up now. */
static void
visit_cited(struct session *s, const struct view_item *item, enum visit_how how)
{
	struct citation c = { .target = item->target, .container = item->container, .url = item->url };
	struct arena arena = { 0 };
	size_t n;
	struct follow_target *targets = find(s, item->place.block, &c, &arena, &n);

	if (n > 0)
		visit_target(s, &targets[0], how);
	arena_release(&arena);
}

static void
visit_held_item(struct session *s, const struct view_item *item, enum visit_how how)
{
	struct place to = item->place;
	bool is_place = item->is_place;
	struct doc *d;

	if (how == VISIT_PREVIEW) {
		d = load(s, item->held);
		if (d)
			preview_take(s, d, to);
	} else if (visit_held(s, item->held, item->symbol, item->language) && is_place) {
		reader_jump(&session_document(s)->reader, to);
	}
}

void
visit_item(struct session *s, const struct view_item *item, enum visit_how how)
{
	if (item->step != 0)
		visit_step(s, item->step);
	else if (item->target.len > 0)
		visit_cited(s, item, how);
	else if (item->held != 0)
		visit_held_item(s, item, how);
	else if (item->document == SLICE_NONE)
		session_say(s, "leads nowhere", "此项不通往别处");
	else if (how == VISIT_PREVIEW)
		preview_open(s, item->document, item->place);
	else
		visit_place(s, item->document, item->place);
}

/* The document of an entry comes up, opened again if it must be.  NULL with a message if it is gone;
 * *held is what was loaded for it. */
static bool
find_entry(struct session *s, const struct history_entry *e, size_t *document, struct doc **held)
{
	struct library_document found;
	struct arena arena = { 0 };
	enum status status = STATUS_MISSING;
	struct err err;

	*held = NULL;
	*document = document_find_version(s, e->document, e->language);
	if (*document != SLICE_NONE)
		return true;
	if (s->settings.library)
		status = library_find(s->settings.library, e->document, e->language, e->language, &arena,
		                      &found, &err);
	if (status == STATUS_OK)
		*held = load(s, found.id);
	else if (status == STATUS_MISSING)
		session_complain(s, "%.*s is closed, and not in the library", "%.*s 已关闭，也不在文献库中",
		                 SLICE_ARG(e->title));
	else
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	arena_release(&arena);
	return *held != NULL;
}

/* The very rows, if the text there is still the one that was left. */
static void
restore(struct reader *r, const struct history_entry *e)
{
	struct place at = reader_find_anchor(r->doc, e->anchor);

	if (at.block == e->spot.current.block && at.byte == e->spot.current.byte &&
	    e->spot.top.block < r->doc->n_blocks &&
	    e->spot.top.byte <= doc_block(r->doc, e->spot.top.block)->text.len)
		reader_restore(r, &e->spot);
	else
		reader_jump(r, at);
}

void
visit_step(struct session *s, long by)
{
	const struct history_entry *e = history_peek(&session_pane(s)->history, by);
	struct history_entry to, now;
	struct arena arena = { 0 };
	struct doc *held;
	size_t document;

	if (!e || !session_document(s)) {
		session_say(s, by < 0 ? "there is nothing further back" : "there is nothing ahead",
		            by < 0 ? "前面没有了" : "后面没有了");
		return;
	}
	to = *e;
	if (!find_entry(s, &to, &document, &held))
		return;
	now = visit_here(s, &arena);
	history_go(&session_pane(s)->history, by, &now);
	arena_release(&arena);
	if (held)
		open_held(s, held);
	else
		session_show(s, document);
	restore(&session_document(s)->reader, &to);
}
