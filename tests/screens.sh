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

# read_case FILE: its lines, in variables of their names.
read_case() {
	files='' size='' options='' library='' notes='' before='' before_files='' keys=''
	while IFS= read -r line; do
		value=${line#*:}
		value=${value# }
		case $line in
		files:*) files=$value ;;
		size:*) size=$value ;;
		options:*) options=$value ;;
		library:*) library=$value ;;
		notes:*) notes=$value ;;
		before:*) before=$before$value ;;
		before-files:*) before_files=$value ;;
		keys:*) keys=$keys$value ;;
		esac
	done <"$1"
}

# hold FOLDER: the library of the case is there; that of a pattern is made once, while cases with it follow.
made=''
hold() {
	if [ "$library" != "$made" ]; then
		rm -rf "$scratch/made"
		mkdir "$scratch/made"
		# shellcheck disable=SC2086 # a pattern
		(cd "$DUAN_TOP" && "$DUAN" --no-config --library "$scratch/made/library.db" add $library) \
			>"$scratch/added" 2>&1 || cat "$scratch/added"
		made=$library
	fi
	cp -R "$scratch/made" "$1"
}

# play SIZE OPTIONS KEYS FILES: in a library and with notes as they are.
play() {
	# shellcheck disable=SC2086 # words: options and files without blanks
	(cd "$DUAN_TOP" && exec "$DUAN" --no-config --no-add $held $kept $2 --size "$1" --script "$3" $4) 2>&1
}

for case in "$DUAN_TESTS"/screens/*.keys; do
	[ -f "$case" ] || skip_all "no screens"
	name=${case##*/} status=0
	name=${name%.keys}
	read_case "$case"
	: >"$scratch/out"
	for one in $size; do
		held='' kept=''
		[ ! -e "$scratch/library" ] || rm -rf "$scratch/library"
		[ ! -e "$scratch/notes" ] || rm -rf "$scratch/notes"
		[ -z "$notes" ] || kept="--notes $scratch/notes/notes.db"
		if [ -n "$library" ]; then
			hold "$scratch/library"
			held="--library $scratch/library/library.db"
		fi
		if [ -n "$before" ]; then
			play "$one" '' "$before" "${before_files:-$files}" >"$scratch/before" || cat "$scratch/before"
		fi
		[ "$one" = "$size" ] || printf '==== %s\n' "$one" >>"$scratch/out"
		play "$one" "$options" "$keys" "$files" >>"$scratch/out" || status=1
	done
	ok "$status" "$name is played"
	golden "$scratch/out" "$DUAN_TESTS/screens/$name.txt" "$name"
done
tap_done
