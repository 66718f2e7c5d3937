/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "extract/sniff.h"

#include <string.h>
#include <strings.h>

#define ARCHIVE_HEAD 30  /* bytes before the name of its first entry */
#define TYPE_BYTES 128
#define HEAD_BYTES 1024 /* before the signature of a PDF, as its readers allow */

/* `kind` is what people call it. */
static const struct {
	const char *name, *kind;
	bool has_reader; /* in src/extract; not in every build */
} formats[SNIFF_FORMATS] = {
	[SNIFF_TEXT] = { "text", "text", false }, /* src/import reads it */
	[SNIFF_PDF] = { "pdf", "PDF", true },
	[SNIFF_DOCX] = { "docx", "DOCX", true },
	[SNIFF_HTML] = { "html", "HTML", true },
	[SNIFF_EPUB] = { "epub", "EPUB", true },
	[SNIFF_WORD] = { "doc", "Word", false },
	[SNIFF_RTF] = { "rtf", "RTF", false },
	[SNIFF_ODT] = { "odt", "ODT", false },
	[SNIFF_XML] = { "xml", "XML", false },
	[SNIFF_ZIP] = { "zip", "ZIP", false },
};

const char *
sniff_name(enum sniff_format format)
{
	return formats[format].name;
}

const char *
sniff_kind(enum sniff_format format)
{
	return formats[format].kind;
}

bool
sniff_has_reader(enum sniff_format format)
{
	return formats[format].has_reader;
}

enum sniff_format
sniff_from(const char *name)
{
	for (int i = 0; i < SNIFF_FORMATS; i++)
		if (strcmp(formats[i].name, name) == 0)
			return (enum sniff_format)i;
	return SNIFF_TEXT;
}

static bool
starts(struct slice s, const char *word)
{
	size_t len = strlen(word);

	return s.len >= len && strncasecmp(s.p, word, len) == 0;
}

/* Behind what may stand before the first element: blanks, declarations, comments. */
static struct slice
first_element(struct slice s)
{
	for (;;) {
		size_t end;

		s = slice_trim_start(s);
		if (slice_starts(s, "<!--"))
			end = slice_find(s, SLICE("-->"), 0);
		else if (slice_starts(s, "<?"))
			end = slice_find(s, SLICE("?>"), 0);
		else
			return s;
		if (end == SLICE_NONE)
			return slice_sub(s, 0, 0);
		s = slice_skip(s, end + (slice_starts(s, "<!--") ? 3 : 2));
	}
}

static enum sniff_format
sniff_markup(struct slice s)
{
	static const char *const html[] = { "<!doctype html", "<html", "<head", "<body", "<title", "<meta" };
	struct slice element = first_element(s);

	for (size_t i = 0; i < sizeof html / sizeof *html; i++)
		if (starts(element, html[i]))
			return SNIFF_HTML;
	return slice_starts(s, "<?xml") ? SNIFF_XML : SNIFF_TEXT;
}

/* The first entry of an archive, which some formats have for this: its name and, not packed, what is
 * in it. */
static bool
has_type(struct slice bytes, const char *type)
{
	struct slice first = slice_skip(bytes, ARCHIVE_HEAD);

	return slice_starts(first, "mimetype") &&
	       slice_find(slice_sub(first, 0, TYPE_BYTES), slice_from(type), 0) != SLICE_NONE;
}

/* Else names of entries, in the archive's directory or at its front. */
static enum sniff_format
sniff_archive(struct slice bytes)
{
	if (has_type(bytes, "application/epub+zip"))
		return SNIFF_EPUB;
	if (has_type(bytes, "application/vnd.oasis.opendocument.text"))
		return SNIFF_ODT;
	if (slice_find(bytes, SLICE("word/document.xml"), 0) != SLICE_NONE)
		return SNIFF_DOCX;
	return slice_find(bytes, SLICE("META-INF/container.xml"), 0) != SLICE_NONE ? SNIFF_EPUB : SNIFF_ZIP;
}

enum sniff_format
sniff_bytes(struct slice bytes)
{
	struct slice text = slice_starts(bytes, "\xEF\xBB\xBF") ? slice_skip(bytes, 3) : bytes;

	text = slice_trim_start(text);
	if (slice_starts(bytes, "PK\003\004") || slice_starts(bytes, "PK\005\006"))
		return sniff_archive(bytes);
	if (slice_find(slice_sub(bytes, 0, HEAD_BYTES), SLICE("%PDF-"), 0) != SLICE_NONE &&
	    (slice_starts(text, "%PDF-") || memchr(bytes.p, '\0', bytes.len)))
		return SNIFF_PDF;
	if (slice_starts(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
		return SNIFF_WORD;
	if (slice_starts(text, "{\\rtf"))
		return SNIFF_RTF;
	return sniff_markup(text);
}
