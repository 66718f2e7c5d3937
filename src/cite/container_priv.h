/* SPDX-License-Identifier: ISC */
/*
 * Which report holds a resolution that is no document of its own, where that is known without the
 * report (containers.def).  The library learns the others from the reports it holds.
 */
#ifndef DUAN_CITE_CONTAINER_PRIV_H
#define DUAN_CITE_CONTAINER_PRIV_H

#include "base/slice.h"

/* Of a target such as "res:CAC/COSP:7/5"; static; empty if none is known. */
struct slice container_of(struct slice target);

#endif
