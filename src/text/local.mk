# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libtext.a
src_libtext_a_SOURCES = \
	include/text/breaks.h \
	include/text/charset.h \
	include/text/fold.h \
	include/text/json.h \
	include/text/numeral.h \
	include/text/utf8.h \
	include/text/width.h \
	src/text/json.c

# What a program of this floor is linked with.
FLOOR_TEXT = src/libtext.a $(FLOOR_BASE) $(ICU_LIBS)
