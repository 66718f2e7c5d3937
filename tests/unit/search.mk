# SPDX-License-Identifier: ISC
UNIT_SEARCH = tests/unit/search_find tests/unit/search_find_fuzz tests/unit/search_lookup
check_PROGRAMS += $(UNIT_SEARCH)
TESTS += $(UNIT_SEARCH)
tests_unit_search_find_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_search_find_LDADD = tests/libtap.a $(FLOOR_SEARCH)
tests_unit_search_find_fuzz_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_search_find_fuzz_LDADD = tests/libtap.a $(FLOOR_SEARCH)
tests_unit_search_lookup_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_search_lookup_LDADD = tests/libtap.a $(FLOOR_SEARCH)
