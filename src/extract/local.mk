# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libextract.a
src_libextract_a_CPPFLAGS = $(AM_CPPFLAGS) -DDUAN_LIBEXECDIR='"$(libexecdir)"'
src_libextract_a_CFLAGS = $(AM_CFLAGS) $(POPPLER_CFLAGS) $(LIBZIP_CFLAGS) $(EXPAT_CFLAGS) $(LIBXML_CFLAGS) $(SECCOMP_CFLAGS)
src_libextract_a_SOURCES = \
	include/extract/cage.h \
	include/extract/child.h \
	include/extract/convert.h \
	include/extract/converter.h \
	include/extract/extract.h \
	include/extract/lock.h \
	include/extract/reader.h \
	include/extract/sniff.h \
	src/extract/cage.c \
	src/extract/cage_convert.c \
	src/extract/cage_priv.h \
	src/extract/child.c \
	src/extract/convert.c \
	src/extract/converter.c \
	src/extract/extract.c \
	src/extract/folder.c \
	src/extract/folder_priv.h \
	src/extract/lock.c \
	src/extract/lock_call.c \
	src/extract/lock_limits.c \
	src/extract/lock_priv.h \
	src/extract/lock_rule.c \
	src/extract/reader.c \
	src/extract/reader_priv.h \
	src/extract/sniff.c \
	src/extract/wire.c
docx_sources = \
	src/extract/docx.c \
	src/extract/docx_flow.c \
	src/extract/docx_flow_priv.h \
	src/extract/docx_line.c \
	src/extract/docx_number.c \
	src/extract/docx_part.c \
	src/extract/docx_priv.h \
	src/extract/docx_style.c \
	src/extract/docx_text.c
pdf_sources = \
	src/extract/pdf.c \
	src/extract/pdf_cell.c \
	src/extract/pdf_column.c \
	src/extract/pdf_line.c \
	src/extract/pdf_list.c \
	src/extract/pdf_measure.c \
	src/extract/pdf_piece.c \
	src/extract/pdf_priv.h \
	src/extract/pdf_row.c \
	src/extract/pdf_table.c
epub_sources = \
	src/extract/epub.c
html_sources = \
	src/extract/html.c \
	src/extract/html_block.c \
	src/extract/html_label.c \
	src/extract/html_priv.h
if HAVE_DOCX
src_libextract_a_SOURCES += $(docx_sources)
endif
if HAVE_POPPLER
src_libextract_a_SOURCES += $(pdf_sources)
endif
if HAVE_LIBXML
src_libextract_a_SOURCES += $(html_sources)
endif
if HAVE_EPUB
src_libextract_a_SOURCES += $(epub_sources)
endif
EXTRA_DIST += $(docx_sources) $(pdf_sources) $(html_sources) $(epub_sources)

# What a program of this floor is linked with; the libraries of formats only where they are read.
FLOOR_EXTRACT = src/libextract.a $(FLOOR_TEXT)
EXTRACT_LIBS = $(POPPLER_LIBS) $(LIBZIP_LIBS) $(EXPAT_LIBS) $(LIBXML_LIBS) $(SECCOMP_LIBS) -lm

libexec_PROGRAMS += duan-extract
duan_extract_SOURCES = src/extract_main.c
duan_extract_LDADD = $(FLOOR_EXTRACT) $(EXTRACT_LIBS)

libexec_PROGRAMS += duan-convert
duan_convert_SOURCES = src/convert_main.c
duan_convert_LDADD = $(FLOOR_EXTRACT) $(SECCOMP_LIBS)
