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
static const struct {
	const char *kind, *before, *behind;
	bool is_han;
} plain_zh[] = {
	{ "art", "第 ", " 条", false },   { "sec", "第", "节", true },      { "chp", "第", "章", true },
	{ "part", "第", "部分", true },   { "annex", "附件", "", true },    { "fn", "脚注 ", "", false },
	{ "subpara", "(", ")项", false }, { "hdg", "第 ", " 个标题", false },
};

static void
add_plain_zh(const struct step *step, struct buf *out)
{
	for (size_t i = 0; i < sizeof plain_zh / sizeof *plain_zh; i++) {
		if (!slice_is(step->kind, plain_zh[i].kind))
			continue;
		buf_add_str(out, plain_zh[i].before);
		if (plain_zh[i].is_han)
			add_han(step->value, out);
		else
			buf_add(out, step->value);
		buf_add_str(out, plain_zh[i].behind);
		return;
	}
	add_unknown(step, out);
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

static const struct {
	const char *kind, *words;
	bool is_roman;
} plain_en[] = {
	{ "para", "para. ", false },       { "art", "art. ", false },    { "fn", "footnote ", false },
	{ "subpara", "subpara. ", false }, { "sec", "sect. ", false },   { "chp", "chap. ", true },
	{ "part", "part ", true },         { "annex", "annex ", true },  { "hdg", "heading ", false },
};

static void
add_plain_en(const struct step *step, struct buf *out)
{
	for (size_t i = 0; i < sizeof plain_en / sizeof *plain_en; i++) {
		if (!slice_is(step->kind, plain_en[i].kind))
			continue;
		buf_add_str(out, plain_en[i].words);
		if (plain_en[i].is_roman)
			add_roman(step->value, out);
		else
			buf_add(out, step->value);
		return;
	}
	add_unknown(step, out);
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
	add_place(t.component, t.place, language, out);
	if (place == start || slice_ends(slice_sub(buf_slice(out), 0, place), "》"))
		trim(place, out);
	if (t.upto.len == 0)
		return;
	buf_add_str(out, language == UI_ZH ? "至" : "–");
	place = out->len;
	add_steps(t.upto, language, out);
	trim(place, out);
}
