/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void (*die_restore)(void);

const char *
words_in(struct words w, enum ui_language language)
{
	return w.text[language];
}

/* Cuts what vsnprintf left of a character at the end of a full buffer. */
static void
cut_at_character(char *s, size_t size)
{
	size_t len = strlen(s), back = 0;

	if (len + 1 < size)
		return;
	while (back < 4 && len > back && ((unsigned char)s[len - 1 - back] & 0xC0) == 0x80)
		back++;
	if (len > back)
		s[len - 1 - back] = '\0';
}

enum status
err_set(struct err *err, enum status status, const char *en, const char *zh, ...)
{
	const char *fmt[UI_LANGUAGES] = { [UI_EN] = en, [UI_ZH] = zh };

	if (!err)
		return status;
	err->status = status;
	for (int i = 0; i < UI_LANGUAGES; i++) {
		va_list args;

		va_start(args, zh);
		vsnprintf(err->words[i], ERR_WORDS_MAX, fmt[i], args);
		va_end(args);
		cut_at_character(err->words[i], ERR_WORDS_MAX);
	}
	return status;
}

const char *
err_words(const struct err *err, enum ui_language language)
{
	return err->words[language];
}

void
die(const char *fmt, ...)
{
	va_list args;

	if (die_restore)
		die_restore();
	fputs("duan: ", stderr);
	va_start(args, fmt);
	vfprintf(stderr, fmt, args);
	va_end(args);
	fputc('\n', stderr);
	exit(70);
}

void
die_hook(void (*restore)(void))
{
	die_restore = restore;
}

void *
mem_resize(void *p, size_t size)
{
	void *q = realloc(p, size ? size : 1);

	if (!q)
		die("out of memory");
	return q;
}
