/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/regex.h"

#include <stdlib.h>
#include <unicode/uregex.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

#define TIME_STEPS 100         /* of ICU's, each about a millisecond */
#define STACK_BYTES 4000000 /* of ICU's own stack */

struct regex {
	URegularExpression *icu;
};

static const struct {
	UErrorCode code;
	struct words words;
} faults[] = {
	{ U_REGEX_MISMATCHED_PAREN, { { "a parenthesis is not closed or not open", "括号不成对" } } },
	{ U_REGEX_MISSING_CLOSE_BRACKET, { { "a bracket is not closed", "方括号没有闭合" } } },
	{ U_REGEX_BAD_ESCAPE_SEQUENCE, { { "unknown escape behind \\", "\\ 后的转义不明" } } },
	{ U_REGEX_NUMBER_TOO_BIG, { { "a number is too big", "数字太大" } } },
	{ U_REGEX_BAD_INTERVAL, { { "bad {interval}", "{ } 区间有误" } } },
	{ U_REGEX_MAX_LT_MIN, { { "bad {interval}: the end is below the start", "{ } 区间上限小于下限" } } },
	{ U_REGEX_INVALID_BACK_REF, { { "no such group", "没有所引用的组" } } },
	{ U_REGEX_INVALID_RANGE, { { "bad range in brackets", "方括号内范围有误" } } },
	{ U_REGEX_LOOK_BEHIND_LIMIT, { { "a look behind must have an end", "后顾断言须有长度上限" } } },
	{ U_REGEX_RULE_SYNTAX, { { "does not hold together", "写法有误" } } },
};

static struct words
fault_words(UErrorCode code)
{
	for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
		if (faults[i].code == code)
			return faults[i].words;
	return WORDS("not understood", "无法理解");
}

static enum status
refuse(UErrorCode code, int offset, struct err *err)
{
	struct words w = fault_words(code);

	if (offset <= 0)
		return err_set(err, STATUS_USAGE, "regular expression: %s%.0s", "正则表达式：%.0s%s",
		               words_in(w, UI_EN), words_in(w, UI_ZH));
	return err_set(err, STATUS_USAGE, "regular expression: %s%.0s, at character %d",
	               "正则表达式：%.0s%s（第 %d 个字符）", words_in(w, UI_EN), words_in(w, UI_ZH),
	               offset);
}

/* ICU takes patterns as UTF-16. */
static UChar *
to_utf16(struct slice s, int32_t *len)
{
	UChar *to = mem_resize(NULL, (s.len + 1) * sizeof *to);
	UErrorCode code = U_ZERO_ERROR;

	u_strFromUTF8WithSub(to, (int32_t)s.len + 1, len, s.p, (int32_t)s.len, 0xFFFD, NULL, &code);
	return to;
}

enum status
regex_new(struct slice pattern, struct regex **out, struct err *err)
{
	UParseError where = { .offset = -1 };
	UErrorCode code = U_ZERO_ERROR;
	int32_t len = 0;
	UChar *utf16 = to_utf16(pattern, &len);
	URegularExpression *icu = uregex_open(utf16, len, UREGEX_MULTILINE, &where, &code);

	free(utf16);
	if (U_FAILURE(code))
		return refuse(code, where.offset, err);
	uregex_setTimeLimit(icu, TIME_STEPS, &code);
	uregex_setStackLimit(icu, STACK_BYTES, &code);
	*out = mem_resize(NULL, sizeof **out);
	**out = (struct regex){ .icu = icu };
	return STATUS_OK;
}

void
regex_free(struct regex *r)
{
	if (!r)
		return;
	uregex_close(r->icu);
	free(r);
}

/* Steps over matches of nothing. */
static void
find_filled(URegularExpression *icu, size_t from, size_t *start, size_t *end, UErrorCode *code)
{
	bool found = uregex_find64(icu, (int64_t)from, code);

	while (found && U_SUCCESS(*code)) {
		*start = (size_t)uregex_start64(icu, 0, code);
		*end = (size_t)uregex_end64(icu, 0, code);
		if (*end > *start)
			return;
		found = uregex_findNext(icu, code);
	}
	*start = SLICE_NONE;
}

enum status
regex_find(struct regex *r, struct slice text, size_t from, size_t *start, size_t *end,
           struct err *err)
{
	UText utext = UTEXT_INITIALIZER;
	UErrorCode code = U_ZERO_ERROR;

	*start = SLICE_NONE;
	if (from >= text.len)
		return STATUS_OK;
	utext_openUTF8(&utext, text.p, (int64_t)text.len, &code);
	uregex_setUText(r->icu, &utext, &code);
	find_filled(r->icu, from, start, end, &code);
	utext_close(&utext);
	if (code == U_REGEX_TIME_OUT || code == U_REGEX_STACK_OVERFLOW)
		return err_set(err, STATUS_TOO_BIG,
		               "regular expression: takes too long on this text; make it simpler",
		               "正则表达式：在本文中耗时过长，请写得简单些");
	if (U_FAILURE(code))
		return refuse(code, 0, err);
	return STATUS_OK;
}
