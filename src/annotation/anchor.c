/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "annotation/anchor.h"

#include "probe_priv.h"

#include <stdlib.h>
#include <string.h>

#define NEAR_BYTES 512 /* of text, from which PROBE_NEAR characters are taken */

struct slice
anchor_document(const struct doc *d, struct arena *arena)
{
	if (d->n_symbols > 0)
		return arena_copy(arena, d->symbols[0]);
	return arena_printf(arena, "sha256:%s", d->sha256);
}

struct anchor_range
anchor_block(const struct doc *d, size_t block)
{
	return (struct anchor_range){ { block, 0 }, { block, doc_block(d, block)->text.len } };
}

void
anchor_text(const struct doc *d, struct anchor_range range, struct buf *out)
{
	for (size_t i = range.from.block; i <= range.to.block && i < d->n_blocks; i++) {
		struct slice text = doc_block(d, i)->text;
		size_t start = i == range.from.block ? range.from.byte : 0;
		size_t end = i == range.to.block ? range.to.byte : text.len;

		if (i > range.from.block)
			buf_add_byte(out, '\n');
		buf_add(out, slice_sub(text, start, end));
	}
}

static struct slice
eid_of(const struct block *b, struct arena *arena)
{
	if (b->component.len == 0)
		return arena_copy(arena, b->id);
	return arena_printf(arena, "%.*s!%.*s", SLICE_ARG(b->component), SLICE_ARG(b->id));
}

/* The first or last characters of a text, as many as are compared. */
static struct slice
first_chars(struct slice text, size_t max)
{
	size_t at = 0;

	while (at < text.len && max-- > 0)
		(void)utf8_next(text, &at);
	return slice_sub(text, 0, at);
}

static struct slice
last_chars(struct slice text, size_t max)
{
	size_t at = text.len;

	while (at > 0 && max-- > 0)
		(void)utf8_prev(text, &at);
	return slice_skip(text, at);
}

/* Text of the blocks before: as much as is compared. */
static void
add_before(const struct doc *d, size_t block, size_t max, struct buf *out)
{
	struct buf all = { 0 };
	size_t first = block;

	for (size_t chars = 0; first > 0 && chars < max;)
		chars += utf8_count(doc_block(d, --first)->text);
	for (; first < block; first++) {
		buf_add(&all, doc_block(d, first)->text);
		if (first + 1 < block)
			buf_add_byte(&all, ' ');
	}
	buf_add(out, last_chars(buf_slice(&all), max));
	buf_release(&all);
}

static void
add_behind(const struct doc *d, size_t block, size_t max, struct buf *out)
{
	struct buf all = { 0 };

	for (size_t i = block + 1; i < d->n_blocks && utf8_count(buf_slice(&all)) < max; i++) {
		if (all.len > 0)
			buf_add_byte(&all, ' ');
		buf_add(&all, first_chars(doc_block(d, i)->text, max));
	}
	buf_add(out, first_chars(buf_slice(&all), max));
	buf_release(&all);
}

/* How many characters are kept, of the paragraph and of what is outside. */
struct reach {
	size_t inside, outside;
};

/* What stands before in the paragraph; what is before that, with a line end between, when all of
 * the paragraph's is taken. */
static struct slice
prefix_of(const struct doc *d, struct place at, struct reach reach, struct arena *arena)
{
	struct slice all = slice_sub(doc_block(d, at.block)->text, 0, at.byte);
	struct slice near = last_chars(all, reach.inside), kept;
	struct buf out = { 0 };

	if (near.len == all.len && at.block > 0) {
		add_before(d, at.block, reach.outside, &out);
		buf_add_byte(&out, '\n');
	}
	buf_add(&out, near);
	kept = arena_copy(arena, buf_slice(&out));
	buf_release(&out);
	return kept;
}

static struct slice
suffix_of(const struct doc *d, struct place at, struct reach reach, struct arena *arena)
{
	struct slice all = slice_skip(doc_block(d, at.block)->text, at.byte);
	struct slice near = first_chars(all, reach.inside), kept;
	struct buf out = { 0 };

	buf_add(&out, near);
	if (near.len == all.len && at.block + 1 < d->n_blocks) {
		buf_add_byte(&out, '\n');
		add_behind(d, at.block, reach.outside, &out);
	}
	kept = arena_copy(arena, buf_slice(&out));
	buf_release(&out);
	return kept;
}

static long
rival_of(const struct flat *f, struct anchor_range range, const struct note *note)
{
	struct probes p;
	size_t rival = SLICE_NONE, from = flat_at(f, range.from), to = flat_at(f, range.to);

	if (flat_is_empty(f))
		return -1;
	probes_make(note, &p);
	for (size_t i = 0; i < p.n; i++) {
		size_t own = p.v[i].start != SLICE_NONE ? from - p.v[i].start : to - p.v[i].end;
		size_t least = probe_rival(&p.v[i], f, own);

		rival = least < rival ? least : rival;
	}
	probes_release(&p);
	return rival == SLICE_NONE ? -1 : (long)rival;
}

static void
surround(const struct flat *f, struct anchor_range range, struct reach reach, struct arena *arena,
         struct note *note)
{
	note->prefix = prefix_of(f->doc, range.from, reach, arena);
	note->suffix = suffix_of(f->doc, range.to, reach, arena);
	note->rival = rival_of(f, range, note);
}

void
anchor_to_document(const struct doc *d, struct arena *arena, struct note *note)
{
	note->document = anchor_document(d, arena);
	note->scope = NOTE_DOCUMENT;
	note->version = arena_copy(arena, d->language);
	note->edition = arena_copy(arena, slice_from(d->sha256));
	note->eid = note->upto = note->quote = note->prefix = note->suffix = SLICE("");
	note->block = note->upto_block = note->start = note->stop = 0;
	note->rival = -1;
	note->state = NOTE_ATTACHED;
}

void
anchor_to_range(const struct flat *f, struct anchor_range range, enum note_scope scope,
                struct arena *arena, struct note *note)
{
	static const struct reach near = { PROBE_NEAR, PROBE_OUTER }, far = { PROBE_FAR, PROBE_OUTER_FAR };
	const struct doc *d = f->doc;
	struct buf quote = { 0 };

	anchor_to_document(d, arena, note);
	note->scope = scope;
	note->eid = eid_of(doc_block(d, range.from.block), arena);
	note->upto = eid_of(doc_block(d, range.to.block), arena);
	note->block = (long)range.from.block;
	note->upto_block = (long)range.to.block;
	note->start = (long)utf8_count(slice_sub(doc_block(d, range.from.block)->text, 0, range.from.byte));
	note->stop = (long)utf8_count(slice_sub(doc_block(d, range.to.block)->text, 0, range.to.byte));
	anchor_text(d, range, &quote);
	note->quote = arena_copy(arena, buf_slice(&quote));
	buf_release(&quote);
	surround(f, range, near, arena, note);
	if (note->rival == 0) /* what is farther away may tell them apart */
		surround(f, range, far, arena, note);
}

bool
anchor_words(const struct flat *f, size_t block, struct slice words, struct anchor_range *out)
{
	size_t n, at = flat_is_empty(f) ? f->n : f->start[block];
	codepoint *folded = flat_fold(words, &n);
	bool found = false;

	for (; n > 0 && !found && at + n <= (flat_is_empty(f) ? 0 : f->start[block + 1]); at++)
		if (memcmp(f->v + at, folded, n * sizeof *folded) == 0) {
			*out = (struct anchor_range){ flat_place(f, at), flat_end(f, at + n) };
			found = true;
		}
	free(folded);
	return found;
}

/* The block of this eId, else the one of this number. */
static size_t
block_of(const struct doc *d, struct slice eid, long hint)
{
	size_t bang = slice_find_byte(eid, '!', 0), block;
	struct slice component = bang == SLICE_NONE ? slice_from(NULL) : slice_sub(eid, 0, bang);
	struct slice id = bang == SLICE_NONE ? eid : slice_skip(eid, bang + 1);

	if (hint >= 0 && (size_t)hint < d->n_blocks && id.len > 0) { /* where it was, mostly */
		const struct block *b = doc_block(d, (size_t)hint);

		if (slice_eq(b->id, id) && slice_eq(b->component, component))
			return (size_t)hint;
	}
	block = doc_find_eid(d, component, id);
	if (block != SLICE_NONE)
		return block;
	return id.len == 0 && hint >= 0 && (size_t)hint < d->n_blocks ? (size_t)hint : SLICE_NONE;
}

bool
anchor_show(const struct doc *d, const struct note *note, struct anchor_range *out)
{
	bool is_other = note->version.len > 0 && d->language.len > 0 &&
	                !slice_eq(note->version, d->language);
	size_t from, to;

	if (note->scope == NOTE_DOCUMENT || note->state == NOTE_ORPHAN)
		return false;
	from = block_of(d, note->eid, is_other ? -1 : note->block);
	to = block_of(d, note->upto, is_other ? -1 : note->upto_block);
	if (from == SLICE_NONE)
		return false;
	if (to == SLICE_NONE || to < from)
		to = from;
	*out = (struct anchor_range){ { from, 0 }, { to, doc_block(d, to)->text.len } };
	if (!is_other && note->scope == NOTE_WORDS) {
		size_t start = utf8_offset(doc_block(d, from)->text, (size_t)note->start);
		size_t stop = utf8_offset(doc_block(d, to)->text, (size_t)note->stop);

		if (from < to || start < stop)
			*out = (struct anchor_range){ { from, start }, { to, stop } };
	}
	return true;
}
