#!/bin/sh
# SPDX-License-Identifier: ISC
# Commands as the shell sees them: results, one clear line for what is refused, exit codes.
. "$DUAN_TOP/tests/tap.sh"
XDG_DATA_HOME=$scratch/data
export XDG_DATA_HOME
cd "$scratch" || exit 1
printf '  一. 导言 \n\n1. 缔约国会议审议了水的分配。 \n\n2. 见第 6/2 号决议。 \n\n' >report.txt
mkdir folder
: >empty.txt
printf '\177ELF\002\001\001\000\000\000\000' >program
printf 'a\033]2;title\007b \302\233 c\n' >escape.txt

run() {
	"$DUAN" --no-config "$@" >out 2>err
}

# refused STATUS NAME ARGUMENTS...: exit STATUS, nothing on standard output, one line of words.
refused() {
	want=$1 name=$2
	shift 2
	for ui in en zh; do
		run --ui=$ui "$@"
		is $? "$want" "$name: exit $want"
		is "$(wc -l <err | tr -d ' ') $(wc -c <out | tr -d ' ')" "1 0" "$name ($ui): one line, and nothing else"
		grep -q '^duan: ' err
		ok $? "$name ($ui): says who speaks"
	done
	LC_ALL=C grep -q '[^ -~]' err
	ok $? "$name: in Chinese too"
}

run --version
is "$? $(sed 's/ .*//' out)" "0 duan" "--version"
run --help
ok $? "--help"
run --ui=zh --help
grep -q 用法 out
ok $? "--help in Chinese"
LC_ALL=zh_CN.UTF-8 "$DUAN" --help | grep -q 用法
ok $? "the language comes from the locale"
run show report.txt
is "$(head -n 1 out)" "一.	导言" "show prints label, tab, text"
"$DUAN" --no-config show - <report.txt | grep -q '水的分配'
ok $? "show - reads standard input"
run --no-add show --json report.txt
grep -q '"id":"para_2","kind":"paragraph"' out
ok $? "show --json"
run show --outline report.txt
is "$(cat out)" "一. 导言	#sec_I" "show --outline"
run 'show' 'report.txt#2'
is "$(cat out)" "2.	见第 6/2 号决议。" "show DOC#PLACE"
run keys
grep -q 'page-down' out
ok $? "keys"
run config
grep -q '^set width ' out
ok $? "config"
run show empty.txt
is $? 0 "an empty file is a document"
run report.txt </dev/null
grep -q '水的分配' out
ok $? "without a terminal the text is printed"
run --script 'j' --size 10x60 report.txt
grep -q '▸' out
ok $? "--script prints a screen"
run show escape.txt
LC_ALL=C grep -q "$(printf '[\033\007]')" out
is $? 1 "no control byte comes out"
"$DUAN" --no-config show report.txt | head -n 1 >/dev/null
ok $? "a closed pipe is no error"

refused 1 "a missing file" show nowhere.txt
refused 1 "a folder" show folder
refused 1 "a program" show program
refused 1 "a missing place" show 'report.txt#99'
refused 1 "a symbol that is not at hand" show CFW/COP/2024/9
refused 1 "a missing file to read" nowhere.txt
refused 2 "an unknown option" show report.txt --sideways
refused 2 "a bad value" --size 0x0 show report.txt
refused 2 "no document" show
printf 'set width 70\nset flavour sweet\n' >rc
"$DUAN" --ui=en --config rc show report.txt >out 2>err
is "$? $(grep -c 'rc:2' err)" "0 1" "errors in the configuration name the line"
if [ "$(id -u)" -ne 0 ]; then
	chmod 000 report.txt
	refused 1 "no permission" show report.txt
fi
tap_done
