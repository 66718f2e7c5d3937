# SPDX-License-Identifier: ISC
UNIT_NAVIGATION = \
	tests/unit/navigation_breaks_shared \
	tests/unit/navigation_follow \
	tests/unit/navigation_history \
	tests/unit/navigation_newer \
	tests/unit/navigation_reader
check_PROGRAMS += $(UNIT_NAVIGATION)
TESTS += $(UNIT_NAVIGATION)
tests_unit_navigation_reader_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_navigation_reader_LDADD = tests/libtap.a $(FLOOR_NAVIGATION)
tests_unit_navigation_breaks_shared_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_navigation_breaks_shared_LDADD = tests/libtap.a $(FLOOR_NAVIGATION)
tests_unit_navigation_follow_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_navigation_follow_LDADD = tests/libtap.a $(FLOOR_NAVIGATION)
tests_unit_navigation_history_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_navigation_history_LDADD = tests/libtap.a $(FLOOR_NAVIGATION)
tests_unit_navigation_newer_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_navigation_newer_LDADD = tests/libtap.a $(FLOOR_NAVIGATION)
