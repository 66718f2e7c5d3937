/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "doc/dump.h"

#include "text/json.h"
#include "text/width.h"

/* Unknown is null. */
static void
known(struct json *j, const char *key, struct slice value)
{
	json_key(j, key);
	if (value.len > 0)
		json_string(j, value);
	else
		json_null(j);
}

static void
known_number(struct json *j, const char *key, uint32_t n)
{
	json_key(j, key);
	if (n > 0)
		json_number(j, n);
	else
		json_null(j);
}

/* `at` counts code points: the citation's offsets are asked in rising order. */
struct counter {
	struct slice text;
	size_t byte, points;
};

static long
points_at(struct counter *c, size_t byte)
{
	if (byte < c->byte)
		*c = (struct counter){ .text = c->text };
	c->points += utf8_count(slice_sub(c->text, c->byte, byte));
	c->byte = byte;
	return (long)c->points;
}

static void
citation(struct json *j, const struct citation *c, struct slice text, long start, long end)
{
	json_object(j);
	json_field_number(j, "start", start);
	json_field_number(j, "end", end);
	json_field(j, "text", slice_sub(text, c->start, c->end));
	json_field_str(j, "kind", citation_kind_name(c->kind));
	json_field(j, "target", c->target);
	if (c->container.len > 0)
		json_field(j, "container", c->container);
	json_field_str(j, "confidence", citation_confidence_name(c->confidence));
	json_field(j, "evidence", c->evidence);
	known(j, "url", c->url);
	json_object_end(j);
}

static void
block(struct json *j, const struct block *b)
{
	struct counter at = { .text = b->text };

	json_object(j);
	known(j, "id", b->id);
	json_field_str(j, "kind", block_kind_name(b->kind));
	json_field_number(j, "level", b->level);
	known(j, "label", b->label);
	if (b->number > 0)
		json_field_number(j, "number", b->number);
	known(j, "component", b->component);
	known_number(j, "page", b->page);
	known_number(j, "line", b->source_line);
	json_field(j, "text", b->text);
	json_key(j, "citations");
	json_array(j);
	for (size_t i = 0; i < b->n_citations; i++) {
		const struct citation *c = &b->citations[i];
		long start = points_at(&at, c->start);

		citation(j, c, b->text, start, points_at(&at, c->end));
	}
	json_array_end(j);
	json_object_end(j);
}

static void
remark(struct json *j, const struct remark *r, enum ui_language language)
{
	json_object(j);
	known_number(j, "page", r->page);
	known_number(j, "line", r->line);
	json_field_str(j, "level", diag_level_name(r->level));
	json_field_str(j, "text", r->text[language]);
	json_object_end(j);
}

static void
head(struct json *j, const struct doc *d)
{
	known(j, "symbol", d->n_symbols > 0 ? d->symbols[0] : slice_from(NULL));
	json_key(j, "symbols");
	json_array(j);
	for (size_t i = 0; i < d->n_symbols; i++)
		json_string(j, d->symbols[i]);
	json_array_end(j);
	known(j, "language", d->language);
	known(j, "title", d->title);
	known(j, "body", d->body);
	known(j, "session", d->session);
	known(j, "date", d->date);
	known(j, "job", d->job);
	known_number(j, "pages", d->pages);
	json_field(j, "format", d->format);
	json_field_str(j, "sha256", d->sha256);
	json_field(j, "name", d->name);
}

void
dump_citation(const struct citation *c, struct slice text, long start, long end, struct buf *out)
{
	struct json j;

	json_init(&j, out);
	citation(&j, c, text, start, end);
	buf_add_byte(out, '\n');
}

void
dump_json(const struct doc *d, enum ui_language remarks, struct buf *out)
{
	dump_json_part(d, 0, d->n_blocks, remarks, out);
}

void
dump_json_part(const struct doc *d, size_t start, size_t end, enum ui_language remarks,
               struct buf *out)
{
	struct json j;

	json_init(&j, out);
	json_object(&j);
	head(&j, d);
	json_key(&j, "blocks");
	json_array(&j);
	for (size_t i = start; i < end; i++)
		block(&j, doc_block(d, i));
	json_array_end(&j);
	json_key(&j, "remarks");
	json_array(&j);
	for (size_t i = 0; i < d->diag.n; i++)
		remark(&j, &d->diag.v[i], remarks);
	json_array_end(&j);
	json_object_end(&j);
	buf_add_byte(out, '\n');
}

void
dump_block_text(const struct block *b, struct buf *out)
{
	width_clean(b->label, false, out);
	buf_add_byte(out, '\t');
	width_clean(b->text, b->kind == BLOCK_TABLE, out);
	buf_add_byte(out, '\n');
}

void
dump_text(const struct doc *d, struct buf *out)
{
	dump_text_part(d, 0, d->n_blocks, out);
}

void
dump_text_part(const struct doc *d, size_t start, size_t end, struct buf *out)
{
	for (size_t i = start; i < end; i++)
		dump_block_text(doc_block(d, i), out);
}

void
dump_outline(const struct doc *d, struct buf *out)
{
	for (size_t i = 0; i < d->n_headings; i++) {
		const struct block *b = doc_block(d, d->headings[i]);

		for (int level = 1; level < b->level; level++)
			buf_add_str(out, "  ");
		width_clean(b->label, false, out);
		if (b->label.len > 0)
			buf_add_byte(out, ' ');
		width_clean(b->text, false, out);
		buf_add_byte(out, '\t');
		if (b->component.len > 0)
			buf_addf(out, "!%.*s", SLICE_ARG(b->component));
		buf_addf(out, "#%.*s\n", SLICE_ARG(b->id));
	}
}
