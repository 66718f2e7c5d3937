/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "annotation/exchange.h"

#include "cite/address.h"
#include "exchange_priv.h"

#include <time.h>

#define AKOMA_NTOSO "http://docs.oasis-open.org/legaldocml/akn-core/v1.0"

static void
add_time(struct json *j, const char *key, long at)
{
	time_t t = (time_t)at;
	char text[32];
	struct tm tm;

	if (at == 0 || !gmtime_r(&t, &tm) || strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &tm) == 0)
		return;
	json_field_str(j, key, text);
}

/* "urn:uuid:4e854d43-ca36-e554-da35-083b3862775e" */
static void
add_id(struct json *j, struct slice id)
{
	static const size_t ends[] = { 8, 12, 16, 20, 32 };
	struct buf urn = { 0 };
	size_t at = 0;

	buf_add_str(&urn, "urn:uuid:");
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		if (i > 0)
			buf_add_byte(&urn, '-');
		buf_add(&urn, slice_sub(id, at, ends[i]));
		at = ends[i];
	}
	json_field(j, "id", buf_slice(&urn));
	buf_release(&urn);
}

static const char *
motivation_of(enum note_kind kind)
{
	static const char *const words[NOTE_KINDS] = { "commenting", "highlighting", "bookmarking",
		                                       "tagging" };

	return words[kind];
}

static void
add_body(struct json *j, struct slice value, const char *purpose)
{
	json_object(j);
	json_field_str(j, "type", "TextualBody");
	json_field(j, "value", value);
	json_field_str(j, "format", "text/plain");
	json_field_str(j, "purpose", purpose);
	json_object_end(j);
}

static void
add_bodies(struct json *j, const struct note *note)
{
	struct slice rest = note->tags, tag;

	if (note->text.len == 0 && note->tags.len == 0)
		return;
	json_key(j, "body");
	json_array(j);
	if (note->text.len > 0)
		add_body(j, note->text, note->kind == NOTE_BOOKMARK ? "bookmarking" : "commenting");
	while (note_next_tag(&rest, &tag))
		add_body(j, tag, "tagging");
	json_array_end(j);
}

/* The paragraph, and the characters within it. */
static void
add_fragment(struct json *j, const struct note *note)
{
	if (note->eid.len == 0)
		return;
	json_object(j);
	json_field_str(j, "type", "FragmentSelector");
	json_field_str(j, "conformsTo", AKOMA_NTOSO);
	json_field(j, "value", note->eid);
	if (slice_eq(note->eid, note->upto) && note->start < note->stop) {
		json_key(j, "refinedBy");
		json_object(j);
		json_field_str(j, "type", "TextPositionSelector");
		json_field_number(j, "start", note->start);
		json_field_number(j, "end", note->stop);
		json_object_end(j);
	}
	json_object_end(j);
}

static void
add_source(struct json *j, const struct note *note)
{
	struct buf iri = { 0 };

	if (slice_starts(note->document, "sha256:"))
		buf_addf(&iri, EXCHANGE_URN "%.*s", SLICE_ARG(slice_skip(note->document, 7)));
	else
		address_of_symbol(note->document, note->version, &iri);
	json_field(j, "source", buf_slice(&iri));
	buf_release(&iri);
}

static void
add_target(struct json *j, const struct note *note)
{
	json_key(j, "target");
	json_object(j);
	add_source(j, note);
	if (note->scope != NOTE_DOCUMENT) {
		json_key(j, "selector");
		json_array(j);
		add_fragment(j, note);
		json_object(j);
		json_field_str(j, "type", "TextQuoteSelector");
		json_field(j, "exact", note->quote);
		json_field(j, "prefix", note->prefix);
		json_field(j, "suffix", note->suffix);
		json_object_end(j);
		json_array_end(j);
	}
	json_object_end(j);
}

/* What the model has no words for. */
static void
add_own(struct json *j, const struct note *note)
{
	json_key(j, "duan:note");
	json_object(j);
	json_field_str(j, "kind", note_kind_name(note->kind));
	json_field(j, "document", note->document);
	json_field(j, "language", note->language);
	json_field_str(j, "scope", note_scope_name(note->scope));
	json_field(j, "version", note->version);
	json_field(j, "edition", note->edition);
	json_field(j, "eid", note->eid);
	json_field(j, "upto", note->upto);
	json_field_number(j, "block", note->block);
	json_field_number(j, "upto_block", note->upto_block);
	json_field_number(j, "start", note->start);
	json_field_number(j, "stop", note->stop);
	json_field_number(j, "rival", note->rival);
	json_field_str(j, "state", note_state_name(note->state));
	json_field_number(j, "colour", note->colour);
	json_field_number(j, "trashed", note->trashed);
	json_object_end(j);
}

static void
add_annotation(struct json *j, const struct note *note)
{
	json_object(j);
	json_field_str(j, "@context", EXCHANGE_CONTEXT);
	add_id(j, note->id);
	json_field_str(j, "type", "Annotation");
	json_field_str(j, "motivation", motivation_of(note->kind));
	add_time(j, "created", note->created);
	add_time(j, "modified", note->changed);
	add_bodies(j, note);
	add_target(j, note);
	add_own(j, note);
	json_object_end(j);
}

void
exchange_add_w3c(const struct note_list *list, struct buf *out)
{
	buf_addf(out, "{\"@context\":[\"" EXCHANGE_CONTEXT "\",{\"duan\":\"urn:duan:\"}],\"id\":\"urn:duan:notes\","
	              "\"type\":\"AnnotationCollection\",\"label\":\"duan\",\"total\":%zu,\"first\":"
	              "{\"id\":\"urn:duan:notes:1\",\"type\":\"AnnotationPage\",\"startIndex\":0,\"items\":[",
	         list->n);
	for (size_t i = 0; i < list->n; i++) {
		struct json j;

		buf_add_str(out, i > 0 ? ",\n" : "\n");
		json_init(&j, out);
		add_annotation(&j, &list->v[i]);
	}
	buf_add_str(out, "\n]}}\n");
}
