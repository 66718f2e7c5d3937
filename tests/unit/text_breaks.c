/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "text/breaks.h"

#include "base/buf.h"
#include "tap.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

/* The text with | where a line may be broken and + where the house forbids what Unicode allows. */
static void
mark_breaks(struct breaks *b, struct slice text, struct buf *out)
{
	buf_clear(out);
	breaks_set(b, text);
	for (size_t i = 0; i < text.len; i++) {
		enum breaks_kind kind = i > 0 ? breaks_at(b, i) : BREAKS_NONE;

		if (kind != BREAKS_NONE)
			buf_add_byte(out, kind == BREAKS_ALLOWED ? '|' : '+');
		buf_add_byte(out, text.p[i]);
	}
}

static void
rules(void)
{
	static const char *const marked[] = {
		"通|过|的|第 +7/5 +号|决|议|第 +12(a)+段",
		"第 +12 +(a) +段|和|第 +12+（b）+（ii）+项|第+1+款",
		"第+十+七+段|第+一+百+二+十+三+条|第+二+十+个",
		"二+〇+一+九+年+十+二+月+十+八+日|通|过",
		"第 +1514+（XV）+号|决|议",
		"于 |2019 +年 +12 +月 +18 +日|星|期|三",
		"2019+年+12+月+18+日|至|20+日",
		"100 +多+个|缔|约|国 |2.5 +亿+美+元",
		"3 +000 +万+欧+元|和 |5 +％ |12 +小+时",
		"第+一+部+分|通|过",
		"议|程|项|目 +4 |附|件+二",
		"on |18 +December +2019 |and |December +18, +2019",
		"about |5 +per +cent |and |$1.2 +million |or |US$ +5 +billion",
		"No. +5 |para. +12 |Paragraph +12 +(a) |and |Article +6 +(1) |of",
		"le |18 +décembre +2019, |5 +pour +cent |de |5 |maisons",
		"el |18 +de +diciembre +de +2019 |el |5 +por +ciento",
		"18 +декабря +2019 +года |и |5 +процентов |п. +12",
		"في |18 +كانون +الأول/|ديسمبر +2019",
		"水……|和+——|是|的 |A +— |B",
		"“预|防”|的|（第 +5 +段）|《公|约》，|在",
		"25 +161.2 |dollars |in |2019 |(the |first)",
		"",
	};
	struct breaks *b = breaks_new();
	struct buf plain = { 0 }, out = { 0 };

	for (size_t i = 0; i < sizeof marked / sizeof *marked; i++) {
		buf_clear(&plain);
		for (const char *p = marked[i]; *p; p++)
			if (*p != '|' && *p != '+')
				buf_add_byte(&plain, *p);
		mark_breaks(b, buf_slice(&plain), &out);
		is(buf_slice(&out), marked[i], "%s", buf_str(&plain));
	}
	buf_release(&plain);
	buf_release(&out);
	breaks_free(b);
}

static void
searching(void)
{
	struct breaks *b = breaks_new();

	breaks_set(b, SLICE("通过的第 6/2 号决议"));
	is_number(breaks_before(b, 19, 0), 9, "the last good one before a place");
	is_number(breaks_before_vetoed(b, 19, 0), 17, "the last one of any kind");
	is_number(breaks_before(b, 5, 3), 0, "none in between");
	is_number(breaks_before(b, 99, 0), 26, "from beyond the end");
	ok(breaks_forbids_start(0xFF0C) && breaks_forbids_end(0xFF08), "， and （");
	ok(breaks_may_hang(0x3002) && !breaks_may_hang(0x201D), "。 may hang, ” may not");
	breaks_free(b);
	breaks_free(NULL);
}

static void
repeat(struct buf *out, const char *unit, size_t len)
{
	buf_clear(out);
	while (out->len < len)
		buf_add_str(out, unit);
}

/* Whatever window a question falls into, the answer is that of one pass over the whole text. */
static void
windows(const char *unit, size_t number)
{
	struct buf text = { 0 };
	UErrorCode code = U_ZERO_ERROR;
	UText utext = UTEXT_INITIALIZER;
	UBreakIterator *whole = ubrk_open(UBRK_LINE, "zh@lb=strict", NULL, 0, &code);
	struct breaks *b = breaks_new();
	long differ = 0;

	repeat(&text, unit, 4000);
	utext_openUTF8(&utext, text.p, (int64_t)text.len, &code);
	ubrk_setUText(whole, &utext, &code);
	breaks_set(b, buf_slice(&text));
	/* Up and down in leaps, so that windows are made in both directions. */
	for (size_t i = 1; i < text.len; i++) {
		size_t at = i * 1999 % text.len;

		if (at > 0 && (breaks_at(b, at) != BREAKS_NONE) != ubrk_isBoundary(whole, (int32_t)at))
			differ++;
	}
	is_number(differ, 0, "the same as in one pass: text %zu", number);
	utext_close(&utext);
	ubrk_close(whole);
	breaks_free(b);
	buf_release(&text);
}

/* Lines of 80 bytes of a long text; would take minutes if a question cost the whole text. */
static void
long_text(const char *unit, size_t number)
{
	struct buf text = { 0 };
	struct breaks *b = breaks_new();
	size_t lines = 0;

	repeat(&text, unit, 400000);
	breaks_set(b, buf_slice(&text));
	for (size_t at = 0; at + 80 < text.len; lines++) {
		size_t next = breaks_before(b, at + 80, at);

		if (next <= at)
			next = breaks_before_vetoed(b, at + 80, at);
		at = next > at ? next : at + 80;
	}
	ok(lines > 0, "text %zu: %zu lines", number, lines);
	breaks_free(b);
	buf_release(&text);
}

int
main(void)
{
	static const char *const unit[] = {
		"The Conference, at its sixth session, adopted 5 decisions (see annex). ",
		"缔约国会议第 7/5 号决议（2019 年 12 月 18 日）；“预防”……",
		"Конференция в решении 6/2 постановила. ",
		"مؤتمر الدول الأطراف، في دورته السادسة. ",
		"line\nline two\n\n",
		"5 ",
	};
	static const char *const odd[] = { "ก", "🇦", "\xFF", "5 　", " 　", "é", "\xCC\x81", "段5", "(" };

	rules();
	searching();
	for (size_t i = 0; i < sizeof unit / sizeof *unit; i++)
		windows(unit[i], i);
	for (size_t i = 0; i < sizeof unit / sizeof *unit; i++)
		long_text(unit[i], i);
	for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
		long_text(odd[i], i);
	return tap_done();
}
