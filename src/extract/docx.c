/* SPDX-License-Identifier: ISC */
/*
 * DOCX: which parts there are, and in which order they are read.
 */
#include "config.h"

#include "extract/reader.h"

#include "docx_priv.h"
#include "reader_priv.h"

#include <string.h>

#define HEADS_MOST 32
#define TARGETS_MOST 100000

/* ---------------------------------------------------------------- relations */

struct relations {
	struct docx *d;
	struct slice head[HEADS_MOST]; /* parts that are page heads and feet */
	size_t n_heads;
};

static void
on_relation(void *context, const char *name, const char **attributes)
{
	struct relations *r = context;
	const char *id = docx_attribute(attributes, "Id"), *type = docx_attribute(attributes, "Type");
	struct slice target = slice_from(docx_attribute(attributes, "Target"));
	struct docx *d = r->d;

	if (strcmp(name, "Relationship") != 0 || !id || !type || target.len == 0)
		return;
	if (slice_ends(slice_from(type), "/hyperlink") && d->targets.n < TARGETS_MOST) {
		VEC_PUSH(&d->targets, arena_copy(&d->arena, target));
		*map_at(&d->links, arena_copy(&d->arena, slice_from(id))) = (long)d->targets.n;
	} else if ((slice_ends(slice_from(type), "/header") || slice_ends(slice_from(type), "/footer")) &&
	           r->n_heads < HEADS_MOST) {
		r->head[r->n_heads++] = arena_copy(&d->arena, target);
	}
}

/* Targets of the part's links; relations of an earlier part are forgotten. */
static void
read_relations(struct docx *d, const char *part, struct relations *r)
{
	struct buf xml = { 0 };

	map_release(&d->links);
	VEC_CLEAR(&d->targets);
	if (docx_part(&d->archive, part, &xml))
		(void)docx_parse(buf_slice(&xml), &(struct docx_handler){ on_relation, NULL, NULL, r });
	buf_release(&xml);
}

/* --------------------------------------------------------------- properties */

struct properties {
	struct docx *d;
	bool is_symbol, in_value;
	struct buf value;
};

static void
on_property(void *context, const char *name, const char **attributes)
{
	struct properties *p = context;
	const char *of = docx_attribute(attributes, "name");

	if (strcmp(name, "property") == 0) {
		p->is_symbol = of && (strcmp(of, "Symbol1") == 0 || strcmp(of, "Symbol2") == 0);
		buf_clear(&p->value);
	}
	p->in_value = strncmp(name, "lp", 2) == 0;
}

static void
on_property_end(void *context, const char *name)
{
	struct properties *p = context;
	struct extract *out = p->d->out;
	struct slice value = slice_trim(buf_slice(&p->value));

	if (strcmp(name, "property") != 0 || !p->is_symbol || out->n_symbols >= EXTRACT_SYMBOLS_MOST)
		return;
	if (slice_ends(value, "_x000d_"))
		value.len -= strlen("_x000d_");
	if (value.len > 0 && value.len < 100)
		out->symbol[out->n_symbols++] = arena_copy(&out->arena, value);
}

static void
on_property_text(void *context, struct slice text)
{
	struct properties *p = context;

	if (p->in_value && p->value.len < 4096)
		buf_add(&p->value, text);
}

static void
read_properties(struct docx *d)
{
	struct properties p = { .d = d };
	struct buf xml = { 0 };

	if (docx_part(&d->archive, "docProps/custom.xml", &xml))
		(void)docx_parse(buf_slice(&xml), &(struct docx_handler){ on_property, on_property_end,
		                                                          on_property_text, &p });
	buf_release(&p.value);
	buf_release(&xml);
}

/* -------------------------------------------------------------------- parts */

/* The head of the first page holds the masthead. */
static bool
is_masthead(struct slice xml)
{
	static const char *const sign[] = { "Distr.", "Distr<", "Original:", "原文", "Оригинал" };

	return slice_has_one(xml, sign, sizeof sign / sizeof *sign);
}

/* Heads and feet, each once; the masthead goes first, and only one of them. */
static void
read_heads(struct docx *d, const struct relations *r)
{
	struct buf part = { 0 }, xml = { 0 };
	bool has_masthead = false;

	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < r->n_heads; i++) {
			bool masthead;

			buf_clear(&part);
			buf_addf(&part, "%s%.*s", slice_starts(r->head[i], "/") ? "" : "word/",
			         SLICE_ARG(slice_skip(r->head[i], slice_starts(r->head[i], "/"))));
			if (!docx_part(&d->archive, buf_str(&part), &xml))
				continue;
			masthead = is_masthead(buf_slice(&xml));
			if (masthead == (pass == 0) && !(masthead && has_masthead))
				(void)docx_text(d, buf_slice(&xml), masthead ? DOCX_MASTHEAD : DOCX_FURNITURE);
			has_masthead = has_masthead || masthead;
		}
	buf_release(&part);
	buf_release(&xml);
}

static void
read_notes(struct docx *d)
{
	struct relations ignored = { .d = d };
	struct buf xml = { 0 };

	read_relations(d, "word/_rels/footnotes.xml.rels", &ignored);
	if (docx_part(&d->archive, "word/footnotes.xml", &xml))
		(void)docx_text(d, buf_slice(&xml), DOCX_FOOTNOTES);
	read_relations(d, "word/_rels/endnotes.xml.rels", &ignored);
	if (docx_part(&d->archive, "word/endnotes.xml", &xml))
		(void)docx_text(d, buf_slice(&xml), DOCX_ENDNOTES);
	buf_release(&xml);
}

static void
read_all(struct docx *d)
{
	struct relations r = { .d = d };
	struct buf xml = { 0 };

	docx_styles_read(&d->styles, &d->archive);
	read_properties(d);
	read_notes(d);
	read_relations(d, "word/_rels/document.xml.rels", &r);
	if (!docx_part(&d->archive, "word/document.xml", &xml)) {
		d->out->refusal = d->archive.too_big ? EXTRACT_TOO_BIG : EXTRACT_DAMAGED;
		buf_release(&xml);
		return;
	}
	read_heads(d, &r);
	if (!docx_text(d, buf_slice(&xml), DOCX_BODY))
		d->out->refusal = EXTRACT_DAMAGED;
	buf_release(&xml);
}

void
docx_read(struct slice bytes, struct extract *out)
{
	struct docx d = { .out = out };

	if (docx_open(&d.archive, bytes))
		read_all(&d);
	else
		out->refusal = EXTRACT_DAMAGED;
	docx_close(&d.archive);
	docx_styles_release(&d.styles);
	map_release(&d.links);
	map_release(&d.notes);
	VEC_RELEASE(&d.targets);
	VEC_RELEASE(&d.note);
	arena_release(&d.arena);
}
