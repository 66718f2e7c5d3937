/* SPDX-License-Identifier: ISC */
/*
 * The description of the terminal, changed so that curses says attributes and rows in fewer bytes.
 *
 * With `sgr` curses names all attributes and the character set for each run: on xterm nine bytes begin a
 * link and, with `sgr0`, six end it.  Without `sgr` it turns on what is new, in four, and since nothing is
 * written here in any character set but the first, three end it.
 *
 * A line feed curses never takes for the way to the next row: it writes the row and the column, six to eight
 * bytes.  Where the entry says how to go down n rows, one row down is the same without the number, three.
 *
 * No call tells curses so, but it takes a compiled entry from $TERMINFO, as "hex:..." (ncurses 6.1; others
 * look for a folder of that name and go on to the entry as it is).  The layout of an entry is that of term(5).
 */
#include "config.h"

#include "terminfo_priv.h"

#include "base/file.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>

#define HEAD_BYTES 12
#define MAGIC_SHORT 0432  /* numbers of two bytes */
#define MAGIC_LONG 01036  /* of four */
#define SHORT_RESET "\033[m"
#define ROWS_DOWN "\033[%p1%dB"
#define ROW_DOWN "\033[B"

struct entry {
	struct slice bytes;
	size_t offsets, n_strings; /* of the strings in their table, two bytes each */
	size_t table, table_end;
};

static size_t
short_at(struct slice bytes, size_t at)
{
	return (unsigned char)bytes.p[at] | (size_t)(unsigned char)bytes.p[at + 1] << 8;
}

/* False if it is no entry. */
static bool
entry_read(struct slice bytes, struct entry *e)
{
	size_t magic, numbers;

	if (bytes.len < HEAD_BYTES)
		return false;
	magic = short_at(bytes, 0);
	if (magic != MAGIC_SHORT && magic != MAGIC_LONG)
		return false;
	numbers = HEAD_BYTES + short_at(bytes, 2) + short_at(bytes, 4);
	numbers += numbers % 2;
	e->bytes = bytes;
	e->offsets = numbers + short_at(bytes, 6) * (magic == MAGIC_LONG ? 4 : 2);
	e->n_strings = short_at(bytes, 8);
	e->table = e->offsets + 2 * e->n_strings;
	e->table_end = e->table + short_at(bytes, 10);
	return e->table_end <= bytes.len;
}

/* Where the offset of the string stands; SLICE_NONE if the entry ends before it. */
static size_t
find_offset(const struct entry *e, const char *name)
{
	for (size_t i = 0; i < e->n_strings && strnames[i]; i++)
		if (strcmp(strnames[i], name) == 0)
			return e->offsets + 2 * i;
	return SLICE_NONE;
}

/* Where the string is; SLICE_NONE if there is none. */
static size_t
find_string(const struct entry *e, const char *name)
{
	size_t offset = find_offset(e, name), at;

	if (offset == SLICE_NONE)
		return SLICE_NONE;
	at = e->table + short_at(e->bytes, offset);
	return at < e->table_end && slice_find_byte(e->bytes, '\0', at) < e->table_end ? at : SLICE_NONE;
}

static bool
is_string(const struct entry *e, const char *name, const char *wanted)
{
	size_t at = find_string(e, name);

	return at != SLICE_NONE && strcmp(e->bytes.p + at, wanted) == 0;
}

/* A reset of ECMA-48, and a way back to the first character set, perhaps. */
static bool
is_plain(const struct entry *e)
{
	static const char *const resets[] = { "\033(B\033[m", "\033[m\033(B", "\033[m\017", "\033[0m\017", "\033[0m" };
	bool is_known = false;

	for (size_t i = 0; i < sizeof resets / sizeof *resets; i++)
		is_known |= is_string(e, "sgr0", resets[i]);
	return is_known && is_string(e, "bold", "\033[1m") && is_string(e, "smul", "\033[4m") &&
	       is_string(e, "rev", "\033[7m");
}

/* The string takes the room of the one for all attributes, which nobody reads any more. */
static void
change_row_down(const struct entry *e, struct buf *bytes, size_t room)
{
	size_t offset = find_offset(e, "cud1"), at = room - e->table;

	if (!is_string(e, "cud1", "\n") || !is_string(e, "cud", ROWS_DOWN) ||
	    strlen(bytes->p + room) < strlen(ROW_DOWN))
		return;
	memcpy(bytes->p + room, ROW_DOWN, sizeof ROW_DOWN);
	bytes->p[offset] = (char)(at & 0xFF);
	bytes->p[offset + 1] = (char)(at >> 8);
}

static bool
change(struct buf *bytes)
{
	struct entry e;
	size_t sgr, room;

	if (!entry_read(buf_slice(bytes), &e) || !is_plain(&e))
		return false;
	sgr = find_offset(&e, "sgr");
	room = find_string(&e, "sgr");
	if (sgr == SLICE_NONE || room == SLICE_NONE)
		return false;
	memset(bytes->p + sgr, 0xFF, 2); /* there is none */
	memcpy(bytes->p + find_string(&e, "sgr0"), SHORT_RESET, sizeof SHORT_RESET);
	change_row_down(&e, bytes, room);
	return true;
}

/* Folders are of the first letter, or of its number where the file system does not tell a from A. */
static bool
read_in(struct slice folder, const char *type, struct buf *bytes)
{
	struct buf path = { 0 };
	bool found;

	buf_addf(&path, "%.*s/%c/%s", SLICE_ARG(folder), type[0], type);
	found = folder.len > 0 && file_read(buf_str(&path), bytes, NULL) == STATUS_OK;
	buf_clear(&path);
	buf_addf(&path, "%.*s/%x/%s", SLICE_ARG(folder), (unsigned)(unsigned char)type[0], type);
	found = found || (folder.len > 0 && file_read(buf_str(&path), bytes, NULL) == STATUS_OK);
	buf_release(&path);
	return found;
}

/* Where curses looks, in its order. */
static void
add_folders(struct buf *out)
{
	static const char *const variables[] = { "TERMINFO", "HOME", "TERMINFO_DIRS" };

	for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
		const char *value = getenv(variables[i]);

		if (value && *value)
			buf_addf(out, "%s%s:", value, i == 1 ? "/.terminfo" : "");
	}
	buf_add_str(out, "/etc/terminfo:/lib/terminfo:/usr/share/terminfo:/usr/local/share/terminfo");
}

static void
add_hex(struct slice bytes, struct buf *out)
{
	static const char digits[] = "0123456789ABCDEF";

	for (size_t i = 0; i < bytes.len; i++) {
		buf_add_byte(out, digits[(unsigned char)bytes.p[i] >> 4]);
		buf_add_byte(out, digits[(unsigned char)bytes.p[i] & 15]);
	}
}

bool
entry_shorten(const char *type, struct buf *out)
{
	struct buf folders = { 0 }, bytes = { 0 };
	const char *given = getenv("TERMINFO");
	struct slice rest, folder;
	bool found = false;

	if (strchr(type, '/') || (given && strchr(given, ':')))
		return false; /* given as an entry already */
	add_folders(&folders);
	rest = buf_slice(&folders);
	while (!found && slice_next(&rest, ':', &folder))
		found = read_in(folder, type, &bytes);
	found = found && change(&bytes);
	if (found) {
		buf_add_str(out, "hex:");
		add_hex(buf_slice(&bytes), out);
	}
	buf_release(&folders);
	buf_release(&bytes);
	return found;
}
