/* SPDX-License-Identifier: ISC */
/* Time that passes, by a clock that nobody sets. */
#ifndef DUAN_BASE_CLOCK_H
#define DUAN_BASE_CLOCK_H

/* Milliseconds since some moment in the past. */
long clock_ms(void);

#endif
