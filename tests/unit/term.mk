# SPDX-License-Identifier: ISC
UNIT_TERM = tests/unit/term_clipboard tests/unit/term_keys tests/unit/term_run tests/unit/term_probe tests/unit/term_show \
	tests/unit/term_signal
check_PROGRAMS += $(UNIT_TERM)
TESTS += $(UNIT_TERM)
TERM_FIXTURE = tests/unit/term_fixture.c tests/unit/term_fixture.h
tests_unit_term_keys_SOURCES = tests/unit/term_keys.c $(TERM_FIXTURE)
tests_unit_term_keys_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_term_keys_LDADD = tests/libtap.a $(FLOOR_TERM)
tests_unit_term_probe_SOURCES = tests/unit/term_probe.c $(TERM_FIXTURE)
tests_unit_term_probe_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_term_probe_LDADD = tests/libtap.a $(FLOOR_TERM)
tests_unit_term_show_SOURCES = tests/unit/term_show.c $(TERM_FIXTURE)
tests_unit_term_show_CPPFLAGS = $(UNIT_CPPFLAGS) $(VTERM_CFLAGS)
tests_unit_term_show_LDADD = tests/libtap.a $(FLOOR_TERM) $(VTERM_LIBS)
tests_unit_term_signal_SOURCES = tests/unit/term_signal.c $(TERM_FIXTURE)
tests_unit_term_signal_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_term_signal_LDADD = tests/libtap.a $(FLOOR_TERM)
tests_unit_term_clipboard_SOURCES = tests/unit/term_clipboard.c $(TERM_FIXTURE)
tests_unit_term_clipboard_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_term_clipboard_LDADD = tests/libtap.a $(FLOOR_TERM)
tests_unit_term_run_SOURCES = tests/unit/term_run.c $(TERM_FIXTURE)
tests_unit_term_run_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_term_run_LDADD = tests/libtap.a $(FLOOR_TERM)
