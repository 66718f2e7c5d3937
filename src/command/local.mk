# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libcommand.a
src_libcommand_a_SOURCES =

# What a program of this floor is linked with.
FLOOR_COMMAND = src/libcommand.a src/libpane.a src/libterm.a src/libsession.a src/libgrid.a $(FLOOR_NAVIGATION) $(NCURSES_LIBS)
