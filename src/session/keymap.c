/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/keymap.h"

#include "session/key.h"
#include "text/fold.h"

#include <assert.h>
#include <string.h>

/* Reads one way of typing; false when a name is unknown or there are too many. */
static bool
read_keys(struct slice keys, struct binding *b)
{
	struct slice name;

	b->n = 0;
	while (slice_next(&keys, ' ', &name)) {
		if (name.len == 0)
			continue;
		if (b->n == KEYMAP_KEYS_MAX)
			return false;
		b->key[b->n] = slice_is(name, "CHAR") ? KEYMAP_CHAR : key_from_name(name);
		if (b->key[b->n++] == KEY_NONE)
			return false;
	}
	return b->n > 0;
}

static int
same_keys(const struct binding *a, const struct binding *b)
{
	int n = 0;

	while (n < a->n && n < b->n && a->key[n] == b->key[n])
		n++;
	return n;
}

static bool
needs_caret(enum action action)
{
	return action_info(action)->group == ACTION_GROUP_CARET;
}

enum status
keymap_unbind(struct keymap *k, struct slice keys, struct err *err)
{
	struct binding b;
	size_t left = 0, before = k->bindings.n;

	if (!read_keys(keys, &b))
		b.n = 0;
	for (size_t i = 0; i < before; i++) {
		const struct binding *old = &k->bindings.v[i];

		if (b.n == 0 || old->n != b.n || same_keys(old, &b) != b.n)
			k->bindings.v[left++] = *old;
	}
	k->bindings.n = left;
	if (left == before)
		return err_set(err, STATUS_MISSING, "\"%.*s\" means nothing; see duan keys",
		               "“%.*s”没有用作按键，见 duan keys", SLICE_ARG(keys));
	return STATUS_OK;
}

enum status
keymap_bind(struct keymap *k, struct slice keys, enum action action, struct err *err)
{
	struct binding b = { .action = action };

	if (!read_keys(keys, &b) || (b.key[0] >= '0' && b.key[0] <= '9'))
		return err_set(err, STATUS_USAGE, "\"%.*s\" names no keys; write them as in \"g g\" or \"^D\"",
		               "“%.*s”不是按键，写法如“g g”或“^D”", SLICE_ARG(keys));
	for (size_t i = 0; i < k->bindings.n; i++) {
		struct binding *old = &k->bindings.v[i];
		int same;

		if (old->key[0] != b.key[0] || needs_caret(old->action) != needs_caret(action))
			continue;
		same = same_keys(old, &b);
		if (same == old->n && same == b.n) {
			old->action = action;
			return STATUS_OK;
		}
		if (same == old->n || same == b.n)
			return err_set(err, STATUS_USAGE, "\"%.*s\" clashes with the keys of %s",
			               "“%.*s”与 %s 的按键冲突", SLICE_ARG(keys),
			               action_info(old->action)->name);
	}
	VEC_PUSH(&k->bindings, b);
	return STATUS_OK;
}

/* Takes the part before the next two blanks. */
static bool
next_way(struct slice *rest, struct slice *way)
{
	size_t end = slice_find(*rest, SLICE("  "), 0);

	if (rest->len == 0)
		return false;
	*way = slice_sub(*rest, 0, end);
	*rest = slice_skip(*rest, end == SLICE_NONE ? rest->len : end + 2);
	return true;
}

void
keymap_init(struct keymap *k)
{
	struct err err;

	*k = (struct keymap){ 0 };
	for (int i = 0; i < ACTIONS; i++) {
		struct slice rest = slice_from(action_info((enum action)i)->keys), way;

		while (next_way(&rest, &way))
			if (keymap_bind(k, way, (enum action)i, &err) != STATUS_OK)
				die("action.def: %s", err_words(&err, UI_EN));
	}
}

void
keymap_release(struct keymap *k)
{
	VEC_RELEASE(&k->bindings);
}

static bool
key_fits(codepoint bound, codepoint key)
{
	return bound == key || (bound == KEYMAP_CHAR && key_is_text(key));
}

bool
keymap_continues(const struct binding *b, const struct keymap_typed *typed)
{
	if (b->n <= typed->n)
		return false;
	for (int i = 0; i < typed->n; i++)
		if (b->key[i] != typed->key[i])
			return false;
	return true;
}

static void
call_from(const struct binding *b, const struct keymap_typed *typed, codepoint key,
          struct action_call *call)
{
	*call = (struct action_call){ .action = b->action,
		                      .has_count = typed->count > 0,
		                      .count = typed->count > 0 ? typed->count : 1,
		                      .argument = b->key[b->n - 1] == KEYMAP_CHAR ? key : 0 };
}

/* Keys for the caret win over others, keys bound by name over CHAR. */
static bool
is_better(const struct binding *b, const struct binding *than, int at)
{
	if (!than || needs_caret(b->action) != needs_caret(than->action))
		return !than || needs_caret(b->action);
	return than->key[at] == KEYMAP_CHAR;
}

static enum keymap_answer
look_up(const struct keymap *k, const struct keymap_typed *typed, codepoint key,
        struct action_call *call)
{
	const struct binding *best = NULL;

	for (size_t i = 0; i < k->bindings.n; i++) {
		const struct binding *b = &k->bindings.v[i];

		if (needs_caret(b->action) && !k->has_caret)
			continue;
		if (keymap_continues(b, typed) && key_fits(b->key[typed->n], key) &&
		    is_better(b, best, typed->n))
			best = b;
	}
	if (!best)
		return KEYMAP_UNKNOWN;
	if (best->n > typed->n + 1)
		return KEYMAP_MORE;
	call_from(best, typed, key, call);
	return KEYMAP_CALL;
}

static bool
add_digit(struct keymap_typed *typed, codepoint key)
{
	if (typed->n > 0 || key < '0' || key > '9' || (key == '0' && typed->count == 0))
		return false;
	if (typed->count <= (KEYMAP_COUNT_MAX - 9) / 10)
		typed->count = typed->count * 10 + (long)(key - '0');
	return true;
}

enum keymap_answer
keymap_type(const struct keymap *k, struct keymap_typed *typed, codepoint key,
            struct action_call *call)
{
	enum keymap_answer answer;

	key = fold_key(key);
	if (key == EVENT_ESCAPE || key == KEY_CONTROL('c')) {
		*typed = (struct keymap_typed){ 0 };
		return KEYMAP_CANCEL;
	}
	if (add_digit(typed, key))
		return KEYMAP_MORE;
	answer = look_up(k, typed, key, call);
	if (answer == KEYMAP_CALL)
		*typed = (struct keymap_typed){ 0 };
	else if (typed->n < KEYMAP_KEYS_MAX)
		typed->key[typed->n++] = key;
	return answer;
}

static bool
is_plain(codepoint key)
{
	return key > ' ' && key_is_text(key);
}

static void
add_keys(const codepoint *key, int from, int n, struct buf *out)
{
	for (int i = from; i < n; i++) {
		if (i > from && !(is_plain(key[i - 1]) && is_plain(key[i])) && key[i] != KEYMAP_CHAR)
			buf_add_byte(out, ' ');
		if (key[i] == KEYMAP_CHAR)
			buf_add_str(out, "…");
		else
			key_add_name(out, key[i]);
	}
}

void
keymap_add_typed(const struct keymap_typed *typed, struct buf *out)
{
	if (typed->count > 0)
		buf_addf(out, "%ld", typed->count);
	add_keys(typed->key, 0, typed->n, out);
}

void
keymap_add_keys(const struct binding *b, int from, struct buf *out)
{
	add_keys(b->key, from, b->n, out);
}

void
keymap_add_action(const struct keymap *k, enum action action, struct buf *out)
{
	bool is_first = true;

	for (size_t i = 0; i < k->bindings.n; i++) {
		if (k->bindings.v[i].action != action)
			continue;
		if (!is_first)
			buf_add_byte(out, ' ');
		is_first = false;
		keymap_add_keys(&k->bindings.v[i], 0, out);
	}
}

void
keymap_add_way(const struct keymap *k, enum action action, struct buf *out)
{
	for (size_t i = 0; i < k->bindings.n; i++) {
		if (k->bindings.v[i].action == action) {
			keymap_add_keys(&k->bindings.v[i], 0, out);
			return;
		}
	}
}

static void
add_way_or_name(const struct keymap *k, enum action action, bool is_format, struct buf *out)
{
	struct buf way = { 0 };

	keymap_add_way(k, action, &way);
	if (way.len == 0)
		buf_addf(&way, ":%s", action_info(action)->name);
	for (size_t i = 0; i < way.len; i++) {
		buf_add_byte(out, way.p[i]);
		if (is_format && way.p[i] == '%')
			buf_add_byte(out, '%');
	}
	buf_release(&way);
}

void
keymap_add_words(const struct keymap *k, const char *words, bool is_format, struct buf *out)
{
	struct slice rest = slice_from(words);
	size_t start;

	while ((start = slice_find_byte(rest, '{', 0)) != SLICE_NONE) {
		size_t end = slice_find_byte(rest, '}', start);
		enum action action = action_find(slice_sub(rest, start + 1, end));

		assert(action != ACTIONS);
		buf_add(out, slice_sub(rest, 0, start));
		add_way_or_name(k, action, is_format, out);
		rest = slice_skip(rest, end + 1);
	}
	buf_add(out, rest);
}

/* "g g", "' CHAR": as keymap_bind() takes it. */
static void
add_config_keys(const struct binding *b, struct buf *out)
{
	for (int i = 0; i < b->n; i++) {
		if (i > 0)
			buf_add_byte(out, ' ');
		if (b->key[i] == KEYMAP_CHAR)
			buf_add_str(out, "CHAR");
		else
			key_add_name(out, b->key[i]);
	}
}

static void
print_action(const struct keymap *k, enum action action, struct buf *out)
{
	for (size_t i = 0; i < k->bindings.n; i++) {
		if (k->bindings.v[i].action != action)
			continue;
		buf_add_str(out, "map ");
		add_config_keys(&k->bindings.v[i], out);
		buf_addf(out, " = %s\n", action_info(action)->name);
	}
}

static bool
is_bound(const struct keymap *k, const struct binding *b)
{
	for (size_t i = 0; i < k->bindings.n; i++) {
		const struct binding *own = &k->bindings.v[i];

		if (own->n == b->n && same_keys(own, b) == b->n &&
		    needs_caret(own->action) == needs_caret(b->action))
			return true;
	}
	return false;
}

/* The caret's and another's of one spelling go with one unmap. */
static bool
is_repeated(const struct keymap *k, size_t at)
{
	const struct binding *b = &k->bindings.v[at];

	for (size_t i = 0; i < at; i++)
		if (k->bindings.v[i].n == b->n && same_keys(&k->bindings.v[i], b) == b->n)
			return true;
	return false;
}

/* What the preset has and this keymap does not.  Comes before the maps: it takes keys for the caret
 * and others at once, and some were taken away to make room. */
static void
print_unbound(const struct keymap *k, struct buf *out)
{
	struct keymap preset = { 0 };
	size_t start = out->len, n = 0;
	struct err err;

	if (keymap_preset(&preset, k->is_less ? SLICE("less") : SLICE("duan"), &err) != STATUS_OK)
		die("%s", err_words(&err, UI_EN));
	for (size_t i = 0; i < preset.bindings.n; i++)
		if (!is_bound(k, &preset.bindings.v[i]))
			preset.bindings.v[n++] = preset.bindings.v[i];
	preset.bindings.n = n;
	for (size_t i = 0; i < n; i++) {
		if (is_repeated(&preset, i))
			continue;
		buf_add_str(out, "unmap ");
		add_config_keys(&preset.bindings.v[i], out);
		buf_add_byte(out, '\n');
	}
	if (out->len > start)
		buf_add_byte(out, '\n');
	keymap_release(&preset);
}

void
keymap_print(const struct keymap *k, enum ui_language ui, struct buf *out)
{
	if (k->is_less)
		buf_add_str(out, "keys less\n\n");
	print_unbound(k, out);
	for (int group = 0; group < ACTION_GROUPS; group++) {
		buf_addf(out, "%s## %s\n", group > 0 ? "\n" : "",
		         words_in(action_group_words((enum action_group)group), ui));
		for (int i = 0; i < ACTIONS; i++) {
			const struct action_info *info = action_info((enum action)i);

			if (info->group != (enum action_group)group)
				continue;
			buf_addf(out, "# :%s — %s\n", info->name, words_in(info->help, ui));
			print_action(k, (enum action)i, out);
		}
	}
}
