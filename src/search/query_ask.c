/* SPDX-License-Identifier: ISC */
/*
 * A query asked: of the index, of a document, of a paragraph.
 */
#include "config.h"

#include "query_priv.h"

#include "cite/symbol.h"
#include "store/fulltext.h"

#define MATCHES_MAX 512 /* of one word in a paragraph that are counted */

bool
query_has_words(const struct query *q)
{
	switch (q->kind) {
	case QUERY_WORDS:
		return true;
	case QUERY_FIELD:
	case QUERY_NOT:
		return false;
	case QUERY_AND:
	case QUERY_OR:
		break;
	}
	return query_has_words(q->left) || query_has_words(q->right);
}

bool
query_is_beginning(const struct query *q)
{
	struct buf expression = { 0 };
	bool is_beginning = q->kind == QUERY_WORDS && !q->is_symbol && !q->by_sound &&
	                    fulltext_words(q->text, &expression) == FULLTEXT_BEGINNING;

	buf_release(&expression);
	return is_beginning;
}

static bool
is_plain(const struct query *q)
{
	if (q->kind == QUERY_AND)
		return is_plain(q->left) && is_plain(q->right);
	return q->kind == QUERY_WORDS;
}

struct slice
query_quotation(const struct query *q, struct slice typed)
{
	if (q->kind == QUERY_WORDS)
		return q->is_symbol ? slice_from(NULL) : q->text;
	return is_plain(q) ? typed : slice_from(NULL);
}

static void
join(const struct query *q, const char *with, bool needs_both, struct buf *out)
{
	struct buf left = { 0 }, right = { 0 };

	query_expression(q->left, &left);
	query_expression(q->right, &right);
	if (left.len > 0 && right.len > 0)
		buf_addf(out, "(%s) %s (%s)", buf_str(&left), with, buf_str(&right));
	else if (!needs_both)
		buf_add(out, buf_slice(left.len > 0 ? &left : &right));
	buf_release(&left);
	buf_release(&right);
}

void
query_expression(const struct query *q, struct buf *out)
{
	switch (q->kind) {
	case QUERY_WORDS:
		if (q->by_sound)
			break;
		if (q->is_symbol)
			fulltext_symbol(q->text, out);
		else
			(void)fulltext_words(q->text, out);
		break;
	case QUERY_FIELD:
	case QUERY_NOT:
		break;
	case QUERY_AND:
		join(q, "AND", false, out);
		break;
	case QUERY_OR:
		join(q, "OR", true, out);
		break;
	}
}

/* ------------------------------------------------------------------ documents */

static bool
starts_blind(struct slice text, struct slice head)
{
	if (head.len > text.len)
		return false;
	for (size_t i = 0; i < head.len; i++)
		if (byte_to_lower(text.p[i]) != byte_to_lower(head.p[i]))
			return false;
	return true;
}

static bool
symbol_begins(struct slice symbol, struct slice typed)
{
	struct buf key = { 0 };
	bool begins;

	symbol_key(typed, &key);
	begins = key.len > 0 && starts_blind(symbol, buf_slice(&key));
	buf_release(&key);
	return begins;
}

/* "2019", "2019-12", "2019..2021", "2019-05..", "..2020". */
static bool
date_is_in(struct slice date, struct slice range)
{
	size_t dots = slice_find(range, SLICE(".."), 0);
	struct slice from = slice_sub(range, 0, dots), to;

	if (date.len == 0)
		return false;
	if (dots == SLICE_NONE)
		return starts_blind(date, range);
	to = slice_skip(range, dots + 2);
	return slice_cmp(date, from) >= 0 &&
	       (to.len == 0 || slice_cmp(slice_sub(date, 0, to.len), to) <= 0);
}

static bool
field_holds(const struct query *q, const struct library_document *d)
{
	struct find_span span;

	switch (q->field) {
	case QUERY_SYMBOL:
		return symbol_begins(d->symbol, q->text);
	case QUERY_TITLE:
		return q->find && find_in(q->find, d->title, 0, &span, 1) > 0;
	case QUERY_LANG:
		return slice_eq(d->language, q->text);
	case QUERY_BODY:
		return symbol_begins(d->body, q->text);
	case QUERY_DATE:
		return date_is_in(d->date, q->text);
	case QUERY_IN:
		return d->symbol.len > 0 && symbol_begins(d->symbol, q->text) &&
		       symbol_begins(q->text, d->symbol);
	case QUERY_NOTE:
		return query_note_of(q, d);
	case QUERY_FIELDS:
		break;
	}
	return false;
}

/* Words may or may not be there. */
enum answer { NO, YES, MAYBE };

static enum answer
could_hold(const struct query *q)
{
	enum answer a, b;

	switch (q->kind) {
	case QUERY_WORDS:
		return MAYBE;
	case QUERY_FIELD:
		return !q->holds ? NO : q->field == QUERY_NOTE ? MAYBE : YES;
	case QUERY_NOT:
		a = could_hold(q->left);
		return a == MAYBE ? MAYBE : a == YES ? NO : YES;
	case QUERY_AND:
	case QUERY_OR:
		break;
	}
	a = could_hold(q->left);
	b = could_hold(q->right);
	if (q->kind == QUERY_AND)
		return a == NO || b == NO ? NO : a == YES && b == YES ? YES : MAYBE;
	return a == YES || b == YES ? YES : a == NO && b == NO ? NO : MAYBE;
}

static void
set_fields(struct query *q, const struct library_document *d)
{
	if (q->kind == QUERY_FIELD)
		q->holds = field_holds(q, d);
	if (q->left)
		set_fields(q->left, d);
	if (q->right)
		set_fields(q->right, d);
}

bool
query_ask_document(struct query *q, const struct library_document *d)
{
	set_fields(q, d);
	return could_hold(q) != NO;
}

/* ----------------------------------------------------------------- paragraphs */

static bool
is_inside_word(char c)
{
	return byte_is_alnum(c) || c == '/';
}

/* "A/RES/70/1" is not in "A/RES/70/12", nor in "A/RES/70/1/Add.1". */
static bool
is_whole_symbol(struct slice text, struct find_span span)
{
	return (span.end >= text.len || !is_inside_word(text.p[span.end])) &&
	       (span.start == 0 || !is_inside_word(text.p[span.start - 1]));
}

static size_t
matches_of(const struct query *q, struct slice text, struct find_span *out, size_t max)
{
	size_t n = q->find ? find_in(q->find, text, 0, out, max) : 0, kept = 0;

	for (size_t i = 0; i < n; i++)
		if (!q->is_symbol || is_whole_symbol(text, out[i]))
			out[kept++] = out[i];
	return kept;
}

bool
query_ask_text(const struct query *q, struct slice text, size_t *matches, struct find_span *first)
{
	struct find_span span[MATCHES_MAX];
	size_t n;

	switch (q->kind) {
	case QUERY_WORDS:
		n = matches_of(q, text, span, MATCHES_MAX);
		if (n > 0 && (*matches == 0 || span[0].start < first->start))
			*first = span[0];
		*matches += n;
		return n > 0;
	case QUERY_FIELD:
		return q->field == QUERY_NOTE ? q->is_here : q->holds;
	case QUERY_NOT:
		n = *matches;
		span[0] = *first;
		if (query_ask_text(q->left, text, matches, first))
			return false;
		*matches = n;
		*first = span[0];
		return true;
	case QUERY_AND:
		return query_ask_text(q->left, text, matches, first) &&
		       query_ask_text(q->right, text, matches, first);
	case QUERY_OR:
		break;
	}
	n = query_ask_text(q->left, text, matches, first);
	return query_ask_text(q->right, text, matches, first) || n;
}

/* Behind those that are there already, in the order of the text. */
static size_t
merge(struct find_span *out, size_t n, const struct find_span *more, size_t n_more, size_t max)
{
	for (size_t i = 0; i < n_more && n < max; i++) {
		size_t at = n;

		while (at > 0 && out[at - 1].start > more[i].start) {
			out[at] = out[at - 1];
			at--;
		}
		out[at] = more[i];
		n++;
	}
	return n;
}

size_t
query_marks(const struct query *q, struct slice text, struct find_span *out, size_t max)
{
	struct find_span span[64];
	size_t n;

	switch (q->kind) {
	case QUERY_WORDS:
		return matches_of(q, text, out, max);
	case QUERY_FIELD:
	case QUERY_NOT:
		return 0;
	case QUERY_AND:
	case QUERY_OR:
		break;
	}
	n = query_marks(q->left, text, out, max);
	return merge(out, n, span, query_marks(q->right, text, span, 64), max);
}

void
query_find(const struct query *q, struct find **find)
{
	switch (q->kind) {
	case QUERY_WORDS:
		if (*find)
			find_add(*find, q->text);
		else if (find_new(q->text, FIND_FOLDED, q->by_sound ? 0 : FIND_SILENT, find, NULL) !=
		         STATUS_OK)
			*find = NULL;
		return;
	case QUERY_FIELD:
	case QUERY_NOT:
		return;
	case QUERY_AND:
	case QUERY_OR:
		break;
	}
	query_find(q->left, find);
	query_find(q->right, find);
}
