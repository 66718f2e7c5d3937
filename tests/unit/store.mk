# SPDX-License-Identifier: ISC
UNIT_STORE = tests/unit/store_notes
check_PROGRAMS += $(UNIT_STORE)
TESTS += $(UNIT_STORE)
tests_unit_store_notes_CPPFLAGS = $(UNIT_CPPFLAGS) -I$(top_srcdir)/src/store -I$(builddir)/src/store
tests_unit_store_notes_LDADD = tests/libtap.a $(FLOOR_STORE)
tests/unit/store_notes-store_notes.$(OBJEXT): src/store/notes-001.inc
