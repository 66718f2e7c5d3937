/* SPDX-License-Identifier: ISC */
/*
 * Files: read whole, written whole, and the folders of the XDG Base Directory Specification.
 */
#ifndef DUAN_BASE_FILE_H
#define DUAN_BASE_FILE_H

#include "base/buf.h"
#include "base/err.h"

/* Above this size a file is refused: nobody reads it, and it would eat the machine. */
#define FILE_MAX_BYTES ((size_t)512 << 20)

/*
 * The whole file at `path`, or standard input for "-", into the caller's buffer (cleared first).
 * Refuses folders, devices and files above FILE_MAX_BYTES; regular files and pipes are read.
 */
enum status file_read(const char *path, struct buf *out, struct err *err) MUST_USE;
/* Writes beside `path`, flushes to disk, renames over it.  Mode 0600. */
enum status file_write(const char *path, struct slice content, struct err *err) MUST_USE;
/* What was made, renamed or taken out in the folder of `path` is on the disk; false, with errno, if that
 * cannot be said. */
bool file_sync_folder(const char *path);
/* All of it to a descriptor; false, with errno, if that cannot be. */
bool file_write_all(int fd, struct slice s);
/* Makes the folder and its parents with mode 0700; an existing folder is fine. */
enum status file_make_folder(const char *path, struct err *err) MUST_USE;
/* Appends the folder for data, configuration or state: $XDG_..._HOME/duan or its default in $HOME. */
enum file_folder { FILE_DATA, FILE_CONFIG, FILE_STATE };
enum status file_folder(enum file_folder which, struct buf *out, struct err *err) MUST_USE;
/* The name without folders; borrowed from `path`. */
struct slice file_base_name(const char *path);
/* Appends the path of one of our own programs: beside this one, as in the folder it was built in, else
 * in `folder`, where it was installed.  False if it is in neither. */
bool file_program(const char *name, const char *folder, struct buf *out);
/* The same for a file that comes with the program and is read: "tutorial/NAME". */
bool file_data(const char *name, const char *folder, struct buf *out);

#endif
