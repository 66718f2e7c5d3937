/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "command_priv.h"
#include "text/utf8.h"

#define CONTEXT_POINTS 24 /* of the text on either side of a citation, on a line for people */

static void
print_json(const struct link *link)
{
	const struct citation *c = &link->citation;
	struct buf out = { 0 };
	struct json j;

	json_init(&j, &out);
	json_object(&j);
	output_known(&j, "symbol", link->from.symbol);
	output_known(&j, "language", link->from.language);
	output_known(&j, "id", link->eid);
	output_known(&j, "component", link->component);
	output_known(&j, "label", link->label);
	output_known(&j, "paragraph", link->paragraph);
	json_field_number(&j, "start", (long)utf8_count(slice_sub(link->text, 0, c->start)));
	json_field_number(&j, "end", (long)utf8_count(slice_sub(link->text, 0, c->end)));
	json_field(&j, "text", slice_sub(link->text, c->start, c->end));
	json_field_str(&j, "kind", citation_kind_name(c->kind));
	json_field(&j, "target", link->target);
	output_known(&j, "container", c->container);
	json_field_str(&j, "confidence", citation_confidence_name(c->confidence));
	json_field(&j, "evidence", c->evidence);
	output_known(&j, "url", c->url);
	json_key(&j, "held");
	json_bool(&j, link->is_held);
	json_object_end(&j);
	buf_add_byte(&out, '\n');
	output_text(buf_slice(&out));
	buf_release(&out);
}

/* "#para_3", "!annex_1#para_3", else the label, as it can be typed. */
static void
add_place(const struct link *link, struct buf *out)
{
	struct slice eid = link->eid.len > 0 ? link->eid : link->paragraph;

	if (link->component.len > 0)
		buf_addf(out, "!%.*s", SLICE_ARG(link->component));
	if (eid.len > 0)
		buf_addf(out, "#%.*s", SLICE_ARG(eid));
}

/* The citation with some of the text around it. */
static struct slice
context_of(const struct link *link)
{
	size_t start = link->citation.start, end = link->citation.end;

	for (int n = 0; n < CONTEXT_POINTS && start > 0; n++)
		(void)utf8_prev(link->text, &start);
	for (int n = 0; n < CONTEXT_POINTS && end < link->text.len; n++)
		(void)utf8_next(link->text, &end);
	return slice_sub(link->text, start, end);
}

/* Outgoing: whether it is held, place, words, target.  Incoming: who, and the words around. */
static void
print_line(const struct link *link, bool incoming)
{
	struct buf line = { 0 }, place = { 0 };

	if (incoming)
		output_name(&link->from, &place);
	else
		output_cell(&line, link->is_held ? SLICE("+") : SLICE("-"));
	add_place(link, &place);
	output_cell(&line, buf_slice(&place));
	if (incoming)
		output_cell(&line, context_of(link));
	else
		output_cell(&line, slice_sub(link->text, link->citation.start, link->citation.end));
	output_cell(&line, link->target);
	buf_add_byte(&line, '\n');
	output_text(buf_slice(&line));
	buf_release(&line);
	buf_release(&place);
}

void
link_output(const struct links *links, bool json, bool incoming)
{
	for (size_t i = 0; i < links->n; i++)
		json ? print_json(&links->v[i]) : print_line(&links->v[i], incoming);
}
