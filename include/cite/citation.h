/* SPDX-License-Identifier: ISC */
/*
 * A citation: a stretch of text that names a document, a part of one, or something else that can be
 * looked up (interface.md, "References"; domain.md, C.3 and I.4).
 *
 * A target is text, so that a link outlives every library: "doc:A/70/1#para_3",
 * "doc:E/2010/27;doc:E/CN.6/2010/11", "self#fn_5", "res:CAC/COSP:7/5", "treaty:UNCAC#art_63".
 * target.h reads it.
 */
#ifndef DUAN_CITE_CITATION_H
#define DUAN_CITE_CITATION_H

#include "base/slice.h"

/* `kind` in JSON: sym res dec para chap sect art treaty annex agenda fn ibid heading comm press gc
 * url. */
enum citation_kind {
	CITATION_SYM, CITATION_RES, CITATION_DEC, CITATION_PARA, CITATION_CHAP, CITATION_SECT,
	CITATION_ART, CITATION_TREATY, CITATION_ANNEX, CITATION_AGENDA, CITATION_FN,
	CITATION_IBID, CITATION_HEADING, CITATION_COMM, CITATION_PRESS, CITATION_GC, CITATION_URL,
	CITATION_KINDS
};
const char *citation_kind_name(enum citation_kind kind);
/* CITATION_KINDS if it names none. */
enum citation_kind citation_kind_from(struct slice name);

/* A damaged number never gives more than CITATION_LOW. */
enum citation_confidence { CITATION_LOW, CITATION_MEDIUM, CITATION_HIGH };
const char *citation_confidence_name(enum citation_confidence confidence);

struct citation {
	size_t start, end; /* bytes of the text */
	enum citation_kind kind;
	enum citation_confidence confidence;
	struct slice target;    /* as interface.md */
	struct slice container; /* symbol of the report that holds a resolution without a document of
	                         * its own; empty if there is none or it is not known */
	struct slice evidence;  /* one word: "symbol", "organ", "list", "anaphor", "shape", "root",
	                         * "default", "definition", "url", "mark", … */
	struct slice url;       /* official link found in the source, empty if none */
};

#endif
