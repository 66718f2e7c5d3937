/* SPDX-License-Identifier: ISC */
/*
 * The first line are keys, as --script takes them; the rest is a document.  Every screen is drawn.
 */
#include "config.h"

#include "fuzz.h"

#include "import/import.h"
#include "pane/pane.h"
#include "session/script.h"

#define KEYS_MOST 200

static void
play(struct session *s, struct slice keys, struct grid *g)
{
	struct err err;
	struct event e;

	for (int n = 0; n < KEYS_MOST && !s->quit && !script_is_done(&keys); n++) {
		if (script_next(&keys, &e, &err) != STATUS_OK)
			return;
		if (e.kind == EVENT_RESIZE && ((long)e.rows * e.cols > 40000 || e.rows < 1 || e.cols < 1))
			continue;
		session_handle(s, &e);
		pane_draw(s, g);
	}
}

void
fuzz_one(struct slice bytes)
{
	struct slice text, keys = fuzz_first_line(bytes, &text);
	unsigned char size = bytes.len > 0 ? (unsigned char)bytes.p[bytes.len - 1] : 0;
	struct session *s;
	struct grid g = { 0 };
	struct buf file = { 0 };
	struct doc *d = NULL;
	struct err err;

	buf_add(&file, text);
	if (import_bytes(&file, slice_from("A_79_309.zh.txt"), &d, &err) == STATUS_OK) {
		s = session_new((struct session_settings){ .ui = size & 1 ? UI_ZH : UI_EN,
			                                   .width = { .ambiguous = 1 + (size >> 1 & 1) },
			                                   .rows = 1 + size % 25,
			                                   .cols = 1 + size % 81,
			                                   .max_cols = SESSION_MAX_COLS });
		session_open(s, d, slice_from(NULL));
		pane_draw(s, &g);
		play(s, keys, &g);
		session_free(s);
	}
	grid_release(&g);
	buf_release(&file);
}
