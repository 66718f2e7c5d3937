/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "command_priv.h"

static const struct words relations[LINK_RELATIONS] = {
	[LINK_LANGUAGE] = { { "language", "语文本" } },  [LINK_PARENT] = { { "parent", "正文" } },
	[LINK_REVISION] = { { "revision", "修订" } },    [LINK_CORRIGENDUM] = { { "corrigendum", "更正" } },
	[LINK_ADDENDUM] = { { "addendum", "增编" } },    [LINK_DRAFT] = { { "draft", "草稿" } },
	[LINK_FINAL] = { { "final text", "定稿" } },     [LINK_EARLIER] = { { "earlier version", "先前版本" } },
};

static void
print_json(const struct link_relative *r)
{
	struct buf out = { 0 };
	struct json j;

	json_init(&j, &out);
	json_object(&j);
	json_field_str(&j, "relation", link_relation_name(r->relation));
	output_known(&j, "symbol", r->document.symbol);
	output_known(&j, "language", r->document.language);
	output_known(&j, "title", r->document.title);
	json_key(&j, "held");
	json_bool(&j, r->document.id != 0);
	json_object_end(&j);
	buf_add_byte(&out, '\n');
	output_text(buf_slice(&out));
	buf_release(&out);
}

/* Whether it is held, how it is related, what it is. */
static void
print_line(const struct link_relative *r, enum ui_language ui)
{
	struct buf line = { 0 }, name = { 0 };

	output_name(&r->document, &name);
	output_cell(&line, r->document.id ? SLICE("+") : SLICE("-"));
	output_cell(&line, slice_from(words_in(relations[r->relation], ui)));
	output_cell(&line, buf_slice(&name));
	output_cell(&line, r->document.title);
	buf_add_byte(&line, '\n');
	output_text(buf_slice(&line));
	buf_release(&line);
	buf_release(&name);
}

/* The symbol asked for: that of a file, or as it is typed; it need not be held. */
static enum status
read_symbol(const struct call *call, struct arena *arena, struct slice *symbol, struct err *err)
{
	struct library_document held;
	struct reference r;
	enum status status;

	reference_read(call->words.v[0], &r);
	*symbol = r.name;
	if (!r.is_file && reference_is_symbol(&r) && !slice_starts(r.name, "sha256:"))
		return STATUS_OK;
	status = document_held(call, &r, arena, &held, err);
	if (status == STATUS_OK)
		*symbol = held.symbol;
	return status;
}

int
run_family(const struct call *call)
{
	struct link_relative *relatives;
	struct arena arena = { 0 };
	struct slice symbol;
	struct library *l;
	struct err err;
	size_t n = 0;
	enum status status;

	if (call->words.n != 1)
		return output_usage(call->settings, "family", "takes one document", "须指定一份文件");
	status = read_symbol(call, &arena, &symbol, &err);
	if (status == STATUS_OK)
		status = shelf_open(call->settings, &l, &err);
	if (status == STATUS_OK && symbol.len > 0)
		status = link_family(l, symbol, shelf_language(call->settings), &arena, &relatives, &n, &err);
	if (status != STATUS_OK)
		output_error(call->settings, &err);
	for (size_t i = 0; i < n; i++)
		if (output_has_flag(call, "--json"))
			print_json(&relatives[i]);
		else
			print_line(&relatives[i], call->settings->ui);
	arena_release(&arena);
	return status == STATUS_OK ? EXIT_DONE : EXIT_REFUSED;
}
