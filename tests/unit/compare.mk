# SPDX-License-Identifier: ISC
UNIT_COMPARE = tests/unit/compare_alignment tests/unit/compare_alignment_random \
	tests/unit/compare_change \
	tests/unit/compare_parallel tests/unit/compare_parallel_shared \
	tests/unit/compare_version tests/unit/compare_version_shared
check_PROGRAMS += $(UNIT_COMPARE)
TESTS += $(UNIT_COMPARE)
tests_unit_compare_alignment_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_compare_alignment_LDADD = tests/libtap.a $(FLOOR_COMPARE)
tests_unit_compare_change_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_compare_change_LDADD = tests/libtap.a $(FLOOR_COMPARE)
tests_unit_compare_parallel_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_compare_parallel_LDADD = tests/libtap.a $(FLOOR_COMPARE)
tests_unit_compare_version_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_compare_version_LDADD = tests/libtap.a $(FLOOR_COMPARE)
tests_unit_compare_version_shared_SOURCES = tests/unit/compare_version_shared.c \
	tests/unit/compare_revision.h
tests_unit_compare_version_shared_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_compare_version_shared_LDADD = tests/libtap.a $(FLOOR_COMPARE)
tests_unit_compare_parallel_shared_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_compare_parallel_shared_LDADD = tests/libtap.a $(FLOOR_COMPARE)
EXTRA_DIST += tests/align/parallel.tsv
tests_unit_compare_alignment_random_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_compare_alignment_random_LDADD = tests/libtap.a $(FLOOR_COMPARE)
