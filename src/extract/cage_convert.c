/* SPDX-License-Identifier: ISC */
/* A converter, from where it is asked for. */
#include "config.h"

#include "base/file.h"
#include "cage_priv.h"
#include "extract/converter.h"

#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

#define MORE_SECONDS 5 /* than the converter has: duan-convert ends it itself */

/* It ends its converter and removes its folder when we are gone. */
static void
limit(void)
{
	struct lock_limits limits = { 0 };
	struct lock_state state = { 0 };

	lock_limits(&limits, SIGTERM, &state);
}

static enum status
start(struct cage *c, const struct convert_means *m, const struct convert_command *command,
      struct slice bytes, struct slice name, struct err *err)
{
	const char *set = getenv("TMPDIR");
	char seconds[32], most[32];
	struct buf temporary = { 0 };
	char *environment[] = { (char *)"LC_ALL=C.UTF-8", NULL, NULL };
	struct child_means means = { .environment = environment,
		                     .before = limit,
		                     .input = bytes,
		                     .answer_most = CAGE_BYTES_MOST,
		                     .is_asked = true };
	VEC(char *) argv = { 0 };
	enum status status;

	snprintf(seconds, sizeof seconds, "%ld", m->seconds);
	snprintf(most, sizeof most, "%zu", CAGE_BYTES_MOST);
	VEC_PUSH(&argv, (char *)(uintptr_t)"duan-convert");
	VEC_PUSH(&argv, (char *)(uintptr_t)convert_name(convert_of(c->format)));
	VEC_PUSH(&argv, seconds);
	VEC_PUSH(&argv, most);
	for (size_t i = 0; i < command->words.n; i++)
		VEC_PUSH(&argv, command->words.v[i]);
	buf_addf(&temporary, "TMPDIR=%s", set ? set : "/tmp");
	environment[1] = temporary.p;
	means.argv = argv.v;
	status = cage_begin(c, &means, name, err);
	VEC_RELEASE(&argv);
	buf_release(&temporary);
	return status;
}

struct cage *
cage_convert(const struct convert_means *m, enum sniff_format format, struct slice bytes,
             struct slice name, struct err *err)
{
	struct convert_command command = { 0 };
	struct cage *c = mem_resize(NULL, sizeof *c);
	enum status status;

	*c = (struct cage){ .format = format, .seconds = m->seconds + MORE_SECONDS };
	status = convert_find(m, convert_of(format), name, &command, err);
	if (status == STATUS_OK)
		status = start(c, m, &command, bytes, name, err);
	convert_command_release(&command);
	if (status == STATUS_OK)
		return c;
	free(c);
	return NULL;
}

static enum status
refuse_end(const struct cage *c, struct slice name, struct err *err)
{
	int how = WIFEXITED(c->child.status) ? WEXITSTATUS(c->child.status) : CONVERTER_FAILED;

	if (c->child.end == CHILD_SLOW || how == CONVERTER_SLOW)
		return err_set(err, STATUS_UNREADABLE, "%.*s: not converted within %ld seconds, given up",
		               "%.*s：%ld 秒内未能转换完，已放弃", SLICE_ARG(name), c->seconds - MORE_SECONDS);
	if (c->child.end == CHILD_LONG || how == CONVERTER_TOO_BIG)
		return err_set(err, STATUS_TOO_BIG, "%.*s: was converted to more than any report holds",
		               "%.*s：转换后大小超出任何报告", SLICE_ARG(name));
	if (how == CONVERTER_NO_FOLDER)
		return err_set(err, STATUS_IO, "%.*s: no folder could be made for its conversion; see TMPDIR",
		               "%.*s：无法为转换建立临时文件夹，请检查 TMPDIR", SLICE_ARG(name));
	if (how == CONVERTER_NOTHING)
		return err_set(err, STATUS_UNREADABLE, "%.*s: its converter made nothing of it; see convert-%s",
		               "%.*s：转换程序没有产生结果，见 convert-%s", SLICE_ARG(name),
		               convert_name(convert_of(c->format)));
	return err_set(err, STATUS_UNREADABLE, "%.*s: its converter broke down over it; see convert-%s",
	               "%.*s：转换程序异常中止，见 convert-%s", SLICE_ARG(name),
	               convert_name(convert_of(c->format)));
}

enum status
cage_converted(struct cage *c, struct slice name, struct buf *made, struct err *err)
{
	enum status status = STATUS_OK;

	child_finish(&c->child, c->seconds);
	if (c->child.end != CHILD_ENDED) {
		status = refuse_end(c, name, err);
	} else {
		*made = c->child.answer;
		c->child.answer = (struct buf){ 0 };
	}
	cage_cancel(c);
	return status;
}
