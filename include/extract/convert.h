/* SPDX-License-Identifier: ISC */
/*
 * Formats that another program has to convert before they are read: which, and by what.
 *
 * A command is words between blanks, no shell.  %in is the file, %out what is to be made of it (a file,
 * or a folder in which there is but one), %folder one that it may fill.  Without %out what it says on
 * standard output counts.
 */
#ifndef DUAN_EXTRACT_CONVERT_H
#define DUAN_EXTRACT_CONVERT_H

#include "base/buf.h"
#include "base/err.h"
#include "base/vec.h"
#include "extract/sniff.h"

#define CONVERT_SECONDS 60 /* unless a person says otherwise */

enum convert_format {
	CONVERT_DOC, /* of Word before 2007 */
	CONVERT_ODT,
	CONVERT_RTF,
	CONVERT_FORMATS /* none of them */
};

/* Zeroes: nothing is converted. */
struct convert_means {
	struct buf command[CONVERT_FORMATS]; /* empty: an office suite if there is one; "none" */
	long seconds;                        /* for one file; 0: nothing is converted */
};

/* A command that can be started. */
struct convert_command {
	VEC(char *) words; /* the program's path first, NULL last */
};

enum convert_format convert_of(enum sniff_format format);
/* "doc", as in the setting convert-doc and in the name of the file it is given. */
const char *convert_name(enum convert_format format);
/* STATUS_MISSING, with words for a person that start with `name`, if nothing converts it.  The caller
 * releases *out in any case. */
enum status convert_find(const struct convert_means *m, enum convert_format format, struct slice name,
                         struct convert_command *out, struct err *err) MUST_USE;
void convert_command_release(struct convert_command *c);
void convert_release(struct convert_means *m);

#endif
