/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cite/symbol.h"
#include "command_priv.h"
#include "doc/dump.h"
#include "import/import.h"

#include <string.h>
#include <unistd.h>

/* A word that is no file but could be a symbol: the library that would know it is not there. */
static enum status
not_a_file(const char *argument, struct err *err)
{
	if (!symbol_is(slice_from(argument)))
		return STATUS_OK;
	return err_set(err, STATUS_MISSING, "%s: no such file, and no library to look the symbol up in",
	               "%s：没有这个文件，也没有可查此文号的文献库", argument);
}

enum status
document_open(const char *argument, struct doc **out, struct slice *place, struct err *err)
{
	const char *mark = strrchr(argument, '#');
	struct buf path = { 0 };
	enum status status;

	*place = slice_from(NULL);
	if (mark && access(argument, F_OK) != 0) {
		*place = slice_from(mark + 1);
		buf_add(&path, slice_of(argument, (size_t)(mark - argument)));
	} else {
		buf_add_str(&path, argument);
	}
	status = import_file(buf_str(&path), out, err);
	if (status == STATUS_MISSING && not_a_file(buf_str(&path), err) != STATUS_OK)
		status = STATUS_MISSING;
	buf_release(&path);
	return status;
}

enum form { FORM_TEXT, FORM_JSON, FORM_OUTLINE };

/* The words of the call: one document and at most one form. */
static bool
read_words(const struct call *call, const char **document, enum form *form)
{
	for (int i = 0; i < call->argc; i++) {
		const char *word = call->argv[i];

		if (strcmp(word, "--json") == 0) {
			*form = FORM_JSON;
		} else if (strcmp(word, "--text") == 0) {
			*form = FORM_TEXT;
		} else if (strcmp(word, "--outline") == 0) {
			*form = FORM_OUTLINE;
		} else if ((word[0] == '-' && word[1] != '\0') || *document) {
			output_usage(call->settings, "not understood", "无法理解", word);
			return false;
		} else {
			*document = word;
		}
	}
	if (!*document)
		output_usage(call->settings, "names no document", "未指定文件", "show");
	return *document != NULL;
}

/* The block and what belongs to it: items below a paragraph, all below a heading. */
static size_t
end_of_place(const struct doc *d, size_t block)
{
	const struct block *first = &d->blocks[block];
	size_t end = block + 1;

	for (; end < d->n_blocks; end++) {
		const struct block *b = &d->blocks[end];

		if (!slice_eq(b->component, first->component))
			break;
		if (first->kind == BLOCK_HEADING) {
			if (b->kind == BLOCK_HEADING && b->level <= first->level)
				break;
		} else if (b->kind != BLOCK_ITEM || (first->kind == BLOCK_ITEM && b->level <= first->level)) {
			break;
		}
	}
	return end;
}

static void
print(const struct call *call, const struct doc *d, size_t block, enum form form)
{
	struct buf out = { 0 };

	switch (form) {
	case FORM_JSON:
		dump_json(d, call->settings->ui, &out);
		break;
	case FORM_OUTLINE:
		dump_outline(d, &out);
		break;
	case FORM_TEXT:
		if (block == SLICE_NONE)
			dump_text(d, &out);
		for (size_t i = block; block != SLICE_NONE && i < end_of_place(d, block); i++)
			dump_block_text(&d->blocks[i], &out);
		break;
	}
	output_text(buf_slice(&out));
	buf_release(&out);
}

int
run_show(const struct call *call)
{
	const char *name = NULL;
	enum form form = FORM_TEXT;
	struct slice place;
	size_t block = SLICE_NONE;
	struct doc *d;
	struct err err;

	if (!read_words(call, &name, &form))
		return EXIT_USAGE;
	if (document_open(name, &d, &place, &err) != STATUS_OK) {
		output_error(call->settings, &err);
		return EXIT_REFUSED;
	}
	if (place.len > 0 && (block = doc_find(d, place)) == SLICE_NONE) {
		(void)err_set(&err, STATUS_MISSING, "%s: there is no such place in the document",
		              "%s：文件中没有这个位置", name);
		output_error(call->settings, &err);
		doc_free(d);
		return EXIT_REFUSED;
	}
	print(call, d, block, form);
	doc_free(d);
	return EXIT_DONE;
}
