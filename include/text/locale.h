/* SPDX-License-Identifier: ISC */
/*
 * The locale that ICU falls back on.  Left alone it is that of the environment, and one of which ICU can make
 * nothing (LC_ALL is anybody's) ends the process: Locale::getDefault() is a null pointer then (ICU 76).
 */
#ifndef DUAN_TEXT_LOCALE_H
#define DUAN_TEXT_LOCALE_H

/* From now on it is the same for everybody: that of C.  To be called before anything else asks ICU. */
void locale_fix(void);

#endif
