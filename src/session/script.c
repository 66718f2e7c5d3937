/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/script.h"

#include "session/key.h"

#define SIZE_MOST 1000 /* rows or columns */

bool
script_is_done(struct slice *rest)
{
	while (rest->len > 0 && (rest->p[0] == '\n' || rest->p[0] == '\r'))
		*rest = slice_skip(*rest, 1);
	return rest->len == 0;
}

/* "24x80" */
static bool
read_size(struct slice s, struct event *e)
{
	long rows, cols;
	size_t n = slice_number(s, &rows);

	s = slice_skip(s, n);
	if (n == 0 || !slice_starts(s, "x"))
		return false;
	s = slice_skip(s, 1);
	if (slice_number(s, &cols) != s.len || s.len == 0 || rows < 1 || cols < 1 || rows > SIZE_MOST ||
	    cols > SIZE_MOST)
		return false;
	*e = (struct event){ .kind = EVENT_RESIZE, .rows = (int)rows, .cols = (int)cols };
	return true;
}

/* The same of a cell, counted from 1. */
static bool
read_click(struct slice s, struct event *e)
{
	if (!read_size(s, e))
		return false;
	*e = (struct event){ .kind = EVENT_CLICK, .rows = e->rows - 1, .cols = e->cols - 1 };
	return true;
}

static bool
read_name(struct slice name, struct event *e)
{
	codepoint key;

	if (slice_is(name, "wait"))
		*e = (struct event){ .kind = EVENT_TIMEOUT };
	else if (slice_is(name, "quit"))
		*e = (struct event){ .kind = EVENT_QUIT };
	else if (slice_is(name, "hangup"))
		*e = (struct event){ .kind = EVENT_HANGUP };
	else if (slice_is(name, "lt"))
		*e = (struct event){ .kind = EVENT_KEY, .key = '<' };
	else if (slice_starts(name, "paste "))
		*e = (struct event){ .kind = EVENT_PASTE, .text = slice_skip(name, 6) };
	else if (slice_starts(name, "resize "))
		return read_size(slice_skip(name, 7), e);
	else if (slice_starts(name, "click "))
		return read_click(slice_skip(name, 6), e);
	else if (slice_is(name, "wheel down") || slice_is(name, "wheel up"))
		*e = (struct event){ .kind = EVENT_WHEEL, .rows = slice_is(name, "wheel up") ? -1 : 1 };
	else if ((key = key_from_name(name)) != KEY_NONE)
		*e = (struct event){ .kind = EVENT_KEY, .key = key };
	else
		return false;
	return true;
}

enum status
script_next(struct slice *rest, struct event *e, struct err *err)
{
	size_t at = 0, end;

	if (rest->p[0] != '<') {
		*e = (struct event){ .kind = EVENT_KEY, .key = utf8_next(*rest, &at) };
		*rest = slice_skip(*rest, at);
		return STATUS_OK;
	}
	end = slice_find_byte(*rest, '>', 1);
	if (end == SLICE_NONE || !read_name(slice_sub(*rest, 1, end), e))
		return err_set(err, STATUS_USAGE,
		               "script: \"%.*s\" is no key; names stand as in <CR>, and < is <lt>",
		               "脚本：“%.*s”不是按键；键名写法如 <CR>，< 写作 <lt>",
		               SLICE_ARG(slice_sub(*rest, 0, end == SLICE_NONE ? 1 : end + 1)));
	*rest = slice_skip(*rest, end + 1);
	return STATUS_OK;
}
