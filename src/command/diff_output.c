/* SPDX-License-Identifier: ISC */
/*
 * An alignment as lines: what became of a paragraph, its places, its words with [-what went-] and
 * {+what came+}, as wdiff marks them; no colour is needed.
 */
#include "config.h"

#include "compare/change.h"
#include "diff_priv.h"
#include "text/utf8.h"

#define GLIMPSE_POINTS 48 /* of words that have not changed */

/* "#para_3", "!annex_1#para_3", as it stands in a reference; what has no name is called by its kind. */
static void
add_place(const struct alignment *a, enum side side, size_t block, struct buf *out)
{
	const struct block *b = doc_block(a->part[side].doc, block);
	bool has_name = b->id.len > 0 && !slice_starts(b->id, "hdg_");

	if (b->component.len > 0)
		buf_addf(out, "!%.*s", SLICE_ARG(b->component));
	if (has_name && !slice_eq(b->id, b->component))
		buf_addf(out, "#%.*s", SLICE_ARG(b->id));
	if (!has_name)
		buf_addf(out, "%s%s", b->component.len > 0 ? " " : "", block_kind_name(b->kind));
}

static void
add_places(const struct alignment *a, const struct pair *p, enum side side, struct buf *out)
{
	for (size_t i = 0; i < p->n[side]; i++) {
		buf_add_str(out, i ? " + " : "");
		add_place(a, side, p->block[side][i], out);
	}
}

/* The words of one side. */
static void
join_text(const struct alignment *a, const struct pair *p, enum side side, struct buf *out)
{
	for (size_t i = 0; i < p->n[side]; i++) {
		const struct block *b = doc_block(a->part[side].doc, p->block[side][i]);

		/* No blank between Han. */
		if (out->len > 0 && (unsigned char)out->p[out->len - 1] < 0x80)
			buf_add_byte(out, ' ');
		buf_add(out, b->text.len > 0 ? b->text : b->label);
	}
}

static void
mark(struct buf *out, const char *open, struct slice words, const char *close)
{
	if (words.len > 0)
		buf_addf(out, "%s%.*s%s", open, SLICE_ARG(words), close);
}

static void
add_marked(struct slice left, struct slice right, struct buf *out)
{
	struct changes c = { 0 };

	changes_make(&c, left, right);
	for (size_t i = 0; i < c.list.n; i++) {
		const struct change *e = &c.list.v[i];

		if (e->is_kept) {
			buf_add(out, slice_sub(right, e->start[SIDE_RIGHT], e->end[SIDE_RIGHT]));
			continue;
		}
		mark(out, "[-", slice_sub(left, e->start[SIDE_LEFT], e->end[SIDE_LEFT]), "-]");
		mark(out, "{+", slice_sub(right, e->start[SIDE_RIGHT], e->end[SIDE_RIGHT]), "+}");
	}
	changes_release(&c);
}

static struct words
relation_words(const struct diff *d, const struct pair *p)
{
	bool is_same = p->relation == PAIR_EQUAL;

	if (d->is_parallel && p->relation != PAIR_COUNTERPART)
		return WORDS("missing", "缺");
	if (is_same && p->is_moved)
		return WORDS("moved", "移位");
	if (is_same && p->is_renumbered)
		return WORDS("renumbered", "改号");
	return pair_relation_words(p->relation);
}

static void
add_relation(const struct diff *d, const struct pair *p, struct buf *out)
{
	buf_add_str(out, words_in(relation_words(d, p), d->ui));
	if (p->is_moved && p->relation != PAIR_EQUAL && p->relation != PAIR_COUNTERPART)
		buf_addf(out, "%s", words_in(WORDS(", moved", "，移位"), d->ui));
}

/* "#para_3", "#para_3 > #para_4", "#para_3 >" for what is gone, "> #para_4" for what is new. */
static void
add_way(const struct alignment *a, const struct pair *p, struct buf *out)
{
	struct buf side[SIDES] = { 0 };

	for (enum side s = SIDE_LEFT; s <= SIDE_RIGHT; s++)
		add_places(a, p, s, &side[s]);
	if (slice_eq(buf_slice(&side[SIDE_LEFT]), buf_slice(&side[SIDE_RIGHT])))
		buf_add(out, buf_slice(&side[SIDE_LEFT]));
	else
		buf_addf(out, "%s%s>%s%s", buf_str(&side[SIDE_LEFT]), p->n[SIDE_LEFT] ? " " : "",
		         p->n[SIDE_RIGHT] ? " " : "", buf_str(&side[SIDE_RIGHT]));
	buf_release(&side[SIDE_LEFT]);
	buf_release(&side[SIDE_RIGHT]);
}

static bool
is_told(const struct pair *p)
{
	return p->is_moved || p->is_renumbered ||
	       (p->relation != PAIR_EQUAL && p->relation != PAIR_COUNTERPART);
}

static void
add_glimpse(struct slice text, struct buf *out)
{
	size_t end = utf8_offset(text, GLIMPSE_POINTS);

	buf_add(out, slice_sub(text, 0, end));
	if (end < text.len)
		buf_add_str(out, "…");
}

static void
print_line(const struct diff *d, const struct pair *p)
{
	struct buf line = { 0 }, cell = { 0 }, text[SIDES] = { 0 };

	for (enum side s = SIDE_LEFT; s <= SIDE_RIGHT; s++)
		join_text(d->alignment, p, s, &text[s]);
	add_relation(d, p, &cell);
	output_cell(&line, buf_slice(&cell));
	buf_clear(&cell);
	add_way(d->alignment, p, &cell);
	output_cell(&line, buf_slice(&cell));
	buf_clear(&cell);
	if (p->relation == PAIR_EQUAL || p->relation == PAIR_COUNTERPART)
		add_glimpse(buf_slice(&text[SIDE_RIGHT]), &cell);
	else if (p->n[SIDE_LEFT] > 0 && p->n[SIDE_RIGHT] > 0)
		add_marked(buf_slice(&text[SIDE_LEFT]), buf_slice(&text[SIDE_RIGHT]), &cell);
	else
		buf_add(&cell, buf_slice(&text[p->n[SIDE_LEFT] > 0 ? SIDE_LEFT : SIDE_RIGHT]));
	output_cell(&line, buf_slice(&cell));
	buf_add_byte(&line, '\n');
	output_text(buf_slice(&line));
	buf_release(&line);
	buf_release(&cell);
	buf_release(&text[SIDE_LEFT]);
	buf_release(&text[SIDE_RIGHT]);
}

void
diff_output_text(const struct diff *d)
{
	for (size_t i = 0; i < d->alignment->n; i++)
		if (is_told(&d->alignment->v[i]))
			print_line(d, &d->alignment->v[i]);
}

static void
add_side(struct json *j, const struct diff *d, const struct pair *p, enum side side)
{
	struct buf place = { 0 };

	json_key(j, side == SIDE_LEFT ? "left" : "right");
	json_array(j);
	for (size_t i = 0; i < p->n[side]; i++) {
		const struct block *b = doc_block(d->alignment->part[side].doc, p->block[side][i]);

		buf_clear(&place);
		add_place(d->alignment, side, p->block[side][i], &place);
		json_object(j);
		output_known(j, "id", b->id);
		output_known(j, "component", b->component);
		json_field(j, "place", buf_slice(&place));
		json_field_number(j, "block", (long)p->block[side][i]);
		json_field_str(j, "kind", block_kind_name(b->kind));
		output_known(j, "label", b->label);
		json_field(j, "text", b->text);
		json_object_end(j);
	}
	json_array_end(j);
	buf_release(&place);
}

/* Stretches of both sides, each side's texts joined, in code points. */
static void
add_changes(struct json *j, const struct diff *d, const struct pair *p)
{
	struct buf text[SIDES] = { 0 };
	struct changes c = { 0 };

	for (enum side s = SIDE_LEFT; s <= SIDE_RIGHT; s++)
		join_text(d->alignment, p, s, &text[s]);
	changes_make(&c, buf_slice(&text[SIDE_LEFT]), buf_slice(&text[SIDE_RIGHT]));
	json_key(j, "changes");
	json_array(j);
	for (size_t i = 0; i < c.list.n; i++) {
		const struct change *e = &c.list.v[i];

		if (e->is_kept)
			continue;
		json_object(j);
		for (enum side s = SIDE_LEFT; s <= SIDE_RIGHT; s++) {
			struct slice all = buf_slice(&text[s]);

			json_key(j, s == SIDE_LEFT ? "left" : "right");
			json_object(j);
			json_field_number(j, "start", (long)utf8_count(slice_sub(all, 0, e->start[s])));
			json_field_number(j, "end", (long)utf8_count(slice_sub(all, 0, e->end[s])));
			json_field(j, "text", slice_sub(all, e->start[s], e->end[s]));
			json_object_end(j);
		}
		json_object_end(j);
	}
	json_array_end(j);
	changes_release(&c);
	buf_release(&text[SIDE_LEFT]);
	buf_release(&text[SIDE_RIGHT]);
}

static void
print_json(const struct diff *d, const struct pair *p)
{
	bool is_gap = p->n[SIDE_LEFT] == 0 || p->n[SIDE_RIGHT] == 0;
	struct buf out = { 0 };
	struct json j;

	json_init(&j, &out);
	json_object(&j);
	json_field_str(&j, "relation",
	               d->is_parallel && is_gap ? "missing" : pair_relation_name(p->relation));
	json_key(&j, "moved");
	json_bool(&j, p->is_moved);
	json_key(&j, "renumbered");
	json_bool(&j, p->is_renumbered);
	add_side(&j, d, p, SIDE_LEFT);
	add_side(&j, d, p, SIDE_RIGHT);
	if (!is_gap && p->relation != PAIR_EQUAL && p->relation != PAIR_COUNTERPART)
		add_changes(&j, d, p);
	json_object_end(&j);
	buf_add_byte(&out, '\n');
	output_text(buf_slice(&out));
	buf_release(&out);
}

void
diff_output_json(const struct diff *d)
{
	for (size_t i = 0; i < d->alignment->n; i++)
		print_json(d, &d->alignment->v[i]);
}
