# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libstore.a
src_libstore_a_SOURCES = \
	src/store/add.c \
	src/store/check.c \
	src/store/backup.c \
	src/store/db.c \
	src/store/db_priv.h \
	src/store/draft.c \
	src/store/family.c \
	src/store/fulltext.c \
	src/store/fulltext_file.c \
	src/store/gram.c \
	src/store/gram_priv.h \
	src/store/holding.c \
	src/store/journal.c \
	src/store/large.c \
	src/store/library.c \
	src/store/library_order.c \
	src/store/library_priv.h \
	src/store/link.c \
	src/store/link_file.c \
	src/store/link_priv.h \
	src/store/link_to.c \
	src/store/log.c \
	src/store/missing.c \
	src/store/note.c \
	src/store/note_json.c \
	src/store/note_ref.c \
	src/store/note_row.c \
	src/store/note_tag.c \
	src/store/notes.c \
	src/store/notes_priv.h \
	src/store/publish.c \
	src/store/query.def \
	src/store/read.c \
	src/store/refusal.c \
	src/store/rescue.c \
	src/store/salvage.c \
	src/store/screens.c \
	src/store/searches.c \
	src/store/statement.c \
	src/store/term.c \
	src/store/tokenizer.c \
	src/store/treaty_text.def \
	src/store/write.c \
	src/store/writer.c \
	include/store/backup.h \
	include/store/fulltext.h \
	include/store/journal.h \
	include/store/library.h \
	include/store/link.h \
	include/store/note.h \
	include/store/notes.h \
	include/store/publish.h \
	include/store/screens.h \
	include/store/searches.h \
	include/store/term.h
src_libstore_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(builddir)/src/store
SCHEMAS = src/store/library-001.inc src/store/notes-001.inc src/store/notes-002.inc src/store/notes-003.inc
nodist_src_libstore_a_SOURCES = $(SCHEMAS)
EXTRA_DIST += src/store/schema/library-001.sql src/store/schema/notes-001.sql \
	src/store/schema/notes-002.sql src/store/schema/notes-003.sql docs/library-schema.md \
	docs/notes-schema.md
BUILT_SOURCES += $(SCHEMAS)
CLEANFILES += $(SCHEMAS)

# A schema as C strings: comments go, quotes are escaped.
src/store/%.inc: $(srcdir)/src/store/schema/%.sql
	@$(MKDIR_P) src/store
	$(AM_V_GEN)sed -e 's/--.*//' -e 's/[\\"]/\\&/g' -e 's/^/"/' -e 's/$$/\\n"/' $< > $@

src/store/libstore_a-library.$(OBJEXT): src/store/library-001.inc
src/store/libstore_a-notes.$(OBJEXT): src/store/notes-001.inc src/store/notes-002.inc src/store/notes-003.inc

# What a program of this floor is linked with.
FLOOR_STORE = src/libstore.a $(FLOOR_DOC) $(SQLITE_LIBS)
