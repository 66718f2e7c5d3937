# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libimport.a
src_libimport_a_SOURCES = \
	include/import/import.h \
	include/import/stage.h \
	src/import/append.c \
	src/import/block.c \
	src/import/caption.c \
	src/import/clause.c \
	src/import/contents.c \
	src/import/counter.c \
	src/import/decode.c \
	src/import/eid.c \
	src/import/ending.c \
	src/import/face.c \
	src/import/fact.c \
	src/import/footnote.c \
	src/import/given.c \
	src/import/furniture.c \
	src/import/heading.c \
	src/import/hyphen.c \
	src/import/import.c \
	src/import/import_priv.h \
	src/import/join.c \
	src/import/label.c \
	src/import/line.c \
	src/import/list.c \
	src/import/mark.c \
	src/import/mark_given.c \
	src/import/mark_priv.h \
	src/import/masthead.c \
	src/import/masthead_priv.h \
	src/import/metadata.c \
	src/import/metadata_priv.h \
	src/import/months.def \
	src/import/page.c \
	src/import/rhythm.c \
	src/import/shape.c \
	src/import/signature.c \
	src/import/speaker.c \
	src/import/stage.c \
	src/import/table.c \
	src/import/title.c \
	src/import/urldump.c

# What a program of this floor is linked with.
FLOOR_IMPORT = src/libimport.a src/libextract.a $(FLOOR_DOC)
