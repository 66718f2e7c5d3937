# SPDX-License-Identifier: ISC
UNIT_BASE = tests/unit/base_slice tests/unit/base_buf
check_PROGRAMS += $(UNIT_BASE)
TESTS += $(UNIT_BASE)
tests_unit_base_slice_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_base_slice_LDADD = tests/libtap.a $(FLOOR_BASE)
tests_unit_base_buf_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_base_buf_LDADD = tests/libtap.a $(FLOOR_BASE)
