/* SPDX-License-Identifier: ISC */
/*
 * Text to the clipboard of the terminal: xterm's OSC 52, which goes the way of the screen and so
 * through ssh, too.  tmux takes it by its own command, for its default ("external") is to ignore what
 * programs ask; a screen that is no tmux passes on what comes in DCS strings, of 768 bytes at most.
 */
#include "config.h"

#include "term_priv.h"

#include <stdlib.h>

#define SCREEN_BYTES 512 /* of a DCS string */

/* RFC 4648, 4. */
static void
add_base64(struct slice s, struct buf *out)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < s.len; i += 3) {
		size_t left = s.len - i;
		uint32_t bits = (uint32_t)(unsigned char)s.p[i] << 16;

		bits |= left > 1 ? (uint32_t)(unsigned char)s.p[i + 1] << 8 : 0;
		bits |= left > 2 ? (uint32_t)(unsigned char)s.p[i + 2] : 0;
		buf_add_byte(out, digits[bits >> 18]);
		buf_add_byte(out, digits[bits >> 12 & 63]);
		buf_add_byte(out, left > 1 ? digits[bits >> 6 & 63] : '=');
		buf_add_byte(out, left > 2 ? digits[bits & 63] : '=');
	}
}

static void
add_request(struct slice text, struct buf *out)
{
	buf_add_str(out, "\x1b]52;c;");
	add_base64(text, out);
	buf_add_byte(out, '\a');
}

/* tmux passes on what is in its own DCS string, each ESC doubled, if it is told to. */
static void
add_for_tmux(struct slice request, struct buf *out)
{
	buf_add_str(out, "\x1bPtmux;\x1b");
	buf_add(out, request);
	buf_add_str(out, "\x1b\\");
}

static void
add_for_screen(struct slice request, struct buf *out)
{
	for (size_t at = 0; at < request.len; at += SCREEN_BYTES) {
		buf_add_str(out, "\x1bP");
		buf_add(out, slice_sub(request, at, at + SCREEN_BYTES));
		buf_add_str(out, "\x1b\\");
	}
}

/* Through `ssh` the names of terminals stay, what else a multiplexer says of itself does not. */
static void
add_wrapped(struct slice name, struct slice request, struct buf *out)
{
	buf_add(out, request);
	if (slice_starts(name, "tmux"))
		add_for_tmux(request, out);
	else if (slice_starts(name, "screen"))
		add_for_screen(request, out);
}

static bool
is_multiplexer(struct slice name)
{
	return slice_starts(name, "tmux") || slice_starts(name, "screen");
}

/* Its buffer, and the clipboard of the terminal around it (-w, since tmux 3.2). */
static bool
give_to_tmux(struct slice text)
{
	static const char *const both[] = { "tmux", "load-buffer", "-w", "-", NULL };
	static const char *const old[] = { "tmux", "load-buffer", "-", NULL };
	const char *socket = getenv("TMUX");

	return socket && *socket && (run_quietly(both, text) == 0 || run_quietly(old, text) == 0);
}

/* They call themselves xterm and may not copy: they are asked, and not relied upon. */
static bool
is_doubtful(void)
{
	const char *vte = getenv("VTE_VERSION"), *program = getenv("TERM_PROGRAM");

	return (vte && *vte) || slice_is(slice_from(program), "Apple_Terminal");
}

enum term_copied
term_copy(struct term *t, struct slice text)
{
	struct slice type = buf_slice(&t->type);
	struct buf request = { 0 }, out = { 0 };

	if (t->is_gone)
		return TERM_COPY_UNKNOWN;
	if (give_to_tmux(text))
		return TERM_COPIED_TMUX;
	if (!terminfo_string("Ms") && !is_multiplexer(type))
		return TERM_COPY_UNKNOWN;
	if (text.len > TERM_COPY_BYTES)
		return TERM_COPY_LONG;
	add_request(text, &request);
	add_wrapped(type, buf_slice(&request), &out);
	fwrite(out.p, 1, out.len, t->out);
	fflush(t->out);
	buf_release(&request);
	buf_release(&out);
	return is_doubtful() ? TERM_COPY_UNKNOWN : TERM_COPIED;
}
