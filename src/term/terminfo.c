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

void
terminfo_restore(const char *first, int rows, struct buf *out)
{
	static const char *const names[] = { "cnorm", "rmkx", "rmcup" };
	const char *place = terminfo_string("cup");

	add_unpadded(out, first);
	add_unpadded(out, terminfo_string("sgr0"));
	if (place)
		add_unpadded(out, tparm(place, rows - 1, 0, 0, 0, 0, 0, 0, 0, 0));
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		add_unpadded(out, terminfo_string(names[i]));
	buf_add_str(out, "\r\n");
}
