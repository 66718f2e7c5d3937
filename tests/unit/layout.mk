# SPDX-License-Identifier: ISC
UNIT_LAYOUT = tests/unit/layout_layout
check_PROGRAMS += $(UNIT_LAYOUT)
TESTS += $(UNIT_LAYOUT)
tests_unit_layout_layout_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_layout_layout_LDADD = tests/libtap.a $(FLOOR_LAYOUT)
