#!/bin/sh
# SPDX-License-Identifier: ISC
# What the floors are linked with, and what they export.
. "$DUAN_TOP/tests/tap.sh"
cd "$DUAN_TOP" || exit 1

# A unit program is linked with its own floor: FLOOR_X in tests/unit/x.mk.
for list in tests/unit/*.mk; do
	floor=$(basename "$list" .mk)
	upper=$(printf '%s' "$floor" | tr '[:lower:]' '[:upper:]')
	others=$(grep -o 'FLOOR_[A-Z]*' "$list" | grep -vx "FLOOR_$upper" | sort -u | tr '\n' ' ')
	is "$others" "" "units of $floor are linked with their own floor"
done

# Global names carry the name of a module of their floor, or one of the words in tests/check/names.
for floor in base text cite grid doc import store layout navigation session pane term command; do
	{
		for file in include/"$floor"/*.h src/"$floor"/*.[ch]; do
			[ -f "$file" ] && basename "$file" | sed -e 's/\.[ch]$//' -e 's/_priv$//'
		done
		awk -v floor="$floor" '$1 == floor { for (i = 2; i <= NF; i++) print $i }' tests/check/names
	} | sort -u >"$scratch/prefixes"
	nm -g --defined-only "$DUAN_BUILD/src/lib$floor.a" 2>/dev/null |
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

# State hangs on the session: what can change, in .data and .bss, is named in tests/check/statics.
for floor in base text cite grid doc import store layout navigation session pane term command; do
	objdump -t "$DUAN_BUILD/src/lib$floor.a" 2>/dev/null |
		awk -v floor="$floor" '($4 == ".data" || $4 == ".bss") && $3 == "O" {
			sub(/\.[0-9]+$/, "", $6); print floor, $6 }' | sort -u
done | grep -vxF -f tests/check/statics >"$scratch/statics" || :
case $DUAN_CC in
*-fsanitize*) skip "sanitizers add statics of their own" ;;
*) is "$(cat "$scratch/statics")" "" "no globals but those that are explained" ;;
esac
tap_done
