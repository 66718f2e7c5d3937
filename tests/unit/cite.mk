# SPDX-License-Identifier: ISC
UNIT_CITE = tests/unit/cite_address tests/unit/cite_language tests/unit/cite_recognise \
	tests/unit/cite_recognise_hostile tests/unit/cite_session \
	tests/unit/cite_symbol tests/unit/cite_symbol_shared tests/unit/cite_target \
	tests/unit/cite_wording
check_PROGRAMS += $(UNIT_CITE)
TESTS += $(UNIT_CITE)
tests_unit_cite_address_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_cite_address_LDADD = tests/libtap.a $(FLOOR_CITE)
tests_unit_cite_language_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_cite_language_LDADD = tests/libtap.a $(FLOOR_CITE)
tests_unit_cite_symbol_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_cite_symbol_LDADD = tests/libtap.a $(FLOOR_CITE)
tests_unit_cite_symbol_shared_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_cite_symbol_shared_LDADD = tests/libtap.a $(FLOOR_CITE)
tests_unit_cite_target_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_cite_target_LDADD = tests/libtap.a $(FLOOR_CITE)
tests_unit_cite_session_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_cite_session_LDADD = tests/libtap.a $(FLOOR_CITE)
tests_unit_cite_recognise_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_cite_recognise_LDADD = tests/libtap.a $(FLOOR_CITE)
tests_unit_cite_recognise_hostile_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_cite_recognise_hostile_LDADD = tests/libtap.a $(FLOOR_CITE)
tests_unit_cite_wording_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_cite_wording_LDADD = tests/libtap.a $(FLOOR_CITE)
