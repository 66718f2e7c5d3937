/* SPDX-License-Identifier: ISC */
/*
 * Our grams as a tokenizer of FTS5: the text of a paragraph comes in, its grams go out.  In
 * expressions a token is a gram already.
 */
#include "config.h"

#include "base/err.h"
#include "gram_priv.h"
#include "library_priv.h"

#include <stdlib.h>

typedef int tokenizer_each(void *context, int flags, const char *token, int len, int start, int end);

struct tokenizer {
	struct gram gram;
	tokenizer_each *each; /* while one text is taken apart */
	void *context;
};

static int
open_one(void *context, const char **words, int n, Fts5Tokenizer **out)
{
	struct tokenizer *t = mem_resize(NULL, sizeof *t);

	(void)context;
	(void)words;
	(void)n;
	*t = (struct tokenizer){ 0 };
	*out = (Fts5Tokenizer *)t;
	return SQLITE_OK;
}

static void
close_one(Fts5Tokenizer *tokenizer)
{
	struct tokenizer *t = (struct tokenizer *)tokenizer;

	gram_release(&t->gram);
	free(t);
}

/* Where it stands is of no use to an index that keeps no places. */
static int
pass_on(void *context, struct slice gram)
{
	struct tokenizer *t = context;

	return t->each(t->context, 0, gram.p, (int)gram.len, 0, 0);
}

static int
take_apart(Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int len,
           tokenizer_each *each)
{
	struct tokenizer *t = (struct tokenizer *)tokenizer;

	if (flags & FTS5_TOKENIZE_QUERY)
		return each(context, 0, text, len, 0, len);
	t->each = each;
	t->context = context;
	return gram_text(&t->gram, slice_of(text, (size_t)len), pass_on, t);
}

int
tokenizer_register(sqlite3 *handle)
{
	fts5_tokenizer methods = { open_one, close_one, take_apart };
	fts5_api *api = NULL;
	sqlite3_stmt *s;
	int code = sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &s, NULL);

	if (code != SQLITE_OK)
		return code;
	sqlite3_bind_pointer(s, 1, &api, "fts5_api_ptr", NULL);
	sqlite3_step(s);
	code = sqlite3_finalize(s);
	if (code != SQLITE_OK)
		return code;
	return api ? api->xCreateTokenizer(api, "duan", NULL, &methods, NULL) : SQLITE_ERROR;
}
