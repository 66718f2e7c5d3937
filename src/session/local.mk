# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libsession.a
src_libsession_a_SOURCES = \
	include/session/action.def \
	include/session/action.h \
	include/session/annotated.h \
	include/session/editor.h \
	include/session/event.h \
	include/session/finder.h \
	include/session/hint.h \
	include/session/hyperlink.h \
	include/session/inquiry.h \
	include/session/key.h \
	include/session/keymap.h \
	include/session/prompt.h \
	include/session/results.h \
	include/session/script.h \
	include/session/search.h \
	include/session/scroll.h \
	include/session/selection.h \
	include/session/session.h \
	include/session/tiles.h \
	include/session/view.h \
	src/session/action.c \
	src/session/address.c \
	src/session/annotate.c \
	src/session/annotate_priv.h \
	src/session/annotate_write.c \
	src/session/annotated.c \
	src/session/carry.c \
	src/session/cmdline.c \
	src/session/document.c \
	src/session/editor.c \
	src/session/editor_type.c \
	src/session/finder.c \
	src/session/hint.c \
	src/session/hyperlink.c \
	src/session/inquiry.c \
	src/session/inquiry_visit.c \
	src/session/items.c \
	src/session/items_citing.c \
	src/session/items_library.c \
	src/session/items_link.c \
	src/session/items_match.c \
	src/session/items_note.c \
	src/session/key.c \
	src/session/keymap.c \
	src/session/mark.c \
	src/session/preview.c \
	src/session/prompt.c \
	src/session/results.c \
	src/session/results_fill.c \
	src/session/results_priv.h \
	src/session/script.c \
	src/session/pane.c \
	src/session/scroll.c \
	src/session/search.c \
	src/session/selection.c \
	src/session/session.c \
	src/session/session_priv.h \
	src/session/tray.c \
	src/session/view.c \
	src/session/view_annotate.c \
	src/session/view_any.c \
	src/session/view_link.c \
	src/session/view_relation.c \
	src/session/tiles.c \
	src/session/view_pane.c \
	src/session/view_scroll.c \
	src/session/view_search.c \
	src/session/view_selection.c \
	src/session/view_text.c \
	src/session/visit.c

# What a program of this floor is linked with.
FLOOR_SESSION = src/libsession.a src/libsearch.a src/libannotation.a $(FLOOR_NAVIGATION)
