/* SPDX-License-Identifier: ISC */
/*
 * Bookmarks and highlights: on, off, of another kind.
 */
#include "config.h"

#include "annotate_priv.h"

void
annotate_star(struct session *s)
{
	struct arena arena = { 0 };
	struct annotate_range range;
	const struct note *there;
	struct note new;

	range = annotate_range(s);
	there = annotate_same(s, NOTE_BOOKMARK, &range);
	if (there) {
		annotate_throw_away(s, there);
		return;
	}
	new = annotate_new(s, NOTE_BOOKMARK, &range, &arena);
	if (annotate_keep(s, &new, 1))
		session_say(s, "%.*s set; {bookmarks} lists them", "已加%.*s；{bookmarks} 看列表",
		            SLICE_ARG(annotate_words(s, &arena, &new)));
	arena_release(&arena);
}

/* Takes colours off all highlights that touch the range, as one step. */
static void
unmark(struct session *s, const struct annotate_range *range)
{
	const struct annotated *a = &session_document(s)->annotated;
	VEC(struct note) list = { 0 };
	size_t n;

	for (size_t i = range->range.from.block; i <= range->range.to.block; i++) {
		const struct annotated_part *parts = annotated_block(a, i, &n);
		size_t from = i == range->range.from.block ? range->range.from.byte : 0;
		size_t to = i == range->range.to.block ? range->range.to.byte : SIZE_MAX;

		for (size_t k = 0; k < n; k++) {
			struct note off = *parts[k].note;

			if (off.colour == 0 || parts[k].start > to || parts[k].end < from ||
			    (i > range->range.from.block && !parts[k].is_first))
				continue;
			if (off.kind == NOTE_HIGHLIGHT)
				off.trashed = note_now();
			else
				off.colour = 0;
			VEC_PUSH(&list, off);
		}
	}
	if (list.n == 0)
		session_say(s, "nothing here is highlighted", "此处没有标示");
	else if (annotate_keep(s, list.v, list.n))
		session_say(s, "highlight taken off; {undo} brings it back", "已去掉标示；{undo} 撤销");
	VEC_RELEASE(&list);
}

static void
mark(struct session *s, const struct annotate_range *range, int colour)
{
	const struct note *there = annotate_same(s, NOTE_HIGHLIGHT, range);
	struct arena arena = { 0 };
	struct note new = there ? *there : annotate_new(s, NOTE_HIGHLIGHT, range, &arena);

	new.colour = colour;
	s->annotating.colour = colour;
	if (annotate_keep(s, &new, 1))
		session_say(s, "highlighted, kind %d \"%.*s\"", "已标示，第 %d 种“%.*s”", colour,
		            SLICE_ARG(annotated_highlight_sign(colour)));
	arena_release(&arena);
}

void
annotate_highlight(struct session *s, codepoint kind)
{
	int last = s->annotating.colour > 0 ? s->annotating.colour : 1;
	struct annotate_range range = annotate_range(s);

	if (kind == '0')
		unmark(s, &range);
	else if (kind == 'c')
		mark(s, &range, last);
	else if (kind >= '1' && kind < '1' + NOTE_COLOURS)
		mark(s, &range, (int)(kind - '0'));
	else
		session_complain(s, "c1 to c6, cc the last kind, c0 none", "c1 至 c6；cc 同上次；c0 去掉");
}
