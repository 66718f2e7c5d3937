/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/sha256.h"

#include <stdint.h>
#include <string.h>

/* FIPS 180-4, 4.2.2: first 32 bits of the fractional parts of the cube roots of the first primes. */
static const uint32_t round_constant[64] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2
};

static uint32_t
rotate(uint32_t x, int n)
{
	return x >> n | x << (32 - n);
}

/* One round, with the variables a to h of the standard; those that it changes by address. */
static inline void
step(uint32_t a, uint32_t b, uint32_t c, uint32_t *d, uint32_t e, uint32_t f, uint32_t g,
     uint32_t *h, uint32_t more)
{
	uint32_t t1 = *h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + (g ^ (e & (f ^ g))) + more;

	*d += t1;
	*h = t1 + (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) | (c & (a | b)));
}

static void
take_block(uint32_t state[8], const unsigned char *p)
{
	uint32_t w[64], v[8];

	for (int i = 0; i < 16; i++)
		w[i] = (uint32_t)p[4 * i] << 24 | (uint32_t)p[4 * i + 1] << 16 |
		       (uint32_t)p[4 * i + 2] << 8 | p[4 * i + 3];
	for (int i = 16; i < 64; i++) {
		uint32_t a = w[i - 15], b = w[i - 2];

		w[i] = w[i - 16] + (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) + w[i - 7] +
		       (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
	}
	memcpy(v, state, sizeof v);
	/* Nothing is shifted: each round finds the variables one place further on. */
	for (int i = 0; i < 64; i += 8) {
		step(v[0], v[1], v[2], &v[3], v[4], v[5], v[6], &v[7], round_constant[i] + w[i]);
		step(v[7], v[0], v[1], &v[2], v[3], v[4], v[5], &v[6], round_constant[i + 1] + w[i + 1]);
		step(v[6], v[7], v[0], &v[1], v[2], v[3], v[4], &v[5], round_constant[i + 2] + w[i + 2]);
		step(v[5], v[6], v[7], &v[0], v[1], v[2], v[3], &v[4], round_constant[i + 3] + w[i + 3]);
		step(v[4], v[5], v[6], &v[7], v[0], v[1], v[2], &v[3], round_constant[i + 4] + w[i + 4]);
		step(v[3], v[4], v[5], &v[6], v[7], v[0], v[1], &v[2], round_constant[i + 5] + w[i + 5]);
		step(v[2], v[3], v[4], &v[5], v[6], v[7], v[0], &v[1], round_constant[i + 6] + w[i + 6]);
		step(v[1], v[2], v[3], &v[4], v[5], v[6], v[7], &v[0], round_constant[i + 7] + w[i + 7]);
	}
	for (int i = 0; i < 8; i++)
		state[i] += v[i];
}

void
sha256_hex(struct slice content, char hex[65])
{
	static const char digit[] = "0123456789abcdef";
	uint32_t state[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
		              0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
	const unsigned char *p = (const unsigned char *)content.p;
	unsigned char tail[128] = { 0 };
	size_t left = content.len, tail_len;
	uint64_t bits = (uint64_t)content.len * 8;

	for (; left >= 64; left -= 64, p += 64)
		take_block(state, p);
	if (left > 0)
		memcpy(tail, p, left);
	tail[left] = 0x80;
	tail_len = left < 56 ? 64 : 128;
	for (int i = 0; i < 8; i++)
		tail[tail_len - 1 - (size_t)i] = (unsigned char)(bits >> (8 * i));
	for (size_t at = 0; at < tail_len; at += 64)
		take_block(state, tail + at);
	for (int i = 0; i < 64; i++)
		hex[i] = digit[state[i / 8] >> (28 - 4 * (i % 8)) & 15];
	hex[64] = '\0';
}
