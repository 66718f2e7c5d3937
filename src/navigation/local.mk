# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libnavigation.a
src_libnavigation_a_SOURCES = \
	src/navigation/anchor.c \
	src/navigation/follow.c \
	src/navigation/history.c \
	src/navigation/newer.c \
	src/navigation/reader.c \
	src/navigation/reader_jump.c \
	src/navigation/reader_priv.h \
	src/navigation/spot.c \
	include/navigation/follow.h \
	include/navigation/history.h \
	include/navigation/newer.h \
	include/navigation/reader.h

# What a program of this floor is linked with.
FLOOR_NAVIGATION = src/libnavigation.a src/libstore.a src/liblayout.a $(FLOOR_IMPORT) $(SQLITE_LIBS)
