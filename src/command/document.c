/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cite/symbol.h"
#include "command_priv.h"
#include "import/import.h"

#include <string.h>
#include <unistd.h>

/* "CAC/COSP/2019/9@en" is the English version. */
static struct slice
without_language(struct slice symbol)
{
	bool has = symbol.len > 3 && symbol.p[symbol.len - 3] == '@';

	return has ? slice_sub(symbol, 0, symbol.len - 3) : symbol;
}

static bool
exists(struct slice name)
{
	struct buf path = { 0 };
	bool found;

	buf_add(&path, name);
	found = access(buf_str(&path), F_OK) == 0;
	buf_release(&path);
	return found;
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

enum status
document_open(const char *argument, struct doc **out, struct slice *place, struct err *err)
{
	size_t len = name_len(slice_from(argument));
	struct buf path = { 0 };
	enum status status;

	*place = slice_skip(slice_from(argument), argument[len] == '#' ? len + 1 : len);
	buf_add(&path, slice_of(argument, len));
	status = import_file(buf_str(&path), out, err);
	if (status == STATUS_MISSING && symbol_is(without_language(buf_slice(&path))))
		(void)err_set(err, status, "%s: this document is not here; give the name of a file",
		              "%s：此处没有这份文件，请写文件名", buf_str(&path));
	buf_release(&path);
	return status;
}

/* "!annex_1" or "annex_1": all of it is meant. */
static bool
is_component(struct slice place, struct slice component)
{
	return component.len > 0 &&
	       slice_eq(slice_starts(place, "!") ? slice_skip(place, 1) : place, component);
}

static bool
belongs(const struct block *first, const struct block *b)
{
	if (first->kind == BLOCK_HEADING)
		return b->kind != BLOCK_HEADING || b->level > first->level;
	return b->kind == BLOCK_ITEM && (first->kind != BLOCK_ITEM || b->level > first->level);
}

enum status
document_part(const struct doc *d, struct slice place, size_t *start, size_t *end, struct err *err)
{
	const struct block *first;
	bool whole;

	*start = 0;
	*end = d->n_blocks;
	if (place.len == 0)
		return STATUS_OK;
	*start = doc_find(d, place);
	if (*start == SLICE_NONE)
		return err_set(err, STATUS_MISSING,
		               "%.*s: there is no place %.*s; see show --outline",
		               "%.*s：没有 %.*s 这一处，见 show --outline", SLICE_ARG(d->name),
		               SLICE_ARG(place));
	first = doc_block(d, *start);
	whole = is_component(place, first->component);
	for (*end = *start + 1; *end < d->n_blocks; (*end)++) {
		const struct block *b = doc_block(d, *end);

		if (!slice_eq(b->component, first->component) || (!whole && !belongs(first, b)))
			break;
	}
	return STATUS_OK;
}
