#!/bin/sh
# SPDX-License-Identifier: ISC
# diff: versions by paragraph, languages, the map of numbers.
. "$DUAN_TOP/tests/tap.sh"
cd "$scratch" || exit 1
XDG_DATA_HOME=$scratch/data
export XDG_DATA_HOME
sample=$DUAN_TOP/sample

run() {
	"$DUAN" --no-config --ui=en "$@" >out 2>err </dev/null
}
# same NAME ARGUMENT...: prints what the golden file has, and nothing else.
same() {
	name=$1
	shift
	run diff "$@"
	is "$?" 1 "$name: differs"
	golden out "$DUAN_TESTS/golden/diff/$name" "$name: as it was"
	is "$(cat err)" "" "$name: nothing else is said"
}

rev1=$sample/CFW_COP_2024_13_Rev.1.zh.txt
rev2=$sample/CFW_COP_2024_13_Rev.2.zh.txt
same revision.text "$rev1" "$rev2"
same revision.zh --ui=zh "$rev1" "$rev2"
same revision.json --json "$rev1" "$rev2"
same revision.map --map "$rev1" "$rev2"
same report.text "$sample/CFW_COP_2024_L.1_Add.2.zh.txt" "$sample/CFW_COP_2024_17.zh.txt#sec_V"
run diff --map --json "$rev1#annex_1" "$rev2#annex_1"
is "$? $(grep -c . out) $(grep -c '^{"from":"!annex_1#para_10","to":"!annex_1#para_11"}$' out)" "1 27 1" \
	"--map --json, of one annex"

run diff "$rev1" "$rev1"
is "$? $(cat out err)" "0 " "a document and itself"
sed 's/$/ /; s/缔约国会议在/缔约国会议 在/' "$rev2" >spaced.txt
run diff "$rev2" spaced.txt
is "$? $(cat out err)" "0 " "blanks are no change"

# Two languages: what has no counterpart.
run diff "$sample/CFW_COP_2024_9.en.txt" "$sample/CFW_COP_2024_9.zh.txt"
is "$? $(cat out err)" "0 " "two languages, nothing is missing"
sed '/^ *10\. .*observation wells/,/^ *11\./{/^ *11\./!d}' "$sample/CFW_COP_2024_9.en.txt" >less.en.txt
run diff less.en.txt "$sample/CFW_COP_2024_9.zh.txt"
is "$? $(cut -f 1,2 out)" "1 missing	> #para_10" "one that is missing in English"
run diff --json less.en.txt "$sample/CFW_COP_2024_9.zh.txt"
is "$(grep -c '"relation":"counterpart"' out) $(grep -c '"relation":"missing"' out)" \
	"$(($(grep -c . out) - 1)) 1" "--json has them all"

# From the library, by symbol.
run add "$sample"
run diff CFW/COP/2024/13/Rev.1 CFW/COP/2024/13/Rev.2
is "$?" 1 "two symbols"
golden out "$DUAN_TESTS/golden/diff/revision.text" "the same from the library"
run diff CFW/COP/2024/9@en CFW/COP/2024/9@zh
is "$? $(cat out err)" "0 " "two languages by symbol"

for call in "" "$rev1" "$rev1 $rev1 $rev2" "nowhere $rev1" "$rev1 CFW/COP/2099/1" "$rev1#para_99 $rev1"; do
	# shellcheck disable=SC2086 # words
	run diff $call
	is "$? $(wc -l <err | tr -d ' ') $(wc -c <out | tr -d ' ')" "2 1 0" "one line of words: diff ${call##*/}"
done
tap_done
