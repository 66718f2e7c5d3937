#!/bin/sh
# SPDX-License-Identifier: ISC
# What the floors are linked with, and what they export.
. "$DUAN_TOP/tests/tap.sh"
cd "$DUAN_TOP" || exit 1

# Floors that have a library.
floors=$(awk '!/^#/ && $2 != "main" { print $2 }' tests/check/floors |
	while read -r floor; do [ ! -d "src/$floor" ] || printf '%s\n' "$floor"; done)

# A unit program is linked with its own floor: FLOOR_X in tests/unit/x.mk.
for list in tests/unit/*.mk; do
	floor=$(basename "$list" .mk)
	upper=$(printf '%s' "$floor" | tr '[:lower:]' '[:upper:]')
	others=$(grep -oE 'FLOOR_[A-Z]*|src/lib[a-z]*\.a' "$list" | grep -vx "FLOOR_$upper" | sort -u | tr '\n' ' ')
	is "$others" "" "units of $floor are linked with their own floor"
done

# A floor's own list names no library from above or from beside.
awk -v floors=tests/check/floors '
	BEGIN {
		while ((getline line < floors) > 0) {
			if (line ~ /^#/) continue
			split(line, word, " ")
			floor[word[2]] = word[1]
		}
	}
	/^FLOOR_[A-Z]* *=/ {
		split(FILENAME, part, "/")
		own = part[2]
		n = split($0, word, /[ \t]+/)
		for (i = 3; i <= n; i++) {
			name = word[i]
			if (name !~ /^src\/lib[a-z]*\.a$/ && name !~ /^\$\(FLOOR_[A-Z]*\)$/) continue
			gsub(/^src\/lib|\.a$|^\$\(FLOOR_|\)$/, "", name)
			name = tolower(name)
			if (name != own && floor[name] >= floor[own])
				print FILENAME ": " name " is not below " own
		}
	}' src/*/local.mk >"$scratch/up"
is "$(cat "$scratch/up")" "" "floors are linked with what is below them"

# Global names carry the name of a module of their floor, or one of the words in tests/check/names.
for floor in $floors; do
	library=$DUAN_BUILD/src/lib$floor.a
	if [ ! -f "$library" ]; then
		ok 1 "$library is there"
		continue
	fi
	{
		for file in include/"$floor"/*.h src/"$floor"/*.[ch]; do
			[ -f "$file" ] && basename "$file" | sed -e 's/\.[ch]$//' -e 's/_priv$//'
		done
		awk -v floor="$floor" '$1 == floor { for (i = 2; i <= NF; i++) print $i }' tests/check/names
	} | sort -u >"$scratch/prefixes"
	nm -g --defined-only "$library" 2>/dev/null |
		awk 'NF == 3 && $2 ~ /[A-Z]/ && $3 !~ /^(__|_Z)/ { print $3 }' | sort -u |
		awk -v prefixes="$scratch/prefixes" '
			BEGIN { while ((getline p < prefixes) > 0) known[p] = 1 }
			{
				for (p in known)
					if ($0 == p || index($0, p "_") == 1) next
				print
			}' >"$scratch/strangers"
	is "$(tr '\n' ' ' <"$scratch/strangers")" "" "names of $floor carry a module's name"
done

# State hangs on the session: what can change is named in tests/check/statics.  Constant data with
# addresses in it lies in .data.rel.ro.
for floor in $floors; do
	objdump -t "$DUAN_BUILD/src/lib$floor.a" 2>/dev/null |
		awk -v floor="$floor" '$3 == "O" && $4 ~ /^\.(t?data|t?bss)/ && $4 !~ /^\.data\.rel\.ro/ {
			sub(/\.[0-9]+$/, "", $6); print floor, $6 }' | sort -u
done | grep -vxF -f tests/check/statics >"$scratch/statics" || :
case $DUAN_CC in
*-fsanitize*) skip "sanitizers add statics of their own" ;;
*) is "$(cat "$scratch/statics")" "" "no globals but those that are explained" ;;
esac
tap_done
