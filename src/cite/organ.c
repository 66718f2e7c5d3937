/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "organ_priv.h"

#include <string.h>

enum numbering {
	NUMBERS_NONE, /* none of its own */
	NUMBERS_GA, NUMBERS_SC, NUMBERS_ECOSOC, NUMBERS_ROMAN_SESSION, NUMBERS_SESSION,
	NUMBERS_YEAR, NUMBERS_ASSEMBLY, NUMBERS_CLIMATE, NUMBERS_ROMAN_NUMBER,
	NUMBERS_FOREIGN, NUMBERS_SHORT,
};

static const struct organ {
	const char *name, *root;
	enum numbering numbering;
	const char *res, *dec;
	long most;
	const char *treaty;
} organs[ORGANS] = {
#define ORGAN(id, root, numbering, res, dec, most, treaty)                                         \
	[ORGAN_##id] = { #id, root, NUMBERS_##numbering, res, dec, most, treaty },
#include "organs.def"
};

static bool
is_known(enum organ_id id)
{
	return id > ORGAN_NONE && id < ORGANS;
}

/* Bytes of the longest of the organ's roots that `root` begins with. */
static size_t
root_fits(const struct organ *o, struct slice root)
{
	struct slice rest = slice_from(o->root), one;
	size_t best = 0;

	while (rest.len > 0 && slice_next(&rest, '|', &one)) {
		struct slice next = slice_skip(root, one.len);

		if (one.len > best && slice_eq(slice_sub(root, 0, one.len), one) &&
		    (next.len == 0 || next.p[0] == '/' || next.p[0] == '.'))
			best = one.len;
	}
	return best;
}

enum organ_id
organ_of_root(struct slice root)
{
	enum organ_id best = ORGAN_NONE;
	size_t most = 0;

	for (int i = ORGAN_NONE + 1; i < ORGANS; i++) {
		size_t n = organs[i].root ? root_fits(&organs[i], root) : 0;

		if (n > most) {
			most = n;
			best = (enum organ_id)i;
		}
	}
	return best;
}

bool
organ_is_short(enum organ_id id)
{
	return is_known(id) && organs[id].numbering == NUMBERS_SHORT;
}

bool
organ_is_foreign(enum organ_id id)
{
	return is_known(id) && organs[id].numbering == NUMBERS_FOREIGN;
}

const char *
organ_treaty(enum organ_id id)
{
	return is_known(id) ? organs[id].treaty : "";
}

const char *
organ_name(enum organ_id id)
{
	switch (id) {
	case ORGAN_CESCR:
	case ORGAN_CEDAW:
	case ORGAN_CRC:
	case ORGAN_CCPR:
	case ORGAN_CAT:
	case ORGAN_CERD:
	case ORGAN_CMW:
	case ORGAN_CRPD:
	case ORGAN_CED:
		return organs[id].name;
	default:
		return "";
	}
}

bool
organ_counts_years(enum organ_id id)
{
	return is_known(id) && organs[id].numbering == NUMBERS_YEAR;
}

static bool
may_session(const struct number *n, long most, long session)
{
	if (n->shape != NUMBER_SESSION && n->shape != NUMBER_SPECIAL)
		return false;
	if (n->shape == NUMBER_SESSION && session > 0 && n->first > session)
		return false;
	return n->first > 0 && n->first <= most;
}

static bool
may_roman_session(const struct number *n)
{
	return n->shape == NUMBER_ROMAN_SESSION || n->shape == NUMBER_PLENARY || n->shape == NUMBER_SESSION ||
	       n->shape == NUMBER_OF_YEAR || n->shape == NUMBER_PLAIN;
}

bool
organ_may_number(enum organ_id id, const struct number *n, long session)
{
	if (id == ORGAN_HERE)
		return n->shape == NUMBER_SESSION && n->first <= (session > 0 ? session : 30);
	if (!is_known(id))
		return false;
	switch (organs[id].numbering) {
	case NUMBERS_NONE:
	case NUMBERS_FOREIGN:
	case NUMBERS_SHORT:
		return false;
	case NUMBERS_GA:
		return (n->shape == NUMBER_SESSION && n->first >= 31 && n->first <= organs[id].most) ||
		       n->shape == NUMBER_SPECIAL ||
		       (n->shape == NUMBER_ROMAN_SESSION && n->first <= 3600);
	case NUMBERS_SC:
		return n->shape == NUMBER_YEAR || (n->shape == NUMBER_PLAIN && n->first > 0 && n->first < 4000);
	case NUMBERS_ECOSOC:
		return n->shape == NUMBER_OF_YEAR || n->shape == NUMBER_ROMAN_SESSION;
	case NUMBERS_ROMAN_SESSION:
		return may_roman_session(n);
	case NUMBERS_SESSION:
		if (id == ORGAN_UNCCD && n->shape == NUMBER_CLIMATE)
			return true;
		return may_session(n, organs[id].most, session) ||
		       (id == ORGAN_UNEPGC && n->shape == NUMBER_SPECIAL_ROMAN) ||
		       (id <= ORGAN_CCPCJ && n->shape == NUMBER_ROMAN_SESSION && id >= ORGAN_STAT);
	case NUMBERS_YEAR:
		return n->shape == NUMBER_OF_YEAR;
	case NUMBERS_ASSEMBLY:
		return may_session(n, organs[id].most, session);
	case NUMBERS_CLIMATE:
		return n->shape == NUMBER_CLIMATE && strcmp(n->head, "COP") != 0;
	case NUMBERS_ROMAN_NUMBER:
		return n->shape == NUMBER_ROMAN || may_session(n, organs[id].most, session);
	}
	return false;
}

/* A part letter was dropped while resolutions were counted through the sessions. */
void
organ_target(enum organ_id id, bool decision, const struct number *n, struct buf *out)
{
	const char *key;

	if (!is_known(id))
		return;
	key = decision && organs[id].dec[0] ? organs[id].dec : organs[id].res;
	if (*key == '\0')
		return;
	buf_add_str(out, key);
	if (organs[id].numbering == NUMBERS_ASSEMBLY)
		buf_addf(out, "%ld/%s.%ld%s", n->first, decision ? "DEC" : "RES", n->second, n->letters);
	else
		number_write(n, out);
}
