/* SPDX-License-Identifier: ISC */
/*
 * Official Records: 《大会正式记录，第七十三届会议，补编第12号》 is A/73/12, and that of the Council for 2020,
 * No. 7, is E/2020/27 (domain.md, D.2).
 */
#include "config.h"

#include "parse_priv.h"

#define RECORD_MOST 48 /* atoms */
#define COUNCIL_FIRST 20

struct record {
	enum organ_id organ;
	long session, year, supplement;
	char letter;
	bool is_record;
};

/* "53A" behind 补编第. */
static void
read_supplement(const struct parse *p, size_t i, struct record *rec)
{
	const struct window *w = p->a->w;
	size_t at = p->v[i].start;

	for (; w->c[at] >= '0' && w->c[at] <= '9' && rec->supplement < 1000; at++)
		rec->supplement = rec->supplement * 10 + (long)(w->c[at] - '0');
	if (w->c[at] >= 'A' && w->c[at] <= 'Z' && !window_is_letter(w->c[at + 1]))
		rec->letter = (char)w->c[at];
}

static void
take(const struct parse *p, size_t i, struct record *rec)
{
	if (parse_word(p, i, WORD_ORGAN) && rec->organ == ORGAN_NONE)
		rec->organ = (enum organ_id)p->v[i].value;
	else if (parse_word(p, i, WORD_RECORDS))
		rec->is_record = true;
	else if (parse_word(p, i, WORD_SESSION) && p->v[i - 1].kind != ATOM_MARK && rec->session == 0)
		rec->session = p->v[i - 1].value;
	else if (parse_word(p, i, WORD_DATE) && p->v[i - 1].kind == ATOM_NUMBER && p->v[i - 1].value > 1900)
		rec->year = p->v[i - 1].value;
	else if (parse_word(p, i, WORD_ORDINAL) && parse_word(p, i - 1, WORD_SUPPLEMENT))
		read_supplement(p, i + 1, rec);
}

static struct slice
symbol_of(struct parse *p, const struct record *rec)
{
	if (rec->organ == ORGAN_GA && rec->session > 30) {
		if (rec->letter)
			return arena_printf(p->arena, "doc:A/%ld/%ld/Add.%d", rec->session, rec->supplement,
			                    rec->letter - 'A' + 1);
		return arena_printf(p->arena, "doc:A/%ld/%ld", rec->session, rec->supplement);
	}
	if (rec->organ == ORGAN_ECOSOC && rec->year > 1977)
		return arena_printf(p->arena, "doc:E/%ld/%ld", rec->year, COUNCIL_FIRST + rec->supplement);
	return slice_from(NULL);
}

size_t
record_read(struct parse *p, size_t i)
{
	struct record rec = { .organ = ORGAN_NONE };
	struct slice target;
	size_t k = i + 1;

	if (!parse_mark(p, i, 0x300A) || !parse_word(p, k, WORD_ORGAN))
		return 0;
	for (; k < p->n && k - i < RECORD_MOST && !parse_mark(p, k, 0x300B); k++)
		take(p, k, &rec);
	if (!parse_mark(p, k, 0x300B) || !rec.is_record || rec.supplement == 0)
		return 0;
	target = symbol_of(p, &rec);
	if (target.len == 0)
		return k + 1;
	parse_add(p, p->v[i].start, p->v[k].end, CITATION_SYM, target, "record");
	parse_anchor(p, target, i, k + 1);
	return k + 1;
}
