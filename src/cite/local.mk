# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libcite.a
src_libcite_a_SOURCES = \
	include/cite/address.h \
	include/cite/citation.h \
	include/cite/session.h \
	include/cite/symbol.h \
	include/cite/target.h \
	src/cite/address.c \
	src/cite/bracket.c \
	src/cite/citation.c \
	src/cite/glyph.c \
	src/cite/glyph_priv.h \
	src/cite/key.c \
	src/cite/match.c \
	src/cite/origin.c \
	src/cite/root.c \
	src/cite/root_priv.h \
	src/cite/roots.def \
	src/cite/segment.c \
	src/cite/segment_priv.h \
	src/cite/session.c \
	src/cite/sessions.def \
	src/cite/symbol.c \
	src/cite/symbol_priv.h \
	src/cite/target.c

# What a program of this floor is linked with.
FLOOR_CITE = src/libcite.a $(FLOOR_TEXT)
