# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libcompare.a
src_libcompare_a_SOURCES = \
	src/compare/alignment.c \
	src/compare/bead.c \
	src/compare/bead_cost.c \
	src/compare/bead_cost_priv.h \
	src/compare/bead_priv.h \
	src/compare/chain.c \
	src/compare/chain_priv.h \
	src/compare/change.c \
	src/compare/feature.c \
	src/compare/feature_priv.h \
	src/compare/gather.c \
	src/compare/gather_priv.h \
	src/compare/lexicon.c \
	src/compare/lexicon_priv.h \
	src/compare/parallel.c \
	src/compare/shingle.c \
	src/compare/shingle_priv.h \
	src/compare/version.c \
	include/compare/alignment.h \
	include/compare/change.h \
	include/compare/parallel.h \
	include/compare/version.h

# What a program of this floor is linked with.
FLOOR_COMPARE = src/libcompare.a $(FLOOR_IMPORT)
