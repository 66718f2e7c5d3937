/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/edit.h"

#include "text/grapheme.h"
#include "text/word.h"

#include <string.h>

#define STEPS_MAX 1000 /* that can be undone */

static void
clear_steps(struct edit_step *steps, size_t *n)
{
	while (*n > 0)
		buf_release(&steps[--*n].removed);
}

void
edit_release(struct edit *e)
{
	clear_steps(e->done.v, &e->done.n);
	clear_steps(e->undone.v, &e->undone.n);
	VEC_RELEASE(&e->done);
	VEC_RELEASE(&e->undone);
	buf_release(&e->text);
	*e = (struct edit){ 0 };
}

void
edit_set(struct edit *e, struct slice text)
{
	edit_release(e);
	buf_add(&e->text, text);
	e->at = e->text.len;
}

/* Puts `with` in the place of some bytes; they go to *removed. */
static void
exchange(struct buf *text, size_t at, size_t n, struct slice with, struct buf *removed)
{
	struct buf tail = { 0 };

	buf_add(removed, slice_sub(buf_slice(text), at, at + n));
	buf_add(&tail, slice_skip(buf_slice(text), at + n));
	buf_truncate(text, at);
	buf_add(text, with);
	buf_add(text, buf_slice(&tail));
	buf_release(&tail);
}

static void
remember(struct edit *e, struct edit_step step)
{
	if (e->done.n == STEPS_MAX) {
		buf_release(&e->done.v[0].removed);
		memmove(e->done.v, e->done.v + 1, (e->done.n - 1) * sizeof *e->done.v);
		e->done.n--;
	}
	VEC_PUSH(&e->done, step);
}

/* Behind these what is typed is a step of its own. */
static bool
ends_step(struct slice typed)
{
	static const char *const ends[] = { " ", "\n", "，", "。", "；", "！", "？", "：" };

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (slice_ends(typed, ends[i]))
			return true;
	return false;
}

static struct edit_step *
growing_step(struct edit *e, size_t at)
{
	struct edit_step *last = e->done.n > 0 ? &e->done.v[e->done.n - 1] : NULL;

	return last && last->may_grow && last->at + last->inserted == at ? last : NULL;
}

static void
change(struct edit *e, size_t at, size_t n, struct slice with, bool is_typed)
{
	struct edit_step *last = n == 0 && is_typed ? growing_step(e, at) : NULL;
	struct edit_step step = { .at = at, .inserted = with.len, .cursor = e->at };
	bool may_grow = is_typed && !ends_step(with);

	if (n == 0 && with.len == 0)
		return;
	clear_steps(e->undone.v, &e->undone.n);
	exchange(&e->text, at, n, with, &step.removed);
	if (last) {
		last->inserted += with.len;
		last->may_grow = may_grow;
		buf_release(&step.removed);
	} else {
		step.may_grow = may_grow;
		remember(e, step);
	}
	e->at = at + with.len;
	e->changes++;
}

static bool
is_refused(codepoint c)
{
	return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0);
}

/* What may stand in a text. */
static size_t
add_allowed(struct slice text, struct buf *out)
{
	size_t refused = 0;

	for (size_t at = 0; at < text.len;) {
		codepoint c = utf8_next(text, &at);

		if (c == '\r') {
			buf_add_byte(out, '\n');
			at += at < text.len && text.p[at] == '\n';
		} else if (is_refused(c)) {
			refused++;
		} else {
			utf8_add(out, c);
		}
	}
	return refused;
}

struct edit_taken
edit_insert(struct edit *e, struct slice text)
{
	struct edit_taken taken = { 0 };
	struct buf allowed = { 0 };
	struct slice whole, fits;
	size_t room = e->text.len < EDIT_BYTES_MAX ? EDIT_BYTES_MAX - e->text.len : 0;
	size_t at = 0;

	taken.refused = add_allowed(text, &allowed);
	whole = fits = buf_slice(&allowed);
	if (whole.len > room) {
		size_t end = grapheme_before(whole, room + 1);

		fits = slice_sub(whole, 0, end);
	}
	taken.left = whole.len - fits.len;
	if (fits.len > 0)
		utf8_next(fits, &at);
	change(e, e->at, 0, fits, fits.len > 0 && at == fits.len);
	buf_release(&allowed);
	return taken;
}

static size_t
line_edge(const struct edit *e, bool forward)
{
	struct slice text = buf_slice(&e->text);
	size_t at = e->at;

	if (forward) {
		at = slice_find_byte(text, '\n', at);
		return at == SLICE_NONE ? text.len : at;
	}
	while (at > 0 && text.p[at - 1] != '\n')
		at--;
	return at;
}

/* The start of the next word, the end of the text if there is none. */
static size_t
word_behind(struct slice text, size_t at)
{
	struct slice word = word_at(text, at);

	if (word.len > 0 && (size_t)(word.p - text.p) <= at)
		word = word_at(text, (size_t)(word.p - text.p) + word.len);
	return word.len > 0 ? (size_t)(word.p - text.p) : text.len;
}

size_t
edit_target(const struct edit *e, enum edit_move by, bool forward)
{
	struct slice text = buf_slice(&e->text), word;

	switch (by) {
	case EDIT_CHARACTER:
		return forward ? grapheme_next(text, e->at) : grapheme_before(text, e->at);
	case EDIT_WORD:
		if (forward)
			return word_behind(text, e->at);
		word = word_before(text, e->at);
		return word.len > 0 ? (size_t)(word.p - text.p) : 0;
	case EDIT_LINE:
		return line_edge(e, forward);
	case EDIT_ALL:
		break;
	}
	return forward ? text.len : 0;
}

void
edit_move(struct edit *e, enum edit_move by, bool forward)
{
	e->at = edit_target(e, by, forward);
	if (e->done.n > 0)
		e->done.v[e->done.n - 1].may_grow = false;
}

void
edit_delete(struct edit *e, enum edit_move by, bool forward)
{
	size_t to = edit_target(e, by, forward);

	if (to == e->at && by == EDIT_LINE)
		to = edit_target(e, EDIT_CHARACTER, forward);
	if (to > e->at)
		change(e, e->at, to - e->at, SLICE(""), false);
	else
		change(e, to, e->at - to, SLICE(""), false);
}

/* Turns a step round: what was put in comes out and the other way. */
static struct edit_step
turn(struct edit *e, struct edit_step *step)
{
	struct edit_step back = { .at = step->at, .inserted = step->removed.len, .cursor = e->at };

	exchange(&e->text, step->at, step->inserted, buf_slice(&step->removed), &back.removed);
	e->at = step->cursor;
	e->changes++;
	buf_release(&step->removed);
	return back;
}

bool
edit_undo(struct edit *e)
{
	struct edit_step back;

	if (e->done.n == 0)
		return false;
	back = turn(e, &e->done.v[--e->done.n]);
	VEC_PUSH(&e->undone, back);
	return true;
}

bool
edit_redo(struct edit *e)
{
	struct edit_step back;

	if (e->undone.n == 0)
		return false;
	back = turn(e, &e->undone.v[--e->undone.n]);
	VEC_PUSH(&e->done, back);
	return true;
}
