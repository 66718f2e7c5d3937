/* SPDX-License-Identifier: ISC */
/*
 * What the house forbids where Unicode would break a line.
 */
#ifndef DUAN_TEXT_VETO_PRIV_H
#define DUAN_TEXT_VETO_PRIV_H

#include "base/slice.h"

/* A break at `at` would start or end a line with forbidden punctuation. */
bool veto_punctuation(struct slice text, size_t at);
/* A break at `at` would cut a number from its unit, a date, 第…号, "para. 12", …… or ——. */
bool veto_unit(struct slice text, size_t at);

#endif
