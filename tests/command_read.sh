#!/bin/sh
# SPDX-License-Identifier: ISC
# The reader as the shell sees it: scripts, several documents, places kept, configuration.
. "$DUAN_TOP/tests/tap.sh"
cd "$scratch" || exit 1
XDG_DATA_HOME=$scratch/data XDG_CONFIG_HOME=$scratch/config
export XDG_DATA_HOME XDG_CONFIG_HOME
unset TERM
awk 'BEGIN { print "CFW/COP/2024/9\n";
	for (i = 1; i <= 40; i++) printf "%d. 第 %d 项：缔约国会议审议了水的分配，并注意到秘书处的报告。\n\n", i, i }' >one.txt
printf '1. 另一份文件。\n\n2. 只有两段。\n' >two.txt
notes=data/duan/notes.db

# play KEYS FILES...
play() {
	keys=$1
	shift
	"$DUAN" --ui=en --size 12x60 --script "$keys" "$@" 2>err
}
current() {
	play "$1" one.txt | sed -n 's/^▸ *\([0-9]*\)\..*/\1/p'
}

is "$(play '' one.txt | wc -l | tr -d ' ')" 12 "as many lines as the screen has rows"
is "$(awk 'length > 60' out 2>/dev/null | wc -l | tr -d ' ')" 0 "none too long"
is "$("$DUAN" --script j one.txt | wc -l | tr -d ' ')" 24 "24 rows without --size"

# Places.
rm -rf data
is "$(current 12G)" 12 "12G"
is "$(current '')" 12 "the place is kept"
is "$(stat -c '%a' data/duan $notes 2>/dev/null | tr '\n' ' ')" "700 600 " "for us alone"
is "$(current '20G<quit>')" 20 "asked to end"
is "$(current '')" 20 "keeps the place"
is "$(current '30G<hangup>')" 30 "the line drops"
is "$(current '')" 30 "and the place is kept"
is "$(play '' 'one.txt#7' | sed -n 's/^▸ *\([0-9]*\)\..*/\1/p')" 7 "a place that was asked for wins"
play '5Gma9G' one.txt >/dev/null
is "$(current "'a")" 5 "marks are kept"
"$DUAN" --notes other/n.db --script 3G one.txt >/dev/null
[ -s other/n.db ]
ok $? "--notes"
is "$(current '')" 5 "leaves the usual file alone"
rm -rf data
play '12G' --no-add one.txt >/dev/null
[ ! -e data ]
ok $? "--no-add writes nothing"

# Notes that cannot be used keep nobody from reading.
mkdir -p data/duan
chmod 700 data/duan
echo 'this is no database, it is a letter that somebody put here by mistake' >$notes
cp $notes letter
is "$(play '12G' one.txt | sed -n 's/^▸ *\([0-9]*\)\..*/\1/p')" 12 "damaged notes"
is "$(grep -c 'notes.db: is damaged' err)" 1 "are said"
cmp -s $notes letter
ok $? "and left alone"
play '' one.txt | tail -n 4 | grep -q 'damaged'
ok $? "on the screen too"
rm -rf data

# Several documents, and some that are none.
play '' one.txt two.txt | grep -q '第 1 项'
ok $? "the first of several is shown"
play ']d' one.txt two.txt | grep -q '只有两段'
ok $? "the second is one command away"
play '' nowhere.txt two.txt >out
is $? 1 "one of two is missing: exit 1"
grep -q '只有两段' out
ok $? "the other is read"
tail -n 1 out | grep -q 'nowhere.txt'
ok $? "the screen says what is missing"
is "$(wc -l <err | tr -d ' ')" 1 "and one line on standard error"
play '' nowhere.txt folder >out
is "$? $(wc -c <out | tr -d ' ') $(wc -l <err | tr -d ' ')" "1 0 2" "all missing"
"$DUAN" one.txt nowhere.txt two.txt >out 2>err </dev/null
is "$? $(grep -c '第 40 项\|只有两段' out) $(wc -l <err | tr -d ' ')" "1 2 1" "the same in a pipe"
"$DUAN" 'one.txt#4' >out </dev/null
is "$(cat out)" "4.	第 4 项：缔约国会议审议了水的分配，并注意到秘书处的报告。" "a place in a pipe"
is "$("$DUAN" <two.txt | tail -n 1)" "2.	只有两段。" "standard input when nothing is named"
play '2G' - <two.txt | grep -q '▸ *2\.'
ok $? "a script over standard input"

# No document is named: the one read last, else the first of the library.
rm -rf data
printf 'CFW/COP/2024/8\n\n1. 较早的文件。\n' >early.txt
play '' </dev/null | sed -n '$p' | grep -q 'duan tutorial'
ok $? "nothing is held: the tutorial"
is "$(cat err)" "" "and nobody complains"
is "$("$DUAN" list)" "" "it is not among the reader's documents"
mkdir elsewhere
cp "$DUAN" elsewhere/duan
elsewhere/duan --ui=en --script '' 2>&1 </dev/null | grep -q 'the library is empty; name a file, or see duan add\|duan tutorial$'
ok $? "if it is nowhere, what to do is said"
"$DUAN" --ui=en add one.txt early.txt >out
play '' </dev/null | grep -q 'CFW/COP/2024/8 '
ok $? "nothing was read: the first of the library"
play '' one.txt >/dev/null
play '' early.txt >/dev/null
play '' one.txt >/dev/null
play '' </dev/null | grep -q 'CFW/COP/2024/9 '
ok $? "the one read last"
"$DUAN" remove CFW/COP/2024/9
play '' </dev/null | grep -q 'CFW/COP/2024/8 '
ok $? "of those that are still held"
rm -rf data

# Configuration.
mkdir -p config/duan
rc=config/duan/duanrc
printf '# mine\nset width 30\nset ui zh\nmap X = contents\n' >$rc
is "$("$DUAN" config | sed -n 's/^set \(width\|ui\) //p' | tr '\n' ' ')" "zh 30 " "is read"
is "$("$DUAN" --no-config config | sed -n 's/^set width //p')" 80 "--no-config"
is "$("$DUAN" --ui en config | sed -n 's/^set ui //p')" en "options win"
"$DUAN" keys | grep -q '^map X = contents$'
ok $? "keys shows the key of the configuration"
printf 'set theme dark\nstyle link underline cyan\n' >$rc
is "$("$DUAN" config | grep -c -e '^set theme dark$' -e '^style link underline cyan$' -e '^# style bar reverse$')" 3 \
	"a theme, a style of one's own"
"$DUAN" --color never config >saved
mv saved $rc
"$DUAN" keys >>$rc
cp $rc saved
is "$("$DUAN" config 2>&1; "$DUAN" keys 2>&1)" "$(cat saved)" "what config and keys print is a configuration"
printf 'set width many\nset flavour sweet\n\nmap X contents\nmap Y = fly\nunset ui\nset width 44\nstyle lnk bold\nstyle link blau\nset theme sepia\n' >$rc
"$DUAN" --ui=en config >out 2>err
is "$? $(sed -n 's/.*duanrc:\([0-9]*\): .*/\1/p' err | tr '\n' ' ')" "1 1 2 4 5 6 8 9 10 " \
	"every line that is off is named"
is "$(sed -n 's/^set width //p' out)" 44 "the others hold"
"$DUAN" --ui=zh config 2>&1 >/dev/null | grep -q 'duanrc:2：.*flavour'
ok $? "in Chinese too"
"$DUAN" show two.txt >out 2>err
is $? 0 "reading goes on"
"$DUAN" --config nowhere show two.txt >out 2>err
is "$? $(wc -c <out | tr -d ' ') $(wc -l <err | tr -d ' ')" "1 0 1" "a configuration that is missing is refused"
rm -f $rc
mkdir $rc
"$DUAN" show two.txt >out 2>err
is "$? $(wc -l <err | tr -d ' ')" "0 1" "one that cannot be read is said"
tap_done
