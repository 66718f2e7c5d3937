/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/fetching.h"

#include "session_priv.h"

#include "cite/symbol.h"

void
fetching_release(struct fetching *f)
{
	buf_release(&f->wanted);
	errand_release(&f->errand);
}

/* The document that has it; empty: none is known. */
static struct slice
symbol_of(const struct target *t, struct slice container)
{
	if (t->scheme == TARGET_DOC)
		return t->name;
	return t->scheme == TARGET_RES || t->scheme == TARGET_DEC ? container : slice_from(NULL);
}

static bool
is_wanted(const struct fetching *f, struct slice key)
{
	struct slice rest = buf_slice(&f->wanted), line;

	while (slice_next(&rest, '\n', &line))
		if (slice_eq(line, key))
			return true;
	return false;
}

bool
fetching_want(struct session *s, struct slice target, struct slice container)
{
	struct fetching *f = &s->fetching;
	struct buf key = { 0 };
	struct target t;
	bool can = s->settings.can_fetch && target_next(&target, &t) &&
	           symbol_of(&t, container).len > 0 &&
	           hyperlink_state(s, &t, container) == FOLLOW_MISSING;

	if (can) {
		symbol_key(symbol_of(&t, container), &key);
		if (!is_wanted(f, buf_slice(&key))) {
			buf_add(&f->wanted, buf_slice(&key));
			buf_add_byte(&f->wanted, '\n');
		}
		session_say(s, "fetching %s; ^C ends it", "正在下载 %s，^C 取消", buf_str(&key));
	}
	buf_release(&key);
	return can;
}

bool
fetching_cancel(struct session *s)
{
	struct fetching *f = &s->fetching;
	bool had = f->wanted.len > 0 || f->errand.pid != 0;

	buf_clear(&f->wanted);
	f->errand.is_cancelled = f->errand.pid != 0;
	return had;
}

void
fetching_take_line(struct session *s, struct slice line)
{
	struct slice result, name, title, rest = line;

	if (errand_complaint(line).len > 0) {
		/* Who has ended it need not be told that it was ended. */
		if (!s->fetching.has_complained && !s->fetching.errand.is_cancelled)
			session_complain(s, "%.*s", "%.*s", SLICE_ARG(errand_complaint(line)));
		s->fetching.has_complained = true;
		return;
	}
	if (!slice_next(&rest, '\t', &result) || !slice_next(&rest, '\t', &name) ||
	    !slice_next(&rest, '\t', &title))
		return;
	session_say(s, "%.*s is here: %.*s", "%.*s 已收入文献库：%.*s", SLICE_ARG(name), SLICE_ARG(title));
}

void
fetching_end(struct session *s)
{
	s->fetching.has_complained = false;
	errand_refresh(s);
}
