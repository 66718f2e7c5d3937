/* SPDX-License-Identifier: ISC */
/*
 * Lines of the session block, for the masthead and for the metadata read from it.
 */
#ifndef DUAN_IMPORT_MASTHEAD_PRIV_H
#define DUAN_IMPORT_MASTHEAD_PRIV_H

#include "base/slice.h"

bool masthead_is_session(struct slice text);
bool masthead_is_agenda(struct slice text);
bool masthead_is_date(struct slice text);
/* "Distr.: General" and what stands before it. */
bool masthead_is_distribution(struct slice text);

#endif
