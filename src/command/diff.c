/* SPDX-License-Identifier: ISC */
/*
 * Exit codes are those of diff(1): 0 the same, 1 it differs, 2 trouble.
 */
#include "config.h"

#include "compare/parallel.h"
#include "compare/version.h"
#include "diff_priv.h"

static enum status
open_part(const struct call *call, const char *argument, struct doc **doc, struct part *out,
          struct err *err)
{
	struct slice place;
	enum status status = document_open(call, argument, doc, &place, err);

	if (status != STATUS_OK)
		return status;
	out->doc = *doc;
	return document_part(*doc, place, &out->start, &out->end, err);
}

/* One whose language is not known is a version of the other. */
static bool
are_languages(const struct doc *left, const struct doc *right)
{
	return left->language.len > 0 && right->language.len > 0 &&
	       !slice_eq(left->language, right->language);
}

static void
print_map(const struct alignment *a, bool as_json)
{
	struct arena arena = { 0 };
	struct renumbering *list;
	size_t n = version_renumbering(a, &arena, &list);

	for (size_t i = 0; i < n; i++) {
		struct buf line = { 0 };
		struct json j;

		if (as_json) {
			json_init(&j, &line);
			json_object(&j);
			output_known(&j, "from", list[i].from);
			output_known(&j, "to", list[i].to);
			json_object_end(&j);
		} else {
			output_cell(&line, list[i].from.len > 0 ? list[i].from : SLICE("-"));
			output_cell(&line, list[i].to.len > 0 ? list[i].to : SLICE("-"));
		}
		buf_add_byte(&line, '\n');
		output_text(buf_slice(&line));
		buf_release(&line);
	}
	arena_release(&arena);
}

static int
compare(const struct call *call, struct part left, struct part right)
{
	struct alignment a = { 0 };
	struct diff d = { .alignment = &a, .ui = call->settings->ui };
	bool is_same;

	d.is_parallel = are_languages(left.doc, right.doc);
	if (d.is_parallel)
		parallel_align(left, right, &a);
	else
		version_align(left, right, &a);
	if (output_has_flag(call, "--map"))
		print_map(&a, output_has_flag(call, "--json"));
	else if (output_has_flag(call, "--json"))
		diff_output_json(&d);
	else
		diff_output_text(&d);
	is_same = alignment_change(&a, 0, true) == SLICE_NONE;
	alignment_release(&a);
	return is_same ? EXIT_DONE : EXIT_REFUSED;
}

int
run_diff(const struct call *call)
{
	struct doc *doc[SIDES] = { NULL, NULL };
	struct part part[SIDES];
	struct err err;
	enum status status = STATUS_OK;
	int answer = EXIT_USAGE;

	if (call->words.n != SIDES)
		return output_usage(call->settings, "diff", "takes two documents", "须指定两份文件");
	for (int side = 0; side < SIDES && status == STATUS_OK; side++)
		status = open_part(call, call->words.v[side], &doc[side], &part[side], &err);
	if (status == STATUS_OK)
		answer = compare(call, part[SIDE_LEFT], part[SIDE_RIGHT]);
	else
		output_error(call->settings, &err);
	doc_free(doc[SIDE_LEFT]);
	doc_free(doc[SIDE_RIGHT]);
	return answer;
}
