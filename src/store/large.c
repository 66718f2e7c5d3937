/* SPDX-License-Identifier: ISC */
/*
 * Documents too large to be read as a whole: their blocks come when somebody looks at them
 * (include/doc/backing.h), from the library as it was when they were opened.
 */
#include "config.h"

#include "cite/target.h"
#include "library_priv.h"

#include <stdlib.h>

#define LARGE_BYTES ((size_t)512 << 10) /* of the source */
#define LARGE_BLOCKS 4096
#define LINE_MOST ((size_t)1 << 20) /* bytes shown of a source line */

bool
large_is(const struct doc *d)
{
	return d->source.len >= LARGE_BYTES || d->n_blocks >= LARGE_BLOCKS;
}

/* ------------------------------------------------------------------ writing */

static void
add_number(struct buf *out, size_t n)
{
	for (int i = 0; i < 4; i++)
		buf_add_byte(out, (char)(unsigned char)(n >> (8 * i) & 0xFF));
}

static void
bind_numbers(sqlite3_stmt *s, int at, struct buf *list)
{
	sqlite3_bind_blob64(s, at, buf_str(list), list->len, SQLITE_STATIC);
}

static enum status
write_spine(struct library *l, const struct doc *d, int64_t id, struct err *err)
{
	sqlite3_stmt *s = library_ask_id(l, QUERY_ADD_SPINE, id, err);
	struct buf lengths = { 0 }, headings = { 0 }, numbered = { 0 };
	enum status status;

	if (!s)
		return db_failed(err);
	for (size_t i = 0; i < d->n_blocks; i++)
		add_number(&lengths, d->text_start[i + 1] - d->text_start[i]);
	for (size_t i = 0; i < d->n_headings; i++)
		add_number(&headings, d->headings[i]);
	for (size_t i = 0; i < d->n_numbered; i++)
		add_number(&numbered, d->numbered[i]);
	bind_numbers(s, 2, &lengths);
	bind_numbers(s, 3, &headings);
	bind_numbers(s, 4, &numbered);
	sqlite3_bind_int64(s, 5, d->last_number);
	sqlite3_bind_int64(s, 6, (sqlite3_int64)d->n_source_lines);
	status = db_run(l->db, s, err);
	buf_release(&lengths);
	buf_release(&headings);
	buf_release(&numbered);
	return status;
}

static void
add_place(struct slice component, struct slice eid, struct buf *out)
{
	target_place(&(struct target){ .component = component, .place = eid }, out);
}

enum status
large_write(struct library *l, const struct doc *d, int64_t id, struct err *err)
{
	enum status status = write_spine(l, d, id, err);
	struct buf place = { 0 };

	for (size_t i = 0; i < d->n_blocks && status == STATUS_OK; i++) {
		const struct block *b = doc_block(d, i);
		sqlite3_stmt *s;

		if (b->id.len == 0)
			continue;
		s = library_ask_id(l, QUERY_ADD_SPOT, id, err);
		if (!s) {
			status = db_failed(err);
			break;
		}
		buf_clear(&place);
		add_place(b->component, b->id, &place);
		db_bind_kept(s, 2, buf_slice(&place));
		sqlite3_bind_int64(s, 3, (sqlite3_int64)i);
		status = db_run(l->db, s, err);
	}
	buf_release(&place);
	return status;
}

/* ------------------------------------------------------------------ reading */

/* A connection of its own, in a transaction that keeps what it saw first. */
struct large {
	struct library *library;
	int64_t id;
};

static bool
fetch_words(void *self, size_t first, size_t n, struct arena *arena, struct block *out)
{
	struct large *g = self;
	sqlite3_stmt *s = read_ask_some(g->library, QUERY_SOME_WORDS, g->id, first, n, NULL);
	size_t got = 0;

	if (!s)
		return false;
	for (; got < n && sqlite3_step(s) == SQLITE_ROW; got++) {
		out[got].label = db_column_text(s, 0, arena);
		out[got].text = db_column_text(s, 1, arena);
	}
	sqlite3_reset(s);
	return got == n;
}

static bool
fetch_blocks(void *self, size_t first, size_t n, struct arena *arena, struct block *out)
{
	struct large *g = self;
	size_t got = n;

	return library_blocks(g->library, g->id, first, &got, arena, out, NULL) == STATUS_OK && got == n;
}

/* Line number `n` of the text, which begins with line number `first`. */
static struct slice
line_in(struct slice text, size_t first, size_t n)
{
	size_t start = 0;

	for (size_t line = first, at = 0; at < text.len; at++) {
		bool pair = text.p[at] == '\r' && at + 1 < text.len && text.p[at + 1] == '\n';

		if ((text.p[at] != '\n' && text.p[at] != '\r') || pair)
			continue;
		if (line == n)
			return slice_sub(text, start, at + 1);
		line++;
		start = at + 1;
	}
	return slice_skip(text, start);
}

static bool
fetch_line(void *self, size_t n, struct arena *arena, struct slice *out)
{
	struct large *g = self;
	sqlite3_stmt *s = library_ask_id(g->library, QUERY_SOURCE_OF_LINE, g->id, NULL);
	bool found;

	if (!s)
		return false;
	sqlite3_bind_int64(s, 2, (sqlite3_int64)n);
	found = sqlite3_step(s) == SQLITE_ROW;
	if (found) {
		const void *bytes = sqlite3_column_blob(s, 0);
		struct slice text = slice_of(bytes ? bytes : "", (size_t)sqlite3_column_bytes(s, 0));
		struct slice line = line_in(text, (size_t)sqlite3_column_int64(s, 1), n);

		*out = arena_copy(arena, slice_sub(line, 0, LINE_MOST));
	}
	sqlite3_reset(s);
	return found;
}

/* The first block of a component, whatever is named in it. */
static sqlite3_stmt *
ask_first(struct large *g, struct slice place, struct buf *above)
{
	sqlite3_stmt *s = library_ask_id(g->library, QUERY_FIRST_SPOT, g->id, NULL);

	if (!s)
		return NULL;
	buf_add(above, place);
	above->p[above->len - 1]++;
	db_bind_kept(s, 2, place);
	db_bind_kept(s, 3, buf_slice(above));
	return s;
}

static sqlite3_stmt *
ask_spot(struct large *g, struct slice place)
{
	sqlite3_stmt *s = library_ask_id(g->library, QUERY_SPOT, g->id, NULL);

	if (s)
		db_bind_kept(s, 2, place);
	return s;
}

static size_t
find_spot(void *self, struct slice component, struct slice eid)
{
	struct large *g = self;
	struct buf place = { 0 }, above = { 0 };
	size_t found = SLICE_NONE;
	sqlite3_stmt *s;

	add_place(component, eid, &place);
	s = eid.len > 0 ? ask_spot(g, buf_slice(&place)) : ask_first(g, buf_slice(&place), &above);
	if (s && sqlite3_step(s) == SQLITE_ROW && sqlite3_column_type(s, 0) != SQLITE_NULL)
		found = (size_t)sqlite3_column_int64(s, 0);
	if (s)
		sqlite3_reset(s);
	buf_release(&place);
	buf_release(&above);
	return found;
}

static void
close_large(void *self)
{
	struct large *g = self;

	library_close(g->library);
	free(g);
}

static const struct backing_source source = { fetch_blocks, fetch_words, fetch_line, find_spot, close_large };

static size_t
number_at(const unsigned char *p, size_t i)
{
	p += 4 * i;
	return (size_t)p[0] | (size_t)p[1] << 8 | (size_t)p[2] << 16 | (size_t)p[3] << 24;
}

/* A list of block numbers; those that are no blocks are left out. */
static size_t
read_numbers(sqlite3_stmt *s, int column, struct doc *d, size_t **out)
{
	const unsigned char *bytes = sqlite3_column_blob(s, column);
	size_t n = bytes ? (size_t)sqlite3_column_bytes(s, column) / 4 : 0, kept = 0;

	*out = ARENA_ARRAY(&d->arena, n, size_t);
	for (size_t i = 0; i < n; i++)
		if (number_at(bytes, i) < d->n_blocks)
			(*out)[kept++] = number_at(bytes, i);
	return kept;
}

static void
read_lengths(sqlite3_stmt *s, struct doc *d)
{
	const unsigned char *bytes = sqlite3_column_blob(s, 0);
	size_t n = bytes ? (size_t)sqlite3_column_bytes(s, 0) / 4 : 0;

	d->text_start = ARENA_ARRAY(&d->arena, d->n_blocks + 1, size_t);
	for (size_t i = 0; i < d->n_blocks; i++)
		d->text_start[i + 1] = d->text_start[i] + (i < n ? number_at(bytes, i) : 0);
}

static enum status
read_spine(struct library *l, int64_t id, struct doc *d, struct err *err)
{
	sqlite3_stmt *s = library_ask_id(l, QUERY_SPINE, id, err);
	int code;

	if (!s)
		return db_failed(err);
	code = sqlite3_step(s);
	if (code == SQLITE_ROW) {
		read_lengths(s, d);
		d->n_headings = read_numbers(s, 1, d, &d->headings);
		d->n_numbered = read_numbers(s, 2, d, &d->numbered);
		d->last_number = (long)sqlite3_column_int64(s, 3);
		d->n_source_lines = (size_t)sqlite3_column_int64(s, 4);
	}
	if (code == SQLITE_DONE) {
		sqlite3_reset(s);
		return STATUS_MISSING;
	}
	return db_end(l->db, s, code, err);
}

/* A second connection, whose view of the library does not change any more. */
static enum status
open_view(struct library *l, int64_t id, struct library **out, struct err *err)
{
	struct arena arena = { 0 };
	struct library_document head;
	enum status status = library_open(l->db->path, out, err);

	if (status != STATUS_OK)
		return status;
	status = library_begin(*out, QUERY_BEGIN_READ, err);
	if (status == STATUS_OK)
		status = library_get(*out, id, &arena, &head, err);
	if (status == STATUS_MISSING)
		status = err_set(err, STATUS_BUSY, "the document has just been replaced; try again",
		                 "文件刚被替换，请重试");
	arena_release(&arena);
	if (status != STATUS_OK)
		library_close(*out);
	return status;
}

enum status
large_read(struct library *l, int64_t id, struct doc *d, struct err *err)
{
	enum status status = read_spine(l, id, d, err);
	struct library *view;
	struct large *g;

	if (status != STATUS_OK)
		return status;
	status = open_view(l, id, &view, err);
	if (status != STATUS_OK)
		return status;
	g = mem_resize(NULL, sizeof *g);
	*g = (struct large){ .library = view, .id = id };
	d->backing = backing_new(&source, g, d->n_blocks);
	return STATUS_OK;
}
