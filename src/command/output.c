/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "command_priv.h"
#include "text/width.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
output_text(struct slice s)
{
	if (s.len > 0)
		(void)!fwrite(s.p, 1, s.len, stdout); /* what failed is seen by output_end() */
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
output_error(struct settings *s, const struct err *err)
{
	const char *words = err_words(err, s->ui);

	if (s->has_complaint && strcmp(words, err_words(&s->complaint, s->ui)) == 0)
		return; /* a library that does not open is asked for more than once */
	say(words);
	if (!s->has_complaint)
		s->complaint = *err;
	s->has_complaint = true;
}

void
output_message(const char *words)
{
	say(words);
}

int
output_usage(struct settings *s, const char *word, const char *en, const char *zh)
{
	struct err err;

	if (word[0] == '-')
		(void)err_set(&err, STATUS_USAGE, "%s: %s; see duan --help", "%s：%s；用法见 duan --help", word,
		              words_in(WORDS(en, zh), s->ui));
	else
		(void)err_set(&err, STATUS_USAGE, "%s: %s; see duan %s --help", "%s：%s；用法见 duan %s --help",
		              word, words_in(WORDS(en, zh), s->ui), word);
	output_error(s, &err);
	return EXIT_USAGE;
}

int
output_end(struct settings *s, int answer)
{
	bool failed = fflush(stdout) != 0 || ferror(stdout);
	struct err err;

	if (!failed)
		return answer;
	if (errno != EPIPE) { /* who reads us may stop when he likes */
		(void)err_set(&err, STATUS_IO, "standard output: %s", "标准输出：%s",
		              strerror(errno));
		output_error(s, &err);
	}
	return answer == EXIT_DONE ? EXIT_REFUSED : answer;
}

void
output_cell(struct buf *line, struct slice text)
{
	if (line->len > 0 && line->p[line->len - 1] != '\n')
		buf_add_byte(line, '\t');
	width_clean(text, false, line);
}

bool
output_has_flag(const struct call *call, const char *flag)
{
	for (size_t i = 0; i < call->flags.n; i++)
		if (strcmp(call->flags.v[i], flag) == 0)
			return true;
	return false;
}

#define HASH_DIGITS 12 /* enough to tell documents apart */

void
output_name(const struct library_document *d, struct buf *out)
{
	if (d->symbol.len == 0) {
		buf_addf(out, "sha256:%.*s", SLICE_ARG(slice_sub(d->sha256, 0, HASH_DIGITS)));
		return;
	}
	buf_add(out, d->symbol);
	if (d->language.len > 0)
		buf_addf(out, "@%.*s", SLICE_ARG(d->language));
}

void
output_known(struct json *j, const char *key, struct slice value)
{
	json_key(j, key);
	if (value.len > 0)
		json_string(j, value);
	else
		json_null(j);
}
