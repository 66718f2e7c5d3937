/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "store/note.h"

#include "base/file.h"
#include "notes_priv.h"
#include "store/journal.h"
#include "tap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/duan-test-XXXXXX";
static const char id_a[] = "a0000000000000000000000000000001", id_b[] = "b0000000000000000000000000000002";

static struct notes *
open_notes(const char *name)
{
	struct buf path = { 0 };
	struct notes *n = NULL;
	struct err err;

	buf_addf(&path, "%s/%s", folder, name);
	if (!ok(notes_open(path.p, &n, &err) == STATUS_OK, "%s opens", name))
		exit(tap_done());
	buf_release(&path);
	return n;
}

static struct note
sample(const char *id, const char *text)
{
	return (struct note){ .id = slice_from(id),
		              .kind = NOTE_TEXT,
		              .document = SLICE("CFW/COP/2024/9"),
		              .scope = NOTE_WORDS,
		              .version = SLICE("zh"),
		              .eid = SLICE("para_3"),
		              .upto = SLICE("para_3"),
		              .block = 12,
		              .upto_block = 12,
		              .start = 3,
		              .stop = 6,
		              .quote = SLICE("含水层"),
		              .rival = -1,
		              .text = slice_from(text) };
}

static void
keeping(void)
{
	struct arena arena = { 0 };
	struct notes *n = open_notes("a/notes.db");
	struct note a = sample(id_a, "见 CFW/COP/2024/17#12 和 A/70/1。"), b = sample(id_b, "b"), got;
	struct note_list list;
	struct err err;
	long changed;

	b.block = 3;
	b.language = SLICE("zh");
	ok(note_put(n, &a, &err) == STATUS_OK && note_put(n, &b, &err) == STATUS_OK, "kept");
	ok(note_get(n, SLICE("a"), &arena, &got, &err) == STATUS_OK, "found by the start of its id");
	ok(note_same(&got, &a) && got.created > 0 && got.changed == got.created, "as it was");
	is_number(note_get(n, SLICE("c"), &arena, &got, &err), STATUS_MISSING, "no other");
	changed = note_now() + 5;
	a.changed = changed;
	ok(note_put(n, &a, &err) == STATUS_OK &&
	           note_get(n, SLICE("a"), &arena, &got, &err) == STATUS_OK && got.changed != changed,
	   "kept again nothing changes");
	ok(note_of_document(n, a.document, SLICE(""), &arena, &list, &err) == STATUS_OK && list.n == 2 &&
	           slice_eq(list.v[0].id, b.id),
	   "in the order of the text");
	ok(note_of_document(n, a.document, SLICE("en"), &arena, &list, &err) == STATUS_OK && list.n == 1,
	   "one that is bound to a language shows in no other");
	ok(note_linking(n, SLICE("doc:cfw/cop/2024/17"), SLICE("para_12"), &arena, &list, &err) ==
	                   STATUS_OK && list.n == 1,
	   "what it speaks of");
	ok(note_linking(n, SLICE("doc:a/70/1"), SLICE(""), &arena, &list, &err) == STATUS_OK && list.n == 1,
	   "and of a whole document");
	notes_close(n);
	arena_release(&arena);
}

static void
refs(void)
{
	struct slice text = SLICE("See CFW/COP/2024/17@en#12. And A/70/1!annex_1#para_3, A/71/2@environs; A/72/3.");
	struct note_ref ref = { 0 };

	ok(note_next_ref(text, &ref), "a REF");
	is(ref.symbol, "CFW/COP/2024/17", "its symbol");
	is(ref.language, "en", "its language");
	is(buf_slice(&ref.place), "para_12", "its place, as places are filed");
	is(slice_sub(text, ref.start, ref.end), "CFW/COP/2024/17@en#12", "the full stop is the sentence's");
	ok(note_next_ref(text, &ref) && slice_is(buf_slice(&ref.place), "annex_1!para_3"), "an annex");
	ok(note_next_ref(text, &ref) && ref.language.len == 0 && ref.place.len == 0, "no language");
	ok(note_next_ref(text, &ref), "the last");
	is(ref.symbol, "A/72/3", "a symbol alone");
	ok(!note_next_ref(text, &ref), "that was all");
}

static void
undoing(void)
{
	struct arena arena = { 0 };
	struct notes *n = open_notes("b/notes.db");
	struct note a = sample(id_a, "first"), got;
	struct journal_step step;
	struct note_list list;
	struct err err;

	is_number(journal_undo(n, &arena, &step, &err), STATUS_MISSING, "nothing to undo");
	ok(note_put(n, &a, &err) == STATUS_OK, "written");
	a.text = SLICE("second");
	ok(note_put(n, &a, &err) == STATUS_OK, "changed");
	notes_close(n);
	n = open_notes("b/notes.db");
	ok(journal_undo(n, &arena, &step, &err) == STATUS_OK && step.n == 1 && step.v[0].has_after,
	   "undone after a restart");
	ok(note_get(n, a.id, &arena, &got, &err) == STATUS_OK && slice_is(got.text, "first"), "first again");
	ok(journal_undo(n, &arena, &step, &err) == STATUS_OK && !step.v[0].has_after, "undone to nothing");
	ok(note_list(n, NOTE_ALL, &arena, &list, &err) == STATUS_OK && list.n == 0, "none is left");
	ok(note_list(n, NOTE_TRASH, &arena, &list, &err) == STATUS_OK && list.n == 1, "but in the trash");
	is_number(journal_undo(n, &arena, &step, &err), STATUS_MISSING, "nothing more");
	ok(journal_redo(n, &arena, &step, &err) == STATUS_OK && journal_redo(n, &arena, &step, &err) ==
	                   STATUS_OK, "done again, twice");
	ok(note_get(n, a.id, &arena, &got, &err) == STATUS_OK && slice_is(got.text, "second"), "second");
	ok(journal_undo(n, &arena, &step, &err) == STATUS_OK, "undone");
	a.text = SLICE("third");
	ok(note_put(n, &a, &err) == STATUS_OK, "and changed otherwise");
	is_number(journal_redo(n, &arena, &step, &err), STATUS_MISSING, "there is no way back");
	a.state = NOTE_ORPHAN;
	ok(note_settle(n, &a, 1, &err) == STATUS_OK, "what no person did");
	ok(journal_undo(n, &arena, &step, &err) == STATUS_OK &&
	           slice_is(step.v[0].before.text, "third") && slice_is(step.v[0].after.text, "first"),
	   "is no step");
	notes_close(n);
	arena_release(&arena);
}

static void
trash(void)
{
	struct arena arena = { 0 };
	struct notes *n = open_notes("c/notes.db");
	struct note list[2] = { sample(id_a, "a"), sample(id_b, "b") };
	struct journal_step step;
	struct note_counts counts;
	struct err err;
	size_t gone;

	ok(note_put_all(n, list, 2, &err) == STATUS_OK, "two at once");
	list[0].trashed = 100;
	list[1].state = NOTE_CHANGED;
	ok(note_put_all(n, list, 2, &err) == STATUS_OK, "changed at once");
	ok(note_count(n, &counts, &err) == STATUS_OK && counts.notes == 1 && counts.trash == 1 &&
	           counts.changed == 1 && counts.orphans == 0,
	   "counted");
	ok(note_purge(n, 100, &gone, &err) == STATUS_OK && gone == 0, "not before its time");
	ok(note_purge(n, 101, &gone, &err) == STATUS_OK && gone == 1, "gone for good");
	ok(journal_undo(n, &arena, &step, &err) == STATUS_OK && step.n == 1, "the other is undone alone");
	notes_close(n);
	arena_release(&arena);
}

static void
tags_and_drafts(void)
{
	struct arena arena = { 0 };
	struct notes *n = open_notes("d/notes.db");
	struct note a = sample(id_a, "half a wo");
	struct note_list list;
	struct err err;

	note_add_tag(&a, SLICE(" 预防 "), &arena);
	note_add_tag(&a, SLICE("asset recovery"), &arena);
	note_add_tag(&a, SLICE("预防"), &arena);
	is(a.tags, "\nasset recovery\n预防\n", "tags are sorted, each once");
	ok(note_has_tag(&a, SLICE("预防")) && !note_has_tag(&a, SLICE("asset")), "whole names");
	note_drop_tag(&a, SLICE("asset recovery"), &arena);
	note_drop_tag(&a, SLICE("预防"), &arena);
	is(a.tags, "", "and none");
	ok(note_put_draft(n, &a, &err) == STATUS_OK && note_put_draft(n, &a, &err) == STATUS_OK, "a draft");
	ok(note_drafts(n, a.document, &arena, &list, &err) == STATUS_OK && list.n == 1 &&
	           note_same(&list.v[0], &a),
	   "is found");
	ok(note_drop_draft(n, a.id, &err) == STATUS_OK &&
	           note_drafts(n, a.document, &arena, &list, &err) == STATUS_OK && list.n == 0,
	   "until it is dropped");
	notes_close(n);
	arena_release(&arena);
}

/* The log is whole notes, one a line; a torn line is ended. */
static void
logging(void)
{
	struct notes *n = open_notes("e/notes.db");
	struct note a = sample(id_a, "first\nand second line"), got;
	struct buf path = { 0 }, content = { 0 };
	struct arena arena = { 0 };
	struct slice rest, line;
	struct jsonread v;
	struct err err;
	size_t at, notes = 0;
	FILE *f;

	ok(note_put(n, &a, &err) == STATUS_OK, "one");
	buf_addf(&path, "%s/e/notes.log", folder);
	f = fopen(path.p, "a");
	if (!ok(f != NULL, "there is a log"))
		return;
	fputs("{\"id\": \"torn", f);
	fclose(f);
	a.text = SLICE("third");
	ok(note_put(n, &a, &err) == STATUS_OK, "another");
	if (file_read(path.p, &content, &err) != STATUS_OK)
		ok(false, "%s", err_words(&err, UI_EN));
	rest = buf_slice(&content);
	while (slice_next(&rest, '\n', &line))
		notes += jsonread_text(line, &arena, &v, &at) && note_read_json(&v, &arena, &got);
	is_number(notes, 2, "both are in it");
	is(got.text, "third", "the last one last");
	chmod(path.p, 0400);
	notes_close(n);
	buf_release(&path);
	buf_release(&content);
	arena_release(&arena);
}

/* Whether a statement reads a whole table. */
static bool
scans(struct notes *n, enum query query)
{
	struct buf sql = { 0 };
	sqlite3_stmt *s = NULL;
	bool scan = false;

	buf_addf(&sql, "EXPLAIN QUERY PLAN %s", db_sql(query));
	if (sqlite3_prepare_v2(n->db->handle, sql.p, -1, &s, NULL) != SQLITE_OK)
		scan = true;
	while (s && sqlite3_step(s) == SQLITE_ROW) {
		struct slice detail = db_column_kept(s, 3);

		/* The journal has an end; an index of some rows has only those. */
		if (slice_starts(detail, "SCAN") && !slice_starts(detail, "SCAN journal USING") &&
		    !slice_starts(detail, "SCAN note USING INDEX note_state"))
			scan = true;
	}
	sqlite3_finalize(s);
	buf_release(&sql);
	return scan;
}

static void
plans(void)
{
	static const enum query quick[] = { QUERY_GET_NOTE,     QUERY_NOTES_STARTING, QUERY_NOTES_OF_DOCUMENT,
		                            QUERY_NOTES_ORPHANS, QUERY_NOTES_LINKING,  QUERY_DROP_NOTE,
		                            QUERY_DROP_NOTE_LINKS, QUERY_LAST_STEP,    QUERY_STEP_TO_UNDO,
		                            QUERY_STEP_TO_REDO, QUERY_SET_UNDONE,     QUERY_DROP_UNDONE,
		                            QUERY_DROP_STEPS,   QUERY_DROP_NOTE_STEPS, QUERY_DRAFTS };
	struct notes *n = open_notes("f/notes.db");

	for (size_t i = 0; i < sizeof quick / sizeof *quick; i++)
		ok(!scans(n, quick[i]), "reads no whole table: %.60s", db_sql(quick[i]));
	notes_close(n);
}

int
main(void)
{
	struct buf clean = { 0 };
	char one[NOTE_ID_LEN + 1], two[NOTE_ID_LEN + 1];

	if (!mkdtemp(folder))
		tap_skip_all("no folder for scratch files");
	note_make_id(one);
	note_make_id(two);
	ok(strlen(one) == NOTE_ID_LEN && strcmp(one, two) != 0, "ids are long and random");
	keeping();
	refs();
	undoing();
	trash();
	tags_and_drafts();
	logging();
	plans();
	buf_addf(&clean, "rm -rf '%s'", folder);
	if (system(clean.p) != 0)
		printf("# %s stays\n", folder);
	buf_release(&clean);
	return tap_done();
}
