#!/bin/sh
# SPDX-License-Identifier: ISC
# Searching real documents: in the document, in the library and in a plain scan the same is found.
. "$DUAN_TOP/tests/tap.sh"
seed=$(find "$DUAN_SHARED/corpus/seed" -name '*.txt' 2>/dev/null | head -n 1)
[ -n "$seed" ] || skip_all "no shared corpus here"
command -v python3 >/dev/null 2>&1 || skip_all "python3 is not installed"
mkdir -m 700 "$scratch/library"

run() {
	"$DUAN" --no-config --ui=en --library="$scratch/library/library.db" "$@" 2>/dev/null </dev/null
}
run add "$seed" >"$scratch/out"
run show "$seed" | tr -d '\n' >"$scratch/text"

# plain WORDS: how often they stand in the text without blanks.
plain() {
	python3 -c 'import sys, unicodedata
fold = lambda s: "".join(unicodedata.normalize("NFKC", s).casefold().split())
print(fold(open(sys.argv[1], encoding="utf-8").read()).count(fold(sys.argv[2])))' "$scratch/text" "$1"
}
# found WORDS WANT
found() {
	view=$(run --no-add --script "/$1<CR>" "$seed" | tail -n 1 | sed 's/.*\///;s/ .*//')
	all=$(run search --limit 0 --json "\"$1\"" | sed 's/.*"count":\([0-9]*\).*/\1/' | awk '{ n += $1 } END { print n + 0 }')
	[ "$3" = typed ] && all=$(run search --limit 0 --json "$1" | sed 's/.*"count":\([0-9]*\).*/\1/' | awk '{ n += $1 } END { print n + 0 }')
	is "in the document $view, in the library $all" "in the document $2, in the library $2" "$1"
}
for words in 腐败 反腐败 议程项目 2018年 第7/5号决议 CAC/COSP COSP 2019/9 ＣＡＣ; do
	found "$words" "$(plain "$words")" quoted
done
found 預防腐敗 "$(plain 预防腐败)" quoted
# By sound: the strings that the plain text has.
found fanfubai "$(plain 反腐败)" typed
found yffb 18 typed
found yufang 22 typed

folders="texts-zh-en fccc pdf" queries=150
! sanitized || folders=texts-zh-en queries=30
for folder in $folders; do
	run add "$DUAN_SHARED/corpus/$folder" >"$scratch/out"
done
python3 "$DUAN_TOP/tests/search_plain.py" "$DUAN" "$scratch/library/library.db" \
	"${DUAN_QUERIES-$queries}" >"$scratch/log"
ok $? "hits are those of a plain scan"
sed 's/^/# /' "$scratch/log"
tap_done
