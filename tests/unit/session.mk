# SPDX-License-Identifier: ISC
UNIT_SESSION = \
	tests/unit/session_adding \
	tests/unit/session_annotated \
	tests/unit/session_completion \
	tests/unit/session_copy \
	tests/unit/session_editor \
	tests/unit/session_errand \
	tests/unit/session_fetching \
	tests/unit/session_finder \
	tests/unit/session_hint \
	tests/unit/session_hyperlink \
	tests/unit/session_inquiry \
	tests/unit/session_keymap \
	tests/unit/session_mouse \
	tests/unit/session_notes \
	tests/unit/session_prompt \
	tests/unit/session_results \
	tests/unit/session_script \
	tests/unit/session_scroll \
	tests/unit/session_screen \
	tests/unit/session_setting \
	tests/unit/session_tandem \
	tests/unit/session_tiles \
	tests/unit/session_search \
	tests/unit/session_selection \
	tests/unit/session_session \
	tests/unit/session_shell
check_PROGRAMS += $(UNIT_SESSION)
TESTS += $(UNIT_SESSION)
tests_unit_session_adding_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_adding_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_errand_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_errand_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_mouse_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_mouse_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_keymap_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_keymap_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_notes_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_notes_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_prompt_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_prompt_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_script_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_script_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_scroll_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_scroll_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_session_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_session_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_fetching_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_fetching_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_finder_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_finder_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_hint_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_hint_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_hyperlink_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_hyperlink_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_inquiry_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_inquiry_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_results_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_results_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_search_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_search_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_editor_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_editor_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_selection_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_selection_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_tiles_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_tiles_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_annotated_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_annotated_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_copy_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_copy_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_tandem_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_tandem_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_shell_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_shell_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_screen_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_screen_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_completion_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_completion_LDADD = tests/libtap.a $(FLOOR_SESSION)
tests_unit_session_setting_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_unit_session_setting_LDADD = tests/libtap.a $(FLOOR_SESSION)
