#!/bin/sh
# SPDX-License-Identifier: ISC
# Notes that cannot be saved are refused in a line; those that were saved stay.
. "$DUAN_TOP/tests/tap.sh"
python3 -c 'import sqlite3' 2>/dev/null || skip_all "python3 with SQLite is not installed"
cd "$scratch" || exit 1
XDG_DATA_HOME=$scratch/data
export XDG_DATA_HOME
long=$(printf '%06000d' 0)

run() {
	"$DUAN" --no-config --ui=en --notes own/notes.db "$@" >out 2>err </dev/null
}
# refused WORDS NAME: the last call was, for this reason.
refused() {
	is "$status $(wc -l <err | tr -d ' ') $(wc -c <out | tr -d ' ') $(grep -c "$1" err)" "1 1 0 1" "$2"
}
count() {
	run notes
	wc -l <out | tr -d ' '
}
"$DUAN" --no-config add "$DUAN_TOP/sample" >/dev/null
mkdir -m 700 own
run note CFW/COP/2024/9#5 first
is "$?" 0 "a note"

# A file may not grow: of the notes that went in before, none is lost.
saved=1
while (ulimit -f 400 && run note CFW/COP/2024/9#5 "$long") && [ $saved -lt 60 ]; do
	saved=$((saved + 1))
done
status=1
refused 'File too large' "no room"
ok "$([ $saved -lt 60 ] && [ $saved -gt 1 ]; echo $?)" "some were saved"
is "$(count)" "$saved" "they are there"
run check
is "$?" 0 "in order"
run note CFW/COP/2024/9#5 later
is "$? $(count)" "0 $((saved + 1))" "with room it goes on"

# What is written into the log first is not kept if it cannot be.
mv own/notes.log log
mkdir own/notes.log
run note CFW/COP/2024/9#5 unlogged
status=$?
refused 'notes.log.*not kept' "no log, no note"
is "$(count)" $((saved + 1)) "it is not there"
rmdir own/notes.log
ln -s "$scratch/elsewhere" own/notes.log
run note CFW/COP/2024/9#5 unlogged
status=$?
refused 'notes.log.*not kept' "a log that is a link"
ok "$([ ! -e elsewhere ]; echo $?)" "nothing is written through it"
rm own/notes.log
mv log own/notes.log

# Another program is writing: a short while is waited for.
python3 -c 'import sqlite3, time
file = sqlite3.connect("own/notes.db", isolation_level=None)
file.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
time.sleep(1)' >locked &
until [ -s locked ]; do
	sleep 0.05
done
run note CFW/COP/2024/9#5 patient
is "$? $(count)" "0 $((saved + 2))" "somebody else is writing"
wait

# A folder that others may write to could hold a journal of theirs.
chmod 777 own
run note CFW/COP/2024/9#5 open
status=$?
refused 'others may write' "an open folder"
chmod 700 own
run export --format=json
cp out before

# A file that was damaged is said to be, and is left as it is.
python3 -c 'f = open("own/notes.db", "r+b")
f.seek(4096)
f.write(b"\xff" * 40960)'
cp own/notes.db damaged
run note CFW/COP/2024/9#5 more
status=$?
refused 'damaged' "a damaged file"
cmp -s own/notes.db damaged
ok $? "nothing is written to it"
mv own/notes.log log
mkdir own/notes.log
run check --repair
is "$? $(grep -c 'notes.log: is a folder' err)" "1 1" "not without the log, when that is there but not read"
cmp -s own/notes.db damaged
ok $? "it stays as it is"
rmdir own/notes.log
mv log own/notes.log
run check --repair
is "$? $(grep -c 'notes were saved' err)" "0 1" "but saved when that is asked for"
is "$(find own -name 'notes.db.damaged-*' ! -name '*journal' | wc -l | tr -d ' ') $(find own -name '*rescued*')" "1 " \
	"it lies beside"
run export --format=json
lines() {
	sed -n 's/^\({"id".*}\),*$/\1/p' "$1" | sort
}
lines before >wanted
lines out | comm -13 - wanted >missing
is "$(cat missing)" "" "all notes come back, from the copy and the log"
tap_done
