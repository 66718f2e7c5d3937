/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "annotation/exchange.h"

#include "base/sha256.h"
#include "cite/symbol.h"
#include "exchange_priv.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static bool
is_hex(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!byte_is_digit(s.p[i]) && (s.p[i] < 'a' || s.p[i] > 'f'))
			return false;
	return true;
}

/* The digits of a UUID; of any other IRI its hash, so that it is the same note the next time. */
static struct slice
read_id(struct slice iri, struct arena *arena)
{
	struct buf digits = { 0 };
	struct slice id;
	char hex[65];

	for (size_t i = slice_starts(iri, "urn:uuid:") ? 9 : iri.len; i < iri.len; i++)
		if (iri.p[i] != '-')
			buf_add_byte(&digits, byte_to_lower(iri.p[i]));
	if (digits.len != NOTE_ID_LEN || !is_hex(buf_slice(&digits))) {
		sha256_hex(iri, hex);
		buf_clear(&digits);
		buf_add(&digits, slice_of(hex, NOTE_ID_LEN));
	}
	id = arena_copy(arena, buf_slice(&digits));
	buf_release(&digits);
	return id;
}

/* "2026-11-26T00:21:16Z" and offsets from it; 0 if it is not of that form. */
static long
read_time(struct slice text)
{
	struct tm tm = { 0 };
	int at = 0, hours = 0, minutes = 0;
	char copy[64], sign = 'Z', *rest;

	snprintf(copy, sizeof copy, "%.*s", SLICE_ARG(text));
	if (sscanf(copy, "%d-%d-%dT%d:%d:%d%n", &tm.tm_year, &tm.tm_mon, &tm.tm_mday, &tm.tm_hour,
	           &tm.tm_min, &tm.tm_sec, &at) != 6)
		return 0;
	rest = copy + at;
	rest += *rest == '.' ? 1 + strspn(rest + 1, "0123456789") : 0;
	if (sscanf(rest, "%c%d:%d", &sign, &hours, &minutes) == 3 && sign != 'Z') {
		tm.tm_hour += sign == '+' ? -hours : hours;
		tm.tm_min += sign == '+' ? -minutes : minutes;
	}
	tm.tm_year -= 1900;
	tm.tm_mon -= 1;
	return (long)timegm(&tm);
}

static bool
is_purpose(const struct jsonread *body, const char *purpose)
{
	return slice_is(jsonread_string(body, "purpose"), purpose);
}

static void
read_body(const struct jsonread *body, struct arena *arena, struct note *note)
{
	struct slice value = body->type == JSONREAD_STRING ? body->text : jsonread_string(body, "value");

	if (is_purpose(body, "tagging"))
		note_add_tag(note, value, arena);
	else if (note->text.len == 0)
		note->text = value;
	else
		note->text = arena_printf(arena, "%.*s\n%.*s", SLICE_ARG(note->text), SLICE_ARG(value));
}

/* One, or an array of them. */
static const struct jsonread *
first_of(const struct jsonread *v)
{
	return v && v->type == JSONREAD_ARRAY ? v->first : v;
}

static const struct jsonread *
next_of(const struct jsonread *list, const struct jsonread *v)
{
	return list->type == JSONREAD_ARRAY ? v->next : NULL;
}

static void
read_bodies(const struct jsonread *v, struct arena *arena, struct note *note)
{
	const struct jsonread *list = jsonread_get(v, "body");

	note->text = jsonread_string(v, "bodyValue");
	note->tags = SLICE("");
	for (const struct jsonread *b = first_of(list); b; b = next_of(list, b))
		read_body(b, arena, note);
}

static void
read_selectors(const struct jsonread *target, struct note *note)
{
	const struct jsonread *list = jsonread_get(target, "selector");

	for (const struct jsonread *s = first_of(list); s; s = next_of(list, s)) {
		struct slice type = jsonread_string(s, "type");

		if (slice_is(type, "TextQuoteSelector")) {
			note->quote = jsonread_string(s, "exact");
			note->prefix = jsonread_string(s, "prefix");
			note->suffix = jsonread_string(s, "suffix");
		} else if (slice_is(type, "FragmentSelector")) {
			note->eid = note->upto = jsonread_string(s, "value");
		}
	}
}

/* By the address of the document, or by the hash of its file. */
static struct slice
read_document(const struct jsonread *target, struct arena *arena)
{
	struct slice source = target->type == JSONREAD_STRING ? target->text
	                                                      : jsonread_string(target, "source");
	struct buf symbol = { 0 };
	struct slice document = slice_from(NULL);

	if (source.len == 0)
		source = jsonread_string(target, "id");
	if (slice_starts(source, EXCHANGE_URN))
		return arena_printf(arena, "sha256:%.*s", SLICE_ARG(slice_skip(source, strlen(EXCHANGE_URN))));
	if (symbol_from_url(source, &symbol))
		document = arena_copy(arena, buf_slice(&symbol));
	buf_release(&symbol);
	return document;
}

static enum note_kind
read_kind(const struct jsonread *v, const struct note *note)
{
	struct slice motivation = jsonread_string(v, "motivation");

	if (slice_is(motivation, "bookmarking"))
		return NOTE_BOOKMARK;
	if (note->text.len > 0)
		return NOTE_TEXT;
	return note->tags.len > 0 ? NOTE_TAG : NOTE_HIGHLIGHT;
}

/* Others say less: where it belongs is looked for when the text is at hand. */
static void
read_foreign(const struct jsonread *v, const struct jsonread *target, struct arena *arena,
             struct note *note)
{
	*note = (struct note){ .rival = -1, .document = read_document(target, arena) };
	read_bodies(v, arena, note);
	read_selectors(target, note);
	note->kind = read_kind(v, note);
	note->colour = note->kind == NOTE_HIGHLIGHT;
	note->scope = note->quote.len > 0 ? NOTE_WORDS : note->eid.len > 0 ? NOTE_PARAGRAPH : NOTE_DOCUMENT;
	note->state = note->scope == NOTE_DOCUMENT ? NOTE_ATTACHED : NOTE_ORPHAN;
}

bool
exchange_read_w3c(const struct jsonread *v, struct arena *arena, struct note *out)
{
	const struct jsonread *own = jsonread_get(v, "duan:note"), *target = jsonread_get(v, "target");

	target = first_of(target);
	if (!target)
		return false;
	if (own) {
		(void)note_read_json(own, arena, out);
		read_bodies(v, arena, out);
		read_selectors(target, out);
		out->eid = jsonread_string(own, "eid");
		out->upto = jsonread_string(own, "upto");
	} else {
		read_foreign(v, target, arena, out);
	}
	out->id = read_id(jsonread_string(v, "id"), arena);
	out->created = read_time(jsonread_string(v, "created"));
	out->changed = read_time(jsonread_string(v, "modified"));
	return note_is_complete(out);
}
