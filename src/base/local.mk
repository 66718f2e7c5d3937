# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libbase.a
src_libbase_a_SOURCES = \
	include/base/arena.h \
	include/base/buf.h \
	include/base/clock.h \
	include/base/diag.h \
	include/base/err.h \
	include/base/file.h \
	include/base/map.h \
	include/base/sha256.h \
	include/base/slice.h \
	include/base/vec.h \
	src/base/arena.c \
	src/base/buf.c \
	src/base/clock.c \
	src/base/diag.c \
	src/base/err.c \
	src/base/file.c \
	src/base/map.c \
	src/base/sha256.c \
	src/base/slice.c \
	src/base/vec.c

# What a program of this floor is linked with.
FLOOR_BASE = src/libbase.a
