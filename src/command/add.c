/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "annotation/reattach.h"
#include "base/clock.h"
#include "base/file.h"
#include "base/sha256.h"
#include "command_priv.h"
#include "extract/sniff.h"
#include "import/import.h"
#include "queue_priv.h"
#include "store/fulltext.h"
#include "text/width.h"

#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PROGRESS_MS 500 /* between two lines of it */
#define RESULTS 6
#define REFUSED 4 /* behind those of enum library_added */
#define UNTRIED 5 /* after the library has refused to take any more, or somebody has */

static const struct {
	const char *name;
	struct words words;
} results[RESULTS] = {
	[LIBRARY_NEW] = { "new", { { "new", "新增" } } },
	[LIBRARY_SAME] = { "same", { { "same", "未变" } } },
	[LIBRARY_REPLACED] = { "replaced", { { "replaced", "替换" } } },
	[LIBRARY_KEPT] = { "kept", { { "kept the other", "保留原有" } } },
	[REFUSED] = { "refused", { { "refused", "未收" } } },
	[UNTRIED] = { "untried", { { "not tried", "未处理" } } },
};

const char *
add_result_name(enum library_added what)
{
	return results[what].name;
}

struct words
add_result_words(enum library_added what)
{
	return results[what].words;
}

static const struct {
	const char *name;
	struct words words;
} reasons[] = {
	[LIBRARY_NO_RIVAL] = { NULL, { { "", "" } } },
	[LIBRARY_BY_NAME] = { "name", { { " (named after the document)", "（文件名即文号）" } } },
	[LIBRARY_BY_LENGTH] = { "length", { { " (more text)", "（文字较多）" } } },
	[LIBRARY_BY_HASH] = { "hash", { { " (as much text; either would do)", "（文字一样多，取其一）" } } },
};

struct adding {
	const struct call *call;
	struct library *library;
	struct notes *notes; /* NULL: there are none or they cannot be read, or nothing was added yet */
	bool has_looked;     /* for notes */
	bool json;
	enum { PROGRESS_NONE, PROGRESS_OVER, PROGRESS_LINES } progress; /* written over; a line each time */
	long told_ms; /* when the last line was */
	bool has_stopped; /* the library takes nothing more */
	size_t n[RESULTS], lit, bytes;
	struct queue queue;
	size_t total; /* files there are; counted only for who looks on */
	long start_ms;
};

/* One document, as it is reported. */
struct report {
	const char *path;
	int result;
	struct library_document held;
	struct library_change change;
	struct reattach_report notes; /* what became of those on it */
	struct err err;
};

static void
write_notes(struct json *j, const struct reattach_report *notes)
{
	json_key(j, "notes");
	json_object(j);
	for (int i = 0; i < REATTACH_RESULTS; i++)
		json_field_number(j, reattach_name((enum reattach_result)i), (long)notes->count[i]);
	json_object_end(j);
}

/* "notes: same 12, orphan 1". */
static void
add_notes(const struct reattach_report *notes, enum ui_language ui, struct buf *line)
{
	const char *before = words_in(WORDS("\tnotes: ", "\t批注："), ui);

	for (int i = 0; i < REATTACH_RESULTS; i++) {
		if (notes->count[i] == 0)
			continue;
		buf_addf(line, "%s%s %zu", before, words_in(reattach_words((enum reattach_result)i), ui),
		         notes->count[i]);
		before = words_in(WORDS(", ", "，"), ui);
	}
}

static void
print_json(const struct adding *a, const struct report *r)
{
	struct buf out = { 0 };
	struct json j;

	json_init(&j, &out);
	json_object(&j);
	json_field_str(&j, "path", r->path);
	json_field_str(&j, "result", results[r->result].name);
	output_known(&j, "symbol", r->held.symbol);
	output_known(&j, "language", r->held.language);
	output_known(&j, "title", r->held.title);
	output_known(&j, "sha256", r->held.sha256);
	json_field_number(&j, "blocks", (long)r->held.n_blocks);
	json_field_number(&j, "lit", (long)r->change.lit);
	output_known(&j, "rival", r->change.rival);
	json_field_str(&j, "reason", reasons[r->change.reason].name);
	if (r->notes.n > 0)
		write_notes(&j, &r->notes);
	json_field_str(&j, "error",
	               r->result == REFUSED ? err_words(&r->err, a->call->settings->ui) : NULL);
	json_object_end(&j);
	buf_add_byte(&out, '\n');
	output_text(buf_slice(&out));
	buf_release(&out);
}

/* Which of two files stands for the document, and why. */
static void
add_rival(const struct library_change *change, bool kept, enum ui_language ui, struct buf *line)
{
	const char *words = kept ? ui == UI_ZH ? "库中已有：" : "held already: "
	                    : ui == UI_ZH ? "取代："
	                                  : "takes the place of ";

	buf_addf(line, "\t%s", words);
	width_clean(change->rival, false, line);
	buf_add_str(line, words_in(reasons[change->reason].words, ui));
}

/* "new<TAB>A/70/1@zh<TAB>title", and what else there is to say. */
static void
print_line(const struct adding *a, const struct report *r)
{
	enum ui_language ui = a->call->settings->ui;
	struct buf line = { 0 }, name = { 0 };

	output_name(&r->held, &name);
	output_cell(&line, slice_from(words_in(results[r->result].words, ui)));
	output_cell(&line, buf_slice(&name));
	output_cell(&line, r->held.title.len > 0 ? r->held.title : r->held.name);
	if (r->change.lit > 0)
		buf_addf(&line, ui == UI_ZH ? "\t%zu 处引用现可打开" : "\t%zu citations lead here now",
		         r->change.lit);
	if (r->change.rival.len > 0)
		add_rival(&r->change, r->result == LIBRARY_KEPT, ui, &line);
	add_notes(&r->notes, ui, &line);
	buf_add_byte(&line, '\n');
	output_text(buf_slice(&line));
	buf_release(&line);
	buf_release(&name);
}

/* Interrupting waits for the document at hand: what was added stays, the rest is untried. */
static bool
is_interrupted(void)
{
	sigset_t pending;

	return sigpending(&pending) == 0 && sigismember(&pending, SIGINT) == 1;
}

static double
seconds_of(const struct adding *a)
{
	return (double)(clock_ms() - a->start_ms) / 1000;
}

/* Done, of how many, how fast, how long it will take. */
static void
add_progress(const struct adding *a, struct buf *line)
{
	bool zh = a->call->settings->ui == UI_ZH;
	double seconds = seconds_of(a), rate, left;
	size_t n = 0;

	for (int i = 0; i < RESULTS; i++)
		n += a->n[i];
	rate = seconds > 0 ? (double)n / seconds : 0;
	left = rate > 0 && a->total > n ? (double)(a->total - n) / rate : 0;
	buf_addf(line,
	         zh ? "%zu/%zu 份，未收 %zu 份，每秒 %.1f 份，剩余 %.0f 秒"
	            : "%zu of %zu, refused %zu, %.1f a second, %.0f s left",
	         n, a->total, a->n[REFUSED], rate, left);
}

/* On a terminal a line that is written over; for a program that listens a line, and not too many. */
static void
show_progress(struct adding *a)
{
	struct buf line = { 0 };

	if (a->progress == PROGRESS_NONE ||
	    (a->progress == PROGRESS_LINES && a->told_ms > 0 && clock_ms() - a->told_ms < PROGRESS_MS))
		return;
	add_progress(a, &line);
	if (a->progress == PROGRESS_OVER) {
		fprintf(stderr, "\r%s   ", buf_str(&line));
	} else {
		buf_add_byte(&line, '\n');
		output_text(buf_slice(&line));
		fflush(stdout);
		a->told_ms = clock_ms();
	}
	buf_release(&line);
}

static void
report(struct adding *a, const struct report *r)
{
	a->n[r->result]++;
	a->lit += r->change.lit;
	if (a->json)
		print_json(a, r);
	else if (r->result == REFUSED)
		output_error(a->call->settings, &r->err);
	else if (a->progress != PROGRESS_LINES)
		print_line(a, r);
	show_progress(a);
}

/* What another importer will read some day; as text it would be rubbish. */
static enum status
refuse_format(const char *path, struct slice bytes, struct err *err)
{
	static const char *const unread[SNIFF_FORMATS] = {
		[SNIFF_WORD] = "Word", [SNIFF_RTF] = "RTF", [SNIFF_XML] = "XML", [SNIFF_ZIP] = "ZIP",
	};
	const char *format = unread[sniff_bytes(bytes)];

	if (!format)
		return STATUS_OK;
	return err_set(err, STATUS_UNREADABLE, "%s: %s is not read yet; save it as PDF, DOCX or text first",
	               "%s：尚不能读 %s 文件，请先另存为 PDF、DOCX 或文本", path, format);
}

/* The import knows but the name of what it was given; among many files it takes the path to find
 * one. */
static void
name_path(struct report *r, struct slice name)
{
	for (int i = 0; i < UI_LANGUAGES; i++) {
		struct buf words = { 0 };

		if (!slice_eq(slice_sub(slice_from(r->err.words[i]), 0, name.len), name))
			continue;
		buf_add_str(&words, r->path);
		buf_add_str(&words, r->err.words[i] + name.len);
		snprintf(r->err.words[i], ERR_WORDS_MAX, "%s", words.p);
		buf_release(&words);
	}
}

/* Notes on what was there before are looked for in the new text.  A failure hinders nothing and is
 * said once: they stay as they are, and are looked for when the document is opened. */
static void
find_notes(struct adding *a, const struct doc *d, struct arena *arena, struct report *r)
{
	struct err err;

	if (!a->has_looked)
		a->notes = keep_written_notes(a->call->settings);
	a->has_looked = true;
	if (!a->notes || r->change.what == LIBRARY_KEPT)
		return;
	if (reattach_document(a->notes, d, arena, &r->notes, &err) == STATUS_OK)
		return;
	output_error(a->call->settings, &err);
	notes_close(a->notes);
	a->notes = NULL;
}

static enum status
add_bytes(struct adding *a, struct task *t, struct arena *arena, struct report *r)
{
	struct slice path = slice_from(t->absolute);
	struct cage *ahead = t->ahead;
	struct doc *d = NULL;
	enum status status = import_begun(ahead, &t->bytes, file_base_name(r->path), &d, &r->err);

	t->ahead = NULL;
	if (status != STATUS_OK) {
		name_path(r, file_base_name(r->path));
		return status;
	}
	status = library_add(a->library, d, path, arena, &r->change, &r->err);
	a->has_stopped = status != STATUS_OK && status != STATUS_TOO_BIG;
	r->result = (int)r->change.what;
	if (status == STATUS_OK)
		find_notes(a, d, arena, r);
	doc_free(d);
	return status;
}

/* The library has the file; asked anew when its turn comes, for one before it may be the same. */
static bool
is_held(struct adding *a, struct task *t, struct report *r)
{
	t->status = library_held_file(a->library, slice_from(t->absolute), slice_from(t->sha256),
	                              &r->change.id, &r->err);
	return t->status != STATUS_MISSING;
}

static void
prepare(struct adding *a, struct task *t)
{
	struct report r = { .path = t->path };

	if (t->status != STATUS_OK)
		return;
	t->absolute = realpath(t->path, NULL);
	if (is_held(a, t, &r)) {
		t->err = r.err;
		return;
	}
	t->status = file_read(t->path, &t->bytes, &t->err);
	if (t->status == STATUS_OK)
		t->status = refuse_format(t->path, buf_slice(&t->bytes), &t->err);
	if (t->status != STATUS_OK)
		return;
	a->bytes += t->bytes.len;
	sha256_hex(buf_slice(&t->bytes), t->sha256);
	t->is_unread = !is_held(a, t, &r);
	t->status = STATUS_OK;
}

static void
finish(struct adding *a, struct task *t)
{
	struct arena arena = { 0 };
	struct report r = { .path = t->path, .result = LIBRARY_SAME, .err = t->err };
	enum status status = t->status;

	if (status == STATUS_OK && !is_held(a, t, &r))
		status = add_bytes(a, t, &arena, &r);
	else if (status == STATUS_OK)
		status = t->status;
	if (status != STATUS_OK ||
	    library_get(a->library, r.change.id, &arena, &r.held, &r.err) != STATUS_OK) {
		r.result = REFUSED;
		r.held = (struct library_document){ 0 };
	}
	report(a, &r);
	arena_release(&arena);
}

/* The first of those that wait. */
static void
take_task(struct adding *a)
{
	if (a->has_stopped || is_interrupted() || !queue_await(&a->queue, is_interrupted))
		a->n[UNTRIED]++;
	else
		finish(a, &a->queue.task[0]);
	queue_drop(&a->queue);
}

static void
add_one(void *context, const char *path, const struct err *refused)
{
	struct adding *a = context;
	struct task *t;

	if (a->has_stopped || is_interrupted()) {
		a->n[UNTRIED]++;
		return;
	}
	t = queue_put(&a->queue, path);
	if (refused) {
		t->err = *refused;
		t->status = refused->status;
	}
	prepare(a, t);
	queue_turn(&a->queue);
	while (queue_is_full(&a->queue))
		take_task(a);
}

static void
count_one(void *context, const char *path, const struct err *refused)
{
	struct adding *a = context;

	(void)path;
	(void)refused;
	a->total++;
}

static void
print_summary(const struct adding *a, double seconds)
{
	enum ui_language ui = a->call->settings->ui;
	struct buf line = { 0 };

	for (int i = 0; i < RESULTS; i++)
		if (a->n[i] > 0 || i == LIBRARY_NEW)
			buf_addf(&line, ui == UI_ZH ? "%s%s %zu 份" : "%s%s %zu", i ? ui == UI_ZH ? "，" : ", " : "",
			         words_in(results[i].words, ui), a->n[i]);
	buf_addf(&line, ui == UI_ZH ? "；%.1f MB，%.1f 秒\n" : "; %.1f MB in %.1f s\n",
	         (double)a->bytes / 1e6, seconds);
	if (a->progress == PROGRESS_OVER)
		fputs("\r", stderr);
	if (a->json) {
		fflush(stdout);
		fputs(line.p, stderr);
	} else {
		output_text(buf_slice(&line));
	}
	buf_release(&line);
}

int
add_all(const struct call *call, bool *is_whole)
{
	struct adding a = { .call = call, .json = output_has_flag(call, "--json") };
	sigset_t interrupt;
	struct err err;

	*is_whole = false;
	a.start_ms = clock_ms();
	if (call->words.n == 0)
		return output_usage(call->settings, "add", "names no file", "未指定文件");
	if (shelf_open(call->settings, &a.library, &err) != STATUS_OK) {
		output_error(call->settings, &err);
		return EXIT_REFUSED;
	}
	if (output_has_flag(call, "--progress"))
		a.progress = PROGRESS_LINES;
	else if (isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO))
		a.progress = PROGRESS_OVER;
	for (size_t i = 0; a.progress != PROGRESS_NONE && i < call->words.n; i++)
		gather(call->words.v[i], count_one, &a);
	sigemptyset(&interrupt);
	sigaddset(&interrupt, SIGINT);
	sigprocmask(SIG_BLOCK, &interrupt, NULL);
	for (size_t i = 0; i < call->words.n; i++)
		gather(call->words.v[i], add_one, &a);
	while (a.queue.n > 0)
		take_task(&a);
	if (!a.has_stopped && fulltext_settle(a.library, &err) != STATUS_OK)
		output_error(call->settings, &err);
	print_summary(&a, seconds_of(&a));
	fflush(stdout);
	keep_close(call->settings, a.notes);
	*is_whole = !a.has_stopped && a.n[UNTRIED] == 0;
	return a.n[REFUSED] > 0 || a.n[UNTRIED] > 0 ? EXIT_REFUSED : EXIT_DONE;
}

int
run_add(const struct call *call)
{
	bool is_whole;

	return add_all(call, &is_whole);
}
