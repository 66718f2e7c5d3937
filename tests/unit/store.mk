# SPDX-License-Identifier: ISC
UNIT_STORE = tests/unit/store_library tests/unit/store_library_large tests/unit/store_library_plan \
	tests/unit/store_link tests/unit/store_notes tests/unit/store_note tests/unit/store_backup \
	tests/unit/store_fulltext tests/unit/store_searches tests/unit/store_screens \
	tests/unit/store_publish
check_PROGRAMS += $(UNIT_STORE)
TESTS += $(UNIT_STORE)
STORE_CPPFLAGS = $(UNIT_CPPFLAGS) -I$(top_srcdir)/src/store -I$(builddir)/src/store
tests_unit_store_library_CPPFLAGS = $(STORE_CPPFLAGS)
tests_unit_store_library_LDADD = tests/libtap.a $(FLOOR_STORE)
tests_unit_store_library_large_CPPFLAGS = $(STORE_CPPFLAGS)
tests_unit_store_library_large_LDADD = tests/libtap.a $(FLOOR_STORE)
tests_unit_store_library_plan_CPPFLAGS = $(STORE_CPPFLAGS)
tests_unit_store_library_plan_LDADD = tests/libtap.a $(FLOOR_STORE)
tests_unit_store_link_CPPFLAGS = $(STORE_CPPFLAGS)
tests_unit_store_link_LDADD = tests/libtap.a $(FLOOR_STORE)
tests_unit_store_notes_CPPFLAGS = $(STORE_CPPFLAGS)
tests_unit_store_notes_LDADD = tests/libtap.a $(FLOOR_STORE)
tests/unit/store_notes-store_notes.$(OBJEXT): src/store/notes-001.inc src/store/notes-002.inc src/store/notes-003.inc
tests/unit/store_library-store_library.$(OBJEXT): src/store/library-001.inc
tests_unit_store_searches_CPPFLAGS = $(STORE_CPPFLAGS)
tests_unit_store_searches_LDADD = tests/libtap.a $(FLOOR_STORE)
tests_unit_store_note_CPPFLAGS = $(STORE_CPPFLAGS)
tests_unit_store_note_LDADD = tests/libtap.a $(FLOOR_STORE)
tests_unit_store_backup_CPPFLAGS = $(STORE_CPPFLAGS)
tests_unit_store_backup_LDADD = tests/libtap.a $(FLOOR_STORE)
tests_unit_store_fulltext_CPPFLAGS = $(STORE_CPPFLAGS)
tests_unit_store_fulltext_LDADD = tests/libtap.a $(FLOOR_STORE)
tests_unit_store_screens_CPPFLAGS = $(STORE_CPPFLAGS)
tests_unit_store_screens_LDADD = tests/libtap.a $(FLOOR_STORE)
tests_unit_store_publish_CPPFLAGS = $(STORE_CPPFLAGS)
tests_unit_store_publish_LDADD = tests/libtap.a $(FLOOR_STORE)
