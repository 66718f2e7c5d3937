/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/adding.h"

#include "session_priv.h"

#include <stdlib.h>

#define REFUSED_MOST 2000

void
adding_release(struct adding *a)
{
	buf_release(&a->wanted);
	buf_release(&a->progress);
	VEC_RELEASE(&a->refused);
	arena_release(&a->arena);
	errand_release(&a->errand);
}

bool
adding_is_at_work(const struct adding *a)
{
	return a->wanted.len > 0 || a->errand.pid != 0;
}

/* "~", "~/reports": the shell is not there to say where that is. */
static size_t
add_home(struct buf *out, struct slice words, size_t at)
{
	const char *home = getenv("HOME");
	bool is_home = home && at < words.len && words.p[at] == '~' &&
	               (at + 1 == words.len || words.p[at + 1] == '/' || words.p[at + 1] == ' ');

	if (is_home)
		buf_add_str(out, home);
	return is_home ? at + 1 : at;
}

size_t
adding_read_path(struct slice words, size_t at, struct buf *out)
{
	at = add_home(out, words, at);
	for (; at < words.len && words.p[at] != ' '; at++) {
		if (words.p[at] == '\\' && at + 1 < words.len)
			at++;
		buf_add_byte(out, words.p[at]);
	}
	return at;
}

static void
forget_refused(struct adding *a)
{
	VEC_CLEAR(&a->refused);
	arena_clear(&a->arena);
	a->n_unlisted = 0;
}

enum status
adding_want(struct session *s, struct slice words, struct err *err)
{
	struct adding *a = &s->adding;

	if (!s->settings.can_add)
		return err_set(err, STATUS_USAGE, "the library here takes nothing: it is read only, or there is none",
		               "此处的文献库不收文件：只读，或没有文献库");
	if (adding_is_at_work(a))
		return err_set(err, STATUS_BUSY, "files are being added already: %s; ^C ends that",
		               "正在收入文件：%s；按 ^C 取消", buf_str(&a->progress));
	words = slice_trim(words);
	if (words.len == 0)
		return err_set(err, STATUS_USAGE, "add what? a folder or files: :add reports/",
		               "收入什么？请写文件夹或文件：:add 报告/");
	for (size_t at = 0; at < words.len; at++) {
		if (words.p[at] == ' ')
			continue;
		at = adding_read_path(words, at, &a->wanted);
		buf_add_byte(&a->wanted, '\n');
	}
	forget_refused(a);
	buf_clear(&a->progress);
	buf_add_str(&a->progress, words_in(WORDS("adding files; ^C ends it", "正在收入文件，^C 取消"),
	                                   s->settings.ui));
	return STATUS_OK;
}

bool
adding_cancel(struct session *s)
{
	struct adding *a = &s->adding;
	bool had = adding_is_at_work(a);

	buf_clear(&a->wanted);
	if (a->errand.pid == 0)
		buf_clear(&a->progress);
	a->errand.is_cancelled = a->errand.pid != 0;
	return had;
}

bool
adding_may_quit(struct session *s)
{
	struct adding *a = &s->adding;

	if (!adding_is_at_work(a) || a->has_warned)
		return true;
	session_complain(s, "once more quits and ends the adding of files, what came stays: %s",
	                 "再按一次即退出并中止收入文件，已收的保留：%s", buf_str(&a->progress));
	a->has_warned = true;
	return false;
}

static void
refuse(struct adding *a, struct slice why)
{
	if (a->refused.n < REFUSED_MOST)
		VEC_PUSH(&a->refused, arena_copy(&a->arena, why));
	else
		a->n_unlisted++;
}

void
adding_take_line(struct session *s, struct slice line)
{
	struct slice why = errand_complaint(line);

	if (why.len > 0) {
		refuse(&s->adding, why);
		return;
	}
	buf_clear(&s->adding.progress);
	buf_add(&s->adding.progress, line);
}

static void
say_result(struct session *s)
{
	const struct adding *a = &s->adding;
	const char *words = a->progress.p ? a->progress.p : "";

	if (a->errand.has_died)
		session_complain(s, "adding broke off: %s", "收入文件中断：%s", words);
	else if (a->refused.n == 0)
		session_say(s, "added: %s", "已收入：%s", words);
	else if (a->refused.n == 1)
		session_complain(s, "added: %s; %.*s", "已收入：%s；%.*s", words, SLICE_ARG(a->refused.v[0]));
	else
		session_complain(s, "added: %s; :refused lists why", "已收入：%s；:refused 列出原因", words);
}

void
adding_end(struct session *s)
{
	say_result(s);
	buf_clear(&s->adding.progress);
	s->adding.has_warned = false;
	errand_refresh(s);
}
