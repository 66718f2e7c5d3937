/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "import/import.h"
#include "tap.h"
#include "text/utf8.h"

#include <string.h>

static struct doc *
made_of(struct slice text)
{
	struct buf bytes = { 0 };
	struct doc *d = NULL;
	struct err err;

	buf_add(&bytes, text);
	ok(import_bytes(&bytes, SLICE("text.txt"), &d, &err) == STATUS_OK && d, "imported %zu bytes", text.len);
	buf_release(&bytes);
	return d;
}

static struct doc *
fixture(const char *name)
{
	struct buf path = { 0 };
	struct doc *d = NULL;
	struct err err;

	buf_addf(&path, "%s/%s", tap_path("fixtures/import"), name);
	ok(import_file(NULL, buf_str(&path), &d, &err) == STATUS_OK, "%s", name);
	buf_release(&path);
	return d;
}

/* Furniture, addresses and hard wraps in no text; lines of the source known and in order. */
static void
check_clean(const struct doc *d)
{
	bool clean = true, known = true;

	for (size_t i = 0; i < d->n_blocks; i++) {
		const struct block *b = &d->blocks[i];

		clean = clean && slice_find(b->text, SLICE("http://undocs"), 0) == SLICE_NONE &&
		        slice_find(b->text, SLICE("V.24-"), 0) == SLICE_NONE &&
		        slice_find_byte(b->text, '\n', 0) == SLICE_NONE;
		known = known && b->source_line > 0 && b->source_end > b->source_line;
	}
	ok(clean, "no furniture, no address list, no line end");
	ok(known, "every block knows its lines");
}

static void
draft(void)
{
	struct doc *d = fixture("draft.zh.txt");
	size_t four;

	if (!d)
		return;
	is(d->symbols[0], "CFW/COP/2024/L.2/Add.3", "symbol");
	is(d->language, "zh", "language");
	is(d->job, "V.24-31987", "job number");
	is(d->body, "CFW/COP", "body");
	is(d->date, "2024-11-18", "without a masthead the date of the meeting stands for the document's");
	is_number(d->pages, 3, "pages");
	is_number(d->n_headings, 1, "headings");
	is(d->blocks[d->headings[0]].id, "sec_III", "heading id");
	is_number(d->n_numbered, 5, "paragraphs");
	four = doc_find(d, SLICE("4"));
	ok(slice_find(d->blocks[four].text, SLICE("专门的技术援助和可预测"), 0) != SLICE_NONE &&
	           slice_find(d->blocks[four].text, SLICE("并建议在秘书处设立"), 0) != SLICE_NONE,
	   "whole across the page");
	is_number(d->blocks[four].page, 2, "starts on page 2");
	is_number(d->blocks[doc_find(d, SLICE("5"))].page, 3, "page 3");
	is(d->blocks[doc_find(d, SLICE("3"))].citations[0].url, "http://undocs.org/zh/CFW/COP/2024/11/Add.1",
	   "address from the page's list");
	check_clean(d);
	doc_free(d);
}

static void
report(void)
{
	struct doc *d = fixture("report.zh.txt");
	size_t annex, mark;

	if (!d)
		return;
	is(d->symbols[0], "CFW/COP/2025/7", "symbol");
	is(d->date, "2025-03-14", "date");
	is(d->session, "5", "session");
	is(d->title, "水文登记册的执行情况", "title");
	ok(doc_find(d, SLICE("2(b)")) != SLICE_NONE, "items");
	is_number(d->blocks[doc_find(d, SLICE("#sec_II__sec_B"))].level, 2, "second level");
	mark = doc_find(d, SLICE("3"));
	is(d->blocks[mark].citations[0].target, "self#fn_1", "footnote tied to its mark");
	annex = doc_find(d, SLICE("!annex_1#para_2"));
	ok(annex != SLICE_NONE && annex != doc_find(d, SLICE("2")), "the annex counts anew");
	doc_free(d);
}

static void
endings(void)
{
	struct doc *lf = made_of(SLICE("一行\n二行\n")), *cr = made_of(SLICE("一行\r二行\r"));
	struct doc *crlf = made_of(SLICE("一行\r\n二行\r\n"));

	is_number(lf->n_source_lines, 2, "LF");
	is_number(cr->n_source_lines, 2, "CR");
	is_number(crlf->n_source_lines, 2, "CRLF");
	is(doc_source_line(cr, 2), "二行", "a line by its number");
	is_number(lf->n_blocks, crlf->n_blocks, "the same blocks");
	doc_free(lf);
	doc_free(cr);
	doc_free(crlf);
}

static void
odd(void)
{
	struct doc *empty = made_of(SLICE("")), *nul = made_of(SLICE("甲\0乙\n"));
	struct buf bytes = { 0 };
	struct doc *d = NULL;
	struct err err;

	is_number(empty->n_blocks, 1, "an empty file is a document");
	is_number(empty->diag.n > 0, 1, "with a remark");
	is_number(nul->blocks[0].text.len, 7, "NUL stays");
	doc_free(empty);
	doc_free(nul);
	for (int i = 0; i < 300; i++)
		buf_add(&bytes, SLICE("\x7F" "ELF\x01\0\0\0\x03\x04"));
	is_number(import_bytes(&bytes, SLICE("a.out"), &d, &err), STATUS_UNREADABLE, "a program is refused");
	ok(strstr(err_words(&err, UI_EN), "a.out") != NULL, "by name");
	buf_release(&bytes);
}

static void
one_long_line(void)
{
	struct buf bytes = { 0 };
	struct doc *d = NULL;
	struct err err;
	size_t sum = 0, longest = 0;
	bool sound = true;

	for (int i = 0; i < 20000; i++)
		buf_add(&bytes, SLICE("湖水清澈见底。河流入海"));
	sum = bytes.len;
	if (!ok(import_bytes(&bytes, SLICE("long.txt"), &d, &err) == STATUS_OK, "one long line"))
		return;
	for (size_t i = 0; i < d->n_blocks; i++) {
		sum -= d->blocks[i].text.len;
		sound = sound && utf8_is_valid(d->blocks[i].text);
		if (d->blocks[i].text.len > longest)
			longest = d->blocks[i].text.len;
	}
	is_number(sum, 0, "nothing lost");
	ok(longest <= 32 << 10 && sound, "in blocks of 32 KiB at most, cut at characters");
	doc_free(d);
	buf_release(&bytes);
}

/* A number that nothing expects is text; one that the count goes on from is believed. */
static void
jumps(void)
{
	struct doc *d = made_of(SLICE("1. 甲说。\n\n2. 乙说。\n\n7. 丙说。\n\n3. 丁说。\n"));

	is_number(d->n_numbered, 3, "no jump to 7");
	doc_free(d);
	d = made_of(SLICE("1. 甲说。\n\n2. 乙说。\n\n4. 丙说。\n\n5. 丁说。\n\n6. 戊说。\n"));
	is_number(d->n_numbered, 5, "one number lost");
	ok(d->diag.n > 0, "and remarked upon");
	doc_free(d);
}

/* Lines that are no paragraphs of their own, in texts too short to tell how they were wrapped. */
static void
short_text(void)
{
	struct doc *d = made_of(SLICE("[edit] CFW/COP/96/Rev.7\nOpening of the\nWater Conference\n\nTable 3\nRivers\n"));

	if (!d)
		return;
	is(d->n_symbols > 0 ? d->symbols[0] : slice_from(NULL), "CFW/COP/96/Rev.7", "symbol behind a bracket");
	is(d->blocks[1].text, "Opening of the Water Conference", "no paragraph ends with the");
	is(d->blocks[2].text, "Table 3", "the number of a table stands alone");
	doc_free(d);
	d = made_of(SLICE("Report\n\nSeventieth Session Supplement No. 10 (A/70/10)\n"));
	if (d)
		is(d->n_symbols > 0 ? d->symbols[0] : slice_from(NULL), "A/70/10", "a supplement's symbol");
	doc_free(d);
}

static void
seed(void)
{
	const char *path = tap_shared("corpus/seed/CAC_COSP_2019_L.1_Add.2.zh.txt");
	struct doc *d = NULL;
	struct err err;

	if (!path) {
		tap_skip("no shared corpus here");
		return;
	}
	if (!ok(import_file(NULL, path, &d, &err) == STATUS_OK, "the sample"))
		return;
	is(d->symbols[0], "CAC/COSP/2019/L.1/Add.2", "its symbol");
	is_number(d->n_numbered, 17, "its paragraphs");
	is_number(d->n_headings, 1, "its heading");
	is_number(d->n_blocks, 18, "and nothing else");
	is_number(d->pages, 3, "its pages");
	ok(slice_find(d->blocks[12].text, SLICE("发言中介绍了这些利益方"), 0) != SLICE_NONE, "paragraph 12 whole");
	ok(slice_find(d->blocks[1].text, SLICE("议程项目 4"), 0) != SLICE_NONE, "a wrapped number");
	check_clean(d);
	doc_free(d);
}

/* A word that ends its line in a hyphen is read as the document writes it most often. */
static void
hyphens(void)
{
	struct doc *d = made_of(SLICE(
		"1. The needs for technical assistance and for capacity-building activities were\n"
		"discussed by all of the delegations present at the meeting, and the role of capacity-\n"
		"building was underlined by many of the speakers who took the floor in the debate on it.\n\n"
		"2. The reports on capacitybuilding, as one of them was called, on re-\n"
		"construction and on capacity-building programmes are expected at the session of the\n"
		"group, which will deal with the reconstruction of wells in the spring if the funds permit.\n"));
	size_t one = doc_find(d, SLICE("1")), two = doc_find(d, SLICE("2"));

	if (ok(one != SLICE_NONE && two != SLICE_NONE, "two paragraphs with hyphens")) {
		ok(slice_find(d->blocks[one].text, SLICE("role of capacity-building was"), 0) != SLICE_NONE,
		   "kept where the document has it oftener");
		ok(slice_find(d->blocks[two].text, SLICE("on reconstruction and"), 0) != SLICE_NONE,
		   "dropped where it never does");
	}
	doc_free(d);
}

/* A convention whose articles end with stops: clauses of its preamble are paragraphs all the same, and
 * what else has a capital behind a comma is not. */
static void
clauses(void)
{
	struct buf text = { 0 };
	struct doc *d;

	buf_add_str(&text, "The Conference of the Parties to the Convention on Fresh Water of all the States,\n\n"
	                   "Recalling what the States Parties have said of the waters that they have in common,\n\n"
	                   "Bearing in mind that it was asked by the Secretariat, the Working Group on Data,\n"
	                   "Working Group members and the States that are concerned about rivers and lakes,\n\n");
	for (int i = 1; i <= 12; i++)
		buf_addf(&text, "%d. The Parties shall keep a record of all the waters that cross a border of theirs\n"
		                "and shall tell each other once a year what has been found in them.\n\n", i);
	d = made_of(buf_slice(&text));
	if (d) {
		is_number(d->n_blocks, 15, "three clauses and twelve paragraphs");
		ok(d->n_blocks > 2 && slice_starts(d->blocks[1].text, "Recalling"), "a clause starts");
		ok(d->n_blocks > 2 && slice_ends(d->blocks[2].text, "rivers and lakes,"), "another is whole");
	}
	doc_free(d);
	buf_release(&text);
}

/* Where no "I." stands above them, "B." is beside "A."; below one, both are. */
static void
lettered(void)
{
	static const struct {
		const char *title, *id;
		int level;
	} wanted[] = {
		{ "A.", "sec_A", 1 },  { "B.", "sec_B", 1 }, { "I.", "sec_I", 1 }, { "A.", "sec_I__sec_A", 2 },
		{ "B.", "sec_I__sec_B", 2 }, { "II.", "sec_II", 1 },
	};
	struct buf text = { 0 };
	struct doc *d;
	size_t n = 0;

	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		buf_addf(&text, "%s Waters that cross borders\n\n%zu. The Committee took note of the report that"
		                " was given to it.\n\n", wanted[i].title, i + 1);
	d = made_of(buf_slice(&text));
	for (size_t i = 0; d && i < d->n_blocks; i++)
		if (d->blocks[i].kind == BLOCK_HEADING && n < sizeof wanted / sizeof *wanted) {
			ok(slice_is(d->blocks[i].id, wanted[n].id), "%s", wanted[n].id);
			is_number(d->blocks[i].level, wanted[n].level, "its level");
			n++;
		}
	is_number((long)n, (long)(sizeof wanted / sizeof *wanted), "all headings");
	doc_free(d);
	buf_release(&text);
}

/* A record of a meeting has the meeting's name for a title, wherever that stands. */
static void
records(void)
{
	static const char *const meeting[][2] = {
		{ "Verbatim record\nFifth session\n\n14th plenary meeting\nMonday, 3 June 2024, 3 p.m.\nLake City\n\n",
		  "14th plenary meeting" },
		{ "Fifth session\n\nSummary record of the 14th meeting\n\nHeld at the Hall of Lakes\n\n",
		  "Summary record of the 14th meeting" },
		{ "Quinta sesión\n\nActa resumida de la 14ª sesión\n\nCelebrada en la Sala de los Lagos\n\n",
		  "Acta resumida de la 14ª sesión" },
		{ "Пятая сессия\n\nКраткий отчет о 14-м заседании\n\nсостоявшемся в Озёрном зале\n\n",
		  "Краткий отчет о 14-м заседании" },
		{ "第五届会议\n\n第 14 次会议\n2024 年 6 月 3 日，星期一，下午 3 时\n湖城\n\n", "第 14 次会议" },
		{ "第五届会议\n\n委员会\n\n第 14 次会议简要记录\n\n2024 年 6 月 3 日在湖城举行\n\n", "第 14 次会议简要记录" },
	};
	struct buf text = { 0 };

	for (size_t i = 0; i < sizeof meeting / sizeof *meeting; i++) {
		struct doc *d;

		buf_clear(&text);
		buf_addf(&text, "United Nations          CFW/COP/5/PV.14\n\nDistr.: General\n\n%s"
		                "The meeting was called to order at 3 p.m.\n\n"
		                "1. The President welcomed all delegations and opened the meeting.\n\n", meeting[i][0]);
		d = made_of(buf_slice(&text));
		is(d ? d->title : SLICE(""), meeting[i][1], "record %zu", i);
		doc_free(d);
	}
	buf_release(&text);
}

int
main(void)
{
	clauses();
	records();
	lettered();
	draft();
	report();
	endings();
	odd();
	one_long_line();
	jumps();
	short_text();
	hyphens();
	seed();
	return tap_done();
}
