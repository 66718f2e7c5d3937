/* SPDX-License-Identifier: ISC */
/*
 * Thousands of invented texts and needles: what is found must be what folding everything and
 * comparing byte by byte finds.
 */
#include "config.h"

#include "search/find.h"

#include "tap.h"
#include "text/searchfold.h"

#include <stdint.h>
#include <string.h>

#define ROUNDS 20000
#define SPANS 64

static const char *const pieces[] = {
	"败", "敗", "腐", "防", "預", "预", "的", "国", "國", "a", "A", "ａ", "á", "e\xCC\x81", "é", "ß", "s",
	"㈱", "株", "(", "（", ")", "…", ".", "。", "/", "／", " ", "　", "\n", "\xC2\xAD", "1", "１", "①",
	"½", "⺠", "民", "й", "и", "ﷺ", "ﻻ", "ل", "ا", "ـ", "ُ", "\xEF\xB8\x8F", "\xF0\xAF\xA0\x80", "㎞", "k",
};
#define PIECES (sizeof pieces / sizeof *pieces)

struct random {
	uint64_t state;
};

static size_t
random_below(struct random *r, size_t n)
{
	r->state ^= r->state << 13;
	r->state ^= r->state >> 7;
	r->state ^= r->state << 17;
	return (size_t)(r->state >> 11) % n;
}

/* Texts of few kinds of pieces hold many near matches. */
static void
invent(struct random *r, struct buf *text, size_t length)
{
	size_t kinds = 1 + random_below(r, 6), kind[6];

	buf_clear(text);
	for (size_t i = 0; i < kinds; i++)
		kind[i] = random_below(r, PIECES);
	for (size_t i = 0; i < length; i++)
		buf_add_str(text, pieces[random_below(r, 8) ? kind[random_below(r, kinds)]
		                                            : random_below(r, PIECES)]);
}

static size_t
char_length(struct slice s, size_t at)
{
	size_t end = at;

	utf8_next(s, &end);
	return end - at;
}

/* The whole text folded, then compared at every byte. */
static size_t
find_plainly(struct slice text, struct slice typed, struct find_span *out)
{
	struct searchfold f = { 0 };
	struct buf needle = { 0 };
	size_t n = 0, least = 0;

	searchfold_add(&needle, typed);
	searchfold_text(&f, text, 0, SIZE_MAX);
	for (size_t i = 0; needle.len > 0 && i + needle.len <= f.text.len && n < SPANS; i++) {
		size_t last = i + needle.len - 1;

		if (f.start[i] < least || memcmp(f.text.p + i, needle.p, needle.len) != 0)
			continue;
		out[n].start = f.start[i];
		out[n].end = least = f.start[last] + char_length(text, f.start[last]);
		n++;
	}
	searchfold_release(&f);
	buf_release(&needle);
	return n;
}

static bool
same(const struct find_span *a, size_t n, const struct find_span *b, size_t m)
{
	for (size_t i = 0; i < n && i < m; i++)
		if (a[i].start != b[i].start || a[i].end != b[i].end)
			return false;
	return n == m;
}

/* One by one, as a reader goes from hit to hit. */
static size_t
find_singly(struct find *f, struct slice text, struct find_span *out)
{
	size_t n = 0;

	while (n < SPANS && find_in(f, text, n ? out[n - 1].end : 0, &out[n], 1) == 1)
		n++;
	return n;
}

int
main(void)
{
	struct random r = { 88172645463325252u };
	struct buf text = { 0 }, typed = { 0 };
	int wrong = 0, hits = 0;

	for (int i = 0; i < ROUNDS && wrong < 3; i++) {
		struct find_span all[SPANS], single[SPANS], plain[SPANS];
		size_t n_all, n_single, n_plain, from, length;
		struct find *f;

		invent(&r, &text, random_below(&r, i % 50 ? 40 : 6000));
		length = 1 + random_below(&r, 6);
		if (random_below(&r, 2) && text.len > 0) { /* a part of the text itself */
			from = random_below(&r, text.len);
			while (from > 0 && ((unsigned char)text.p[from] & 0xC0) == 0x80)
				from--;
			buf_clear(&typed);
			buf_add(&typed, slice_sub(buf_slice(&text), from,
			                          from + char_length(buf_slice(&text), from)));
		} else {
			invent(&r, &typed, length);
		}
		if (find_new(buf_slice(&typed), FIND_FOLDED, FIND_SILENT, &f, NULL) != STATUS_OK)
			continue;
		n_all = find_in(f, buf_slice(&text), 0, all, SPANS);
		n_single = find_singly(f, buf_slice(&text), single);
		n_plain = find_plainly(buf_slice(&text), buf_slice(&typed), plain);
		hits += n_plain > 0;
		if (!same(all, n_all, plain, n_plain) || !same(single, n_single, plain, n_plain)) {
			ok(false, "round %d: \"%s\" in \"%.300s\": %zu, singly %zu, plainly %zu", i,
			   buf_str(&typed), buf_str(&text), n_all, n_single, n_plain);
			wrong++;
		}
		find_free(f);
	}
	ok(wrong == 0, "%d rounds, found in %d", ROUNDS, hits);
	ok(hits > ROUNDS / 10, "in enough of them to tell");
	buf_release(&text);
	buf_release(&typed);
	return tap_done();
}
