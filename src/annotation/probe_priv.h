/* SPDX-License-Identifier: ISC */
/*
 * What is looked for: a quotation with its surroundings in the same paragraph, folded.
 */
#ifndef DUAN_ANNOTATION_PROBE_PRIV_H
#define DUAN_ANNOTATION_PROBE_PRIV_H

#include "annotation/flat.h"
#include "store/note.h"

#define PROBE_NEAR 128  /* characters of the same paragraph on each side */
#define PROBE_FAR 1024  /* when with fewer of them another passage is the same */
#define PROBE_OUTER 48  /* characters of what is before and behind it */
#define PROBE_OUTER_FAR 192 /* when passages are the same */
#define PROBE_WHOLE 2048 /* a longer quotation is looked for by its ends */
#define PROBE_END 1024

/* One window; the whole quotation lies in it, or its start, or its end. */
struct probe {
	struct approx_text text;
	size_t start, end;          /* of the quotation in it; SLICE_NONE when that lies elsewhere */
	bool at_start, at_end;      /* its paragraphs start and end with it */
	struct approx_text before, behind; /* outside the paragraph, may be empty */
};

struct probes {
	struct probe v[2];
	size_t n;                   /* 0: there is nothing to look for */
	size_t quote;               /* characters of the quotation */
	codepoint *text, *before, *behind; /* owned */
};
void probes_make(const struct note *note, struct probes *p);
void probes_release(struct probes *p);

/* Errors to the most similar passage elsewhere than at `own` (where the window starts in f); not
 * above the length of the window. */
size_t probe_rival(const struct probe *p, const struct flat *f, size_t own);

#endif
