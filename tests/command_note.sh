#!/bin/sh
# SPDX-License-Identifier: ISC
# note, notes, bookmark, bookmarks, tag: written, listed, changed, undone, found again.
. "$DUAN_TOP/tests/tap.sh"
cd "$scratch" || exit 1
XDG_DATA_HOME=$scratch/data
export XDG_DATA_HOME

run() {
	"$DUAN" --no-config --ui=en "$@" >out 2>err </dev/null
}
id_of() {
	cut -f 2 out | head -n 1
}
run add "$DUAN_TOP/sample"

run note CFW/COP/2024/9@zh#5 'see CFW/COP/2024/17#3'
is "$? $(cut -f 1,3 out)" "0 saved	CFW/COP/2024/9#para_5" "a note on a paragraph"
first=$(id_of)
is "$(stat -c '%a' data/duan/notes.db data/duan/notes.log | tr '\n' ' ')" "600 600 " "for us alone"
printf 'two\nlines\n' | "$DUAN" --no-config --ui=en note CFW/COP/2024/9 - >out
is "$? $(cut -f 3 out)" "0 CFW/COP/2024/9" "on a document, from standard input"
run note cfw/cop/2024/9@EN#5 --words nowhere 'x'
is "$? $(grep -c 'these words are not there' err)" "1 1" "words that are not there"
run note CFW/COP/2024/9@en#5 --words 'States Parties' --bound --highlight 3
is "$? $(cut -f 3 out)" "0 CFW/COP/2024/9@en#para_5" "words highlighted in one version"
run note CFW/COP/2024/9#5 ''
is "$? $(wc -l <err | tr -d ' ')" "2 1" "an empty note"
run note CFW/COP/2024/9#99 'x'
is "$? $(wc -l <err | tr -d ' ')" "1 1" "a place that is not there"
run notes CFW/COP/2024/9@zh#5
is "$? $(wc -l <out | tr -d ' ')" "0 1" "notes of a place in one version"
run notes --json CFW/COP/2024/9#5
is "$(grep -c '^{"reference":"CFW/COP/2024/9\(@en\)\?#para_5","id":"[0-9a-f]\{32\}"' out)" 2 "notes --json"

run bookmark 'CFW/COP/2024/9!annex_1#3' 起点
is "$? $(cut -f 3 out)" "0 CFW/COP/2024/9!annex_1#para_3" "a bookmark"
run bookmarks
is "$(cut -f 2,5 out)" "CFW/COP/2024/9!annex_1#para_3	起点" "is listed"
run tag "$first" 预防 'asset recovery'
run tag CFW/COP/2024/17#4 预防
run tag CFW/COP/2024/17#4 预防 水
run tag
is "$(cat out)" "asset recovery	1
水	1
预防	2" "tags"
run tag 预防
is "$(wc -l <out | tr -d ' ')" 2 "what has one"
run tag --remove CFW/COP/2024/17#4 预防 水
run tag
is "$(cut -f 1 out | tr '\n' ' ')" "asset recovery 预防 " "taken off"

run notes
before=$(cat out)
run note --edit "$first" 'written anew'
run notes CFW/COP/2024/9#5
grep -q 'written anew' out
ok $? "changed"
run note --undo
run notes
is "$(cat out)" "$before" "undone"
run note --redo
run note --trash "$first"
run notes --trash
is "$(grep -c 'written anew' out)" 1 "thrown away"
run notes
is "$(grep -c 'written anew' out)" 0 "out of sight"
run note --restore "$(printf '%.8s' "$first")"
run notes
is "$(grep -c 'written anew' out)" 1 "and back"
run note --trash ffffffff
is "$? $(wc -l <err | tr -d ' ')" "1 1" "an id that is not there"
i=0
while run note --undo && [ $i -lt 50 ]; do
	i=$((i + 1))
done
is "$(grep -c 'nothing to undo' err) $("$DUAN" --no-config notes | wc -l)" "1 0" "all is undone, one after the other"
while run note --redo && [ $i -gt 0 ]; do
	i=$((i - 1))
done
run notes
is "$(grep -c 'written anew' out)" 1 "and done again"

# A text that changes: renumbered, one paragraph reworded, one deleted.
cat >one.txt <<'END'
CFW/COP/2031/5

1. The Conference took note of the report on groundwater storage.

2. The Secretariat was requested to prepare a study of trends in storage for the seventh session.

3. Several speakers stressed that observation records should be published in good time.

4. The meeting rose at six o'clock in the evening after a statement by the President.
END
cat >two.txt <<'END'
CFW/COP/2031/5

1. The President welcomed all delegations and thanked the host country for its generosity in every way.

2. The Conference took note of the report on groundwater storage.

3. Several speakers stressed that the observation records should be published in due time.

4. It was decided that a working group would be convened early next year, and that it should report.
END
run add one.txt
run note CFW/COP/2031/5#1 moves
run note CFW/COP/2031/5#3 changes
changed=$(id_of)
run note CFW/COP/2031/5#2 orphan
orphan=$(id_of)
cp two.txt one.txt
run add one.txt
is "$(head -n 1 out | sed 's/.*	notes/notes/')" "notes: moved 1, changed 1, orphan 1" "add says what became of notes"
run notes CFW/COP/2031/5
is "$(cut -f 2,3,5 out | sort)" "CFW/COP/2031/5#para_2	note	moves
CFW/COP/2031/5#para_2	note, orphan	orphan
CFW/COP/2031/5#para_3	note, changed	changes" "they are where their words are"
run notes --orphans CFW/COP/2031/5
is "$(wc -l <out | tr -d ' ')" 2 "two wait to be looked at"
run notes --accept "$changed"
is "$?" 0 "one is accepted"
run notes --move "$orphan" CFW/COP/2031/5#4
is "$?" 0 "one is moved"
run notes --orphans CFW/COP/2031/5
is "$(wc -l <out | tr -d ' ')" 0 "none is left"
run add one.txt
is "$(head -n 1 out | cut -f 1)" same "and stay so"

# From a draft to the report.
run note CFW/COP/2024/L.1/Add.2#5 'of the draft'
run notes --carry CFW/COP/2024/L.1/Add.2 CFW/COP/2024/17
is "$? $(cut -f 1 out)" "0 moved" "carried over"
run notes CFW/COP/2024/17
is "$(grep -c 'of the draft' out)" 1 "it is on the report"
run notes CFW/COP/2024/L.1/Add.2
is "$(grep -c 'of the draft' out)" 1 "and on the draft"
run notes --carry CFW/COP/2024/L.1/Add.2 CFW/COP/2024/17
run notes CFW/COP/2024/17
is "$(grep -c 'of the draft' out)" 1 "once"
run remove CFW/COP/2031/5
run notes CFW/COP/2031/5
is "$(wc -l <out | tr -d ' ')" 3 "notes stay when a document goes"
run check
is "$?" 0 "check finds nothing"
is "$(find data/duan -name 'notes.db.backup-*' | wc -l | tr -d ' ')" 1 "there is a copy of today"

# Notes that cannot be read are said once, not with every document.
mkdir -m 700 bad
if python3 -c 'import sqlite3' 2>/dev/null; then
	run --notes bad/notes.db note CFW/COP/2024/9#5 x
	python3 -c 'import sqlite3
file = sqlite3.connect("bad/notes.db")
file.execute("DROP TABLE note")
file.commit()'
	run --library bad/library.db --notes bad/notes.db add "$DUAN_TOP/sample"
	is "$? $(wc -l <err | tr -d ' ') $(tail -n 1 out | sed 's/;.*//')" "0 1 new 11" "damaged notes are said once"
else
	skip "python3 has no SQLite"
fi
tap_done
