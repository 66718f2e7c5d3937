# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libsearch.a
src_libsearch_a_SOURCES = \
	include/search/find.h \
	include/search/lookup.h \
	src/search/find.c \
	src/search/find_priv.h \
	src/search/found.c \
	src/search/lookup.c \
	src/search/lookup_priv.h \
	src/search/near.c \
	src/search/near_priv.h \
	src/search/needle.c \
	src/search/query.c \
	src/search/query_ask.c \
	src/search/query_note.c \
	src/search/query_priv.h \
	src/search/source.c

# What a program of this floor is linked with.
FLOOR_SEARCH = src/libsearch.a $(FLOOR_STORE)
