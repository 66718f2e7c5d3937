/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "store/note.h"

#include <string.h>

/* Members that are text or a number, in the order in which they are written. */
static const struct {
	const char *name;
	size_t at;
	bool is_text;
} members[] = {
#define TEXT(member) { #member, offsetof(struct note, member), true }
#define NUMBER(member) { #member, offsetof(struct note, member), false }
	TEXT(id),       TEXT(document), TEXT(language), TEXT(version), TEXT(edition),
	TEXT(eid),      TEXT(upto),     NUMBER(block),  NUMBER(upto_block),
	NUMBER(start),  NUMBER(stop),   TEXT(quote),    TEXT(prefix),  TEXT(suffix),
	NUMBER(rival),  TEXT(text),     NUMBER(created), NUMBER(changed),
	NUMBER(trashed),
#undef TEXT
#undef NUMBER
};
#define MEMBERS (sizeof members / sizeof *members)

static struct slice
text_of(const struct note *note, size_t member)
{
	struct slice text;

	memcpy(&text, (const char *)note + members[member].at, sizeof text);
	return text;
}

static long
number_of(const struct note *note, size_t member)
{
	long number;

	memcpy(&number, (const char *)note + members[member].at, sizeof number);
	return number;
}

void
note_write_members(struct json *j, const struct note *note)
{
	struct slice rest = note->tags, tag;

	for (size_t i = 0; i < MEMBERS; i++)
		if (members[i].is_text)
			json_field(j, members[i].name, text_of(note, i));
		else
			json_field_number(j, members[i].name, number_of(note, i));
	json_key(j, "tags");
	json_array(j);
	while (note_next_tag(&rest, &tag))
		json_string(j, tag);
	json_array_end(j);
	json_field_str(j, "kind", note_kind_name(note->kind));
	json_field_str(j, "scope", note_scope_name(note->scope));
	json_field_str(j, "state", note_state_name(note->state));
	json_field_number(j, "colour", note->colour);
}

void
note_add_json(const struct note *note, struct buf *out)
{
	struct json j;

	json_init(&j, out);
	json_object(&j);
	note_write_members(&j, note);
	json_object_end(&j);
}

bool
note_read_json(const struct jsonread *v, struct arena *arena, struct note *out)
{
	const struct jsonread *tags = jsonread_get(v, "tags");
	struct slice name;

	*out = (struct note){ .kind = NOTE_KINDS, .scope = NOTE_SCOPES, .state = NOTE_STATES };
	for (size_t i = 0; i < MEMBERS; i++) {
		struct slice text = jsonread_string(v, members[i].name);
		long number = jsonread_number(v, members[i].name);

		if (members[i].is_text)
			memcpy((char *)out + members[i].at, &text, sizeof text);
		else
			memcpy((char *)out + members[i].at, &number, sizeof number);
	}
	name = jsonread_string(v, "kind");
	for (int i = 0; i < NOTE_KINDS; i++)
		if (slice_is(name, note_kind_name((enum note_kind)i)))
			out->kind = (enum note_kind)i;
	name = jsonread_string(v, "scope");
	for (int i = 0; i < NOTE_SCOPES; i++)
		if (slice_is(name, note_scope_name((enum note_scope)i)))
			out->scope = (enum note_scope)i;
	name = jsonread_string(v, "state");
	for (int i = 0; i < NOTE_STATES; i++)
		if (slice_is(name, note_state_name((enum note_state)i)))
			out->state = (enum note_state)i;
	out->colour = (int)jsonread_number(v, "colour");
	for (const struct jsonread *tag = tags ? tags->first : NULL; tag; tag = tag->next)
		note_add_tag(out, tag->text, arena);
	return note_is_complete(out);
}

static bool
is_id(struct slice id)
{
	for (size_t i = 0; i < id.len; i++)
		if (!byte_is_digit(id.p[i]) && (id.p[i] < 'a' || id.p[i] > 'f'))
			return false;
	return id.len == NOTE_ID_LEN;
}

bool
note_is_complete(const struct note *note)
{
	return is_id(note->id) && note->document.len > 0 &&
	       note->kind < NOTE_KINDS && note->scope < NOTE_SCOPES && note->state < NOTE_STATES &&
	       note->colour >= 0 && note->colour <= NOTE_COLOURS;
}

bool
note_same(const struct note *a, const struct note *b)
{
	for (size_t i = 0; i < MEMBERS; i++) {
		if (strcmp(members[i].name, "created") == 0 || strcmp(members[i].name, "changed") == 0)
			continue;
		if (members[i].is_text ? !slice_eq(text_of(a, i), text_of(b, i))
		                       : number_of(a, i) != number_of(b, i))
			return false;
	}
	return slice_eq(a->tags, b->tags) && a->kind == b->kind && a->scope == b->scope &&
	       a->state == b->state && a->colour == b->colour;
}
