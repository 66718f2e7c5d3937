#!/bin/sh
# SPDX-License-Identifier: ISC
# The tree as a whole: licence lines, sizes, tests for modules, clean scripts.
. "$DUAN_TOP/tests/tap.sh"
cd "$DUAN_TOP" || exit 1

find src include tests tools build-aux -name '*.[ch]' -o -name '*.sh' -o -name '*.mk' -o -name '*.def' |
	grep -v -e tap-driver.sh -e /ar-lib | sort >"$scratch/files"
# What the tests compare with, the sample and tables of others are no source.
# debian/ is no part of a distribution, and a package's build leaves files of its own in it.
packaging=$(ls debian/control debian/copyright debian/rules debian/duan.docs debian/duan.lintian-overrides 2>/dev/null)
# Where sources are built in their own folder, what is made is newer than what makes it.
made=
[ "$(cd "$DUAN_BUILD" && pwd)" != "$(pwd)" ] || made="! -newer config.status"
# shellcheck disable=SC2086 # no blanks in our names
find src include tests tools docs sample data bootstrap configure.ac Makefile.am .ci \
	COPYING CONTRIBUTING README NEWS SECURITY $packaging -type f $made |
	grep -v -e ^tests/golden/ -e ^tests/screens/ -e ^tests/fixtures/ -e ^tests/fuzz/seeds/ -e __pycache__ \
		-e '^sample/.*\.txt$' -e '^docs/unicode-licence.txt$' -e '^docs/[^/]*\.[1-9]$' -e '~$' |
	sort >"$scratch/all"
xargs grep -L 'SPDX-License-Identifier: ISC' <"$scratch/all" >"$scratch/unmarked"
is "$(cat "$scratch/unmarked")" "" "every file names its licence"

grep '\.[ch]$' "$scratch/files" | xargs wc -l | awk '$1 > 600 && $2 != "total" { print $2 ": " $1 " lines" }' >"$scratch/long"
is "$(cat "$scratch/long")" "" "no source outgrew its noun (600 lines)"

# What is long has a reason in tests/check/long, and what stands there is there.
# A function's name begins a line; its braces stand in the first column.
# shellcheck disable=SC2016 # for awk
grep '^\(src\|include\)/.*\.[ch]$' "$scratch/files" | xargs awk '
	FNR == 451 { print FILENAME }
	FNR == 1 { name = ""; from = 0 }
	/^[a-z_0-9]+\(/ { name = $0; sub(/\(.*/, "", name) }
	/^\{/ { from = FNR }
	/^\}/ && from { if (name && FNR - from - 1 > 40) print FILENAME ":" name; name = ""; from = 0 }' |
	sort >"$scratch/long"
awk '!/^#/ && NF > 1 { print $1 }' tests/check/long | sort >"$scratch/reasons"
is "$(comm -23 "$scratch/long" "$scratch/reasons")" "" "what is long has a reason"
while IFS=: read -r file name; do
	grep -q "^$name(\|^$name\$" "$file" 2>/dev/null || [ -z "$name" ] && [ -f "$file" ] || printf '%s:%s\n' "$file" "$name"
done <"$scratch/reasons" >"$scratch/gone"
is "$(cat "$scratch/gone")" "" "the reasons are for what is there"

# include/FLOOR/MODULE.h is tested by tests/unit/FLOOR_MODULE*.c.
for header in include/*/*.h; do
	name=${header#include/}
	set -- tests/unit/"${name%/*}_$(basename "$name" .h)"*.c
	if [ -f "$1" ]; then
		! grep -q "^$name " tests/check/untested || printf '%s is tested: no exception\n' "$name"
	else
		grep -q "^$name " tests/check/untested || printf '%s\n' "$name"
	fi
done >"$scratch/untested"
is "$(cat "$scratch/untested")" "" "every module has a unit program of its name"
while read -r name reason; do
	[ "$name" = '#' ] || { [ -f "include/$name" ] && [ -n "$reason" ]; } || printf '%s\n' "$name"
done <tests/check/untested >"$scratch/stale"
is "$(cat "$scratch/stale")" "" "the exceptions are there and have a reason"

# "{undo}" in words for a person stands for the key of that action.
sed -n 's/^ACTION([A-Z_]*, "\([a-z-]*\)".*/{\1}/p' include/session/action.def | sort >"$scratch/actions"
grep -ohE '\{[a-z]+(-[a-z]+)*\}' src/session/*.c src/pane/*.c | sort -u >"$scratch/named"
is "$(comm -13 "$scratch/actions" "$scratch/named")" "" "every action that a message names is there"

# A path of one machine means nothing on the next.  Scratch folders come from the system.
grep -rnE '(^|[^[:alnum:]_.}/)])/(work|home|root|Users)/' include src tests docs sample data tools \
	README NEWS bootstrap configure.ac Makefile.am .ci |
	grep -v '^tests/check/files\.sh:' >"$scratch/paths"
is "$(cat "$scratch/paths")" "" "no path of one machine"

# SC2319: "$?" behind a condition is what the condition came to, which is how these tests say it.
if command -v shellcheck >/dev/null 2>&1; then
	# shellcheck disable=SC2046 # no blanks in our names
	shellcheck -x -e SC1091,SC2016,SC2319 bootstrap .ci/run tools/lint tools/longest tools/parts $(find tests tools -name '*.sh') >"$scratch/shellcheck" 2>&1
	ok $? "shellcheck"
	sed 's/^/# /' "$scratch/shellcheck" | head -n 40
else
	skip "shellcheck is not installed"
fi

if command -v mandoc >/dev/null 2>&1 && [ -f "$DUAN_BUILD/docs/duan.1" ]; then
	mandoc -Tlint -W warning "$DUAN_BUILD/docs/duan.1" >"$scratch/mandoc" 2>&1
	ok $? "mandoc -Tlint"
	sed 's/^/# /' "$scratch/mandoc" | head -n 20
else
	skip "mandoc is not installed"
fi

set -- "$DUAN_BUILD"/data/*.metainfo.xml
if command -v appstreamcli >/dev/null 2>&1 && [ -f "$1" ]; then
	appstreamcli validate --no-net "$1" >"$scratch/appstream" 2>&1
	ok $? "appstreamcli validate"
	sed 's/^/# /' "$scratch/appstream" | head -n 20
else
	skip "appstreamcli is not installed"
fi
if command -v desktop-file-validate >/dev/null 2>&1; then
	is "$(desktop-file-validate data/duan.desktop 2>&1)" "" "desktop-file-validate"
else
	skip "desktop-file-validate is not installed"
fi
tap_done
