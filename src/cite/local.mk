# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libcite.a
src_libcite_a_SOURCES = \
	src/cite/roots.def \
	src/cite/scan.c \
	src/cite/scan_priv.h \
	src/cite/source.c \
	src/cite/symbol.c \
	include/cite/symbol.h

# What a program of this floor is linked with.
FLOOR_CITE = src/libcite.a $(FLOOR_TEXT)
