/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/file.h"
#include "command_priv.h"
#include "store/fulltext.h"
#include "store/publish.h"

#include <string.h>
#include <sys/stat.h>

/* How much there is for others to read now. */
static void
say_published(const struct call *call, struct library *l, const char *path)
{
	struct library_size size = { 0 };
	struct buf line = { 0 };
	struct stat st = { 0 };

	(void)!stat(path, &st);
	if (library_measure(l, &size, NULL) != STATUS_OK)
		size = (struct library_size){ 0 };
	output_cell(&line, slice_from(words_in(WORDS("published", "已发布"), call->settings->ui)));
	output_cell(&line, slice_from(path));
	buf_addf(&line, call->settings->ui == UI_ZH ? "\t%zu 份，%.1f MB\n" : "\t%zu documents, %.1f MB\n",
	         size.n_documents, (double)st.st_size / 1e6);
	output_text(buf_slice(&line));
	buf_release(&line);
}

/* What is published in a folder of one's own alone is read by nobody. */
static void
say_closed(const struct call *call, const char *path)
{
	struct buf folder = { 0 };
	struct stat st;
	struct err err;

	buf_add(&folder, slice_of(path, strlen(path) - file_base_name(path).len));
	if (folder.len == 0)
		buf_add_byte(&folder, '.');
	if (stat(folder.p, &st) == 0 && !(st.st_mode & S_IXOTH)) {
		(void)err_set(&err, STATUS_OK, "%s: others cannot enter this folder; chmod go+x it",
		              "%s：他人无法进入此文件夹，可执行 chmod go+x", folder.p);
		output_error(call->settings, &err);
	}
	buf_release(&folder);
}

/* An empty one where there was none would be of no use to anybody. */
static enum status
publish(const struct call *call, struct library **l, struct err *err)
{
	struct library_size size;
	enum status status = shelf_open(call->settings, l, err);

	if (status == STATUS_OK)
		status = library_measure(*l, &size, err);
	if (status == STATUS_OK && size.n_documents == 0)
		return err_set(err, STATUS_MISSING, "%s: the library is empty; add documents first",
		               "%s：文献库是空的，请先添加文件", library_name(*l));
	if (status == STATUS_OK) /* readers of a snapshot cannot file what waits for the index */
		status = fulltext_settle(*l, err);
	return status == STATUS_OK ? publish_snapshot(*l, call->words.v[0], err) : status;
}

int
run_publish(const struct call *call)
{
	struct library *l = NULL;
	struct err err;

	if (call->words.n != 1)
		return output_usage(call->settings, "publish", "takes one file", "须指定一个文件");
	if (publish(call, &l, &err) != STATUS_OK) {
		output_error(call->settings, &err);
		return EXIT_REFUSED;
	}
	say_published(call, l, call->words.v[0]);
	say_closed(call, call->words.v[0]);
	return EXIT_DONE;
}
