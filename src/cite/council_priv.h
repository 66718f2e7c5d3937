/* SPDX-License-Identifier: ISC */
/*
 * The year of a Security Council resolution by its number (council_years.def).
 */
#ifndef DUAN_CITE_COUNCIL_PRIV_H
#define DUAN_CITE_COUNCIL_PRIV_H

/* 0 if there is no such resolution, or it is later than the table. */
long council_year(long number);

#endif
