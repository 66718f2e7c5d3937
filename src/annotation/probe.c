/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "probe_priv.h"

#include <stdlib.h>
#include <string.h>

/* Behind the last line end of what stands before; before the first one of what stands behind. */
static void
part_prefix(struct slice prefix, struct slice *outer, struct slice *near)
{
	const char *end = prefix.len > 0 ? memrchr(prefix.p, '\n', prefix.len) : NULL;
	size_t at = end ? (size_t)(end - prefix.p) : 0;

	*outer = slice_sub(prefix, 0, at);
	*near = slice_skip(prefix, end ? at + 1 : 0);
}

static void
part_suffix(struct slice suffix, struct slice *near, struct slice *outer)
{
	size_t at = slice_find_byte(suffix, '\n', 0);

	*near = slice_sub(suffix, 0, at == SLICE_NONE ? suffix.len : at);
	*outer = at == SLICE_NONE ? slice_from(NULL) : slice_skip(suffix, at + 1);
}

static struct approx_text
last_of(struct approx_text t, size_t max)
{
	size_t skip = t.n > max ? t.n - max : 0;

	return (struct approx_text){ t.v ? t.v + skip : NULL, t.n - skip };
}

static struct approx_text
first_of(struct approx_text t, size_t max)
{
	return (struct approx_text){ t.v, t.n < max ? t.n : max };
}

static struct approx_text
fold(struct slice text, codepoint **owned)
{
	struct approx_text t;

	*owned = flat_fold(text, &t.n);
	t.v = *owned;
	return t;
}

/* near + quote + near, without what is too far away. */
static struct approx_text
join(struct slice before, struct slice quote, struct slice behind, struct probes *p, size_t *start)
{
	codepoint *a, *b, *c;
	struct approx_text near = last_of(fold(before, &a), PROBE_FAR), words = fold(quote, &b);
	struct approx_text far = first_of(fold(behind, &c), PROBE_FAR);

	p->text = mem_resize(NULL, (near.n + words.n + far.n + 1) * sizeof *p->text);
	if (near.n > 0)
		memcpy(p->text, near.v, near.n * sizeof *p->text);
	if (words.n > 0)
		memcpy(p->text + near.n, words.v, words.n * sizeof *p->text);
	if (far.n > 0)
		memcpy(p->text + near.n + words.n, far.v, far.n * sizeof *p->text);
	*start = near.n;
	p->quote = words.n;
	free(a);
	free(b);
	free(c);
	return (struct approx_text){ p->text, near.n + words.n + far.n };
}

static void
divide(struct probes *p, struct probe whole)
{
	size_t head = whole.start + PROBE_END, tail = whole.end - PROBE_END;
	struct approx_text none = { 0 };

	if (p->quote <= PROBE_WHOLE) {
		p->v[p->n++] = whole;
		return;
	}
	p->v[0] = whole;
	p->v[0].text = first_of(whole.text, head);
	p->v[0].end = SLICE_NONE;
	p->v[0].at_end = false;
	p->v[0].behind = none;
	p->v[1] = whole;
	p->v[1].text = last_of(whole.text, whole.text.n - tail);
	p->v[1].start = SLICE_NONE;
	p->v[1].end = whole.end - tail;
	p->v[1].at_start = false;
	p->v[1].before = none;
	p->n = 2;
}

void
probes_make(const struct note *note, struct probes *p)
{
	struct slice before, near, far, behind;
	struct probe whole = { 0 };

	*p = (struct probes){ 0 };
	part_prefix(note->prefix, &before, &near);
	part_suffix(note->suffix, &far, &behind);
	whole.text = join(near, note->quote, far, p, &whole.start);
	whole.end = whole.start + p->quote;
	/* An anchor that somebody else made may have been cut anywhere. */
	whole.at_start = near.len < note->prefix.len || note->prefix.len == 0;
	whole.at_end = far.len < note->suffix.len || note->suffix.len == 0;
	whole.before = last_of(fold(before, &p->before), PROBE_OUTER_FAR);
	whole.behind = first_of(fold(behind, &p->behind), PROBE_OUTER_FAR);
	if (p->quote > 0)
		divide(p, whole);
}

void
probes_release(struct probes *p)
{
	free(p->text);
	free(p->before);
	free(p->behind);
	*p = (struct probes){ 0 };
}

size_t
probe_rival(const struct probe *p, const struct flat *f, size_t own)
{
	struct approx_hit hits[8];
	struct approx *a = approx_new(p->text);
	size_t end = own + p->text.n, rival = p->text.n;
	size_t n = approx_search(a, flat_text(f, 0, f->n), p->text.n * 3 / 4, hits, 8);

	n = n < 8 ? n : 8;
	for (size_t i = 0; i < n; i++) {
		size_t far = hits[i].end > end ? hits[i].end - end : end - hits[i].end;

		if (far > p->text.n / 2 && hits[i].errors < rival)
			rival = hits[i].errors;
	}
	approx_free(a);
	return rival;
}
