# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libstore.a
src_libstore_a_SOURCES = \
	include/store/notes.h

# What a program of this floor is linked with.
FLOOR_STORE = src/libstore.a $(FLOOR_DOC) $(SQLITE_LIBS)
