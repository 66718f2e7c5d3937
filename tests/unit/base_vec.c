/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/vec.h"

#include "tap.h"

struct pair {
	long a, b;
};

int
main(void)
{
	VEC(struct pair) v = { 0 };
	bool right = true;

	for (long i = 0; i < 1000; i++) {
		VEC_PUSH(&v, ((struct pair){ i, -i }));
		right = right && v.n <= v.cap;
	}
	is_number(v.n, 1000, "counted");
	for (long i = 0; i < 1000; i++)
		right = right && v.v[i].a == i && v.v[i].b == -i;
	ok(right, "items stay what they were while it grows");
	VEC_CLEAR(&v);
	ok(v.n == 0 && v.cap >= 1000, "cleared, and the memory kept");
	VEC_RELEASE(&v);
	ok(v.v == NULL && v.n == 0 && v.cap == 0, "released");
	VEC_RELEASE(&v);
	return tap_done();
}
