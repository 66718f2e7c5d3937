/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/file.h"
#include "base/sha256.h"
#include "command_priv.h"
#include "import/import.h"

/* In words what a person is to do about it. */
static enum status
not_here(const struct reference *r, struct err *err)
{
	return err_set(err, STATUS_MISSING,
	               "%.*s: is not in the library, and no file of that name is here; see duan add",
	               "%.*s：文献库中没有这份文件，此处也没有这个文件名；可用 duan add 添加",
	               SLICE_ARG(r->whole));
}

/* The document held that has the bytes of this file. */
static enum status
find_by_bytes(struct library *l, const char *path, struct arena *arena,
              struct library_document *out, struct err *err)
{
	struct buf bytes = { 0 };
	enum status status = file_read(path, &bytes, err);
	char hex[65];

	if (status == STATUS_OK) {
		sha256_hex(buf_slice(&bytes), hex);
		status = library_find(l, arena_printf(arena, "sha256:%s", hex), SLICE(""), SLICE(""), arena,
		                      out, err);
		if (status == STATUS_MISSING)
			(void)err_set(err, status, "%s: is not in the library; add it first: duan add",
			              "%s：不在文献库中，请先用 duan add 添加", path);
	}
	buf_release(&bytes);
	return status;
}

enum status
document_held(const struct call *call, const struct reference *r, struct arena *arena,
              struct library_document *out, struct err *err)
{
	struct library *l;
	enum status status = shelf_open(call->settings, &l, err);

	if (status != STATUS_OK)
		return status;
	if (r->is_file)
		return find_by_bytes(l, arena_copy(arena, r->whole).p, arena, out, err);
	status = library_find(l, r->name, r->language, shelf_language(call->settings), arena, out, err);
	return status == STATUS_MISSING ? not_here(r, err) : status;
}

enum status
document_open(const struct call *call, const char *argument, struct doc **out, struct slice *place,
              struct err *err)
{
	struct library_document held;
	struct arena arena = { 0 };
	struct reference r;
	struct library *l;
	enum status status;

	reference_read(argument, &r);
	*place = r.place;
	if (r.is_file || !reference_is_symbol(&r)) {
		status = import_file(&call->settings->convert, arena_copy(&arena, r.whole).p, out, err);
	} else {
		status = document_held(call, &r, &arena, &held, err);
		if (status == STATUS_OK)
			status = shelf_open(call->settings, &l, err);
		if (status == STATUS_OK)
			status = library_load(l, held.id, out, err);
	}
	arena_release(&arena);
	return status;
}

/* "!annex_1" or "annex_1": all of it is meant. */
static bool
is_component(struct slice place, struct slice component)
{
	return component.len > 0 &&
	       slice_eq(slice_starts(place, "!") ? slice_skip(place, 1) : place, component);
}

static bool
belongs(const struct block *first, const struct block *b)
{
	if (first->kind == BLOCK_HEADING)
		return b->kind != BLOCK_HEADING || b->level > first->level;
	return b->kind == BLOCK_ITEM && (first->kind != BLOCK_ITEM || b->level > first->level);
}

enum status
document_part(const struct doc *d, struct slice place, size_t *start, size_t *end, struct err *err)
{
	const struct block *first;
	bool whole;

	*start = 0;
	*end = d->n_blocks;
	if (place.len == 0)
		return STATUS_OK;
	*start = doc_find(d, place);
	if (*start == SLICE_NONE)
		return err_set(err, STATUS_MISSING,
		               "%.*s: there is no place %.*s; see show --outline",
		               "%.*s：没有 %.*s 这一处，见 show --outline", SLICE_ARG(d->name),
		               SLICE_ARG(place));
	first = doc_block(d, *start);
	whole = is_component(place, first->component);
	for (*end = *start + 1; *end < d->n_blocks; (*end)++) {
		const struct block *b = doc_block(d, *end);

		if (!slice_eq(b->component, first->component) || (!whole && !belongs(first, b)))
			break;
	}
	return STATUS_OK;
}
