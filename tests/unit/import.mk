# SPDX-License-Identifier: ISC
UNIT_IMPORT = tests/unit/import_import \
	tests/unit/import_label \
	tests/unit/import_given \
	tests/unit/import_golden \
	tests/unit/import_shared
check_PROGRAMS += $(UNIT_IMPORT)
TESTS += $(UNIT_IMPORT)
EXTRA_DIST += \
	tests/fixtures/import/draft.zh.txt \
	tests/fixtures/import/note.en.txt \
	tests/fixtures/import/old.en.txt \
	tests/fixtures/import/plain.txt \
	tests/fixtures/import/record.en.txt \
	tests/fixtures/import/report.zh.txt \
	tests/golden/import/draft.zh.stages \
	tests/golden/import/note.en.stages \
	tests/golden/import/old.en.stages \
	tests/golden/import/plain.stages \
	tests/golden/import/record.en.stages \
	tests/golden/import/report.zh.stages
tests_unit_import_import_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_import_import_LDADD = tests/libtap.a $(FLOOR_IMPORT)
tests_unit_import_label_CPPFLAGS = $(UNIT_CPPFLAGS) -I$(top_srcdir)/src/import
tests_unit_import_label_LDADD = tests/libtap.a $(FLOOR_IMPORT)
tests_unit_import_given_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_import_given_LDADD = tests/libtap.a $(FLOOR_IMPORT)
tests_unit_import_golden_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_import_golden_LDADD = tests/libtap.a $(FLOOR_IMPORT)
tests_unit_import_shared_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_import_shared_LDADD = tests/libtap.a $(FLOOR_IMPORT)
