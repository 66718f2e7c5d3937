/* SPDX-License-Identifier: ISC */
/*
 * Where lists begin: what the lines around a label say about it.
 */
#include "config.h"

#include "import_priv.h"

#include <string.h>

#define ITEM_LOOK 60 /* lines in which a (b) must follow an (a) */

bool
list_may_start(const struct import *im, size_t i)
{
	size_t a = join_before(im, i);

	if (given_has(&im->lines.v[i], EXTRACT_WHOLE))
		return given_has(&im->lines.v[i], EXTRACT_STARTS);
	return a == SLICE_NONE || join_may_part(im, a, i);
}

bool
list_opens(const struct import *im, size_t i)
{
	size_t a = join_before(im, i);
	uint32_t last;

	if (a == SLICE_NONE || join_score(im, a, i) <= 0)
		return true;
	last = char_last(im->lines.v[a].text);
	return last == ':' || last == 0xFF1A || last == ';' || last == 0xFF1B || last == '.' ||
	       last == 0x3002;
}

/* The label that comes after `l` in its list, "(b)" after "(a)", stands within the line. */
static bool
holds_second(struct slice text, const struct label *l)
{
	char second[8] = "(b)";

	if (l->kind == LABEL_SMALL_ROMAN)
		memcpy(second, "(ii)", sizeof "(ii)");
	else if (l->kind == LABEL_BRACKETED)
		memcpy(second, "(2)", sizeof "(2)");
	else if (l->kind != LABEL_LETTER)
		return false;
	return slice_find(text, slice_from(second), 1) != SLICE_NONE;
}

bool
list_second_follows(const struct import *im, size_t i)
{
	const struct label *first = &im->lines.v[i].label;
	size_t k = i;

	for (int n = 0; n < ITEM_LOOK && !holds_second(im->lines.v[k].text, first); n++) {
		const struct label *l;

		k = line_next_body(im, k + 1);
		if (k >= im->lines.n)
			return false;
		l = &im->lines.v[k].label;
		if (l->kind == LABEL_NUMBER || l->kind == LABEL_DOTTED)
			return false;
		if (l->kind == first->kind && l->value == 2)
			return list_opens(im, k);
	}
	return false;
}
