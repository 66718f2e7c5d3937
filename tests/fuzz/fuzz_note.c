/* SPDX-License-Identifier: ISC */
/* JSON as others write it, read as values and as a note, and written again. */
#include "config.h"

#include "fuzz.h"

#include "base/arena.h"
#include "store/note.h"
#include "text/jsonread.h"
#include "text/utf8.h"

void
fuzz_one(struct slice bytes)
{
	struct arena arena = { 0 };
	struct buf text = { 0 }, out = { 0 };
	struct jsonread value;
	struct note note;
	size_t at;

	utf8_repair(bytes, &text);
	if (jsonread_text(buf_slice(&text), &arena, &value, &at) && note_read_json(&value, &arena, &note)) {
		struct note again;

		note_add_json(&note, &out);
		fuzz_check(jsonread_text(buf_slice(&out), &arena, &value, &at) &&
		                   note_read_json(&value, &arena, &again) && note_same(&note, &again),
		           "a note that was written is read as the same");
	}
	buf_release(&out);
	buf_release(&text);
	arena_release(&arena);
}
