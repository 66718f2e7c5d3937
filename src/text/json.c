/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/json.h"

#include "text/width.h"

#include <assert.h>

void
json_init(struct json *j, struct buf *out)
{
	*j = (struct json){ .out = out };
}

static void
before_value(struct json *j)
{
	if (j->after_key)
		j->after_key = false;
	else if (j->has_item[j->depth])
		buf_add_byte(j->out, ',');
	j->has_item[j->depth] = true;
}

static void
open_level(struct json *j, char bracket)
{
	before_value(j);
	buf_add_byte(j->out, bracket);
	assert(j->depth + 1 < JSON_DEPTH_MAX);
	j->has_item[++j->depth] = false;
}

static void
close_level(struct json *j, char bracket)
{
	assert(j->depth > 0);
	j->depth--;
	buf_add_byte(j->out, bracket);
}

void
json_object(struct json *j)
{
	open_level(j, '{');
}

void
json_object_end(struct json *j)
{
	close_level(j, '}');
}

void
json_array(struct json *j)
{
	open_level(j, '[');
}

void
json_array_end(struct json *j)
{
	close_level(j, ']');
}

static void
add_escaped(struct buf *out, codepoint c)
{
	switch (c) {
	case '\n':
		buf_add_str(out, "\\n");
		return;
	case '\t':
		buf_add_str(out, "\\t");
		return;
	}
	if (c >= 0x10000) {
		c -= 0x10000;
		buf_addf(out, "\\u%04x\\u%04x", 0xD800u + (unsigned)(c >> 10),
		         0xDC00u + (unsigned)(c & 0x3FF));
	} else {
		buf_addf(out, "\\u%04x", (unsigned)c);
	}
}

/* What a terminal would not be sent; marks without end would pile up on one cell. */
static bool
is_to_escape(codepoint c, int *n_marks)
{
	static const struct width narrow = { 1 };

	*n_marks = c >= 0x300 && width_of(narrow, c) == 0 ? *n_marks + 1 : 0;
	return width_is_unsafe(c) || *n_marks > CLUSTER_MARKS_MAX;
}

static void
add_quoted(struct buf *out, struct slice s)
{
	size_t from = 0;
	int n_marks = 0;

	buf_add_byte(out, '"');
	for (size_t i = 0; i < s.len;) {
		size_t start = i;
		codepoint c;
		bool malformed = !utf8_read(s, &i, &c);

		if (!malformed && c != '"' && c != '\\' && !is_to_escape(c, &n_marks))
			continue;
		buf_add(out, slice_sub(s, from, start));
		if (malformed)
			utf8_add(out, UTF8_REPLACEMENT);
		else if (c == '"' || c == '\\')
			buf_addf(out, "\\%c", (char)c);
		else
			add_escaped(out, c);
		from = i;
	}
	buf_add(out, slice_sub(s, from, s.len));
	buf_add_byte(out, '"');
}

void
json_key(struct json *j, const char *key)
{
	before_value(j);
	add_quoted(j->out, slice_from(key));
	buf_add_byte(j->out, ':');
	j->after_key = true;
}

void
json_string(struct json *j, struct slice s)
{
	before_value(j);
	add_quoted(j->out, s);
}

void
json_number(struct json *j, long n)
{
	before_value(j);
	buf_addf(j->out, "%ld", n);
}

void
json_bool(struct json *j, bool b)
{
	before_value(j);
	buf_add_str(j->out, b ? "true" : "false");
}

void
json_null(struct json *j)
{
	before_value(j);
	buf_add_str(j->out, "null");
}

void
json_field(struct json *j, const char *key, struct slice value)
{
	json_key(j, key);
	json_string(j, value);
}

void
json_field_str(struct json *j, const char *key, const char *cstr_or_null)
{
	json_key(j, key);
	if (cstr_or_null)
		json_string(j, slice_from(cstr_or_null));
	else
		json_null(j);
}

void
json_field_number(struct json *j, const char *key, long n)
{
	json_key(j, key);
	json_number(j, n);
}
