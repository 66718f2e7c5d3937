/* SPDX-License-Identifier: ISC */
/* Notes that others hand over: what was read goes out, in and out again the same. */
#include "config.h"

#include "fuzz.h"

#include "annotation/exchange.h"

typedef void add(const struct note_list *list, struct buf *out);

static void
goes_round(const struct note_list *list, add *write, struct arena *arena)
{
	struct buf out = { 0 }, again = { 0 };
	struct note_list read;
	size_t n_left_out;

	write(list, &out);
	fuzz_check(exchange_read(buf_slice(&out), arena, &read, &n_left_out, NULL) == STATUS_OK &&
	                   n_left_out == 0,
	           "what was written is read");
	write(&read, &again);
	fuzz_check(slice_eq(buf_slice(&out), buf_slice(&again)), "and written the same");
	buf_release(&out);
	buf_release(&again);
}

void
fuzz_one(struct slice bytes)
{
	struct arena arena = { 0 };
	struct note_list list;
	struct err err;
	size_t n_left_out;

	if (exchange_read(bytes, &arena, &list, &n_left_out, &err) == STATUS_OK) {
		goes_round(&list, exchange_add_json, &arena);
		goes_round(&list, exchange_add_w3c, &arena);
	}
	arena_release(&arena);
}
