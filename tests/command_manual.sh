#!/bin/sh
# SPDX-License-Identifier: ISC
# The manual says all that the tables say.
. "$DUAN_TOP/tests/tap.sh"
manual=$(dirname "$DUAN")/docs/duan.1
[ -f "$manual" ] || skip_all "the manual was not built"
if command -v mandoc >/dev/null 2>&1; then
	is "$(mandoc -Tlint "$manual" 2>&1 | grep -v 'STYLE: referenced manual not found')" "" "mandoc has nothing to say"
	folder=$(dirname "$manual")
	is "$(mandoc -Tlint "$folder/duanrc.5" 2>&1 | grep -v 'STYLE: referenced manual not found')" "" "nor of duanrc(5)"
	# Its lines are counted in bytes.
	for page in duan.1 duanrc.5; do
		is "$(mandoc -Tlint -W warning "$folder/zh_CN/$page" 2>&1)" "" "nor in Chinese ($page)"
	done
else
	skip "mandoc is not installed"
fi
"$DUAN" --help | sed -n '/^commands:/,/^$/s/^    //p' | tr ' ' '\n' | sed 's/^--//' >"$scratch/words"
for ui in en zh; do
	[ "$("$DUAN" --ui=$ui --help | tee "$scratch/help" | wc -l)" -le 24 ] &&
		[ "$(LC_ALL=C.UTF-8 wc -L <"$scratch/help")" -le 80 ]
	ok $? "--help is a screen ($ui)"
done
"$DUAN" --no-config keys | sed -n 's/^# :\([a-z-]*\) .*/:\1/p' >>"$scratch/words"
[ "$(wc -l <"$scratch/words")" -gt 40 ]
ok $? "words to look for"
for page in duanrc.5 zh_CN/duanrc.5; do
	"$DUAN" --no-config config | sed -n 's/^set \([a-z-]*\) .*/\1/p' | while read -r name; do
		grep -q "^\.It Ic set $name " "$(dirname "$manual")/$page" || printf '%s\n' "$name"
	done >"$scratch/unnamed"
	is "$(cat "$scratch/unnamed")" "" "$page has every setting"
done
for page in duan.1 zh_CN/duan.1; do
	missing=
	while read -r word; do
		grep -q "^\.\(It\|Pq\).*[ -]$word\( \|\$\)" "$(dirname "$manual")/$page" || missing="$missing $word"
	done <"$scratch/words"
	is "$missing" "" "every command, option and action is in $page"
done
# What is told by hand is told in both.
for page in duan.1 zh_CN/duan.1; do
	grep -c '^\.Sh ' "$(dirname "$manual")/$page"
done >"$scratch/sections"
is "$(sed -n 2p "$scratch/sections")" "$(sed -n 1p "$scratch/sections")" "the sections of one are those of the other"
tap_done
