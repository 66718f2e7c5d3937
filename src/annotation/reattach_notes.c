/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "annotation/reattach.h"

#include "base/sha256.h"

#include <string.h>

/* The quotation is of another language. */
static bool
is_foreign(const struct doc *d, const struct note *note)
{
	return note->scope != NOTE_DOCUMENT && note->version.len > 0 && d->language.len > 0 &&
	       !slice_eq(note->version, d->language);
}

static void
add_entry(struct reattach_report *r, const struct note *before, const struct note *after,
          enum reattach_result result)
{
	r->v[r->n++] = (struct reattach_entry){ *before, *after, result };
	r->count[result]++;
}

/* What a note becomes; `r` has room for it. */
static void
find_one(const struct flat *f, const struct note *note, struct arena *arena,
         struct reattach_report *r)
{
	struct reattach_found found;
	struct note after = *note;

	reattach_find(f, note, &found);
	reattach_apply(f, &found, arena, &after);
	add_entry(r, note, &after, found.result);
}

static void
start_report(struct reattach_report *r, size_t max, struct arena *arena)
{
	*r = (struct reattach_report){ .v = ARENA_ARRAY(arena, max, struct reattach_entry) };
}

enum status
reattach_document(struct notes *n, const struct doc *d, struct arena *arena,
                  struct reattach_report *out, struct err *err)
{
	struct flat *f = NULL;
	struct note_list list;
	struct note *after;
	enum status status = note_of_document(n, anchor_document(d, arena), slice_from(NULL), arena,
	                                      &list, err);

	if (status != STATUS_OK)
		return status;
	start_report(out, list.n, arena);
	after = ARENA_ARRAY(arena, list.n, struct note);
	for (size_t i = 0; i < list.n; i++) {
		if (slice_is(list.v[i].edition, d->sha256) || is_foreign(d, &list.v[i]))
			continue;
		if (!f)
			f = flat_new(d);
		find_one(f, &list.v[i], arena, out);
		after[out->n - 1] = out->v[out->n - 1].after;
	}
	flat_free(f);
	return note_settle(n, after, out->n, err);
}

/* The same copy has the same name whenever it is made. */
static struct slice
copy_id(struct slice id, struct slice document, struct arena *arena)
{
	struct slice both = arena_printf(arena, "%.*s\n%.*s", SLICE_ARG(id), SLICE_ARG(document));
	char hex[65];

	sha256_hex(both, hex);
	return arena_copy(arena, slice_of(hex, NOTE_ID_LEN));
}

/* A copy that was changed since it was made, or thrown away, stays as it is. */
static bool
is_there(struct notes *n, struct slice id, struct arena *arena)
{
	struct note there;

	return note_get(n, id, arena, &there, NULL) == STATUS_OK;
}

enum status
reattach_carry(struct notes *n, struct slice from, const struct doc *to, struct arena *arena,
               struct reattach_report *out, struct err *err)
{
	struct slice document = anchor_document(to, arena);
	struct flat *f;
	struct note_list list;
	struct note *copies;
	size_t n_copies = 0;
	enum status status = note_of_document(n, from, slice_from(NULL), arena, &list, err);

	if (status != STATUS_OK)
		return status;
	f = flat_new(to);
	start_report(out, list.n, arena);
	copies = ARENA_ARRAY(arena, list.n, struct note);
	for (size_t i = 0; i < list.n; i++) {
		struct note *copy;

		if (is_foreign(to, &list.v[i]))
			continue;
		find_one(f, &list.v[i], arena, out);
		copy = &out->v[out->n - 1].after;
		copy->id = copy_id(list.v[i].id, document, arena);
		copy->document = document;
		if (out->v[out->n - 1].result != REATTACH_ORPHAN && !is_there(n, copy->id, arena))
			copies[n_copies++] = *copy;
	}
	flat_free(f);
	return note_put_all(n, copies, n_copies, err);
}

static enum status
no_place(const struct note *note, struct err *err)
{
	return err_set(err, STATUS_MISSING,
	               "%.*s: nothing in the document is like what it was on; say where it belongs",
	               "%.*s：文件中没有与原处相似的文字，请指明位置", SLICE_ARG(note->id));
}

enum status
reattach_accept(struct notes *n, const struct doc *d, struct slice id,
                const struct anchor_range *range, struct arena *arena, struct note *out,
                struct err *err)
{
	struct flat *f;
	struct reattach_found found = { 0 };
	enum status status = note_get(n, id, arena, out, err);

	if (status != STATUS_OK)
		return status;
	f = flat_new(d);
	if (range) {
		found.has_range = true;
		found.range = *range;
	} else if (out->state == NOTE_CHANGED && anchor_show(d, out, &found.range)) {
		found.has_range = true;
	} else {
		reattach_find(f, out, &found);
	}
	if (found.has_range) {
		anchor_to_range(f, found.range, out->scope == NOTE_DOCUMENT ? NOTE_PARAGRAPH : out->scope,
		                arena, out);
		out->changed = 0;
		status = note_put(n, out, err);
	} else {
		status = no_place(out, err);
	}
	flat_free(f);
	return status;
}
