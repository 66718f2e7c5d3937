/* SPDX-License-Identifier: ISC */
/*
 * What the parts of the reader share.
 */
#ifndef DUAN_NAVIGATION_READER_PRIV_H
#define DUAN_NAVIGATION_READER_PRIV_H

#include "navigation/reader.h"

/* reader_jump(), but the place that is left is not kept for reader_jump_last(). */
void reader_go(struct reader *r, struct place to);

#endif
