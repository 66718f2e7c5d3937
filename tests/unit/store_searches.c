/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "store/searches.h"

#include "tap.h"

#include <stdlib.h>
#include <unistd.h>

static struct notes *n;

/* "name=query", "query" …, in their order. */
static void
holds(const char *want, const char *name)
{
	struct arena arena = { 0 };
	struct kept_search *list;
	struct buf got = { 0 };
	size_t count;

	ok(searches_list(n, &arena, &list, &count, NULL) == STATUS_OK, "listed");
	for (size_t i = 0; i < count; i++)
		buf_addf(&got, "%s%.*s%s%.*s", i > 0 ? " " : "", SLICE_ARG(list[i].name),
		         list[i].name.len > 0 ? "=" : "", SLICE_ARG(list[i].query));
	is(buf_slice(&got), want, "%s", name);
	buf_release(&got);
	arena_release(&arena);
}

static void
remembers(void)
{
	ok(searches_remember(n, SLICE("腐败"), NULL) == STATUS_OK, "remembered");
	ok(searches_remember(n, SLICE("wells"), NULL) == STATUS_OK, "another");
	ok(searches_remember(n, SLICE("水"), NULL) == STATUS_OK, "a third");
	holds("水 wells 腐败", "the latest first, within one second too");
	ok(searches_remember(n, SLICE("腐败"), NULL) == STATUS_OK, "the first again");
	holds("腐败 水 wells", "once, and first");
	ok(searches_forget(n, &(struct kept_search){ .query = SLICE("水") }, NULL) == STATUS_OK, "dropped");
	holds("腐败 wells", "gone");
}

static void
saves(void)
{
	ok(searches_save(n, SLICE("b"), SLICE("wells"), NULL) == STATUS_OK, "saved");
	ok(searches_save(n, SLICE("a"), SLICE("x' OR \"y"), NULL) == STATUS_OK, "with signs in it");
	holds("a=x' OR \"y b=wells 腐败 wells", "by name, before the others");
	ok(searches_save(n, SLICE("b"), SLICE("rivers"), NULL) == STATUS_OK, "the same name");
	holds("a=x' OR \"y b=rivers 腐败 wells", "names the later one");
	ok(searches_forget(n, &(struct kept_search){ SLICE("b"), SLICE("rivers") }, NULL) == STATUS_OK,
	   "dropped by its name");
	holds("a=x' OR \"y 腐败 wells", "gone");
}

static void
forgets(void)
{
	struct arena arena = { 0 };
	struct kept_search *list;
	size_t count = 0;

	for (int i = 0; i < SEARCHES_MAX + 3; i++)
		if (searches_remember(n, arena_printf(&arena, "query %d", i), NULL) != STATUS_OK)
			break;
	ok(searches_list(n, &arena, &list, &count, NULL) == STATUS_OK, "listed");
	is_number((long)count, SEARCHES_MAX + 1, "as many as are kept, and the saved one");
	is(list[1].query, "query 502", "the latest ones");
	arena_release(&arena);
}

int
main(void)
{
	char folder[] = "/tmp/duan-test-XXXXXX";
	struct buf path = { 0 };
	struct err err;

	if (!mkdtemp(folder))
		return 1;
	buf_addf(&path, "%s/notes.db", folder);
	if (!ok(notes_open(path.p, &n, &err) == STATUS_OK, "opens"))
		return tap_done();
	holds("", "nothing yet");
	remembers();
	saves();
	forgets();
	notes_close(n);
	buf_clear(&path);
	buf_addf(&path, "rm -rf '%s'", folder);
	if (system(path.p) != 0)
		return 1;
	buf_release(&path);
	return tap_done();
}
