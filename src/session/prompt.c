/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/prompt.h"

#include "session/key.h"
#include "text/width.h"

#include <string.h>

static void
set_text(struct prompt *p, struct slice text)
{
	buf_clear(&p->text);
	buf_add(&p->text, text);
	p->at = p->text.len;
}

void
prompt_open(struct prompt *p, char sign)
{
	p->is_open = true;
	p->sign = sign;
	p->recall = p->history.n;
	set_text(p, SLICE(""));
	buf_clear(&p->draft);
}

void
prompt_release(struct prompt *p)
{
	buf_release(&p->text);
	buf_release(&p->draft);
	for (size_t i = 0; i < p->history.n; i++)
		free(p->history.v[i]);
	VEC_RELEASE(&p->history);
	*p = (struct prompt){ 0 };
}

/* Puts `with` in the place of the bytes from `start` to `end`; the cursor goes behind it. */
static void
replace(struct prompt *p, size_t start, size_t end, struct slice with)
{
	struct buf tail = { 0 };

	if (p->text.len - (end - start) + with.len > PROMPT_BYTES_MAX)
		return;
	buf_add(&tail, slice_skip(buf_slice(&p->text), end));
	buf_truncate(&p->text, start);
	buf_add(&p->text, with);
	p->at = p->text.len;
	buf_add(&p->text, buf_slice(&tail));
	buf_release(&tail);
}

static size_t
cluster_after(const struct prompt *p)
{
	struct width any = { .ambiguous = 1 };

	return p->at < p->text.len ? width_cluster(any, buf_slice(&p->text), p->at).end : p->at;
}

static size_t
cluster_before(const struct prompt *p)
{
	struct width any = { .ambiguous = 1 };
	size_t at = 0, before = 0;

	while (at < p->at) {
		before = at;
		at = width_cluster(any, buf_slice(&p->text), at).end;
	}
	return before;
}

/* Blanks before the cursor, and what is before them up to a blank. */
static size_t
word_before(const struct prompt *p)
{
	size_t at = p->at;

	while (at > 0 && p->text.p[at - 1] == ' ')
		at--;
	while (at > 0 && p->text.p[at - 1] != ' ')
		at--;
	return at;
}

static void
recall(struct prompt *p, long by)
{
	if ((by < 0 && p->recall == 0) || (by > 0 && p->recall >= p->history.n))
		return;
	if (p->recall == p->history.n) {
		buf_clear(&p->draft);
		buf_add(&p->draft, buf_slice(&p->text));
	}
	p->recall = by < 0 ? p->recall - 1 : p->recall + 1;
	set_text(p, p->recall == p->history.n ? buf_slice(&p->draft)
	                                      : slice_from(p->history.v[p->recall]));
}

void
prompt_remember(struct prompt *p, struct slice line)
{
	char *copy;

	if (line.len == 0 ||
	    (p->history.n > 0 && slice_is(line, p->history.v[p->history.n - 1])))
		return;
	if (p->history.n == PROMPT_HISTORY_MAX) {
		free(p->history.v[0]);
		memmove(p->history.v, p->history.v + 1, (p->history.n - 1) * sizeof *p->history.v);
		p->history.n--;
	}
	copy = mem_resize(NULL, line.len + 1);
	memcpy(copy, line.p, line.len);
	copy[line.len] = '\0';
	VEC_PUSH(&p->history, copy);
}

static void
insert(struct prompt *p, codepoint c)
{
	struct buf typed = { 0 };

	utf8_add(&typed, c);
	replace(p, p->at, p->at, buf_slice(&typed));
	buf_release(&typed);
}

static enum prompt_answer
close_with(struct prompt *p, enum prompt_answer answer)
{
	p->is_open = false;
	return answer;
}

static void
edit(struct prompt *p, codepoint key)
{
	if (key == EVENT_BACKSPACE)
		replace(p, cluster_before(p), p->at, SLICE(""));
	else if (key == EVENT_DELETE || key == KEY_CONTROL('d'))
		replace(p, p->at, cluster_after(p), SLICE(""));
	else if (key == KEY_CONTROL('u'))
		replace(p, 0, p->at, SLICE(""));
	else if (key == KEY_CONTROL('k'))
		replace(p, p->at, p->text.len, SLICE(""));
	else if (key == KEY_CONTROL('w'))
		replace(p, word_before(p), p->at, SLICE(""));
	else if (key == EVENT_LEFT)
		p->at = cluster_before(p);
	else if (key == EVENT_RIGHT)
		p->at = cluster_after(p);
	else if (key == EVENT_HOME || key == KEY_CONTROL('a'))
		p->at = 0;
	else if (key == EVENT_END || key == KEY_CONTROL('e'))
		p->at = p->text.len;
	else if (key == EVENT_UP || key == KEY_CONTROL('p'))
		recall(p, -1);
	else if (key == EVENT_DOWN || key == KEY_CONTROL('n'))
		recall(p, 1);
	else if (key_is_text(key))
		insert(p, key);
}

enum prompt_answer
prompt_type(struct prompt *p, codepoint key)
{
	if (key == EVENT_ENTER) {
		prompt_remember(p, buf_slice(&p->text));
		return close_with(p, PROMPT_DONE);
	}
	if (key == EVENT_ESCAPE || key == KEY_CONTROL('c') ||
	    (key == EVENT_BACKSPACE && p->text.len == 0))
		return close_with(p, PROMPT_CANCEL);
	edit(p, key);
	return PROMPT_MORE;
}

void
prompt_replace(struct prompt *p, size_t start, struct slice with)
{
	replace(p, start, p->text.len, with);
}

void
prompt_paste(struct prompt *p, struct slice text)
{
	for (size_t at = 0; at < text.len;) {
		codepoint c = utf8_next(text, &at);

		insert(p, key_is_text(c) ? c : ' ');
	}
}
