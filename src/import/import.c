/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "import/import.h"

#include "base/file.h"
#include "base/sha256.h"
#include "extract/cage.h"
#include "import_priv.h"
#include "import/stage.h"
#include "text/charset.h"

#include <string.h>

static void
release(struct import *im)
{
	VEC_RELEASE(&im->lines);
	VEC_RELEASE(&im->urls);
	VEC_RELEASE(&im->pieces);
	VEC_RELEASE(&im->ties);
	map_release(&im->words);
}

static void
move_blocks(struct import *im)
{
	struct doc *d = im->doc;

	d->blocks = ARENA_ARRAY(&d->arena, im->pieces.n, struct block);
	d->n_blocks = im->pieces.n;
	for (size_t i = 0; i < im->pieces.n; i++)
		d->blocks[i] = im->pieces.v[i].block;
}

static void
remark_empty(struct import *im)
{
	if (im->pieces.n == 0)
		diag_add(&im->doc->diag, DIAG_WARNING, 0, 0, "the file holds no text", "文件中没有文字");
}

/* The stages that only look at lines. */
static void
read_lines(struct import *im)
{
	if (im->given)
		given_split(im);
	else
		line_split(im);
	shape_mark(im);
	urldump_lift(im);
	page_divide(im);
	furniture_mark(im);
	rhythm_measure(im);
	masthead_mark(im);
	contents_mark(im);
	footnote_mark(im);
	table_mark(im);
}

/* The stages that make blocks of them. */
static void
make_blocks(struct import *im)
{
	hyphen_learn(im);
	counter_run(im);
	join_decide(im);
	block_build(im);
	title_find(im);
	eid_assign(im);
	metadata_read(im);
	mark_citations(im);
}

/* Lines are there to be had: the stages, and the document of what they made. */
static void
run_stages(struct import *im, struct buf *stages)
{
	read_lines(im);
	make_blocks(im);
	remark_empty(im);
	if (stages)
		stage_dump(im, stages);
	move_blocks(im);
	release(im);
	doc_index(im->doc);
}

struct doc *
import_extract(struct extract *given, struct slice name, struct slice format, struct buf *stages)
{
	struct import im = { .doc = doc_new(), .given = given };

	im.doc->name = arena_copy(&im.doc->arena, name);
	im.doc->format = arena_copy(&im.doc->arena, format);
	run_stages(&im, stages);
	return im.doc;
}

/* What the reader left out or could not see. */
static void
remark_extract(struct doc *d, const struct extract *e)
{
	if (e->bare > 0)
		diag_add(&d->diag, DIAG_NOTE, 0, 0, "%u of %u pages hold no text",
		         "共 %2$u 页，其中 %1$u 页没有文字", e->bare, e->pages);
	if (e->cut > 0)
		diag_add(&d->diag, DIAG_WARNING, 0, 0, "%u things were left out: too many of them",
		         "数量过多，有 %u 处未予读取", e->cut);
}

struct cage *
import_ahead(const struct convert_means *m, struct slice bytes, struct slice name)
{
	enum sniff_format format = sniff_bytes(bytes);

	if (m && convert_of(format) != CONVERT_FORMATS)
		return cage_convert(m, format, bytes, name, NULL);
	return sniff_has_reader(format) ? cage_start(format, bytes, name, NULL) : NULL;
}

/* What a file is made a document of. */
struct raw {
	struct buf *bytes;
	const char *sha256; /* NULL: not known yet */
	struct slice name;
	const struct convert_means *means; /* NULL: nothing is converted */
};

static void
set_hash(struct doc *d, const struct raw *raw)
{
	if (raw->sha256)
		memcpy(d->sha256, raw->sha256, sizeof d->sha256);
	else
		sha256_hex(buf_slice(raw->bytes), d->sha256);
}

static enum status
import_format(const struct raw *raw, struct cage *ahead, struct buf *stages, struct doc **out,
              struct err *err)
{
	enum sniff_format format = sniff_bytes(buf_slice(raw->bytes));
	struct extract e = { 0 };
	enum status status = ahead ? cage_finish(ahead, raw->name, &e, err)
	                           : cage_run(format, buf_slice(raw->bytes), raw->name, &e, err);

	if (status == STATUS_OK) {
		*out = import_extract(&e, raw->name, slice_from(sniff_name(format)), stages);
		set_hash(*out, raw);
		remark_extract(*out, &e);
	}
	extract_release(&e);
	buf_release(raw->bytes);
	return status;
}

static enum status
import_text(const struct raw *raw, struct buf *stages, struct doc **out, struct err *err)
{
	struct import im = { .doc = doc_new() };
	enum status status;

	im.doc->name = arena_copy(&im.doc->arena, raw->name);
	im.doc->format = SLICE("text");
	set_hash(im.doc, raw);
	if (charset_is_binary(buf_slice(raw->bytes))) {
		buf_release(raw->bytes);
		doc_free(im.doc);
		return err_set(err, STATUS_UNREADABLE, "%.*s: is no text; give a text file",
		               "%.*s：不是文本文件，请提供文本", SLICE_ARG(raw->name));
	}
	status = decode_bytes(&im, raw->bytes, err);
	if (status != STATUS_OK) {
		doc_free(im.doc);
		return status;
	}
	run_stages(&im, stages);
	*out = im.doc;
	return STATUS_OK;
}

/* As text it would be rubbish. */
static enum status
refuse_format(const struct raw *raw, enum sniff_format format, struct err *err)
{
	buf_release(raw->bytes);
	return err_set(err, STATUS_UNREADABLE, "%.*s: %s is not read yet; save it as PDF, DOCX or text first",
	               "%.*s：尚不能读 %s 文件，请先另存为 PDF、DOCX 或文本", SLICE_ARG(raw->name),
	               sniff_kind(format));
}

/* What needs no converter. */
static enum status
import_plain(const struct raw *raw, struct buf *stages, struct doc **out, struct err *err)
{
	enum sniff_format format = sniff_bytes(buf_slice(raw->bytes));

	if (sniff_has_reader(format))
		return import_format(raw, NULL, stages, out, err);
	if (format != SNIFF_TEXT)
		return refuse_format(raw, format, err);
	return import_text(raw, stages, out, err);
}

/* The document is that of the file that was converted: its name, format and hash are. */
static enum status
import_converted(const struct raw *raw, struct cage *ahead, struct buf *stages, struct doc **out,
                 struct err *err)
{
	enum sniff_format format = sniff_bytes(buf_slice(raw->bytes));
	struct cage *c = ahead ? ahead
	                       : cage_convert(raw->means, format, buf_slice(raw->bytes), raw->name, err);
	struct buf made = { 0 };
	enum status status = c ? cage_converted(c, raw->name, &made, err) : STATUS_UNREADABLE;

	if (status == STATUS_OK)
		status = import_plain(&(struct raw){ .bytes = &made, .name = raw->name }, stages, out, err);
	if (status == STATUS_OK) {
		(*out)->format = slice_from(sniff_name(format));
		set_hash(*out, raw);
	}
	buf_release(&made);
	buf_release(raw->bytes);
	return status;
}

static enum status
import_raw(const struct raw *raw, struct cage *ahead, struct buf *stages, struct doc **out,
           struct err *err)
{
	enum sniff_format format = sniff_bytes(buf_slice(raw->bytes));

	if (raw->means && convert_of(format) != CONVERT_FORMATS)
		return import_converted(raw, ahead, stages, out, err);
	if (ahead)
		return import_format(raw, ahead, stages, out, err);
	return import_plain(raw, stages, out, err);
}

enum status
import_bytes_staged(struct buf *bytes, struct slice name, struct buf *stages, struct doc **out,
                    struct err *err)
{
	return import_raw(&(struct raw){ .bytes = bytes, .name = name }, NULL, stages, out, err);
}

enum status
import_begun(const struct convert_means *m, struct cage *ahead, struct buf *bytes, const char *sha256,
             struct slice name, struct doc **out, struct err *err)
{
	return import_raw(&(struct raw){ bytes, sha256, name, m }, ahead, NULL, out, err);
}

enum status
import_bytes(struct buf *bytes, struct slice name, struct doc **out, struct err *err)
{
	return import_bytes_staged(bytes, name, NULL, out, err);
}

enum status
import_file(const struct convert_means *m, const char *path, struct doc **out, struct err *err)
{
	struct buf bytes = { 0 };
	enum status status = file_read(path, &bytes, err);

	if (status == STATUS_OK)
		status = import_begun(m, NULL, &bytes, NULL, file_base_name(path), out, err);
	buf_release(&bytes);
	return status;
}
