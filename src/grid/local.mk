# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libgrid.a
src_libgrid_a_SOURCES = \
	include/grid/grid.h \
	src/grid/dump.c \
	src/grid/grid.c

# What a program of this floor is linked with.
FLOOR_GRID = src/libgrid.a $(FLOOR_TEXT)
