/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/err.h"
#include "base/map.h"
#include "base/sha256.h"
#include "base/vec.h"
#include "tap.h"

#include <stdint.h>
#include <string.h>

static void
buffers(void)
{
	struct buf b = { 0 };

	is(slice_from(buf_str(&b)), "", "an empty buffer is a string");
	buf_addf(&b, "%s-%d", "段", 7);
	buf_add_byte(&b, '.');
	is(buf_slice(&b), "段-7.", "added");
	buf_truncate(&b, 3);
	is(slice_from(buf_str(&b)), "段", "cut, and ended by NUL");
	for (int i = 0; i < 1000; i++)
		buf_add_str(&b, "0123456789");
	is_number(b.len, 10003, "grown");
	buf_release(&b);
	is_number(b.len, 0, "released");
	buf_release(&b);
}

static void
arenas(void)
{
	struct arena a = { 0 };
	char *first = arena_alloc(&a, 3);
	struct slice text;
	bool zero = true;

	text = arena_copy(&a, SLICE("词"));
	is(text, "词", "copied");
	ok(text.p[text.len] == '\0', "with NUL");
	memset(first, 1, 3);
	for (int i = 0; i < 10000; i++) {
		long *p = ARENA_NEW(&a, long);

		zero = zero && *p == 0 && (uintptr_t)p % _Alignof(long) == 0;
		*p = -1;
	}
	ok(zero, "zeroed and aligned");
	ok(arena_alloc(&a, (size_t)5 << 20) != NULL, "larger than a chunk");
	is(arena_printf(&a, "%s %d", "第", 5), "第 5", "printed");
	arena_clear(&a);
	is_number(a.used, 0, "cleared");
	zero = true;
	for (int i = 0; i < 1000; i++)
		zero = zero && *ARENA_NEW(&a, char) == 0;
	ok(zero, "zeroed again after clear");
	arena_release(&a);
	arena_release(&a);
}

static void
maps(void)
{
	struct arena a = { 0 };
	struct map m = { 0 };
	bool right = true;

	ok(map_find(&m, SLICE("x")) == NULL, "nothing in an empty map");
	for (long i = 0; i < 5000; i++)
		*map_at(&m, arena_printf(&a, "A/%ld", i)) = i;
	for (long i = 0; i < 5000; i++) {
		const long *found = map_find(&m, arena_printf(&a, "A/%ld", i));

		right = right && found && *found == i;
	}
	ok(right, "5,000 keys found again");
	is_number(m.n, 5000, "counted");
	ok(map_find(&m, SLICE("A/5000")) == NULL, "and no other");
	map_release(&m);
	arena_release(&a);
}

static void
errors(void)
{
	struct err err;
	char longest[3000];

	is_number(err_set(&err, STATUS_MISSING, "%s: gone", "%s：没有", "x"), STATUS_MISSING, "status");
	is(slice_from(err_words(&err, UI_EN)), "x: gone", "English words");
	is(slice_from(err_words(&err, UI_ZH)), "x：没有", "Chinese words");
	memset(longest, 0, sizeof longest);
	for (int i = 0; i < 900; i++)
		memcpy(longest + 3 * i, "段", 3);
	(void)err_set(&err, STATUS_IO, "%s", "%s", longest);
	is_number(strlen(err.words[UI_EN]) % 3, 0, "long words are cut at a character");
}

static void
remarks(void)
{
	struct arena a = { 0 };
	struct diag d;

	diag_init(&d, &a);
	for (int i = 0; i < DIAG_MAX + 5; i++)
		diag_add(&d, DIAG_NOTE, 1, 2, "line %d", "第 %d 行", i);
	is_number(d.n, DIAG_MAX, "remarks are kept up to a number");
	is_number(d.dropped, 5, "the rest is counted");
	is(slice_from(d.v[7].text[UI_ZH]), "第 7 行", "in both languages");
	is(slice_from(diag_level_name(DIAG_WARNING)), "warning", "levels have names");
	diag_release(&d);
	arena_release(&a);
}

/* Examples of FIPS 180-2, appendix B. */
static void
hashes(void)
{
	char hex[65];
	struct buf million = { 0 };

	sha256_hex(SLICE("abc"), hex);
	is(slice_from(hex), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "abc");
	sha256_hex(SLICE("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"), hex);
	is(slice_from(hex), "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
	   "two blocks");
	for (int i = 0; i < 1000000; i++)
		buf_add_byte(&million, 'a');
	sha256_hex(buf_slice(&million), hex);
	is(slice_from(hex), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
	   "a million of a");
	sha256_hex(slice_from(NULL), hex);
	is(slice_from(hex), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "nothing");
	buf_release(&million);
}

int
main(void)
{
	VEC(int) v = { 0 };

	buffers();
	arenas();
	maps();
	errors();
	remarks();
	hashes();
	for (int i = 0; i < 100; i++)
		VEC_PUSH(&v, i);
	is_number(v.v[99], 99, "vectors grow");
	VEC_RELEASE(&v);
	return tap_done();
}
