/* SPDX-License-Identifier: ISC */
/*
 * A session with a library of reports that speak of water, to be searched.
 */
#ifndef DUAN_TESTS_LOOK_SAMPLE_H
#define DUAN_TESTS_LOOK_SAMPLE_H

#include "link_sample.h"
#include "store_sample.h"

#include <stdlib.h>
#include <unistd.h>

#define LOOK_LONG 400 /* paragraphs of the long report, all of which speak of rivers */

static inline void
look_add(struct library *l, const char *symbol, const char *title, const char *const *text, size_t n)
{
	struct doc *d = sample_new(symbol, "zh", title, symbol);
	struct arena arena = { 0 };

	sample_block(d, BLOCK_HEADING, "一.", 0, title);
	for (size_t i = 0; i < n; i++)
		sample_block(d, BLOCK_PARAGRAPH, arena_printf(&d->arena, "%zu.", i + 1).p, (long)i + 1,
		             text[i]);
	is_number(sample_add(l, d, symbol, &arena).what, LIBRARY_NEW, "%s is added", symbol);
	arena_release(&arena);
}

/* A/3/1 and A/3/2 speak of wells, A/3/3 of rivers in all of its paragraphs. */
static inline void
look_fill(struct library *l)
{
	static const char *const first[] = { "会议审议了 2018 年的水井报告。", "河流的分配。",
		                             "水井的深度和水井的数目。" };
	static const char *const second[] = { "见 A/3/1，第 3 段。", "共用水井的管理。" };
	const char *rivers[LOOK_LONG];

	for (size_t i = 0; i < LOOK_LONG; i++)
		rivers[i] = "河流、湖泊和泉水。";
	look_add(l, "A/3/3", "河流", rivers, LOOK_LONG);
	look_add(l, "A/3/1", "旧报告", first, 3);
	look_add(l, "A/3/2", "水井", second, 2);
}

static inline struct library *
look_library(const char *folder)
{
	struct library *l = NULL;
	struct buf path = { 0 };
	struct err err;

	buf_addf(&path, "%s/library.db", folder);
	if (!ok(library_open(path.p, &l, &err) == STATUS_OK, "a library opens"))
		printf("# %s\n", err_words(&err, UI_EN));
	buf_release(&path);
	return l;
}

static inline struct session *
look_session(struct library *l, struct notes *notes)
{
	struct session *s = session_new((struct session_settings){ .ui = UI_EN,
		                                                    .width = { .ambiguous = 1 },
		                                                    .rows = 24,
		                                                    .cols = 80,
		                                                    .notes = notes,
		                                                    .library = l });

	session_open(s, link_report("A/1/1", "A/2/2"), SLICE(""));
	return s;
}

/* Time for everything that is to be looked for; gives how many slices it took. */
static inline int
look_wait(struct session *s)
{
	struct event peace = { .kind = EVENT_TIMEOUT };
	int n = 0;

	for (; session_timeout_ms(s) == 0 && n < 1000; n++)
		session_handle(s, &peace);
	return n;
}

static inline void
look_drop(const char *folder)
{
	struct buf line = { 0 };

	buf_addf(&line, "rm -rf '%s'", folder);
	if (system(line.p) != 0)
		printf("# %s stays\n", folder);
	buf_release(&line);
}

#endif
