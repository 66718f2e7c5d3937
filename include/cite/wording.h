/* SPDX-License-Identifier: ISC */
/*
 * Targets and places in the words that UN documents use for them: "CAC/COSP 第 7/5 号决议",
 * "CAC/COSP/2019/9, annex I, para. 3 (a)".
 */
#ifndef DUAN_CITE_WORDING_H
#define DUAN_CITE_WORDING_H

#include "base/buf.h"
#include "base/err.h"
#include "base/slice.h"

/* Appends a place, "annex_1!para_3": "附件一，第 3 段".  What is no place of a known kind stays. */
void wording_place(struct slice place, enum ui_language language, struct buf *out);
/* Appends one target, "treaty:UNCAC#chp_2": "《联合国反腐败公约》第二章". */
void wording_target(struct slice target, enum ui_language language, struct buf *out);

#endif
