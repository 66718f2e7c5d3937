#!/bin/sh
# SPDX-License-Identifier: ISC
# duan scan: citations in a text on standard input.
. "$DUAN_TOP/tests/tap.sh"

scan() {
	text=$1
	shift
	printf '%b' "$text" | "$DUAN" --no-config scan "$@"
}

is "$(scan '见缔约国会议第 7/5 号\n\n决议。' --json --context 'root=CAC/COSP;session=8')" \
	'{"start":6,"end":17,"text":"第 7/5 号\n\n决议","kind":"res","target":"res:CAC/COSP:7/5","container":"CAC/COSP/2017/14","confidence":"high","evidence":"organ","url":null}' \
	"one JSON object a citation, offsets in code points, over line ends"
is "$(scan 'A/79/1, para. 5' --context 'root=A' | tr '\t' '|')" \
	"0-6|sym|high|doc:A/79/1|A/79/1
8-15|para|high|doc:A/79/1#para_5|para. 5" "lines for a person"
is "$(scan 'A/79/1' --json --context='root=A; self = A/79/1;other=x' | cut -d, -f5)" '"target":"self"' \
	"keys that are not known are ignored"
is "$(scan '其中第1段' --context 'root=A;prev=A/68/189' | cut -f4)" "doc:A/68/189#para_1" "prev"
is "$(scan '\0377A/79/1\0376' --context root=A | cut -f1)" "1-7" "malformed bytes are a character each"
is "$(scan '' --json)" "" "nothing in, nothing out"
"$DUAN" --no-config scan nothing </dev/null >/dev/null 2>"$scratch/err"
is "$?" 2 "it takes no file"

# Linear in the length of the text, whatever it holds.
bytes=${DUAN_UNDER:+50000} # valgrind takes its time
bytes=${bytes:-2000000}
if command -v timeout >/dev/null 2>&1; then
	for word in 第 '第1/2号' 'A/79/1和' '(a)' 'resolution 1/2, ' '《' 'para. 1 of ' 'A' '/' \
		'(' '1' '第1、2、' 'C EDAW/' 'E/1(' 'articles 1, 2 (a) and ' '同上，' 'A/1-' '(arts. 1, para. 2, ' 'لل' 'че-'; do
		yes "$word" | tr -d '\n' | head -c "$bytes" | timeout 20 "$DUAN" --no-config scan >/dev/null
		is "$?" 0 "$bytes bytes of '$word'"
	done
else
	skip "timeout is not installed"
fi
tap_done
