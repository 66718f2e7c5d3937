/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "extract/child.h"

#include "base/clock.h"
#include "extract/lock.h"
#include "tap.h"

#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static bool
starts_after(struct child *c, void (*before)(void), const char *script, struct slice input)
{
	char *argv[] = { (char *)"sh", (char *)"-c", (char *)(uintptr_t)script, NULL };
	char *environment[] = { (char *)"PATH=/usr/bin:/bin", NULL };
	struct child_means m = { .program = "/bin/sh",
		                 .argv = argv,
		                 .environment = environment,
		                 .before = before,
		                 .input = input,
		                 .answer_most = 1 << 20 };

	return child_start(c, &m);
}

static bool
starts(struct child *c, const char *script, struct slice input)
{
	return starts_after(c, NULL, script, input);
}

static void
ends(const char *script, enum child_end how, const char *name)
{
	long start_ms = clock_ms();
	struct child c;

	if (!ok(starts(&c, script, SLICE("bytes\n")), "%s: started", name))
		return;
	child_finish(&c, 1);
	is_number(c.end, how, "%s", name);
	ok(clock_ms() - start_ms < 8000, "%s: in time", name);
	child_release(&c);
}

static void
test_answer(void)
{
	struct child c;

	ok(starts(&c, "cat; echo more", SLICE("bytes\n")), "started");
	child_finish(&c, 10);
	is_number(c.end, CHILD_ENDED, "it ends");
	is(buf_slice(&c.answer), "bytes\nmore\n", "with its input and an answer");
	child_release(&c);
}

/* More than a pipe holds, from several at once: none waits for another. */
static void
test_several(void)
{
	enum { N = 3 };
	struct child c[N], *all[N];
	size_t n_ended = 0;

	for (size_t i = 0; i < N; i++) {
		all[i] = &c[i];
		ok(starts(&c[i], i == 0 ? "sleep 1; head -c 900000 /dev/zero" : "head -c 900000 /dev/zero",
		          SLICE("")), "started");
	}
	for (int turn = 0; turn < 100 && n_ended < N - 1; turn++) {
		child_attend(all, N, -1);
		n_ended = 0;
		for (size_t i = 0; i < N; i++)
			n_ended += c[i].end == CHILD_ENDED;
	}
	is_number(c[0].end, CHILD_RUNS, "the slow one runs while the others have ended");
	child_finish(&c[0], 10);
	for (size_t i = 0; i < N; i++) {
		is_number((long)c[i].answer.len, 900000, "all of it");
		child_release(&c[i]);
	}
}

static void
test_release(void)
{
	long start_ms = clock_ms();
	struct child c, none = { .end = CHILD_BROKEN };

	ok(starts(&c, "sleep 100", SLICE("")), "started");
	child_attend(&(struct child *){ &c }, 1, 10);
	is_number(c.end, CHILD_RUNS, "it runs");
	child_release(&c);
	is_number(c.end, CHILD_BROKEN, "until it is ended");
	ok(clock_ms() - start_ms < 5000, "at once");
	child_release(&none);
}

static void
a_second(void)
{
	struct lock_limits limits = { .seconds = 1 };
	struct lock_state state = { 0 };

	lock_limits(&limits, SIGKILL, &state);
}

/* Its processor time is over before anything else is. */
static void
test_processor_time(void)
{
	struct child c;

	ok(starts_after(&c, a_second, "while :; do :; done", SLICE("")), "started");
	child_finish(&c, 60);
	is_number(c.end, CHILD_SLOW, "one that has used its processor time was slow, not broken");
	child_release(&c);
}

/* An hour goes by between two looks at the clock, as behind ^Z. */
static void
test_stopped(void)
{
	struct child c;

	ok(starts(&c, "sleep 100", SLICE("")), "started");
	child_give(&c, 10);
	c.seen_ms -= 3600000;
	child_attend(&(struct child *){ &c }, 1, 10);
	is_number(c.end, CHILD_RUNS, "who was stopped for an hour has not used up its time");
	ok(c.passed_ms >= 1000 && c.passed_ms < 10000, "but some of it");
	child_release(&c);
}

int
main(void)
{
	struct child c;
	struct child_means m = { .program = "/nowhere", .argv = (char *[]){ (char *)"x", NULL },
		                 .environment = (char *[]){ NULL }, .answer_most = 10 };

	test_answer();
	test_several();
	test_release();
	test_stopped();
	test_processor_time();
	ends("sleep 100", CHILD_SLOW, "one that sleeps");
	ends("while :; do :; done", CHILD_SLOW, "one that turns round");
	ends("while :; do echo; sleep 0.02; done", CHILD_SLOW, "one that talks on and on");
	ends("exit 1", CHILD_BROKEN, "one that fails");
	ends("kill -SEGV $$", CHILD_BROKEN, "one that crashes");
	ends("head -c 2000000 /dev/zero", CHILD_LONG, "one that says too much");
	ends("exec >&-; sleep 100", CHILD_BROKEN, "one that says it is done and stays");
	ok(child_start(&c, &m), "a program that is not there");
	child_finish(&c, 5);
	is_number(c.end, CHILD_BROKEN, "is one that fails");
	child_release(&c);
	return tap_done();
}
