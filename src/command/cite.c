/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "command_priv.h"
#include "doc/quotation.h"
#include "text/width.h"

/* What is to be printed. */
struct quotation {
	struct slice name;      /* of the document */
	struct slice language;
	struct buf place, words;
	struct buf heading; /* the place is one without a number */
	struct doc *doc;    /* NULL: it is not at hand */
};

static void
release(struct quotation *q)
{
	buf_release(&q->place);
	buf_release(&q->words);
	buf_release(&q->heading);
	doc_free(q->doc);
}

static void
print_json(const struct quotation *q, struct slice citation)
{
	struct buf out = { 0 };
	struct json j;

	json_init(&j, &out);
	json_object(&j);
	json_field(&j, "symbol", q->name);
	output_known(&j, "language", q->language);
	output_known(&j, "place", buf_slice(&q->place));
	json_field(&j, "citation", citation);
	output_known(&j, "quote", buf_slice(&q->words));
	json_object_end(&j);
	buf_add_byte(&out, '\n');
	output_text(buf_slice(&out));
	buf_release(&out);
}

static void
print(const struct call *call, const struct quotation *q)
{
	enum ui_language language = citation_language(call->settings, q->language);
	struct buf citation = { 0 }, line = { 0 }, clean = { 0 };

	quotation_cite(q->name, buf_slice(&q->place), buf_slice(&q->heading), language, &citation);
	if (q->words.len > 0)
		quotation_join(buf_slice(&q->words), buf_slice(&citation), language, &line);
	else
		buf_add(&line, buf_slice(&citation));
	width_clean(buf_slice(&line), false, &clean);
	buf_add_byte(&clean, '\n');
	if (output_has_flag(call, "--json"))
		print_json(q, buf_slice(&citation));
	else
		output_text(buf_slice(&clean));
	buf_release(&citation);
	buf_release(&line);
	buf_release(&clean);
}

/* A document at hand is asked what the place is. */
static enum status
look_up(const struct call *call, struct quotation *q, struct err *err)
{
	struct slice typed;
	size_t start, end;
	enum status status = document_open(call, call->words.v[0], &q->doc, &typed, err);

	if (status == STATUS_OK)
		status = document_part(q->doc, typed, &start, &end, err);
	if (status != STATUS_OK)
		return status;
	q->name = q->doc->n_symbols > 0 ? q->doc->symbols[0] : q->doc->name;
	q->language = q->doc->language;
	if (typed.len > 0) {
		const struct block *b = doc_block(q->doc, start);

		if (b->component.len > 0)
			buf_addf(&q->place, "%.*s!", SLICE_ARG(b->component));
		buf_add(&q->place, b->id);
		if (b->kind == BLOCK_HEADING && slice_starts(b->id, "hdg_"))
			buf_add(&q->heading, b->text);
	}
	if (output_has_flag(call, "--quote"))
		quotation_add_words(q->doc, (struct place){ start, 0 },
		                    (struct place){ end - 1, SIZE_MAX }, QUOTATION_RUNNING, &q->words);
	return STATUS_OK;
}

int
run_cite(const struct call *call)
{
	struct quotation q = { 0 };
	struct reference r;
	struct err err;
	enum status status;

	if (call->words.n != 1)
		return output_usage(call->settings, "cite", "takes one document or place",
		                    "须指定一份文件或其中一处");
	reference_read(call->words.v[0], &r);
	status = look_up(call, &q, &err);
	if (status == STATUS_MISSING && !q.doc && reference_is_symbol(&r) &&
	    !output_has_flag(call, "--quote")) { /* its symbol says enough */
		q.name = r.name;
		q.language = r.language;
		doc_place(r.place, &q.place);
		status = STATUS_OK;
	}
	if (status == STATUS_OK)
		print(call, &q);
	else
		output_error(call->settings, &err);
	release(&q);
	return status == STATUS_OK ? EXIT_DONE : EXIT_REFUSED;
}
