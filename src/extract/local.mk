# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libextract.a
src_libextract_a_SOURCES = \
	include/extract/extract.h \
	src/extract/extract.c \
	src/extract/wire.c

# What a program of this floor is linked with.
FLOOR_EXTRACT = src/libextract.a $(FLOOR_TEXT)
