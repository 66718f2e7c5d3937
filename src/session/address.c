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

void
address_text(struct session *s, const struct action_call *call)
{
	struct session_document *doc = session_document(s);
	size_t block = doc->reader.current.block, link = hyperlink_current(s), n = 0;
	struct arena arena = { 0 };
	struct follow f = visit_follow(s, &arena);
	struct follow_target *targets;
	struct err err;

	(void)call;
	if (link == SLICE_NONE)
		address_say_item(s, &(struct view_item){ .document = session_pane(s)->document }, NULL);
	else if (follow_find(&f, block, &doc_block(doc->reader.doc, block)->citations[link], &arena,
	                     &targets, &n, &err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	else
		say(s, n > 0 ? targets[0].url : slice_from(NULL));
	arena_release(&arena);
}

void
address_say_item(struct session *s, const struct view_item *item, const struct doc *d)
{
	struct slice language = s->settings.ui == UI_ZH ? SLICE("zh") : SLICE("en");
	struct buf address = { 0 };

	if (!d && item->held == 0 && item->document != SLICE_NONE)
		d = s->documents.v[item->document].reader.doc;
	if (item->url.len > 0)
		buf_add(&address, item->url);
	else if (item->target.len > 0)
		address_of_target(item->target, item->container, language, &address);
	else if (item->held != 0)
		address_of_symbol(item->symbol, item->language, &address);
	else if (d && d->n_symbols > 0)
		address_of_symbol(d->symbols[0], d->language, &address);
	say(s, buf_slice(&address));
	buf_release(&address);
}
