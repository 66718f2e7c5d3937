/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "store/note.h"

#include <string.h>

bool
note_next_tag(struct slice *rest, struct slice *name)
{
	while (slice_next(rest, '\n', name))
		if (name->len > 0)
			return true;
	return false;
}

/* One line without blanks around it. */
static struct slice
clean(struct slice name)
{
	size_t end = slice_find_byte(name, '\n', 0);

	return slice_trim(slice_sub(name, 0, end == SLICE_NONE ? name.len : end));
}

bool
note_has_tag(const struct note *note, struct slice name)
{
	struct slice rest = note->tags, tag;

	name = clean(name);
	while (note_next_tag(&rest, &tag))
		if (slice_eq(tag, name))
			return true;
	return false;
}

static void
add_line(struct buf *tags, struct slice name)
{
	if (tags->len == 0)
		buf_add_byte(tags, '\n');
	buf_add(tags, name);
	buf_add_byte(tags, '\n');
}

void
note_add_tag(struct note *note, struct slice name, struct arena *arena)
{
	struct slice rest = note->tags, tag;
	struct buf tags = { 0 };
	bool done = false;

	name = clean(name);
	if (name.len == 0 || note_has_tag(note, name))
		return;
	while (note_next_tag(&rest, &tag)) {
		if (!done && slice_cmp(name, tag) < 0) {
			add_line(&tags, name);
			done = true;
		}
		add_line(&tags, tag);
	}
	if (!done)
		add_line(&tags, name);
	note->tags = arena_copy(arena, buf_slice(&tags));
	buf_release(&tags);
}

void
note_drop_tag(struct note *note, struct slice name, struct arena *arena)
{
	struct slice rest = note->tags, tag;
	struct buf tags = { 0 };

	name = clean(name);
	while (note_next_tag(&rest, &tag))
		if (!slice_eq(tag, name))
			add_line(&tags, tag);
	note->tags = arena_copy(arena, buf_slice(&tags));
	buf_release(&tags);
}
