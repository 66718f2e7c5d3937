/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "extract/reader.h"

#include "reader_priv.h"

bool
reader_has(enum sniff_format format)
{
	switch (format) {
	case SNIFF_PDF:
#ifdef HAVE_POPPLER
		return true;
#else
		return false;
#endif
	case SNIFF_DOCX:
#ifdef HAVE_DOCX
		return true;
#else
		return false;
#endif
	case SNIFF_HTML:
#ifdef HAVE_LIBXML
		return true;
#else
		return false;
#endif
	case SNIFF_EPUB:
#ifdef HAVE_EPUB
		return true;
#else
		return false;
#endif
	case SNIFF_TEXT:
	case SNIFF_WORD:
	case SNIFF_RTF:
	case SNIFF_ODT:
	case SNIFF_XML:
	case SNIFF_ZIP:
	case SNIFF_FORMATS:
		break;
	}
	return false;
}

void
reader_run(enum sniff_format format, struct slice bytes, struct extract *out)
{
	(void)bytes; /* a build may have no reader */
	if (!reader_has(format)) {
		out->refusal = EXTRACT_NO_READER;
		return;
	}
#ifdef HAVE_DOCX
	if (format == SNIFF_DOCX)
		docx_read(bytes, out);
#endif
#ifdef HAVE_POPPLER
	if (format == SNIFF_PDF)
		pdf_read(bytes, out);
#endif
#ifdef HAVE_LIBXML
	if (format == SNIFF_HTML)
		html_read(bytes, out);
#endif
#ifdef HAVE_EPUB
	if (format == SNIFF_EPUB)
		epub_read(bytes, out);
#endif
}
