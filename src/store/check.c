/* SPDX-License-Identifier: ISC */
/*
 * Looking for damage.
 */
#include "config.h"

#include "base/vec.h"
#include "library_priv.h"
#include "store/fulltext.h"

#include <string.h>

typedef VEC(struct words) fault_list;

/* What a statement counts that must not be there. */
static const struct {
	enum query query;
	struct words words;
} counts[] = {
	{ QUERY_CHECK_BLOCKS, { { "%ld paragraphs of no document", "%ld 段不属于任何文件" } } },
	{ QUERY_CHECK_DOCUMENTS, { { "%ld documents lack paragraphs", "%ld 份文件缺段" } } },
	{ QUERY_CHECK_SOURCES, { { "%ld documents lack their source", "%ld 份文件缺原文" } } },
	{ QUERY_CHECK_CITATIONS, { { "%ld citations of no paragraph", "%ld 处引用不属于任何段落" } } },
	{ QUERY_CHECK_LINKS, { { "%ld links of no citation", "%ld 条链接不属于任何引用" } } },
	{ QUERY_CHECK_TARGETS, { { "%ld counts of links are wrong", "%ld 项链接计数有误" } } },
	{ QUERY_CHECK_HOLDINGS, { { "%ld keys of no document", "%ld 个索引键不属于任何文件" } } },
	{ QUERY_CHECK_REST, { { "%ld rows of no document", "%ld 行不属于任何文件" } } },
};

static void
add_count(fault_list *faults, struct arena *arena, struct words words, long n)
{
	struct words fault = { 0 };

	if (n == 0)
		return;
	for (int i = 0; i < UI_LANGUAGES; i++) {
		struct slice format = slice_from(words.text[i]);
		size_t at = slice_find(format, SLICE("%ld"), 0);

		fault.text[i] = arena_printf(arena, "%ld%.*s", n, SLICE_ARG(slice_skip(format, at + 3))).p;
	}
	VEC_PUSH(faults, fault);
}

static enum status
check_counts(struct library *l, struct arena *arena, fault_list *faults, struct err *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < sizeof counts / sizeof *counts && status == STATUS_OK; i++) {
		sqlite3_stmt *s = db_statement(l->db, counts[i].query, err);
		int code;

		if (!s)
			return db_failed(err);
		code = sqlite3_step(s);
		if (code == SQLITE_ROW)
			add_count(faults, arena, counts[i].words, (long)sqlite3_column_int64(s, 0));
		status = db_end(l->db, s, code, err);
	}
	return status;
}

static enum status
check_filing(struct library *l, struct arena *arena, fault_list *faults, struct err *err)
{
	struct library_documents all;
	enum status status = library_list(l, arena, &all, err);
	long n = 0;

	for (size_t i = 0; status == STATUS_OK && i < all.n; i++)
		status = link_count_unfiled(l, all.v[i].id, &n, err);
	add_count(faults, arena, WORDS("%ld citations are not filed", "%ld 处引用未编入索引"), n);
	return status;
}

static enum status
check_words(struct library *l, fault_list *faults, struct err *err)
{
	bool is_in_step = true;
	enum status status = fulltext_check(l, &is_in_step, err);

	if (status == STATUS_OK && !is_in_step)
		VEC_PUSH(faults, WORDS("the index of words does not fit the documents",
		                       "全文索引与文献不一致"));
	return status;
}

enum status
library_check(struct library *l, struct arena *arena, struct words **faults, size_t *n,
              struct err *err)
{
	fault_list list = { 0 };
	enum status status = db_check(l->db, err);

	if (status == STATUS_OK)
		status = check_counts(l, arena, &list, err);
	if (status == STATUS_OK)
		status = check_filing(l, arena, &list, err);
	if (status == STATUS_OK)
		status = check_words(l, &list, err);
	*n = list.n;
	*faults = ARENA_ARRAY(arena, list.n, struct words);
	if (list.n > 0)
		memcpy(*faults, list.v, list.n * sizeof **faults);
	VEC_RELEASE(&list);
	return status;
}

enum status
library_measure(struct library *l, struct library_size *out, struct err *err)
{
	sqlite3_stmt *s = db_statement(l->db, QUERY_SIZE, err);
	int code;

	if (!s)
		return db_failed(err);
	code = sqlite3_step(s);
	if (code == SQLITE_ROW)
		*out = (struct library_size){ (size_t)sqlite3_column_int64(s, 0),
			                      (size_t)sqlite3_column_int64(s, 1),
			                      (size_t)sqlite3_column_int64(s, 2) };
	return db_end(l->db, s, code, err);
}

enum status
library_refile(struct library *l, struct err *err)
{
	static const enum query clear[] = { QUERY_CLEAR_LINKS, QUERY_CLEAR_TARGETS };
	struct library_documents all;
	struct arena arena = { 0 };
	enum status status = library_begin(l, QUERY_BEGIN_WRITE, err);

	for (size_t i = 0; i < 2 && status == STATUS_OK; i++) {
		sqlite3_stmt *s = db_statement(l->db, clear[i], err);

		status = s ? db_run(l->db, s, err) : db_failed(err);
	}
	if (status == STATUS_OK)
		status = library_list(l, &arena, &all, err);
	for (size_t i = 0; status == STATUS_OK && i < all.n; i++)
		status = link_refile(l, all.v[i].id, err);
	status = library_end(l, status, err);
	arena_release(&arena);
	return status == STATUS_OK ? fulltext_rebuild(l, err) : status;
}
