/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "annotation/exchange.h"

#include "tap.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct note sample = {
	.id = SLICE("a0000000000000000000000000000001"),
	.kind = NOTE_TEXT,
	.document = SLICE("CFW/COP/2024/9"),
	.language = SLICE("zh"),
	.scope = NOTE_WORDS,
	.version = SLICE("zh"),
	.edition = SLICE("00ff"),
	.eid = SLICE("annex_1!para_3"),
	.upto = SLICE("annex_1!para_4"),
	.block = 12,
	.upto_block = 13,
	.start = 3,
	.stop = 6,
	.quote = SLICE("含水层\n的水"),
	.prefix = SLICE("前\n"),
	.suffix = SLICE(""),
	.rival = 4,
	.state = NOTE_CHANGED,
	.colour = 2,
	.text = SLICE("one\ntwo\t\"three\""),
	.tags = SLICE("\na\nb c\n"),
	.created = 1795600000,
	.changed = 1795600001,
	.trashed = 1795600002,
};

typedef void add(const struct note_list *list, struct buf *out);

static void
comes_back(add *write, const char *name)
{
	struct note given = sample;
	struct note_list list = { &given, 1 }, read = { 0 };
	struct arena arena = { 0 };
	struct buf out = { 0 }, again = { 0 };
	size_t n_left_out = 1;

	write(&list, &out);
	ok(exchange_read(buf_slice(&out), &arena, &read, &n_left_out, NULL) == STATUS_OK && read.n == 1 &&
	           n_left_out == 0,
	   "%s is read", name);
	ok(read.n == 1 && note_same(&read.v[0], &given), "%s: the same note", name);
	ok(read.n == 1 && read.v[0].created == given.created && read.v[0].changed == given.changed,
	   "%s: of the same time", name);
	write(&read, &again);
	is(buf_slice(&again), out.p, "the same bytes");
	buf_release(&out);
	buf_release(&again);
	arena_release(&arena);
}

static void
reads(const char *text, size_t n, size_t n_left_out)
{
	struct arena arena = { 0 };
	struct note_list list;
	size_t left_out;

	ok(exchange_read(slice_from(text), &arena, &list, &left_out, NULL) == STATUS_OK && list.n == n &&
	           left_out == n_left_out,
	   "%zu notes, %zu left out: %s", n, n_left_out, text);
	arena_release(&arena);
}

static void
refuses(const char *text)
{
	struct arena arena = { 0 };
	struct note_list list;
	size_t left_out;

	ok(exchange_read(slice_from(text), &arena, &list, &left_out, NULL) == STATUS_UNREADABLE,
	   "refused: %s", text);
	arena_release(&arena);
}

#define URL "https://docs.un.org/en/A/70/1"

static void
foreign(void)
{
	static const char text[] =
		"{\"id\":\"https://example.org/1\",\"type\":\"Annotation\",\"created\":\"2026-11-26T02:00:00+02:00\","
		"\"body\":[{\"type\":\"TextualBody\",\"purpose\":\"tagging\",\"value\":\"water\"},\"why\"],"
		"\"target\":{\"source\":\"" URL "\",\"selector\":{\"type\":\"TextQuoteSelector\",\"exact\":\"goals\"}}}";
	struct arena arena = { 0 };
	struct note_list list;
	size_t left_out;

	ok(exchange_read(slice_from(text), &arena, &list, &left_out, NULL) == STATUS_OK && list.n == 1,
	   "an annotation of another reader");
	is(list.v[0].document, "A/70/1", "its document");
	is(list.v[0].quote, "goals", "its words");
	is(list.v[0].text, "why", "what it says");
	ok(note_has_tag(&list.v[0], SLICE("water")), "its tag");
	ok(list.v[0].kind == NOTE_TEXT && list.v[0].scope == NOTE_WORDS && list.v[0].state == NOTE_ORPHAN,
	   "its place is yet to be found");
	is_number(list.v[0].created, 1795651200, "when it was made");
	is_number((long)list.v[0].id.len, NOTE_ID_LEN, "it has a name of our kind");
	arena_release(&arena);
	reads("[{\"target\":\"" URL "\"},{\"target\":\"http://example.org\"},1]", 1, 2);
	reads("{\"first\":{\"items\":[]}}", 0, 0);
	reads("{\"format\":\"duan-notes\",\"notes\":[{\"id\":\"x\"}]}", 0, 1);
	refuses("");
	refuses("{}");
	refuses("[1");
}

static void
imported(void)
{
	static char folder[] = "/tmp/duan-test-XXXXXX";
	struct note given = sample;
	struct note_list list = { &given, 1 };
	struct exchange_report report;
	struct arena arena = { 0 };
	struct buf path = { 0 };
	struct notes *n = NULL;
	struct note there;

	if (!mkdtemp(folder))
		exit(1);
	buf_addf(&path, "%s/notes.db", folder);
	ok(notes_open(path.p, &n, NULL) == STATUS_OK, "an empty file");
	ok(exchange_import(n, &list, false, &arena, &report, NULL) == STATUS_OK &&
	           report.result[0] == EXCHANGE_NEW,
	   "new");
	given.state = NOTE_ATTACHED;
	given.start = 1;
	ok(exchange_import(n, &list, false, &arena, &report, NULL) == STATUS_OK &&
	           report.result[0] == EXCHANGE_SAME,
	   "where it is does not matter");
	given.text = SLICE("other words");
	ok(exchange_import(n, &list, false, &arena, &report, NULL) == STATUS_OK &&
	           report.count[EXCHANGE_CONFLICT] == 1,
	   "other words are a conflict");
	ok(note_get(n, given.id, &arena, &there, NULL) == STATUS_OK && slice_eq(there.text, sample.text),
	   "what is there stays");
	ok(exchange_import(n, &list, true, &arena, &report, NULL) == STATUS_OK &&
	           report.result[0] == EXCHANGE_REPLACED,
	   "unless it is to give way");
	ok(note_get(n, given.id, &arena, &there, NULL) == STATUS_OK && slice_eq(there.text, given.text),
	   "and gives way");
	notes_close(n);
	buf_release(&path);
	arena_release(&arena);
	ok(system(arena_printf(&arena, "rm -r %s", folder).p) == 0, "gone");
	arena_release(&arena);
}

static void
for_people(void)
{
	struct note given = sample;
	struct exchange_item item = { .note = &given, .title = SLICE("A *title*"), .citation = SLICE("here") };
	struct buf out = { 0 };

	exchange_add_markdown(&item, 1, UI_EN, &out);
	is(buf_slice(&out),
	   "# Notes\n\n## CFW/COP/2024/9 — A \\*title\\*\n\n> 含水层\n>\n> 的水\n>\n> — here\n\n"
	   "one\ntwo\t\"three\"\n\n*highlight 2 · text has changed · #a · #b c*\n",
	   "Markdown");
	buf_release(&out);
}

int
main(void)
{
	comes_back(exchange_add_json, "JSON");
	comes_back(exchange_add_w3c, "an annotation");
	foreign();
	imported();
	for_people();
	return tap_done();
}
