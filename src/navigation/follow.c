/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "navigation/follow.h"

#include "cite/address.h"
#include "cite/symbol.h"
#include "store/link.h"

#define PREVIOUS_MOST 200 /* blocks that are gone back through for what was cited last */

static const struct doc *
citing(const struct follow *f)
{
	return f->open[f->citing];
}

static bool
bears(const struct doc *d, struct slice symbol)
{
	for (size_t i = 0; i < d->n_symbols; i++)
		if (symbol_same(d->symbols[i], symbol))
			return true;
	return false;
}

/* The open document of a symbol: in this language, else (when any will do) the first. */
static size_t
open_of(const struct follow *f, struct slice symbol, struct slice language, bool any)
{
	size_t found = SLICE_NONE;

	if (symbol.len == 0)
		return SLICE_NONE;
	if (bears(citing(f), symbol) && (any || slice_eq(citing(f)->language, language)))
		return f->citing;
	for (size_t i = 0; i < f->n_open; i++) {
		if (!bears(f->open[i], symbol))
			continue;
		if (slice_eq(f->open[i]->language, language))
			return i;
		if (any && found == SLICE_NONE)
			found = i;
	}
	return found;
}

/* "6/1" of "CAC/COSP:6/1". */
static struct slice
number_in(struct slice name)
{
	size_t colon = slice_find_byte(name, ':', 0);

	return colon == SLICE_NONE ? slice_from(NULL) : slice_skip(name, colon + 1);
}

static struct slice
organ_in(struct slice name)
{
	return slice_sub(name, 0, slice_find_byte(name, ':', 0));
}

static bool
is_text_in_report(enum target_scheme scheme)
{
	return scheme == TARGET_RES || scheme == TARGET_DEC;
}

/* An open document of the organ that has the text of a resolution under its heading.  A large one is
 * not gone through: it comes from the library, which was asked before and knows its headings. */
static size_t
open_holding(const struct follow *f, const struct target *t, size_t *heading)
{
	for (size_t i = 0; is_text_in_report(t->scheme) && i < f->n_open; i++) {
		const struct doc *d = f->open[i];

		if (d->backing || d->n_symbols == 0 ||
		    !symbol_same(symbol_root(d->symbols[0]), organ_in(t->name)))
			continue;
		*heading = follow_heading(d, t->scheme == TARGET_DEC, number_in(t->name));
		if (*heading != SLICE_NONE)
			return i;
	}
	return SLICE_NONE;
}

/* The symbol that stands for a document, if the target is one. */
static struct slice
symbol_of(const struct target *t, struct buf *held)
{
	if (t->scheme == TARGET_DOC)
		return t->name;
	if (t->scheme == TARGET_URL && symbol_from_url(t->name, held))
		return buf_slice(held);
	return slice_from(NULL);
}

static bool
key_is_held(const struct follow *f, const struct target *t, struct slice symbol)
{
	struct target as_doc = { .scheme = TARGET_DOC, .name = symbol };
	struct buf key = { 0 };
	bool held = false;

	if (f->library) {
		target_key(symbol.len > 0 ? &as_doc : t, slice_from(NULL), &key);
		held = key.len > 0 && link_is_held(f->library, buf_slice(&key));
	}
	buf_release(&key);
	return held;
}

/* What a target is when no document is there for it. */
static enum follow_state
state_without(enum target_scheme scheme)
{
	switch (scheme) {
	case TARGET_DOC:
	case TARGET_TREATY:
	case TARGET_RES:
	case TARGET_DEC:
	case TARGET_AGENDA:
		return FOLLOW_MISSING;
	case TARGET_GC:
	case TARGET_COMM:
	case TARGET_PRESS:
	case TARGET_URL:
		return FOLLOW_OUTSIDE;
	case TARGET_SELF:
	case TARGET_PREV:
	case TARGET_DAMAGED:
	case TARGET_OTHER:
		break;
	}
	return FOLLOW_NOWHERE;
}

enum follow_state
follow_look(const struct follow *f, const struct target *t, struct slice container)
{
	struct slice any = slice_from(NULL), symbol;
	struct buf held = { 0 };
	size_t heading;
	bool is_there;

	if (t->scheme == TARGET_SELF || t->scheme == TARGET_PREV)
		return FOLLOW_RESOLVED;
	if (state_without(t->scheme) == FOLLOW_NOWHERE)
		return FOLLOW_NOWHERE;
	symbol = symbol_of(t, &held);
	is_there = open_of(f, symbol, any, true) != SLICE_NONE ||
	           open_of(f, container, any, true) != SLICE_NONE || key_is_held(f, t, symbol) ||
	           open_holding(f, t, &heading) != SLICE_NONE ||
	           (container.len > 0 && key_is_held(f, t, container));
	buf_release(&held);
	return is_there ? FOLLOW_RESOLVED : state_without(t->scheme);
}

/* The document of a symbol: open or held in the language of the citing one, then open, then held.
 * False if there is none. */
static enum status
find_document(const struct follow *f, struct slice symbol, struct arena *arena,
              struct follow_target *out, struct err *err)
{
	struct slice language = citing(f)->language;
	struct library_document held = { .id = 0 };
	enum status status = STATUS_MISSING;

	out->open = open_of(f, symbol, language, false);
	if (symbol.len == 0 || out->open != SLICE_NONE)
		return STATUS_OK;
	if (f->library)
		status = library_find(f->library, symbol, slice_from(NULL), language, arena, &held, err);
	if (status != STATUS_OK && status != STATUS_MISSING)
		return status;
	out->open = open_of(f, symbol, held.language, true);
	if (held.id != 0 &&
	    (out->open == SLICE_NONE ||
	     (slice_eq(held.language, language) &&
	      !slice_eq(f->open[out->open]->language, language)))) {
		out->open = SLICE_NONE;
		out->held = held.id;
	}
	return STATUS_OK;
}

/* The document that holds what has none of its own, and the place there. */
static enum status
find_holder(const struct follow *f, const struct target *t, struct arena *arena,
            struct follow_target *out, struct err *err)
{
	struct library_document held = { .id = 0 };
	struct buf key = { 0 };
	struct slice eid = { 0 };
	enum status status;
	size_t sign;

	if (!f->library)
		return STATUS_OK;
	target_key(t, slice_from(NULL), &key);
	status = library_holder(f->library, buf_slice(&key), citing(f)->language, arena, &held, &eid,
	                        err);
	buf_release(&key);
	if (status == STATUS_MISSING)
		return STATUS_OK;
	if (status != STATUS_OK)
		return status;
	out->open = open_of(f, held.symbol, held.language, false);
	out->held = out->open == SLICE_NONE ? held.id : 0;
	sign = slice_find_byte(eid, '!', 0);
	if (sign != SLICE_NONE && out->component.len == 0)
		out->component = slice_sub(eid, 0, sign);
	out->under = sign != SLICE_NONE ? slice_skip(eid, sign + 1) : eid;
	return STATUS_OK;
}

static bool
is_found(const struct follow_target *out)
{
	return out->open != SLICE_NONE || out->held != 0;
}

bool
follow_target_spot(const struct doc *d, const struct follow_target *t, struct place *at)
{
	struct slice rest = t->text;
	struct target target = { .scheme = TARGET_OTHER };
	size_t heading;

	target_next(&rest, &target);
	if (!is_text_in_report(target.scheme) && t->under.len == 0)
		return follow_spot(d, t->component, t->eid, at);
	heading = t->under.len > 0
	                  ? doc_find_eid(d, t->component, t->under)
	                  : follow_heading(d, target.scheme == TARGET_DEC, number_in(target.name));
	*at = (struct place){ heading != SLICE_NONE ? heading : 0, 0 };
	if (heading == SLICE_NONE || t->eid.len == 0)
		return heading != SLICE_NONE;
	return follow_spot_below(d, heading, t->eid, at);
}

static void
find_place(const struct follow *f, struct follow_target *out)
{
	bool is_there = follow_target_spot(f->open[out->open], out, &out->place);

	out->state = is_there ? FOLLOW_RESOLVED : FOLLOW_PLACELESS;
}

static struct slice
address(const struct follow *f, const struct target *t, const struct citation *c,
        struct slice symbol, struct arena *arena)
{
	struct buf url = { 0 };
	struct slice copy;

	if (t->scheme == TARGET_URL)
		return t->name;
	if (c->url.len > 0)
		return c->url;
	address_of_symbol(symbol, citing(f)->language, &url);
	copy = arena_copy(arena, buf_slice(&url));
	buf_release(&url);
	return copy;
}

/* One target that names a document, or something that a document holds. */
static enum status
find_one(const struct follow *f, const struct target *t, const struct citation *c,
         struct arena *arena, struct follow_target *out, struct err *err)
{
	struct buf held = { 0 };
	struct slice symbol = arena_copy(arena, symbol_of(t, &held));
	enum status status = find_document(f, symbol, arena, out, err);
	size_t heading;

	buf_release(&held);
	out->symbol = symbol.len > 0 ? symbol : t->name;
	out->component = t->component;
	out->eid = t->place;
	if (status == STATUS_OK && symbol.len == 0)
		status = find_holder(f, t, arena, out, err);
	if (status == STATUS_OK && !is_found(out) && symbol.len == 0) {
		out->open = open_holding(f, t, &heading);
		if (out->open == SLICE_NONE)
			status = find_document(f, c->container, arena, out, err);
	}
	if (status != STATUS_OK)
		return status;
	if (out->open != SLICE_NONE)
		find_place(f, out);
	else
		out->state = out->held != 0 ? FOLLOW_RESOLVED : state_without(t->scheme);
	out->url = address(f, t, c, symbol.len > 0 ? symbol : c->container, arena);
	return STATUS_OK;
}

/* The document that was cited last before the citation: its target, without a place. */
static bool
previous(const struct doc *d, size_t block, const struct citation *c, struct arena *arena,
         struct target *out)
{
	for (size_t back = 0; back < PREVIOUS_MOST && back <= block; back++) {
		const struct block *b = doc_block(d, block - back);

		for (size_t i = b->n_citations; i-- > 0;) {
			struct slice rest = b->citations[i].target;

			if ((back == 0 && b->citations[i].start >= c->start) ||
			    !target_next(&rest, out))
				continue;
			if (out->scheme == TARGET_DOC || is_text_in_report(out->scheme)) {
				out->name = arena_copy(arena, out->name);
				out->component = out->place = out->upto = slice_from(NULL);
				return true;
			}
		}
	}
	return false;
}

/* A corrigendum speaks of the paragraphs of what it corrects. */
static enum status
find_corrected(const struct follow *f, const struct target *t, const struct citation *c,
               struct arena *arena, struct follow_target *out, struct err *err)
{
	struct slice own = citing(f)->n_symbols > 0 ? citing(f)->symbols[0] : slice_from(NULL);
	size_t suffix = slice_find(own, SLICE("/Corr."), 0);
	struct target corrected = { .scheme = TARGET_DOC,
		                    .name = slice_sub(own, 0, suffix),
		                    .component = t->component,
		                    .place = t->place };
	struct follow_target found = *out;
	enum status status = STATUS_OK;

	if (suffix == SLICE_NONE || t->place.len + t->component.len == 0)
		return STATUS_OK;
	found.open = SLICE_NONE;
	status = find_one(f, &corrected, c, arena, &found, err);
	if (status == STATUS_OK && found.state == FOLLOW_RESOLVED)
		*out = found;
	return status;
}

/* A place of the citing document itself. */
static enum status
find_self(const struct follow *f, size_t block, const struct target *t, const struct citation *c,
          struct arena *arena, struct follow_target *out, struct err *err)
{
	out->open = f->citing;
	out->symbol = citing(f)->n_symbols > 0 ? citing(f)->symbols[0] : citing(f)->name;
	out->component = t->component;
	out->eid = t->place;
	out->state = FOLLOW_RESOLVED;
	if (follow_spot_near(citing(f), block, t->component, t->place, &out->place))
		return STATUS_OK;
	out->state = FOLLOW_PLACELESS;
	return find_corrected(f, t, c, arena, out, err);
}

static enum status
find_target(const struct follow *f, size_t block, const struct target *t, const struct citation *c,
            struct arena *arena, struct follow_target *out, struct err *err)
{
	struct target before;

	if (t->scheme == TARGET_SELF)
		return find_self(f, block, t, c, arena, out, err);
	if (t->scheme == TARGET_PREV) {
		if (!previous(citing(f), block, c, arena, &before))
			return STATUS_OK;
		before.component = t->component;
		before.place = t->place;
		return find_one(f, &before, c, arena, out, err);
	}
	if (state_without(t->scheme) == FOLLOW_NOWHERE)
		return STATUS_OK;
	return find_one(f, t, c, arena, out, err);
}

/* Words that stay: blocks come and go. */
static struct citation
keep(const struct citation *c, struct arena *arena)
{
	struct citation own = *c;

	own.target = arena_copy(arena, c->target);
	own.container = arena_copy(arena, c->container);
	own.url = arena_copy(arena, c->url);
	return own;
}

static size_t
count(struct slice targets)
{
	struct target t;
	size_t n = 0;

	while (target_next(&targets, &t))
		n++;
	return n;
}

enum status
follow_find(const struct follow *f, size_t block, const struct citation *c, struct arena *arena,
            struct follow_target **out, size_t *n, struct err *err)
{
	struct citation own = keep(c, arena);
	struct slice rest = own.target, before;
	struct target t;
	enum status status = STATUS_OK;

	*out = ARENA_ARRAY(arena, count(rest), struct follow_target);
	for (*n = 0; status == STATUS_OK && (before = rest, target_next(&rest, &t)); (*n)++) {
		struct follow_target *one = &(*out)[*n];

		*one = (struct follow_target){ .state = FOLLOW_NOWHERE, .open = SLICE_NONE };
		one->text = slice_sub(before, 0, before.len - rest.len);
		if (slice_ends(one->text, ";"))
			one->text.len--;
		status = find_target(f, block, &t, &own, arena, one, err);
	}
	return status;
}
