/* SPDX-License-Identifier: ISC */
/*
 * A citation as UN documents write it: "CAC/COSP/2019/L.1/Add.2，第 5 段", "…, para. 5".
 */
#include "config.h"

#include "command_priv.h"
#include "text/numeral.h"
#include "text/width.h"

/* One step of an eId: "para_12" of "art_9__para_12__subpara_a". */
struct step {
	struct slice kind, value;
};

static bool
next_step(struct slice *rest, struct step *step)
{
	size_t end = slice_find(*rest, SLICE("__"), 0), mark;
	struct slice one = slice_sub(*rest, 0, end);

	if (rest->len == 0)
		return false;
	*rest = end == SLICE_NONE ? slice_from(NULL) : slice_skip(*rest, end + 2);
	mark = slice_find_byte(one, '_', 0);
	step->kind = slice_sub(one, 0, mark);
	step->value = mark == SLICE_NONE ? slice_from(NULL) : slice_skip(one, mark + 1);
	return true;
}

/* 1 to 99 as 一 to 九十九; other numbers and letters as they are. */
static void
add_han(struct slice value, struct buf *out)
{
	static const char *const digit[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
	long n = 0;
	size_t len = slice_number(value, &n);

	if (len == 0)
		len = numeral_roman(value, &n);
	if (len != value.len || n < 1 || n > 99) {
		buf_add(out, value);
		return;
	}
	if (n >= 20)
		buf_add_str(out, digit[n / 10]);
	if (n >= 10)
		buf_add_str(out, "十");
	buf_add_str(out, digit[n % 10]);
}

static void
add_roman(struct slice value, struct buf *out)
{
	long n = 0;

	if (slice_number(value, &n) == value.len && n > 0 && n < 400)
		numeral_add_roman(out, n);
	else
		buf_add(out, value);
}

/* The letters behind a paragraph's number: "(a)(ii)". */
static void
add_letters(struct slice *rest, struct buf *out)
{
	struct slice before = *rest;
	struct step step;

	while (next_step(rest, &step) && slice_is(step.kind, "subpara")) {
		buf_addf(out, "(%.*s)", SLICE_ARG(step.value));
		before = *rest;
	}
	*rest = before;
}

static void
add_zh(struct slice eid, struct buf *out)
{
	struct step step, last = { 0 };

	while (next_step(&eid, &step)) {
		bool goes_on = slice_is(last.kind, "art") || slice_is(last.kind, "sec");

		if (!goes_on)
			buf_add_str(out, "，");
		if (slice_is(step.kind, "para") && slice_is(last.kind, "art")) {
			buf_addf(out, "第 %.*s 款", SLICE_ARG(step.value));
			if (slice_starts(eid, "subpara_")) {
				add_letters(&eid, out);
				buf_add_str(out, "项");
			}
		} else if (slice_is(step.kind, "para")) {
			buf_addf(out, "第 %.*s", SLICE_ARG(step.value));
			add_letters(&eid, out);
			buf_add_str(out, " 段");
		} else if (slice_is(step.kind, "subpara")) {
			buf_addf(out, "(%.*s)项", SLICE_ARG(step.value));
		} else if (slice_is(step.kind, "art")) {
			buf_addf(out, "第 %.*s 条", SLICE_ARG(step.value));
		} else if (slice_is(step.kind, "sec") && goes_on) {
			buf_addf(out, " %.*s", SLICE_ARG(step.value));
		} else if (slice_is(step.kind, "sec") || slice_is(step.kind, "chp")) {
			buf_add_str(out, "第");
			add_han(step.value, out);
			buf_add_str(out, slice_is(step.kind, "chp") ? "章" : "节");
		} else if (slice_is(step.kind, "annex")) {
			buf_add_str(out, "附件");
			add_han(step.value, out);
		} else if (slice_is(step.kind, "fn")) {
			buf_addf(out, "脚注 %.*s", SLICE_ARG(step.value));
		} else {
			buf_addf(out, "%.*s_%.*s", SLICE_ARG(step.kind), SLICE_ARG(step.value));
		}
		last = step;
	}
}

static void
add_en(struct slice eid, struct buf *out)
{
	static const struct {
		const char *kind, *words;
	} plain[] = { { "para", "para." }, { "art", "art." }, { "fn", "footnote" }, { "subpara", "subpara." } };
	struct step step, last = { 0 };

	while (next_step(&eid, &step)) {
		size_t i = 0, n = sizeof plain / sizeof *plain;

		while (i < n && !slice_is(step.kind, plain[i].kind))
			i++;
		if (slice_is(step.kind, "sec") && slice_is(last.kind, "sec")) {
			buf_addf(out, ".%.*s", SLICE_ARG(step.value));
		} else if (slice_is(step.kind, "sec")) {
			buf_addf(out, ", sect. %.*s", SLICE_ARG(step.value));
		} else if (slice_is(step.kind, "chp") || slice_is(step.kind, "annex")) {
			buf_addf(out, ", %s ", slice_is(step.kind, "chp") ? "chap." : "annex");
			add_roman(step.value, out);
		} else if (i < n) {
			buf_addf(out, ", %s %.*s", plain[i].words, SLICE_ARG(step.value));
			if (slice_starts(eid, "subpara_"))
				buf_add_byte(out, ' ');
			add_letters(&eid, out);
		} else {
			buf_addf(out, ", %.*s_%.*s", SLICE_ARG(step.kind), SLICE_ARG(step.value));
		}
		last = step;
	}
}

/* "annex_1!para_3" in words; a heading without a number is cited by its own. */
static void
add_place(struct slice place, struct slice heading, enum ui_language language, struct buf *out)
{
	size_t mark = slice_find_byte(place, '!', 0);
	struct slice component = mark == SLICE_NONE ? slice_from(NULL) : slice_sub(place, 0, mark);
	struct slice eid = mark == SLICE_NONE ? place : slice_skip(place, mark + 1);

	if (slice_eq(component, eid))
		eid = slice_from(NULL);
	if (language == UI_ZH)
		add_zh(component, out);
	else
		add_en(component, out);
	if (heading.len > 0)
		buf_addf(out, language == UI_ZH ? "，题为“%.*s”的一节" : ", section entitled “%.*s”",
		         SLICE_ARG(heading));
	else if (language == UI_ZH)
		add_zh(eid, out);
	else
		add_en(eid, out);
}

/* Without footnote marks. */
static void
add_text(const struct block *b, struct buf *out)
{
	size_t at = 0;

	for (size_t i = 0; i < b->n_citations; i++) {
		const struct citation *c = &b->citations[i];

		if (c->kind != CITATION_FN || !slice_is(c->evidence, "mark"))
			continue;
		buf_add(out, slice_sub(b->text, at, c->start));
		at = c->end;
	}
	buf_add(out, slice_skip(b->text, at));
}

/* The words of a place: its blocks one after the other, with their labels behind the first. */
static void
add_words(const struct doc *d, size_t start, size_t end, struct buf *out)
{
	bool is_spaced = !slice_is(d->language, "zh");

	for (size_t i = start; i < end; i++) {
		const struct block *b = doc_block(d, i);

		if (i > start && is_spaced)
			buf_add_byte(out, ' ');
		if (i > start)
			buf_add(out, b->label);
		if (i > start && b->label.len > 0)
			buf_add_byte(out, ' ');
		add_text(b, out);
	}
}

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

static enum ui_language
language_of(const struct call *call, const struct quotation *q)
{
	if (!call->settings->ui_is_chosen && slice_is(q->language, "zh"))
		return UI_ZH;
	if (!call->settings->ui_is_chosen && slice_is(q->language, "en"))
		return UI_EN;
	return call->settings->ui;
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
	enum ui_language language = language_of(call, q);
	struct buf citation = { 0 }, line = { 0 }, clean = { 0 };

	buf_add(&citation, q->name);
	add_place(buf_slice(&q->place), buf_slice(&q->heading), language, &citation);
	if (q->words.len > 0)
		buf_addf(&line, language == UI_ZH ? "“%s”（%s）" : "“%s” (%s)", q->words.p, citation.p);
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
		add_words(q->doc, start, end, &q->words);
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
