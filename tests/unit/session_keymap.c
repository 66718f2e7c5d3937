/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/keymap.h"

#include "session/key.h"
#include "session/script.h"
#include "tap.h"

/* Types a script; gives the last answer, and the last call in *call. */
static enum keymap_answer
type(const struct keymap *k, const char *keys, struct keymap_typed *typed, struct action_call *call)
{
	struct slice rest = slice_from(keys);
	enum keymap_answer answer = KEYMAP_MORE;

	*typed = (struct keymap_typed){ 0 };
	while (!script_is_done(&rest)) {
		struct event e;
		struct err err;

		if (script_next(&rest, &e, &err) != STATUS_OK)
			break;
		answer = keymap_type(k, typed, e.key, call);
	}
	return answer;
}

static void
calls(const struct keymap *k)
{
	static const struct {
		const char *keys;
		enum action action;
		long count; /* 0: none */
		codepoint argument;
	} cases[] = {
		{ "j", ACTION_DOWN, 0, 0 },
		{ "<Down>", ACTION_DOWN, 0, 0 },
		{ "12G", ACTION_LAST, 12, 0 },
		{ "120<Space>", ACTION_PAGE_DOWN, 120, 0 },
		{ "gg", ACTION_FIRST, 0, 0 },
		{ "7gg", ACTION_FIRST, 7, 0 },
		{ "g?", ACTION_HELP, 0, 0 },
		{ "<F1>", ACTION_HELP, 0, 0 },
		{ "]]", ACTION_NEXT_HEADING, 0, 0 },
		{ "[d", ACTION_PREVIOUS_DOCUMENT, 0, 0 },
		{ "mq", ACTION_SET_MARK, 0, 'q' },
		{ "'q", ACTION_GO_MARK, 0, 'q' },
		{ "`Q", ACTION_GO_MARK, 0, 'Q' },
		{ "''", ACTION_GO_BEFORE, 0, 0 },
		{ "'?", ACTION_MARKS, 0, 0 },
		{ "<C-d>", ACTION_HALF_DOWN, 0, 0 },
		{ "ZZ", ACTION_QUIT, 0, 0 },
		{ "１２Ｇ", ACTION_LAST, 12, 0 },
		{ "：", ACTION_COMMAND, 0, 0 },
		{ "＝", ACTION_WHERE, 0, 0 },
		{ "】】", ACTION_NEXT_HEADING, 0, 0 },
		{ "［［", ACTION_PREVIOUS_HEADING, 0, 0 },
		{ "｝", ACTION_NEXT_PARAGRAPH, 0, 0 },
		{ "ｇ？", ACTION_HELP, 0, 0 },
		{ "’ａ", ACTION_GO_MARK, 0, 'a' },
		{ "‘’", ACTION_GO_BEFORE, 0, 0 },
		{ "·ｂ", ACTION_GO_MARK, 0, 'b' },
		{ "99999999999999999999j", ACTION_DOWN, 999999999, 0 },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct keymap_typed typed;
		struct action_call call = { 0 };
		long count = cases[i].count > 0 ? cases[i].count : 1;

		ok(type(k, cases[i].keys, &typed, &call) == KEYMAP_CALL &&
		           call.action == cases[i].action && call.argument == cases[i].argument &&
		           call.has_count == (cases[i].count > 0) && call.count == count &&
		           typed.n == 0 && typed.count == 0,
		   "%s: %s", cases[i].keys, action_info(cases[i].action)->name);
	}
}

static void
answers(const struct keymap *k)
{
	struct keymap_typed typed;
	struct action_call call;
	struct buf text = { 0 };

	ok(type(k, "12g", &typed, &call) == KEYMAP_MORE, "half a command");
	keymap_add_typed(&typed, &text);
	is(buf_slice(&text), "12g", "is shown as typed");
	ok(type(k, "12gz", &typed, &call) == KEYMAP_UNKNOWN, "no such command");
	buf_clear(&text);
	keymap_add_typed(&typed, &text);
	is(buf_slice(&text), "12gz", "and can be named");
	ok(type(k, "0", &typed, &call) == KEYMAP_UNKNOWN, "0 is no number");
	ok(type(k, "12g<Esc>", &typed, &call) == KEYMAP_CANCEL && typed.n == 0 && typed.count == 0,
	   "Esc cancels");
	ok(type(k, "m<C-c>", &typed, &call) == KEYMAP_CANCEL, "so does ^C");
	ok(type(k, "m<Up>", &typed, &call) == KEYMAP_UNKNOWN, "an arrow is no character");
	ok(type(k, "段", &typed, &call) == KEYMAP_UNKNOWN, "Han is no command");
	ok(type(k, "丰", &typed, &call) == KEYMAP_UNKNOWN, "nor taken for another key");
	buf_release(&text);
}

static void
bindings(struct keymap *k)
{
	struct keymap_typed typed;
	struct action_call call;
	struct err err;

	ok(keymap_bind(k, SLICE("x"), ACTION_DOWN, &err) == STATUS_OK &&
	           type(k, "x", &typed, &call) == KEYMAP_CALL && call.action == ACTION_DOWN,
	   "a new key");
	ok(keymap_bind(k, SLICE("g g"), ACTION_LAST, &err) == STATUS_OK &&
	           type(k, "gg", &typed, &call) == KEYMAP_CALL && call.action == ACTION_LAST,
	   "an old key with a new meaning");
	ok(keymap_bind(k, SLICE("g"), ACTION_DOWN, &err) == STATUS_USAGE, "the start of others");
	ok(keymap_bind(k, SLICE("j j"), ACTION_DOWN, &err) == STATUS_USAGE, "behind another");
	ok(keymap_bind(k, SLICE(""), ACTION_DOWN, &err) == STATUS_USAGE, "no keys");
	ok(keymap_bind(k, SLICE("Nokey"), ACTION_DOWN, &err) == STATUS_USAGE, "an unknown name");
	ok(keymap_bind(k, SLICE("3"), ACTION_DOWN, &err) == STATUS_USAGE, "a digit");
	ok(keymap_bind(k, SLICE("s a b c d"), ACTION_DOWN, &err) == STATUS_USAGE, "too many");
}

/* d u f g as less has them, and what they meant elsewhere. */
static void
presets(void)
{
	static const struct {
		const char *keys;
		enum action action;
	} cases[] = {
		{ "d", ACTION_HALF_DOWN },   { "u", ACTION_HALF_UP }, { "f", ACTION_PAGE_DOWN },
		{ "g", ACTION_FIRST },       { "G", ACTION_LAST },    { "b", ACTION_PAGE_UP },
		{ ";r", ACTION_CITING },     { ";?", ACTION_HELP },   { "D", ACTION_DELETE },
		{ "U", ACTION_UNDO },        { "x", ACTION_HINTS },   { "；ｒ", ACTION_CITING },
	};
	struct keymap k;
	struct keymap_typed typed;
	struct action_call call;
	struct err err;

	keymap_init(&k);
	ok(keymap_take(&k, SLICE("keys"), SLICE("less"), &err) == STATUS_OK && k.is_less, "keys less");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		ok(type(&k, cases[i].keys, &typed, &call) == KEYMAP_CALL && call.action == cases[i].action,
		   "less: %s: %s", cases[i].keys, action_info(cases[i].action)->name);
	for (int i = 0; i < ACTIONS; i++) {
		struct buf keys = { 0 };

		keymap_add_way(&k, (enum action)i, &keys);
		if (action_info((enum action)i)->keys[0] && keys.len == 0)
			ok(false, "less: %s lost its keys", action_info((enum action)i)->name);
		buf_release(&keys);
	}
	ok(keymap_preset(&k, SLICE("emacs"), &err) == STATUS_USAGE && k.is_less, "no such preset");
	ok(keymap_take(&k, SLICE("keys"), SLICE("duan"), &err) == STATUS_OK && !k.is_less &&
	           type(&k, "gg", &typed, &call) == KEYMAP_CALL,
	   "and back");
	ok(keymap_take(&k, SLICE("unmap"), SLICE("g g"), &err) == STATUS_OK &&
	           type(&k, "gg", &typed, &call) == KEYMAP_UNKNOWN,
	   "unmap");
	ok(keymap_unbind(&k, SLICE("g g"), &err) == STATUS_MISSING, "twice");
	ok(keymap_take(&k, SLICE("map"), SLICE("g g"), &err) == STATUS_USAGE, "no action");
	ok(keymap_take(&k, SLICE("map"), SLICE("g g = start"), &err) == STATUS_OK, "map");
	keymap_release(&k);
}

/* What is printed can be read again and gives the same keymap. */
static void
prints(const struct keymap *k)
{
	struct buf text = { 0 };
	struct slice rest, line;
	size_t n = 0;

	keymap_print(k, UI_EN, &text);
	rest = buf_slice(&text);
	while (slice_next(&rest, '\n', &line)) {
		struct slice map = slice_skip(line, 4);
		size_t sign = slice_find(map, SLICE(" = "), 0);
		struct keymap other = { 0 };
		struct err err;

		if (!slice_starts(line, "map "))
			continue;
		n += sign != SLICE_NONE &&
		     keymap_bind(&other, slice_sub(map, 0, sign),
		                 action_find(slice_skip(map, sign + 3)), &err) == STATUS_OK;
		keymap_release(&other);
	}
	is_number(n, k->bindings.n, "every binding is printed in a form that is read");
	buf_clear(&text);
	keymap_add_action(k, ACTION_FIRST, &text);
	is(buf_slice(&text), "gg Home", "all keys of an action");
	buf_release(&text);
}

/* What was taken away is printed too: the lines make the same keymap of the default one. */
static void
prints_unbound(const char *preset)
{
	static const char *const taken[] = { "h", "' CHAR", "' '", "' ?" };
	struct keymap k = { 0 }, again;
	struct buf text = { 0 }, twice = { 0 };
	struct slice rest, line;
	struct err err;
	size_t failed = 0;

	ok(keymap_preset(&k, slice_from(preset), &err) == STATUS_OK, "%s", preset);
	for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
		ok(keymap_unbind(&k, slice_from(taken[i]), &err) == STATUS_OK, "%s: unmap %s", preset,
		   taken[i]);
	ok(keymap_bind(&k, SLICE("'"), ACTION_FIRST, &err) == STATUS_OK, "there is room now");
	keymap_print(&k, UI_EN, &text);
	ok(slice_find(buf_slice(&text), SLICE("unmap h\n"), 0) != SLICE_NONE, "%s: unmap is printed", preset);
	keymap_init(&again);
	rest = buf_slice(&text);
	while (slice_next(&rest, '\n', &line)) {
		size_t blank = slice_find_byte(line, ' ', 0);

		if (line.len > 0 && line.p[0] != '#')
			failed += keymap_take(&again, slice_sub(line, 0, blank), slice_skip(line, blank + 1),
			                      &err) != STATUS_OK;
	}
	is_number(failed, 0, "%s: every line is taken", preset);
	keymap_print(&again, UI_EN, &twice);
	is(buf_slice(&twice), text.p, "%s: and gives the same keymap", preset);
	keymap_release(&k);
	keymap_release(&again);
	buf_release(&text);
	buf_release(&twice);
}

static void
names(void)
{
	struct buf text = { 0 };

	is_number(key_from_name(SLICE("^D")), 4, "^D");
	is_number(key_from_name(SLICE("c-D")), 4, "C-d");
	is_number(key_from_name(SLICE("pgdn")), EVENT_PAGE_DOWN, "PgDn");
	is_number(key_from_name(SLICE("F12")), EVENT_F12, "F12");
	ok(key_from_name(SLICE("F13")) == KEY_NONE, "no F13");
	is_number(key_from_name(SLICE("^")), '^', "^ alone");
	is_number(key_from_name(SLICE("段")), 0x6BB5, "a Han character");
	ok(key_from_name(SLICE("")) == KEY_NONE, "nothing");
	for (codepoint key = 1; key < EVENT_KEYS_END; key = key == 127 ? EVENT_UP : key + 1) {
		buf_clear(&text);
		key_add_name(&text, key);
		if (key == 127 || key == 8 || key == 9 || key == 10 || key == 13 || key == 27 ||
		    key == 28 || key == 29 || key == 30 || key == 31)
			continue; /* come as keys of their own, or have no letter */
		if (key_from_name(buf_slice(&text)) != key)
			ok(false, "name of key %lu", (unsigned long)key);
	}
	ok(true, "names lead back to their keys");
	buf_release(&text);
	is_number(action_find(SLICE("help")), ACTION_HELP, "an action by name");
	is_number(action_find(SLICE("rem")), ACTION_REMARKS, "by its start");
	is_number(action_find(SLICE("page")), ACTIONS, "when that is one's alone");
	is_number(action_find(SLICE("")), ACTIONS, "nothing is no name");
}

static void
says(const struct keymap *k, const char *words, bool is_format, const char *wanted)
{
	struct buf out = { 0 };

	keymap_add_words(k, words, is_format, &out);
	is(buf_slice(&out), wanted, "%s", words);
	buf_release(&out);
}

/* Messages name the keys there are. */
static void
words(void)
{
	struct keymap k;
	struct err err;

	keymap_init(&k);
	says(&k, "gone; {undo} brings it back", false, "gone; u brings it back");
	says(&k, "{close}, {quit}", false, "q, Q");
	says(&k, "nothing", false, "nothing");
	ok(keymap_preset(&k, SLICE("less"), &err) == STATUS_OK, "less");
	says(&k, "{undo} {bookmarks}", false, "U ;S");
	ok(keymap_unbind(&k, SLICE("U"), &err) == STATUS_OK, "taken away");
	says(&k, "%s; {undo} brings it back", true, "%s; :undo brings it back");
	ok(keymap_bind(&k, SLICE("%"), ACTION_UNDO, &err) == STATUS_OK, "another");
	says(&k, "%s; {undo} brings it back", true, "%s; %% brings it back");
	says(&k, "{undo}", false, "%");
	keymap_release(&k);
}

int
main(void)
{
	struct keymap k;

	keymap_init(&k);
	calls(&k);
	answers(&k);
	prints(&k);
	bindings(&k);
	prints_unbound("duan");
	prints_unbound("less");
	names();
	words();
	presets();
	keymap_release(&k);
	return tap_done();
}
