/* SPDX-License-Identifier: ISC */
/*
 * What actions do about links in the text of a document.
 */
#include "config.h"

#include "session_priv.h"

/* The link that is meant: the current one, or the only one of the paragraph.  SLICE_NONE, with a
 * message, if that does not tell. */
static size_t
meant(struct session *s)
{
	struct reader *r = &session_document(s)->reader;
	const struct block *b = doc_block(r->doc, r->current.block);
	size_t link = hyperlink_current(s);

	if (link != SLICE_NONE)
		return link;
	if (b->n_citations == 1 && hyperlink_look(s, r->doc, b, 0) != HYPERLINK_NONE) {
		reader_point(r, (struct place){ r->current.block, b->citations[0].start });
		return 0;
	}
	session_say(s, "{next-link} goes to a link, {hints} shows letters for them",
	            "{next-link} 移到链接，{hints} 给链接标上字母");
	return SLICE_NONE;
}

static void
follow(struct session *s, enum visit_how how)
{
	size_t link = meant(s);

	if (link != SLICE_NONE)
		visit_citation(s, session_document(s)->reader.current.block, link, how);
}

static void
go(struct session *s, const struct action_call *call)
{
	(void)call;
	follow(s, VISIT_OPEN);
}

static void
preview(struct session *s, const struct action_call *call)
{
	(void)call;
	follow(s, VISIT_PREVIEW);
}

static void
next_link(struct session *s, const struct action_call *call)
{
	if (!hyperlink_step(s, call->count))
		session_say(s, "no further link", "后面没有链接了");
}

static void
previous_link(struct session *s, const struct action_call *call)
{
	if (!hyperlink_step(s, -call->count))
		session_say(s, "no earlier link", "前面没有链接了");
}

static void
hints(struct session *s, const struct action_call *call)
{
	(void)call;
	hint_start(s, false);
}

static void
hints_preview(struct session *s, const struct action_call *call)
{
	(void)call;
	hint_start(s, true);
}

/* Words that bind a short name stand soon behind. */
static bool
defines(struct slice text, size_t end)
{
	static const char *const words[] = { "下称", "以下简称", "以下称", "hereinafter", "ci-après",
		                             "en adelante", "далее", "المشار إليها فيما بعد" };

	return slice_has_one(slice_sub(text, end, end + 60), words, sizeof words / sizeof *words);
}

static bool
same_target(struct slice a, struct slice b)
{
	struct target ta, tb;
	struct buf ka = { 0 }, kb = { 0 };
	bool same = false;

	if (target_next(&a, &ta) && target_next(&b, &tb) && ta.scheme == tb.scheme) {
		target_key(&ta, slice_from(NULL), &ka);
		target_key(&tb, slice_from(NULL), &kb);
		same = ka.len > 0 && slice_eq(buf_slice(&ka), buf_slice(&kb));
	}
	buf_release(&ka);
	buf_release(&kb);
	return same;
}

/* Where the document binds a short name to what is cited, else where it cites it first. */
static bool
find_definition(const struct doc *d, struct slice target, struct place *at)
{
	bool found = false;

	for (size_t i = 0; i < d->n_blocks; i++) {
		const struct block *b = doc_block(d, i);

		for (size_t k = 0; k < b->n_citations; k++) {
			const struct citation *c = &b->citations[k];

			if (!same_target(c->target, target))
				continue;
			if (defines(b->text, c->end)) {
				*at = (struct place){ i, c->start };
				return true;
			}
			if (!found && b->kind != BLOCK_CONTENTS)
				*at = (struct place){ i, c->start };
			found = true;
		}
	}
	return found;
}

static void
definition(struct session *s, const struct action_call *call)
{
	struct reader *r = &session_document(s)->reader;
	size_t link = meant(s);
	struct arena arena = { 0 };
	struct place at = r->current;

	(void)call;
	if (link == SLICE_NONE)
		return;
	if (!find_definition(r->doc,
	                     arena_copy(&arena, doc_block(r->doc, at.block)->citations[link].target), &at))
		session_say(s, "nothing in this document introduces it", "本文件没有定义它");
	else if (at.block == r->current.block && at.byte == r->current.byte)
		session_say(s, "this is where it is introduced", "此处就是首次提及");
	else
		visit_place(s, session_pane(s)->document, at);
	arena_release(&arena);
}

action_fn *const link_actions[ACTIONS] = {
	[ACTION_NEXT_LINK] = next_link,
	[ACTION_PREVIOUS_LINK] = previous_link,
	[ACTION_GO] = go,
	[ACTION_HINTS] = hints,
	[ACTION_HINTS_PREVIEW] = hints_preview,
	[ACTION_PREVIEW] = preview,
	[ACTION_ADDRESS] = address_text,
	[ACTION_DEFINITION] = definition,
};
