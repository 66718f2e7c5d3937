/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "command_priv.h"
#include "doc/dump.h"

#include <string.h>

enum form { FORM_TEXT, FORM_JSON, FORM_OUTLINE };

/* The last one named. */
static enum form
form_of(const struct call *call)
{
	const char *flag = call->flags.n > 0 ? call->flags.v[call->flags.n - 1] : "--text";

	if (strcmp(flag, "--json") == 0)
		return FORM_JSON;
	return strcmp(flag, "--outline") == 0 ? FORM_OUTLINE : FORM_TEXT;
}

/* The headings among the blocks from start to end. */
static void
print_outline(const struct doc *d, size_t start, size_t end, struct buf *out)
{
	struct doc part = *d;

	while (part.n_headings > 0 && part.headings[0] < start) {
		part.headings++;
		part.n_headings--;
	}
	while (part.n_headings > 0 && part.headings[part.n_headings - 1] >= end)
		part.n_headings--;
	dump_outline(&part, out);
}

static void
print(const struct doc *d, size_t start, size_t end, enum form form, enum ui_language ui)
{
	struct buf out = { 0 };

	switch (form) {
	case FORM_JSON:
		dump_json_part(d, start, end, ui, &out);
		break;
	case FORM_OUTLINE:
		print_outline(d, start, end, &out);
		break;
	case FORM_TEXT:
		dump_text_part(d, start, end, &out);
		break;
	}
	output_text(buf_slice(&out));
	buf_release(&out);
}

static int
show(const struct call *call, const char *argument, enum form form)
{
	struct slice place;
	size_t start, end;
	struct doc *d = NULL;
	struct err err;
	enum status status = document_open(call, argument, &d, &place, &err);

	if (status == STATUS_OK)
		status = document_part(d, place, &start, &end, &err);
	if (status == STATUS_OK)
		print(d, start, end, form, call->settings->ui);
	else
		output_error(call->settings, &err);
	doc_free(d);
	return status == STATUS_OK ? EXIT_DONE : EXIT_REFUSED;
}

int
show_text(const struct call *call, const char *argument)
{
	return show(call, argument, FORM_TEXT);
}

int
run_show(const struct call *call)
{
	if (call->words.n == 0)
		return output_usage(call->settings, "show", "names no document", "未指定文件");
	if (call->words.n > 1)
		return output_usage(call->settings, "show", "prints one document", "每次输出一份文件");
	return show(call, call->words.v[0], form_of(call));
}
