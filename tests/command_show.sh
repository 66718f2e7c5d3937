#!/bin/sh
# SPDX-License-Identifier: ISC
# show: forms, places, names of files, and what comes out when something is in the way.
. "$DUAN_TOP/tests/tap.sh"
XDG_DATA_HOME=$scratch/data
export XDG_DATA_HOME
cd "$scratch" || exit 1
cat >report.txt <<'END'
  CFW/COP/2024/9

  一. 导言

1. 缔约国会议审议了水的分配。

2. 会议：

(a) 注意到报告；

(b) 感谢秘书处。

  二. 建议

3. 见第 6/2 号决议。
END
show() {
	"$DUAN" --no-config --no-add --ui=en show "$@" 2>err
}

is "$(show report.txt | tail -n 1)" "3.	见第 6/2 号决议。" "text is the default"
is "$(show --text report.txt)" "$(show report.txt)" "--text"
is "$(show --outline report.txt)" "一. 导言	#sec_I
二. 建议	#sec_II" "--outline"
is "$(show - <report.txt)" "$(show report.txt)" "standard input"
is "$(show --json report.txt | wc -l | tr -d ' ')" 1 "--json is one line"
if command -v python3 >/dev/null 2>&1; then
	show --json report.txt | python3 -c '
import json, sys
d = json.load(sys.stdin)
assert d["symbol"] == "CFW/COP/2024/9", d["symbol"]
assert [b["number"] for b in d["blocks"] if b["kind"] == "paragraph"] == [1, 2, 3]
'
	ok $? "--json is JSON"
else
	skip "no python3 to read JSON"
fi

is "$(show 'report.txt#1')" "1.	缔约国会议审议了水的分配。" "a paragraph"
is "$(show 'report.txt#2' | wc -l | tr -d ' ')" 3 "a paragraph has its items"
is "$(show 'report.txt#2(a)')" "(a)	注意到报告；" "an item alone"
is "$(show 'report.txt#para_2__subpara_b')" "(b)	感谢秘书处。" "an eId"
is "$(show 'report.txt#sec_II')" "二.	建议
3.	见第 6/2 号决议。" "a heading has what is below it"
is "$(show --outline 'report.txt#sec_II')" "二. 建议	#sec_II" "outline of a part"
is "$(show --json 'report.txt#3' | grep -o '"id":"[a-z_0-9]*"')" '"id":"para_3"' "JSON of a part"
is "$(show '-#3' <report.txt)" "3.	见第 6/2 号决议。" "a place in standard input"
show 'report.txt#9' >out
is "$? $(cat out) $(cat err)" "1  duan: report.txt: there is no place 9; see show --outline" "no such place"

# A file of the whole name wins.
cp report.txt 'odd#3'
is "$(show 'odd#3')" "$(show report.txt)" "a file with # in its name"
is "$(show 'odd#3#3')" "3.	见第 6/2 号决议。" "and a place in it"
cp report.txt 'draft!v2'
is "$(show 'draft!v2#3')" "3.	见第 6/2 号决议。" "a file with ! in its name"

# Nothing in a name reaches the terminal.
name=$(printf 'a\033]2;x\007\302\233\342\200\256b.txt')
for ui in en zh; do
	"$DUAN" --ui=$ui show "$name" 2>err
	is "$? $(wc -l <err | tr -d ' ')" "1 1" "a hostile name that is no file ($ui)"
	LC_ALL=C grep -q "$(printf '[\033\007]\|\302\233\|\342\200\256')" err
	is $? 1 "comes out as stand-ins ($ui)"
done
cp report.txt "$name"
show "$name" >/dev/null
ok $? "and as a file it is read"

# One line each, in both languages.
mkdir folder
printf '\211PNG\r\n\032\n\000\000\000\rIHDR\000\000\000\001\000\000' >image.png
ln -s loop loop
long=$(printf '%0300d' 0)
refused() {
	for ui in en zh; do
		"$DUAN" --ui=$ui show "$1" >out 2>err
		is "$? $(wc -c <out | tr -d ' ') $(wc -l <err | tr -d ' ') $(grep -c '^duan: ' err)" \
			"1 0 1 1" "$2 ($ui)"
	done
}
refused nowhere.txt "a missing file"
refused report.txt/x "a file that is no folder"
refused folder "a folder"
refused image.png "an image"
refused /dev/null/x "below a device"
refused loop "a link to itself"
refused "$long" "a name too long"
refused '' "an empty name"
refused CFW/COP/2024/9 "a symbol that is not here"
refused cfw/cop/2024/9@en "a symbol and a language"
truncate -s 600M big.txt 2>/dev/null && refused big.txt "600 MB"
if [ "$(id -u)" -eq 0 ]; then
	skip "root may read everything"
else
	cp report.txt secret.txt && chmod 000 secret.txt
	refused secret.txt "no permission"
fi
show /dev/zero >out
is "$? $(wc -l <err | tr -d ' ')" "1 1" "a device"

# Odd texts are documents all the same.
: >empty.txt
show empty.txt >out
ok $? "an empty file"
printf '1. \377\376\200 \303 broken \355\240\200\n' | show - >out
ok $? "broken UTF-8"
iconv -f UTF-8 -t UTF-8 out >/dev/null 2>&1
ok $? "comes out as UTF-8"
awk 'BEGIN { for (i = 0; i < 300000; i++) printf "words without an end "; }' >line.txt
show line.txt >out
is "$? $(tr -d '\n\t ' <out | wc -c | tr -d ' ')" "0 5100000" "a line of 6 MB, every letter of it"

# What the page's own links lead to, and the text does not say: one of the two is wrong.
cat >linked.txt <<'END'
CFW/COP/2024/9

1. 见 CFW/COP/2024/2，第 5 段，以及大会第 72/266 B 号决议。

http://undocs.org/ch/CFW/COP/2024/2
http://undocs.org/ch/A/RES/72/266
http://undocs.org/ch/CFW/COP/2023/2
END
show --json linked.txt >linked.json
is "$(grep -o '"a link of the page[^"]*"' linked.json)" \
	'"a link of the page leads to CFW/COP/2023/2, which the text does not cite"' "links that the text does not name"
is "$(grep -o '"url":"[^"]*"' linked.json | sort -u)" '"url":"http://undocs.org/zh/A/RES/72/266"
"url":"http://undocs.org/zh/CFW/COP/2024/2"' "the others are the addresses of what is cited, with zh for ch"

# Whoever reads may stop, a full disk is said.
(show line.txt; echo $? >status) | head -c 10 >/dev/null
[ ! -s err ]
ok $? "a closed pipe ends quietly"
if [ -w /dev/full ]; then
	show report.txt >/dev/full
	is "$? $(wc -l <err | tr -d ' ')" "1 1" "a full disk"
else
	skip "no /dev/full"
fi
tap_done
