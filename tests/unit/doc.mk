# SPDX-License-Identifier: ISC
UNIT_DOC = tests/unit/doc_backing tests/unit/doc_doc tests/unit/doc_quotation
check_PROGRAMS += $(UNIT_DOC)
TESTS += $(UNIT_DOC)
EXTRA_DIST += tests/sample_doc.h tests/store_sample.h tests/link_sample.h tests/held_sample.h tests/screen_sound.h \
	tests/look_sample.h
tests_unit_doc_doc_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_doc_doc_LDADD = tests/libtap.a $(FLOOR_DOC)
tests_unit_doc_backing_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_doc_backing_LDADD = tests/libtap.a $(FLOOR_DOC)
tests_unit_doc_quotation_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_doc_quotation_LDADD = tests/libtap.a $(FLOOR_DOC)
