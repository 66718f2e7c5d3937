#!/bin/sh
# SPDX-License-Identifier: ISC
# export and import: Markdown as it was; JSON and W3C annotations out, in and out again.
. "$DUAN_TOP/tests/tap.sh"
cd "$scratch" || exit 1
XDG_DATA_HOME=$scratch/data
export XDG_DATA_HOME
fixtures=$DUAN_TESTS/fixtures/exchange

run() {
	"$DUAN" --no-config --ui=en --notes "$notes" "$@" >out 2>err </dev/null
}
empty() {
	rm -rf own
	mkdir -m 700 own
	notes=own/notes.db
}
"$DUAN" --no-config add "$DUAN_TOP/sample" >/dev/null

empty
run import "$fixtures/notes.json"
is "$? $(cat out)" "0 new 10, changed 1, orphan 1" "notes come in"
run import "$fixtures/notes.json"
is "$? $(cat out)" "0 same 10" "once"
run export
golden out "$DUAN_TESTS/golden/exchange/notes.md" "as Markdown"
run --ui=zh export CFW/COP/2024/9
golden out "$DUAN_TESTS/golden/exchange/notes.zh.md" "of one document, in Chinese"
is "$(grep -c "$(printf '\033')" out)" 0 "nothing in it controls a terminal"
run export --all --format=json
cp out all.json
golden all.json "$DUAN_TESTS/golden/exchange/notes.json" "as JSON"
run export --all --format=w3c
cp out all.w3c
golden all.w3c "$DUAN_TESTS/golden/exchange/notes.w3c" "as W3C annotations"
run export --format=json
is "$(grep -c 'thrown away' out)" 0 "what was thrown away stays at home"
run export --format=json CFW/COP/2024/9#5
is "$? $(grep -c '^{"id"' out)" "0 4" "of one place"
run export --format=xml
is "$? $(wc -l <err | tr -d ' ')" "2 1" "a format that is not known"

for form in json w3c; do
	empty
	run import "all.$form"
	is "$? $(cat out)" "0 new 10, changed 1, orphan 1" "$form into an empty file"
	run export --all --format=json
	cmp -s out all.json
	ok $? "$form in, JSON out: the same bytes"
	run export --all --format=w3c
	cmp -s out all.w3c
	ok $? "$form in, annotations out: the same bytes"
done

run note --edit a0000000000000000000000000000004 'written since'
run import all.json
is "$? $(tail -n 1 out)" "1 same 9, conflict 1" "a note that was changed here is a conflict"
is "$(head -n 1 out | cut -f 1-3)" "conflict	a0000000000000000000000000000004	CFW/COP/2024/9#para_5" \
	"and named"
run notes
is "$(grep -c 'written since' out)" 1 "it stays"
run import --json all.w3c
is "$? $(grep -c '^{"result":"same"' out) $(grep -c '^{"result":"conflict"' out)" "1 9 1" "as JSON"
run import --replace all.json
is "$? $(tail -n 1 out)" "0 same 9, replaced 1" "until it is to give way"
run export --all --format=json
is "$(sed 's/"changed":[0-9]*//' out)" "$(sed 's/"changed":[0-9]*//' all.json)" "all is as it was"
run note --undo
run notes
is "$(grep -c 'written since' out)" 1 "that can be undone"

empty
run import "$fixtures/foreign.jsonld"
is "$? $(cat out)" "1 new 2, left out 2, orphan 1" "annotations of another reader"
run notes CFW/COP/2024/9
is "$(cut -f 2,3,5 out)" "CFW/COP/2024/9#para_5	highlight 1, orphan	
CFW/COP/2024/9#para_5	note	from another reader" "find their place, or say so"
run import "$fixtures/foreign.jsonld"
is "$? $(cat out)" "1 same 2, left out 2" "and are known again"
for text in '' '{' '[1' '{"a":1}' 'null' '"x"' '{"format":"duan-notes","notes":{"a":1}}x'; do
	printf '%s' "$text" >bad
	run import bad
	is "$? $(wc -l <err | tr -d ' ')" "1 1" "no notes: $text"
done
run import nowhere
is "$? $(wc -l <err | tr -d ' ')" "1 1" "a file that is not there"

command -v python3 >/dev/null 2>&1 || { skip "no python3"; tap_done; exit; }
python3 "$DUAN_TESTS/w3c.py" all.w3c >out 2>&1
is "$? $(cat out)" "0 10 annotations" "they have what the Web Annotation Data Model requires"
tap_done
