/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/file.h"
#include "cite/recognise.h"
#include "command_priv.h"
#include "doc/dump.h"
#include "text/utf8.h"
#include "text/width.h"

#include <string.h>

#define FLUSH_BYTES ((size_t)1 << 16)

/* "root=A;session=58": what a document would say of itself.  Other keys are passed over. */
static void
read_context(struct slice words, struct cite_context *context)
{
	const struct {
		const char *name;
		struct slice *value;
	} keys[] = { { "root", &context->root },       { "session", &context->session },
		     { "treaty", &context->treaty },   { "body", &context->body },
		     { "self", &context->self },       { "prev", &context->prev } };
	struct slice field;

	while (slice_next(&words, ';', &field)) {
		size_t equals = slice_find_byte(field, '=', 0);
		struct slice name = slice_trim(slice_sub(field, 0, equals)), value;

		if (equals == SLICE_NONE)
			continue;
		value = slice_trim(slice_skip(field, equals + 1));
		for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
			if (slice_is(name, keys[i].name))
				*keys[i].value = value;
		if (slice_is(name, "verbatim"))
			context->verbatim = slice_is(value, "1");
	}
	if (slice_is(context->root, "none"))
		context->root = slice_from(NULL);
}

/* start-end, kind, confidence, target, text: one line. */
static void
print_line(struct buf *out, const struct citation *c, struct slice text, long start, long end)
{
	struct buf clean = { 0 };

	width_clean(slice_sub(text, c->start, c->end), false, &clean);
	buf_addf(out, "%ld-%ld\t%s\t%s\t", start, end, citation_kind_name(c->kind),
	         citation_confidence_name(c->confidence));
	width_clean(c->target, false, out);
	buf_addf(out, "\t%s", buf_str(&clean));
	if (c->container.len > 0)
		buf_addf(out, "\t%.*s", SLICE_ARG(c->container));
	buf_add_byte(out, '\n');
	buf_release(&clean);
}

static void
print(struct slice text, const struct citation *v, size_t n, bool json)
{
	struct buf out = { 0 };
	size_t byte = 0;
	long points = 0;

	for (size_t i = 0; i < n; i++) {
		long start = points + (long)utf8_count(slice_sub(text, byte, v[i].start));

		points = start + (long)utf8_count(slice_sub(text, v[i].start, v[i].end));
		byte = v[i].end;
		if (json)
			dump_citation(&v[i], text, start, points, &out);
		else
			print_line(&out, &v[i], text, start, points);
		if (out.len > FLUSH_BYTES) {
			output_text(buf_slice(&out));
			buf_clear(&out);
		}
	}
	output_text(buf_slice(&out));
	buf_release(&out);
}

int
run_scan(const struct call *call)
{
	struct cite_context context = { 0 };
	struct buf text = { 0 };
	struct err err;
	enum status status;

	if (call->words.n > 0)
		return output_usage(call->settings, "scan", "reads standard input", "从标准输入读取");
	read_context(slice_from(call->settings->context), &context);
	status = file_read("-", &text, &err);
	if (status == STATUS_OK) {
		struct recogniser *r = recogniser_new(&context);
		struct arena arena = { 0 };
		struct citation *v;
		size_t n = recognise(r, buf_slice(&text), STRETCH_TEXT, &arena, &v);

		print(buf_slice(&text), v, n, call->flags.n > 0);
		recogniser_free(r);
		arena_release(&arena);
	} else {
		output_error(call->settings, &err);
	}
	buf_release(&text);
	return status == STATUS_OK ? EXIT_DONE : EXIT_REFUSED;
}
