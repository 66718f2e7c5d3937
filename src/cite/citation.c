/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cite/citation.h"

const char *
citation_kind_name(enum citation_kind kind)
{
	static const char *const name[CITATION_KINDS] = {
		[CITATION_SYM] = "sym",       [CITATION_RES] = "res",
		[CITATION_DEC] = "dec",       [CITATION_PARA] = "para",
		[CITATION_CHAP] = "chap",     [CITATION_SECT] = "sect",
		[CITATION_ART] = "art",       [CITATION_TREATY] = "treaty",
		[CITATION_ANNEX] = "annex",   [CITATION_AGENDA] = "agenda",
		[CITATION_FN] = "fn",         [CITATION_IBID] = "ibid",
		[CITATION_HEADING] = "heading", [CITATION_COMM] = "comm",
		[CITATION_PRESS] = "press",   [CITATION_GC] = "gc",
		[CITATION_URL] = "url",
	};

	return name[kind];
}

const char *
citation_confidence_name(enum citation_confidence confidence)
{
	switch (confidence) {
	case CITATION_LOW:
		return "low";
	case CITATION_MEDIUM:
		return "medium";
	case CITATION_HIGH:
		return "high";
	}
	return "";
}

enum citation_kind
citation_kind_from(struct slice name)
{
	int kind = 0;

	while (kind < CITATION_KINDS && !slice_is(name, citation_kind_name((enum citation_kind)kind)))
		kind++;
	return (enum citation_kind)kind;
}
