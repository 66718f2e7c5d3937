#!/bin/sh
# SPDX-License-Identifier: ISC
# Screens played by key scripts. A case tests/screens/NAME.keys has lines
#   files: sample/...      documents, from the top of the tree
#   size: 24x80
#   options: --ui=zh       (may be left out)
#   library: sample/*.txt  what a library holds (may be left out)
#   notes: yes             notes of its own are kept (may be left out)
#   before: a              keys that are played first, in a run of their own (may be left out)
#   before-files: sample/… on these documents; else on the same
#   keys: jj<Space>t       (may stand several times: they are joined)
# and its screen is NAME.txt.
. "$DUAN_TOP/tests/tap.sh"
XDG_DATA_HOME=$scratch/data
export XDG_DATA_HOME

field() {
	sed -n "s/^$1: \{0,1\}//p" "$2" | tr -d '\n'
}

for case in "$DUAN_TESTS"/screens/*.keys; do
	[ -f "$case" ] || skip_all "no screens"
	name=$(basename "$case" .keys)
	held=$(field library "$case") library='' notes=''
	[ -z "$(field notes "$case")" ] || notes="--notes $scratch/notes-$name/notes.db"
	if [ -n "$held" ]; then
		library="--library $scratch/$name.db"
		# shellcheck disable=SC2086 # a pattern
		(cd "$DUAN_TOP" && "$DUAN" --no-config $library add $held) >"$scratch/added" 2>&1 ||
			cat "$scratch/added"
	fi
	files=$(field before-files "$case")
	# shellcheck disable=SC2046,SC2086 # words: options and files without blanks
	[ -z "$(field before "$case")" ] ||
		(cd "$DUAN_TOP" && "$DUAN" --no-config --no-add $library $notes --size "$(field size "$case")" \
			--script "$(field before "$case")" ${files:-$(field files "$case")}) >"$scratch/before" 2>&1 ||
		cat "$scratch/before"
	# shellcheck disable=SC2046,SC2086 # words: options and files without blanks
	(cd "$DUAN_TOP" && "$DUAN" --no-config --no-add $library $notes $(field options "$case") --size "$(field size "$case")" \
		--script "$(field keys "$case")" $(field files "$case")) >"$scratch/out" 2>&1
	ok $? "$name is played"
	golden "$scratch/out" "$DUAN_TESTS/screens/$name.txt" "$name"
done
tap_done
