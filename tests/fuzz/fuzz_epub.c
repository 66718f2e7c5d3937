/* SPDX-License-Identifier: ISC */
/* A book whose package and page are given, one behind a line of "----" after the other, read and made
 * a document.  They are packed here: what is made up byte by byte has no sound check sums. */
#include "config.h"

#include "fuzz_format.h"
#include "reader_priv.h"

#include <zip.h>

static void
pack(zip_t *zip, const char *name, struct slice part)
{
	zip_source_t *source = zip_source_buffer(zip, part.p ? part.p : "", part.len, 0);

	fuzz_check(source && zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8) >= 0, "a part is packed");
}

static void
unload(zip_source_t *source, struct buf *out)
{
	zip_stat_t st;

	fuzz_check(zip_source_stat(source, &st) == 0 && zip_source_open(source) == 0, "it can be read");
	buf_reserve(out, st.size);
	out->len = (size_t)zip_source_read(source, out->p, st.size);
	zip_source_close(source);
}

static void
make_book(struct slice package, struct slice page, struct buf *out)
{
	zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *zip = zip_open_from_source(source, ZIP_TRUNCATE, NULL);

	fuzz_check(zip != NULL, "an archive is begun");
	zip_source_keep(source);
	pack(zip, "META-INF/container.xml", SLICE("<container><rootfiles><rootfile full-path='OEBPS/book.opf'/>"
	                                          "</rootfiles></container>"));
	pack(zip, "OEBPS/book.opf", package);
	pack(zip, "OEBPS/page.xhtml", page);
	fuzz_check(zip_close(zip) == 0, "it is packed");
	unload(source, out);
	zip_source_free(source);
}

void
fuzz_one(struct slice bytes)
{
	static const char between[] = "\n----\n";
	size_t at = slice_find(bytes, slice_from(between), 0);
	struct extract e = { 0 };
	struct buf book = { 0 };

	make_book(slice_sub(bytes, 0, at), at == SLICE_NONE ? bytes : slice_skip(bytes, at + sizeof between - 1),
	          &book);
	epub_read(buf_slice(&book), &e);
	if (e.refusal == EXTRACT_READ)
		fuzz_answer(&e, "epub");
	extract_release(&e);
	buf_release(&book);
}
