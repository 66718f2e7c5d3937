/* SPDX-License-Identifier: ISC */
/*
 * Events written as text, for --script and for tests.
 *
 *	jj12G<Space><C-d>:help<CR><wait><resize 24x80><paste some words>
 *
 * Characters stand for themselves, line ends for nothing; "<" starts a name of key.h and "<lt>" is
 * "<" itself.  <click 3x20> is the mouse on row 3, column 20, <wheel down> its wheel, <wait> is the time running out, <quit> and <hangup> are the end from outside.
 */
#ifndef DUAN_SESSION_SCRIPT_H
#define DUAN_SESSION_SCRIPT_H

#include "base/err.h"
#include "session/event.h"

/* Takes the next event off the front of `*rest` (never empty when called, so look first with
 * script_is_done()).  The text of a paste is borrowed from the script. */
enum status script_next(struct slice *rest, struct event *e, struct err *err) MUST_USE;
bool script_is_done(struct slice *rest); /* steps over line ends */

#endif
