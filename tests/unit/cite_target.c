/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cite/target.h"

#include "tap.h"

static struct buf out;

/* "scheme number|name|component|place|upto|key" of every target. */
static struct slice
taken_apart(const char *text)
{
	struct slice rest = slice_from(text);
	struct target t;

	buf_clear(&out);
	while (target_next(&rest, &t)) {
		if (out.len > 0)
			buf_add_byte(&out, ' ');
		buf_addf(&out, "%d|%.*s|%.*s|%.*s|%.*s|", (int)t.scheme, SLICE_ARG(t.name),
		         SLICE_ARG(t.component), SLICE_ARG(t.place), SLICE_ARG(t.upto));
		target_key(&t, SLICE("A/1"), &out);
	}
	return buf_slice(&out);
}

int
main(void)
{
	is(taken_apart("doc:A/RES/70/1"), "0|A/RES/70/1||||doc:a/res/70/1", "a document");
	is(taken_apart("doc:A/57/465!annex_1#para_10__subpara_a"),
	           "0|A/57/465|annex_1|para_10__subpara_a||doc:a/57/465", "a place in an annex");
	is(taken_apart("doc:A/1#para_3..para_5"), "0|A/1||para_3|para_5|doc:a/1", "a range");
	is(taken_apart("doc:E/2010/27;doc:E/CN.6/2010/11"),
	           "0|E/2010/27||||doc:e/2010/27 0|E/CN.6/2010/11||||doc:e/cn.6/2010/11", "two names");
	is(taken_apart("self#fn_5"), "1|||fn_5||doc:a/1", "its own footnote");
	is(taken_apart("prev#para_1"), "2|||para_1||", "the one before has no key");
	is(taken_apart("res:CAC/COSP:7/5"), "4|CAC/COSP:7/5||||res:cac/cosp:7/5", "a resolution");
	is(taken_apart("treaty:UNFCCC!annex_1"), "3|UNFCCC|annex_1|||treaty:unfccc", "a treaty's annex");
	is(taken_apart("url:https://a.example/B#c;d"),
	           "10|https://a.example/B#c;d||||url:https://a.example/B#c;d", "an address is left alone");
	is(taken_apart("damaged:doc:A/0/1"), "11|doc:A/0/1||||", "a guess has no key");
	is(taken_apart("what"), "12|what||||", "something else");
	is(taken_apart(""), "", "nothing");

	ok(target_within(SLICE("para_3__subpara_a"), SLICE("para_3")), "below");
	ok(target_within(SLICE("para_3"), SLICE("para_3")), "equal");
	ok(!target_within(SLICE("para_31"), SLICE("para_3")), "another number");
	ok(target_within(SLICE("annex_1!para_3"), SLICE("annex_1!")), "in the annex");
	ok(!target_within(SLICE("para_3"), SLICE("annex_1!")), "not in the annex");
	ok(target_within(SLICE("para_3"), SLICE("")), "in the document");
	buf_release(&out);
	return tap_done();
}
