/* SPDX-License-Identifier: ISC */
/*
 * Document symbols: finding one in text, comparing, writing the key (domain.md, A; DHL, "UN
 * Document Symbols"; roots as data in roots.def).  The only place that knows their grammar.
 */
#ifndef DUAN_CITE_SYMBOL_H
#define DUAN_CITE_SYMBOL_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/slice.h"

struct symbol_span {
	size_t start, end; /* bytes of the text */
};

/*
 * The next symbol at or after `from`: false when there is none.  A symbol may hold blanks, and a
 * line end, where A.1 allows; right and left boundaries, required digit and the look-alikes of A.5
 * are seen to.  A double symbol and a range from symbol to symbol are one span.  A root that the
 * table does not know is taken when the shape is clear: CFW/COP/2024/9.  List members without a
 * root ("和Corr.1") are not symbols of their own here.  To go on, call with the end of the last.
 */
bool symbol_find(struct slice text, size_t from, struct symbol_span *span);
/*
 * The whole of `text`, blanks at both ends apart, is one symbol; a `*` behind it is allowed.  In
 * any spelling that a person may type: case and width do not matter, any word may close it.
 */
bool symbol_is(struct slice text);
/*
 * A line that holds nothing but symbols, blanks and `*`, as the heads of pages do: how many, or 0
 * if there is anything else in it or more than `max`.
 */
size_t symbol_line(struct slice text, struct symbol_span *spans, size_t max);
/*
 * Symbols of a double symbol: "E/2010/27-E/CN.6/2010/11/Corr.1" gives both, the suffix on both
 * (A.4); a plain one gives itself.  At most `max`; gives how many.  Results in the arena, as keys.
 */
size_t symbol_split(struct slice text, struct arena *arena, struct slice *out, size_t max);
/*
 * The key: folded to ASCII, blanks, `*` and "(supp)" removed, capitals as typed; the part letter of
 * a resolution before 1976 dropped.  Appends.
 */
void symbol_key(struct slice text, struct buf *out);
/* The key as documents write it, when somebody has typed it without capitals: "a/70/1/add.1" gives
 * "A/70/1/Add.1"; one with a capital stays.  Appends. */
void symbol_capitals(struct slice key, struct buf *out);
/* Equal as keys, blind to case. */
bool symbol_same(struct slice a, struct slice b);
/* "CAC/COSP/2019/L.1/Add.2" -> "CAC/COSP": the body whose documents bear it; empty if unknown. */
struct slice symbol_root(struct slice key);
/* Key guessed from a file name such as "A_79_309 (Part I)_Add.1.en.pdf"; false if none. */
bool symbol_from_file_name(struct slice name, struct buf *out);
/* Key taken out of an address (undocs.org, docs.un.org, …; domain.md, G); false if none. */
bool symbol_from_url(struct slice url, struct buf *out);

#endif
