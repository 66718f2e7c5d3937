# SPDX-License-Identifier: ISC
noinst_LIBRARIES += src/libimport.a
src_libimport_a_SOURCES = \
	include/import/import.h

# What a program of this floor is linked with.
FLOOR_IMPORT = src/libimport.a $(FLOOR_DOC)
