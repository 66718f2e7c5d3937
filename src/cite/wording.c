/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cite/wording.h"

#include "parse_priv.h"

#include "cite/target.h"
#include "text/numeral.h"

#include <string.h>

#define YEAR_FROM 1900 /* a session of this number is a year */

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

static void
add_unknown(const struct step *step, struct buf *out)
{
	buf_add(out, step->kind);
	if (step->value.len > 0)
		buf_addf(out, "_%.*s", SLICE_ARG(step->value));
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

/* Kinds whose number stands between two words. */
static const struct plain_zh {
	const char *kind, *before, *behind;
	bool is_han;
} plain_zh[] = {
	{ "art", "第 ", " 条", false },   { "sec", "第", "节", true },      { "chp", "第", "章", true },
	{ "part", "第", "部分", true },   { "annex", "附件", "", true },    { "fn", "脚注 ", "", false },
	{ "subpara", "(", ")项", false }, { "hdg", "第 ", " 个标题", false },
};

static const struct plain_zh *
find_plain_zh(struct slice kind)
{
	for (size_t i = 0; i < sizeof plain_zh / sizeof *plain_zh; i++)
		if (slice_is(kind, plain_zh[i].kind))
			return &plain_zh[i];
	return NULL;
}

static void
add_value_zh(const struct plain_zh *plain, struct slice value, struct buf *out)
{
	if (plain->is_han)
		add_han(value, out);
	else
		buf_add(out, value);
}

static void
add_plain_zh(const struct step *step, struct buf *out)
{
	const struct plain_zh *plain = find_plain_zh(step->kind);

	if (!plain) {
		add_unknown(step, out);
		return;
	}
	buf_add_str(out, plain->before);
	add_value_zh(plain, step->value, out);
	buf_add_str(out, plain->behind);
}

static void
add_zh(struct slice eid, struct buf *out)
{
	struct step step, last = { 0 };

	while (next_step(&eid, &step)) {
		bool in_article = slice_is(last.kind, "art"), in_section = slice_is(last.kind, "sec");

		if (!in_article && !in_section)
			buf_add_str(out, "，");
		if (slice_is(step.kind, "para") && in_article) {
			buf_addf(out, "第 %.*s 款", SLICE_ARG(step.value));
			if (slice_starts(eid, "subpara_")) {
				add_letters(&eid, out);
				buf_add_str(out, "项");
			}
		} else if (slice_is(step.kind, "para")) {
			buf_addf(out, "第 %.*s", SLICE_ARG(step.value));
			add_letters(&eid, out);
			buf_add_str(out, " 段");
		} else if (slice_is(step.kind, "sec") && in_section) {
			buf_addf(out, " %.*s", SLICE_ARG(step.value));
		} else {
			add_plain_zh(&step, out);
		}
		last = step;
	}
}

static const struct plain_en {
	const char *kind, *words, *several;
	bool is_roman;
} plain_en[] = {
	{ "para", "para. ", "paras. ", false },
	{ "art", "art. ", "arts. ", false },
	{ "fn", "footnote ", "footnotes ", false },
	{ "subpara", "subpara. ", "subparas. ", false },
	{ "sec", "sect. ", "sects. ", false },
	{ "chp", "chap. ", "chaps. ", true },
	{ "part", "part ", "parts ", true },
	{ "annex", "annex ", "annexes ", true },
	{ "hdg", "heading ", "headings ", false },
};

static const struct plain_en *
find_plain_en(struct slice kind)
{
	for (size_t i = 0; i < sizeof plain_en / sizeof *plain_en; i++)
		if (slice_is(kind, plain_en[i].kind))
			return &plain_en[i];
	return NULL;
}

static void
add_value_en(const struct plain_en *plain, struct slice value, struct buf *out)
{
	if (plain->is_roman)
		add_roman(value, out);
	else
		buf_add(out, value);
}

static void
add_plain_en(const struct step *step, struct buf *out)
{
	const struct plain_en *plain = find_plain_en(step->kind);

	if (!plain) {
		add_unknown(step, out);
		return;
	}
	buf_add_str(out, plain->words);
	add_value_en(plain, step->value, out);
}

static void
add_en(struct slice eid, struct buf *out)
{
	struct step step, last = { 0 };

	while (next_step(&eid, &step)) {
		if (slice_is(step.kind, "sec") && slice_is(last.kind, "sec")) {
			buf_addf(out, ".%.*s", SLICE_ARG(step.value));
		} else {
			buf_add_str(out, ", ");
			add_plain_en(&step, out);
			if (slice_starts(eid, "subpara_"))
				buf_add_byte(out, ' ');
			add_letters(&eid, out);
		}
		last = step;
	}
}

static void
add_steps(struct slice eid, enum ui_language language, struct buf *out)
{
	if (language == UI_ZH)
		add_zh(eid, out);
	else
		add_en(eid, out);
}

/* With the sign that parts it from what is before it. */
static void
add_place(struct slice component, struct slice eid, enum ui_language language, struct buf *out)
{
	add_steps(component, language, out);
	if (!slice_eq(component, eid))
		add_steps(eid, language, out);
}

/* What was appended from `start` on loses its first sign. */
static void
trim(size_t start, struct buf *out)
{
	struct buf words = { 0 };
	struct slice added = slice_skip(buf_slice(out), start);

	if (slice_starts(added, "，"))
		added = slice_skip(added, strlen("，"));
	else if (slice_starts(added, ", "))
		added = slice_skip(added, 2);
	buf_add(&words, added);
	buf_truncate(out, start);
	buf_add(out, buf_slice(&words));
	buf_release(&words);
}

void
wording_place(struct slice place, enum ui_language language, struct buf *out)
{
	size_t mark = slice_find_byte(place, '!', 0), start = out->len;

	if (mark == SLICE_NONE)
		add_steps(place, language, out);
	else
		add_place(slice_sub(place, 0, mark), slice_skip(place, mark + 1), language, out);
	trim(start, out);
}

/* "7/5" of "CAC/COSP:7/5"; empty if there is none. */
static struct slice
behind(struct slice name, char sign, struct slice *before)
{
	size_t at = slice_find_byte(name, sign, 0);

	*before = slice_sub(name, 0, at);
	return at == SLICE_NONE ? slice_from(NULL) : slice_skip(name, at + 1);
}

/* "CAC/COSP@8:4", "E@2023:15" */
static void
add_agenda(struct slice name, enum ui_language language, struct buf *out)
{
	struct slice where, organ, item = behind(name, ':', &where);
	struct slice session = behind(where, '@', &organ);
	long n = 0;

	slice_number(session, &n);
	if (language == UI_ZH) {
		buf_add(out, organ);
		if (session.len > 0)
			buf_addf(out, n >= YEAR_FROM ? " %.*s 年" : " 第 %.*s 届", SLICE_ARG(session));
		buf_addf(out, "议程项目 %.*s", SLICE_ARG(item));
		return;
	}
	buf_add(out, organ);
	if (session.len > 0)
		buf_addf(out, " %.*s", SLICE_ARG(session));
	buf_addf(out, ", agenda item %.*s", SLICE_ARG(item));
}

/* A number of an organ: "CAC/COSP 第 7/5 号决议". */
static void
add_number(struct slice name, const char *en, const char *zh, enum ui_language language,
           struct buf *out)
{
	struct slice organ, number = behind(name, ':', &organ);

	if (language == UI_ZH)
		buf_addf(out, "%.*s 第 %.*s 号%s", SLICE_ARG(organ), SLICE_ARG(number), zh);
	else
		buf_addf(out, "%.*s %s %.*s", SLICE_ARG(organ), en, SLICE_ARG(number));
}

static void
add_name(const struct target *t, enum ui_language language, struct buf *out)
{
	if (t->scheme == TARGET_RES)
		add_number(t->name, "resolution", "决议", language, out);
	else if (t->scheme == TARGET_DEC)
		add_number(t->name, "decision", "决定", language, out);
	else if (t->scheme == TARGET_GC)
		add_number(t->name, "general comment", "一般性意见", language, out);
	else if (t->scheme == TARGET_AGENDA)
		add_agenda(t->name, language, out);
	else if (t->scheme != TARGET_TREATY || !treaty_short_name(t->name, language, out))
		buf_add(out, t->name);
}

/* From one place up to another of its kind in the same part: "para_8" and "para_12". */
struct run {
	struct slice before; /* the steps that they share */
	struct step first, last;
	bool in_article;
};

static bool
find_run(struct slice from, struct slice upto, struct run *run)
{
	struct slice a = from, b = upto;
	struct step above = { 0 };

	while (next_step(&a, &run->first) && next_step(&b, &run->last)) {
		if (a.len == 0 && b.len == 0)
			break;
		if (!slice_eq(run->first.kind, run->last.kind) || !slice_eq(run->first.value, run->last.value))
			return false;
		above = run->first;
	}
	run->before = slice_sub(from, 0, (size_t)(run->first.kind.p - from.p));
	run->in_article = slice_is(above.kind, "art");
	return a.len == 0 && b.len == 0 && slice_eq(run->first.kind, run->last.kind) &&
	       !slice_is(above.kind, "sec") && !slice_is(run->first.kind, "subpara");
}

/* "paras. 8–12" */
static bool
add_run_en(const struct run *run, struct buf *out)
{
	const struct plain_en *plain = find_plain_en(run->first.kind);

	if (!plain)
		return false;
	add_en(run->before, out);
	buf_addf(out, ", %s", plain->several);
	add_value_en(plain, run->first.value, out);
	buf_add_str(out, "–");
	add_value_en(plain, run->last.value, out);
	return true;
}

/* "第 8 至 12 段" */
static bool
add_run_zh(const struct run *run, struct buf *out)
{
	const struct plain_zh in_number = { "para", "第 ", run->in_article ? " 款" : " 段", false };
	const struct plain_zh *plain =
		slice_is(run->first.kind, "para") ? &in_number : find_plain_zh(run->first.kind);

	if (!plain)
		return false;
	add_zh(run->before, out);
	buf_addf(out, "%s%s", run->in_article ? "" : "，", plain->before);
	add_value_zh(plain, run->first.value, out);
	buf_add_str(out, plain->is_han ? "至" : " 至 ");
	add_value_zh(plain, run->last.value, out);
	buf_add_str(out, plain->behind);
	return true;
}

/* The place of a target and the one that it goes up to, in as few words as people write. */
static void
add_stretch(const struct target *t, enum ui_language language, struct buf *out)
{
	struct run run;
	size_t start;

	if (t->upto.len > 0 && find_run(t->place, t->upto, &run)) {
		start = out->len;
		add_steps(t->component, language, out);
		if (language == UI_ZH ? add_run_zh(&run, out) : add_run_en(&run, out))
			return;
		buf_truncate(out, start);
	}
	add_place(t->component, t->place, language, out);
	if (t->upto.len == 0)
		return;
	buf_add_str(out, language == UI_ZH ? "至" : "–");
	start = out->len;
	add_steps(t->upto, language, out);
	trim(start, out);
}

void
wording_target(struct slice target, enum ui_language language, struct buf *out)
{
	struct slice rest = target;
	size_t start = out->len, place;
	struct target t;

	if (!target_next(&rest, &t) || t.scheme == TARGET_OTHER) {
		buf_add(out, target);
		return;
	}
	add_name(&t, language, out);
	place = out->len;
	add_stretch(&t, language, out);
	if (place == start || slice_ends(slice_sub(buf_slice(out), 0, place), "》"))
		trim(place, out);
}
