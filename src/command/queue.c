/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "queue_priv.h"

#include "base/file.h"
#include "extract/cage.h"
#include "import/import.h"

#include <sched.h>
#include <stdlib.h>
#include <string.h>

#define WAITING_BYTES ((size_t)64 << 20)
#define WATCH_MS 100

/* One more than processors: while we import, nobody starts the next. */
static size_t
count_readers(void)
{
	cpu_set_t set;

	return sched_getaffinity(0, sizeof set, &set) == 0 ? (size_t)CPU_COUNT(&set) + 1 : 2;
}

static size_t
held_bytes(const struct task *t)
{
	return t->bytes.len + (t->ahead ? cage_child(t->ahead)->answer.len : 0);
}

static size_t
waiting_bytes(const struct queue *q)
{
	size_t n = 0;

	for (size_t i = 0; i < q->n; i++)
		n += held_bytes(&q->task[i]);
	return n;
}

bool
queue_is_full(const struct queue *q)
{
	return q->n == QUEUE_MOST || waiting_bytes(q) > WAITING_BYTES;
}

struct task *
queue_put(struct queue *q, const char *path)
{
	struct task *t = &q->task[q->n++];

	*t = (struct task){ .path = strdup(path) };
	if (!t->path)
		die("out of memory");
	return t;
}

static bool
is_running(const struct task *t)
{
	return t->ahead && cage_child(t->ahead)->end == CHILD_RUNS;
}

/* The same file is read once; what comes of it, the library knows when the second one's turn comes. */
static bool
is_twin(const struct queue *q, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (strcmp(q->task[j].sha256, q->task[i].sha256) == 0)
			return true;
	return false;
}

static void
start_readers(struct queue *q)
{
	size_t n_running = 0;

	if (q->readers == 0)
		q->readers = count_readers();
	for (size_t i = 0; i < q->n; i++)
		n_running += is_running(&q->task[i]);
	for (size_t i = 0; i < q->n && n_running < q->readers; i++) {
		struct task *t = &q->task[i];

		if (!t->is_unread || is_twin(q, i))
			continue;
		t->is_unread = false;
		t->ahead = import_ahead(q->convert, buf_slice(&t->bytes), file_base_name(t->path));
		n_running += is_running(t);
	}
}

static void
attend(struct queue *q, long wait_ms)
{
	struct child *children[QUEUE_MOST];
	size_t n = 0;

	for (size_t i = 0; i < q->n; i++)
		if (is_running(&q->task[i]))
			children[n++] = cage_child(q->task[i].ahead);
	child_attend(children, n, wait_ms);
}

void
queue_turn(struct queue *q)
{
	attend(q, 0);
	start_readers(q);
}

bool
queue_must_wait(const struct queue *q)
{
	return q->n > 0 && is_running(&q->task[0]);
}

bool
queue_await(struct queue *q, bool (*stops)(void))
{
	queue_turn(q);
	while (is_running(&q->task[0])) {
		if (stops())
			return false;
		child_give(cage_child(q->task[0].ahead), cage_seconds(q->task[0].ahead));
		attend(q, WATCH_MS);
		start_readers(q);
	}
	return true;
}

void
queue_drop(struct queue *q)
{
	struct task *t = &q->task[0];

	cage_cancel(t->ahead);
	buf_release(&t->bytes);
	free(t->path);
	free(t->absolute);
	q->n--;
	memmove(t, t + 1, q->n * sizeof *t);
}
