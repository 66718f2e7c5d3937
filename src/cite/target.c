/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cite/target.h"

static const struct {
	const char *name;
	enum target_scheme scheme;
} schemes[] = {
	{ "doc:", TARGET_DOC },     { "treaty:", TARGET_TREATY }, { "res:", TARGET_RES },
	{ "dec:", TARGET_DEC },     { "agenda:", TARGET_AGENDA }, { "gc:", TARGET_GC },
	{ "comm:", TARGET_COMM },   { "press:", TARGET_PRESS },   { "url:", TARGET_URL },
	{ "damaged:", TARGET_DAMAGED },
};
#define N_SCHEMES (sizeof schemes / sizeof *schemes)

/* The bytes of the scheme at the front; 0 if there is none. */
static size_t
scheme_read(struct slice text, enum target_scheme *scheme)
{
	for (size_t i = 0; i < N_SCHEMES; i++)
		if (slice_starts(text, schemes[i].name)) {
			*scheme = schemes[i].scheme;
			return slice_from(schemes[i].name).len;
		}
	*scheme = slice_starts(text, "self") ? TARGET_SELF : TARGET_PREV;
	return *scheme == TARGET_SELF || slice_starts(text, "prev") ? 4 : 0;
}

/* Cuts `*s` at the first `mark`; gives what is behind it. */
static struct slice
cut(struct slice *s, struct slice mark)
{
	size_t at = slice_find(*s, mark, 0);
	struct slice behind = { 0 };

	if (at != SLICE_NONE) {
		behind = slice_skip(*s, at + mark.len);
		*s = slice_sub(*s, 0, at);
	}
	return behind;
}

static bool
is_free_text(enum target_scheme scheme)
{
	return scheme == TARGET_URL || scheme == TARGET_DAMAGED;
}

bool
target_next(struct slice *rest, struct target *t)
{
	struct slice one = *rest;
	size_t len;

	if (rest->len == 0)
		return false;
	*t = (struct target){ 0 };
	len = scheme_read(one, &t->scheme);
	if (len == 0)
		t->scheme = TARGET_OTHER;
	if (is_free_text(t->scheme)) {
		t->name = slice_skip(one, len);
		*rest = slice_skip(one, one.len);
		return true;
	}
	*rest = cut(&one, SLICE(";"));
	t->name = slice_skip(one, len);
	t->place = cut(&t->name, SLICE("#"));
	t->component = cut(&t->name, SLICE("!"));
	if (t->scheme == TARGET_TREATY && slice_is(t->name, "?")) /* of a treaty that is not told */
		t->scheme = TARGET_DAMAGED;
	t->upto = cut(&t->place, SLICE(".."));
	return true;
}

static void
add_lower(struct buf *out, struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		buf_add_byte(out, byte_to_lower(s.p[i]));
}

void
target_key(const struct target *t, struct slice self, struct buf *out)
{
	enum target_scheme scheme = t->scheme == TARGET_SELF ? TARGET_DOC : t->scheme;
	struct slice name = t->scheme == TARGET_SELF ? self : t->name;

	if (name.len == 0 || scheme == TARGET_DAMAGED)
		return;
	for (size_t i = 0; i < N_SCHEMES; i++)
		if (schemes[i].scheme == scheme) {
			buf_add_str(out, schemes[i].name);
			if (scheme == TARGET_URL)
				buf_add(out, name);
			else
				add_lower(out, name);
		}
}

void
target_place(const struct target *t, struct buf *out)
{
	if (t->component.len > 0) {
		buf_add(out, t->component);
		buf_add_byte(out, '!');
	}
	buf_add(out, t->place);
}

bool
target_within(struct slice a, struct slice whole)
{
	struct slice behind = slice_skip(a, whole.len);

	if (!slice_eq(slice_sub(a, 0, whole.len), whole))
		return false;
	return behind.len == 0 || whole.len == 0 || whole.p[whole.len - 1] == '!' ||
	       slice_starts(behind, "__");
}
