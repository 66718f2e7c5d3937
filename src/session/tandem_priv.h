/* SPDX-License-Identifier: ISC */
/*
 * Rows of two panes in step (tandem_row.c).
 */
#ifndef DUAN_SESSION_TANDEM_PRIV_H
#define DUAN_SESSION_TANDEM_PRIV_H

#include "session/session.h"

enum side tandem_other(enum side side);
/* What begins together stands on one row; false: as each text is alone.  Lines are made anew. */
void tandem_set_pads(struct tandem *t, bool on);
/* The reader of `side` has moved: the other goes to the same row of the alignment. */
void tandem_step_aligned(struct session *s, enum side side, struct reader *from, struct reader *to);
/* The same without an alignment: by as many rows. */
void tandem_step_by_rows(struct tandem *t, enum side side, struct reader *from, struct reader *to);

#endif
