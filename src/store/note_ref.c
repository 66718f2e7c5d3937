/* SPDX-License-Identifier: ISC */
/*
 * What a note speaks of, by symbol and place.
 */
#include "config.h"

#include "store/note.h"

#include "cite/symbol.h"

static bool
is_place_char(char c)
{
	return byte_is_alnum(c) || c == '_' || c == '.' || c == '-';
}

/* "@en" behind a symbol. */
static size_t
language_end(struct slice text, size_t at)
{
	bool has = at + 2 < text.len && text.p[at] == '@' && byte_is_alpha(text.p[at + 1]) &&
	           byte_is_alpha(text.p[at + 2]) && (at + 3 == text.len || !byte_is_alnum(text.p[at + 3]));

	return has ? at + 3 : at;
}

/* "#12", "#para_3", "!annex_1#para_3" behind a symbol, as places are filed; gives where it ends. */
static size_t
read_place(struct slice text, size_t at, struct buf *place)
{
	size_t end = at, number;

	if (at < text.len && text.p[at] == '!') {
		for (end = at + 1; end < text.len && is_place_char(text.p[end]);)
			end++;
		buf_add(place, slice_sub(text, at + 1, end));
		buf_add_byte(place, '!');
		at = end;
	}
	if (at >= text.len || text.p[at] != '#')
		return at;
	for (end = ++at; end < text.len && is_place_char(text.p[end]);)
		end++;
	while (end > at && (text.p[end - 1] == '.' || text.p[end - 1] == '-'))
		end--; /* of the sentence, not of the place */
	for (number = at; number < end && byte_is_digit(text.p[number]);)
		number++;
	if (number == end && end > at)
		buf_add_str(place, "para_");
	buf_add(place, slice_sub(text, at, end));
	return end;
}

bool
note_next_ref(struct slice text, struct note_ref *ref)
{
	struct symbol_span span = { 0 };
	size_t end;

	if (!symbol_find(text, ref->end, &span)) {
		buf_release(&ref->place);
		return false;
	}
	end = language_end(text, span.end);
	ref->start = span.start;
	ref->symbol = slice_sub(text, span.start, span.end);
	ref->language = slice_sub(text, end > span.end ? span.end + 1 : end, end);
	buf_clear(&ref->place);
	ref->end = read_place(text, end, &ref->place);
	return true;
}
