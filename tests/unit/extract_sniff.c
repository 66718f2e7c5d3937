/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "extract/sniff.h"

#include "tap.h"

static void
sniffed(struct slice bytes, const char *want)
{
	is(slice_from(sniff_name(sniff_bytes(bytes))), want, "%.20s", bytes.p);
}

int
main(void)
{
	sniffed(SLICE("%PDF-1.7\n"), "pdf");
	sniffed(SLICE("rubbish\n%PDF-1.7\n\0\1"), "pdf");
	sniffed(SLICE("A text that names %PDF-1.7"), "text");
	sniffed(SLICE("PK\003\004 word/document.xml"), "docx");
	sniffed(SLICE("PK\003\004 mimetype"), "zip");
	sniffed(SLICE("PK\003\004..........................mimetypeapplication/epub+zipPK word/document.xml"), "epub");
	sniffed(SLICE("PK\003\004 mimetypeapplication/epub+zip META-INF/container.xml"), "epub");
	sniffed(SLICE("PK\003\004..........................mimetypeapplication/vnd.oasis.opendocument.textPK"),
	        "odt");
	sniffed(SLICE("PK\003\004..........................mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK"),
	        "zip");
	sniffed(SLICE("\xEF\xBB\xBF\n<!DOCTYPE html><p>"), "html");
	sniffed(SLICE("<?xml version='1.0'?>\n<!-- a -->\n<html>"), "html");
	sniffed(SLICE("<?xml version='1.0'?>\n<akomaNtoso>"), "xml");
	sniffed(SLICE("<?xml"), "xml");
	sniffed(SLICE("{\\rtf1"), "rtf");
	sniffed(SLICE("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "doc");
	sniffed(SLICE("1. Paragraph"), "text");
	sniffed(SLICE(""), "text");
	is_number(sniff_from("docx"), SNIFF_DOCX, "by name");
	is_number(sniff_from("--protection"), SNIFF_TEXT, "no name");
	is(slice_from(sniff_kind(SNIFF_WORD)), "Word", "for people");
	ok(sniff_has_reader(SNIFF_HTML) && !sniff_has_reader(SNIFF_TEXT) && !sniff_has_reader(SNIFF_ZIP),
	   "what a program of its own reads");
	return tap_done();
}
