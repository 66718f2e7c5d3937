/* SPDX-License-Identifier: ISC */
/*
 * The look of headings (domain.md, E.4).
 */
#include "config.h"

#include "import_priv.h"

#define HEADING_BYTES 400
#define HEADING_LINES 7

bool
heading_is_known(struct slice text)
{
	static const char *const word[] = {
		"Summary", "SUMMARY", "Contents", "CONTENTS", "Introduction", "INTRODUCTION", "Annex", "ANNEX",
		"Notes", "Résumé", "Resumen", "Резюме", "Содержание", "Índice", "Sommaire", "ملخص", "المحتويات",
		"摘要", "目录", "目 录", "目錄", "导言", "附件", "结论", "建议", "结论和建议", "说明", "引言",
		"Preamble", "Préambule", "Preámbulo", "Преамбула", "序言", "الديباجة",
	};

	for (size_t i = 0; i < sizeof word / sizeof *word; i++)
		if (slice_is(text, word[i]))
			return true;
	return false;
}

static bool
ends_like_text(struct slice text)
{
	uint32_t last = char_last_inside(text);

	return char_ends_sentence(last) || last == ';' || last == ',' || last == 0xFF1B || last == 0xFF0C ||
	       last == 0x3001;
}

bool
heading_shaped(const struct import *im, size_t i)
{
	size_t len = 0, last = i;

	for (size_t n = 0;; n++) {
		size_t next = line_next_body(im, last + 1);

		len += im->lines.v[last].text.len;
		if (n >= HEADING_LINES || len > HEADING_BYTES)
			return false;
		if (next != last + 1 || next >= im->lines.n || im->lines.v[next].page_start ||
		    im->lines.v[next].label.kind != LABEL_NONE || join_score(im, last, next) <= 0)
			break;
		last = next;
	}
	return !ends_like_text(im->lines.v[last].text);
}
