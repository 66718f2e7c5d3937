/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "navigation/newer.h"

#include "../store_sample.h"
#include "tap.h"

#include <unistd.h>

#define FILE_NAME "navigation_newer.db"

static void
add(struct library *l, const char *symbol, const char *language, const char *cites)
{
	struct arena arena = { 0 };
	char hash[65];
	struct doc *d;

	snprintf(hash, sizeof hash, "%s%s", symbol, language);
	d = sample_new(symbol, language, cites ? "Report of the Conference" : "Draft", hash);
	sample_block(d, BLOCK_PARAGRAPH, "1.", 1, "One.");
	if (cites)
		sample_cite(d, cites);
	sample_add(l, d, hash, &arena);
	arena_release(&arena);
}

static void
test(struct library *l, const char *symbol, const char *language, const char *want)
{
	struct doc *d = sample_new(symbol, language, "", "");
	struct link_relative *list;
	struct arena arena = { 0 };
	struct buf got = { 0 };
	struct err err;
	size_t n;
	enum status status;

	d->n_symbols = symbol[0] != '\0';
	status = newer_find(l, d, &arena, &list, &n, &err);
	if (status == STATUS_OK)
		newer_words(list, n, UI_EN, &got);
	is(buf_slice(&got), want, "%s@%s", symbol, language);
	for (size_t i = 0; status == STATUS_OK && i < n; i++)
		if (slice_is(list[i].document.symbol, "CFW/COP/2024/13/Rev.2"))
			ok(slice_is(list[i].document.language, language), "in the language of the reader");
	buf_release(&got);
	arena_release(&arena);
	doc_free(d);
}

static void
remove_file(void)
{
	unlink(FILE_NAME);
	unlink(FILE_NAME "-wal");
	unlink(FILE_NAME "-shm");
}

int
main(void)
{
	struct library *l;
	struct err err;

	remove_file();
	if (library_open(FILE_NAME, &l, &err) != STATUS_OK)
		return 1;
	add(l, "CFW/COP/2024/13", "zh", NULL);
	add(l, "CFW/COP/2024/13/Rev.1", "zh", NULL);
	add(l, "CFW/COP/2024/13/Rev.2", "en", NULL);
	add(l, "CFW/COP/2024/13/Rev.2", "zh", NULL);
	add(l, "CFW/COP/2024/13/Rev.10", "zh", NULL);
	add(l, "CFW/COP/2024/13/Add.1", "zh", NULL);
	add(l, "CFW/COP/2024/13/Add.1/Rev.1", "zh", NULL);
	add(l, "CFW/COP/2024/9/Corr.1", "zh", NULL);
	add(l, "CFW/COP/2024/9/Corr.2", "zh", NULL);
	add(l, "CFW/COP/2024/17", "zh", "doc:CFW/COP/2024/L.1/Add.2");

	test(l, "CFW/COP/2024/13", "zh",
	     "revised: CFW/COP/2024/13/Rev.10, CFW/COP/2024/13/Rev.2, CFW/COP/2024/13/Rev.1");
	test(l, "CFW/COP/2024/13/Rev.1", "zh", "revised: CFW/COP/2024/13/Rev.10, CFW/COP/2024/13/Rev.2");
	test(l, "CFW/COP/2024/13/Rev.1", "en", "revised: CFW/COP/2024/13/Rev.10, CFW/COP/2024/13/Rev.2");
	test(l, "CFW/COP/2024/13/Rev.10", "zh", "");
	test(l, "CFW/COP/2024/13/Add.1", "zh", "revised: CFW/COP/2024/13/Add.1/Rev.1");
	test(l, "CFW/COP/2024/9", "zh", "corrected: CFW/COP/2024/9/Corr.1, CFW/COP/2024/9/Corr.2");
	test(l, "CFW/COP/2024/9", "en", "");
	test(l, "CFW/COP/2024/9/Corr.1", "zh", "corrected: CFW/COP/2024/9/Corr.2");
	test(l, "CFW/COP/2024/L.1/Add.2", "zh", "final text: CFW/COP/2024/17");
	test(l, "CFW/COP/2024/17", "zh", "");
	test(l, "", "zh", "");
	library_close(l);
	remove_file();
	return tap_done();
}
