/* SPDX-License-Identifier: ISC */
/*
 * What the files about a search of the library share.
 */
#ifndef DUAN_SEARCH_LOOKUP_PRIV_H
#define DUAN_SEARCH_LOOKUP_PRIV_H

#include "near_priv.h"
#include "query_priv.h"
#include "search/lookup.h"

enum stage {
	STAGE_WORDS,  /* as they were typed */
	STAGE_SOUNDS, /* strings of the library that sound so */
	STAGE_GATHER, /* what may be the quotation with a few errors */
	STAGE_NEAR,   /* which of that is */
	STAGE_DONE,
};

struct lookup {
	struct arena arena;
	struct slice typed;
	struct lookup_options options;
	struct query *query, *sounding; /* `sounding` NULL: not asked for */
	struct near *near;                   /* NULL: not asked for */
	struct buf expression, sounds;
	enum stage stage;
	bool is_started;
	bool is_sampling; /* paragraphs are looked at without the index */
	struct fulltext_rows rows, all_rows; /* still to be looked at; to begin with */
	struct arena of_document;  /* the document looked at last */
	struct library_document document;
	struct fulltext_rows document_rows;
	bool may_hold, title_holds;
	struct buf unit;
	VEC(struct lookup_hit) hits;
	size_t limit;
	bool is_capped, is_out_of_step;
	size_t budget; /* rows, in the step that is running */
	struct library *library;
	struct err *err;
	enum status status;
};

#endif
