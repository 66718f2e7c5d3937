/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/sentence.h"

#include "base/buf.h"
#include "tap.h"

/* The sentences of a text with '|' between them, forwards and backwards. */
static void
divides(const char *text, const char *wanted)
{
	struct slice s = slice_from(text);
	struct buf out = { 0 };
	size_t n = 0, back = 0;

	for (size_t at = 0; at < s.len; n++) {
		size_t next = sentence_next(s, at);

		if (at > 0)
			buf_add_byte(&out, '|');
		buf_add(&out, slice_sub(s, at, next));
		at = next;
	}
	is(buf_slice(&out), wanted, "%s", wanted);
	for (size_t at = s.len; at > 0; back++)
		at = sentence_before(s, at);
	is_number(back, n, "as many from behind");
	buf_release(&out);
}

int
main(void)
{
	struct buf far = { 0 };

	divides("缔约国会议审议了报告。会议注意到建议！还有吗？", "缔约国会议审议了报告。|会议注意到建议！|还有吗？");
	divides("“一句。”另一句。", "“一句。”|另一句。");
	divides("One is here. Another follows.", "One is here. |Another follows.");
	divides("See para. 3 of the report. Paras. 4 and 5 too.",
	        "See para. 3 of the report. |Paras. 4 and 5 too.");
	divides("Mr. A. Smith spoke. He left.", "Mr. A. Smith spoke. |He left.");
	divides("It cost 3.5 million. Then more.", "It cost 3.5 million. |Then more.");
	divides("There were many cases. 12 were new.", "There were many cases. 12 were new.");
	divides("", "");
	for (int i = 0; i < 500; i++)
		buf_add_str(&far, "水和土地，");
	buf_add_str(&far, "完。又一句。");
	is_number(sentence_next(buf_slice(&far), 10), far.len - 12, "a long one is one");
	is_number(sentence_before(buf_slice(&far), far.len - 12), 0, "to its start");
	buf_release(&far);
	return tap_done();
}
