# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libcite.a
src_libcite_a_SOURCES = \
	include/cite/address.h \
	include/cite/citation.h \
	include/cite/language.h \
	include/cite/recognise.h \
	include/cite/session.h \
	include/cite/symbol.h \
	include/cite/target.h \
	include/cite/wording.h \
	src/cite/address.c \
	src/cite/agenda.c \
	src/cite/annex.c \
	src/cite/article.c \
	src/cite/aside.c \
	src/cite/atom.c \
	src/cite/atom_priv.h \
	src/cite/bracket.c \
	src/cite/capital.c \
	src/cite/citation.c \
	src/cite/comment.c \
	src/cite/container.c \
	src/cite/container_priv.h \
	src/cite/containers.def \
	src/cite/council.c \
	src/cite/council_priv.h \
	src/cite/council_years.def \
	src/cite/glyph.c \
	src/cite/glyph_priv.h \
	src/cite/han_plain.def \
	src/cite/key.c \
	src/cite/language.c \
	src/cite/languages.def \
	src/cite/locator.c \
	src/cite/locator_priv.h \
	src/cite/match.c \
	src/cite/number.c \
	src/cite/number_priv.h \
	src/cite/organ.c \
	src/cite/organ_priv.h \
	src/cite/organs.def \
	src/cite/origin.c \
	src/cite/paragraph.c \
	src/cite/parse.c \
	src/cite/parse_priv.h \
	src/cite/phrase.c \
	src/cite/phrase_priv.h \
	src/cite/recognise.c \
	src/cite/record.c \
	src/cite/resolution.c \
	src/cite/resolution_han.c \
	src/cite/resolution_priv.h \
	src/cite/root.c \
	src/cite/root_priv.h \
	src/cite/roots.def \
	src/cite/row.c \
	src/cite/said.c \
	src/cite/segment.c \
	src/cite/segment_priv.h \
	src/cite/sequence.c \
	src/cite/sequence_priv.h \
	src/cite/series.c \
	src/cite/session.c \
	src/cite/sessions.def \
	src/cite/symbol.c \
	src/cite/symbol_priv.h \
	src/cite/target.c \
	src/cite/treaties.def \
	src/cite/treaty.c \
	src/cite/window.c \
	src/cite/window_priv.h \
	src/cite/wording.c \
	src/cite/words.def

# What a program of this floor is linked with.
FLOOR_CITE = src/libcite.a $(FLOOR_TEXT)

# The table of words, made while building.
noinst_PROGRAMS += src/cite/phrase_build
src_cite_phrase_build_SOURCES = src/cite/glyph.c src/cite/phrase_build.c src/cite/window.c
src_cite_phrase_build_LDADD = $(FLOOR_TEXT)
BUILT_SOURCES += src/cite/phrase_nodes.def
CLEANFILES += src/cite/phrase_nodes.def
src/cite/phrase_nodes.def: src/cite/phrase_build$(EXEEXT)
	$(AM_V_GEN)src/cite/phrase_build$(EXEEXT) > $@.tmp && mv $@.tmp $@
src/cite/phrase.$(OBJEXT): src/cite/phrase_nodes.def
