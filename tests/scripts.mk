# SPDX-License-Identifier: ISC
# Tests that are scripts.
SCRIPT_TESTS = \
	tests/check/includes.sh \
	tests/check/headers.sh \
	tests/check/links.sh \
	tests/check/docs.sh \
	tests/check/files.sh \
	tests/check/words.sh \
	tests/commands.sh \
	tests/command_add.sh \
	tests/command_add_kill.sh \
	tests/command_convert.sh \
	tests/command_damage.sh \
	tests/command_exchange.sh \
	tests/command_diff.sh \
	tests/command_failing.sh \
	tests/command_faults.sh \
	tests/command_fetch.sh \
	tests/command_full.sh \
	tests/command_json.sh \
	tests/command_links.sh \
	tests/command_manual.sh \
	tests/command_note.sh \
	tests/command_note_faults.sh \
	tests/command_note_kill.sh \
	tests/command_option.sh \
	tests/command_power.sh \
	tests/command_publish.sh \
	tests/command_read.sh \
	tests/command_scan.sh \
	tests/command_search.sh \
	tests/command_show.sh \
	tests/command_together.sh \
	tests/follow.sh \
	tests/fuzz.sh \
	tests/formats.sh \
	tests/golden_show.sh \
	tests/screens.sh \
	tests/shared_citations.sh \
	tests/shared_formats.sh \
	tests/shared_paragraphs.sh \
	tests/shared_ptycheck.sh \
	tests/survival.sh \
	tests/shared_search.sh \
	tests/tables.sh \
	tests/terminal.sh \
	tests/traffic.sh \
	tests/tmux.sh \
	tests/tmux_add.sh \
	tests/tmux_copy.sh \
	tests/tmux_edit.sh \
	tests/tmux_fetch.sh \
	tests/tutorial.sh
TESTS += $(SCRIPT_TESTS)
EXTRA_DIST += tests/fetch_server.py tests/make_docx.py tests/make_epub.py tests/make_pdf.py
EXTRA_DIST += $(SCRIPT_TESTS) tests/tap.sh tests/tap.py tests/tmux_screen.sh tests/follow.py tests/traffic.py \
	tests/check/floors tests/check/long tests/check/names tests/check/statics tests/check/untested tests/golden tests/screens tests/fixtures

# The program's tests without the checks of its sources, which are the same with every compiler.
check-program: all
	$(MAKE) check TESTS='$(filter-out tests/check/%,$(TESTS))'

# Rewrites the golden files; read the difference like code.
golden: all
	DUAN_UPDATE_GOLDEN=1 $(MAKE) check \
		TESTS='tests/unit/import_golden tests/golden_show.sh tests/formats.sh tests/screens.sh tests/command_exchange.sh tests/command_diff.sh'

# Whatever is hostile through every screen and every command, on six terminals: half an hour.
check-terminal: all
	DUAN_ATTACK=all $(MAKE) check TESTS=tests/shared_ptycheck.sh

# Tables from Unicode's data (Debian: unicode-data, bzip2); tests/tables.sh compares them.
tables_source = /usr/share/unicode
tables:
	$(CC) -D_GNU_SOURCE -o gen-readings $(top_srcdir)/tools/gen-readings.c
	bzcat $(tables_source)/Unihan_Readings.txt.bz2 | ./gen-readings > $(top_srcdir)/src/text/readings.def
	$(CC) $(ICU_CFLAGS) -o gen-searchfold $(top_srcdir)/tools/gen-searchfold.c $(ICU_LIBS)
	./gen-searchfold $(tables_source)/EquivalentUnifiedIdeograph.txt > $(top_srcdir)/src/text/searchfold.def
CLEANFILES += gen-readings gen-searchfold

EXTRA_DIST += tests/hostile.py tests/terminal.py tests/w3c.py tests/kill_add.py tests/kill_note.py tests/library_faults.py tests/search_plain.py tests/json_documented.py
EXTRA_DIST += tools/lint tools/lint-known tools/longest tools/parts tools/score-links tools/score-formats
.PHONY: check-program golden check-terminal tables
