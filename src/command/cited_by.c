/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cite/target.h"
#include "command_priv.h"

/* "art_13", or "13" as a person types it: of a treaty an article, else a paragraph. */
static void
read_place(const struct target *t, struct buf *place)
{
	struct buf typed = { 0 };
	long number;

	target_place(t, &typed);
	if (t->scheme == TARGET_TREATY && typed.len > 0 &&
	    slice_number(buf_slice(&typed), &number) == typed.len)
		buf_addf(place, "art_%ld", number);
	else
		doc_place(buf_slice(&typed), place);
	buf_release(&typed);
}

/* "treaty:UNCAC#art_13", "res:CAC/COSP:7/5": a target as it stands in a citation. */
static bool
read_target(struct slice argument, struct buf *key, struct buf *place)
{
	struct target t;

	if (!target_next(&argument, &t) || t.scheme == TARGET_OTHER || t.scheme == TARGET_SELF ||
	    t.scheme == TARGET_PREV)
		return false;
	target_key(&t, slice_from(NULL), key);
	read_place(&t, place);
	return true;
}

/* "UNCAC#13", if the library knows a treaty of that name. */
static bool
read_treaty(const struct call *call, const char *argument, struct buf *key, struct buf *place)
{
	struct link_count *counts;
	struct arena arena = { 0 };
	struct library *l;
	size_t n = 0;
	bool known = false;

	if (shelf_open(call->settings, &l, NULL) == STATUS_OK &&
	    read_target(arena_printf(&arena, "treaty:%s", argument), key, place))
		known = link_is_held(l, buf_slice(key)) ||
		        (link_counts(l, buf_slice(key), &arena, &counts, &n, NULL) == STATUS_OK && n > 0);
	if (!known) {
		buf_clear(key);
		buf_clear(place);
	}
	arena_release(&arena);
	return known;
}

/* A document need not be held to be cited; a file is known by its symbol. */
static enum status
read_document(const struct call *call, const char *argument, struct buf *key, struct buf *place,
              struct err *err)
{
	struct library_document held;
	struct arena arena = { 0 };
	struct reference r;
	struct slice symbol;
	enum status status = STATUS_OK;

	reference_read(argument, &r);
	symbol = r.name;
	if (r.is_file || !reference_is_symbol(&r) || slice_starts(r.name, "sha256:")) {
		if (!r.is_file && read_treaty(call, argument, key, place))
			return STATUS_OK;
		status = document_held(call, &r, &arena, &held, err);
		if (status == STATUS_OK)
			symbol = held.symbol;
	}
	if (status == STATUS_OK && symbol.len == 0)
		status = err_set(err, STATUS_MISSING, "%s: has no symbol, so nothing can cite it",
		                 "%s：没有文号，无从引用", argument);
	if (status == STATUS_OK) {
		library_key(symbol, key);
		doc_place(r.place, place);
	}
	arena_release(&arena);
	return status;
}

int
run_cited_by(const struct call *call)
{
	struct buf key = { 0 }, place = { 0 };
	struct links links = { 0 };
	struct arena arena = { 0 };
	enum status status = STATUS_OK;
	struct library *l;
	struct err err;

	if (call->words.n != 1)
		return output_usage(call->settings, "cited-by", "takes one document or place",
		                    "须指定一份文件或其中一处");
	if (!read_target(slice_from(call->words.v[0]), &key, &place))
		status = read_document(call, call->words.v[0], &key, &place, &err);
	if (status == STATUS_OK)
		status = shelf_open(call->settings, &l, &err);
	if (status == STATUS_OK)
		status = link_to(l, buf_slice(&key), buf_slice(&place), &arena, &links, &err);
	if (status == STATUS_OK)
		link_output(&links, output_has_flag(call, "--json"), true);
	else
		output_error(call->settings, &err);
	buf_release(&key);
	buf_release(&place);
	arena_release(&arena);
	return status == STATUS_OK ? EXIT_DONE : EXIT_REFUSED;
}
