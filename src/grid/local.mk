# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libgrid.a
src_libgrid_a_SOURCES = \
	include/grid/grid.h \
	include/grid/look.h \
	include/grid/theme.h \
	include/grid/weblink.h \
	src/grid/dump.c \
	src/grid/grid.c \
	src/grid/look.c \
	src/grid/style.c \
	src/grid/theme.c \
	src/grid/weblink.c

# What a program of this floor is linked with.
FLOOR_GRID = src/libgrid.a $(FLOOR_TEXT)
