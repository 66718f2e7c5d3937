/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/errand.h"

#include "session_priv.h"

#define LINE_MOST 4096 /* of a longer line only so much is heard */

void
errand_release(struct errand *e)
{
	buf_release(&e->said);
}

void
errand_take(struct errand *e, struct session *s, struct slice bytes, errand_hear *hear)
{
	for (size_t i = 0; i < bytes.len; i++) {
		if (bytes.p[i] == '\n') {
			hear(s, buf_slice(&e->said));
			buf_clear(&e->said);
		} else if (e->said.len < LINE_MOST) {
			buf_add_byte(&e->said, bytes.p[i]);
		}
	}
}

void
errand_end(struct errand *e)
{
	e->pid = 0;
	e->is_cancelled = false;
	buf_clear(&e->said);
}

static bool
is_of_library(enum view_kind kind)
{
	return kind == VIEW_MISSING || kind == VIEW_MISSING_ALL || kind == VIEW_CITED || kind == VIEW_LIBRARY ||
	       kind == VIEW_FAMILY || kind == VIEW_LANGUAGES || kind == VIEW_REFUSED;
}

static void
remake_lists(struct session *s)
{
	if (is_of_library(session_view(s)->kind))
		view_remake_all(s);
}

void
errand_refresh(struct session *s)
{
	hyperlink_refresh(s);
	pane_each(s, remake_lists);
}

struct slice
errand_complaint(struct slice line)
{
	return slice_starts(line, "duan: ") ? slice_skip(line, 6) : slice_from(NULL);
}
