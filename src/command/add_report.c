/* SPDX-License-Identifier: ISC */
/*
 * What `duan add` says: a line a file, how far it is, how many in all.
 */
#include "config.h"

#include "add_priv.h"

#include "base/clock.h"
#include "text/width.h"

#include <stdio.h>

#define PROGRESS_MS 500 /* between two lines of it */

static const struct {
	const char *name;
	struct words words;
} results[ADD_RESULTS] = {
	[LIBRARY_NEW] = { "new", { { "new", "新增" } } },
	[LIBRARY_SAME] = { "same", { { "same", "未变" } } },
	[LIBRARY_REPLACED] = { "replaced", { { "replaced", "替换" } } },
	[LIBRARY_KEPT] = { "kept", { { "kept the other", "保留原有" } } },
	[ADD_REFUSED] = { "refused", { { "refused", "未收" } } },
	[ADD_UNTRIED] = { "untried", { { "not tried", "未处理" } } },
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
print_json(const struct adding *a, const struct add_report *r)
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
	               r->result == ADD_REFUSED ? err_words(&r->err, a->call->settings->ui) : NULL);
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
print_line(const struct adding *a, const struct add_report *r)
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

	for (int i = 0; i < ADD_RESULTS; i++)
		n += a->n[i];
	rate = seconds > 0 ? (double)n / seconds : 0;
	left = rate > 0 && a->total > n ? (double)(a->total - n) / rate : 0;
	buf_addf(line,
	         zh ? "%zu/%zu 份，未收 %zu 份，每秒 %.1f 份，剩余 %.0f 秒"
	            : "%zu of %zu, refused %zu, %.1f a second, %.0f s left",
	         n, a->total, a->n[ADD_REFUSED], rate, left);
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

void
add_report_file(struct adding *a, const struct add_report *r)
{
	a->n[r->result]++;
	a->lit += r->change.lit;
	if (a->json)
		print_json(a, r);
	else if (r->result == ADD_REFUSED)
		output_error(a->call->settings, &r->err);
	else if (a->progress != PROGRESS_LINES)
		print_line(a, r);
	show_progress(a);
}

void
add_report_all(const struct adding *a)
{
	double seconds = seconds_of(a);
	enum ui_language ui = a->call->settings->ui;
	struct buf line = { 0 };

	for (int i = 0; i < ADD_RESULTS; i++)
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

