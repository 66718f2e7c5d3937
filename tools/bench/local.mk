# SPDX-License-Identifier: ISC
# What the reader costs, beside its peers where they are installed: docs/performance.md.
# BENCH='--documents 10000 --large' for more of it.
EXTRA_PROGRAMS = tools/bench/floor
tools_bench_floor_SOURCES = tools/bench/floor.c
tools_bench_floor_LDADD = $(NCURSES_LIBS) $(SQLITE_LIBS) $(ICU_LIBS)
EXTRA_DIST += tools/bench/__main__.py tools/bench/corpus.py tools/bench/library.py tools/bench/reading.py \
	tools/bench/sheet.py tools/bench/terminal.py
CLEANFILES += tools/bench/floor$(EXEEXT)
bench: all tools/bench/floor$(EXEEXT)
	PYTHONDONTWRITEBYTECODE=1 $(PYTHON) $(top_srcdir)/tools/bench $(BENCH) \
		$(abs_top_builddir)/duan$(EXEEXT) $(abs_top_builddir)/tools/bench/floor$(EXEEXT)
.PHONY: bench
