#!/bin/sh
# SPDX-License-Identifier: ISC
# The tables made from Unicode's data are what their generators make of it, where it is of the same version.
. "$DUAN_TOP/tests/tap.sh"
data=/usr/share/unicode
leaks_aside

# generator NAME LIBRARIES...
generator() {
	name=$1
	shift
	# shellcheck disable=SC2086 # the compiler and its options are words
	$DUAN_CC -D_GNU_SOURCE -o "$scratch/$name" "$DUAN_TOP/tools/$name.c" "$@" >"$scratch/log" 2>&1
	ok $? "$name is built"
	sed 's/^/# /' "$scratch/log"
}

made=$(sed -n 's/.*made by.*Unicode \([0-9.]*\)\. .*/\1/Ip' "$DUAN_TOP/src/text/readings.def")
here=$(bzcat "$data/Unihan_Readings.txt.bz2" 2>/dev/null | sed -n 's/^# Unicode version: *//p')
if [ -n "$made" ] && [ "$here" = "$made" ]; then
	generator gen-readings
	bzcat "$data/Unihan_Readings.txt.bz2" | "$scratch/gen-readings" >"$scratch/readings.def"
	cmp "$scratch/readings.def" "$DUAN_TOP/src/text/readings.def" >"$scratch/log" 2>&1
	ok $? "readings.def is as made"
else
	skip "readings.def is of Unicode ${made:-unknown}, here is ${here:-none (package unicode-data, bzip2)}"
fi

made=$(sed -n 's/.*made by.*ICU \([0-9.]*\)\. .*/\1/Ip' "$DUAN_TOP/src/text/searchfold.def")
here=$(pkg-config --modversion icu-uc 2>/dev/null)
if [ -f "$data/EquivalentUnifiedIdeograph.txt" ] && [ -n "$made" ] && [ "$here" = "$made" ]; then
	# shellcheck disable=SC2046 # libraries are words
	generator gen-searchfold $(pkg-config --libs icu-uc icu-i18n)
	"$scratch/gen-searchfold" "$data/EquivalentUnifiedIdeograph.txt" >"$scratch/searchfold.def"
	cmp "$scratch/searchfold.def" "$DUAN_TOP/src/text/searchfold.def" >"$scratch/log" 2>&1
	ok $? "searchfold.def is as made"
else
	skip "searchfold.def is of ICU ${made:-unknown}, here is ${here:-none}, or unicode-data is not installed"
fi
tap_done
