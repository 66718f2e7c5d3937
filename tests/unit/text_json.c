/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/json.h"

#include "tap.h"

static void
json(void)
{
	struct buf out = { 0 };
	struct json j;

	json_init(&j, &out);
	json_object(&j);
	json_field(&j, "a", SLICE("段\"\\\n\x1b[m\xC2\x9B\xFF"));
	json_key(&j, "b");
	json_array(&j);
	json_number(&j, -1);
	json_bool(&j, true);
	json_null(&j);
	json_array_end(&j);
	json_field(&j, "c", SLICE("\xE2\x80\xAE\xF3\xA0\x80\x81\xF0\x9F\x98"));
	json_field(&j, "d", SLICE("\xEF\xBF" "x\xEF\xBF\xBD\xEF"));
	json_object_end(&j);
	is(buf_slice(&out),
	   "{\"a\":\"段\\\"\\\\\\n\\u001b[m\\u009b\xEF\xBF\xBD\",\"b\":[-1,true,null],"
	   "\"c\":\"\\u202e\\udb40\\udc01\xEF\xBF\xBD\","
	   "\"d\":\"\xEF\xBF\xBDx\xEF\xBF\xBD\xEF\xBF\xBD\"}",
	   "nothing in JSON can act on a terminal");
	buf_release(&out);
}

static void
smuggled(void)
{
	struct buf out = { 0 };
	struct json j;

	json_init(&j, &out);
	json_string(&j, SLICE("国\xF3\xA0\x85\xA8\xEF\xB8\x8F" "a\xC2\xAD" "b"));
	is(buf_slice(&out), "\"国\\udb40\\udd68\\ufe0fa\\u00adb\"", "what is invisible is seen");
	buf_clear(&out);
	json_init(&j, &out);
	json_string(&j, SLICE("a\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81" "b\xCC\x81"));
	is(buf_slice(&out),
	   "\"a\xCC\x81\xCC\x81\xCC\x81\xCC\x81\\u0301\\u0301b\xCC\x81\"",
	   "marks do not pile up");
	buf_release(&out);
}

int
main(void)
{
	json();
	smuggled();
	return tap_done();
}
