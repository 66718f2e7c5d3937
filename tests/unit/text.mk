# SPDX-License-Identifier: ISC
UNIT_TEXT = tests/unit/text_utf8 tests/unit/text_width tests/unit/text_breaks \
	tests/unit/text_charset tests/unit/text_fold tests/unit/text_numeral tests/unit/text_json
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
tests_unit_text_fold_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_text_fold_LDADD = tests/libtap.a $(FLOOR_TEXT)
tests_unit_text_numeral_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_text_numeral_LDADD = tests/libtap.a $(FLOOR_TEXT)
tests_unit_text_json_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_text_json_LDADD = tests/libtap.a $(FLOOR_TEXT)
