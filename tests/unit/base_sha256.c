/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/sha256.h"

#include "base/buf.h"
#include "tap.h"

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
	hashes();
	return tap_done();
}
