/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "store/screens.h"

#include "tap.h"

#include <stdlib.h>

int
main(void)
{
	char folder[] = "/tmp/duan-test-XXXXXX";
	struct arena arena = { 0 };
	struct buf path = { 0 };
	struct slice got = { 0 };
	struct notes *n;
	struct err err;

	if (!mkdtemp(folder))
		tap_skip_all("no folder for notes");
	buf_addf(&path, "%s/notes.db", folder);
	if (!ok(notes_open(buf_str(&path), &n, &err) == STATUS_OK, "opens"))
		return tap_done();
	is_number(screens_get(n, SLICE("/a/library.db"), &arena, &got, &err), STATUS_MISSING, "none yet");
	ok(screens_put(n, SLICE("/a/library.db"), SLICE("{\"tiles\":\"1\"}"), &err) == STATUS_OK, "put");
	ok(screens_put(n, SLICE("/b/library.db"), SLICE("{}"), &err) == STATUS_OK, "of another library");
	ok(screens_put(n, SLICE("/a/library.db"), SLICE("{\"tiles\":\"2\"}"), &err) == STATUS_OK, "again");
	ok(screens_get(n, SLICE("/a/library.db"), &arena, &got, &err) == STATUS_OK, "got");
	is(got, "{\"tiles\":\"2\"}", "the last one");
	notes_close(n);
	buf_clear(&path);
	buf_addf(&path, "rm -rf '%s'", folder);
	if (system(buf_str(&path)) != 0)
		return 1;
	buf_release(&path);
	arena_release(&arena);
	return tap_done();
}
