#!/bin/sh
# SPDX-License-Identifier: ISC
# What README shows is what the program shows, and its ten keys are those of the tutorial.
. "$DUAN_TOP/tests/tap.sh"
cd "$DUAN_TOP" || exit 1

"$DUAN" --no-config --no-add --ui=zh --script '18Gzt' --size 15x80 sample/CFW_COP_2024_17.zh.txt |
	sed -e 's/^/    /' -e 's/ *$//' >"$scratch/screen"
sed -n '/^     CFW\/COP\/2024\/17 ›/,/^[^ ]/p' README | sed -e '/^[^ ]/d' >"$scratch/shown"
# The empty rows at the end are not shown.
is "$(cat "$scratch/shown")" "$(cat "$scratch/screen")" "the screen is true"

sed -n '/^Ten keys/,/^The others/s/^    \([^ ].*\)/\1/p' README | cut -c 1-22 | tr -s ' ' '\n' | sed '/^$/d' | sort -u \
	>"$scratch/keys"
"$DUAN" --no-config --ui=en show tutorial/CFW_COP_2024_INF_8.en.txt |
	sed -n '/^Annex I	/,/^Annex II	/s/^([a-j])	//p' | grep -o '“[^”]*”' | sed 's/[“”]//g' | sort -u >"$scratch/taught"
is "$(cat "$scratch/keys")" "$(cat "$scratch/taught")" "the ten keys are those of the tutorial"

"$DUAN" --no-config keys >"$scratch/keymap"
while read -r key; do
	way=$(printf '%s' "$key" | sed 's/^g?$/g ?/')
	grep -qF "map $way = " "$scratch/keymap" || printf '%s\n' "$key"
done <"$scratch/keys" >"$scratch/strange"
is "$(cat "$scratch/strange")" "" "and keys of the keymap"
tap_done
