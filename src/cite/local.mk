# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libcite.a
src_libcite_a_SOURCES = \
	include/cite/symbol.h

# What a program of this floor is linked with.
FLOOR_CITE = src/libcite.a $(FLOOR_TEXT)
