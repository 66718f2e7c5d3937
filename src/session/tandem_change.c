/* SPDX-License-Identifier: ISC */
/*
 * Panes in step: what changed between two versions.
 */
#include "config.h"

#include "session/tandem.h"

#include "session_priv.h"

#define CHANGED_BYTES ((size_t)64 << 10) /* of a block: in longer ones words are not compared */

enum side
tandem_side_of(const struct session *s, const struct layout *layout)
{
	const struct tandem *t = &s->tandem;

	if (t->kind != TANDEM_LANGUAGES && t->kind != TANDEM_VERSIONS)
		return SIDES;
	return layout == t->layout[SIDE_LEFT]    ? SIDE_LEFT
	       : layout == t->layout[SIDE_RIGHT] ? SIDE_RIGHT
	                                         : SIDES;
}

/* What is searched for on the other side stands in the counterpart of the block. */
static bool
is_found_across(const struct session *s, enum side side, size_t block)
{
	const struct tandem *t = &s->tandem;
	enum side across = side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT;
	const struct pair *p = alignment_pair(&t->alignment, side, block);
	struct find_span span;

	if (!s->search.find || s->search.about != t->doc[across] || p->n[across] == 0 ||
	    p->block[side][0] != block)
		return false;
	for (size_t i = 0; i < p->n[across]; i++)
		if (find_in(s->search.find, doc_block(t->doc[across], p->block[across][i])->text, 0, &span, 1) > 0)
			return true;
	return false;
}

struct slice
tandem_sign(const struct session *s, enum side side, size_t block)
{
	const struct pair *p;

	if (s->tandem.kind == TANDEM_LANGUAGES)
		return is_found_across(s, side, block) ? SLICE("/") : slice_from(NULL);
	if (s->tandem.kind != TANDEM_VERSIONS)
		return slice_from(NULL);
	p = alignment_pair(&s->tandem.alignment, side, block);
	if (p->is_moved)
		return SLICE(">");
	switch (p->relation) {
	case PAIR_EDITED:
		return SLICE("~");
	case PAIR_SPLIT:
	case PAIR_MERGED:
		return SLICE("%");
	case PAIR_DELETED:
		return SLICE("-");
	case PAIR_INSERTED:
		return SLICE("+");
	case PAIR_COUNTERPART:
	case PAIR_EQUAL:
	case PAIR_RELATIONS:
		break;
	}
	return p->is_renumbered ? SLICE("#") : slice_from(NULL);
}

/* The text of one side of a pair, where the block begins in it. */
static size_t
join(const struct doc *d, const struct pair *p, enum side side, size_t block, struct buf *out)
{
	size_t start = 0;

	for (size_t i = 0; i < p->n[side]; i++) {
		if (i > 0)
			buf_add_byte(out, '\n');
		if (p->block[side][i] == block)
			start = out->len;
		buf_add(out, doc_block(d, p->block[side][i])->text);
	}
	return start;
}

size_t
tandem_changed(const struct session *s, enum side side, size_t block, struct tandem_stretch *out,
               size_t max)
{
	const struct tandem *t = &s->tandem;
	const struct pair *p = alignment_pair(&t->alignment, side, block);
	struct buf text[SIDES] = { { 0 } };
	struct changes changes = { 0 };
	size_t n = 0, start, len = doc_block(t->doc[side], block)->text.len;

	if (t->kind != TANDEM_VERSIONS || p->n[0] == 0 || p->n[1] == 0 || p->relation == PAIR_EQUAL)
		return 0;
	join(t->doc[!side], p, side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT, SLICE_NONE, &text[!side]);
	start = join(t->doc[side], p, side, block, &text[side]);
	if (text[0].len + text[1].len <= CHANGED_BYTES)
		changes_make(&changes, buf_slice(&text[0]), buf_slice(&text[1]));
	for (size_t i = 0; i < changes.list.n && n < max; i++) {
		const struct change *c = &changes.list.v[i];
		size_t from = c->start[side] > start ? c->start[side] - start : 0;
		size_t to = c->end[side] > start ? c->end[side] - start : 0;

		to = to < len ? to : len;
		if (!c->is_kept && from < to)
			out[n++] = (struct tandem_stretch){ from, to };
	}
	changes_release(&changes);
	buf_release(&text[0]);
	buf_release(&text[1]);
	return n;
}

/* The row that the reader is at: that of the change gone to last, while it is still there. */
static size_t
row_here(const struct tandem *t, enum side side, const struct reader *r)
{
	if (t->change != SLICE_NONE && t->change_at.block == r->current.block &&
	    t->change_at.byte == r->current.byte)
		return t->change;
	return alignment_row(&t->alignment, side, r->current.block);
}

static void
go_to_row(struct session *s, enum side side, size_t row)
{
	struct tandem *t = &s->tandem;
	struct reader *r = &session_document(s)->reader;
	const struct alignment_row *at = &t->alignment.rows[row];
	const struct pair *p = &t->alignment.v[at->pair];
	size_t block = at->has[side] ? p->block[side][0]
	                             : alignment_across(&t->alignment, side == SIDE_LEFT ? SIDE_RIGHT : SIDE_LEFT,
	                                                p->block[!side][0]);

	reader_jump(r, (struct place){ block != SLICE_NONE ? block : 0, 0 });
	t->change = row;
	t->change_at = r->current;
	session_say(s, "%s", "%s",
	            words_in(p->is_moved ? WORDS("moved", "移动") : pair_relation_words(p->relation),
	                     s->settings.ui));
}

void
tandem_step_change(struct session *s, long n)
{
	struct tandem *t = &s->tandem;
	enum side side;
	size_t row, start;

	side = session_document(s) ? tandem_side_of(s, session_document(s)->reader.layout) : SIDES;
	if (side == SIDES || t->kind != TANDEM_VERSIONS) {
		session_complain(s, "{next-change} goes through the changes after {compare}",
		                 "{next-change} 用于 {compare} 比较之后");
		return;
	}
	row = start = row_here(t, side, &session_document(s)->reader);
	for (; n != 0; n += n > 0 ? -1 : 1) {
		size_t next = SLICE_NONE;

		if (n > 0 && row + 1 < t->alignment.n_rows)
			next = alignment_change(&t->alignment, row + 1, true);
		else if (n < 0 && row > 0)
			next = alignment_change(&t->alignment, row - 1, false);
		if (next == SLICE_NONE)
			break;
		row = next;
	}
	if (row != start)
		go_to_row(s, side, row);
	if (n != 0)
		session_say(s, n > 0 ? "no further change" : "no earlier change",
		            n > 0 ? "后面没有改动了" : "前面没有改动了");
}

static size_t
count_changes(const struct alignment *a)
{
	size_t n = 0, row = 0;

	while (row < a->n_rows && (row = alignment_change(a, row, true)) != SLICE_NONE) {
		n++;
		row++;
	}
	return n;
}

void
tandem_say_changes(struct session *s)
{
	const struct tandem *t = &s->tandem;
	size_t n = t->kind == TANDEM_VERSIONS ? count_changes(&t->alignment) : 0;

	if (t->kind != TANDEM_VERSIONS || t->alignment.n_rows == 0 || (s->message.len > 0 && s->is_error))
		return;
	if (n == 0)
		session_say(s, "no change", "没有改动");
	else
		session_say(s, n == 1 ? "%zu change; {next-change} goes there" : "%zu changes; {next-change} goes to the next",
		            "%zu 处改动；{next-change} 到下一处", n);
}
