/* SPDX-License-Identifier: ISC */
/*
 * What is on the screen, to be there again the next time: panes with their documents and rows, what
 * keeps step, and which documents are open beside them.
 */
#ifndef DUAN_SESSION_SCREEN_H
#define DUAN_SESSION_SCREEN_H

#include "session/session.h"

#define SCREEN_LINES_MOST 50 /* typed after ':' */
#define SCREEN_OPEN_MOST 32 /* documents that no pane shows */

/* Appends it as JSON.  Documents are named by symbol (or "sha256:…") and language. */
void screen_save(struct session *s, struct buf *out);
/*
 * To be called when nothing is open yet.  Documents come from the library; panes whose document is not
 * held any more are left out.  False if none was.  A text that has changed is shown at the same words.
 */
bool screen_restore(struct session *s, struct slice json);
/* Only the lines that were typed after ':'. */
void screen_recall(struct session *s, struct slice json);

#endif
