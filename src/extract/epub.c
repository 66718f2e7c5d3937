/* SPDX-License-Identifier: ISC */
/*
 * EPUB: an archive of web pages.  META-INF/container.xml names the package, whose spine names the
 * pages in the order in which they are read.  What packs and parses DOCX serves here too.
 */
#include "config.h"

#include "extract/reader.h"

#include "base/map.h"
#include "docx_priv.h"
#include "html_priv.h"
#include "reader_priv.h"

#include <string.h>

#define PAGES_MOST 20000

struct epub {
	struct docx_archive archive;
	struct arena arena;
	struct slice package; /* its path; empty while none is known */
	struct map items;     /* id -> index into pages, plus 1 */
	struct map locked;    /* paths of what is encrypted */
	VEC(struct slice) pages;
	VEC(size_t) spine;    /* indexes into pages */
	struct html_text *text;
	struct extract *out;
};

/* ------------------------------------------------------------------- paths */

/* "%20" is a blank; a mark that is none stays. */
static void
add_decoded(struct slice path, struct buf *out)
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < path.len; i++) {
		const char *high = NULL, *low = NULL;

		if (path.p[i] == '%' && i + 2 < path.len) {
			high = strchr(digits, byte_to_lower(path.p[i + 1]));
			low = strchr(digits, byte_to_lower(path.p[i + 2]));
		}
		if (high && low && *high && *low) {
			buf_add_byte(out, (char)((high - digits) << 4 | (low - digits)));
			i += 2;
		} else {
			buf_add_byte(out, path.p[i]);
		}
	}
}

/* Leaves the folder that the path so far ends with. */
static void
go_up(struct buf *path)
{
	size_t n = path->len > 0 ? path->len - 1 : 0;

	while (n > 0 && path->p[n - 1] != '/')
		n--;
	buf_truncate(path, n);
}

/* The path within the archive of what a file in it calls `href`. */
static struct slice
resolve(struct epub *e, struct slice from, struct slice href)
{
	struct buf path = { 0 }, decoded = { 0 };
	struct slice rest, step, made;

	buf_add(&path, from);
	while (path.len > 0 && path.p[path.len - 1] != '/')
		buf_truncate(&path, path.len - 1);
	add_decoded(slice_sub(href, 0, slice_find_byte(href, '#', 0)), &decoded);
	rest = buf_slice(&decoded);
	if (slice_starts(rest, "/"))
		buf_clear(&path);
	while (slice_next(&rest, '/', &step)) {
		if (slice_is(step, ".."))
			go_up(&path);
		else if (step.len > 0 && !slice_is(step, "."))
			buf_addf(&path, "%.*s%s", SLICE_ARG(step), rest.len > 0 ? "/" : "");
	}
	made = arena_copy(&e->arena, buf_slice(&path));
	buf_release(&path);
	buf_release(&decoded);
	return made;
}

static struct slice
base_name(struct slice path)
{
	for (size_t i = path.len; i > 0; i--)
		if (path.p[i - 1] == '/')
			return slice_skip(path, i);
	return path;
}

/* ------------------------------------------------------------------- parts */

/* The first that is named. */
static void
on_container(void *context, const char *name, const char **attributes)
{
	struct epub *e = context;
	struct slice path = slice_from(docx_attribute(attributes, "full-path"));

	if (strcmp(name, "rootfile") == 0 && e->package.len == 0 && path.len > 0)
		e->package = arena_copy(&e->arena, path);
}

static void
on_encryption(void *context, const char *name, const char **attributes)
{
	struct epub *e = context;
	struct slice path = slice_from(docx_attribute(attributes, "URI"));

	if (strcmp(name, "CipherReference") == 0 && path.len > 0)
		*map_at(&e->locked, resolve(e, slice_from(NULL), path)) = 1;
}

static void
on_item(struct epub *e, const char **attributes)
{
	struct slice id = slice_from(docx_attribute(attributes, "id"));
	struct slice href = slice_from(docx_attribute(attributes, "href"));
	struct slice type = slice_from(docx_attribute(attributes, "media-type"));

	if (id.len == 0 || href.len == 0 || e->pages.n >= PAGES_MOST ||
	    (!slice_is(type, "application/xhtml+xml") && !slice_is(type, "text/html")))
		return;
	VEC_PUSH(&e->pages, resolve(e, e->package, href));
	*map_at(&e->items, arena_copy(&e->arena, id)) = (long)e->pages.n;
}

static void
on_package(void *context, const char *name, const char **attributes)
{
	struct epub *e = context;
	const long *page;

	if (strcmp(name, "item") == 0)
		on_item(e, attributes);
	if (strcmp(name, "itemref") != 0)
		return;
	page = map_find(&e->items, slice_from(docx_attribute(attributes, "idref")));
	if (page && *page > 0 && e->spine.n < PAGES_MOST)
		VEC_PUSH(&e->spine, (size_t)*page - 1);
	else if (page && *page > 0)
		e->out->cut++;
}

/* False if it is not there or is no sound XML. */
static bool
read_part(struct epub *e, const char *part,
          void (*start)(void *context, const char *name, const char **attributes))
{
	struct buf xml = { 0 };
	bool good = docx_part(&e->archive, part, &xml) &&
	            docx_parse(buf_slice(&xml), &(struct docx_handler){ start, NULL, NULL, e });

	buf_release(&xml);
	return good;
}

/* ------------------------------------------------------------------- pages */

/* A page that is missing is not passed over: nobody would see that it is. */
static enum extract_refusal
read_page(struct epub *e, struct slice path)
{
	struct buf bytes = { 0 };
	enum extract_refusal refusal = EXTRACT_READ;

	if (map_find(&e->locked, path))
		refusal = EXTRACT_ENCRYPTED;
	else if (docx_part(&e->archive, path.p, &bytes))
		(void)html_add(e->text, base_name(path), buf_slice(&bytes));
	else
		refusal = e->archive.too_big ? EXTRACT_TOO_BIG : EXTRACT_DAMAGED;
	buf_release(&bytes);
	return refusal;
}

/* Known before the first one is read: a page may come a thousand times. */
static bool
is_too_big(struct epub *e)
{
	size_t all = 0;

	for (size_t i = 0; i < e->spine.n && all <= DOCX_BYTES_MOST; i++)
		all += docx_part_size(&e->archive, e->pages.v[e->spine.v[i]].p);
	return all > DOCX_BYTES_MOST;
}

static enum extract_refusal
read_all(struct epub *e)
{
	enum extract_refusal refusal = EXTRACT_READ;

	if (!read_part(e, "META-INF/container.xml", on_container) || e->package.len == 0 ||
	    !read_part(e, e->package.p, on_package) || e->spine.n == 0)
		return e->archive.too_big ? EXTRACT_TOO_BIG : EXTRACT_DAMAGED;
	if (is_too_big(e))
		return EXTRACT_TOO_BIG;
	(void)read_part(e, "META-INF/encryption.xml", on_encryption);
	for (size_t i = 0; refusal == EXTRACT_READ && i < e->spine.n; i++)
		refusal = read_page(e, e->pages.v[e->spine.v[i]]);
	return refusal;
}

void
epub_read(struct slice bytes, struct extract *out)
{
	struct epub e = { .out = out, .text = html_begin(out) };
	bool is_open = docx_open(&e.archive, bytes);
	size_t letters;

	out->refusal = is_open ? read_all(&e) : EXTRACT_DAMAGED;
	letters = html_end(e.text);
	if (out->refusal == EXTRACT_READ && letters == 0)
		out->refusal = EXTRACT_NO_TEXT;
	docx_close(&e.archive);
	map_release(&e.items);
	map_release(&e.locked);
	VEC_RELEASE(&e.pages);
	VEC_RELEASE(&e.spine);
	arena_release(&e.arena);
}
