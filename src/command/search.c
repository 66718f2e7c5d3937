/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "command_priv.h"
#include "search/lookup.h"
#include "text/utf8.h"

#define LIMIT 50          /* hits printed, if nothing else is said */
#define STEP_ROWS 100000
#define SNIPPET_POINTS 40 /* of the text on either side of the first match */
#define MARKS_MOST 16

struct printer {
	const struct call *call;
	struct library *library;
	struct lookup *query;
	struct arena arena;      /* the document printed last */
	struct doc *doc;
	int64_t id;              /* of it, 0: none */
	struct library_document head;
};

/* The words around the first match; *cut says what is left out before them, in bytes. */
static struct slice
snippet_of(const struct block *b, const struct lookup_hit *hit, size_t *cut)
{
	size_t start = hit->start, end = hit->end;

	for (int n = 0; n < SNIPPET_POINTS && start > 0; n++)
		(void)utf8_prev(b->text, &start);
	for (int n = 0; n < 2 * SNIPPET_POINTS && end < b->text.len; n++)
		(void)utf8_next(b->text, &end);
	*cut = start;
	return slice_sub(b->text, start, end);
}

static void
add_reference(const struct printer *p, const struct block *b, struct buf *out)
{
	output_name(&p->head, out);
	if (b->component.len > 0)
		buf_addf(out, "!%.*s", SLICE_ARG(b->component));
	if (b->id.len > 0)
		buf_addf(out, "#%.*s", SLICE_ARG(b->id));
}

static void
add_marks(struct json *j, struct lookup *q, struct slice text)
{
	struct find_span span[MARKS_MOST];
	size_t n = lookup_marks(q, text, span, MARKS_MOST);

	json_key(j, "matches");
	json_array(j);
	for (size_t i = 0; i < n; i++) {
		json_array(j);
		json_number(j, (long)utf8_count(slice_sub(text, 0, span[i].start)));
		json_number(j, (long)utf8_count(slice_sub(text, 0, span[i].end)));
		json_array_end(j);
	}
	json_array_end(j);
}

/* Offsets count code points of the snippet. */
static void
print_json(struct printer *p, const struct block *b, const struct lookup_hit *hit)
{
	struct buf out = { 0 }, reference = { 0 };
	struct json j;
	size_t cut;
	struct slice snippet = snippet_of(b, hit, &cut);

	add_reference(p, b, &reference);
	json_init(&j, &out);
	json_object(&j);
	json_field(&j, "reference", buf_slice(&reference));
	output_known(&j, "symbol", p->head.symbol);
	output_known(&j, "language", p->head.language);
	output_known(&j, "title", p->head.title);
	output_known(&j, "id", b->id);
	output_known(&j, "component", b->component);
	output_known(&j, "label", b->label);
	json_field_number(&j, "page", (long)b->page);
	json_field(&j, "snippet", snippet);
	add_marks(&j, p->query, snippet);
	json_field_number(&j, "count", (long)hit->matches);
	json_field_number(&j, "document_hits", (long)hit->of_document);
	if (lookup_is_near(p->query)) {
		json_key(&j, "approximate");
		json_bool(&j, true);
		json_field_number(&j, "errors", (long)hit->errors);
	}
	json_object_end(&j);
	buf_add_byte(&out, '\n');
	output_text(buf_slice(&out));
	buf_release(&out);
	buf_release(&reference);
}

static void
print_line(struct printer *p, const struct block *b, const struct lookup_hit *hit)
{
	struct buf line = { 0 }, cell = { 0 };
	size_t cut;
	struct slice snippet = snippet_of(b, hit, &cut);

	add_reference(p, b, &cell);
	output_cell(&line, buf_slice(&cell));
	output_cell(&line, b->label);
	buf_clear(&cell);
	if (lookup_is_near(p->query))
		buf_addf(&cell, p->call->settings->ui == UI_ZH ? "[近似，差 %zu 字] " : "[approximate, %zu off] ",
		         hit->errors);
	buf_addf(&cell, "%s%.*s%s", cut > 0 ? "…" : "", SLICE_ARG(snippet),
	         cut + snippet.len < b->text.len ? "…" : "");
	output_cell(&line, buf_slice(&cell));
	buf_add_byte(&line, '\n');
	output_text(buf_slice(&line));
	buf_release(&line);
	buf_release(&cell);
}

static enum status
load(struct printer *p, int64_t id, struct err *err)
{
	enum status status;

	if (p->id == id)
		return STATUS_OK;
	doc_free(p->doc);
	p->doc = NULL;
	p->id = 0;
	arena_clear(&p->arena);
	status = library_get(p->library, id, &p->arena, &p->head, err);
	if (status == STATUS_OK)
		status = library_load(p->library, id, &p->doc, err);
	if (status == STATUS_OK)
		p->id = id;
	return status;
}

static enum status
print_hits(struct printer *p, struct lookup_hits hits, size_t limit, struct err *err)
{
	bool json = output_has_flag(p->call, "--json");
	enum status status = STATUS_OK;

	for (size_t i = 0; i < hits.n && i < limit && status == STATUS_OK; i++) {
		const struct lookup_hit *hit = &hits.v[i];

		status = load(p, hit->document, err);
		if (status == STATUS_OK && hit->block < p->doc->n_blocks)
			(json ? print_json : print_line)(p, doc_block(p->doc, hit->block), hit);
	}
	doc_free(p->doc);
	arena_release(&p->arena);
	return status;
}

/* How many there are, and what was looked for, for people: not among the results. */
static void
say_count(const struct call *call, struct lookup *q, struct lookup_hits hits, size_t limit)
{
	bool zh = call->settings->ui == UI_ZH;
	struct slice sounds = lookup_sounds(q);
	struct buf words = { 0 };
	size_t matches = 0;

	for (size_t i = 0; i < hits.n; i++)
		matches += hits.v[i].matches;
	if (sounds.len > 0)
		buf_addf(&words, zh ? "按读音查找：%.*s；" : "by sound: %.*s; ", SLICE_ARG(sounds));
	if (lookup_is_near(q))
		buf_add_str(&words, zh ? "没有完全相同的文字，以下为近似：" : "no exact match; approximate: ");
	if (hits.is_capped)
		buf_addf(&words, zh ? "多于 %zu 段" : "more than %zu paragraphs", hits.n);
	else
		buf_addf(&words, zh ? "%zu 段，%zu 处" : "paragraphs %zu, matches %zu", hits.n, matches);
	if (lookup_is_out_of_step(q))
		buf_add_str(&words, zh ? "；索引与文献库不符，请运行 duan check --repair"
		                       : "; the index is out of step: run duan check --repair");
	if (hits.n > limit)
		buf_addf(&words, zh ? "；列出前 %zu 段" : "; the first %zu", limit);
	output_message(buf_str(&words));
	buf_release(&words);
}

/* Notes are looked at when the query asks for them and there are any. */
static enum status
take_notes(const struct call *call, struct lookup *q, struct notes **notes, struct err *err)
{
	*notes = lookup_asks_notes(q) ? keep_written_notes(call->settings) : NULL;
	return *notes ? lookup_take_notes(q, *notes, err) : STATUS_OK;
}

static enum status
look(struct library *l, struct lookup *q, struct err *err)
{
	bool is_done = false;
	enum status status = STATUS_OK;

	while (status == STATUS_OK && !is_done)
		status = lookup_step(q, l, STEP_ROWS, &is_done, err);
	return status;
}

static enum status
options_of(const struct call *call, struct lookup_options *out, struct err *err)
{
	struct library_document held;
	struct arena arena = { 0 };
	struct reference r;
	enum status status = STATUS_OK;

	*out = (struct lookup_options){ .is_complete = call->settings->limit == 0 };
	if (call->settings->doc) {
		reference_read(call->settings->doc, &r);
		status = document_held(call, &r, &arena, &held, err);
		out->document = status == STATUS_OK ? held.id : 0;
	}
	arena_release(&arena);
	return status;
}

static int
search(const struct call *call, struct slice words)
{
	size_t limit = call->settings->limit < 0    ? LIMIT
	               : call->settings->limit == 0 ? SIZE_MAX
	                                            : (size_t)call->settings->limit;
	struct lookup_options options;
	struct lookup_hits hits = { 0 };
	struct printer p = { .call = call };
	struct lookup *q = NULL;
	struct notes *notes = NULL;
	struct err err;
	enum status status = options_of(call, &options, &err);

	if (status == STATUS_OK)
		status = lookup_new(words, options, &q, &err);
	if (status == STATUS_USAGE || status == STATUS_TOO_BIG) {
		output_error(call->settings, &err);
		return EXIT_USAGE;
	}
	if (status == STATUS_OK)
		status = shelf_open(call->settings, &p.library, &err);
	if (status == STATUS_OK)
		status = take_notes(call, q, &notes, &err);
	if (status == STATUS_OK)
		status = look(p.library, q, &err);
	if (status == STATUS_OK) {
		p.query = q;
		hits = lookup_found(q);
		status = print_hits(&p, hits, limit, &err);
	}
	if (status == STATUS_OK)
		say_count(call, q, hits, limit);
	else
		output_error(call->settings, &err);
	lookup_free(q);
	keep_close(call->settings, notes);
	return status == STATUS_OK && hits.n > 0 ? EXIT_DONE : EXIT_REFUSED;
}

int
run_search(const struct call *call)
{
	struct buf words = { 0 };
	int answer;

	if (call->words.n == 0)
		return output_usage(call->settings, "search", "names nothing to look for",
		                    "未指定要查找的内容");
	for (size_t i = 0; i < call->words.n; i++)
		buf_addf(&words, "%s%s", i > 0 ? " " : "", call->words.v[i]);
	answer = search(call, buf_slice(&words));
	buf_release(&words);
	return answer;
}
