/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/screen.h"

#include "session_priv.h"

#include "text/json.h"
#include "text/jsonread.h"

static const char *const tandem_names[] = {
	[TANDEM_NONE] = "none",
	[TANDEM_LANGUAGES] = "languages",
	[TANDEM_VERSIONS] = "versions",
	[TANDEM_ROWS] = "rows",
};
#define TANDEMS ((int)(sizeof tandem_names / sizeof *tandem_names))

/* ----------------------------------------------------------------------------- save */

static void
write_document(struct json *j, const struct session_document *doc)
{
	json_field(j, "document", doc->key);
	json_field(j, "language", doc->reader.doc->language);
}

static void
write_pane(struct session *s, struct json *j)
{
	struct session_document *doc = session_document(s);
	struct arena arena = { 0 };
	struct reader_spot spot;
	struct kept_place at;

	if (!doc)
		return;
	spot = reader_spot_of(&doc->reader);
	at = mark_keep(&arena, doc->reader.doc, doc->reader.current);
	json_object(j);
	json_field_number(j, "pane", (long)session_pane(s)->id);
	write_document(j, doc);
	json_field_str(j, "sha256", doc->reader.doc->sha256);
	json_field(j, "eid", at.eid);
	json_field(j, "quote", at.quote);
	json_field_number(j, "block", (long)spot.current.block);
	json_field_number(j, "byte", (long)spot.current.byte);
	json_field_number(j, "top", (long)spot.top.block);
	json_field_number(j, "top_byte", (long)spot.top.byte);
	json_field_number(j, "top_gap", (long)spot.top_gap);
	json_field_number(j, "top_note", (long)spot.top_note);
	json_field_number(j, "home", spot.home);
	json_object_end(j);
	arena_release(&arena);
}

static void
write_others(struct session *s, struct json *j)
{
	size_t n = 0;

	for (size_t i = s->documents.n; i-- > 0 && n < SCREEN_OPEN_MOST;) {
		if (pane_with(s, i) != SLICE_NONE)
			continue;
		json_object(j);
		write_document(j, &s->documents.v[i]);
		json_object_end(j);
		n++;
	}
}

static void
write_lines(const struct prompt *p, struct json *j)
{
	size_t n = p->history.n < SCREEN_LINES_MOST ? p->history.n : SCREEN_LINES_MOST;

	for (size_t i = p->history.n - n; i < p->history.n; i++)
		json_string(j, slice_from(p->history.v[i]));
}

void
screen_save(struct session *s, struct buf *out)
{
	struct buf tiles = { 0 };
	size_t focus = s->focus;
	struct json j;

	tiles_add_text(&s->tiles, &tiles);
	json_init(&j, out);
	json_object(&j);
	json_field(&j, "tiles", buf_slice(&tiles));
	json_field_number(&j, "focus", (long)session_pane(s)->id);
	json_field_number(&j, "zoomed", s->tiles.is_zoomed);
	json_field_str(&j, "tandem", tandem_names[s->tandem.kind]);
	json_field_number(&j, "left", (long)s->tandem.pane[SIDE_LEFT]);
	json_field_number(&j, "right", (long)s->tandem.pane[SIDE_RIGHT]);
	json_key(&j, "panes");
	json_array(&j);
	for (s->focus = 0; s->focus < s->panes.n; s->focus++)
		write_pane(s, &j);
	s->focus = focus;
	json_array_end(&j);
	json_key(&j, "open");
	json_array(&j);
	write_others(s, &j);
	json_array_end(&j);
	json_key(&j, "lines");
	json_array(&j);
	write_lines(&s->prompt, &j);
	json_array_end(&j);
	json_object_end(&j);
	buf_release(&tiles);
}

/* -------------------------------------------------------------------------- restore */

/* Shows the document in the pane with the focus; false if it is not held in that language. */
static bool
bring(struct session *s, const struct jsonread *from)
{
	struct slice key = jsonread_string(from, "document"), language = jsonread_string(from, "language");
	size_t open = document_find_version(s, key, language);
	struct library_document held;
	struct arena arena = { 0 };
	struct doc *d = NULL;

	if (open != SLICE_NONE) {
		session_show(s, open);
		return true;
	}
	if (library_find(s->settings.library, key, language, language, &arena, &held, NULL) == STATUS_OK &&
	    slice_eq(held.language, language) &&
	    library_load(s->settings.library, held.id, &d, NULL) == STATUS_OK) {
		session_open(s, d, slice_from(NULL));
		session_document(s)->is_held = true;
	}
	arena_release(&arena);
	return d != NULL;
}

static size_t
number(const struct jsonread *from, const char *key)
{
	long n = jsonread_number(from, key);

	return n > 0 ? (size_t)n : 0;
}

static bool
is_place(const struct doc *d, struct place at)
{
	return at.block < d->n_blocks && at.byte <= doc_block(d, at.block)->text.len;
}

/* The very rows if the text is the same, else the same words. */
static void
put_place(struct session *s, const struct jsonread *from)
{
	struct reader *r = &session_document(s)->reader;
	struct reader_spot spot = { .current = { number(from, "block"), number(from, "byte") },
		                    .top = { number(from, "top"), number(from, "top_byte") },
		                    .top_gap = number(from, "top_gap"),
		                    .top_note = number(from, "top_note"),
		                    .home = (int)(number(from, "home") % 10000) };
	struct kept_place at = { .eid = jsonread_string(from, "eid"),
		                 .quote = jsonread_string(from, "quote"),
		                 .block = (long)spot.current.block,
		                 .byte = (long)spot.current.byte };

	if (slice_is(jsonread_string(from, "sha256"), r->doc->sha256) && is_place(r->doc, spot.current) &&
	    is_place(r->doc, spot.top))
		reader_restore(r, &spot);
	else
		reader_jump(r, mark_find(r->doc, &at));
	r->has_last = false;
}

/* A pane for each document that is still held; the others give up their room. */
static void
make_panes(struct session *s, const struct jsonread *panes)
{
	bool first = true;

	for (const struct jsonread *p = panes ? panes->first : NULL; p; p = p->next) {
		unsigned id = (unsigned)number(p, "pane");

		if (!first)
			pane_add(s);
		s->focus = s->panes.n - 1;
		session_pane(s)->id = id;
		if (id > 0 && tiles_has(&s->tiles, id) && bring(s, p)) {
			first = false;
			s->panes_made = id > s->panes_made ? id : s->panes_made;
			continue;
		}
		if (tiles_has(&s->tiles, id))
			tiles_close(&s->tiles, id);
		if (!first)
			pane_release(s, &s->panes.v[--s->panes.n]);
	}
}

/* Nothing stands on the screen without a pane, and no pane twice. */
static bool
is_sound(const struct session *s)
{
	for (size_t i = 0; i < s->panes.n; i++)
		for (size_t k = 0; k < i; k++)
			if (s->panes.v[i].id == s->panes.v[k].id)
				return false;
	return s->panes.n == tiles_count(&s->tiles);
}

static const struct jsonread *
pane_in(const struct jsonread *panes, unsigned id)
{
	for (const struct jsonread *p = panes->first; p; p = p->next)
		if (number(p, "pane") == id)
			return p;
	return NULL;
}

static void
put_tandem(struct session *s, const struct jsonread *from)
{
	unsigned left = (unsigned)number(from, "left"), right = (unsigned)number(from, "right");

	for (int kind = TANDEM_NONE + 1; kind < TANDEMS; kind++)
		if (slice_is(jsonread_string(from, "tandem"), tandem_names[kind]) && left != right &&
		    tiles_has(&s->tiles, left) && tiles_has(&s->tiles, right)) {
			pane_focus(s, left);
			tandem_start(s, (enum tandem_kind)kind, right);
		}
}

static void
put_all(struct session *s, const struct jsonread *from)
{
	const struct jsonread *panes = jsonread_get(from, "panes");

	pane_fit_all(s);
	put_tandem(s, from);
	for (s->focus = 0; s->focus < s->panes.n; s->focus++)
		put_place(s, pane_in(panes, session_pane(s)->id));
	s->focus = 0;
	pane_focus(s, (unsigned)number(from, "focus"));
	s->tiles.is_zoomed = jsonread_number(from, "zoomed") == 1 && s->panes.n > 1;
	pane_fit_all(s);
}

/* Documents that no pane showed are open again behind the one that has the focus. */
static void
open_others(struct session *s, const struct jsonread *others)
{
	size_t document = session_pane(s)->document, n = 0;

	for (const struct jsonread *p = others ? others->first : NULL; p && n < SCREEN_OPEN_MOST;
	     p = p->next, n++)
		bring(s, p);
	session_show(s, document);
}

static void
start_anew(struct session *s)
{
	while (s->panes.n > 1)
		pane_release(s, &s->panes.v[--s->panes.n]);
	s->focus = 0;
	tiles_init(&s->tiles, session_pane(s)->id);
	pane_fit_all(s);
}

bool
screen_restore(struct session *s, struct slice json)
{
	struct arena arena = { 0 };
	struct jsonread from;
	const struct jsonread *panes;
	size_t at;
	bool good;

	if (!s->settings.library || !jsonread_text(json, &arena, &from, &at)) {
		arena_release(&arena);
		return false;
	}
	panes = jsonread_get(&from, "panes");
	good = tiles_read_text(&s->tiles, jsonread_string(&from, "tiles")) && panes;
	if (good)
		make_panes(s, panes);
	good = good && s->documents.n > 0;
	if (good && is_sound(s)) {
		open_others(s, jsonread_get(&from, "open"));
		put_all(s, &from);
	} else {
		start_anew(s);
	}
	arena_release(&arena);
	return good;
}

void
screen_recall(struct session *s, struct slice json)
{
	struct arena arena = { 0 };
	const struct jsonread *lines = NULL;
	struct jsonread from;
	size_t at;

	if (jsonread_text(json, &arena, &from, &at))
		lines = jsonread_get(&from, "lines");
	for (const struct jsonread *l = lines ? lines->first : NULL; l; l = l->next)
		if (l->type == JSONREAD_STRING)
			prompt_remember(&s->prompt, l->text);
	arena_release(&arena);
}
