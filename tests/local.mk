# SPDX-License-Identifier: ISC
# Unit programs: tests/unit/FLOOR_MODULE.c, each linked with its own floor and those below.
TEST_EXTENSIONS = .sh
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
SH_LOG_DRIVER = $(LOG_DRIVER)
# Not the shell of configure, which may be bash: slower, and knows more than these may use.
SH_LOG_COMPILER = sh
DUAN_PROGRAM = $(abs_top_builddir)/duan$(EXEEXT)
AM_TESTS_ENVIRONMENT = \
	PATH='$(PYTHON_PATH)'"$$PATH"; export PATH; \
	DUAN='$(DUAN_PROGRAM)'; export DUAN; \
	DUAN_BUILD='$(abs_top_builddir)'; export DUAN_BUILD; \
	DUAN_CC='$(CC) $(CFLAGS) $(DUAN_CFLAGS) $(ICU_CFLAGS) $(NCURSES_CFLAGS) $(SQLITE_CFLAGS) -I$(abs_top_builddir) -I$(abs_top_srcdir)/include'; export DUAN_CC; \
	DUAN_TOP='$(abs_top_srcdir)'; export DUAN_TOP; \
	DUAN_TESTS='$(abs_top_srcdir)/tests'; export DUAN_TESTS; \
	DUAN_SHARED="$${DUAN_SHARED-$(abs_top_srcdir)/../shared}"; export DUAN_SHARED; \
	LC_ALL=C.UTF-8; export LC_ALL; \
	unset DUAN_UI NO_COLOR; \
	HOME='$(abs_top_builddir)/tests/home'; export HOME; \
	XDG_DATA_HOME='$(abs_top_builddir)/tests/home/data'; export XDG_DATA_HOME; \
	XDG_CONFIG_HOME='$(abs_top_builddir)/tests/home/config'; export XDG_CONFIG_HOME; \
	XDG_STATE_HOME='$(abs_top_builddir)/tests/home/state'; export XDG_STATE_HOME; \
	mkdir -p "$$HOME";

# What the tests left behind.
clean-local:
	-test ! -h tutorial || rm -f tutorial
	-rm -rf tests/home tests/found-by-valgrind tests/fuzz/corpus session_notes.db* session_editor.* session_copy.* \
		session_annotated pane_random.db* pane_random.notes \
		pane_cursor.db* pane_cursor.notes

check_LIBRARIES += tests/libtap.a
tests_libtap_a_SOURCES = tests/tap.c tests/tap.h
tests_libtap_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
UNIT_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests

include tests/unit/base.mk
include tests/unit/text.mk
include tests/unit/cite.mk
include tests/unit/grid.mk
include tests/unit/doc.mk
include tests/unit/extract.mk
include tests/unit/import.mk
include tests/unit/store.mk
include tests/unit/layout.mk
include tests/unit/annotation.mk
include tests/unit/compare.mk
include tests/unit/navigation.mk
include tests/unit/search.mk
include tests/unit/session.mk
include tests/unit/pane.mk
include tests/unit/term.mk
include tests/survival/local.mk
include tests/fuzz/local.mk
include tests/faults/local.mk
include tests/soak/local.mk
include tests/valgrind/local.mk
include tests/scripts.mk
include sample/local.mk
