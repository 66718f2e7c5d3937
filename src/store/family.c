/* SPDX-License-Identifier: ISC */
/*
 * Relatives of a document.  Revisions, corrigenda and addenda are told by the symbol; a draft and
 * the report that came of it by the report's citing the draft.
 */
#include "config.h"

#include "store/link.h"

#include "base/map.h"
#include "base/vec.h"
#include "cite/symbol.h"
#include "library_priv.h"

#include <string.h>

struct family {
	struct library *library;
	struct arena *arena;
	struct slice key; /* of the document asked for: "doc:a/70/1/add.1" */
	struct slice prefer; /* language of the relatives */
	struct map seen;  /* keys */
	VEC(struct link_relative) relatives;
};

/* The suffix that makes a symbol a relative of the one before it: "/Add.1". */
static bool
read_suffix(struct slice key, size_t *start, enum link_relation *relation)
{
	static const struct {
		const char *start;
		enum link_relation relation;
	} suffixes[] = { { "rev.", LINK_REVISION },
		         { "corr.", LINK_CORRIGENDUM },
		         { "add.", LINK_ADDENDUM },
		         { "amend.", LINK_REVISION } };
	const char *slash = memrchr(key.p, '/', key.len);

	*start = slash ? (size_t)(slash - key.p) : key.len;
	for (size_t i = 0; slash && i < sizeof suffixes / sizeof *suffixes; i++)
		if (slice_starts(slice_skip(key, *start + 1), suffixes[i].start)) {
			*relation = suffixes[i].relation;
			return true;
		}
	return false;
}

/* Without any such suffix. */
static struct slice
stem_of(struct slice key)
{
	enum link_relation relation;
	size_t start;

	while (read_suffix(key, &start, &relation))
		key = slice_sub(key, 0, start);
	return key;
}

/* As it is spelt in a document held or in a citation; "" if it is not known of. */
static enum status
find_known(struct family *f, struct slice key, struct library_document *out, struct err *err)
{
	enum status status = library_find(f->library, slice_skip(key, 4), SLICE(""), f->prefer, f->arena,
	                                  out, err);
	sqlite3_stmt *s;
	int code;

	if (status != STATUS_MISSING)
		return status;
	*out = (struct library_document){ 0 };
	s = library_ask(f->library, QUERY_TARGET, key, err);
	if (!s)
		return db_failed(err);
	code = sqlite3_step(s);
	if (code == SQLITE_ROW)
		out->symbol = slice_skip(db_column_text(s, 0, f->arena), 4);
	return db_end(f->library->db, s, code, err);
}

static enum status
add_key(struct family *f, enum link_relation relation, struct slice key, struct err *err)
{
	struct link_relative r = { .relation = relation };
	enum status status;

	if (slice_eq(key, f->key) || map_find(&f->seen, key))
		return STATUS_OK;
	key = arena_copy(f->arena, key);
	*map_at(&f->seen, key) = 1;
	status = find_known(f, key, &r.document, err);
	if (status == STATUS_OK && r.document.symbol.len > 0)
		VEC_PUSH(&f->relatives, r);
	return status;
}

static enum status
add_languages(struct family *f, struct err *err)
{
	struct library_documents versions;
	enum status status = library_versions(f->library, slice_skip(f->key, 4), f->arena, &versions, err);

	for (size_t i = 0; status == STATUS_OK && i < versions.n; i++)
		VEC_PUSH(&f->relatives, ((struct link_relative){ LINK_LANGUAGE, versions.v[i] }));
	return status;
}

static enum status
add_parents(struct family *f, struct err *err)
{
	enum status status = STATUS_OK;
	struct slice key = f->key;
	enum link_relation relation;
	size_t start;

	while (status == STATUS_OK && read_suffix(key, &start, &relation)) {
		key = slice_sub(key, 0, start);
		status = add_key(f, relation == LINK_REVISION ? LINK_EARLIER : LINK_PARENT, key, err);
	}
	return status;
}

/* Everything below the stem that is held or cited. */
static enum status
add_branches(struct family *f, struct err *err)
{
	struct slice stem = stem_of(f->key);
	struct slice from = arena_printf(f->arena, "%.*s/", SLICE_ARG(stem));
	struct slice to = arena_printf(f->arena, "%.*s0", SLICE_ARG(stem)); /* '0' comes after '/' */
	sqlite3_stmt *s = library_ask(f->library, QUERY_BRANCHES, from, err);
	VEC(struct slice) keys = { 0 };
	enum status status;
	int code;

	if (!s)
		return db_failed(err);
	db_bind_text(s, 2, to);
	while ((code = sqlite3_step(s)) == SQLITE_ROW)
		VEC_PUSH(&keys, db_column_text(s, 0, f->arena));
	status = db_end(f->library->db, s, code, err);
	for (size_t i = 0; i < keys.n && status == STATUS_OK; i++) {
		enum link_relation relation;
		size_t start;

		if (read_suffix(keys.v[i], &start, &relation))
			status = add_key(f, relation, keys.v[i], err);
	}
	VEC_RELEASE(&keys);
	return status;
}

static bool
is_report(struct slice title)
{
	static const char *const words[] = { "报告", "Report of", "report of", "Rapport", "Informe",
		                             "Доклад", "تقرير" };

	return slice_has_one(title, words, sizeof words / sizeof *words);
}

/* "doc:cfw/cop/2024" of "doc:cfw/cop/2024/l.1/add.2": where the drafts of one session stand. */
static bool
read_series(struct slice key, struct slice *series)
{
	size_t at = slice_find(key, SLICE("/l."), 0);

	*series = slice_sub(key, 0, at);
	return at != SLICE_NONE;
}

/* Reports of the same series that cite this draft. */
static enum status
add_finals(struct family *f, struct slice series, struct err *err)
{
	struct slice start = arena_printf(f->arena, "%.*s/", SLICE_ARG(series));
	struct links links;
	enum status status = link_to(f->library, f->key, SLICE(""), f->arena, &links, err);

	for (size_t i = 0; status == STATUS_OK && i < links.n; i++) {
		struct buf key = { 0 };
		struct slice other;

		library_key(links.v[i].from.symbol, &key);
		if (slice_starts(buf_slice(&key), start.p) && is_report(links.v[i].from.title) &&
		    !read_series(buf_slice(&key), &other))
			status = add_key(f, LINK_FINAL, buf_slice(&key), err);
		buf_release(&key);
	}
	return status;
}

/* Drafts of its own series that the report cites. */
static enum status
add_drafts(struct family *f, const struct library_document *report, struct err *err)
{
	const char *slash = memrchr(f->key.p, '/', f->key.len);
	struct slice start = arena_printf(f->arena, "%.*s/l.",
	                                  SLICE_ARG(slice_of(f->key.p, (size_t)(slash - f->key.p))));
	struct links links;
	enum status status = link_from(f->library, report->id, f->arena, &links, err);

	for (size_t i = 0; status == STATUS_OK && i < links.n; i++) {
		struct slice target = links.v[i].target;
		struct buf key = { 0 };

		target = slice_sub(target, 0, slice_find_byte(target, '#', 0));
		target = slice_sub(target, 0, slice_find_byte(target, '!', 0));
		if (slice_starts(target, "doc:"))
			library_key(slice_skip(target, 4), &key);
		if (slice_starts(buf_slice(&key), start.p))
			status = add_key(f, LINK_DRAFT, buf_slice(&key), err);
		buf_release(&key);
	}
	return status;
}

static enum status
add_drafts_and_finals(struct family *f, struct err *err)
{
	struct library_document own;
	enum status status;
	struct slice series;

	if (read_series(f->key, &series))
		return add_finals(f, series, err);
	status = library_find(f->library, slice_skip(f->key, 4), SLICE(""), SLICE(""), f->arena, &own, err);
	if (status == STATUS_OK && is_report(own.title))
		return add_drafts(f, &own, err);
	return status == STATUS_MISSING ? STATUS_OK : status;
}

static enum status
add_all(struct family *f, struct err *err)
{
	enum status status = add_languages(f, err);

	if (status == STATUS_OK)
		status = add_parents(f, err);
	if (status == STATUS_OK)
		status = add_branches(f, err);
	if (status == STATUS_OK)
		status = add_drafts_and_finals(f, err);
	return status;
}

static enum status
add_later(struct family *f, struct err *err)
{
	enum status status = add_branches(f, err);
	struct slice series;

	if (status == STATUS_OK && read_series(f->key, &series))
		status = add_finals(f, series, err);
	return status;
}

static enum status
find(struct library *l, struct slice symbol, struct slice prefer, bool later, struct arena *arena,
     struct link_relative **out, size_t *n, struct err *err)
{
	struct family f = { .library = l, .prefer = prefer, .arena = arena };
	struct buf key = { 0 };
	enum status status;

	library_key(symbol, &key);
	f.key = buf_slice(&key);
	status = later ? add_later(&f, err) : add_all(&f, err);
	*n = f.relatives.n;
	*out = ARENA_ARRAY(arena, f.relatives.n, struct link_relative);
	if (f.relatives.n > 0)
		memcpy(*out, f.relatives.v, f.relatives.n * sizeof **out);
	VEC_RELEASE(&f.relatives);
	map_release(&f.seen);
	buf_release(&key);
	return status;
}

enum status
link_family(struct library *l, struct slice symbol, struct slice prefer, struct arena *arena,
            struct link_relative **out, size_t *n, struct err *err)
{
	return find(l, symbol, prefer, false, arena, out, n, err);
}

enum status
link_later(struct library *l, struct slice symbol, struct arena *arena, struct link_relative **out,
           size_t *n, struct err *err)
{
	return find(l, symbol, SLICE(""), true, arena, out, n, err);
}

const char *
link_relation_name(enum link_relation relation)
{
	static const char *const name[LINK_RELATIONS] = {
		[LINK_LANGUAGE] = "language", [LINK_PARENT] = "parent",
		[LINK_REVISION] = "revision", [LINK_CORRIGENDUM] = "corrigendum",
		[LINK_ADDENDUM] = "addendum", [LINK_DRAFT] = "draft",
		[LINK_FINAL] = "final", [LINK_EARLIER] = "earlier",
	};

	return name[relation];
}
