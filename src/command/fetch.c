/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "fetch_priv.h"

#include "cite/symbol.h"
#include "cite/target.h"
#include "store/fulltext.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

struct fetching {
	struct fetch_means means;
	struct arena arena; /* of the list */
	VEC(struct fetch_wanted) wanted;
	bool json, has_stopped;
	size_t n_refused, n_untried;
};

static const char *
result_of(const struct fetch_got *got, bool is_json, enum ui_language ui)
{
	return is_json ? add_result_name(got->change.what)
	               : words_in(add_result_words(got->change.what), ui);
}

static void
print_json(const struct fetching *f, const struct fetch_wanted *w, const struct fetch_got *got,
           const struct err *refused)
{
	enum ui_language ui = f->means.call->settings->ui;
	struct buf out = { 0 };
	struct json j;

	json_init(&j, &out);
	json_object(&j);
	json_field(&j, "wanted", w->symbol);
	json_field_str(&j, "result", refused ? "refused" : result_of(got, true, ui));
	output_known(&j, "symbol", got->held.symbol);
	output_known(&j, "language", got->held.language);
	output_known(&j, "title", got->held.title);
	output_known(&j, "sha256", got->held.sha256);
	json_field_number(&j, "blocks", (long)got->held.n_blocks);
	json_field_number(&j, "lit", (long)got->change.lit);
	output_known(&j, "url", got->address);
	output_known(&j, "missing", got->missing);
	json_field_str(&j, "error", refused ? err_words(refused, ui) : NULL);
	json_object_end(&j);
	buf_add_byte(&out, '\n');
	output_text(buf_slice(&out));
	buf_release(&out);
}

/* "new<TAB>A/70/1@en<TAB>title", and in which languages there was none. */
static void
print_line(const struct fetching *f, const struct fetch_got *got)
{
	enum ui_language ui = f->means.call->settings->ui;
	struct buf line = { 0 }, name = { 0 };

	output_name(&got->held, &name);
	output_cell(&line, slice_from(result_of(got, false, ui)));
	output_cell(&line, buf_slice(&name));
	output_cell(&line, got->held.title.len > 0 ? got->held.title : got->held.name);
	if (got->change.lit > 0)
		buf_addf(&line, ui == UI_ZH ? "\t%zu 处引用现可打开" : "\t%zu citations lead here now",
		         got->change.lit);
	if (got->missing.len > 0)
		buf_addf(&line, ui == UI_ZH ? "\t没有可用的 %.*s 文本" : "\tnot to be had in %.*s",
		         SLICE_ARG(got->missing));
	buf_add_byte(&line, '\n');
	output_text(buf_slice(&line));
	buf_release(&line);
	buf_release(&name);
}

/* After a failure on the way there the rest would only fail too. */
static void
fetch_one(struct fetching *f, const struct fetch_wanted *w)
{
	struct arena arena = { 0 };
	struct fetch_got got;
	struct err err;
	enum status status = fetch_get(&f->means, w, &arena, &got, &err);

	if (status != STATUS_OK) {
		f->n_refused++;
		f->has_stopped = status != STATUS_MISSING && status != STATUS_UNREADABLE &&
		                 status != STATUS_TOO_BIG;
	}
	if (f->json)
		print_json(f, w, &got, status == STATUS_OK ? NULL : &err);
	else if (status != STATUS_OK)
		output_error(f->means.call->settings, &err);
	else
		print_line(f, &got);
	fflush(stdout);
	arena_release(&arena);
}

static void
fetch_all(struct fetching *f)
{
	struct err err;

	for (size_t i = 0; i < f->wanted.n; i++) {
		if (f->has_stopped || fetch_is_interrupted())
			f->n_untried++;
		else
			fetch_one(f, &f->wanted.v[i]);
	}
	if (fulltext_settle(f->means.library, &err) != STATUS_OK)
		output_error(f->means.call->settings, &err);
	if (f->n_untried > 0) {
		(void)!err_set(&err, STATUS_CANCELLED, "%zu more not tried", "另有 %zu 份未处理", f->n_untried);
		output_error(f->means.call->settings, &err);
	}
}

static void
add_symbol(struct fetching *f, struct slice symbol, struct slice language)
{
	struct buf key = { 0 }, name = { 0 };

	symbol_key(symbol, &key);
	symbol_capitals(buf_slice(&key), &name);
	VEC_PUSH(&f->wanted, ((struct fetch_wanted){ arena_copy(&f->arena, buf_slice(&name)), language }));
	buf_release(&key);
	buf_release(&name);
}

/* What a call names. */
static enum status
list_named(struct fetching *f, const struct call *call, struct err *err)
{
	for (size_t i = 0; i < call->words.n; i++) {
		struct reference r;

		reference_read(call->words.v[i], &r);
		if (!reference_is_symbol(&r) || slice_starts(r.name, "sha256:") || r.is_file)
			return err_set(err, STATUS_USAGE, "%s: is no document symbol such as A/70/1 or A/70/1@fr",
			               "%s：不是文号，应如 A/70/1 或 A/70/1@fr", call->words.v[i]);
		add_symbol(f, r.name, r.language);
	}
	return STATUS_OK;
}

/* Whatever the library's documents cite and it does not hold; of a resolution the report. */
static enum status
list_missing(struct fetching *f, const struct call *call, struct err *err)
{
	struct library_document held = { 0 };
	struct link_missing *missing;
	struct reference r;
	size_t n = 0;
	enum status status = STATUS_OK;

	if (call->words.n == 1) {
		reference_read(call->words.v[0], &r);
		status = document_held(call, &r, &f->arena, &held, err);
	}
	if (status == STATUS_OK)
		status = link_missing(f->means.library, held.id, &f->arena, &missing, &n, err);
	for (size_t i = 0; status == STATUS_OK && i < n; i++) {
		struct slice rest = missing[i].target;
		struct target t;
		bool is_doc = target_next(&rest, &t) && t.scheme == TARGET_DOC;
		long limit = call->settings->limit;

		if ((is_doc || missing[i].container.len > 0) &&
		    (limit <= 0 || f->wanted.n < (size_t)limit))
			add_symbol(f, is_doc ? t.name : missing[i].container, SLICE(""));
	}
	return status;
}

static enum status
prepare(struct fetching *f, const struct call *call, struct err *err)
{
	enum status status = STATUS_OK;

	f->means.call = call;
	f->json = output_has_flag(call, "--json");
	f->means.shows_progress = isatty(STDERR_FILENO);
	if (!output_has_flag(call, "--missing"))
		status = list_named(f, call, err);
	if (status == STATUS_OK)
		status = shelf_open(call->settings, &f->means.library, err);
	if (status == STATUS_OK && !library_may_write(f->means.library))
		return err_set(err, STATUS_DENIED, "%s: may only be read; nothing can be added to it",
		               "%s：只能读取，不能添加文件", library_name(f->means.library));
	if (status == STATUS_OK && output_has_flag(call, "--missing"))
		status = list_missing(f, call, err);
	return status;
}

int
run_fetch(const struct call *call)
{
	bool missing = output_has_flag(call, "--missing");
	struct fetching f = { .has_stopped = false };
	sigset_t interrupt;
	struct err err;
	enum status status;

	if (call->words.n == 0 && !missing)
		return output_usage(call->settings, "fetch", "names no document", "未指定文件");
	if (call->words.n > 1 && missing)
		return output_usage(call->settings, "fetch --missing", "takes one document", "至多指定一份文件");
	status = prepare(&f, call, &err);
	if (status == STATUS_OK) {
		sigemptyset(&interrupt);
		sigaddset(&interrupt, SIGINT);
		sigprocmask(SIG_BLOCK, &interrupt, NULL);
		f.means.notes = keep_written_notes(call->settings);
		fetch_all(&f);
		keep_close(call->settings, f.means.notes);
	} else {
		output_error(call->settings, &err);
	}
	VEC_RELEASE(&f.wanted);
	arena_release(&f.arena);
	if (status == STATUS_USAGE)
		return EXIT_USAGE;
	return status != STATUS_OK || f.n_refused > 0 || f.n_untried > 0 ? EXIT_REFUSED : EXIT_DONE;
}
