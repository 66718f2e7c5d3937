# SPDX-License-Identifier: ISC
# What is left of notes when a program or a machine dies, or a disk fails: tests/command_note_kill.sh.
check_PROGRAMS += tests/faults/note_writer
tests_faults_note_writer_SOURCES = tests/faults/note_writer.c
tests_faults_note_writer_LDADD = src/libstore.a $(FLOOR_IMPORT) $(SQLITE_LIBS)

# Programs that are killed at work, disks that fail, files that are damaged, power that goes, many at once: two hours.
check-faults: all
	DUAN_FAULTS=all $(MAKE) check TESTS='tests/command_add_kill.sh tests/command_damage.sh tests/command_failing.sh \
		tests/command_note_kill.sh tests/command_power.sh tests/command_publish.sh tests/command_together.sh tests/terminal.sh'
EXTRA_DIST += tests/together.py tests/damage.py tests/failing.py tests/power.py tests/cut_disk.py tests/watched.py tests/faults/disk.c tests/published.py tests/seat.py
.PHONY: check-faults
