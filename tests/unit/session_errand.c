/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/errand.h"

#include "../link_sample.h"

/* What was heard is the session's message here. */
static void
hear(struct session *s, struct slice line)
{
	buf_add(&s->message, line);
	buf_add_byte(&s->message, '|');
}

static void
test_lines(void)
{
	struct session *s = session_new((struct session_settings){ .rows = 24, .cols = 80 });
	struct errand e = { .pid = 5, .is_cancelled = true };

	errand_take(&e, s, SLICE("one\ntw"), hear);
	is(buf_slice(&s->message), "one|", "a line, once it is complete");
	errand_take(&e, s, SLICE("o\n\nthr"), hear);
	is(buf_slice(&s->message), "one|two||", "in whatever pieces it comes");
	for (int i = 0; i < 10000; i++)
		errand_take(&e, s, SLICE("x"), hear);
	errand_take(&e, s, SLICE("\n"), hear);
	ok(s->message.len < 5000, "what has no end is cut");
	errand_take(&e, s, SLICE("rest"), hear);
	errand_end(&e);
	ok(e.pid == 0 && !e.is_cancelled && e.said.len == 0, "the next one starts afresh");
	errand_release(&e);
	session_free(s);
}

static void
test_complaint(void)
{
	is(errand_complaint(SLICE("duan: a.pdf: damaged")), "a.pdf: damaged", "a complaint");
	is(errand_complaint(SLICE("3 of 7, refused 1")), "", "none");
}

int
main(void)
{
	test_lines();
	test_complaint();
	return tap_done();
}
