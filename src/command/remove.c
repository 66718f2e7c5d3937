/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "command_priv.h"

static enum status
remove_one(const struct call *call, const char *argument, struct err *err)
{
	struct library_document held;
	struct arena arena = { 0 };
	struct reference r;
	struct library *l;
	enum status status;

	reference_read(argument, &r);
	if (r.place.len > 0)
		return err_set(err, STATUS_USAGE, "%s: only whole documents are removed",
		               "%s：只能移除整份文件", argument);
	status = document_held(call, &r, &arena, &held, err);
	if (status == STATUS_OK)
		status = shelf_open(call->settings, &l, err);
	if (status == STATUS_OK)
		status = library_remove(l, held.id, err);
	arena_release(&arena);
	return status;
}

int
run_remove(const struct call *call)
{
	int answer = EXIT_DONE;
	struct err err;

	if (call->words.n == 0)
		return output_usage(call->settings, "remove", "names no document", "未指定文件");
	for (size_t i = 0; i < call->words.n; i++)
		if (remove_one(call, call->words.v[i], &err) != STATUS_OK) {
			output_error(call->settings, &err);
			answer = EXIT_REFUSED;
		}
	return answer;
}
