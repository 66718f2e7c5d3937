/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/key.h"

/* The first name of a key is the one that is shown. */
static const struct {
	const char *name;
	codepoint key;
} key_names[] = {
	{ "Space", ' ' },
	{ "Up", EVENT_UP },
	{ "Down", EVENT_DOWN },
	{ "Left", EVENT_LEFT },
	{ "Right", EVENT_RIGHT },
	{ "C-Left", EVENT_WORD_LEFT },
	{ "C-Right", EVENT_WORD_RIGHT },
	{ "Home", EVENT_HOME },
	{ "End", EVENT_END },
	{ "PgUp", EVENT_PAGE_UP },
	{ "PageUp", EVENT_PAGE_UP },
	{ "PgDn", EVENT_PAGE_DOWN },
	{ "PageDown", EVENT_PAGE_DOWN },
	{ "Ins", EVENT_INSERT },
	{ "Insert", EVENT_INSERT },
	{ "Del", EVENT_DELETE },
	{ "Delete", EVENT_DELETE },
	{ "Backspace", EVENT_BACKSPACE },
	{ "BS", EVENT_BACKSPACE },
	{ "C-h", EVENT_BACKSPACE },
	{ "Enter", EVENT_ENTER },
	{ "CR", EVENT_ENTER },
	{ "C-m", EVENT_ENTER },
	{ "C-j", EVENT_ENTER },
	{ "Tab", EVENT_TAB },
	{ "C-i", EVENT_TAB },
	{ "S-Tab", EVENT_BACK_TAB },
	{ "Esc", EVENT_ESCAPE },
	{ "C-[", EVENT_ESCAPE },
};

static bool
is_name(struct slice s, const char *name)
{
	struct slice n = slice_from(name);
	size_t same = 0;

	while (same < s.len && same < n.len && byte_to_lower(s.p[same]) == byte_to_lower(n.p[same]))
		same++;
	return same == s.len && same == n.len;
}

/* ^D and C-d; ^ alone is a character. */
static codepoint
control_from_name(struct slice name)
{
	char letter = name.len > 0 ? name.p[name.len - 1] : '\0';
	bool is_caret = name.len == 2 && name.p[0] == '^';
	bool is_c = name.len == 3 && byte_to_lower(name.p[0]) == 'c' && name.p[1] == '-';

	if ((!is_caret && !is_c) || letter < '@' || letter > 'z')
		return KEY_NONE;
	return KEY_CONTROL(letter) > 0 ? KEY_CONTROL(letter) : KEY_NONE;
}

static codepoint
function_from_name(struct slice name)
{
	long n;

	if (name.len < 2 || byte_to_lower(name.p[0]) != 'f' ||
	    slice_number(slice_skip(name, 1), &n) != name.len - 1 || n < 1 || n > 12)
		return KEY_NONE;
	return EVENT_F1 + (codepoint)n - 1;
}

codepoint
key_from_name(struct slice name)
{
	size_t at = 0;
	codepoint key;

	if (name.len == 0)
		return KEY_NONE;
	key = utf8_next(name, &at);
	if (at == name.len)
		return key_is_text(key) ? key : KEY_NONE;
	for (size_t i = 0; i < sizeof key_names / sizeof *key_names; i++)
		if (is_name(name, key_names[i].name))
			return key_names[i].key;
	key = control_from_name(name);
	return key != KEY_NONE ? key : function_from_name(name);
}

void
key_add_name(struct buf *out, codepoint key)
{
	for (size_t i = 0; i < sizeof key_names / sizeof *key_names; i++) {
		if (key_names[i].key == key) {
			buf_add_str(out, key_names[i].name);
			return;
		}
	}
	if (key >= EVENT_F1 && key <= EVENT_F12)
		buf_addf(out, "F%d", (int)(key - EVENT_F1) + 1);
	else if (key < 32)
		buf_addf(out, "^%c", (int)key + '@');
	else
		utf8_add(out, key_is_text(key) ? key : UTF8_REPLACEMENT);
}

bool
key_is_text(codepoint key)
{
	return key >= 32 && key != 127 && key < EVENT_UP;
}
