/* SPDX-License-Identifier: ISC */
/*
 * What the document says about itself: symbols, language, body, session, date, job number, title.
 * Nothing is taken from what the text merely mentions.
 */
#include "config.h"

#include "import_priv.h"

#include "cite/session.h"
#include "cite/symbol.h"
#include "masthead_priv.h"
#include "metadata_priv.h"

#define SYMBOLS_MOST 8
#define HEAD_LINES 8     /* lines of a text without masthead in which its symbol may stand */
#define HEAD_BYTES 400
#define DATE_LINES 3        /* of the masthead from "Distr." on */
#define MEETING_BYTES 100   /* of a line that names a meeting */
#define SUPPLEMENT_BYTES 40 /* from "Supplement No." to the bracket */

struct own {
	struct import *im;
	struct slice v[SYMBOLS_MOST];
	size_t n;
};

static void
add_symbol(struct own *own, struct slice text)
{
	struct slice part[SYMBOLS_MOST];
	size_t n = symbol_split(text, &own->im->doc->arena, part, SYMBOLS_MOST);

	for (size_t i = 0; i < n && own->n < SYMBOLS_MOST; i++) {
		bool known = false;

		for (size_t k = 0; k < own->n; k++)
			known = known || symbol_same(own->v[k], part[i]);
		if (!known)
			own->v[own->n++] = part[i];
	}
}

/* All symbols of a line. */
static void
add_line_symbols(struct own *own, struct slice text)
{
	struct symbol_span span;

	for (size_t at = 0; symbol_find(text, at, &span) && span.end > at; at = span.end)
		add_symbol(own, slice_sub(text, span.start, span.end));
}

static void
from_masthead(struct own *own)
{
	const struct import *im = own->im;

	for (size_t i = 0; i < im->lines.n; i++)
		if (im->lines.v[i].role == ROLE_MASTHEAD && im->lines.v[i].text.len < 160)
			add_line_symbols(own, im->lines.v[i].text);
}

/* The symbol that heads the pages. */
static void
from_page_heads(struct own *own)
{
	const struct import *im = own->im;

	for (size_t i = 0; i < im->lines.n; i++)
		if (im->lines.v[i].role == ROLE_FURNITURE &&
		    (im->lines.v[i].shape & (SHAPE_SYMBOL | SHAPE_DATED))) {
			if (im->running_symbol.len > 0)
				add_line_symbols(own, im->running_symbol);
			else
				add_line_symbols(own, im->lines.v[i].text);
			return;
		}
}

/* What the file's properties say: they may be those of the file that this one was made from. */
static void
from_properties(struct own *own)
{
	const struct extract *e = own->im->given;

	for (size_t i = 0; e && i < e->n_symbols; i++)
		add_line_symbols(own, e->symbol[i]);
}

static void
from_file_name(struct own *own)
{
	struct buf key = { 0 };

	if (symbol_from_file_name(own->im->doc->name, &key)) {
		add_symbol(own, buf_slice(&key));
		diag_add(&own->im->doc->diag, DIAG_NOTE, 0, 0,
		         "the document's symbol, %s, was taken from the file name",
		         "文件编号 %s 取自文件名", buf_str(&key));
	}
	buf_release(&key);
}

/* The house's name stands before the symbol, as in mastheads that became one line. */
static bool
follows_house(struct slice before)
{
	static const char *const house[] = { "联合国", "聯合國", "联 合 国", "聯 合 國", "United Nations",
		                             "UNITED NATIONS", "Nations Unies", "Naciones Unidas" };

	return slice_has_one(before, house, sizeof house / sizeof *house);
}

/* "Supplement No. 10 (A/70/10)": the volume of official records that the document is. */
static bool
follows_supplement(struct slice before)
{
	static const char *const volume[] = { "Supplement No. ", "补编第", "補編第", "Supplément no ",
		                              "Suplemento núm. " };
	size_t at = SLICE_NONE;

	if (!slice_ends(before, "(") && !slice_ends(before, "（"))
		return false;
	for (size_t i = 0; i < sizeof volume / sizeof *volume && at == SLICE_NONE; i++)
		at = slice_find(before, slice_from(volume[i]), 0);
	return at != SLICE_NONE && before.len - at < SUPPLEMENT_BYTES;
}

/* Behind nothing, or behind "[edit]" of a page from the web. */
static bool
follows_nothing(struct slice before)
{
	if (slice_starts(before, "["))
		before = slice_skip(before, slice_find_byte(before, ']', 0));
	return before.len == 0 || slice_is(before, "]");
}

/* A symbol at the head of a text without masthead: alone on its line, or behind the house's name. */
static void
from_head(struct own *own)
{
	const struct import *im = own->im;

	for (size_t i = 0; i < im->lines.n && i < HEAD_LINES && own->n == 0; i++) {
		struct slice text = slice_sub(im->lines.v[i].text, 0, HEAD_BYTES);
		struct symbol_span span;
		struct slice before;

		if (!symbol_find(text, 0, &span))
			continue;
		before = slice_trim_end(slice_sub(text, 0, span.start));
		if (follows_nothing(before) || follows_house(before) || follows_supplement(before))
			add_symbol(own, slice_sub(text, span.start, span.end));
	}
}

static void
read_symbols(struct import *im)
{
	struct own own = { .im = im };
	struct doc *d = im->doc;

	from_masthead(&own);
	if (own.n == 0)
		from_page_heads(&own);
	if (own.n == 0)
		from_file_name(&own);
	if (own.n == 0)
		from_head(&own);
	if (own.n == 0)
		from_properties(&own);
	d->symbols = ARENA_ARRAY(&d->arena, own.n, struct slice);
	for (size_t i = 0; i < own.n; i++)
		d->symbols[i] = arena_copy(&d->arena, own.v[i]);
	d->n_symbols = own.n;
	if (own.n > 0)
		d->body = arena_copy(&d->arena, symbol_root(d->symbols[0]));
	else
		diag_add(&d->diag, DIAG_NOTE, 0, 0, "no symbol of its own was found",
		         "没有找到文件自身的编号");
}

static void
read_job(struct import *im)
{
	for (size_t i = 0; i < im->lines.n; i++) {
		struct slice job;

		if (!(im->lines.v[i].shape & SHAPE_JOB))
			continue;
		job = shape_job(im->lines.v[i].text);
		if (job.len > 0) {
			im->doc->job = arena_copy(&im->doc->arena, job);
			return;
		}
	}
}

/* The date of the document stands below "Distr."; those of the meeting stand elsewhere. */
static void
read_dates(struct import *im)
{
	struct arena *a = &im->doc->arena;
	size_t since = DATE_LINES; /* lines of the masthead since "Distr." */
	bool settled = false;

	for (size_t i = 0; i < im->lines.n; i++) {
		struct slice text = im->lines.v[i].text;
		char iso[DATE_ISO_BYTES];

		if (im->lines.v[i].role != ROLE_MASTHEAD || text.len > 160)
			continue;
		if (im->doc->session.len == 0)
			im->doc->session = metadata_session(text, a);
		since = masthead_is_distribution(text) ? 0 : since + 1;
		if (!settled && (im->doc->date.len == 0 || since < DATE_LINES) && metadata_date(text, iso)) {
			im->doc->date = arena_copy(a, slice_from(iso));
			settled = since < DATE_LINES;
		}
	}
}

/* Without a masthead the symbol may tell the session; special ones are counted apart: ES-10. */
static void
guess_session(struct doc *d)
{
	struct buf session = { 0 };

	if (d->n_symbols > 0 && session_of_symbol(d->symbols[0], &session) &&
	    (d->session.len == 0 || slice_find_byte(buf_slice(&session), '-', 0) != SLICE_NONE)) {
		d->session = arena_copy(&d->arena, buf_slice(&session));
		diag_add(&d->diag, DIAG_NOTE, 0, 0, "the session, %s, was told by the symbol",
		         "届次 %s 由文件编号推出", buf_str(&session));
	}
	buf_release(&session);
}

/*
 * A draft section of a report has no masthead: its first paragraph says when the meeting was held,
 * in the year of the symbol.
 */
static void
guess_date(struct import *im)
{
	struct doc *d = im->doc;
	char iso[DATE_ISO_BYTES];
	size_t i = 0;

	while (i < im->pieces.n && im->pieces.v[i].block.kind != BLOCK_PARAGRAPH)
		i++;
	if (d->date.len > 0 || im->has_masthead || d->n_symbols == 0 || i == im->pieces.n ||
	    !metadata_date(im->pieces.v[i].block.text, iso) ||
	    slice_find(d->symbols[0], slice_of(iso, 4), 0) == SLICE_NONE)
		return;
	d->date = arena_copy(&d->arena, slice_from(iso));
	diag_add(&d->diag, DIAG_NOTE, im->pieces.v[i].block.page, im->pieces.v[i].block.source_line,
	         "the date, %s, was taken from the first paragraph", "日期 %s 取自第一段", iso);
}

/* "Report of the Secretary-General", "秘书长的说明": who wrote it, not what it is about. */
static bool
names_author(struct slice title)
{
	static const char *const start[] = { "Report of", "Note by", "Note of", "Progress report", "Rapport d",
		                             "Note du", "Informe d", "Nota d", "Доклад", "Записка" };
	static const char *const end[] = { "的报告", "的说明", "的报告*", "的报告**", "的說明", "的報告" };

	for (size_t i = 0; i < sizeof start / sizeof *start; i++)
		if (slice_starts(title, start[i]))
			return true;
	for (size_t i = 0; i < sizeof end / sizeof *end; i++)
		if (slice_ends(title, end[i]))
			return true;
	return false;
}

/* "第 2 次会议", "64th plenary meeting", "413e séance": what a record of a meeting is called. */
static bool
names_meeting(struct slice text)
{
	static const char *const words[] = { "次会议",       "次全体会议", "次會議",   "st meeting",
		                             "nd meeting",   "rd meeting", "th meeting", " plenary meeting",
		                             "e séance", "ª sesión", "-е заседани", "-м заседани" };

	return text.len <= MEETING_BYTES && slice_has_one(text, words, sizeof words / sizeof *words);
}

/* "第 413 次会议简要记录", "Summary record of the 413th meeting": when and where it was held stands below. */
static bool
names_record(struct slice text)
{
	static const char *const words[] = { "记录", "記錄", "ecord of", "ompte rendu", "Acta ", "отчет" };

	return names_meeting(text) && slice_has_one(text, words, sizeof words / sizeof *words);
}

/* Records of meetings have no other title. */
static struct slice
read_meeting(const struct import *im)
{
	for (size_t i = 0; i < im->pieces.n; i++)
		if (im->pieces.v[i].block.kind == BLOCK_MASTHEAD && names_meeting(im->pieces.v[i].block.text))
			return im->pieces.v[i].block.text;
	return (struct slice){ 0 };
}

static void
read_title(struct import *im)
{
	struct slice last = { 0 };

	for (size_t i = 0; i < im->pieces.n; i++) {
		const struct block *b = &im->pieces.v[i].block;

		if (b->kind != BLOCK_TITLE)
			continue;
		if (last.len > 0 && names_author(b->text))
			break;
		last = b->text;
		if (names_record(last))
			break;
	}
	im->doc->title = last.len > 0 ? last : read_meeting(im);
}

void
metadata_read(struct import *im)
{
	read_symbols(im);
	read_job(im);
	read_dates(im);
	guess_session(im->doc);
	guess_date(im);
	read_title(im);
	im->doc->language = metadata_language(buf_slice(&im->doc->source));
}
