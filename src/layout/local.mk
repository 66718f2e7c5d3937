# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/liblayout.a
src_liblayout_a_SOURCES = \
	src/layout/layout.c \
	src/layout/layout_priv.h \
	src/layout/row.c \
	src/layout/table.c \
	src/layout/wrap.c \
	include/layout/layout.h

# What a program of this floor is linked with.
FLOOR_LAYOUT = src/liblayout.a $(FLOOR_DOC)
