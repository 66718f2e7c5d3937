/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "command_priv.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

struct walk {
	gather_each *each;
	void *context;
};

static void
refuse(const struct walk *w, const char *path, int error)
{
	struct err err;

	(void)err_set(&err, STATUS_IO, "%s: %s", "%s：%s", path, strerror(error));
	w->each(w->context, path, &err);
}

static int
is_shown(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

/* The same order in every locale. */
static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

/* What lies in a folder may be anything: a file named by its owner is taken as it is, those found
 * are taken if they end as documents do. */
static bool
is_document(const char *path)
{
	static const char *const ending[] = { ".txt", ".text", ".pdf", ".docx", ".html", ".htm",
		                              ".doc", ".odt",  ".rtf", ".epub" };
	const char *dot = strrchr(path, '.');

	for (size_t i = 0; dot && i < sizeof ending / sizeof *ending; i++)
		if (strcasecmp(dot, ending[i]) == 0)
			return true;
	return false;
}

static void walk_folder(const struct walk *w, const char *path);

/* Below a folder: its folders and files.  A link to a folder may lead back up. */
static void
walk_entry(const struct walk *w, const char *path)
{
	struct stat own, st;

	if (lstat(path, &own) != 0 || stat(path, &st) != 0)
		refuse(w, path, errno);
	else if (S_ISREG(st.st_mode) && is_document(path))
		w->each(w->context, path, NULL);
	else if (S_ISDIR(own.st_mode))
		walk_folder(w, path);
}

static void
walk_folder(const struct walk *w, const char *path)
{
	size_t len = strlen(path);
	struct dirent **entries;
	struct buf name = { 0 };
	int n = scandir(path, &entries, is_shown, by_name);

	if (n < 0) {
		refuse(w, path, errno);
		return;
	}
	for (int i = 0; i < n; i++) {
		buf_clear(&name);
		buf_addf(&name, "%s%s%s", path, len > 0 && path[len - 1] == '/' ? "" : "/",
		         entries[i]->d_name);
		walk_entry(w, name.p);
		free(entries[i]);
	}
	free(entries);
	buf_release(&name);
}

void
gather(const char *path, gather_each *each, void *context)
{
	struct walk w = { each, context };
	struct stat st;

	if (stat(path, &st) != 0)
		refuse(&w, path, errno);
	else if (S_ISDIR(st.st_mode))
		walk_folder(&w, path);
	else
		each(context, path, NULL);
}
