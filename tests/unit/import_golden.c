/* SPDX-License-Identifier: ISC */
/*
 * What every stage of the import makes of the texts in tests/fixtures/import, against golden files.
 * DUAN_UPDATE_GOLDEN=1 rewrites them; the difference is then read like code.
 */
#include "config.h"

#include "base/file.h"
#include "import/stage.h"
#include "tap.h"

#include <stdio.h>
#include <stdlib.h>

/* The line in which two texts part. */
static void
show_difference(struct slice got, struct slice want)
{
	struct slice g, w;
	int n = 1;

	while (slice_next(&got, '\n', &g) && slice_next(&want, '\n', &w) && slice_eq(g, w))
		n++;
	printf("# line %d\n#  got: %.*s\n# want: %.*s\n", n, SLICE_ARG(g), SLICE_ARG(w));
}

static void
compare(struct slice stages, const char *name)
{
	struct buf path = { 0 }, want = { 0 };
	struct err err;

	buf_addf(&path, "%s/%s.stages", tap_path("golden/import"), name);
	if (getenv("DUAN_UPDATE_GOLDEN"))
		ok(file_write(buf_str(&path), stages, &err) == STATUS_OK, "%s: golden file written", name);
	else if (ok(file_read(buf_str(&path), &want, &err) == STATUS_OK, "%s: golden file", name) &&
	         !ok(slice_eq(stages, buf_slice(&want)), "%s: as before", name))
		show_difference(stages, buf_slice(&want));
	buf_release(&path);
	buf_release(&want);
}

static void
check(const char *name)
{
	struct buf path = { 0 }, bytes = { 0 }, stages = { 0 };
	struct doc *d = NULL;
	struct err err;

	buf_addf(&path, "%s/%s.txt", tap_path("fixtures/import"), name);
	if (ok(file_read(buf_str(&path), &bytes, &err) == STATUS_OK, "%s: read", name) &&
	    ok(import_bytes_staged(&bytes, slice_from(name), &stages, &d, &err) == STATUS_OK,
	       "%s: imported", name)) {
		compare(buf_slice(&stages), name);
		doc_free(d);
	}
	buf_release(&path);
	buf_release(&bytes);
	buf_release(&stages);
}

int
main(void)
{
	static const char *const name[] = { "charter.zh", "decisions.en", "draft.zh",  "late.en",  "note.en",
		                            "old.en",     "plain",        "record.en", "report.zh" };

	for (size_t i = 0; i < sizeof name / sizeof *name; i++)
		check(name[i]);
	return tap_done();
}
