# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libterm.a
src_libterm_a_SOURCES =

# What a program of this floor is linked with.
FLOOR_TERM = src/libterm.a src/libsession.a src/libgrid.a $(FLOOR_NAVIGATION) $(NCURSES_LIBS)
