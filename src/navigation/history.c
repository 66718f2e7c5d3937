/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "navigation/history.h"

#include <string.h>

static struct slice
take(char **p, struct slice s)
{
	struct slice copy = { *p, s.len };

	if (s.len > 0)
		memcpy(*p, s.p, s.len);
	*p += s.len;
	return copy;
}

/* With words of its own, in one piece of memory. */
static struct history_entry
copy(const struct history_entry *e)
{
	struct history_entry own = *e;
	size_t len = e->document.len + e->language.len + e->title.len + e->label.len +
	             e->heading.len + e->anchor.eid.len + e->anchor.component.len + e->anchor.quote.len;
	char *p = own.words = mem_resize(NULL, len + 1);

	own.document = take(&p, e->document);
	own.language = take(&p, e->language);
	own.title = take(&p, e->title);
	own.label = take(&p, e->label);
	own.heading = take(&p, e->heading);
	own.anchor.eid = take(&p, e->anchor.eid);
	own.anchor.component = take(&p, e->anchor.component);
	own.anchor.quote = take(&p, e->anchor.quote);
	return own;
}

static void
truncate_to(struct history *h, size_t n)
{
	while (h->entries.n > n)
		free(h->entries.v[--h->entries.n].words);
}

void
history_release(struct history *h)
{
	truncate_to(h, 0);
	VEC_RELEASE(&h->entries);
	h->at = 0;
}

static void
drop_oldest(struct history *h)
{
	free(h->entries.v[0].words);
	h->entries.n--;
	memmove(h->entries.v, h->entries.v + 1, h->entries.n * sizeof *h->entries.v);
	if (h->at > 0)
		h->at--;
}

static bool
same(const struct history_entry *a, const struct history_entry *b)
{
	return a->spot.top.block == b->spot.top.block && a->spot.top.byte == b->spot.top.byte &&
	       a->spot.top_gap == b->spot.top_gap &&
	       a->spot.top_note == b->spot.top_note &&
	       a->spot.current.block == b->spot.current.block &&
	       a->spot.current.byte == b->spot.current.byte &&
	       slice_eq(a->document, b->document) && slice_eq(a->language, b->language);
}

void
history_push(struct history *h, const struct history_entry *here)
{
	bool is_known = h->at > 0 && same(&h->entries.v[h->at - 1], here);

	truncate_to(h, h->at);
	if (is_known)
		return;
	if (h->entries.n == HISTORY_MAX)
		drop_oldest(h);
	VEC_PUSH(&h->entries, copy(here));
	h->at = h->entries.n;
}

const struct history_entry *
history_peek(const struct history *h, long by)
{
	size_t far = by < 0 ? (size_t)-by : (size_t)by;

	if (by < 0)
		return far <= h->at ? &h->entries.v[h->at - far] : NULL;
	return far < h->entries.n - h->at ? &h->entries.v[h->at + far] : NULL;
}

void
history_go(struct history *h, long by, const struct history_entry *here)
{
	size_t to = by < 0 ? h->at - (size_t)-by : h->at + (size_t)by;

	if (h->at == h->entries.n) {
		VEC_PUSH(&h->entries, copy(here));
	} else {
		free(h->entries.v[h->at].words);
		h->entries.v[h->at] = copy(here);
	}
	h->at = to;
}
