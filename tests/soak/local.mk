# SPDX-License-Identifier: ISC
# A long day's reading in one program: it goes on, and does not grow.  A short one is played every time.
check_PROGRAMS += tests/soak/soak
TESTS += tests/soak/soak
tests_soak_soak_SOURCES = tests/soak/soak.c $(TERM_FIXTURE) tests/random_keys.h tests/screen_sound.h tests/held_sample.h
tests_soak_soak_CPPFLAGS = $(UNIT_CPPFLAGS)
tests_soak_soak_LDADD = tests/libtap.a $(FLOOR_COMMAND)

check-soak: all
	DUAN_KEYS=$${DUAN_KEYS-1000000} $(MAKE) check TESTS=tests/soak/soak
	cat tests/soak/soak.log
.PHONY: check-soak
