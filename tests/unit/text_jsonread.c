/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/jsonread.h"

#include "tap.h"
#include "text/json.h"

static void
values(void)
{
	struct arena arena = { 0 };
	struct jsonread v;
	const struct jsonread *list;
	size_t at;

	if (!ok(jsonread_text(SLICE(" {\"a\": \"x\\n\\u6bb5\\ud83d\\ude00\", \"n\": -12.5e3, "
	                            "\"list\": [1, true, null, {}], \"bad\": \"\\ud800\\u0041\"} "),
	                      &arena, &v, &at),
	        "an object"))
		return;
	is(jsonread_string(&v, "a"), "x\n段😀", "escapes");
	is_number(jsonread_number(&v, "n"), -12, "numbers are whole");
	is(jsonread_get(&v, "n")->text, "-12.5e3", "and as they were written");
	is(jsonread_string(&v, "bad"), "\xEF\xBF\xBD" "A", "a lone surrogate");
	list = jsonread_get(&v, "list");
	ok(list && list->first->number == 1 && list->first->next->type == JSONREAD_BOOL &&
	           list->first->next->next->type == JSONREAD_NULL &&
	           list->first->next->next->next->type == JSONREAD_OBJECT,
	   "a list");
	ok(!jsonread_get(&v, "none") && !jsonread_get(list, "a") && !jsonread_get(NULL, "a"),
	   "what is not there");
	arena_release(&arena);
}

static void
refusals(void)
{
	static const char *const wrong[] = { "",       "{",        "[1,]",      "{\"a\"}",   "01",
		                             "1.",     "\"\t\"",   "\"\\x\"",   "tru",       "[1] 2",
		                             "{a: 1}", "\"\\u12\"", "\"open",    "-",         "1e" };
	struct arena arena = { 0 };
	struct buf deep = { 0 };
	struct jsonread v;
	size_t at;

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		ok(!jsonread_text(slice_from(wrong[i]), &arena, &v, &at), "refused: %s", wrong[i]);
	for (int i = 0; i < 100000; i++)
		buf_add_byte(&deep, '[');
	ok(!jsonread_text(buf_slice(&deep), &arena, &v, &at) && at <= JSONREAD_DEPTH_MAX + 1,
	   "endless depth");
	buf_release(&deep);
	arena_release(&arena);
}

/* What text/json.h writes is read as it was. */
static void
round_trip(void)
{
	struct slice hard = SLICE("\"\\\a\x7f\xC2\x85\xE2\x80\xAE 段\t😀");
	struct arena arena = { 0 };
	struct buf out = { 0 };
	struct json j;
	struct jsonread v;
	size_t at;

	json_init(&j, &out);
	json_object(&j);
	json_field(&j, "x", hard);
	json_object_end(&j);
	ok(jsonread_text(buf_slice(&out), &arena, &v, &at) &&
	           slice_eq(jsonread_string(&v, "x"), hard),
	   "controls and all");
	buf_release(&out);
	arena_release(&arena);
}

int
main(void)
{
	values();
	refusals();
	round_trip();
	return tap_done();
}
