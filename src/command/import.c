/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "annotation/exchange.h"
#include "annotation/reattach.h"
#include "base/file.h"
#include "command_priv.h"

#include <stdio.h>

static const struct words results[EXCHANGE_RESULTS] = {
	[EXCHANGE_NEW] = { { "new", "新增" } },
	[EXCHANGE_SAME] = { { "same", "已有" } },
	[EXCHANGE_CONFLICT] = { { "conflict", "冲突" } },
	[EXCHANGE_REPLACED] = { { "replaced", "替换" } },
};

struct importing {
	const struct call *call;
	struct notes *notes;
	struct arena arena; /* of one file */
	size_t count[EXCHANGE_RESULTS], n_left_out;
	size_t n_state[NOTE_STATES]; /* of what was taken in */
};

/* One object a note, or a line for each that a person may want to look at. */
static void
print_note(const struct importing *m, const struct note *note, enum exchange_result result)
{
	bool json = output_has_flag(m->call, "--json");
	struct buf out = { 0 }, reference = { 0 };
	struct json j;

	note_reference(note, &reference);
	if (json) {
		json_init(&j, &out);
		json_object(&j);
		json_field_str(&j, "result", exchange_name(result));
		json_field(&j, "reference", buf_slice(&reference));
		json_field(&j, "id", note->id);
		json_object_end(&j);
	} else {
		output_cell(&out, slice_from(words_in(results[result], m->call->settings->ui)));
		output_cell(&out, note->id);
		output_cell(&out, buf_slice(&reference));
		output_cell(&out, note->text);
	}
	buf_add_byte(&out, '\n');
	if (json || result == EXCHANGE_CONFLICT || result == EXCHANGE_REPLACED)
		output_text(buf_slice(&out));
	buf_release(&out);
	buf_release(&reference);
}

/* Notes of others say less about their place, or speak of another text of the document. */
static enum status
find_in(struct importing *m, struct library *l, struct slice document, struct err *err)
{
	struct library_documents versions;
	enum status status = library_versions(l, document, &m->arena, &versions, err);

	for (size_t i = 0; i < versions.n && status == STATUS_OK; i++) {
		struct reattach_report report = { 0 };
		struct doc *d = NULL;

		status = library_load(l, versions.v[i].id, &d, err);
		if (status == STATUS_OK)
			status = reattach_document(m->notes, d, &m->arena, &report, err);
		doc_free(d);
	}
	return status;
}

static bool
is_taken(enum exchange_result result)
{
	return result == EXCHANGE_NEW || result == EXCHANGE_REPLACED;
}

/* Each document once. */
static enum status
find_places(struct importing *m, const struct note_list *list, const struct exchange_report *r,
            struct err *err)
{
	struct slice done = slice_from(NULL);
	enum status status = STATUS_OK;
	struct library *l;

	for (size_t i = 0; i < list->n && status == STATUS_OK; i++) {
		if (!is_taken(r->result[i]) || slice_eq(list->v[i].document, done))
			continue;
		done = list->v[i].document;
		status = shelf_open(m->call->settings, &l, err);
		if (status == STATUS_OK)
			status = find_in(m, l, done, err);
	}
	return status;
}

static enum status
count_states(struct importing *m, const struct note_list *list, const struct exchange_report *r,
             struct err *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < list->n && status == STATUS_OK; i++) {
		struct note now;

		if (!is_taken(r->result[i]))
			continue;
		status = note_get(m->notes, list->v[i].id, &m->arena, &now, err);
		if (status == STATUS_OK)
			m->n_state[now.state]++;
	}
	return status;
}

static enum status
import_one(struct importing *m, const char *path, struct err *err)
{
	bool replaces = output_has_flag(m->call, "--replace");
	struct exchange_report report = { 0 };
	struct note_list list = { 0 };
	struct buf text = { 0 };
	size_t n_left_out = 0;
	enum status status = file_read(path, &text, err);

	if (status == STATUS_OK)
		status = exchange_read(buf_slice(&text), &m->arena, &list, &n_left_out, err);
	if (status == STATUS_OK)
		status = exchange_import(m->notes, &list, replaces, &m->arena, &report, err);
	for (size_t i = 0; status == STATUS_OK && i < list.n; i++)
		print_note(m, &list.v[i], report.result[i]);
	for (int i = 0; status == STATUS_OK && i < EXCHANGE_RESULTS; i++)
		m->count[i] += report.count[i];
	m->n_left_out += n_left_out;
	if (status == STATUS_OK)
		status = find_places(m, &list, &report, err);
	if (status == STATUS_OK)
		status = count_states(m, &list, &report, err);
	buf_release(&text);
	arena_clear(&m->arena);
	return status;
}

static void
add_count(struct buf *line, const char *words, size_t n, enum ui_language ui)
{
	if (n > 0)
		buf_addf(line, "%s%s %zu", line->len > 0 ? ui == UI_ZH ? "，" : ", " : "", words, n);
}

static void
print_summary(const struct importing *m)
{
	enum ui_language ui = m->call->settings->ui;
	struct buf line = { 0 };

	for (int i = 0; i < EXCHANGE_RESULTS; i++)
		add_count(&line, words_in(results[i], ui), m->count[i], ui);
	add_count(&line, words_in(WORDS("left out", "略过"), ui), m->n_left_out, ui);
	add_count(&line, words_in(reattach_words(REATTACH_CHANGED), ui), m->n_state[NOTE_CHANGED], ui);
	add_count(&line, words_in(reattach_words(REATTACH_ORPHAN), ui), m->n_state[NOTE_ORPHAN], ui);
	if (line.len == 0)
		buf_add_str(&line, words_in(WORDS("no notes", "没有批注"), ui));
	buf_add_byte(&line, '\n');
	fflush(stdout);
	if (output_has_flag(m->call, "--json"))
		fputs(line.p, stderr);
	else
		output_text(buf_slice(&line));
	buf_release(&line);
}

int
run_import(const struct call *call)
{
	struct importing m = { .call = call };
	bool is_refused = false;
	struct err err;

	if (call->words.n == 0)
		return output_usage(call->settings, "import", "names no file", "未指定文件");
	if (notes_open(call->settings->notes, &m.notes, &err) != STATUS_OK) {
		output_error(call->settings, &err);
		return EXIT_REFUSED;
	}
	for (size_t i = 0; i < call->words.n; i++)
		if (import_one(&m, call->words.v[i], &err) != STATUS_OK) {
			output_error(call->settings, &err);
			is_refused = true;
		}
	print_summary(&m);
	fflush(stdout);
	keep_close(call->settings, m.notes);
	arena_release(&m.arena);
	is_refused = is_refused || m.count[EXCHANGE_CONFLICT] > 0 || m.n_left_out > 0;
	return is_refused ? EXIT_REFUSED : EXIT_DONE;
}
