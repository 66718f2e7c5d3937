# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libsession.a
src_libsession_a_SOURCES =

# What a program of this floor is linked with.
FLOOR_SESSION = src/libsession.a $(FLOOR_NAVIGATION)
