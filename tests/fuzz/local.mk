# SPDX-License-Identifier: ISC
# Fuzz targets: tests/fuzz/fuzz_NAME.c, each with seeds in tests/fuzz/seeds/NAME.  `make check` gives
# them the seeds and what accidents make of these; `configure --enable-fuzzers CC=clang` builds them
# for libFuzzer, and `make check-fuzz` lets each run for FUZZ_SECONDS.
FUZZ_TARGETS = tests/fuzz/fuzz_charset tests/fuzz/fuzz_import tests/fuzz/fuzz_cite tests/fuzz/fuzz_find \
	tests/fuzz/fuzz_query tests/fuzz/fuzz_note tests/fuzz/fuzz_screen tests/fuzz/fuzz_reattach \
	tests/fuzz/fuzz_exchange tests/fuzz/fuzz_answer
check_PROGRAMS += $(FUZZ_TARGETS)
FUZZ_DRIVER = tests/fuzz/fuzz_driver.c tests/fuzz/fuzz.h
FUZZ_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/fuzz
tests_fuzz_fuzz_charset_SOURCES = tests/fuzz/fuzz_charset.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_charset_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_charset_LDADD = $(FLOOR_TEXT)
tests_fuzz_fuzz_charset_LDFLAGS = $(FUZZ_LDFLAGS)
tests_fuzz_fuzz_import_SOURCES = tests/fuzz/fuzz_import.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_import_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_import_LDADD = $(FLOOR_IMPORT)
tests_fuzz_fuzz_import_LDFLAGS = $(FUZZ_LDFLAGS)
tests_fuzz_fuzz_cite_SOURCES = tests/fuzz/fuzz_cite.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_cite_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_cite_LDADD = $(FLOOR_CITE)
tests_fuzz_fuzz_cite_LDFLAGS = $(FUZZ_LDFLAGS)
tests_fuzz_fuzz_find_SOURCES = tests/fuzz/fuzz_find.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_find_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_find_LDADD = $(FLOOR_SEARCH)
tests_fuzz_fuzz_find_LDFLAGS = $(FUZZ_LDFLAGS)
tests_fuzz_fuzz_query_SOURCES = tests/fuzz/fuzz_query.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_query_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_query_LDADD = $(FLOOR_SEARCH)
tests_fuzz_fuzz_query_LDFLAGS = $(FUZZ_LDFLAGS)
tests_fuzz_fuzz_note_SOURCES = tests/fuzz/fuzz_note.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_note_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_note_LDADD = $(FLOOR_STORE)
tests_fuzz_fuzz_note_LDFLAGS = $(FUZZ_LDFLAGS)
tests_fuzz_fuzz_screen_SOURCES = tests/fuzz/fuzz_screen.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_screen_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_screen_LDADD = $(FLOOR_PANE)
tests_fuzz_fuzz_screen_LDFLAGS = $(FUZZ_LDFLAGS)
tests_fuzz_fuzz_reattach_SOURCES = tests/fuzz/fuzz_reattach.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_reattach_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_reattach_LDADD = $(FLOOR_ANNOTATION)
tests_fuzz_fuzz_reattach_LDFLAGS = $(FUZZ_LDFLAGS)
tests_fuzz_fuzz_exchange_SOURCES = tests/fuzz/fuzz_exchange.c $(FUZZ_DRIVER)
tests_fuzz_fuzz_exchange_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_exchange_LDADD = $(FLOOR_ANNOTATION)
tests_fuzz_fuzz_exchange_LDFLAGS = $(FUZZ_LDFLAGS)

tests_fuzz_fuzz_answer_SOURCES = tests/fuzz/fuzz_answer.c tests/fuzz/fuzz_format.h $(FUZZ_DRIVER)
tests_fuzz_fuzz_answer_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_answer_LDADD = $(FLOOR_IMPORT)
tests_fuzz_fuzz_answer_LDFLAGS = $(FUZZ_LDFLAGS)
if HAVE_LIBXML
FUZZ_TARGETS += tests/fuzz/fuzz_html
tests_fuzz_fuzz_html_SOURCES = tests/fuzz/fuzz_html.c tests/fuzz/fuzz_format.h $(FUZZ_DRIVER)
tests_fuzz_fuzz_html_CPPFLAGS = $(FUZZ_CPPFLAGS) -I$(top_srcdir)/src/extract
tests_fuzz_fuzz_html_LDADD = $(FLOOR_IMPORT) $(EXTRACT_LIBS)
tests_fuzz_fuzz_html_LDFLAGS = $(FUZZ_LDFLAGS)
endif
if HAVE_DOCX
FUZZ_TARGETS += tests/fuzz/fuzz_docx
tests_fuzz_fuzz_docx_SOURCES = tests/fuzz/fuzz_docx.c tests/fuzz/fuzz_format.h $(FUZZ_DRIVER)
tests_fuzz_fuzz_docx_CPPFLAGS = $(FUZZ_CPPFLAGS) -I$(top_srcdir)/src/extract
tests_fuzz_fuzz_docx_LDADD = $(FLOOR_IMPORT) $(EXTRACT_LIBS)
tests_fuzz_fuzz_docx_LDFLAGS = $(FUZZ_LDFLAGS)
endif
if HAVE_EPUB
FUZZ_TARGETS += tests/fuzz/fuzz_epub
tests_fuzz_fuzz_epub_SOURCES = tests/fuzz/fuzz_epub.c tests/fuzz/fuzz_format.h $(FUZZ_DRIVER)
tests_fuzz_fuzz_epub_CPPFLAGS = $(FUZZ_CPPFLAGS) $(LIBZIP_CFLAGS) -I$(top_srcdir)/src/extract
tests_fuzz_fuzz_epub_LDADD = $(FLOOR_IMPORT) $(EXTRACT_LIBS)
tests_fuzz_fuzz_epub_LDFLAGS = $(FUZZ_LDFLAGS)
endif

FUZZ_SECONDS = 60
check-fuzz: $(FUZZ_TARGETS)
	for target in $(FUZZ_TARGETS); do \
		name=$${target##*/fuzz_}; \
		mkdir -p tests/fuzz/corpus/$$name && \
		./$$target -max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=2048 -max_len=20000 \
			-artifact_prefix=tests/fuzz/$$name- -print_final_stats=0 -verbosity=0 \
			tests/fuzz/corpus/$$name $(top_srcdir)/tests/fuzz/seeds/$$name || exit 1; \
	done
.PHONY: check-fuzz
EXTRA_DIST += tests/fuzz/seeds
