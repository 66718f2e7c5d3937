# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libterm.a
src_libterm_a_SOURCES = \
	include/term/term.h \
	src/term/clipboard.c \
	src/term/entry.c \
	src/term/keys.c \
	src/term/links.c \
	src/term/probe.c \
	src/term/run.c \
	src/term/show.c \
	src/term/signal.c \
	src/term/style.c \
	src/term/term.c \
	src/term/term_priv.h \
	src/term/terminfo.c \
	src/term/terminfo_priv.h \
	src/term/wait.c \
	src/term/wcwidth.c

# What a program of this floor is linked with.
FLOOR_TERM = src/libterm.a src/libsession.a src/libsearch.a src/libannotation.a src/libcompare.a src/libgrid.a $(FLOOR_NAVIGATION) $(NCURSES_LIBS)
