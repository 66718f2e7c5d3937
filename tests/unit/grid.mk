# SPDX-License-Identifier: ISC
UNIT_GRID = tests/unit/grid_grid tests/unit/grid_look tests/unit/grid_theme tests/unit/grid_weblink
check_PROGRAMS += $(UNIT_GRID)
TESTS += $(UNIT_GRID)
tests_unit_grid_grid_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_grid_grid_LDADD = tests/libtap.a $(FLOOR_GRID)
tests_unit_grid_look_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_grid_look_LDADD = tests/libtap.a $(FLOOR_GRID)
tests_unit_grid_theme_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_grid_theme_LDADD = tests/libtap.a $(FLOOR_GRID) -lm
tests_unit_grid_weblink_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_grid_weblink_LDADD = tests/libtap.a $(FLOOR_GRID)
