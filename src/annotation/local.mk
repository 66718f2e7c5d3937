# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libannotation.a
src_libannotation_a_SOURCES = \
	src/annotation/anchor.c \
	src/annotation/compare_priv.h \
	src/annotation/exchange.c \
	src/annotation/exchange_priv.h \
	src/annotation/exchange_w3c.c \
	src/annotation/exchange_w3c_read.c \
	src/annotation/flat.c \
	src/annotation/markdown.c \
	src/annotation/probe.c \
	src/annotation/probe_priv.h \
	src/annotation/reattach.c \
	src/annotation/reattach_notes.c \
	include/annotation/anchor.h \
	include/annotation/exchange.h \
	include/annotation/flat.h \
	include/annotation/reattach.h

# What a program of this floor is linked with.
FLOOR_ANNOTATION = src/libannotation.a src/libstore.a $(FLOOR_IMPORT) $(SQLITE_LIBS)
