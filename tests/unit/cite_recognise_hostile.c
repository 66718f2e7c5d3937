/* SPDX-License-Identifier: ISC */
/*
 * Text that is cut anywhere, spliced and damaged: what the recogniser gives stays in order and within
 * the text.  The numbers are drawn from a fixed seed; with sanitizers it finds reads outside.
 */
#include "config.h"

#include "cite/recognise.h"
#include "tap.h"

#include <stdlib.h>
#include <string.h>

#define ROUNDS 4000
#define TEXT_MAX 400

static const char *const pieces[] = {
	"大会第72/194、73/174和75/291号决议，以及安全理事会第2133 (2014)号决议附件一和二，第3(a)(ii)段",
	"第 7/5 号\n\n决议；第七届会议；议程\n\n项目 4；临时议程*项目83",
	"《联合国反腐败公约》（下称《公约》）第六十三条第四款第（五）项；本条第一项(丑)款",
	"A/79/6 (Sect. 12)/Add.1-3 and Corr.1, paras. 3-5, 7 (b) and 9 above; ibid., annex II",
	"CAT/C/SR.2109–CAT/C/SR.2206; E/C.12/75/D/106/2019, 107/2019; E/2010/27-E/CN.6/2010/11*",
	"resolutions 3411 A and B (XXX), S-10/2 and ES-10/13; decision 1/CP.21, annex, paragraph 2 (a)",
	"подпункт (a) пункта 4 статьи 63 Конвенции; резолюции Совета Безопасности 1325 (2000)",
	"l'alinéa e) du paragraphe 4 de l'article 63 de la Convention (ci-après « la Convention »)",
	"وقرارات الجمعية العامة 46/182 و 60/124، المرفق الأول، الفقرة 4 (أ)، 2200 ألف (د - 21)",
	"https://undocs.org/zh/A/70/1) SC/15874 PRST/22/1 決議案一五一四(十五) С EDAW/C/GEO/4-5 GE.17-12345(C)",
	"General Assembly resolutions and decisions\n61/263 Strengthened\n79/254; 80/238 Justice\n1502 (2003)",
	"《大会正式记录，第七十三届会议，补编第12号》(A/73/12)；第36号一般性意见；第2703/2015号来文",
	"(arts. 4, para. 2 (b), and 12, para. 5) paragraphs 16.45 and X.12 of that resolution \b\0\xE2\x80",
};
#define PIECES (sizeof pieces / sizeof *pieces)

static unsigned long
draw(unsigned long *state, unsigned long below)
{
	*state = *state * 6364136223846793005ul + 1442695040888963407ul;
	return (*state >> 33) % below;
}

/* Parts of two pieces one after the other, now and then with a byte that is another. */
static size_t
compose(unsigned long *state, char *text)
{
	size_t n = 0;

	for (int part = 0; part < 2; part++) {
		const char *piece = pieces[draw(state, PIECES)];
		size_t len = strlen(piece), from = draw(state, len), most = draw(state, len - from + 1);

		if (n + most > TEXT_MAX)
			most = TEXT_MAX - n;
		memcpy(text + n, piece + from, most);
		n += most;
	}
	for (unsigned long hits = draw(state, 4); hits > 0 && n > 0; hits--)
		text[draw(state, n)] = (char)draw(state, 256);
	return n;
}

static bool
is_sound(const struct citation *v, size_t n, size_t len)
{
	size_t end = 0;

	for (size_t i = 0; i < n; i++) {
		if (v[i].start < end || v[i].end <= v[i].start || v[i].end > len || v[i].target.len == 0)
			return false;
		end = v[i].end;
	}
	return true;
}

int
main(void)
{
	static const struct cite_context context = { .root = { "CAC/COSP", 8 }, .session = { "8", 1 },
		                                     .self = { "CAC/COSP/2019/9", 15 } };
	struct recogniser *r = recogniser_new(&context);
	unsigned long state = 2019;
	size_t unsound = 0;

	for (int round = 0; round < ROUNDS; round++) {
		char *text = malloc(TEXT_MAX), *exact;
		size_t n = compose(&state, text), count;
		struct arena arena = { 0 };
		struct citation *v;
		struct buf target = { 0 };

		exact = malloc(n > 0 ? n : 1); /* nothing readable behind the end of the text */
		memcpy(exact, text, n);
		free(text);
		count = recognise(r, slice_of(exact, n), (enum stretch)draw(&state, 5), &arena, &v);
		unsound += !is_sound(v, count, n);
		recognise_holding(slice_of(exact, n), &context, &target);
		buf_release(&target);
		arena_release(&arena);
		free(exact);
	}
	ok(unsound == 0, "%d texts: citations in order, within the text", ROUNDS);
	recogniser_free(r);
	return tap_done();
}
