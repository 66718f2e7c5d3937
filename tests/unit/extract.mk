# SPDX-License-Identifier: ISC
UNIT_EXTRACT = tests/unit/extract_extract
check_PROGRAMS += $(UNIT_EXTRACT)
TESTS += $(UNIT_EXTRACT)
tests_unit_extract_extract_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_extract_extract_LDADD = tests/libtap.a $(FLOOR_EXTRACT)
