/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "import/stage.h"

#include "import_priv.h"

static const char *
role_name(enum line_role role)
{
	switch (role) {
	case ROLE_BODY:
		return "body";
	case ROLE_FURNITURE:
		return "furniture";
	case ROLE_URL:
		return "url";
	case ROLE_RULE:
		return "rule";
	case ROLE_FOOTNOTE:
		return "footnote";
	case ROLE_MASTHEAD:
		return "masthead";
	case ROLE_CONTENTS:
		return "contents";
	case ROLE_TABLE:
		return "table";
	}
	return "";
}

static const char *
use_name(enum label_use use)
{
	switch (use) {
	case USE_NONE:
		return "-";
	case USE_PARAGRAPH:
		return "paragraph";
	case USE_ITEM:
		return "item";
	case USE_HEADING:
		return "heading";
	}
	return "";
}

static void
dump_lines(const struct import *im, struct buf *out)
{
	for (size_t i = 0; i < im->lines.n; i++) {
		const struct line *line = &im->lines.v[i];

		buf_addf(out, "%u\t%s%u\t%s\t%s\t%s\t%.*s\n", line->number, line->page_start ? ">" : "",
		         line->page, role_name(line->role), use_name(line->use), line->joins ? "+" : "|",
		         SLICE_ARG(line->text));
	}
}

static void
dump_rhythm(const struct rhythm *r, struct buf *out)
{
	if (r->first_apart)
		buf_addf(out, "first lines stand apart: gaps %d %d behind them, %d %d behind later ones\n",
		         r->place_score[1][0], r->place_score[1][1], r->place_score[0][0],
		         r->place_score[0][1]);
	buf_addf(out, "measure %u, first lines %u, reach %u and %u, gap %u (%d %d %d %d), indent %d, stops %d %d %d%s%s%s%s%s\n",
	         r->measure, r->first_measure, r->reach, r->first_reach, r->usual_gap, r->gap_score[0],
	         r->gap_score[1], r->gap_score[2], r->gap_score[3], r->indent_score, r->ending_score[0], r->ending_score[1],
	         r->ending_score[2], r->wrapped ? ", wrapped" : "",
	         r->numbered ? ", numbered" : "", r->monospaced ? ", typed" : "",
	         r->trail_ends ? ", blanks end paragraphs" : "", r->han_spaced ? ", Han spaced" : "");
}

static void
dump_pieces(const struct import *im, struct buf *out)
{
	for (size_t i = 0; i < im->pieces.n; i++) {
		const struct block *b = &im->pieces.v[i].block;

		buf_addf(out, "%s%d\t%.*s%s%.*s\tp%u\t%.*s\t%.*s\n", block_kind_name(b->kind), b->level,
		         SLICE_ARG(b->component), b->component.len > 0 ? "!" : "", SLICE_ARG(b->id), b->page,
		         SLICE_ARG(b->label), SLICE_ARG(b->text));
		for (size_t k = 0; k < b->n_citations; k++)
			buf_addf(out, "\t%s %.*s <%.*s>\n", citation_kind_name(b->citations[k].kind),
			         SLICE_ARG(b->citations[k].target), SLICE_ARG(b->citations[k].url));
	}
}

void
stage_dump(const struct import *im, struct buf *out)
{
	dump_lines(im, out);
	buf_add_byte(out, '\n');
	dump_rhythm(&im->rhythm, out);
	buf_add_byte(out, '\n');
	dump_pieces(im, out);
}
