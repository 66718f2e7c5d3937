# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libdoc.a
src_libdoc_a_SOURCES = \
	include/doc/backing.h \
	include/doc/doc.h \
	include/doc/dump.h \
	include/doc/quotation.h \
	src/doc/backing.c \
	src/doc/doc.c \
	src/doc/dump.c \
	src/doc/place.c \
	src/doc/quotation.c

# What a program of this floor is linked with.
FLOOR_DOC = src/libdoc.a src/libcite.a $(FLOOR_TEXT)
