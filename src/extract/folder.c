/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "folder_priv.h"

#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PREFIX "duan-convert-"
#define OPEN_AT_ONCE 16
#define TRIES 20

static const char *
below(void)
{
	const char *set = getenv("TMPDIR");

	return set && set[0] == '/' ? set : "/tmp";
}

static int
open_folder(const char *path)
{
	return open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/* A folder that was closed is opened: it is ours, and all that wrote in it is gone. */
static int
remove_one(const char *path, const struct stat *st, int what, struct FTW *where)
{
	(void)st;
	(void)where;
	if (what == FTW_DNR)
		(void)chmod(path, 0700);
	else
		(void)remove(path);
	return 0;
}

/* Folders that could not be looked into are emptied by the second walk. */
static void
remove_tree(const char *path)
{
	struct stat st;

	for (int i = 0; i < 2 && lstat(path, &st) == 0; i++)
		(void)nftw(path, remove_one, OPEN_AT_ONCE, FTW_DEPTH | FTW_PHYS);
}

/* One whose lock nobody holds has lost its program. */
static void
sweep_one(const char *path)
{
	int fd = open_folder(path);
	struct stat st;

	if (fd < 0)
		return;
	if (fstat(fd, &st) == 0 && st.st_uid == geteuid() && flock(fd, LOCK_EX | LOCK_NB) == 0)
		remove_tree(path);
	close(fd);
}

static void
sweep(void)
{
	DIR *d = opendir(below());
	struct dirent *e;
	struct buf path = { 0 };

	while (d && (e = readdir(d))) {
		if (strncmp(e->d_name, PREFIX, sizeof PREFIX - 1) != 0)
			continue;
		buf_clear(&path);
		buf_addf(&path, "%s/%s", below(), e->d_name);
		sweep_one(buf_str(&path));
	}
	if (d)
		closedir(d);
	buf_release(&path);
}

static bool
make(struct folder *f)
{
	*f = (struct folder){ .lock = -1 };
	buf_addf(&f->path, "%s/" PREFIX "XXXXXX", below());
	if (!mkdtemp(f->path.p)) {
		buf_release(&f->path);
		return false;
	}
	f->lock = open_folder(buf_str(&f->path));
	if (f->lock >= 0 && flock(f->lock, LOCK_EX | LOCK_NB) == 0)
		return true;
	folder_remove(f);
	return false;
}

/* Before its lock is held another may take it for one that was left. */
bool
folder_make(struct folder *f)
{
	sweep();
	for (int i = 0; i < TRIES; i++)
		if (make(f))
			return true;
	return false;
}

void
folder_add_name(const struct folder *f, const char *name, struct buf *out)
{
	buf_addf(out, "%.*s/%s", (int)f->path.len, f->path.p, name);
}

void
folder_remove(struct folder *f)
{
	if (f->path.len > 0)
		remove_tree(buf_str(&f->path));
	if (f->lock >= 0)
		close(f->lock);
	buf_release(&f->path);
	f->lock = -1;
}
