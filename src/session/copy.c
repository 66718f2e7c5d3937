/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/copy.h"

#include "session/session.h"
#include "text/width.h"

void
copy_release(struct copy *c)
{
	buf_release(&c->text);
	*c = (struct copy){ 0 };
}

#define CLUSTER_BYTES 32 /* that are copied as they are: marks and joiners of an emoji among them */

/* Who pastes it is as safe as who sees it here; but what is invisible and belongs to a character, as
 * width_clean() has no use for it, stays. */
static void
add_clean(struct slice text, struct buf *out)
{
	const struct width any = { .ambiguous = 1 };

	for (size_t at = 0; at < text.len;) {
		struct cluster c = width_cluster(any, text, at);
		struct slice bytes = slice_sub(text, at, c.end);

		if (bytes.p[0] == '\n' || bytes.p[0] == '\t' ||
		    (!c.is_stand_in && c.base != 0 && bytes.len <= CLUSTER_BYTES))
			buf_add(out, bytes);
		else
			width_clean(bytes, false, out);
		at = c.end;
	}
}

void
copy_put(struct session *s, struct words what, struct slice text)
{
	struct copy *c = &s->copy;

	buf_clear(&c->text);
	add_clean(text, &c->text);
	c->what = what;
	c->is_due = c->text.len > 0;
	if (!c->is_due)
		session_complain(s, "there is nothing to copy", "没有可复制的");
}

void
copy_done(struct session *s, enum copy_way way, struct slice path)
{
	const char *what = words_in(s->copy.what, s->settings.ui);
	size_t n = utf8_count(buf_slice(&s->copy.text));

	s->copy.is_due = false;
	switch (way) {
	case COPY_TERMINAL:
		session_say(s, "copied: %s, %zu characters", "已复制%s，%zu 字", what, n);
		break;
	case COPY_TMUX:
		session_say(s, "copied to tmux: %s, %zu characters", "已复制到 tmux：%s，%zu 字", what, n);
		break;
	case COPY_UNKNOWN:
		session_complain(s, "this terminal is not known to copy: %s, %zu characters, is in %.*s",
		                 "不知此终端能否复制：%s（%zu 字）已存入 %.*s", what, n, SLICE_ARG(path));
		break;
	case COPY_LONG:
		session_complain(s, "too long for the terminal: %s, %zu characters, is in %.*s",
		                 "太长，终端收不下：%s（%zu 字）已存入 %.*s", what, n, SLICE_ARG(path));
		break;
	case COPY_NOWHERE:
		session_say(s, "no terminal to copy with: %s, %zu characters",
		            "没有可供复制的终端：%s，%zu 字", what, n);
		break;
	}
}
