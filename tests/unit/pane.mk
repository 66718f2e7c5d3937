# SPDX-License-Identifier: ISC
UNIT_PANE = tests/unit/pane_actions tests/unit/pane_cursor tests/unit/pane_pane tests/unit/pane_random
check_PROGRAMS += $(UNIT_PANE)
TESTS += $(UNIT_PANE)
tests_unit_pane_actions_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_pane_actions_LDADD = tests/libtap.a $(FLOOR_PANE)
tests_unit_pane_cursor_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_pane_cursor_LDADD = tests/libtap.a $(FLOOR_PANE)
tests_unit_pane_pane_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_pane_pane_LDADD = tests/libtap.a $(FLOOR_PANE)
tests_unit_pane_random_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_pane_random_LDADD = tests/libtap.a $(FLOOR_PANE)
