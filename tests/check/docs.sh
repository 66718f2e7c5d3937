#!/bin/sh
# SPDX-License-Identifier: ISC
# What the documents name is there: files, folders and functions.
. "$DUAN_TOP/tests/tap.sh"
cd "$DUAN_TOP" || exit 1

documents="README CONTRIBUTING SECURITY docs/architecture.md docs/extending.md docs/json.md docs/library-schema.md
	docs/notes-schema.md docs/performance.md"
# debian/ is no part of a distribution.
folders='src|include|tests|tools|docs|tutorial|sample|data|completion'
[ ! -d debian ] || folders="$folders|debian"

# NAME and FLOOR in capitals, NNN and "*" stand for any; a unit program is named without its ".c".
for document in $documents; do
	grep -oE "(^|[^[:alnum:]_./-])($folders)/[[:alnum:]_./*-]*" "$document" |
		sed -e 's/^[^[:alnum:]]//' -e 's/[.]*$//' | grep -vE 'NAME|FLOOR|MODULE|NNN|\*' | sort -u |
		while read -r path; do
			[ -e "$path" ] || [ -e "$path.c" ] || printf '%s: %s\n' "$document" "$path"
		done
done >"$scratch/paths"
is "$(cat "$scratch/paths")" "" "every path in the documents is there"

cat src/*/*.[ch] src/*.c include/*/*.h tests/*.sh tests/*.py tests/*.[ch] tests/unit/*.[ch] >"$scratch/source"
# shellcheck disable=SC2016,SC2086 # backquotes as they are, a list of words
grep -ohE '`[a-z][a-z0-9_]*\(\)`' $documents | tr -d '`()' | sort -u | while read -r name; do
	grep -qE "(^|[^[:alnum:]_])$name\(" "$scratch/source" || printf '%s\n' "$name"
done >"$scratch/functions"
is "$(cat "$scratch/functions")" "" "every function in the documents is there"
tap_done
