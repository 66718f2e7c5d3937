# SPDX-License-Identifier: ISC
bin_PROGRAMS += duan
duan_SOURCES = src/main.c
duan_LDADD = $(FLOOR_COMMAND)
