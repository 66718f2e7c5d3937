# SPDX-License-Identifier: ISC
# How many notes survive a changed text: tests/survival.sh.
check_PROGRAMS += tests/survival/survival
tests_survival_survival_SOURCES = tests/survival/survival.c tests/survival/hypothesis.c \
	tests/survival/hypothesis.h tests/survival/variant.c tests/survival/variant.h
tests_survival_survival_LDADD = $(FLOOR_ANNOTATION)

# Over the shared corpus: minutes.
check-survival: all
	DUAN_SURVIVAL=all $(MAKE) check TESTS=tests/survival.sh
.PHONY: check-survival
