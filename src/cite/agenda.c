/* SPDX-License-Identifier: ISC */
/*
 * Agenda items, which are counted anew at each session (C.1).
 */
#include "config.h"

#include "sequence_priv.h"

#include <string.h>

#define HAN_ITEM 2
#define NEEDS_TAIL 1

/* Committees of the General Assembly have its agenda. */
static struct slice
agenda_root(const struct parse *p)
{
	struct slice root = p->r->context->root;

	return slice_starts(root, "A/C.") || slice_starts(root, "A/BUR") ? SLICE("A") : root;
}

/* 大会第七十六届会议 directly before: another session than the document's. */
static long
session_before(const struct parse *p, size_t i, struct slice *root)
{
	size_t session = i > 0 ? i - 1 : 0;

	if (session < 2 || !parse_is_han(p, session) || !parse_same(p, session, i) ||
	    (!parse_word(p, session, WORD_SESSION) && !parse_word(p, session, WORD_MEETING)) ||
	    (p->v[session - 1].kind != ATOM_HAN && p->v[session - 1].kind != ATOM_NUMBER))
		return 0;
	if (session >= 3 && parse_word(p, session - 3, WORD_ORGAN) && p->v[session - 3].value == ORGAN_GA)
		*root = SLICE("A");
	return p->v[session - 1].value;
}

static struct slice
target_of(struct parse *p, const struct sequence_item *item, size_t first)
{
	const struct recogniser *r = p->r;
	struct buf *out = &p->r->scratch;
	struct slice session = r->context->session, root = agenda_root(p);
	const char *below = item->below;
	long named = session_before(p, first, &root);

	buf_clear(out);
	buf_addf(out, "agenda:%.*s@", SLICE_ARG(root));
	if (named > 0)
		buf_addf(out, "%ld", named);
	else if (session.len > 0)
		buf_add(out, session);
	else if (r->agenda_session > 0)
		buf_addf(out, "%ld", r->agenda_session);
	buf_addf(out, ":%ld", item->first);
	while ((below = strstr(below, "__subpara_"))) {
		const char *next = strstr(below + 2, "__");

		below += sizeof "__subpara_" - 1;
		buf_addf(out, "(%.*s)", (int)(next ? next - below : (long)strlen(below)), below);
	}
	return arena_copy(p->arena, buf_slice(out));
}

static void
add(struct parse *p, const struct sequence *run, size_t first, size_t end)
{
	for (size_t k = 0; k < run->n; k++) {
		size_t behind = k + 1 == run->n ? end : run->item[k].end_atom;

		parse_add(p, p->v[k == 0 ? first : run->item[k].atom].start, p->v[behind - 1].end, CITATION_AGENDA,
		          target_of(p, &run->item[k], first), p->r->context->session.len > 0 ? "session" : "shape");
	}
}

/* 议程项目 4, 临时议程*项目83, 议程第4项 */
static size_t
read_han(struct parse *p, size_t i)
{
	struct sequence run;
	size_t k = i + 1;

	while (parse_mark(p, k, '*'))
		k++;
	if (parse_word(p, k, WORD_AGENDA_ITEM) && p->v[k].value == HAN_ITEM && sequence_read(p, k + 1, true, &run)) {
		add(p, &run, i, run.end);
		return run.end;
	}
	if (parse_word(p, k, WORD_ORDINAL) && sequence_read_han(p, k, &run) && p->v[run.unit].word == WORD_ITEM) {
		add(p, &run, i, run.end);
		return run.end;
	}
	return 0;
}

size_t
agenda_read(struct parse *p, size_t i)
{
	struct sequence run;
	bool needs_tail = parse_word(p, i, WORD_PARAGRAPH) || p->v[i].value == NEEDS_TAIL;

	if (p->r->context->root.len == 0)
		return 0;
	if (parse_word(p, i, WORD_AGENDA))
		return read_han(p, i);
	if ((parse_word(p, i, WORD_AGENDA_ITEM) && p->v[i].value == HAN_ITEM) || !sequence_read(p, i + 1, true, &run))
		return 0;
	if (!needs_tail) {
		add(p, &run, i, run.end);
		return run.end;
	}
	if (!parse_word(p, run.end, WORD_AGENDA_TAIL))
		return 0;
	add(p, &run, i, run.end);
	return run.end + 1;
}
