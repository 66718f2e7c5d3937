/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cite/language.h"
#include "cite/symbol.h"
#include "command_priv.h"

#include <string.h>
#include <unistd.h>

static bool
exists(struct slice name)
{
	struct buf path = { 0 };
	bool found;

	buf_add(&path, name);
	found = access(buf_str(&path), F_OK) == 0;
	buf_release(&path);
	return found || slice_is(name, "-");
}

/* The bytes of the argument that name the document; the place is behind them. */
static size_t
name_len(struct slice argument)
{
	const char *number = memrchr(argument.p, '#', argument.len), *component;
	size_t len = number ? (size_t)(number - argument.p) : argument.len;

	if (exists(argument))
		return argument.len;
	component = memrchr(argument.p, '!', len);
	if (!component || exists(slice_sub(argument, 0, len)))
		return len;
	return (size_t)(component - argument.p);
}

/* "@en" at the end, in any case. */
static size_t
language_len(struct slice name)
{
	bool has = name.len > 3 && name.p[name.len - 3] == '@' && byte_is_alpha(name.p[name.len - 1]) &&
	           byte_is_alpha(name.p[name.len - 2]);

	return has ? 3 : 0;
}

/* A person may type capitals; what is none of the languages is found nowhere. */
static struct slice
language_typed(struct slice typed)
{
	struct slice known = language_of(typed);

	return known.len > 0 ? known : typed;
}

void
reference_read(const char *argument, struct reference *r)
{
	struct slice all = slice_from(argument);
	size_t len = name_len(all), language;

	r->whole = slice_sub(all, 0, len);
	r->is_file = exists(r->whole);
	language = r->is_file ? 0 : language_len(r->whole);
	r->name = slice_sub(r->whole, 0, len - language);
	r->language = language_typed(slice_sub(r->whole, len - language + (language > 0), len));
	r->place = slice_skip(all, argument[len] == '#' ? len + 1 : len);
}

bool
reference_is_symbol(const struct reference *r)
{
	size_t slash = slice_find_byte(r->name, '/', 0);

	if (symbol_is(r->name) || slice_starts(r->name, "sha256:"))
		return true;
	for (size_t i = slash; i < r->name.len; i++) /* "cfw/cop/2024/9": roots may be unknown */
		if (byte_is_digit(r->name.p[i]))
			return slash > 0;
	return false;
}
