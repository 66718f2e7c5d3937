#!/bin/sh
# SPDX-License-Identifier: ISC
# add, list, remove: what comes in, what is refused, what happens the second time.
. "$DUAN_TOP/tests/tap.sh"
cd "$scratch" || exit 1
XDG_DATA_HOME=$scratch/data
export XDG_DATA_HOME

run() {
	"$DUAN" --no-config --ui=en "$@" >out 2>err </dev/null
}
# As stored and as read from the file.
same() {
	"$DUAN" --no-config --ui=en show --json "$2" >stored.json
	"$DUAN" --no-config --ui=en show --json "$1" >read.json
	cmp -s stored.json read.json
	ok $? "$2 comes back as it was"
}

run add "$DUAN_TOP"/sample/*.txt
is "$?" 0 "the sample library is added"
is "$(sed '$d' out | cut -f 1 | sort | uniq -c | tr -s ' ')" " 11 new" "each is new"
tail -n 1 out | grep -q '^new 11; .* MB in .* s$'
ok $? "a summary with counts and time"
is "$(wc -c <err | tr -d ' ')" 0 "no progress but on a terminal"
grep -q 'citations lead here now$' out
ok $? "it is said what has become of links"
for file in "$DUAN_TOP"/sample/*.txt; do
	name=$(basename "$file" .txt)
	language=${name##*.}
	symbol=$("$DUAN" --no-config show --json "$file" | sed 's/^{"symbol":"\([^"]*\)".*/\1/')
	same "$file" "$symbol@$language"
done
run add "$DUAN_TOP"/sample/*.txt
is "$(sed '$d' out | cut -f 1 | sort -u)" same "the second time nothing changes"
before=$(sha256sum data/duan/library.db)
run add "$DUAN_TOP"/sample/*.txt
is "$(sha256sum data/duan/library.db)" "$before" "not a byte"
run list
is "$(wc -l <out | tr -d ' ')" 11 "list has them"
is "$(sed 's/@.*//' out)" "$(sed 's/@.*//' out | LC_ALL=C sort)" "by symbol"
run list --json
is "$(grep -c '^{"symbol":".*","language":"..","title":.*}$' out)" 11 "list --json: an object a line"
is "$(stat -c '%a' data/duan data/duan/library.db | tr '\n' ' ')" "700 600 " "for us alone"

# Names of documents.
for name in CFW/COP/2024/9@zh cfw/cop/2024/9@ZH 'ＣＦＷ／ＣＯＰ／2024／9@zh' ' CFW/COP/2024/9 @zh'; do
	run show --outline "$name"
	is "$? $(grep -c '#sec_I$' out)" "0 1" "show '$name'"
done
run show 'CFW/COP/2024/9@en#5'
is "$(head -n 1 out | cut -f 1)" "5." "show DOC@LANG#12"
"$DUAN" --no-config --ui=zh show CFW/COP/2024/9 | grep -q 淡水
ok $? "without a language that of the interface"
run show CFW/COP/2024/9@ar
is "$? $(grep -c 'not in the library' err)" "1 1" "a version that is not held"

# Folders, links, things that are no files.
mkdir -p tree/b/c tree/.hidden
printf '1. One.\n\n2. Two.\n' >tree/b/two.txt
printf '1. Eins.\n' >tree/b/c/one.txt
cp tree/b/two.txt tree/.hidden/three.txt
ln -s .. tree/b/up
ln -s "$PWD/tree/b/c/one.txt" tree/link.txt
mkfifo tree/pipe
printf '%%PDF-1.4\n' >tree/a.pdf
printf '{\\rtf1 x\n' >tree/a.rtf
printf 'PK\003\004xx' >tree/a.docx
printf '\177ELF\002\001\001\000\000\000' >tree/program
XDG_DATA_HOME=$scratch/data2 run add tree
is "$?" 1 "some are refused"
is "$(sed '$d' out | cut -f 1,3)" "new	one.txt
new	two.txt
same	one.txt" "folders with what is in them"
is "$(grep -c '^duan: tree/' err)" 3 "each refusal is a line; what is no document is passed over"
for name in a.pdf a.rtf a.docx; do
	grep -q "^duan: .*$name: " err
	ok $? "$name is refused with a reason"
done
XDG_DATA_HOME=$scratch/data2 run add tree/program
is "$? $(grep -c '^duan: .*program: ' err)" "1 1" "unless it is named"
XDG_DATA_HOME=$scratch/data2 run add --json tree
is "$(grep -c '"result":"refused".*"error":"' out) $(grep -c '"result":"same"' out)" "3 3" "add --json"
run add nowhere.txt
is "$? $(grep -c '^duan: nowhere.txt: ' err)" "1 1" "a missing file"
run add
is "$?" 2 "no file"

# The file changes; another claims the same symbol.
mkdir one two
printf 'CFW/COP/2030/1\n\n1. 会议审议了水的分配问题，并注意到秘书处的报告。\n' >one/a.txt
printf 'CFW/COP/2030/1\n\n1. 会议审议了水的分配问题。\n' >two/b.txt
run add one/a.txt two/b.txt
is "$(sed '$d' out | cut -f 1)" "new
kept the other" "the longer one stays"
grep -q "held already: .*/one/a.txt (more text)$" out
ok $? "and it is said which, and why"
run add --json two/b.txt
is "$(grep -c '"rival":".*/one/a.txt","reason":"length"' out)" 1 "in JSON too"
cp two/b.txt two/CFW_COP_2030_1.txt
printf '\n2. 再一段。\n' >>two/CFW_COP_2030_1.txt
sed -i 's/分配问题。/分配。/' two/CFW_COP_2030_1.txt
run --ui=zh add two/CFW_COP_2030_1.txt
grep -q "取代：.*/one/a.txt（文件名即文号）$" out
ok $? "a file named after the document wins"
rm two/CFW_COP_2030_1.txt
run remove CFW/COP/2030/1
is "$?" 0 "remove"
run add two/b.txt one/a.txt
is "$(sed '$d' out | cut -f 1)" "new
replaced" "in either order"
printf 'CFW/COP/2030/1\n\n1. 会议审议了新的问题。\n' >one/a.txt
run add one/a.txt
is "$(sed '$d' out | cut -f 1)" replaced "a file that has changed"
run show 'CFW/COP/2030/1#1'
is "$(cat out)" "1.	会议审议了新的问题。" "gives its new text"
run remove CFW/COP/2030/1 CFW/COP/2030/2
is "$? $(wc -l <err | tr -d ' ')" "1 1" "what is not held cannot be removed"
printf '<html><body></body></html>\n' >two/empty.html
run add two/empty.html # refused without a reader of HTML
run list
held=$(wc -l <out | tr -d ' ')
run check
is "$?" 0 "check finds nothing, not even where there is no text"
grep -q "/library.db	in order: $held documents, [0-9]* paragraphs, [0-9]* citations\$" out
ok $? "and says how much there is"
run --ui=zh check
grep -q "/library.db	完好：文件 $held 份，[0-9]* 段，引用 [0-9]* 处\$" out
ok $? "in Chinese too"
grep -q '/notes.db	完好$' out
ok $? "and the notes"
tap_done
