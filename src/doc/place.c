/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/doc.h"

#include <string.h>

/* "12" and "12(a)(ii)" as a person types them become "para_12" and "para_12__subpara_a__…". */
static void
eid_of_typed(struct slice typed, struct buf *out)
{
	long number;
	size_t n = slice_number(typed, &number);

	if (n == 0) {
		buf_add(out, typed);
		return;
	}
	buf_addf(out, "para_%ld", number);
	for (size_t at = n; at < typed.len;) {
		size_t end = slice_find_byte(typed, ')', at);

		if (typed.p[at] != '(' || end == SLICE_NONE)
			return;
		buf_add_str(out, "__subpara_");
		buf_add(out, slice_sub(typed, at + 1, end));
		at = end + 1;
	}
}

size_t
doc_find_eid(const struct doc *d, struct slice component, struct slice eid)
{
	if (eid.len == 0)
		return SLICE_NONE;
	if (d->backing)
		return backing_find(d->backing, component, eid);
	for (size_t i = 0; i < d->n_blocks; i++)
		if (d->blocks[i].id.len == eid.len && slice_eq(d->blocks[i].id, eid) &&
		    slice_eq(d->blocks[i].component, component))
			return i;
	return SLICE_NONE;
}

/* "annex_1" and "annex_1#para_3": the component and what is in it. */
static size_t
find_in_component(const struct doc *d, struct slice component, struct slice eid)
{
	if (eid.len > 0)
		return doc_find_eid(d, component, eid);
	if (d->backing)
		return backing_find(d->backing, component, eid);
	for (size_t i = 0; i < d->n_blocks; i++)
		if (slice_eq(d->blocks[i].component, component))
			return i;
	return SLICE_NONE;
}

/* Takes "!annex_1#" or "annex_1!" off the front of a place, or "#". */
static struct slice
take_component(struct slice *place)
{
	struct slice component = slice_from(NULL), whole = *place;
	size_t mark;

	if (slice_starts(whole, "!")) {
		mark = slice_find_byte(whole, '#', 0);
		component = slice_sub(whole, 1, mark == SLICE_NONE ? whole.len : mark);
		*place = mark == SLICE_NONE ? slice_from(NULL) : slice_skip(whole, mark + 1);
	} else if ((mark = slice_find_byte(whole, '!', 0)) != SLICE_NONE) {
		component = slice_sub(whole, 0, mark);
		*place = slice_skip(whole, mark + 1);
	} else if (slice_starts(whole, "#")) {
		*place = slice_skip(whole, 1);
	}
	return component;
}

void
doc_place(struct slice typed, struct buf *out)
{
	struct slice component = take_component(&typed);

	if (component.len == 0 && slice_starts(typed, "annex_") &&
	    slice_find(typed, SLICE("__"), 0) == SLICE_NONE) {
		component = typed;
		typed = slice_from(NULL);
	}
	if (component.len > 0) {
		buf_add(out, component);
		buf_add_byte(out, '!');
	}
	eid_of_typed(typed, out);
}

size_t
doc_find(const struct doc *d, struct slice place)
{
	struct slice component = take_component(&place);
	struct buf eid = { 0 };
	size_t found;

	eid_of_typed(place, &eid);
	found = component.len > 0 ? find_in_component(d, component, buf_slice(&eid))
	                          : doc_find_eid(d, component, buf_slice(&eid));
	if (found == SLICE_NONE && component.len == 0 && slice_starts(place, "annex_"))
		found = find_in_component(d, place, slice_from(NULL));
	buf_release(&eid);
	return found;
}
