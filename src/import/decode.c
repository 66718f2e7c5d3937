/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "import_priv.h"

#include "text/charset.h"
#include "text/utf8.h"

#include <string.h>

static void
remark_charset(struct import *im, struct charset set)
{
	if (set.certain || strcmp(set.name, "UTF-8") == 0)
		return;
	diag_add(&im->doc->diag, DIAG_NOTE, 0, 0, "read as %s by guess", "按推测的编码 %s 读取",
	         set.name);
}

static void
remark_replaced(struct import *im, size_t replaced)
{
	if (replaced == 0)
		return;
	diag_add(&im->doc->diag, DIAG_WARNING, 0, 0,
	         "%zu damaged characters are shown as U+FFFD; the file's encoding may be another",
	         "有 %zu 个字符损坏，显示为 U+FFFD；文件编码可能有误", replaced);
}

/* UTF-8 that is sound stays where it is: no second copy of a large file. */
static void
take_over(struct import *im, struct buf *bytes, size_t bom)
{
	if (bom > 0) {
		memmove(bytes->p, bytes->p + bom, bytes->len - bom);
		buf_truncate(bytes, bytes->len - bom);
	}
	im->doc->source = *bytes;
	*bytes = (struct buf){ 0 };
}

enum status
decode_bytes(struct import *im, struct buf *bytes, struct err *err)
{
	struct slice all = buf_slice(bytes);
	struct charset set = charset_detect(all);
	struct slice text = slice_skip(all, set.bom);
	struct buf *out = &im->doc->source;
	size_t replaced = 0;
	enum status status = STATUS_OK;

	remark_charset(im, set);
	if (strcmp(set.name, "UTF-8") == 0 && utf8_is_valid(text)) {
		take_over(im, bytes, set.bom);
		return STATUS_OK;
	}
	if (strcmp(set.name, "UTF-8") == 0)
		replaced = utf8_repair(text, out);
	else
		status = charset_decode(text, set.name, out, &replaced, err);
	buf_release(bytes);
	remark_replaced(im, replaced);
	return status;
}
