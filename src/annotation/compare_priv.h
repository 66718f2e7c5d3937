/* SPDX-License-Identifier: ISC */
/*
 * What a character is compared as.
 */
#ifndef DUAN_ANNOTATION_COMPARE_PRIV_H
#define DUAN_ANNOTATION_COMPARE_PRIV_H

#include "text/searchfold.h"

#define COMPARE_MAX SEARCHFOLD_MAX

static inline int
compare_fold(codepoint c, codepoint out[COMPARE_MAX])
{
	return searchfold_char(c, out);
}

#endif
