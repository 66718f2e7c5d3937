/* SPDX-License-Identifier: ISC */
/*
 * Writing JSON (RFC 8259).  Appends to the caller's buffer; commas are kept by the writer.
 * Text must be UTF-8; what is malformed comes out as U+FFFD; controls, bidi controls, whatever else
 * width_is_unsafe() names and marks beyond what one cell shows are escaped, so that a line of JSON is
 * safe on a terminal and hides nothing.
 */
#ifndef DUAN_TEXT_JSON_H
#define DUAN_TEXT_JSON_H

#include "base/buf.h"

#define JSON_DEPTH_MAX 32

struct json {
	struct buf *out; /* borrowed */
	int depth;
	bool has_item[JSON_DEPTH_MAX];
	bool after_key;
};

void json_init(struct json *j, struct buf *out);
void json_object(struct json *j);
void json_object_end(struct json *j);
void json_array(struct json *j);
void json_array_end(struct json *j);
void json_key(struct json *j, const char *key);
void json_string(struct json *j, struct slice s);
void json_number(struct json *j, long n);
void json_bool(struct json *j, bool b);
void json_null(struct json *j);
/* Key and value at once. */
void json_field(struct json *j, const char *key, struct slice value);
void json_field_str(struct json *j, const char *key, const char *cstr_or_null);
void json_field_number(struct json *j, const char *key, long n);

#endif
