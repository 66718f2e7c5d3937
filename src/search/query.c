/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "query_priv.h"

#include "base/vec.h"
#include "cite/symbol.h"
#include "text/utf8.h"

#define DEPTH_MAX 32
#define NODES_MAX 256
#define LONGEST ((size_t)64 << 10)

static const char *const field_name[QUERY_FIELDS] = {
	[QUERY_SYMBOL] = "symbol", [QUERY_TITLE] = "title", [QUERY_LANG] = "lang",
	[QUERY_BODY] = "body",     [QUERY_DATE] = "date",   [QUERY_IN] = "in",
	[QUERY_NOTE] = "note",
};

struct parser {
	struct slice text;
	size_t at;
	struct arena *arena;
	struct err *err;
	int depth;
	size_t n;
	VEC(struct find *) finds; /* to be freed if it comes to nothing */
};

static enum status parse_or(struct parser *p, struct query **out);

/* The character at a byte, counted from 1, for messages. */
static size_t
character(const struct parser *p, size_t at)
{
	return utf8_count(slice_sub(p->text, 0, at)) + 1;
}

static bool
is_blank(codepoint c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == 0x3000 || c == 0xA0;
}

/* Quotation marks of either kind close each other: nobody sees on a keyboard which is which. */
static bool
is_quote(codepoint c)
{
	return c == '"' || c == 0x201C || c == 0x201D || c == 0xFF02;
}

static bool
is_open(codepoint c)
{
	return c == '(' || c == 0xFF08;
}

static bool
is_close(codepoint c)
{
	return c == ')' || c == 0xFF09;
}

static codepoint
peek(const struct parser *p)
{
	size_t at = p->at;

	return at < p->text.len ? utf8_next(p->text, &at) : 0;
}

static void
skip_blanks(struct parser *p)
{
	while (p->at < p->text.len && is_blank(peek(p)))
		(void)utf8_next(p->text, &p->at);
}

/* Takes the word off if it stands here as a whole. */
static bool
take_word(struct parser *p, const char *word)
{
	struct slice rest = slice_skip(p->text, p->at);
	size_t len = slice_from(word).len, at = len;

	if (!slice_starts(rest, word) || (len < rest.len && !is_blank(utf8_next(rest, &at))))
		return false;
	p->at += len;
	skip_blanks(p);
	return true;
}

static struct query *
new_node(struct parser *p, enum query_kind kind)
{
	struct query *q = ARENA_NEW(p->arena, struct query);

	q->kind = kind;
	p->n++;
	return q;
}

static void
compile(struct parser *p, struct query *q)
{
	if (find_new(q->text, FIND_FOLDED, FIND_SILENT, &q->find, NULL) == STATUS_OK)
		VEC_PUSH(&p->finds, q->find);
}

static enum status
take_quotation(struct parser *p, struct slice *out)
{
	size_t open = p->at, start, end;

	(void)utf8_next(p->text, &p->at);
	for (start = end = p->at; p->at < p->text.len; end = p->at)
		if (is_quote(utf8_next(p->text, &p->at))) {
			*out = slice_sub(p->text, start, end);
			return STATUS_OK;
		}
	return err_set(p->err, STATUS_USAGE, "the quotation mark at character %zu is not closed",
	               "第 %zu 个字符处的引号没有配对", character(p, open));
}

/* Up to a blank, a quotation mark or a bracket that it does not open itself: A/RES/217(III). */
static struct slice
take_bare(struct parser *p)
{
	size_t start = p->at, at = start;
	int open = 0;

	while (at < p->text.len) {
		size_t before = at;
		codepoint c = utf8_next(p->text, &at);

		open += is_open(c);
		if (is_blank(c) || is_quote(c) || (is_close(c) && open-- == 0)) {
			at = before;
			break;
		}
	}
	p->at = at;
	return slice_sub(p->text, start, at);
}

static enum status
take_value(struct parser *p, struct slice *out)
{
	if (is_quote(peek(p)))
		return take_quotation(p, out);
	*out = take_bare(p);
	return STATUS_OK;
}

/* "title:" in front of its value. */
static bool
take_field(struct parser *p, enum query_field *field)
{
	struct slice rest = slice_skip(p->text, p->at);

	for (int i = 0; i < QUERY_FIELDS; i++) {
		size_t len = slice_from(field_name[i]).len;
		struct slice behind = slice_skip(rest, len);

		if (!slice_starts(rest, field_name[i]) ||
		    !(slice_starts(behind, ":") || slice_starts(behind, "：")))
			continue;
		p->at += len + (slice_starts(behind, ":") ? 1 : 3);
		*field = (enum query_field)i;
		return true;
	}
	return false;
}

static enum status
parse_field(struct parser *p, enum query_field field, struct query **out)
{
	struct query *q = new_node(p, QUERY_FIELD);
	size_t at = p->at;
	enum status status = take_value(p, &q->text);

	if (status != STATUS_OK)
		return status;
	if (q->text.len == 0)
		return err_set(p->err, STATUS_USAGE, "%s: at character %zu names nothing",
		               "%s: 之后（第 %zu 个字符）没有内容", field_name[field], character(p, at));
	q->field = field;
	if (field == QUERY_TITLE || field == QUERY_NOTE)
		compile(p, q);
	*out = q;
	return STATUS_OK;
}

static enum status
parse_words(struct parser *p, struct query **out)
{
	struct query *q = new_node(p, QUERY_WORDS);
	bool is_bare = !is_quote(peek(p));
	enum status status = take_value(p, &q->text);

	if (status != STATUS_OK)
		return status;
	/* "wor*": every word finds longer ones as it is. */
	while (is_bare && q->text.len > 1 && q->text.p[q->text.len - 1] == '*')
		q->text.len--;
	q->is_symbol = is_bare && slice_find_byte(q->text, '/', 0) != SLICE_NONE && symbol_is(q->text);
	compile(p, q);
	*out = q;
	return STATUS_OK;
}

static enum status
parse_bracket(struct parser *p, struct query **out)
{
	size_t open = p->at;
	enum status status;

	(void)utf8_next(p->text, &p->at);
	p->depth++;
	status = parse_or(p, out);
	p->depth--;
	if (status != STATUS_OK)
		return status;
	if (!is_close(peek(p)))
		return err_set(p->err, STATUS_USAGE, "the bracket at character %zu is not closed",
		               "第 %zu 个字符处的括号没有配对", character(p, open));
	(void)utf8_next(p->text, &p->at);
	return STATUS_OK;
}

static enum status
parse_one(struct parser *p, struct query **out)
{
	enum query_field field;

	if (p->depth > DEPTH_MAX || p->n > NODES_MAX)
		return err_set(p->err, STATUS_TOO_BIG, "the query has too many parts", "查询过于复杂");
	if (is_open(peek(p)))
		return parse_bracket(p, out);
	if (take_field(p, &field))
		return parse_field(p, field, out);
	return parse_words(p, out);
}

static enum status
parse_not(struct parser *p, struct query **out)
{
	struct query *inner = NULL;
	size_t at = p->at;
	bool is_not = take_word(p, "NOT");
	enum status status;

	if (!is_not && peek(p) == '-' && at + 1 < p->text.len && p->text.p[at + 1] != ' ') {
		p->at++;
		is_not = true;
	}
	skip_blanks(p);
	if (p->at == p->text.len || is_close(peek(p)))
		return err_set(p->err, STATUS_USAGE, "something is missing at character %zu",
		               "第 %zu 个字符处缺少内容", character(p, p->at));
	status = parse_one(p, &inner);
	if (status != STATUS_OK)
		return status;
	*out = inner;
	if (is_not) {
		*out = new_node(p, QUERY_NOT);
		(*out)->left = inner;
	}
	return STATUS_OK;
}

static struct query *
join(struct parser *p, enum query_kind kind, struct query *left, struct query *right)
{
	struct query *q = new_node(p, kind);

	q->left = left;
	q->right = right;
	return q;
}

static enum status
parse_and(struct parser *p, struct query **out)
{
	enum status status = parse_not(p, out);

	while (status == STATUS_OK) {
		struct query *next = NULL;
		size_t at;

		skip_blanks(p);
		at = p->at;
		if (p->at == p->text.len || is_close(peek(p)))
			return STATUS_OK;
		if (take_word(p, "OR")) {
			p->at = at;
			return STATUS_OK;
		}
		(void)take_word(p, "AND");
		status = parse_not(p, &next);
		*out = status == STATUS_OK ? join(p, QUERY_AND, *out, next) : NULL;
	}
	return status;
}

static enum status
parse_or(struct parser *p, struct query **out)
{
	enum status status;

	skip_blanks(p);
	status = parse_and(p, out);
	while (status == STATUS_OK && take_word(p, "OR")) {
		struct query *next = NULL;

		status = parse_and(p, &next);
		*out = status == STATUS_OK ? join(p, QUERY_OR, *out, next) : NULL;
	}
	return status;
}

/* Something must be asked for that is not merely left out. */
static bool
asks(const struct query *q)
{
	switch (q->kind) {
	case QUERY_WORDS:
	case QUERY_FIELD:
		return true;
	case QUERY_AND:
		return asks(q->left) || asks(q->right);
	case QUERY_OR:
		return asks(q->left) && asks(q->right);
	case QUERY_NOT:
		break;
	}
	return false;
}

static enum status
parse_all(struct parser *p, struct query **out)
{
	enum status status;

	if (p->text.len > LONGEST)
		return err_set(p->err, STATUS_TOO_BIG, "the query is longer than %zu bytes",
		               "查询超过 %zu 字节", LONGEST);
	skip_blanks(p);
	if (p->at == p->text.len)
		return err_set(p->err, STATUS_USAGE, "nothing to look for", "没有要查找的内容");
	status = parse_or(p, out);
	if (status != STATUS_OK)
		return status;
	if (p->at < p->text.len)
		return err_set(p->err, STATUS_USAGE, "the bracket at character %zu was not opened",
		               "第 %zu 个字符处的括号没有配对", character(p, p->at));
	if (!asks(*out))
		return err_set(p->err, STATUS_USAGE, "say what to look for, not only what to leave out",
		               "请写出要查找的内容，而不只是要排除的内容");
	return STATUS_OK;
}

enum status
query_parse(struct slice text, struct arena *arena, struct query **out, struct err *err)
{
	struct parser p = { .text = arena_copy(arena, text), .arena = arena, .err = err };
	enum status status = parse_all(&p, out);

	for (size_t i = 0; status != STATUS_OK && i < p.finds.n; i++)
		find_free(p.finds.v[i]);
	VEC_RELEASE(&p.finds);
	return status;
}

struct query *
query_any(const struct slice *words, size_t n, struct arena *arena)
{
	struct parser p = { .arena = arena };
	struct query *all = NULL;

	for (size_t i = 0; i < n; i++) {
		struct query *q = new_node(&p, QUERY_WORDS);

		q->text = arena_copy(arena, words[i]);
		compile(&p, q);
		all = all ? join(&p, QUERY_OR, all, q) : q;
	}
	VEC_RELEASE(&p.finds);
	return all;
}

struct query *
query_sounding(struct slice typed, struct arena *arena)
{
	struct query *q = ARENA_NEW(arena, struct query);

	q->kind = QUERY_WORDS;
	q->text = arena_copy(arena, typed);
	q->by_sound = true;
	if (find_new(q->text, FIND_FOLDED, 0, &q->find, NULL) != STATUS_OK)
		q->find = NULL;
	return q;
}

void
query_release(struct query *q)
{
	if (!q)
		return;
	query_release(q->left);
	query_release(q->right);
	find_free(q->find);
	q->find = NULL;
}
