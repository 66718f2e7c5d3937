/* SPDX-License-Identifier: ISC */
/*
 * One document from the server to the library: tried in languages and formats, judged by what came,
 * kept as a file beside the library, so that the library can be made again.
 */
#include "config.h"

#include "fetch_priv.h"

#include "base/file.h"
#include "cite/address.h"
#include "cite/language.h"
#include "cite/symbol.h"
#include "extract/sniff.h"
#include "fetch/fetch.h"
#include "import/import.h"
#include "text/charset.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define BYTES_MOST ((size_t)128 << 20)
#define PAGE_BYTES 1000 /* of text: less, without numbers, in HTML or text is the server's word, no document */
#define FOLDER "fetched"

/* One request. */
struct attempt {
	const struct fetch_means *means;
	const struct fetch_wanted *wanted;
	struct slice language, format;
	struct slice name; /* for words: "A/70/1@zh", "A/70/1" in any language */
	struct arena *arena;
};

bool
fetch_is_interrupted(void)
{
	sigset_t pending;

	return sigpending(&pending) == 0 && sigismember(&pending, SIGINT) == 1;
}

/* A line that is written over. */
static bool
watch(void *context, size_t got, size_t total)
{
	const struct attempt *a = context;

	if (!a->means->shows_progress)
		return !fetch_is_interrupted();
	fprintf(stderr, "\r%.*s  %.1f", SLICE_ARG(a->name), (double)got / 1e6);
	if (total > 0)
		fprintf(stderr, "/%.1f", (double)total / 1e6);
	fputs(" MB   ", stderr);
	return !fetch_is_interrupted();
}

static void
end_progress(const struct attempt *a)
{
	if (a->means->shows_progress)
		fprintf(stderr, "\r%*s\r", (int)a->name.len + 24, "");
}

/* ---------------------------------------------------------------------------- what came */

static const char *
extension(enum sniff_format format)
{
	return format == SNIFF_TEXT ? "txt" : sniff_name(format);
}

static enum status
refuse_format(const struct attempt *a, struct slice bytes, struct err *err)
{
	enum sniff_format format = sniff_bytes(bytes);

	if (format != SNIFF_TEXT && !sniff_has_reader(format) && convert_of(format) == CONVERT_FORMATS)
		return err_set(err, STATUS_UNREADABLE, "%.*s: came as %s, which is not read yet",
		               "%.*s：收到的是 %s 文件，尚不能读", SLICE_ARG(a->name), sniff_name(format));
	if (format == SNIFF_TEXT && charset_is_binary(bytes))
		return err_set(err, STATUS_UNREADABLE, "%.*s: what came is neither PDF, DOCX, HTML, EPUB nor text",
		               "%.*s：收到的不是 PDF、DOCX、HTML、EPUB 或文本", SLICE_ARG(a->name));
	/* Readers repair what has lost its end, and do not say so. */
	if (format == SNIFF_PDF && slice_find(bytes, SLICE("%%EOF"), bytes.len > 2048 ? bytes.len - 2048 : 0) ==
	                                   SLICE_NONE)
		return err_set(err, STATUS_UNREADABLE, "%.*s: the PDF that came has no end; try again",
		               "%.*s：收到的 PDF 不完整，请再试", SLICE_ARG(a->name));
	return STATUS_OK;
}

static size_t
text_bytes(const struct doc *d)
{
	size_t sum = 0;

	for (size_t i = 0; i < d->n_blocks; i++)
		sum += doc_block(d, i)->text.len;
	return sum;
}

static bool
has_symbol(const struct doc *d, struct slice symbol)
{
	for (size_t i = 0; i < d->n_symbols; i++)
		if (symbol_same(d->symbols[i], symbol))
			return true;
	return false;
}

/* A file that names no symbol of its own is the one whose address it has. */
static void
name_after_address(struct doc *d, struct slice symbol)
{
	d->symbols = ARENA_ARRAY(&d->arena, 1, struct slice);
	d->symbols[0] = arena_copy(&d->arena, symbol);
	d->n_symbols = 1;
	d->body = arena_copy(&d->arena, symbol_root(d->symbols[0]));
	diag_add(&d->diag, DIAG_NOTE, 0, 0, "the document's symbol, %.*s, was taken from its address",
	         "文件编号 %.*s 取自网址", SLICE_ARG(symbol));
}

/* Servers say "not found" in pages that look like success. */
static enum status
judge(const struct attempt *a, enum sniff_format format, struct doc *d, struct err *err)
{
	bool may_be_page = format == SNIFF_HTML || format == SNIFF_TEXT;
	bool is_bare = d->n_numbered == 0 && text_bytes(d) < PAGE_BYTES;

	if (may_be_page && (is_bare || !has_symbol(d, a->wanted->symbol)))
		return err_set(err, STATUS_UNREADABLE,
		               "%.*s: what came is a page of the server, not the document",
		               "%.*s：收到的是服务器的网页，不是文件本身", SLICE_ARG(a->name));
	if (d->n_symbols > 0 && !has_symbol(d, a->wanted->symbol))
		return err_set(err, STATUS_UNREADABLE, "%.*s: what came is %.*s",
		               "%.*s：收到的是 %.*s", SLICE_ARG(a->name), SLICE_ARG(d->symbols[0]));
	if (d->n_symbols == 0)
		name_after_address(d, a->wanted->symbol);
	return STATUS_OK;
}

/* ------------------------------------------------------------------------------- keeping */

/* "A_70_1.zh.pdf" in a folder beside the library. */
static enum status
file_path(const struct attempt *a, const struct doc *d, enum sniff_format format, struct buf *out,
          struct err *err)
{
	const char *library = library_name(a->means->library);
	struct slice symbol = a->wanted->symbol, language = d->language;
	size_t folder = strlen(library) - file_base_name(library).len;
	enum status status;

	buf_add(out, slice_of(library, folder));
	buf_add_str(out, FOLDER);
	status = file_make_folder(buf_str(out), err);
	if (status != STATUS_OK)
		return status;
	buf_add_byte(out, '/');
	for (size_t i = 0; i < symbol.len; i++) {
		char c = symbol.p[i];

		buf_add_byte(out, byte_is_alnum(c) || (c && strchr("().-", c)) ? c : '_');
	}
	buf_addf(out, ".%.*s.%s", SLICE_ARG(language.len > 0 ? language : a->language),
	         extension(format));
	return STATUS_OK;
}

/* Notes on what was there before look for their place in the new text. */
static void
find_notes(const struct attempt *a, const struct doc *d, struct fetch_got *out)
{
	struct err err;

	if (a->means->notes && out->change.what != LIBRARY_KEPT &&
	    reattach_document(a->means->notes, d, a->arena, &out->notes, &err) != STATUS_OK)
		output_error(a->means->call->settings, &err);
}

static enum status
store(const struct attempt *a, const char *path, struct doc *d, struct slice bytes,
      struct fetch_got *out, struct err *err)
{
	bool was_there = access(path, F_OK) == 0;
	enum status status = file_write(path, bytes, err);

	if (status != STATUS_OK)
		return status;
	d->name = arena_copy(&d->arena, file_base_name(path));
	status = library_add(a->means->library, d, slice_from(path), a->arena, &out->change, err);
	if (!was_there &&
	    (status != STATUS_OK || out->change.what == LIBRARY_SAME || out->change.what == LIBRARY_KEPT))
		unlink(path);
	if (status != STATUS_OK)
		return status;
	find_notes(a, d, out);
	return library_get(a->means->library, out->change.id, a->arena, &out->held, err);
}

static enum status
add(const struct attempt *a, struct slice bytes, struct fetch_got *out, struct err *err)
{
	enum sniff_format format = sniff_bytes(bytes);
	struct buf copy = { 0 }, path = { 0 };
	struct doc *d = NULL;
	enum status status = refuse_format(a, bytes, err);

	if (status != STATUS_OK)
		return status;
	buf_add(&copy, bytes);
	status = import_begun(&a->means->call->settings->convert, NULL, &copy, NULL, a->name, &d, err);
	if (status == STATUS_OK)
		status = judge(a, format, d, err);
	if (status == STATUS_OK)
		status = file_path(a, d, format, &path, err);
	if (status == STATUS_OK)
		status = store(a, buf_str(&path), d, bytes, out, err);
	buf_release(&path);
	doc_free(d);
	return status;
}

/* ------------------------------------------------------------------------------- trying */

static struct slice
pattern_of(const struct fetch_means *m)
{
	const struct buf *set = &m->call->settings->fetch_from;

	return set->len > 0 ? buf_slice(set) : SLICE(FETCH_FROM);
}

static enum status
try(struct attempt *a, struct fetch_got *out, struct err *err)
{
	struct buf address = { 0 }, bytes = { 0 };
	struct fetch_request request = { .name = a->name,
		                         .seconds = a->means->call->settings->fetch_seconds,
		                         .bytes_most = BYTES_MOST,
		                         .watch = watch,
		                         .context = a };
	enum status status;

	address_fill(pattern_of(a->means), a->wanted->symbol, a->language, a->format, &address);
	request.address = buf_str(&address);
	status = fetch_run(&request, &bytes, err);
	end_progress(a);
	if (status == STATUS_OK)
		status = add(a, buf_slice(&bytes), out, err);
	if (status == STATUS_OK)
		out->address = arena_copy(a->arena, buf_slice(&address));
	buf_release(&bytes);
	buf_release(&address);
	return status;
}

/* Another language or format may do. */
static bool
is_absence(enum status status)
{
	return status == STATUS_MISSING || status == STATUS_UNREADABLE;
}

/* PDF, which has pages to cite; else what the text was written in, where the server knows it. */
static enum status
try_formats(struct attempt *a, bool is_first, struct fetch_got *out, struct err *err)
{
	bool has_formats = slice_find(pattern_of(a->means), SLICE("{format}"), 0) != SLICE_NONE;
	struct err other;
	enum status status;

	a->format = SLICE("pdf");
	status = try(a, out, err);
	if (!has_formats || !is_first || !is_absence(status))
		return status;
	a->format = SLICE("doc");
	status = try(a, out, &other);
	if (status != STATUS_OK && (!is_absence(status) || err->status == STATUS_MISSING))
		*err = other;
	return status == STATUS_OK ? status : err->status;
}

static bool
has_languages(struct slice pattern)
{
	return slice_find(pattern, SLICE("{language}"), 0) != SLICE_NONE ||
	       slice_find(pattern, SLICE("{symbol}"), 0) == SLICE_NONE;
}

/* That of the interface first.  They lie in the arena. */
static size_t
list_languages(const struct attempt *a, struct slice first, struct slice **out)
{
	size_t n = 0, all = 0;

	while (language_at(all).len > 0)
		all++;
	*out = ARENA_ARRAY(a->arena, all + 1, struct slice);
	(*out)[n++] = first;
	if (a->wanted->language.len > 0 || !has_languages(pattern_of(a->means)))
		return n;
	for (size_t i = 0; i < all; i++)
		if (!slice_eq(first, language_at(i)))
			(*out)[n++] = language_at(i);
	return n;
}

static void
add_missing(struct attempt *a, struct fetch_got *out)
{
	out->missing = arena_printf(a->arena, "%.*s%s%.*s", SLICE_ARG(out->missing),
	                            out->missing.len > 0 ? ", " : "", SLICE_ARG(a->language));
}

/* It may be held, and then nobody is asked. */
static bool
is_held(const struct attempt *a, struct fetch_got *out)
{
	out->change.what = LIBRARY_SAME;
	return library_find(a->means->library, a->wanted->symbol, a->language, a->language, a->arena,
	                    &out->held, NULL) == STATUS_OK;
}

enum status
fetch_get(const struct fetch_means *m, const struct fetch_wanted *w, struct arena *arena,
          struct fetch_got *out, struct err *err)
{
	struct slice chosen = w->language.len > 0 ? w->language : shelf_language(m->call->settings);
	struct attempt a = { .means = m, .wanted = w, .arena = arena, .language = chosen };
	enum status status = STATUS_MISSING;
	struct slice *languages;
	struct err other;
	size_t n = list_languages(&a, chosen, &languages);

	*out = (struct fetch_got){ 0 };
	for (size_t i = 0; i < n; i++) {
		a.language = languages[i];
		a.name = n == 1 ? arena_printf(arena, "%.*s@%.*s", SLICE_ARG(w->symbol), SLICE_ARG(chosen))
		                : w->symbol;
		if (is_held(&a, out))
			return STATUS_OK;
		status = try_formats(&a, i == 0, out, &other);
		if (status == STATUS_OK)
			return status;
		if (i == 0 || !is_absence(status) ||
		    (err->status == STATUS_MISSING && status == STATUS_UNREADABLE))
			*err = other; /* what says most */
		if (!is_absence(status))
			return status;
		add_missing(&a, out);
	}
	return err->status;
}
