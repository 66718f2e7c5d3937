/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/jsonread.h"

#include "text/utf8.h"

#include <string.h>

struct scan {
	struct slice text;
	size_t at;
	int depth;
	struct arena *arena;
	struct buf copy; /* of the string that is being read */
};

static void
skip_blanks(struct scan *s)
{
	while (s->at < s->text.len && memchr(" \t\r\n", s->text.p[s->at], 4))
		s->at++;
}

static bool
take(struct scan *s, char c)
{
	skip_blanks(s);
	if (s->at >= s->text.len || s->text.p[s->at] != c)
		return false;
	s->at++;
	return true;
}

static bool
read_word(struct scan *s, const char *word, struct jsonread *out, enum jsonread_type type, long value)
{
	if (!slice_starts(slice_skip(s->text, s->at), word))
		return false;
	s->at += strlen(word);
	*out = (struct jsonread){ .type = type, .number = value };
	return true;
}

static size_t
skip_digits(struct slice text, size_t at)
{
	while (at < text.len && byte_is_digit(text.p[at]))
		at++;
	return at;
}

static char
byte_at(struct slice text, size_t at)
{
	return at < text.len ? text.p[at] : '\0';
}

/* The end of a number that starts here, or `at` if none does. */
static size_t
number_end(struct slice text, size_t at)
{
	size_t start = at + (byte_at(text, at) == '-'), end = skip_digits(text, start), digits;

	if (end == start || (end > start + 1 && text.p[start] == '0'))
		return at;
	if (byte_at(text, end) == '.') {
		digits = end + 1;
		end = skip_digits(text, digits);
		if (end == digits)
			return at;
	}
	if (byte_at(text, end) == 'e' || byte_at(text, end) == 'E') {
		digits = end + 1;
		digits += byte_at(text, digits) == '-' || byte_at(text, digits) == '+';
		end = skip_digits(text, digits);
		if (end == digits)
			return at;
	}
	return end;
}

#define NUMBER_MAX 1000000000000000000 /* what is larger is cut */

static bool
read_number(struct scan *s, struct jsonread *out)
{
	size_t end = number_end(s->text, s->at);
	struct slice text = slice_sub(s->text, s->at, end);
	bool negative = slice_starts(text, "-");
	long n = 0;

	if (end == s->at)
		return false;
	for (size_t i = negative; i < text.len && byte_is_digit(text.p[i]); i++)
		n = n >= NUMBER_MAX / 10 ? NUMBER_MAX : n * 10 + (text.p[i] - '0');
	*out = (struct jsonread){ .type = JSONREAD_NUMBER,
		                  .text = arena_copy(s->arena, text),
		                  .number = negative ? -n : n };
	s->at = end;
	return true;
}

static bool
read_hex(struct scan *s, codepoint *c)
{
	*c = 0;
	if (s->text.len - s->at < 4)
		return false;
	for (int i = 0; i < 4; i++) {
		char digit = byte_to_lower(s->text.p[s->at]);

		if (byte_is_digit(digit))
			*c = *c << 4 | (codepoint)(digit - '0');
		else if (digit >= 'a' && digit <= 'f')
			*c = *c << 4 | (codepoint)(digit - 'a' + 10);
		else
			return false;
		s->at++;
	}
	return true;
}

/* Behind "\u": one code point, of a pair of surrogates if it needs one. */
static bool
read_unicode(struct scan *s)
{
	codepoint c, low;
	size_t before;

	if (!read_hex(s, &c))
		return false;
	before = s->at;
	if (c >= 0xD800 && c < 0xDC00 && slice_starts(slice_skip(s->text, s->at), "\\u")) {
		s->at += 2;
		if (!read_hex(s, &low))
			return false;
		if (low >= 0xDC00 && low < 0xE000)
			c = 0x10000 + ((c - 0xD800) << 10 | (low - 0xDC00));
		else
			s->at = before;
	}
	utf8_add(&s->copy, c >= 0xD800 && c < 0xE000 ? UTF8_REPLACEMENT : c);
	return true;
}

static bool
read_escape(struct scan *s)
{
	static const char written[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
	const char *known;
	char c;

	if (s->at >= s->text.len)
		return false;
	c = s->text.p[s->at];
	if (c == 'u') {
		s->at++;
		return read_unicode(s);
	}
	known = c ? strchr(written, c) : NULL;
	if (!known)
		return false;
	buf_add_byte(&s->copy, meant[known - written]);
	s->at++;
	return true;
}

static bool
read_string(struct scan *s, struct slice *out)
{
	struct buf clean = { 0 };

	if (!take(s, '"'))
		return false;
	buf_clear(&s->copy);
	while (s->at < s->text.len && s->text.p[s->at] != '"') {
		char c = s->text.p[s->at];

		if ((unsigned char)c < 0x20)
			return false;
		s->at++;
		if (c != '\\')
			buf_add_byte(&s->copy, c);
		else if (!read_escape(s))
			return false;
	}
	if (s->at >= s->text.len)
		return false;
	s->at++;
	utf8_repair(buf_slice(&s->copy), &clean);
	*out = arena_copy(s->arena, buf_slice(&clean));
	buf_release(&clean);
	return true;
}

static bool read_value(struct scan *s, struct jsonread *out);

/* "a": 1, ... } or 1, ... ]: behind the bracket. */
static bool
read_items(struct scan *s, struct jsonread *out, char close)
{
	struct jsonread **end = &out->first;

	if (take(s, close))
		return true;
	do {
		struct jsonread *item = ARENA_NEW(s->arena, struct jsonread);
		struct slice key = { 0 };

		if (close == '}' && (!read_string(s, &key) || !take(s, ':')))
			return false;
		if (!read_value(s, item))
			return false;
		item->key = key;
		*end = item;
		end = &item->next;
	} while (take(s, ','));
	return take(s, close);
}

static bool
read_nested(struct scan *s, struct jsonread *out, enum jsonread_type type, char close)
{
	bool done;

	if (s->depth == JSONREAD_DEPTH_MAX)
		return false;
	s->at++;
	s->depth++;
	*out = (struct jsonread){ .type = type };
	done = read_items(s, out, close);
	s->depth--;
	return done;
}

static bool
read_value(struct scan *s, struct jsonread *out)
{
	skip_blanks(s);
	switch (byte_at(s->text, s->at)) {
	case '{':
		return read_nested(s, out, JSONREAD_OBJECT, '}');
	case '[':
		return read_nested(s, out, JSONREAD_ARRAY, ']');
	case '"':
		*out = (struct jsonread){ .type = JSONREAD_STRING };
		return read_string(s, &out->text);
	case 't':
		return read_word(s, "true", out, JSONREAD_BOOL, 1);
	case 'f':
		return read_word(s, "false", out, JSONREAD_BOOL, 0);
	case 'n':
		return read_word(s, "null", out, JSONREAD_NULL, 0);
	}
	return read_number(s, out);
}

bool
jsonread_text(struct slice text, struct arena *arena, struct jsonread *out, size_t *at)
{
	struct scan s = { .text = text, .arena = arena };
	bool done = read_value(&s, out);

	if (done) {
		skip_blanks(&s);
		done = s.at == text.len;
	}
	*at = s.at;
	buf_release(&s.copy);
	return done;
}

const struct jsonread *
jsonread_get(const struct jsonread *v, const char *key)
{
	if (!v || v->type != JSONREAD_OBJECT)
		return NULL;
	for (const struct jsonread *item = v->first; item; item = item->next)
		if (slice_is(item->key, key))
			return item;
	return NULL;
}

struct slice
jsonread_string(const struct jsonread *v, const char *key)
{
	const struct jsonread *item = jsonread_get(v, key);

	return item && item->type == JSONREAD_STRING ? item->text : slice_from(NULL);
}

long
jsonread_number(const struct jsonread *v, const char *key)
{
	const struct jsonread *item = jsonread_get(v, key);

	return item && item->type == JSONREAD_NUMBER ? item->number : 0;
}
