/* SPDX-License-Identifier: ISC */
/*
 * The archive and its XML, within bounds: no part may be huge, none may unpack to a multiple that
 * text never has, and no document type may bring entities along.
 */
#include "config.h"

#include "docx_priv.h"

#include <expat.h>
#include <string.h>
#include <zip.h>

#define PART_BYTES_MOST ((size_t)64 << 20)
#define RATIO_MOST 200
#define RATIO_FROM ((size_t)4 << 20) /* smaller parts may be packed as tight as they like */
#define STEP ((size_t)64 << 10)

bool
docx_open(struct docx_archive *a, struct slice bytes)
{
	zip_error_t error;
	zip_source_t *source;

	zip_error_init(&error);
	source = zip_source_buffer_create(bytes.p, bytes.len, 0, &error);
	a->zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
	if (!a->zip && source)
		zip_source_free(source);
	zip_error_fini(&error);
	return a->zip != NULL;
}

void
docx_close(struct docx_archive *a)
{
	if (a->zip)
		zip_discard(a->zip);
	a->zip = NULL;
}

/* The size that the directory claims is a claim: the bytes are counted too. */
static bool
is_too_big(struct docx_archive *a, const zip_stat_t *st)
{
	bool big = st->size > PART_BYTES_MOST || a->taken + st->size > DOCX_BYTES_MOST ||
	           (st->size > RATIO_FROM && st->comp_size > 0 && st->size / st->comp_size > RATIO_MOST);

	a->too_big = a->too_big || big;
	return big;
}

static bool
unpack(struct docx_archive *a, zip_file_t *file, struct buf *out)
{
	zip_int64_t n;

	do {
		if (out->len > PART_BYTES_MOST) {
			a->too_big = true;
			return false;
		}
		buf_reserve(out, STEP);
		n = zip_fread(file, out->p + out->len, STEP);
		if (n > 0)
			out->len += (size_t)n;
	} while (n > 0);
	return n == 0;
}

bool
docx_part(struct docx_archive *a, const char *name, struct buf *out)
{
	zip_stat_t st;
	zip_file_t *file;
	bool done;

	buf_clear(out);
	if (zip_stat(a->zip, name, ZIP_FL_NOCASE, &st) != 0 || !(st.valid & ZIP_STAT_SIZE) ||
	    !(st.valid & ZIP_STAT_COMP_SIZE) || is_too_big(a, &st))
		return false;
	file = zip_fopen_index(a->zip, st.index, 0);
	if (!file)
		return false;
	done = unpack(a, file, out);
	zip_fclose(file);
	a->taken += out->len;
	return done;
}

size_t
docx_part_size(struct docx_archive *a, const char *name)
{
	zip_stat_t st;

	return zip_stat(a->zip, name, ZIP_FL_NOCASE, &st) == 0 && (st.valid & ZIP_STAT_SIZE) ? st.size : 0;
}

struct parse {
	XML_Parser parser;
	const struct docx_handler *handler;
	size_t depth;
	bool refused;
};

/* "uri|name": names of two vocabularies do not meet in what is asked for. */
static const char *
local(const char *name)
{
	const char *bar = strrchr(name, '|');

	return bar ? bar + 1 : name;
}

static void
refuse(struct parse *p)
{
	p->refused = true;
	XML_StopParser(p->parser, XML_FALSE);
}

static void XMLCALL
on_start(void *user, const char *name, const char **attributes)
{
	struct parse *p = user;

	if (++p->depth > DOCX_DEPTH_MOST)
		refuse(p);
	else if (!p->refused)
		p->handler->start(p->handler->context, local(name), attributes);
}

static void XMLCALL
on_end(void *user, const char *name)
{
	struct parse *p = user;

	p->depth--;
	if (!p->refused && p->handler->end)
		p->handler->end(p->handler->context, local(name));
}

static void XMLCALL
on_text(void *user, const char *text, int len)
{
	struct parse *p = user;

	if (!p->refused && p->handler->text)
		p->handler->text(p->handler->context, slice_of(text, (size_t)len));
}

/*
 * Declarations in the file itself are never legal in the format, and the way in for entities.  A type that is
 * only named, as packages of older books do, is not looked up.
 */
static void XMLCALL
on_doctype(void *user, const char *name, const char *system, const char *public, int internal)
{
	(void)name;
	(void)system;
	(void)public;
	if (internal)
		refuse(user);
}

bool
docx_parse(struct slice xml, const struct docx_handler *handler)
{
	struct parse p = { .parser = XML_ParserCreateNS(NULL, '|'), .handler = handler };
	bool good;

	if (!p.parser)
		return false;
	XML_SetUserData(p.parser, &p);
	XML_SetElementHandler(p.parser, on_start, on_end);
	XML_SetCharacterDataHandler(p.parser, on_text);
	XML_SetStartDoctypeDeclHandler(p.parser, on_doctype);
	good = XML_Parse(p.parser, xml.p, (int)xml.len, XML_TRUE) == XML_STATUS_OK && !p.refused;
	XML_ParserFree(p.parser);
	return good;
}

const char *
docx_attribute(const char **attributes, const char *name)
{
	for (; *attributes; attributes += 2)
		if (strcmp(local(attributes[0]), name) == 0)
			return attributes[1];
	return NULL;
}

bool
docx_is_on(const char **attributes)
{
	const char *value = docx_attribute(attributes, "val");

	return !value || (strcmp(value, "0") != 0 && strcmp(value, "false") != 0 &&
	                  strcmp(value, "off") != 0 && strcmp(value, "none") != 0);
}
