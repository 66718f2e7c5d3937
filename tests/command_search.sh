#!/bin/sh
# SPDX-License-Identifier: ISC
# search: words in the library of the sample documents, and in a plain scan of them.
. "$DUAN_TOP/tests/tap.sh"
mkdir -m 700 "$scratch/library"
library=$scratch/library/library.db
XDG_DATA_HOME=$scratch/data
export XDG_DATA_HOME

run() {
	"$DUAN" --no-config --ui=en --library="$library" "$@" >"$scratch/out" 2>"$scratch/err" </dev/null
}
run search 淡水
is "$? $(cat "$scratch/err")" "1 duan: paragraphs 0, matches 0" "an empty library"
run add "$DUAN_TOP/sample"

run search 含水层 边界
is "$? $(grep -c '^CFW/CONF/2015/6@zh#art_6__para_1	' "$scratch/out")" "0 1" "both words in one paragraph"
run search --json --limit 2 'title:准则 保密'
is "$(wc -l <"$scratch/out" | tr -d ' ')" 2 "no more than asked for"
is "$(sed -n '1s/.*"reference":"\([^"]*\)".*/\1/p' "$scratch/out")" "CFW/COP/2024/13/Rev.2@zh!annex_1#sec_IV" \
	"the heading first, by a reference that show takes"
run show "$(sed -n '1s/.*"reference":"\([^"]*\)".*/\1/p' "$scratch/out")"
grep -q 保密 "$scratch/out"
ok $? "and shows it"
run search CFW/COP/2024/9
is "$(head -n 1 "$scratch/out" | cut -f 1)" "CFW/COP/2024/9@zh" "a symbol names its document first"
run search --doc CFW/COP/2024/17 --limit 0 第5/3号决议
! grep -qv '^CFW/COP/2024/17@zh' "$scratch/out"
ok $? "in one document"
run search --doc CFW/COP/2099/1 x
is "$?" 1 "in one that is not there"
run search danshui
is "$? $(grep -c 淡水 "$scratch/out")" "0 $(wc -l <"$scratch/out" | tr -d ' ')" "by sound"
run search 'lang:en groundwater'
! grep -qv '@en' "$scratch/out"
ok $? "in one language"

run search 缔约国会议审议了题为淡水资源的监督和评估的议程项目
is "$? $(cut -f 1 "$scratch/out" | sort | tr '\n' ' ')$(sed 's/;.*//' "$scratch/err")" \
	"0 CFW/COP/2024/17@zh#para_16 CFW/COP/2024/L.1/Add.2@zh#para_1 duan: no exact match" "a sentence with errors"
run search --json 缔约国会议审议了题为淡水资源的监督和评估的议程项目
is "$(sed -n '1s/.*,\("approximate":.*\)}$/\1/p' "$scratch/out")" '"approximate":true,"errors":3' "is said in JSON"
run search --json 淡水
! grep -q approximate "$scratch/out"
ok $? "and not of what is there"
run note CFW/COP/2024/9#12 核对
run search note:核对
is "$? $(cut -f 1 "$scratch/out" | sort | tr '\n' ' ')" \
	"0 CFW/COP/2024/9@en#para_12 CFW/COP/2024/9@zh#para_12 " "a paragraph by its note"

for query in '"' '(' ')' 'NOT x' 'x OR' 'title:' ''; do
	run search "$query"
	is "$? $(wc -l <"$scratch/err" | tr -d ' ')" "2 1" "refused with a line: $query"
done
run search "$(awk 'BEGIN { for (i = 0; i < 10000; i++) printf "水" }')"
is "$? $(cat "$scratch/err")" "1 duan: paragraphs 0, matches 0" "ten thousand characters"
run search "$(awk 'BEGIN { for (i = 0; i < 70000; i++) printf "x" }')"
is "$?" 2 "more than that"
run search
is "$?" 2 "nothing"

run check
is "$?" 0 "check: in step"
if command -v sqlite3 >/dev/null 2>&1; then
	sqlite3 "$library" "UPDATE rules SET number = 0"
	run check
	is "$? $(grep -c 'index of words' "$scratch/err")" "1 1" "out of step"
	run check --repair
	run check
	is "$?" 0 "made anew"
else
	skip "sqlite3 is not installed"
fi
chmod 500 "$scratch/library"
chmod 400 "$library"
run search 含水层
is "$?" 0 "a library that cannot be written"
chmod 700 "$scratch/library"

if command -v python3 >/dev/null 2>&1; then
	queries=200
	! sanitized || queries=40
	python3 "$DUAN_TOP/tests/search_plain.py" "$DUAN" "$library" "$queries" >"$scratch/log"
	ok $? "hits are those of a plain scan"
	sed 's/^/# /' "$scratch/log"
else
	skip "python3 is not installed"
fi
tap_done
