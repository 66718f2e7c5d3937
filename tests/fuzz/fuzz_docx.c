/* SPDX-License-Identifier: ISC */
/* The chief part of a DOCX file, unpacked: the archive's checksums would keep all accidents out. */
#include "config.h"

#include "fuzz_format.h"
#include "docx_priv.h"

void
fuzz_one(struct slice bytes)
{
	struct extract e = { 0 };
	struct docx d = { .out = &e };

	(void)docx_text(&d, bytes, DOCX_FOOTNOTES);
	(void)docx_text(&d, bytes, DOCX_BODY);
	fuzz_answer(&e, "docx");
	docx_styles_release(&d.styles);
	map_release(&d.links);
	map_release(&d.notes);
	VEC_RELEASE(&d.targets);
	VEC_RELEASE(&d.note);
	arena_release(&d.arena);
	extract_release(&e);
}
