# SPDX-License-Identifier: ISC
# Unit programs, fuzz targets on their seeds, screens and commands under valgrind: half an hour.  Not what
# locks itself in: the filter of system calls and the limits know nothing of valgrind.
VALGRIND_TESTS = $(filter-out tests/unit/extract_lock$(EXEEXT),$(filter tests/unit/%,$(check_PROGRAMS))) \
	tests/fuzz.sh tests/golden_show.sh tests/screens.sh tests/commands.sh tests/command_add.sh \
	tests/command_diff.sh tests/command_exchange.sh tests/command_links.sh tests/command_note.sh \
	tests/command_option.sh tests/command_publish.sh tests/command_read.sh tests/command_scan.sh \
	tests/command_search.sh tests/command_show.sh tests/formats.sh
check-valgrind: all
	rm -rf tests/found-by-valgrind
	$(MKDIR_P) tests/found-by-valgrind
	status=0; DUAN_KEYS=$${DUAN_KEYS-200} DUAN_UNDER='$(abs_top_srcdir)/tests/valgrind/run' \
		$(MAKE) check LOG_COMPILER='$(abs_top_srcdir)/tests/valgrind/run' \
		DUAN_PROGRAM='$(abs_top_srcdir)/tests/valgrind/duan' TESTS='$(VALGRIND_TESTS)' || status=1; \
	find tests/found-by-valgrind -type f -size 0 -delete; \
	if ! rmdir tests/found-by-valgrind; then \
		head -n 40 tests/found-by-valgrind/*; \
		status=1; \
	fi; \
	exit $$status
EXTRA_DIST += tests/valgrind/run tests/valgrind/duan tests/valgrind/libraries.supp
.PHONY: check-valgrind
