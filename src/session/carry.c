/* SPDX-License-Identifier: ISC */
/*
 * Notes on a draft that are carried to what became of it.
 */
#include "config.h"

#include "annotate_priv.h"

#include "annotation/reattach.h"
#include "cite/symbol.h"

static struct link_relative *
relatives(struct session *s, struct slice symbol, struct arena *arena, size_t *n)
{
	struct link_relative *list = NULL;
	struct err err;

	*n = 0;
	if (s->settings.library &&
	    link_family(s->settings.library, symbol, SLICE(""), arena, &list, n, &err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	return list;
}

static size_t
count_notes(struct session *s, struct slice document)
{
	struct arena arena = { 0 };
	struct note_list list = { 0 };
	size_t n;

	if (note_of_document(s->settings.notes, document, SLICE(""), &arena, &list, NULL) != STATUS_OK)
		list.n = 0;
	n = list.n;
	arena_release(&arena);
	return n;
}

void
carry_offer(struct session *s, struct slice before)
{
	const struct session_document *doc = session_document(s);
	struct arena arena = { 0 };
	struct link_relative *list;
	size_t n, notes;

	buf_clear(&s->annotating.carry);
	if (!doc || !s->settings.notes || symbol_same(doc->key, before))
		return;
	list = relatives(s, before, &arena, &n);
	for (size_t i = 0; i < n; i++) {
		bool is_later = list[i].relation == LINK_FINAL || list[i].relation == LINK_REVISION;

		if (!is_later || !symbol_same(list[i].document.symbol, doc->key))
			continue;
		notes = count_notes(s, before);
		if (notes > 0) {
			buf_add(&s->annotating.carry, before);
			session_say(s, notes == 1 ? "%zu note on %.*s: {carry-notes} carries it over to this text"
			                          : "%zu notes on %.*s: {carry-notes} carries them over to this text",
			            "%3$.*2$s 上有 %1$zu 条批注：按 {carry-notes} 带到本文件", notes, SLICE_ARG(before));
		}
		break;
	}
	arena_release(&arena);
}

struct carried {
	size_t n, changed, lost;
};

static void
carry_from(struct session *s, struct slice from, struct carried *sum)
{
	struct reattach_report report = { 0 };
	struct arena arena = { 0 };
	struct err err;

	if (reattach_carry(s->settings.notes, from, session_document(s)->reader.doc, &arena, &report,
	                   &err) != STATUS_OK)
		session_complain(s, "%s", "%s", err_words(&err, s->settings.ui));
	sum->n += report.n - report.count[REATTACH_ORPHAN];
	sum->lost += report.count[REATTACH_ORPHAN];
	sum->changed += report.count[REATTACH_CHANGED];
	arena_release(&arena);
}

static void
add_changed(const struct session *s, size_t n, struct buf *out)
{
	bool zh = s->settings.ui == UI_ZH;

	buf_addf(out, zh ? "，其中 %zu 条原文已变（" : ", %zu of them to other words (", n);
	keymap_add_words(&s->keymap, zh ? "{tray}）" : "{tray})", false, out);
}

static void
say_carried(struct session *s, const struct carried *sum)
{
	bool zh = s->settings.ui == UI_ZH;
	struct buf more = { 0 };

	if (sum->changed > 0)
		add_changed(s, sum->changed, &more);
	if (sum->lost > 0)
		buf_addf(&more, zh ? "；%zu 条在此找不到原文，仍留在草稿上"
		                   : "; %zu not found here: they stay on the draft",
		         sum->lost);
	session_say(s, "%zu carried over%s; {undo} takes that back", "已带来 %zu 条%s；{undo} 撤销", sum->n,
	            buf_str(&more));
	buf_release(&more);
}

void
carry_notes(struct session *s)
{
	struct arena arena = { 0 };
	struct slice own = arena_copy(&arena, session_document(s)->key);
	struct carried sum = { 0 };
	struct link_relative *list;
	size_t n = 0;

	if (s->annotating.carry.len > 0) {
		carry_from(s, buf_slice(&s->annotating.carry), &sum);
	} else {
		list = relatives(s, own, &arena, &n);
		for (size_t i = 0; i < n; i++)
			if (list[i].relation == LINK_DRAFT)
				carry_from(s, list[i].document.symbol, &sum);
	}
	annotated_refresh(s, own);
	if (s->is_error)
		;
	else if (sum.n + sum.lost == 0)
		session_say(s, "no draft of this text has notes", "本文件的草稿上没有批注");
	else
		say_carried(s, &sum);
	arena_release(&arena);
}
