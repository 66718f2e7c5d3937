/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/hint.h"

#include "session_priv.h"

#include "text/fold.h"

#include <string.h>

/* Under the fingers first. */
static const char letters[] = "asdfghjklqwertyuiopzxcvbnm";
#define N_LETTERS (sizeof letters - 1)

void
hint_release(struct hints *h)
{
	VEC_RELEASE(&h->v);
	*h = (struct hints){ 0 };
}

static void
label(struct hint *hint, size_t i, size_t n)
{
	if (n <= N_LETTERS) {
		hint->label[0] = letters[i];
		return;
	}
	hint->label[0] = letters[i / N_LETTERS];
	hint->label[1] = letters[i % N_LETTERS];
}

void
hint_start(struct session *s, bool previews)
{
	struct arena arena = { 0 };
	struct hyperlink_seen *seen;
	size_t n = hyperlink_visible(s, &arena, &seen);

	hint_release(&s->hints);
	if (n > N_LETTERS * N_LETTERS)
		n = N_LETTERS * N_LETTERS;
	for (size_t i = 0; i < n; i++) {
		VEC_PUSH(&s->hints.v, ((struct hint){ .link = seen[i] }));
		label(&s->hints.v.v[i], i, n);
	}
	s->hints.previews = previews;
	if (n == 0)
		session_say(s, "no link on this screen", "本屏没有链接");
	arena_release(&arena);
}

struct slice
hint_rest(const struct hints *h, const struct hint *hint)
{
	if (h->typed == 0)
		return slice_from(hint->label);
	return hint->label[0] == h->typed ? slice_from(hint->label + 1) : slice_from(NULL);
}

static void
choose(struct session *s, struct hyperlink_seen link, bool previews)
{
	struct reader *r = &session_document(s)->reader;
	const struct block *b = doc_block(r->doc, link.block);

	reader_point(r, (struct place){ link.block, b->citations[link.index].start });
	visit_citation(s, link.block, link.index, previews ? VISIT_PREVIEW : VISIT_OPEN);
}

void
hint_type(struct session *s, codepoint key)
{
	struct hints *h = &s->hints;
	codepoint folded = fold_key(key);
	bool goes_on = false, previews = h->previews;

	buf_clear(&s->message);
	for (size_t i = 0; i < h->v.n; i++) {
		struct slice rest = hint_rest(h, &h->v.v[i]);

		if (rest.len == 0 || (codepoint)rest.p[0] != folded)
			continue;
		if (rest.len == 1) {
			struct hyperlink_seen link = h->v.v[i].link;

			hint_release(h);
			choose(s, link, previews);
			return;
		}
		goes_on = true;
	}
	if (goes_on)
		h->typed = (char)folded;
	else
		hint_release(h);
}
