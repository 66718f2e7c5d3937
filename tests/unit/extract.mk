# SPDX-License-Identifier: ISC
UNIT_EXTRACT = tests/unit/extract_child \
	tests/unit/extract_convert \
	tests/unit/extract_converter \
	tests/unit/extract_extract \
	tests/unit/extract_lock \
	tests/unit/extract_sniff
check_PROGRAMS += $(UNIT_EXTRACT)
TESTS += $(UNIT_EXTRACT)
tests_unit_extract_child_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_extract_child_LDADD = tests/libtap.a $(FLOOR_EXTRACT)
tests_unit_extract_convert_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_extract_convert_LDADD = tests/libtap.a $(FLOOR_EXTRACT)
tests_unit_extract_converter_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_extract_converter_LDADD = tests/libtap.a $(FLOOR_EXTRACT) $(SECCOMP_LIBS)
tests_unit_extract_extract_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_extract_extract_LDADD = tests/libtap.a $(FLOOR_EXTRACT)
tests_unit_extract_lock_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_extract_lock_LDADD = tests/libtap.a $(FLOOR_EXTRACT) $(SECCOMP_LIBS)
tests_unit_extract_sniff_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_extract_sniff_LDADD = tests/libtap.a $(FLOOR_EXTRACT)
