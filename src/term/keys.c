/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term_priv.h"

#include "base/clock.h"

#include <poll.h>

#define CONTROL_ESC 27
#define ANSWER_LATE_MS 10000 /* after which nobody answers any more */
#define ANSWER_PIECE_MS 1000 /* between two pieces of one */
#define ANSWER_CLOSE_MS 1000 /* before the terminal is given back without it */
#define PASTE_MAX ((size_t)1 << 20) /* bytes; the rest is dropped */

/* What curses calls a key, and what we do. */
static const struct {
	int code;
	codepoint key;
} key_table[] = {
	{ KEY_UP, EVENT_UP },
	{ KEY_DOWN, EVENT_DOWN },
	{ KEY_LEFT, EVENT_LEFT },
	{ KEY_RIGHT, EVENT_RIGHT },
	{ KEY_HOME, EVENT_HOME },
	{ KEY_FIND, EVENT_HOME },
	{ KEY_A1, EVENT_HOME },
	{ KEY_END, EVENT_END },
	{ KEY_LL, EVENT_END },
	{ KEY_SELECT, EVENT_END },
	{ KEY_C1, EVENT_END },
	{ KEY_PPAGE, EVENT_PAGE_UP },
	{ KEY_A3, EVENT_PAGE_UP },
	{ KEY_NPAGE, EVENT_PAGE_DOWN },
	{ KEY_C3, EVENT_PAGE_DOWN },
	{ KEY_IC, EVENT_INSERT },
	{ KEY_DC, EVENT_DELETE },
	{ KEY_BACKSPACE, EVENT_BACKSPACE },
	{ KEY_ENTER, EVENT_ENTER },
	{ KEY_BTAB, EVENT_BACK_TAB },
};

/* What has no number in curses has a name in terminfo. */
static codepoint
key_of_name(const char *name)
{
	struct slice s = slice_from(name);

	if (slice_is(s, "kLFT5"))
		return EVENT_WORD_LEFT;
	return slice_is(s, "kRIT5") ? EVENT_WORD_RIGHT : 0;
}

/* 0 for a key that means nothing to us. */
static codepoint
key_of_curses(int code)
{
	if (code >= KEY_F(1) && code <= KEY_F(12))
		return EVENT_F1 + (codepoint)(code - KEY_F(1));
	for (size_t i = 0; i < sizeof key_table / sizeof *key_table; i++)
		if (key_table[i].code == code)
			return key_table[i].key;
	return key_of_name(keyname(code));
}

/* 0 for NUL, which is no key. */
static codepoint
key_of_control(int byte)
{
	switch (byte) {
	case 8:
	case 127:
		return EVENT_BACKSPACE;
	case 9:
		return EVENT_TAB;
	case 10:
	case 13:
		return EVENT_ENTER;
	default:
		return (codepoint)byte;
	}
}

/* A byte, a key code above 255, or ERR when nothing is there. */
static int
next_code(struct term *t)
{
	int code = wgetch(t->input);

	if (code != ERR)
		t->n_empty_reads = 0;
	return code;
}

/* Left and Right with Control as xterm sends them, for terminals that have no words for that. */
static codepoint
key_of_sequence(struct slice parameters, int last)
{
	bool is_control = slice_is(parameters, "1;5") || slice_is(parameters, "5");

	if (!is_control || (last != 'C' && last != 'D'))
		return 0;
	return last == 'C' ? EVENT_WORD_RIGHT : EVENT_WORD_LEFT;
}

static void
end_answer(struct term *t)
{
	t->keys.answer_until = 0;
	t->keys.in_sequence = false;
	set_escdelay(t->keys.escape_ms);
}

/* The final byte of a control sequence is 0x40-0x7E (ECMA-48 5.4). */
static codepoint
read_control_sequence(struct term *t)
{
	char parameters[8];
	size_t n = 0;
	int code;

	while ((code = next_code(t)) >= 0x20 && code < 0x40)
		if (n < sizeof parameters)
			parameters[n++] = (char)code;
	if (t->keys.answer_until > 0) {
		t->keys.in_sequence = code == ERR;
		if (code == 'c') /* the last of the answers */
			end_answer(t);
	}
	return key_of_sequence(slice_of(parameters, n), code);
}

/*
 * Behind an ESC that starts no key we know: keys with Shift or Control, reports and keys of
 * other terminals are not to be taken for commands.  Gives the key that it is for all that, 0 if
 * none.
 */
static codepoint
read_sequence(struct term *t)
{
	int code = next_code(t);

	switch (code) {
	case '[':
		return read_control_sequence(t);
	case 'O':
		next_code(t);
		return 0;
	default:
		if (code != ERR)
			ungetch(code);
		return EVENT_ESCAPE;
	}
}

static size_t
utf8_len(char lead)
{
	unsigned char byte = (unsigned char)lead;

	return byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0;
}

/* Adds a byte above 0x7F; gives the code point when it is whole, else 0.  Broken ones vanish. */
static codepoint
add_utf8(struct keys *k, char byte)
{
	struct slice s;
	size_t at = 0;

	if (((unsigned char)byte & 0xC0) != 0x80)
		k->n_utf8 = 0;
	k->utf8[k->n_utf8++] = byte;
	s = slice_of(k->utf8, k->n_utf8);
	if (k->n_utf8 < utf8_len(k->utf8[0]))
		return 0;
	k->n_utf8 = 0;
	return utf8_is_valid(s) ? utf8_next(s, &at) : 0;
}

/* Lines end in LF however they came; other controls have no business in a text. */
static void
add_pasted(struct buf *paste, int byte)
{
	bool is_control = byte < 0x20 || byte == 0x7F;

	if (byte == 13)
		byte = 10;
	else if (is_control && byte != 10 && byte != 9)
		return;
	if (paste->len < PASTE_MAX)
		buf_add_byte(paste, (char)byte);
}

void
keys_end_paste(struct term *t, struct event *e)
{
	struct keys *k = &t->keys;

	k->in_paste = false;
	buf_clear(&k->text);
	utf8_repair(buf_slice(&k->paste), &k->text);
	buf_clear(&k->paste);
	*e = (struct event){ .kind = EVENT_PASTE, .text = buf_slice(&k->text) };
}

/* True when the paste has come to its end. */
static bool
read_paste(struct term *t, struct event *e)
{
	int code;

	while ((code = next_code(t)) != ERR) {
		if (code == KEYS_PASTE_END) {
			keys_end_paste(t, e);
			return true;
		}
		if (code < 256)
			add_pasted(&t->keys.paste, code);
	}
	return false;
}

static codepoint
key_of_code(struct term *t, int code)
{
	if (code >= 0x80 && code < 256)
		return add_utf8(&t->keys, (char)code);
	t->keys.n_utf8 = 0;
	if (code >= 256)
		return key_of_curses(code);
	if (code == CONTROL_ESC)
		return read_sequence(t);
	return code < 0x20 || code == 127 ? key_of_control(code) : (codepoint)code;
}

void
term_mouse(struct term *t, bool on)
{
	if (t->has_mouse == on)
		return;
	t->has_mouse = on;
	mouseinterval(0);
	mousemask(on ? BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED : 0, NULL);
}

void
keys_expect_answer(struct term *t)
{
	t->keys.escape_ms = get_escdelay();
	t->keys.answer_until = clock_ms() + ANSWER_LATE_MS;
	set_escdelay(ANSWER_PIECE_MS);
}

void
keys_await_answer(struct term *t)
{
	long end_ms = clock_ms() + ANSWER_CLOSE_MS;

	while (t->keys.answer_until > 0 && !t->is_gone) {
		struct pollfd p = { .fd = fileno(t->in), .events = POLLIN };
		long left_ms = end_ms - clock_ms();
		struct event e;

		if (left_ms <= 0 || poll(&p, 1, (int)left_ms) <= 0 || !(p.revents & POLLIN))
			break;
		(void)keys_read(t, &e);
	}
}

static bool
read_mouse(struct event *e)
{
	MEVENT m;

	if (getmouse(&m) != OK)
		return false;
	if (m.bstate & BUTTON1_PRESSED)
		*e = (struct event){ .kind = EVENT_CLICK, .rows = m.y, .cols = m.x };
	else if (m.bstate & (BUTTON4_PRESSED | BUTTON5_PRESSED))
		*e = (struct event){ .kind = EVENT_WHEEL, .rows = m.bstate & BUTTON4_PRESSED ? -1 : 1 };
	else
		return false;
	return true;
}

bool
keys_read(struct term *t, struct event *e)
{
	int code;

	if (t->keys.answer_until > 0 && clock_ms() > t->keys.answer_until)
		end_answer(t);
	if (t->keys.in_paste)
		return read_paste(t, e);
	if (t->keys.in_sequence)
		(void)read_control_sequence(t); /* such keys have no business to come now */
	while ((code = next_code(t)) != ERR) {
		codepoint key;

		if (code == KEYS_PASTE_START) {
			t->keys.in_paste = true;
			return read_paste(t, e);
		}
		if (code == KEY_MOUSE) {
			if (read_mouse(e))
				return true;
			continue;
		}
		key = key_of_code(t, code);
		if (key != 0) {
			*e = (struct event){ .kind = EVENT_KEY, .key = key };
			return true;
		}
	}
	return false;
}

void
keys_typed(struct slice typed)
{
	for (size_t i = typed.len; i-- > 0;)
		ungetch((unsigned char)typed.p[i]);
}
