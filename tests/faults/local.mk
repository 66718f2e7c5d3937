# SPDX-License-Identifier: ISC
# What is left of notes when a program or a machine dies, or a disk fails: tests/command_note_kill.sh.
check_PROGRAMS += tests/faults/note_writer
tests_faults_note_writer_SOURCES = tests/faults/note_writer.c
tests_faults_note_writer_LDADD = src/libstore.a $(FLOOR_IMPORT) $(SQLITE_LIBS)
