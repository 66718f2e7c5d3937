/* SPDX-License-Identifier: ISC */
/*
 * Names of keys: "j", "Space", "^D", "PgDn", "F1".  In scripts "<C-d>" and "<CR>" are understood
 * too.  Key numbers are those of event.h.
 */
#ifndef DUAN_SESSION_KEY_H
#define DUAN_SESSION_KEY_H

#include "base/buf.h"
#include "session/event.h"

#define KEY_NONE ((codepoint)-1)
/* Control and a letter: KEY_CONTROL('d'). */
#define KEY_CONTROL(letter) ((codepoint)(letter) & 0x1F)

/* KEY_NONE if it names no key.  Names of more than one letter are blind to case. */
codepoint key_from_name(struct slice name);
void key_add_name(struct buf *out, codepoint key);
/* Types a character (not a control, not a key with a name of its own but Space). */
bool key_is_text(codepoint key);

#endif
