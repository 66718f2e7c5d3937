/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cite/session.h"

#include "cite/symbol.h"
#include "root_priv.h"

#include <string.h>

#define FIRST_NUMBERED 31 /* session of the General Assembly: symbols name it from there on */

static const struct {
	const char *root;
	long year, session;
} sessions[] = {
#define SESSION(root, year, session) { root, year, session },
#include "sessions.def"
#undef SESSION
};

/* Series whose members do not tell their session otherwise: A/RES/79/1, A/HRC/RES/59/25. */
static bool
is_series(struct slice part)
{
	return root_same_word(part, "RES") || root_same_word(part, "DEC");
}

/* "S-23", "ES-10": a special session. */
static bool
is_special(struct slice part)
{
	struct slice number = slice_skip(part, slice_starts(part, "S-") ? 2 : 3);
	long value;

	if (!slice_starts(part, "S-") && !slice_starts(part, "ES-"))
		return false;
	return number.len > 0 && slice_number(number, &value) == number.len;
}

static bool
add_conference(struct slice root, long year, struct buf *out)
{
	for (size_t i = 0; i < sizeof sessions / sizeof *sessions; i++)
		if (sessions[i].year == year && slice_is(root, sessions[i].root)) {
			buf_addf(out, "%ld", sessions[i].session);
			return true;
		}
	return false;
}

/* The Assembly, its main committees and the Human Rights Council count their sessions. */
static bool
counts_sessions(struct slice root)
{
	return slice_is(root, "A") || slice_starts(root, "A/C.") || slice_is(root, "A/BUR") ||
	       slice_is(root, "A/HRC");
}

bool
session_of_symbol(struct slice key, struct buf *out)
{
	struct slice root = symbol_root(key), rest = slice_skip(key, root.len + 1), part;
	long value;

	if (root.len == 0 || rest.len == 0)
		return false;
	if (!slice_next(&rest, '/', &part))
		return false;
	if (is_series(part) && !slice_next(&rest, '/', &part))
		return false;
	if (counts_sessions(root) && is_special(part)) {
		buf_add(out, part);
		return true;
	}
	if (slice_number(part, &value) != part.len || part.len == 0)
		return false;
	if (add_conference(root, value, out))
		return true;
	if (counts_sessions(root) && part.len <= 3 &&
	    (value >= FIRST_NUMBERED || slice_is(root, "A/HRC")))
		buf_add(out, part);
	else if (slice_is(root, "E") && part.len == 4)
		buf_add(out, part);
	else
		return false;
	return true;
}
