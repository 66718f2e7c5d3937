# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libtext.a
src_libtext_a_SOURCES = \
	src/text/approx.c \
	src/text/boundary.c \
	src/text/boundary_priv.h \
	src/text/breaks.c \
	src/text/charset.c \
	src/text/charset_priv.h \
	src/text/charset_score.c \
	src/text/edit.c \
	src/text/edit_wrap.c \
	src/text/fold.c \
	src/text/grapheme.c \
	src/text/han_common.def \
	src/text/json.c \
	src/text/jsonread.c \
	src/text/locale.c \
	src/text/numeral.c \
	src/text/reading.c \
	src/text/readings.def \
	src/text/regex.c \
	src/text/searchfold.c \
	src/text/searchfold.def \
	src/text/sentence.c \
	src/text/utf8.c \
	src/text/veto.c \
	src/text/veto_list.def \
	src/text/veto_priv.h \
	src/text/width.c \
	src/text/width_ranges.def \
	src/text/word.c \
	include/text/approx.h \
	include/text/breaks.h \
	include/text/charset.h \
	include/text/edit.h \
	include/text/fold.h \
	include/text/grapheme.h \
	include/text/json.h \
	include/text/jsonread.h \
	include/text/locale.h \
	include/text/numeral.h \
	include/text/reading.h \
	include/text/regex.h \
	include/text/searchfold.h \
	include/text/sentence.h \
	include/text/utf8.h \
	include/text/width.h \
	include/text/word.h
EXTRA_DIST += tools/gen-han.c tools/gen-readings.c tools/gen-searchfold.c tools/gen-width.c

# What a program of this floor is linked with.
FLOOR_TEXT = src/libtext.a $(FLOOR_BASE) $(ICU_LIBS)
