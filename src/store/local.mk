# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libstore.a
src_libstore_a_SOURCES = \
	src/store/db.c \
	src/store/db_priv.h \
	src/store/notes.c \
	src/store/query.def \
	include/store/notes.h
src_libstore_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(builddir)/src/store
nodist_src_libstore_a_SOURCES = src/store/notes-001.inc
EXTRA_DIST += src/store/schema/notes-001.sql docs/notes-schema.md
BUILT_SOURCES += src/store/notes-001.inc
CLEANFILES += src/store/notes-001.inc

# A schema as one C string: comments go, quotes are escaped.
src/store/notes-001.inc: $(srcdir)/src/store/schema/notes-001.sql
	@$(MKDIR_P) src/store
	$(AM_V_GEN)sed -e 's/--.*//' -e 's/[\\"]/\\&/g' -e 's/^/"/' -e 's/$$/\\n"/' \
		$(srcdir)/src/store/schema/notes-001.sql > $@

src/store/libstore_a-notes.$(OBJEXT): src/store/notes-001.inc

# What a program of this floor is linked with.
FLOOR_STORE = src/libstore.a $(FLOOR_DOC) $(SQLITE_LIBS)
