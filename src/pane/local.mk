# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libpane.a
src_libpane_a_SOURCES = \
	include/pane/pane.h \
	src/pane/changes.c \
	src/pane/cut.c \
	src/pane/first_line.c \
	src/pane/last_line.c \
	src/pane/margin.c \
	src/pane/match.c \
	src/pane/overlay.c \
	src/pane/pane.c \
	src/pane/pane_priv.h \
	src/pane/view_editor.c \
	src/pane/view_list.c \
	src/pane/view_preview.c \
	src/pane/view_results.c \
	src/pane/view_source.c \
	src/pane/view_text.c

# What a program of this floor is linked with.
FLOOR_PANE = src/libpane.a src/libsession.a src/libsearch.a src/libannotation.a src/libcompare.a src/libgrid.a $(FLOOR_NAVIGATION)
