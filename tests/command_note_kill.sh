#!/bin/sh
# SPDX-License-Identifier: ISC
# Notes that were acknowledged are there after the program is killed.  DUAN_FAULTS=all (make
# check-faults): more kills, and with the tools of the shared folder power cuts and failing disks.
. "$DUAN_TOP/tests/tap.sh"
leaks_aside
python3 -c 'import sqlite3' 2>/dev/null || skip_all "python3 with SQLite is not installed"
kills=40 rounds=0 points=0 notes=0
[ "${DUAN_FAULTS-}" != all ] || kills=300 rounds=300 points=500 notes=3
python3 "$DUAN_TOP/tests/kill_note.py" "$DUAN" "${DUAN_KILLS-$kills}" >"$scratch/log" 2>&1
ok $? "duan note, killed"
sed 's/^/# /' "$scratch/log"

tools=$DUAN_SHARED/tools/faults
writer=$DUAN_BUILD/tests/faults/note_writer
if [ "$notes" -eq 0 ] || [ ! -f "$tools/ioerrloop.py" ]; then
	tap_done
	exit
fi

# The tools ask for a table of their own; files beside the database count too.
for tool in killloop powerloss ioerrloop; do
	sed -e "s/SELECT id, *body, *crc FROM notes/SELECT CAST(id AS INTEGER), text, CAST(quote AS INTEGER) FROM note/" \
		-e "s/name='notes'/name='note'/" -e "s#IOLOG_MATCH='/notes.db'#IOLOG_MATCH='/notes.'#" \
		"$tools/$tool.py" >"$scratch/$tool.py"
done
${CC-cc} -O1 -shared -fPIC -o "$scratch/iolog.so" "$tools/iolog.c" -ldl
ok $? "the recorder"

# run NAME TOOL OPTIONS...
run() {
	words=$1 tool=$2
	shift 2
	python3 "$scratch/$tool.py" "$@" "$writer" >"$scratch/log" 2>&1
	ok $? "$words"
	tail -n 3 "$scratch/log" | sed 's/^/# /'
}
run "a writer, killed" killloop --rounds "${DUAN_ROUNDS-$rounds}" --dir "$scratch/kill"
run "power cuts" powerloss --points "${DUAN_POINTS-$points}" --lib "$scratch/iolog.so"
run "each call that writes fails in turn" ioerrloop --notes "$notes" --lib "$scratch/iolog.so"
tap_done
