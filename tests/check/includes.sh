#!/bin/sh
# SPDX-License-Identifier: ISC
# Includes go down the floors, foreign headers stay with their owner, config.h comes first.
. "$DUAN_TOP/tests/tap.sh"
cd "$DUAN_TOP" || exit 1

# FOLDER FILE LINE HEADER for every #include in src/ and include/.
# shellcheck disable=SC2016 # the program is for awk
find src include -name '*.[ch]' | sort | xargs awk '
	FNR == 1 { split(FILENAME, part, "/"); folder = part[3] == "" ? "main" : part[2] }
	/^#include/ { gsub(/[<>"]/, "", $2); print folder, FILENAME, FNR, $2 }' >"$scratch/includes"
[ -s "$scratch/includes" ]
ok $? "there are includes to look at"

awk -v floors=tests/check/floors '
	BEGIN {
		while ((getline line < floors) > 0) {
			if (line ~ /^#/) continue
			n = split(line, word, " ")
			floor[word[2]] = word[1]
			if (n > 2) owner[word[2]] = word[3]
		}
	}
	!($1 in floor) { print $2 ": " $1 " has no floor"; next }
	{
		split($4, part, "/")
		if (part[2] != "" && part[1] in floor && part[1] != $1 && floor[part[1]] >= floor[$1])
			print $2 ":" $3 ": " $4 " is not below " $1
		for (folder in owner)
			if ($4 ~ owner[folder] && folder != $1)
				print $2 ":" $3 ": " $4 " belongs to " folder
	}' "$scratch/includes" >"$scratch/up"
is "$(cat "$scratch/up")" "" "includes go down the floors"

awk '$2 ~ /\.c$/ && !($2 in seen) { seen[$2] = 1; if ($4 != "config.h") print $2 }' \
	"$scratch/includes" >"$scratch/first"
is "$(cat "$scratch/first")" "" "config.h is the first include of every source"

# The second include is the file's own header, or a private one of its folder.
awk '$2 ~ /\.c$/ && ++n[$2] == 2 { print $2, $4 }' "$scratch/includes" |
	while read -r file header; do
		own=${file#src/}
		own=${own%.c}.h
		case $header in
		"$own" | *_priv.h) ;;
		*) [ ! -f "include/$own" ] || printf '%s: %s comes before its own header\n' "$file" "$header" ;;
		esac
	done >"$scratch/second"
is "$(cat "$scratch/second")" "" "the own header comes second"

awk '$4 ~ /_priv\.h$/ && $4 ~ /\// { print $2 ":" $3 ": " $4 }' "$scratch/includes" >"$scratch/private"
is "$(cat "$scratch/private")" "" "private headers stay in their folder"

is "$(find src -name '*.h' ! -name '*_priv.h')" "" "headers beside the sources are private by name"
tap_done
