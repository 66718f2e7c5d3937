# SPDX-License-Identifier: ISC
UNIT_GRID = tests/unit/grid_grid
check_PROGRAMS += $(UNIT_GRID)
TESTS += $(UNIT_GRID)
tests_unit_grid_grid_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_grid_grid_LDADD = tests/libtap.a $(FLOOR_GRID)
