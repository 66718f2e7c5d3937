/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cage_priv.h"

#include "base/file.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define PROGRAM "duan-extract"

static long
seconds_of_reader(void)
{
	return lock_limits_of(LOCK_EXTRACT).seconds;
}

static void
limit(void)
{
	struct lock_limits limits = lock_limits_of(LOCK_EXTRACT);
	struct lock_state state = { 0 };

	lock_limits(&limits, SIGKILL, &state);
}

static enum status
refuse_end(const struct cage *c, struct slice name, struct err *err)
{
	switch (c->child.end) {
	case CHILD_SLOW:
		return err_set(err, STATUS_UNREADABLE, "%.*s: not read within %ld seconds, given up",
		               "%.*s：%ld 秒内未能读完，已放弃", SLICE_ARG(name), seconds_of_reader());
	case CHILD_LONG:
		return err_set(err, STATUS_TOO_BIG, "%.*s: holds more text than any report does, given up",
		               "%.*s：文字量超出任何报告，已放弃", SLICE_ARG(name));
	case CHILD_RUNS:
	case CHILD_BROKEN:
	case CHILD_ENDED:
		break;
	}
	return err_set(err, STATUS_UNREADABLE,
	               "%.*s: its reader broke down over it; the file is damaged or hostile",
	               "%.*s：读取程序异常中止，文件可能已损坏或含恶意内容", SLICE_ARG(name));
}

static enum status
refuse_file(enum extract_refusal refusal, enum sniff_format format, struct slice name,
            struct err *err)
{
	const char *kind = sniff_kind(format);

	switch (refusal) {
	case EXTRACT_READ:
	case EXTRACT_REFUSALS:
		break;
	case EXTRACT_DAMAGED:
		return err_set(err, STATUS_UNREADABLE, "%.*s: damaged, or no %s file at all",
		               "%.*s：已损坏，或者不是 %s 文件", SLICE_ARG(name), kind);
	case EXTRACT_ENCRYPTED:
		return err_set(err, STATUS_UNREADABLE, "%.*s: needs a password; save it without one first",
		               "%.*s：有密码保护，请先另存为不带密码的文件", SLICE_ARG(name));
	case EXTRACT_TOO_BIG:
		return err_set(err, STATUS_TOO_BIG, "%.*s: unpacks to more than any report holds",
		               "%.*s：解开后大小超出任何报告", SLICE_ARG(name));
	case EXTRACT_NO_TEXT:
		return err_set(err, STATUS_UNREADABLE,
		               "%.*s: holds no text, only pictures of it; run character recognition on it first",
		               "%.*s：没有文字，只有图像，请先做文字识别", SLICE_ARG(name));
	case EXTRACT_ERROR_PAGE:
		return err_set(err, STATUS_UNREADABLE,
		               "%.*s: the document system's error page, not the document",
		               "%.*s：是文件系统的出错页，不是所要的文件", SLICE_ARG(name));
	case EXTRACT_NO_READER:
		return err_set(err, STATUS_UNREADABLE, "%.*s: this duan was built without a reader of %s",
		               "%.*s：本程序编译时未包含 %s 读取功能", SLICE_ARG(name), kind);
	}
	return STATUS_OK;
}

enum status
cage_begin(struct cage *c, struct child_means *means, struct slice name, struct err *err)
{
	const char *own = means->argv[0];
	struct buf program = { 0 };
	bool started;

	if (!file_program(own, DUAN_LIBEXECDIR, &program)) {
		buf_release(&program);
		return err_set(err, STATUS_UNREADABLE, "%.*s: the program %s is missing; install duan again",
		               "%.*s：缺少程序 %s，请重新安装", SLICE_ARG(name), own);
	}
	means->program = buf_str(&program);
	started = child_start(&c->child, means);
	buf_release(&program);
	if (!started)
		return err_set(err, STATUS_IO, "%.*s: no reader could be started: %s",
		               "%.*s：无法启动读取程序：%s", SLICE_ARG(name), strerror(errno));
	return STATUS_OK;
}

/* `words`: one of our own programs, and what it is told. */
static enum status
begin(const char *const words[2], void (*before)(void), struct slice bytes, struct slice name,
      struct cage *c, struct err *err)
{
	char *argv[] = { (char *)(uintptr_t)words[0], (char *)(uintptr_t)words[1], NULL };
	char *environment[] = { (char *)"LC_ALL=C.UTF-8", NULL };
	struct child_means means = { .argv = argv,
		                     .environment = environment,
		                     .before = before,
		                     .input = bytes,
		                     .answer_most = CAGE_BYTES_MOST };

	return cage_begin(c, &means, name, err);
}

struct cage *
cage_start(enum sniff_format format, struct slice bytes, struct slice name, struct err *err)
{
	struct cage *c = mem_resize(NULL, sizeof *c);

	*c = (struct cage){ .format = format, .seconds = seconds_of_reader() };
	if (begin((const char *[]){ PROGRAM, sniff_name(format) }, limit, bytes, name, c, err) == STATUS_OK)
		return c;
	free(c);
	return NULL;
}

struct child *
cage_child(struct cage *c)
{
	return &c->child;
}

long
cage_seconds(const struct cage *c)
{
	return c->seconds;
}

enum status
cage_finish(struct cage *c, struct slice name, struct extract *out, struct err *err)
{
	enum status status;

	child_finish(&c->child, seconds_of_reader());
	if (c->child.end != CHILD_ENDED)
		status = refuse_end(c, name, err);
	else if (extract_read(buf_slice(&c->child.answer), out) != STATUS_OK)
		status = err_set(err, STATUS_UNREADABLE, "%.*s: its reader gave no sound answer",
		                 "%.*s：读取程序的结果无效", SLICE_ARG(name));
	else
		status = refuse_file(out->refusal, c->format, name, err);
	cage_cancel(c);
	return status;
}

void
cage_cancel(struct cage *c)
{
	if (!c)
		return;
	child_release(&c->child);
	free(c);
}

enum status
cage_run(enum sniff_format format, struct slice bytes, struct slice name, struct extract *out,
         struct err *err)
{
	struct cage *c = cage_start(format, bytes, name, err);

	return c ? cage_finish(c, name, out, err) : STATUS_UNREADABLE;
}

enum status
cage_ask(enum lock_program which, struct lock_state *state, struct err *err)
{
	static const char *const names[LOCK_PROGRAMS] = {
		[LOCK_EXTRACT] = PROGRAM,
		[LOCK_FETCH] = "duan-fetch",
		[LOCK_CONVERT] = "duan-convert",
	};
	struct slice name = slice_from(names[which]);
	struct cage c = { .format = SNIFF_TEXT };
	/* What runs a converter has no limits itself. */
	enum status status = begin((const char *[]){ names[which], "--protection" },
	                           which == LOCK_CONVERT ? NULL : limit, SLICE(""), name, &c, err);

	*state = (struct lock_state){ 0 };
	if (status == STATUS_OK)
		child_finish(&c.child, seconds_of_reader());
	if (status == STATUS_OK &&
	    (c.child.end != CHILD_ENDED || !lock_told(buf_str(&c.child.answer), state)))
		status = refuse_end(&c, name, err);
	child_release(&c.child);
	return status;
}
