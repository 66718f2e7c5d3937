/* SPDX-License-Identifier: ISC */
/*
 * Files in one transaction: a commit costs about as much as a small document.  When one cannot be
 * added, or none be kept, each is tried on its own: it does not take others with it, and is named.
 */
#include "config.h"

#include "add_priv.h"

#include "base/clock.h"

#include <stdlib.h>

#define ENTRIES 40
#define TEXT_BYTES ((size_t)4 << 20)
#define OTHERS_WAIT_MS 150 /* for the lock, and who looks on for a line */

/* Notes on what was there before are looked for in the new text.  A failure hinders nothing and is
 * said once: they stay as they are, and are looked for when the document is opened. */
static void
find_notes(struct adding *a, struct add_entry *e)
{
	struct err err;

	if (!a->has_looked)
		a->notes = keep_written_notes(a->call->settings);
	a->has_looked = true;
	if (!a->notes || e->r.change.what == LIBRARY_KEPT)
		return;
	if (reattach_document(a->notes, e->doc, &a->batch.arena, &e->r.notes, &err) == STATUS_OK)
		return;
	output_error(a->call->settings, &err);
	notes_close(a->notes);
	a->notes = NULL;
}

/* How it is called.  The next of the batch may be another text of the same, and take its place. */
static enum status
look_up(struct adding *a, struct add_report *r)
{
	enum status status =
		library_get(a->library, r->change.id, &a->batch.arena, &r->held, &r->err);

	if (status != STATUS_OK)
		r->result = ADD_REFUSED;
	return status;
}

static enum status
add_document(struct adding *a, struct add_entry *e)
{
	struct add_report *r = &e->r;
	enum status status = library_add(a->library, e->doc, slice_from(e->absolute), &a->batch.arena,
	                                 &r->change, &r->err);

	r->held = (struct library_document){ 0 };
	r->result = status == STATUS_OK ? (int)r->change.what : ADD_REFUSED;
	return status == STATUS_OK ? look_up(a, r) : status;
}

/* What follows one for which the library had no room or no time is not tried: it may lean on it. */
static void
add_alone(struct adding *a, struct add_entry *e)
{
	enum status status;

	if (a->has_stopped) {
		e->r.result = ADD_UNTRIED;
	} else if (e->doc) {
		status = add_document(a, e);
		a->has_stopped = status != STATUS_OK && status != STATUS_TOO_BIG;
	}
}

static void
conclude(struct adding *a, struct add_entry *e)
{
	struct add_report *r = &e->r;

	if (r->result == ADD_UNTRIED) {
		a->n[ADD_UNTRIED]++;
		return;
	}
	if (r->result != ADD_REFUSED && e->doc)
		find_notes(a, e);
	add_report_file(a, r);
}

static void
release(struct add_entry *e)
{
	doc_free(e->doc);
	free(e->absolute);
	free(e->path);
}

/* Reports; those of a transaction that has failed are tried again before. */
static void
finish(struct adding *a, bool has_failed)
{
	struct add_batch *b = &a->batch;

	for (size_t i = 0; has_failed && i < b->entries.n; i++)
		add_alone(a, &b->entries.v[i]);
	for (size_t i = 0; i < b->entries.n; i++) {
		conclude(a, &b->entries.v[i]);
		release(&b->entries.v[i]);
	}
	VEC_CLEAR(&b->entries);
	arena_clear(&b->arena);
	b->bytes = 0;
}

static void
end(struct adding *a, enum status status)
{
	struct err err;

	if (a->batch.is_open)
		status = library_batch_end(a->library, status, &err);
	a->batch.is_open = false;
	finish(a, status != STATUS_OK);
}

void
add_batch_end(struct adding *a)
{
	end(a, STATUS_OK);
}

void
add_batch_turn(struct adding *a)
{
	const struct add_batch *b = &a->batch;

	if (!b->is_open || b->entries.n >= ENTRIES || b->bytes >= TEXT_BYTES ||
	    clock_ms() - b->start_ms >= OTHERS_WAIT_MS)
		add_batch_end(a);
}

/* Refused if somebody else writes for too long. */
static void
begin(struct adding *a, struct add_entry *e)
{
	a->batch.is_open = library_batch_begin(a->library, &e->r.err) == STATUS_OK;
	a->batch.start_ms = clock_ms();
	if (a->batch.is_open)
		return;
	e->r.result = ADD_REFUSED;
	a->has_stopped = true;
}

void
add_batch_put(struct adding *a, struct add_entry *e)
{
	struct add_batch *b = &a->batch;
	enum status status = STATUS_OK;

	VEC_PUSH(&b->entries, *e);
	e = &b->entries.v[b->entries.n - 1];
	if (e->doc && !b->is_open)
		begin(a, e);
	if (e->doc && b->is_open) {
		status = add_document(a, e);
		b->bytes += e->doc->source.len;
	} else if (e->r.result != ADD_REFUSED) {
		(void)look_up(a, &e->r);
	}
	if (status != STATUS_OK)
		end(a, status);
	else
		add_batch_turn(a);
}

void
add_batch_release(struct add_batch *b)
{
	VEC_RELEASE(&b->entries);
	arena_release(&b->arena);
}
