/* SPDX-License-Identifier: ISC */
/*
 * What the files about the results of a search share.
 */
#ifndef DUAN_SESSION_RESULTS_PRIV_H
#define DUAN_SESSION_RESULTS_PRIV_H

#include "search/lookup.h"
#include "session/results.h"
#include "session_priv.h"

/* Beside an item of the view: what it stands for. */
struct results_row {
	size_t hit; /* of a document: its first */
	int64_t document;
	size_t block;
	bool is_heading;
	bool is_filled; /* the words of its item were fetched */
};

struct results {
	struct lookup *lookup; /* owned; NULL: the query has no meaning */
	struct buf words;
	bool is_started, is_done, is_failed;
	struct err err;
	struct lookup_hits hits; /* of the lookup, until its next step */
	VEC(struct results_row) rows;
	size_t n_documents;
	/* The paragraph of the current row and some behind it. */
	struct doc *doc;       /* owned; NULL: none */
	struct layout *layout; /* owned; of `doc` */
	int64_t document;      /* what `doc` is a part of */
	size_t block;
	size_t cut;            /* bytes that are left out before the text of its first block */
};

#endif
