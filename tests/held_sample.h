/* SPDX-License-Identifier: ISC */
/*
 * The sample documents, a library that holds them, and notes of each sort.
 */
#ifndef DUAN_TESTS_HELD_SAMPLE_H
#define DUAN_TESTS_HELD_SAMPLE_H

#include "import/import.h"
#include "session/session.h"
#include "store/note.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static inline struct doc *
held_read(const char *path)
{
	struct doc *d = NULL;
	struct err err;

	if (import_file(NULL, path, &d, &err) != STATUS_OK)
		die("%s", err_words(&err, UI_EN));
	return d;
}

/* The paths of all; to be released with globfree(). */
static inline void
held_find(glob_t *files)
{
	const char *top = getenv("DUAN_TOP");
	char pattern[4096];

	snprintf(pattern, sizeof pattern, "%s/sample/*.txt", top ? top : ".");
	if (glob(pattern, 0, NULL, files) != 0)
		die("no sample");
}

static inline struct library *
held_library(const char *path, const glob_t *files)
{
	struct library *l = NULL;
	struct err err = { .status = STATUS_OK };

	unlink(path);
	if (library_open(path, &l, &err) != STATUS_OK)
		die("%s", err_words(&err, UI_EN));
	for (size_t i = 0; i < files->gl_pathc; i++) {
		struct doc *d = held_read(files->gl_pathv[i]);
		struct library_change change;
		struct arena arena = { 0 };

		if (library_add(l, d, slice_from(files->gl_pathv[i]), &arena, &change, &err) != STATUS_OK)
			die("%s", err_words(&err, UI_EN));
		arena_release(&arena);
		doc_free(d);
	}
	return l;
}

/* The folder goes first; notes on paragraph 12 of one of the documents. */
static inline struct notes *
held_notes(const char *folder)
{
	struct note note[] = {
		{ .kind = NOTE_TEXT, .text = SLICE("见 CFW/COP/2024/17#44 和 CFW/COP/2024/9#3") },
		{ .kind = NOTE_TEXT, .state = NOTE_CHANGED, .text = SLICE("changed") },
		{ .kind = NOTE_TEXT, .state = NOTE_ORPHAN, .text = SLICE("lost") },
		{ .kind = NOTE_TEXT, .trashed = 1, .text = SLICE("thrown away") },
		{ .kind = NOTE_TEXT, .trashed = 2, .text = SLICE("the same") },
		{ .kind = NOTE_BOOKMARK },
		{ .kind = NOTE_TAG, .tags = SLICE("\nwater\n") },
	};
	struct buf words = { 0 };
	struct notes *n = NULL;
	struct err err = { .status = STATUS_OK };
	char id[NOTE_ID_LEN + 1];

	buf_addf(&words, "rm -rf '%s'", folder);
	if (system(words.p) != 0)
		die("%s stays", folder);
	buf_clear(&words);
	buf_addf(&words, "%s/notes.db", folder);
	if (notes_open(words.p, &n, &err) != STATUS_OK)
		die("%s", err_words(&err, UI_EN));
	for (size_t i = 0; i < sizeof note / sizeof *note; i++) {
		note_make_id(id);
		note[i].id = slice_from(id);
		note[i].document = SLICE("CFW/COP/2024/9");
		note[i].scope = NOTE_PARAGRAPH;
		note[i].version = SLICE("zh");
		note[i].eid = note[i].upto = SLICE("para_12");
		note[i].created = note[i].changed = note_now();
		if (note_put(n, &note[i], &err) != STATUS_OK)
			die("%s", err_words(&err, UI_EN));
	}
	buf_release(&words);
	return n;
}

/* As if files had been added, two of which could not be. */
static inline void
held_refuse(struct session *s)
{
	adding_take_line(s, SLICE("duan: reports/文件.docx: damaged"));
	adding_take_line(s, SLICE("duan: reports/\x1b[31mred.pdf: password"));
}

#endif
