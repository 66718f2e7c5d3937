# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libpane.a
src_libpane_a_SOURCES =

# What a program of this floor is linked with.
FLOOR_PANE = src/libpane.a src/libsession.a src/libgrid.a $(FLOOR_NAVIGATION)
