/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/regex.h"

#include "base/buf.h"
#include "tap.h"

static void
finds(const char *pattern, const char *text, const char *wanted)
{
	struct slice s = slice_from(text);
	struct regex *r = NULL;
	size_t start = 0, end = 0;
	struct err err;

	if (regex_new(slice_from(pattern), &r, &err) != STATUS_OK) {
		ok(false, "%s: %s", pattern, err_words(&err, UI_EN));
		return;
	}
	ok(regex_find(r, s, 0, &start, &end, &err) == STATUS_OK, "%s is looked for", pattern);
	is(start == SLICE_NONE ? SLICE("") : slice_sub(s, start, end), wanted, "%s", pattern);
	regex_free(r);
}

static void
refuses(const char *pattern, const char *en, const char *zh)
{
	struct regex *r = NULL;
	struct err err;

	ok(regex_new(slice_from(pattern), &r, &err) == STATUS_USAGE, "%s is refused", pattern);
	is(slice_from(err_words(&err, UI_EN)), en, "in English");
	is(slice_from(err_words(&err, UI_ZH)), zh, "in Chinese");
}

static void
explodes(void)
{
	struct buf text = { 0 };
	struct regex *r = NULL;
	size_t start, end;
	struct err err;

	for (int i = 0; i < 5000; i++)
		buf_add_byte(&text, 'a');
	buf_add_byte(&text, 'b');
	ok(regex_new(SLICE("(a+)+$"), &r, &err) == STATUS_OK, "an expression that explodes");
	ok(regex_find(r, buf_slice(&text), 0, &start, &end, &err) == STATUS_TOO_BIG, "is given up");
	is(slice_from(err_words(&err, UI_EN)), "regular expression: takes too long on this text; make it simpler",
	       "and that is said");
	regex_free(r);
	buf_release(&text);
}

int
main(void)
{
	finds("第\\s*\\d+/\\d+\\s*号", "执行第 7/5 号决定", "第 7/5 号");
	finds("[0-9]{4} 年", "在 2018 年", "2018 年");
	finds("x*", "aaxxb", "xx");
	finds("^b.*$", "a\nbc\nd", "bc");
	finds("zzz", "预防", "");
	finds("\\p{Han}+$", "a 预防", "预防");
	refuses("(a", "regular expression: a parenthesis is not closed or not open, at character 2",
	        "正则表达式：括号不成对（第 2 个字符）");
	refuses("a[b", "regular expression: a bracket is not closed, at character 3",
	        "正则表达式：方括号没有闭合（第 3 个字符）");
	refuses("*", "regular expression: does not hold together, at character 1",
	        "正则表达式：写法有误（第 1 个字符）");
	explodes();
	return tap_done();
}
