/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "annotation/exchange.h"

#include "base/vec.h"
#include "exchange_priv.h"

#include <string.h>

#define FORMAT "duan-notes"

const char *
exchange_name(enum exchange_result result)
{
	static const char *const names[EXCHANGE_RESULTS] = { "new", "same", "conflict", "replaced" };

	return names[result];
}

void
exchange_add_json(const struct note_list *list, struct buf *out)
{
	buf_add_str(out, "{\"format\":\"" FORMAT "\",\"version\":1,\"notes\":[");
	for (size_t i = 0; i < list->n; i++) {
		buf_add_str(out, i > 0 ? ",\n" : "\n");
		note_add_json(&list->v[i], out);
	}
	buf_add_str(out, "\n]}\n");
}

struct reading {
	struct arena *arena;
	VEC(struct note) notes;
	size_t n_left_out;
};

static void
take(struct reading *r, const struct note *note, bool good)
{
	if (good)
		VEC_PUSH(&r->notes, *note);
	else
		r->n_left_out++;
}

static void
read_own(struct reading *r, const struct jsonread *notes)
{
	for (const struct jsonread *v = notes->first; v; v = v->next) {
		struct note note;
		bool good = note_read_json(v, r->arena, &note);

		take(r, &note, good);
	}
}

static void
read_annotations(struct reading *r, const struct jsonread *list)
{
	for (const struct jsonread *v = list->first; v; v = v->next) {
		struct note note;
		bool good = exchange_read_w3c(v, r->arena, &note);

		take(r, &note, good);
	}
}

/* False if it is nothing that is known. */
static bool
read_any(struct reading *r, const struct jsonread *v)
{
	const struct jsonread *notes = jsonread_get(v, "notes"), *items = jsonread_get(v, "items");
	const struct jsonread *first = jsonread_get(v, "first");
	struct note note;
	bool good;

	if (v->type == JSONREAD_ARRAY) {
		read_annotations(r, v);
	} else if (slice_is(jsonread_string(v, "format"), FORMAT) && notes) {
		read_own(r, notes);
	} else if (items || (items = jsonread_get(first, "items"))) {
		read_annotations(r, items);
	} else if (jsonread_get(v, "target")) {
		good = exchange_read_w3c(v, r->arena, &note);
		take(r, &note, good);
	} else {
		return false;
	}
	return true;
}

enum status
exchange_read(struct slice text, struct arena *arena, struct note_list *out, size_t *n_left_out,
              struct err *err)
{
	struct reading r = { .arena = arena };
	struct jsonread v;
	size_t at;

	*out = (struct note_list){ 0 };
	*n_left_out = 0;
	if (!jsonread_text(text, arena, &v, &at))
		return err_set(err, STATUS_UNREADABLE, "this is no JSON (byte %zu)", "不是 JSON（第 %zu 字节）",
		               at);
	if (!read_any(&r, &v))
		return err_set(err, STATUS_UNREADABLE, "this JSON holds no notes and no annotations",
		               "这份 JSON 中没有批注");
	out->n = r.notes.n;
	out->v = ARENA_ARRAY(arena, r.notes.n, struct note);
	if (out->n > 0)
		memcpy(out->v, r.notes.v, out->n * sizeof *out->v);
	*n_left_out = r.n_left_out;
	VEC_RELEASE(&r.notes);
	return STATUS_OK;
}

/* A person wrote the same. */
static bool
is_alike(const struct note *a, const struct note *b)
{
	return a->kind == b->kind && a->colour == b->colour && slice_eq(a->text, b->text) &&
	       slice_eq(a->tags, b->tags) && slice_eq(a->document, b->document) &&
	       slice_eq(a->language, b->language) && (a->trashed == 0) == (b->trashed == 0);
}

/* Only the whole id counts: what note_get() finds by its start is another note. */
static enum status
look(struct notes *n, const struct note *note, bool replaces, struct arena *arena,
     enum exchange_result *out, struct err *err)
{
	struct note there;
	enum status status = note_get(n, note->id, arena, &there, err);

	*out = EXCHANGE_NEW;
	if (status == STATUS_MISSING || (status == STATUS_OK && !slice_eq(there.id, note->id)))
		return STATUS_OK;
	if (status == STATUS_OK && is_alike(&there, note))
		*out = EXCHANGE_SAME;
	else if (status == STATUS_OK)
		*out = replaces ? EXCHANGE_REPLACED : EXCHANGE_CONFLICT;
	return status;
}

enum status
exchange_import(struct notes *n, const struct note_list *list, bool replaces, struct arena *arena,
                struct exchange_report *out, struct err *err)
{
	struct note *wanted = ARENA_ARRAY(arena, list->n, struct note);
	enum status status = STATUS_OK;
	size_t n_wanted = 0;

	*out = (struct exchange_report){ .result = ARENA_ARRAY(arena, list->n, enum exchange_result) };
	for (size_t i = 0; i < list->n && status == STATUS_OK; i++) {
		status = look(n, &list->v[i], replaces, arena, &out->result[i], err);
		out->count[out->result[i]]++;
		if (out->result[i] == EXCHANGE_NEW || out->result[i] == EXCHANGE_REPLACED)
			wanted[n_wanted++] = list->v[i];
	}
	return status == STATUS_OK ? note_put_all(n, wanted, n_wanted, err) : status;
}
