/* SPDX-License-Identifier: ISC */
/*
 * What the two files of `duan diff` share.
 */
#ifndef DUAN_DIFF_PRIV_H
#define DUAN_DIFF_PRIV_H

#include "command_priv.h"
#include "compare/alignment.h"

struct diff {
	const struct alignment *alignment;
	enum ui_language ui;
	bool is_parallel; /* two languages: only gaps are told */
};

/* What differs, a line a pair. */
void diff_output_text(const struct diff *d);
/* Every pair, an object a line. */
void diff_output_json(const struct diff *d);

#endif
