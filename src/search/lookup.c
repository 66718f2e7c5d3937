/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "search/lookup.h"

#include "cite/symbol.h"
#include "lookup_priv.h"
#include "store/fulltext.h"
#include "store/term.h"
#include "text/reading.h"

#define SCORE_SYMBOL 1000 /* the document itself is named */
#define SCORE_HEADING 100
#define SCORE_TITLE 60    /* of the document: it has the words too */
#define SCORE_MATCH 4     /* each, up to MATCHES_MOST */
#define MATCHES_MOST 6
#define SCORE_EARLY 5
#define EARLY_BYTES 90
#define SCORE_NEAR 100 /* of a quotation without errors; less by their share */
#define SCAN_ROWS 20000 /* paragraphs of a library in which all are listened to */
#define SAMPLE_ROWS 1000 /* the newest; that a word is frequent in, if so many of them have it: */
#define SAMPLE_HITS 50
#define SOUNDS_MOST 6 /* strings that are looked for in place of what was typed by sound */

enum status
lookup_new(struct slice query, struct lookup_options options, struct lookup **out, struct err *err)
{
	struct lookup *q = mem_resize(NULL, sizeof *q);
	enum status status;

	*q = (struct lookup){ .options = options,
		              .limit = options.is_complete ? SIZE_MAX : LOOKUP_HITS_MAX };
	q->typed = arena_copy(&q->arena, slice_trim(query));
	status = query_parse(q->typed, &q->arena, &q->query, err);
	if (status != STATUS_OK) {
		q->query = NULL;
		lookup_free(q);
		return status;
	}
	*out = q;
	return STATUS_OK;
}

void
lookup_free(struct lookup *q)
{
	if (!q)
		return;
	query_release(q->query);
	query_release(q->sounding);
	near_free(q->near);
	arena_release(&q->arena);
	arena_release(&q->of_document);
	buf_release(&q->expression);
	buf_release(&q->sounds);
	buf_release(&q->unit);
	VEC_RELEASE(&q->hits);
	free(q);
}

bool
lookup_asks_notes(const struct lookup *q)
{
	return query_asks_notes(q->query);
}

enum status
lookup_take_notes(struct lookup *q, struct notes *n, struct err *err)
{
	struct note_list list = { 0 };
	enum status status = note_list(n, NOTE_ALL, &q->arena, &list, err);

	if (status == STATUS_OK)
		query_take_notes(q->query, &list, &q->arena);
	return status;
}

static struct query *
asked(const struct lookup *q)
{
	return q->stage == STAGE_SOUNDS ? q->sounding : q->query;
}

/* ---------------------------------------------------------------- candidates */

static bool
take_document(struct lookup *q, int64_t row)
{
	struct fulltext_document d;
	struct find_span span;
	struct query *query = asked(q);

	if (row >= q->document_rows.first && row <= q->document_rows.last)
		return true;
	q->status = fulltext_document(q->library, row, &d, q->err);
	if (q->status == STATUS_MISSING) { /* `check` says so too */
		q->status = STATUS_OK;
		q->is_out_of_step = true;
		return false;
	}
	if (q->status != STATUS_OK)
		return false;
	q->document_rows = d.rows;
	arena_clear(&q->of_document);
	q->status = library_get(q->library, d.id, &q->of_document, &q->document, q->err);
	if (q->status != STATUS_OK)
		return false;
	q->may_hold = (q->options.document == 0 || q->options.document == d.id) &&
	              query_ask_document(query, &q->document);
	q->title_holds = query_marks(query, q->document.title, &span, 1) > 0;
	return true;
}

static int
score_of(const struct lookup *q, bool is_heading, size_t matches, struct find_span first)
{
	int score = SCORE_MATCH * (int)(matches < MATCHES_MOST ? matches : MATCHES_MOST);

	if (is_heading)
		score += SCORE_HEADING;
	if (q->title_holds)
		score += SCORE_TITLE;
	if (matches > 0 && first.start < EARLY_BYTES)
		score += SCORE_EARLY;
	return score;
}

static void
add_hit(struct lookup *q, size_t block, const struct fulltext_paragraph *p, size_t matches,
        struct find_span first)
{
	size_t label = p->label.len > 0 ? p->label.len + 1 : 0;
	struct lookup_hit hit = { .document = q->document.id,
		                  .block = block,
		                  .matches = matches,
		                  .is_heading = p->is_heading,
		                  .score = score_of(q, p->is_heading, matches, first) };

	if (matches > 0 && first.end > label) {
		hit.start = first.start > label ? first.start - label : 0;
		hit.end = first.end - label;
	}
	VEC_PUSH(&q->hits, hit);
}

/* Label and text, as they are looked through in the document. */
static struct slice
unit_of(struct lookup *q, const struct fulltext_paragraph *p)
{
	if (p->label.len == 0)
		return p->text;
	buf_clear(&q->unit);
	buf_addf(&q->unit, "%.*s\n", SLICE_ARG(p->label));
	buf_add(&q->unit, p->text);
	return buf_slice(&q->unit);
}

static void
add_near(struct lookup *q, size_t block, const struct fulltext_paragraph *p)
{
	struct near_match m;

	if (!near_match(q->near, unit_of(q, p), &m))
		return;
	add_hit(q, block, p, 1, m.span);
	q->hits.v[q->hits.n - 1].errors = m.errors;
	q->hits.v[q->hits.n - 1].score = SCORE_NEAR - (int)(SCORE_NEAR * m.errors / m.of);
}

static void
look_at(struct lookup *q, int64_t row)
{
	size_t block = (size_t)(row - q->document_rows.first), matches = 0;
	struct find_span first = { 0 };
	struct fulltext_paragraph p;

	/* Without words every paragraph would be one: the document is. */
	if (block > 0 && !query_has_words(asked(q)) && !query_asks_notes(asked(q)))
		return;
	q->status = fulltext_paragraph(q->library, q->document.id, block, &p, q->err);
	if (q->status == STATUS_MISSING) {
		q->status = STATUS_OK;
		q->is_out_of_step = true;
	} else if (q->status == STATUS_OK && q->stage == STAGE_NEAR) {
		add_near(q, block, &p);
	} else if (q->status == STATUS_OK) {
		query_ask_place(asked(q), &q->document,
		                (struct query_place){ block, p.component, p.eid });
		if (query_ask_text(asked(q), unit_of(q, &p), &matches, &first))
			add_hit(q, block, &p, matches, first);
	}
}

static bool
each_row(void *context, int64_t row)
{
	struct lookup *q = context;

	if (q->hits.n >= q->limit) {
		q->is_capped = true;
		return false;
	}
	q->rows.last = row - 1;
	if (take_document(q, row) && q->may_hold)
		look_at(q, row);
	return q->status == STATUS_OK && --q->budget > 0;
}

/* ------------------------------------------------------------------- sounds */

static bool
sounds_whole(const struct reading_query *r, struct slice text)
{
	size_t start, end;

	return reading_find(r, text, 0, &start, &end) && start == 0 && end == text.len;
}

/* Puts the most frequent ones first, as long as there is room. */
static void
keep_term(struct term *best, size_t *n, struct term t)
{
	size_t at = *n < SOUNDS_MOST ? (*n)++ : SOUNDS_MOST - 1;

	if (at == SOUNDS_MOST - 1 && *n == SOUNDS_MOST && best[at].text.len > 0 && best[at].n >= t.n)
		return;
	while (at > 0 && best[at - 1].n < t.n) {
		best[at] = best[at - 1];
		at--;
	}
	best[at] = t;
}

/* Strings of the library that sound as typed. */
static size_t
find_terms(struct lookup *q, struct term best[SOUNDS_MOST])
{
	struct reading_query *r = reading_query_new(q->typed, false);
	struct term *list;
	size_t n = 0, n_list = 0;

	if (!r)
		return 0;
	q->status = term_list(q->library, q->typed.p[0], &q->arena, &list, &n_list, q->err);
	for (size_t i = 0; q->status == STATUS_OK && i < n_list; i++)
		if (sounds_whole(r, list[i].text))
			keep_term(best, &n, list[i]);
	reading_query_free(r);
	return n;
}

static bool
is_plain_word(struct slice typed)
{
	for (size_t i = 0; i < typed.len; i++)
		if (!(typed.p[i] >= 'a' && typed.p[i] <= 'z') && typed.p[i] != ' ' && typed.p[i] != '\'')
			return false;
	return typed.len > 1;
}

static void
listen(struct lookup *q, struct query *query)
{
	q->sounding = query;
	q->stage = STAGE_SOUNDS;
	q->is_started = false;
}

/* A small library is listened to as a whole, in a large one strings are looked for that sound so. */
static void
try_sounds(struct lookup *q)
{
	struct term best[SOUNDS_MOST] = { 0 };
	struct slice words[SOUNDS_MOST];
	size_t n;

	if (!is_plain_word(q->typed))
		return;
	if (q->all_rows.last - q->all_rows.first < SCAN_ROWS) {
		listen(q, query_sounding(q->typed, &q->arena));
		return;
	}
	n = find_terms(q, best);
	if (n == 0)
		return;
	for (size_t i = 0; i < n; i++) {
		words[i] = best[i].text;
		buf_addf(&q->sounds, "%s%.*s", i > 0 ? " OR " : "", SLICE_ARG(words[i]));
	}
	listen(q, query_any(words, n, &q->arena));
}

/* ---------------------------------------------------------- a quotation with errors */

static void
try_near(struct lookup *q)
{
	struct slice quotation = query_quotation(q->query, q->typed);

	q->near = quotation.len > 0 ? near_new(quotation) : NULL;
	if (q->near)
		q->stage = STAGE_GATHER;
}

static void
look_near(struct lookup *q)
{
	int64_t row;

	for (; q->status == STATUS_OK && q->budget > 0; q->budget--) {
		if (!near_next(q->near, &row)) {
			q->stage = STAGE_DONE;
			return;
		}
		if (take_document(q, row) && q->may_hold)
			look_at(q, row);
	}
}

/* -------------------------------------------------------------------- steps */

/* Who types a symbol means the document first of all. */
static void
add_named(struct lookup *q)
{
	struct library_document d;
	enum status status;

	if (!symbol_is(q->typed) || q->options.document != 0)
		return;
	status = library_find(q->library, q->typed, slice_from(NULL), slice_from(NULL), &q->of_document,
	                      &d, NULL);
	if (status == STATUS_OK)
		VEC_PUSH(&q->hits,
		         ((struct lookup_hit){ .document = d.id, .score = SCORE_SYMBOL, .is_heading = true }));
}

static enum status
start(struct lookup *q)
{
	enum status status = q->options.document == 0
	                             ? fulltext_all(q->library, &q->rows, q->err)
	                             : fulltext_of(q->library, q->options.document, &q->rows, q->err);

	q->is_started = true;
	q->all_rows = q->rows;
	q->document_rows = (struct fulltext_rows){ 1, 0 };
	buf_clear(&q->expression);
	q->is_sampling = q->options.is_typed && query_is_beginning(asked(q));
	if (!q->is_sampling)
		query_expression(asked(q), &q->expression);
	if (status == STATUS_OK && q->stage == STAGE_WORDS)
		add_named(q);
	return status;
}

/* What was asked for is not there: something like it may be. */
static void
try_other(struct lookup *q)
{
	enum stage before = q->stage;

	q->stage = STAGE_DONE;
	if (q->hits.n > 0)
		return;
	if (before == STAGE_WORDS)
		try_sounds(q);
	if (q->stage == STAGE_DONE && q->status == STATUS_OK)
		try_near(q);
}

/* Where a word is rare, the index finds it. */
static void
end_sample(struct lookup *q)
{
	if (!q->is_sampling || q->all_rows.last - q->rows.last < SAMPLE_ROWS ||
	    q->hits.n >= SAMPLE_HITS)
		return;
	q->is_sampling = false;
	query_expression(asked(q), &q->expression);
}

static void
look(struct lookup *q)
{
	int64_t before = q->rows.last;

	end_sample(q);
	if (q->rows.first <= q->rows.last) {
		enum status status = fulltext_candidates(q->library, buf_slice(&q->expression), q->rows,
		                                         each_row, q, q->err);

		q->status = q->status == STATUS_OK ? status : q->status;
	}
	/* Fewer candidates than there was room for: there are no more. */
	if (q->status == STATUS_OK && (q->budget > 0 || q->rows.last < q->rows.first || before == 0))
		try_other(q);
}

enum status
lookup_step(struct lookup *q, struct library *l, size_t rows, bool *is_done, struct err *err)
{
	q->library = l;
	q->err = err;
	q->budget = rows > 0 ? rows : 1;
	q->status = fulltext_begin(l, err);
	if (q->status != STATUS_OK)
		return q->status;
	if (!q->is_started)
		q->status = start(q);
	if (q->status == STATUS_OK && q->stage == STAGE_GATHER) {
		if (!near_gather(q->near, l, q->all_rows, &q->status, err))
			q->stage = STAGE_NEAR;
	} else if (q->status == STATUS_OK && q->stage == STAGE_NEAR) {
		look_near(q);
	} else if (q->status == STATUS_OK) {
		look(q);
	}
	fulltext_end(l);
	*is_done = q->stage == STAGE_DONE;
	return q->status;
}
