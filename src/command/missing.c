/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cite/address.h"
#include "command_priv.h"

static void
print_json(const struct link_missing *m, struct slice address)
{
	struct buf out = { 0 };
	struct json j;

	json_init(&j, &out);
	json_object(&j);
	json_field(&j, "target", m->target);
	output_known(&j, "container", m->container);
	json_field_number(&j, "documents", (long)m->n_documents);
	json_field_number(&j, "citations", (long)m->n_citations);
	output_known(&j, "url", address);
	json_object_end(&j);
	buf_add_byte(&out, '\n');
	output_text(buf_slice(&out));
	buf_release(&out);
}

/* Documents that cite it, citations, what, where it can be had. */
static void
print_line(const struct link_missing *m, struct slice address)
{
	struct buf line = { 0 };

	buf_addf(&line, "%zu\t%zu", m->n_documents, m->n_citations);
	output_cell(&line, m->target);
	output_cell(&line, address);
	buf_add_byte(&line, '\n');
	output_text(buf_slice(&line));
	buf_release(&line);
}

static void
print(const struct call *call, const struct link_missing *m)
{
	struct buf address = { 0 };

	if (!address_of_target(m->target, m->container, shelf_language(call->settings), &address))
		buf_add(&address, m->url);
	if (output_has_flag(call, "--json"))
		print_json(m, buf_slice(&address));
	else
		print_line(m, buf_slice(&address));
	buf_release(&address);
}

int
run_missing(const struct call *call)
{
	struct library_document held = { 0 };
	struct link_missing *missing;
	struct arena arena = { 0 };
	struct reference r;
	struct library *l;
	struct err err;
	size_t n = 0;
	enum status status = STATUS_OK;

	if (call->words.n > 1)
		return output_usage(call->settings, "missing", "takes one document", "至多指定一份文件");
	if (call->words.n == 1) {
		reference_read(call->words.v[0], &r);
		status = document_held(call, &r, &arena, &held, &err);
	}
	if (status == STATUS_OK)
		status = shelf_open(call->settings, &l, &err);
	if (status == STATUS_OK)
		status = link_missing(l, held.id, &arena, &missing, &n, &err);
	if (status != STATUS_OK)
		output_error(call->settings, &err);
	for (size_t i = 0; i < n; i++)
		print(call, &missing[i]);
	arena_release(&arena);
	return status == STATUS_OK ? EXIT_DONE : EXIT_REFUSED;
}
