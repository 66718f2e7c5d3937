/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "add_priv.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/sha256.h"
#include "import/import.h"
#include "store/fulltext.h"

#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define QUICK_BYTES ((size_t)512 << 10) /* of a text: a tenth of a second's work */

/* Interrupting waits for the document at hand: what was added stays, the rest is untried. */
static bool
is_interrupted(void)
{
	sigset_t pending;

	return sigpending(&pending) == 0 && sigismember(&pending, SIGINT) == 1;
}

/* The import knows but the name of what it was given; among many files it takes the path to find
 * one. */
static void
name_path(struct add_report *r, struct slice name)
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

/* Its text is understood; what becomes of it the batch will say. */
static enum status
import_task(const struct adding *a, struct task *t, struct add_entry *e)
{
	struct cage *ahead = t->ahead;
	enum status status = import_begun(&a->call->settings->convert, ahead, &t->bytes, t->sha256,
	                                  file_base_name(t->path), &e->doc, &e->r.err);

	t->ahead = NULL;
	if (status != STATUS_OK)
		name_path(&e->r, file_base_name(t->path));
	return status;
}

/* The library has the file; asked anew when its turn comes, for one before it may be the same. */
static bool
is_held(struct adding *a, struct task *t, struct add_report *r)
{
	t->status = library_held_file(a->library, slice_from(t->absolute), slice_from(t->sha256),
	                              &r->change.id, &r->err);
	return t->status != STATUS_MISSING;
}

static void
prepare(struct adding *a, struct task *t)
{
	struct add_report r = { .path = t->path };

	if (t->status != STATUS_OK)
		return;
	t->absolute = realpath(t->path, NULL);
	if (is_held(a, t, &r)) {
		t->err = r.err;
		return;
	}
	t->status = file_read(t->path, &t->bytes, &t->err);
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
	struct add_entry e = { .r = { .path = t->path, .result = LIBRARY_SAME, .err = t->err },
		               .path = t->path,
		               .absolute = t->absolute };
	enum status status = t->status;

	if (status == STATUS_OK && !is_held(a, t, &e.r))
		status = import_task(a, t, &e);
	else if (status == STATUS_OK)
		status = t->status;
	if (status != STATUS_OK)
		e.r.result = ADD_REFUSED;
	t->path = t->absolute = NULL;
	add_batch_put(a, &e);
}

/* The first of those that wait. */
static void
take_task(struct adding *a)
{
	if (queue_must_wait(&a->queue) || a->queue.task[0].bytes.len > QUICK_BYTES)
		add_batch_end(a); /* others do not wait for the lock all the while */
	if (a->has_stopped || is_interrupted() || !queue_await(&a->queue, is_interrupted))
		a->n[ADD_UNTRIED]++;
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
		a->n[ADD_UNTRIED]++;
		return;
	}
	if (a->batch.is_open)
		add_batch_turn(a);
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

int
add_all(const struct call *call, bool *is_whole)
{
	struct adding a = { .call = call,
		            .queue.convert = &call->settings->convert,
		            .json = output_has_flag(call, "--json") };
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
	add_batch_end(&a);
	add_batch_release(&a.batch);
	if (!a.has_stopped && fulltext_settle(a.library, &err) != STATUS_OK)
		output_error(call->settings, &err);
	add_report_all(&a);
	fflush(stdout);
	keep_close(call->settings, a.notes);
	*is_whole = !a.has_stopped && a.n[ADD_UNTRIED] == 0;
	return a.n[ADD_REFUSED] > 0 || a.n[ADD_UNTRIED] > 0 ? EXIT_REFUSED : EXIT_DONE;
}

int
run_add(const struct call *call)
{
	bool is_whole;

	return add_all(call, &is_whole);
}
