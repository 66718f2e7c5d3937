#!/bin/sh
# SPDX-License-Identifier: ISC
# Screens played by key scripts. A case tests/screens/NAME.keys has lines
#   files: sample/...      documents, from the top of the tree
#   size: 24x80            (several, with blanks between: a screen of each, behind "==== 24x80")
#   options: --ui=zh       (may be left out)
#   library: sample/*.txt  what a library holds (may be left out)
#   notes: yes             notes of its own are kept (may be left out)
#   before: a              keys that are played first, in a run of their own (may be left out)
#   before-files: sample/… on these documents; else on the same
#   keys: jj<Space>t       (may stand several times: they are joined)
# and its screen is NAME.txt.
. "$DUAN_TOP/tests/tap.sh"
exec </dev/null # what comes in by a pipe is a document
XDG_DATA_HOME=$scratch/data
export XDG_DATA_HOME

field() {
	sed -n "s/^$1: \{0,1\}//p" "$2" | tr -d '\n'
}

# hold FOLDER PATTERN: the library is there; those of one pattern are made once.
hold() {
	made=$scratch/made-$(printf '%s' "$2" | cksum | tr -d ' ')
	if [ ! -d "$made" ]; then
		mkdir "$made"
		# shellcheck disable=SC2086 # a pattern
		(cd "$DUAN_TOP" && "$DUAN" --no-config --library "$made/library.db" add $2) >"$scratch/added" 2>&1 ||
			cat "$scratch/added"
	fi
	cp -R "$made" "$1"
}

# play CASE SIZE OUT [before]: in a library and with notes as they are.
play() {
	files=$(field "${4+$4-}files" "$1")
	# shellcheck disable=SC2046,SC2086 # words: options and files without blanks
	(cd "$DUAN_TOP" && "$DUAN" --no-config --no-add $library $notes $([ -n "${4-}" ] || field options "$1") \
		--size "$2" --script "$(field "${4-keys}" "$1")" ${files:-$(field files "$1")}) >"$3" 2>&1
}

for case in "$DUAN_TESTS"/screens/*.keys; do
	[ -f "$case" ] || skip_all "no screens"
	name=$(basename "$case" .keys)
	sizes=$(field size "$case") held=$(field library "$case") status=0
	: >"$scratch/out"
	for size in $sizes; do
		library='' notes=''
		rm -rf "$scratch/library" "$scratch/notes"
		[ -z "$(field notes "$case")" ] || notes="--notes $scratch/notes/notes.db"
		if [ -n "$held" ]; then
			hold "$scratch/library" "$held"
			library="--library $scratch/library/library.db"
		fi
		[ -z "$(field before "$case")" ] || play "$case" "$size" "$scratch/before" before ||
			cat "$scratch/before"
		[ "$size" = "$sizes" ] || printf '==== %s\n' "$size" >>"$scratch/out"
		play "$case" "$size" "$scratch/screen" || status=1
		cat "$scratch/screen" >>"$scratch/out"
	done
	ok "$status" "$name is played"
	golden "$scratch/out" "$DUAN_TESTS/screens/$name.txt" "$name"
done
tap_done
