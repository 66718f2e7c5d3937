/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "command_priv.h"

static void
print_json(const struct library_document *d)
{
	struct buf out = { 0 };
	struct json j;

	json_init(&j, &out);
	json_object(&j);
	output_known(&j, "symbol", d->symbol);
	output_known(&j, "language", d->language);
	output_known(&j, "title", d->title);
	output_known(&j, "body", d->body);
	output_known(&j, "session", d->session);
	output_known(&j, "date", d->date);
	output_known(&j, "job", d->job);
	json_key(&j, "pages");
	if (d->pages > 0)
		json_number(&j, d->pages);
	else
		json_null(&j);
	json_field(&j, "format", d->format);
	json_field(&j, "sha256", d->sha256);
	json_field(&j, "name", d->name);
	output_known(&j, "path", d->path);
	json_field_number(&j, "blocks", (long)d->n_blocks);
	json_field_number(&j, "added", (long)d->added);
	json_object_end(&j);
	buf_add_byte(&out, '\n');
	output_text(buf_slice(&out));
	buf_release(&out);
}

static void
print_line(const struct library_document *d)
{
	struct buf line = { 0 }, name = { 0 };

	output_name(d, &name);
	output_cell(&line, buf_slice(&name));
	output_cell(&line, d->date);
	output_cell(&line, d->title.len > 0 ? d->title : d->name);
	buf_add_byte(&line, '\n');
	output_text(buf_slice(&line));
	buf_release(&line);
	buf_release(&name);
}

int
run_list(const struct call *call)
{
	bool json = output_has_flag(call, "--json");
	struct library_documents all = { 0 };
	struct arena arena = { 0 };
	struct library *l;
	struct err err;
	enum status status;

	if (call->words.n > 0)
		return output_usage(call->settings, "list", "takes no argument", "不带参数");
	status = shelf_open(call->settings, &l, &err);
	if (status == STATUS_OK)
		status = library_list(l, &arena, &all, &err);
	for (size_t i = 0; status == STATUS_OK && i < all.n; i++)
		json ? print_json(&all.v[i]) : print_line(&all.v[i]);
	if (status != STATUS_OK)
		output_error(call->settings, &err);
	arena_release(&arena);
	return status == STATUS_OK ? EXIT_DONE : EXIT_REFUSED;
}
