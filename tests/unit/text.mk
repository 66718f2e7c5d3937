# SPDX-License-Identifier: ISC
UNIT_TEXT = tests/unit/text_utf8 tests/unit/text_width tests/unit/text_breaks \
	tests/unit/text_charset
check_PROGRAMS += $(UNIT_TEXT)
TESTS += $(UNIT_TEXT)
tests_unit_text_utf8_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_text_utf8_LDADD = tests/libtap.a $(FLOOR_TEXT)
tests_unit_text_width_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_text_width_LDADD = tests/libtap.a $(FLOOR_TEXT)
tests_unit_text_breaks_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_text_breaks_LDADD = tests/libtap.a $(FLOOR_TEXT)
tests_unit_text_charset_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_text_charset_LDADD = tests/libtap.a $(FLOOR_TEXT)
