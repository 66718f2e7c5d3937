/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "terminfo_priv.h"

#include <curses.h>
#include <term.h>

enum terminfo_fit
terminfo_check(const char *type, int fd)
{
	bool is_fit;
	int found = 0;

	setupterm(type, fd, &found);
	if (found != 1)
		return TERMINFO_UNKNOWN;
	is_fit = terminfo_string("cup") != NULL;
	del_curterm(cur_term);
	return is_fit ? TERMINFO_FIT : TERMINFO_UNFIT;
}

const char *
terminfo_string(const char *name)
{
	const char *s = tigetstr(name);

	return s == (const char *)-1 || (s && s[0] == '\0') ? NULL : s;
}

int
terminfo_number(const char *name)
{
	int n = tigetnum(name);

	return n < 0 ? -1 : n;
}

/* Without the padding $<...> that only old hardware needs. */
static void
add_unpadded(struct buf *out, const char *string)
{
	struct slice s = slice_from(string);
	size_t at;

	while ((at = slice_find(s, SLICE("$<"), 0)) != SLICE_NONE) {
		size_t end = slice_find_byte(s, '>', at);

		buf_add(out, slice_sub(s, 0, at));
		s = slice_skip(s, end == SLICE_NONE ? s.len : end + 1);
	}
	buf_add(out, s);
}

static void
add_number(const char *name, int n, struct buf *out)
{
	const char *s = terminfo_string(name);

	if (s && n != LOOK_DEFAULT)
		add_unpadded(out, tparm(s, n, 0, 0, 0, 0, 0, 0, 0, 0));
}

void
terminfo_add_look(struct look look, struct buf *out)
{
	static const struct {
		int attribute;
		const char *name;
	} table[] = {
		{ LOOK_BOLD, "bold" },       { LOOK_DIM, "dim" },    { LOOK_ITALIC, "sitm" },
		{ LOOK_UNDERLINE, "smul" }, { LOOK_REVERSE, "rev" },
	};

	add_unpadded(out, terminfo_string("sgr0"));
	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		if (look.attributes & table[i].attribute)
			add_unpadded(out, terminfo_string(table[i].name));
	add_number("setaf", look.color, out);
	add_number("setab", look.ground, out);
}

void
terminfo_add_place(int row, int col, struct buf *out)
{
	const char *place = terminfo_string("cup");

	if (place)
		add_unpadded(out, tparm(place, row, col, 0, 0, 0, 0, 0, 0, 0));
}

void
terminfo_restore(const char *first, int rows, struct buf *out)
{
	static const char *const names[] = { "cnorm", "rmkx", "rmcup" };

	add_unpadded(out, first);
	add_unpadded(out, terminfo_string("sgr0"));
	terminfo_add_place(rows - 1, 0, out);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		add_unpadded(out, terminfo_string(names[i]));
	buf_add_str(out, "\r\n");
}
