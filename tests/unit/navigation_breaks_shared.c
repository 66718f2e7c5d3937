/* SPDX-License-Identifier: ISC */
/*
 * Line breaking over real Chinese documents at every width from 24 to 160: nothing forbidden at the
 * start or the end of a line, nothing cut that belongs together.  What belongs together is said here
 * by regular expressions, independently of text/breaks.
 */
#include "config.h"

#include "cite/symbol.h"
#include "import/import.h"
#include "layout/layout.h"
#include "tap.h"

#include <glob.h>
#include <locale.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>

#define NARROWEST 24
#define WIDEST 160

static const char *const not_at_start[] = { "！", "％", "）", "，", "．", "：", "；", "？", "］", "｝", "、",
	                                    "。", "〉", "》", "」", "』", "】", "〕", "…", "—", "”", "’",
	                                    "!", "%", ")", ",", ".", ":", ";", "?", "]", "}" };
static const char *const not_at_end[] = { "（", "《", "〈", "「", "『", "【", "〔", "〖", "“",
	                                  "‘", "(", "[", "{", "￥", "$", "£" };
static const char *const together[] = {
	"第 ?[0-9]+(/[0-9]+)? ?(号|段|条|款|项|章|届|次|页|部分|卷|节)",
	"第(一|二|三|四|五|六|七|八|九|十|百|〇){1,5}(号|段|条|款|项|章|届|次|页|部分|卷|节)",
	"[0-9]{4} ?年 ?[0-9]{1,2} ?月 ?[0-9]{1,2} ?日",
	"[0-9]+ ?(万|亿|百万|多)?(年|月|日|号|个|名|次|届|条|款|段|页|%|％)",
	"[0-9]+ ?(万|亿|百万|多)?(美元|欧元|人|岁|小时|公里|吨|天|周|份|倍)",
	"[0-9]{1,2} (January|February|March|April|May|June|July) [0-9]{4}",
	"[0-9]{1,2} (August|September|October|November|December) [0-9]{4}",
};

struct tally {
	long lines, bad_start, bad_end, cut;
};

static bool
starts_with_any(struct slice s, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (slice_starts(s, list[i]))
			return true;
	return false;
}

static bool
ends_with_any(struct slice s, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (slice_ends(s, list[i]))
			return true;
	return false;
}

/* Bytes at which a line may not start: 1 for each byte strictly inside something whole. */
static void
mark_whole(struct slice text, const regex_t *re, char *inside)
{
	struct symbol_span span;

	memset(inside, 0, text.len + 1);
	for (size_t at = 0; symbol_find(text, at, &span); at = span.end)
		memset(inside + span.start + 1, 1, span.end - span.start - 1);
	for (size_t i = 0; i < sizeof together / sizeof *together; i++) {
		regmatch_t m;

		for (size_t at = 0; at < text.len && regexec(&re[i], text.p + at, 1, &m, 0) == 0;
		     at += (size_t)m.rm_eo)
			memset(inside + at + (size_t)m.rm_so + 1, 1, (size_t)(m.rm_eo - m.rm_so - 1));
	}
}

static void
check_lines(struct slice text, struct layout_lines lines, const char *inside, struct tally *t)
{
	for (size_t i = 0; i < lines.n; i++) {
		const struct line *line = &lines.v[i];
		struct slice here = slice_sub(text, line->start, line->end);

		if (line->is_gap || here.len == 0)
			continue;
		t->lines++;
		if (line->start > 0 &&
		    starts_with_any(here, not_at_start, sizeof not_at_start / sizeof *not_at_start))
			t->bad_start++;
		if (line->end < text.len &&
		    ends_with_any(here, not_at_end, sizeof not_at_end / sizeof *not_at_end))
			t->bad_end++;
		if (inside[line->start])
			t->cut++;
	}
}

static void
check_doc(struct doc *d, const regex_t *re, struct tally *t)
{
	struct layout_settings s = { .cols = NARROWEST, .width = { .ambiguous = 1 }, .hang = true };
	struct layout *l = layout_new(d, s);

	for (size_t b = 0; b < d->n_blocks; b++) {
		struct slice text = arena_copy(&d->arena, d->blocks[b].text);
		char *inside = malloc(text.len + 1);

		if (d->blocks[b].kind == BLOCK_TABLE || d->blocks[b].kind == BLOCK_CONTENTS) {
			free(inside);
			continue;
		}
		mark_whole(text, re, inside);
		for (s.cols = NARROWEST; s.cols <= WIDEST; s.cols++) {
			layout_set(l, s);
			check_lines(text, layout_block(l, b), inside, t);
		}
		free(inside);
	}
	layout_free(l);
}

static void
check_files(const char *pattern, const regex_t *re)
{
	const char *path = tap_shared("corpus");
	struct buf full = { 0 };
	glob_t found;

	buf_addf(&full, "%s/%s", path, pattern);
	if (glob(buf_str(&full), 0, NULL, &found) != 0)
		found.gl_pathc = 0;
	for (size_t i = 0; i < found.gl_pathc; i++) {
		struct tally t = { 0 };
		struct doc *d;
		struct err err;
		struct slice name = slice_from(strrchr(found.gl_pathv[i], '/') + 1);

		if (!ok(import_file(NULL, found.gl_pathv[i], &d, &err) == STATUS_OK, "%.*s", SLICE_ARG(name)))
			continue;
		check_doc(d, re, &t);
		is_number(t.bad_start, 0, "%.*s: starts of %ld lines", SLICE_ARG(name), t.lines);
		is_number(t.bad_end, 0, "%.*s: ends", SLICE_ARG(name));
		is_number(t.cut, 0, "%.*s: nothing whole is cut", SLICE_ARG(name));
		doc_free(d);
	}
	if (found.gl_pathc > 0)
		globfree(&found);
	buf_release(&full);
}

int
main(void)
{
	regex_t re[sizeof together / sizeof *together];

	if (!tap_shared("corpus"))
		tap_skip_all("no shared corpus here");
	setlocale(LC_CTYPE, "C.UTF-8");
	for (size_t i = 0; i < sizeof together / sizeof *together; i++)
		if (regcomp(&re[i], together[i], REG_EXTENDED) != 0)
			return 1;
	check_files("seed/*.txt", re);
	check_files("texts-zh-en/*.zh.txt", re);
	check_files("emulated/*.zh.EMULATED.tikalike.txt", re);
	check_files("charter/clean_un_charter_zh.txt", re);
	for (size_t i = 0; i < sizeof together / sizeof *together; i++)
		regfree(&re[i]);
	return tap_done();
}
