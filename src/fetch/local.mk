# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libfetch.a
src_libfetch_a_CPPFLAGS = $(AM_CPPFLAGS) -DDUAN_LIBEXECDIR='"$(libexecdir)"'
src_libfetch_a_CFLAGS = $(AM_CFLAGS) $(LIBCURL_CFLAGS)
src_libfetch_a_SOURCES = \
	include/fetch/fetch.h \
	include/fetch/transfer.h \
	src/fetch/fetch.c \
	src/fetch/transfer.c

# What a program of this floor is linked with; libcurl only where it is called.
FLOOR_FETCH = src/libfetch.a src/libextract.a $(FLOOR_CITE)

libexec_PROGRAMS += duan-fetch
duan_fetch_SOURCES = src/fetch_main.c
duan_fetch_LDADD = src/libfetch.a src/libextract.a $(LIBCURL_LIBS) $(SECCOMP_LIBS)
