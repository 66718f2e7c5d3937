# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libcommand.a
src_libcommand_a_CPPFLAGS = $(AM_CPPFLAGS) -DDUAN_PKGDATADIR='"$(pkgdatadir)"'
src_libcommand_a_SOURCES = \
	src/command/add.c \
	src/command/add_batch.c \
	src/command/add_priv.h \
	src/command/add_report.c \
	src/command/bookmark.c \
	src/command/check.c \
	src/command/citation.c \
	src/command/cite.c \
	src/command/cited_by.c \
	src/command/cites.c \
	src/command/command.c \
	src/command/command.def \
	src/command/command_priv.h \
	src/command/config.c \
	src/command/diff.c \
	src/command/diff_output.c \
	src/command/diff_priv.h \
	src/command/document.c \
	src/command/export.c \
	src/command/family.c \
	src/command/fetch.c \
	src/command/fetch_get.c \
	src/command/fetch_priv.h \
	src/command/gather.c \
	src/command/import.c \
	src/command/keep.c \
	src/command/link_output.c \
	src/command/list.c \
	src/command/manual.c \
	src/command/missing.c \
	src/command/note.c \
	src/command/note_output.c \
	src/command/note_place.c \
	src/command/notes.c \
	src/command/option.c \
	src/command/output.c \
	src/command/outside.c \
	src/command/outside_errand.c \
	src/command/outside_priv.h \
	src/command/publish.c \
	src/command/queue.c \
	src/command/queue_priv.h \
	src/command/read.c \
	src/command/reference.c \
	src/command/remove.c \
	src/command/shelf.c \
	src/command/scan.c \
	src/command/search.c \
	src/command/show.c \
	src/command/tag.c \
	src/command/tutorial.c \
	include/command/command.h

# What a program of this floor is linked with.
FLOOR_COMMAND = src/libcommand.a src/libfetch.a src/libpane.a src/libterm.a src/libsession.a src/libsearch.a src/libannotation.a src/libcompare.a src/libgrid.a $(FLOOR_NAVIGATION) $(NCURSES_LIBS)

# The manual: prose by hand, keys and commands from the tables.
noinst_PROGRAMS += src/print-manual
src_print_manual_SOURCES = src/command/print_manual.c
src_print_manual_LDADD = $(FLOOR_COMMAND)
EXTRA_DIST += docs/duan.1.in docs/duanrc.5.in docs/zh_CN/duan.1.in docs/zh_CN/duanrc.5.in
nodist_man_MANS = docs/duan.1 docs/duanrc.5
zhman1dir = $(mandir)/zh_CN/man1
nodist_zhman1_DATA = docs/zh_CN/duan.1
zhman5dir = $(mandir)/zh_CN/man5
nodist_zhman5_DATA = docs/zh_CN/duanrc.5
CLEANFILES += docs/duan.1 docs/duanrc.5 docs/zh_CN/duan.1 docs/zh_CN/duanrc.5
docs/duanrc.5: docs/duanrc.5.in src/print-manual$(EXEEXT)
	@$(MKDIR_P) docs
	$(AM_V_GEN)src/print-manual$(EXEEXT) < $(srcdir)/docs/duanrc.5.in > $@
docs/zh_CN/duanrc.5: docs/zh_CN/duanrc.5.in src/print-manual$(EXEEXT)
	@$(MKDIR_P) docs/zh_CN
	$(AM_V_GEN)src/print-manual$(EXEEXT) < $(srcdir)/docs/zh_CN/duanrc.5.in > $@
docs/zh_CN/duan.1: docs/zh_CN/duan.1.in src/print-manual$(EXEEXT)
	@$(MKDIR_P) docs/zh_CN
	$(AM_V_GEN)src/print-manual$(EXEEXT) < $(srcdir)/docs/zh_CN/duan.1.in > $@
docs/duan.1: docs/duan.1.in src/print-manual$(EXEEXT)
	@$(MKDIR_P) docs
	$(AM_V_GEN)src/print-manual$(EXEEXT) < $(srcdir)/docs/duan.1.in > $@
