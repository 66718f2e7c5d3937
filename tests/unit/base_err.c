/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/err.h"

#include "tap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void
errors(void)
{
	struct err err;
	char longest[3000];

	is_number(err_set(&err, STATUS_MISSING, "%s: gone", "%s：没有", "x"), STATUS_MISSING, "status");
	is(slice_from(err_words(&err, UI_EN)), "x: gone", "English words");
	is(slice_from(err_words(&err, UI_ZH)), "x：没有", "Chinese words");
	memset(longest, 0, sizeof longest);
	for (int i = 0; i < 900; i++)
		memcpy(longest + 3 * i, "段", 3);
	(void)err_set(&err, STATUS_IO, "%s", "%s", longest);
	is_number(strlen(err.words[UI_EN]) % 3, 0, "long words are cut at a character");
	is_number(err_set(NULL, STATUS_BUSY, "x", "x"), STATUS_BUSY, "nobody wants the words");
	is(slice_from(words_in(WORDS("page", "页"), UI_ZH)), "页", "words of the interface");
}

static void
restores(void)
{
	fputs("restored; ", stderr);
}

/* What a dying child wrote on standard error. */
static void
deaths(void)
{
	int ends[2], status = 0;
	char said[200] = "";
	pid_t child;

	if (pipe(ends) != 0)
		abort();
	fflush(stdout);
	child = fork();
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		die_hook(restores);
		die("no %s", "memory");
	}
	close(ends[1]);
	waitpid(child, &status, 0);
	if (read(ends[0], said, sizeof said - 1) < 0)
		said[0] = '\0';
	close(ends[0]);
	is(slice_from(said), "restored; duan: no memory\n", "the hook first, then the words");
	ok(WIFEXITED(status) && WEXITSTATUS(status) == 70, "exit 70");
}

int
main(void)
{
	errors();
	deaths();
	return tap_done();
}
