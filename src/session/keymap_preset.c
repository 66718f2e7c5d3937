/* SPDX-License-Identifier: ISC */
/*
 * Keymaps by name, and the lines that change one.
 */
#include "config.h"

#include "session/keymap.h"

#define PREFIX 'g'      /* of many commands; less goes to the start with it */
#define LESS_PREFIX ';'

/* What takes keys away from others comes behind what gives these new ones. */
static const struct {
	const char *keys;
	enum action action; /* ACTIONS: the keys mean nothing now */
} less_changes[] = {
	{ "d d", ACTIONS },
	{ "D", ACTION_DELETE },
	{ "d", ACTION_HALF_DOWN },
	{ "U", ACTION_UNDO },
	{ "u", ACTION_HALF_UP },
	{ "x", ACTION_HINTS },
	{ "f", ACTION_PAGE_DOWN },
	{ "g", ACTION_FIRST },
};

static void
move_prefix(struct keymap *k)
{
	for (size_t i = 0; i < k->bindings.n; i++)
		if (k->bindings.v[i].n > 1 && k->bindings.v[i].key[0] == PREFIX)
			k->bindings.v[i].key[0] = LESS_PREFIX;
}

static enum status
make_less(struct keymap *k, struct err *err)
{
	enum status status = STATUS_OK;

	move_prefix(k);
	k->is_less = true;
	for (size_t i = 0; status == STATUS_OK && i < sizeof less_changes / sizeof *less_changes; i++) {
		struct slice keys = slice_from(less_changes[i].keys);

		status = less_changes[i].action == ACTIONS
		                 ? keymap_unbind(k, keys, err)
		                 : keymap_bind(k, keys, less_changes[i].action, err);
	}
	return status;
}

enum status
keymap_preset(struct keymap *k, struct slice name, struct err *err)
{
	bool has_caret = k->has_caret;

	if (!slice_is(name, "duan") && !slice_is(name, "less"))
		return err_set(err, STATUS_USAGE, "write 'keys duan' or 'keys less'",
		               "应写作 keys duan 或 keys less");
	keymap_release(k);
	keymap_init(k);
	k->has_caret = has_caret;
	return slice_is(name, "less") ? make_less(k, err) : STATUS_OK;
}

/* The last " = ": one before it is a key. */
static size_t
find_equals(struct slice line)
{
	size_t found = SLICE_NONE, at = 0;

	while ((at = slice_find(line, SLICE(" = "), at)) != SLICE_NONE)
		found = at++;
	return found;
}

static enum status
map(struct keymap *k, struct slice rest, struct err *err)
{
	size_t equals = find_equals(rest);
	struct slice keys, name;
	enum action action;

	if (equals == SLICE_NONE)
		return err_set(err, STATUS_USAGE, "write 'map KEYS = ACTION'; see duan keys",
		               "应写作 map 键 = 动作，见 duan keys");
	keys = slice_trim(slice_sub(rest, 0, equals));
	name = slice_trim(slice_skip(rest, equals + 3));
	action = action_find(name);
	if (action == ACTIONS)
		return err_set(err, STATUS_USAGE, "there is no action '%.*s'; see duan keys",
		               "没有动作“%.*s”，见 duan keys", SLICE_ARG(name));
	return keymap_bind(k, keys, action, err);
}

enum status
keymap_take(struct keymap *k, struct slice word, struct slice rest, struct err *err)
{
	if (slice_is(word, "map"))
		return map(k, rest, err);
	if (slice_is(word, "unmap"))
		return keymap_unbind(k, rest, err);
	return keymap_preset(k, rest, err);
}
