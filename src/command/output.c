/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "command_priv.h"
#include "text/width.h"

#include <stdio.h>
#include <stdlib.h>

void
output_text(struct slice s)
{
	if (s.len > 0 && fwrite(s.p, 1, s.len, stdout) != s.len)
		exit(EXIT_REFUSED);
}

/* File names and the words of others may hold anything. */
static void
say(const char *words)
{
	struct buf line = { 0 };

	buf_add_str(&line, "duan: ");
	width_clean(slice_from(words), false, &line);
	buf_add_byte(&line, '\n');
	fflush(stdout);
	fputs(line.p, stderr);
	buf_release(&line);
}

void
output_error(const struct settings *s, const struct err *err)
{
	say(err_words(err, s->ui));
}

void
output_usage(const struct settings *s, const char *en, const char *zh, const char *word)
{
	struct err err;

	if (s->ui == UI_ZH)
		(void)err_set(&err, STATUS_USAGE, "%s：%s；用法见 duan --help", "%s：%s；用法见 duan --help",
		              word, zh);
	else
		(void)err_set(&err, STATUS_USAGE, "%s: %s; see duan --help", "%s: %s; see duan --help", word,
		              en);
	output_error(s, &err);
}
