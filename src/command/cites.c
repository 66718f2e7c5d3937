/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cite/symbol.h"
#include "cite/target.h"
#include "command_priv.h"

/* A part of the citing document itself. */
static bool
is_own(const struct link *link)
{
	struct slice rest = link->target;
	struct target t;

	return target_next(&rest, &t) &&
	       (t.scheme == TARGET_SELF ||
	        (t.scheme == TARGET_DOC && symbol_same(t.name, link->from.symbol)));
}

static void
drop_own(struct links *links)
{
	size_t n = 0;

	for (size_t i = 0; i < links->n; i++)
		if (!is_own(&links->v[i]))
			links->v[n++] = links->v[i];
	links->n = n;
}

int
run_cites(const struct call *call)
{
	struct library_document held;
	struct links links = { 0 };
	struct arena arena = { 0 };
	struct reference r;
	struct library *l;
	struct err err;
	enum status status;

	if (call->words.n != 1)
		return output_usage(call->settings, "cites", "takes one document", "须指定一份文件");
	reference_read(call->words.v[0], &r);
	status = document_held(call, &r, &arena, &held, &err);
	if (status == STATUS_OK)
		status = shelf_open(call->settings, &l, &err);
	if (status == STATUS_OK)
		status = link_from(l, held.id, &arena, &links, &err);
	if (status != STATUS_OK)
		output_error(call->settings, &err);
	else if (!output_has_flag(call, "--all"))
		drop_own(&links);
	if (status == STATUS_OK)
		link_output(&links, output_has_flag(call, "--json"), false);
	arena_release(&arena);
	return status == STATUS_OK ? EXIT_DONE : EXIT_REFUSED;
}
