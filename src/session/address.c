/* SPDX-License-Identifier: ISC */
/*
 * Official addresses of what is under the cursor.
 */
#include "config.h"

#include "session_priv.h"

#include "cite/address.h"

static void
say(struct session *s, struct slice address)
{
	if (address.len > 0)
		session_say(s, "%.*s", "%.*s", SLICE_ARG(address));
	else
		session_say(s, "no address of it is known", "不知道它的网址");
}

enum status
address_find_text(struct session *s, struct buf *out, struct err *err)
{
	struct session_document *doc = session_document(s);
	size_t block = doc->reader.current.block, link = hyperlink_current(s), n = 0;
	struct arena arena = { 0 };
	struct follow f = visit_follow(s, &arena);
	enum status status = STATUS_OK;
	struct follow_target *targets;

	if (link == SLICE_NONE)
		address_find_item(s, &(struct view_item){ .document = session_pane(s)->document }, NULL, out);
	else
		status = follow_find(&f, block, &doc_block(doc->reader.doc, block)->citations[link], &arena,
		                     &targets, &n, err);
	if (n > 0)
		buf_add(out, targets[0].url);
	arena_release(&arena);
	return status;
}

/* The current link leads to what is not held, and it will be. */
static bool
want_link(struct session *s)
{
	const struct reader *r = &session_document(s)->reader;
	size_t link = hyperlink_current(s);
	const struct citation *c;

	if (link == SLICE_NONE)
		return false;
	c = &doc_block(r->doc, r->current.block)->citations[link];
	return fetching_want(s, c->target, c->container);
}

void
address_text(struct session *s, const struct action_call *call)
{
	struct buf address = { 0 };
	struct err err;

	(void)call;
	if (want_link(s))
		return;
	if (address_find_text(s, &address, &err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	else
		say(s, buf_slice(&address));
	buf_release(&address);
}

void
address_find_item(struct session *s, const struct view_item *item, const struct doc *d,
                  struct buf *out)
{
	struct slice language = s->settings.ui == UI_ZH ? SLICE("zh") : SLICE("en");

	if (!d && item->held == 0 && item->document != SLICE_NONE)
		d = s->documents.v[item->document].reader.doc;
	if (item->url.len > 0)
		buf_add(out, item->url);
	else if (item->target.len > 0)
		address_of_target(item->target, item->container, language, out);
	else if (item->held != 0)
		address_of_symbol(item->symbol, item->language, out);
	else if (d && d->n_symbols > 0)
		address_of_symbol(d->symbols[0], d->language, out);
}

void
address_say_item(struct session *s, const struct view_item *item, const struct doc *d)
{
	struct buf address = { 0 };

	if (item->target.len > 0 && fetching_want(s, item->target, item->container))
		return;
	address_find_item(s, item, d, &address);
	say(s, buf_slice(&address));
	buf_release(&address);
}
