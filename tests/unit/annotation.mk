# SPDX-License-Identifier: ISC
UNIT_ANNOTATION = tests/unit/annotation_anchor tests/unit/annotation_exchange \
	tests/unit/annotation_flat tests/unit/annotation_reattach
check_PROGRAMS += $(UNIT_ANNOTATION)
TESTS += $(UNIT_ANNOTATION)
tests_unit_annotation_anchor_SOURCES = tests/unit/annotation_anchor.c tests/unit/annotation_fixture.h
tests_unit_annotation_anchor_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_annotation_anchor_LDADD = tests/libtap.a $(FLOOR_ANNOTATION)
tests_unit_annotation_exchange_SOURCES = tests/unit/annotation_exchange.c
tests_unit_annotation_exchange_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_annotation_exchange_LDADD = tests/libtap.a $(FLOOR_ANNOTATION)
tests_unit_annotation_flat_SOURCES = tests/unit/annotation_flat.c tests/unit/annotation_fixture.h
tests_unit_annotation_flat_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_annotation_flat_LDADD = tests/libtap.a $(FLOOR_ANNOTATION)
tests_unit_annotation_reattach_SOURCES = tests/unit/annotation_reattach.c tests/unit/annotation_fixture.h
tests_unit_annotation_reattach_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_annotation_reattach_LDADD = tests/libtap.a $(FLOOR_ANNOTATION)
