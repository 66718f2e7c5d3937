/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/file.h"

#include "tap.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static struct buf folder, path;

/* A name in the folder of this test; valid until the next call. */
static const char *
in_folder(const char *name)
{
	buf_clear(&path);
	buf_addf(&path, "%s/%s", buf_str(&folder), name);
	return buf_str(&path);
}

static long
mode_of(const char *name)
{
	struct stat st;

	return stat(in_folder(name), &st) == 0 ? (long)(st.st_mode & 0777) : -1;
}

static void
writes_and_reads(void)
{
	struct buf out = { 0 };
	struct err err;

	ok(file_write(in_folder("a"), SLICE("one"), &err) == STATUS_OK, "written");
	ok(file_write(in_folder("a"), SLICE("two\0three"), &err) == STATUS_OK, "and once more");
	ok(file_read(in_folder("a"), &out, &err) == STATUS_OK, "read");
	is_number(out.len, 9, "whole, with a NUL in it");
	is_number(mode_of("a"), 0600, "for its owner alone");
	ok(file_write(in_folder("none/a"), SLICE("x"), &err) == STATUS_IO, "no folder to write in");
	is_number(err.status, STATUS_IO, "with words");
	buf_release(&out);
}

static void
refuses(void)
{
	struct buf out = { 0 };
	struct err err;

	ok(file_read(in_folder("nowhere"), &out, &err) == STATUS_MISSING, "a missing file");
	ok(strstr(err_words(&err, UI_EN), "nowhere: no such file") != NULL, "is named");
	ok(file_read(in_folder("a/b"), &out, &err) == STATUS_MISSING, "below a file");
	ok(file_read(buf_str(&folder), &out, &err) == STATUS_UNREADABLE, "a folder");
	ok(file_read("/dev/zero", &out, &err) == STATUS_UNREADABLE, "a device without end");
	ok(truncate(in_folder("a"), (off_t)FILE_MAX_BYTES + 1) != 0 ||
	           file_read(path.p, &out, &err) == STATUS_TOO_BIG,
	   "a file that is too large");
	buf_release(&out);
}

static void
makes_folders(void)
{
	struct err err;

	ok(file_make_folder(in_folder("x/y/z"), &err) == STATUS_OK, "with its parents");
	is_number(mode_of("x/y"), 0700, "for the owner alone");
	ok(file_make_folder(in_folder("x/y/z"), &err) == STATUS_OK, "an existing one is fine");
	ok(file_make_folder(in_folder("x/y/z/"), &err) == STATUS_OK, "with a slash behind it too");
	ok(file_make_folder(in_folder("a/b"), &err) == STATUS_IO, "a file is in the way");
	ok(file_make_folder(in_folder("a"), &err) == STATUS_IO, "a file has the name");
}

static void
finds_folders(void)
{
	struct buf out = { 0 };
	struct err err;

	setenv("HOME", "/h", 1);
	setenv("XDG_DATA_HOME", "/d", 1);
	ok(file_folder(FILE_DATA, &out, &err) == STATUS_OK, "data");
	is(buf_slice(&out), "/d/duan", "where XDG says");
	buf_clear(&out);
	setenv("XDG_CONFIG_HOME", "relative", 1);
	ok(file_folder(FILE_CONFIG, &out, &err) == STATUS_OK, "configuration");
	is(buf_slice(&out), "/h/.config/duan", "a relative path is no answer");
	buf_clear(&out);
	unsetenv("XDG_STATE_HOME");
	unsetenv("HOME");
	ok(file_folder(FILE_STATE, &out, &err) == STATUS_MISSING, "nobody's home");
	is_number(out.len, 0, "and no folder");
	buf_release(&out);
}

static void
finds_programs(void)
{
	struct buf out = { 0 };

	ok(file_program("base_file", "/nowhere", &out), "a program beside this one");
	ok(slice_ends(buf_slice(&out), "/base_file"), "by its path");
	buf_clear(&out);
	ok(file_program("sh", "/bin", &out), "one where it was installed");
	is(buf_slice(&out), "/bin/sh", "by that path");
	buf_clear(&out);
	ok(!file_program("no-such-program", "/bin", &out), "one that is in neither place");
	buf_clear(&out);
	ok(file_data("passwd", "/etc", &out), "a file where it was installed");
	is(buf_slice(&out), "/etc/passwd", "by its path");
	buf_clear(&out);
	ok(!file_data("no-such-file", "/etc", &out), "one that is nowhere");
	buf_release(&out);
}

int
main(void)
{
	const char *scratch = getenv("TMPDIR");

	buf_addf(&folder, "%s/duan-test-XXXXXX", scratch && *scratch ? scratch : "/tmp");
	if (!mkdtemp(folder.p))
		tap_skip_all("no scratch folder here");
	writes_and_reads();
	refuses();
	makes_folders();
	finds_folders();
	finds_programs();
	is(file_base_name("a/b/c.txt"), "c.txt", "the name without folders");
	is(file_base_name("c.txt"), "c.txt", "or the whole");
	for (const char *const *name = (const char *const[]){ "x/y/z", "x/y", "x", "a", NULL }; *name; name++)
		remove(in_folder(*name));
	rmdir(buf_str(&folder));
	buf_release(&folder);
	buf_release(&path);
	return tap_done();
}
