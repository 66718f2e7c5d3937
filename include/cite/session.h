/* SPDX-License-Identifier: ISC */
/*
 * The session that a document belongs to, as its symbol tells (domain.md, A.1: "session", "year";
 * conferences as data in sessions.def).
 */
#ifndef DUAN_CITE_SESSION_H
#define DUAN_CITE_SESSION_H

#include "base/buf.h"
#include "base/slice.h"

/*
 * Appends it: "79" for A/79/6, "59" for A/HRC/59/60, "ES-10" for A/ES-10/273, "8" for
 * CAC/COSP/2019/9, "2019" for E/2019/4.  False if the symbol does not tell.
 */
bool session_of_symbol(struct slice key, struct buf *out);

#endif
