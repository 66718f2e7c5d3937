/* SPDX-License-Identifier: ISC */
/*
 * What a path that is being typed may become.
 */
#include "config.h"

#include "cmdline_priv.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define CANDIDATES_MOST 500

/* A blank parts words unless there is a backslash before it. */
static struct slice
last_word(struct slice words)
{
	size_t start = 0;

	for (size_t at = 0; at < words.len; at++)
		if (words.p[at] == '\\')
			at++;
		else if (words.p[at] == ' ')
			start = at + 1;
	return slice_skip(words, start);
}

/* Bytes of a word up to its last name. */
static size_t
folder_bytes(struct slice word)
{
	size_t n = word.len;

	while (n > 0 && word.p[n - 1] != '/')
		n--;
	return n;
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

/* A name that can be typed, begins as typed, and is hidden only if that begins with a dot. */
static bool
is_wanted(const char *name, struct slice begin)
{
	struct slice s = slice_from(name);

	if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 || !slice_eq(slice_sub(s, 0, begin.len), begin) ||
	    (name[0] == '.' && begin.len == 0) || !utf8_is_valid(s))
		return false;
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.p[i] < ' ' || s.p[i] == 0x7F)
			return false;
	return true;
}

static bool
is_folder(const char *folder, const char *name)
{
	struct buf path = { 0 };
	struct stat st;
	bool is;

	buf_addf(&path, "%s/%s", folder, name);
	is = stat(buf_str(&path), &st) == 0 && S_ISDIR(st.st_mode);
	buf_release(&path);
	return is;
}

/* The folder as it was typed, the name with what a line parts words by made safe. */
static void
add_entry(struct completion *c, struct slice typed_folder, const char *name, bool goes_on)
{
	struct buf word = { 0 };

	buf_add(&word, typed_folder);
	for (const char *p = name; *p; p++) {
		if (*p == ' ' || *p == '\\' || (*p == '~' && word.len == 0))
			buf_add_byte(&word, '\\');
		buf_add_byte(&word, *p);
	}
	if (goes_on)
		buf_add_byte(&word, '/');
	completion_add(c, arena_copy(&c->arena, buf_slice(&word)), SLICE(""), SLICE(""));
	buf_release(&word);
}

static void
add_entries(struct completion *c, const char *folder, struct slice typed_folder, struct slice begin)
{
	struct dirent **entries;
	int n = scandir(folder, &entries, NULL, by_name);

	for (int i = 0; i < n; i++) {
		const char *name = entries[i]->d_name;

		if (c->candidates.n < CANDIDATES_MOST && is_wanted(name, begin))
			add_entry(c, typed_folder, name, is_folder(folder, name));
		free(entries[i]);
	}
	if (n >= 0)
		free(entries);
}

void
completion_add_paths(struct session *s, struct slice words)
{
	struct completion *c = &s->completion;
	struct slice typed_folder;
	struct buf path = { 0 };
	size_t n;

	c->typed = last_word(slice_trim_start(words));
	typed_folder = slice_sub(c->typed, 0, folder_bytes(c->typed));
	adding_read_path(c->typed, 0, &path);
	n = folder_bytes(buf_slice(&path));
	if (typed_folder.len > 0) {
		struct buf folder = { 0 };

		buf_add(&folder, slice_sub(buf_slice(&path), 0, n));
		add_entries(c, buf_str(&folder), typed_folder, slice_skip(buf_slice(&path), n));
		buf_release(&folder);
	} else {
		add_entries(c, ".", typed_folder, buf_slice(&path));
	}
	buf_release(&path);
}
