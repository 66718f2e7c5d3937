#!/bin/sh
# SPDX-License-Identifier: ISC
# Options: where they may stand, what they take, which language is spoken.
. "$DUAN_TOP/tests/tap.sh"
XDG_DATA_HOME=$scratch/data
export XDG_DATA_HOME
cd "$scratch" || exit 1
printf '1. 缔约国会议审议了水的分配。\n\n2. 见第 6/2 号决议。\n' >report.txt

# gives STATUS WORDS ARGUMENTS...: exits so, and WORDS are on standard output or standard error.
gives() {
	want=$1 words=$2
	shift 2
	"$DUAN" "$@" >out 2>err
	is $? "$want" "duan $*: exit $want"
	grep -qF -e "$words" out err
	ok $? "duan $*: $words"
}

gives 0 '缔约国' --no-config --no-add show report.txt
gives 0 '"blocks"' --no-add show --json report.txt
gives 0 '"blocks"' show report.txt --json --no-add
gives 0 'set ui zh' config --ui zh
gives 0 'set ui zh' config --ui=zh
gives 0 'set color never' config --color=never
gives 0 'set ambiguous 2' --ambiguous 2 config
gives 0 'set ambiguous auto' --ambiguous=auto config
gives 0 '缔约国' --library no.db show report.txt
gives 2 "there is no such option" --sideways
gives 2 "there is no such option" -x report.txt
gives 2 "there is no such option" keys --json
gives 2 "there is no such option" --json report.txt
gives 2 "there is no such option" show --jsonl report.txt
gives 2 "needs a value" show report.txt --notes
gives 2 "takes no value" --no-add=1 show report.txt
gives 2 "cannot be 'fr'" --ui fr show report.txt
gives 2 "cannot be '3'" --ambiguous 3 show report.txt
gives 2 "cannot be 'red'" --color=red show report.txt
for size in 0x80 24x0 24 x80 24x80x 24X80 99999x80 -1x80; do
	gives 2 "takes ROWSxCOLS" --size=$size --script j report.txt
done
gives 2 "keys: takes no argument" keys report.txt
gives 2 "config: takes no argument" config report.txt
gives 2 "names no document" show
gives 2 "one document" show report.txt report.txt
gives 2 "is no key" --script '<nokey>' report.txt
gives 0 'usage:' -h
gives 0 'usage:' show --help
gives 0 'duan ' --version keys
gives 0 '用法' --help --ui zh

# Behind "--" there are only documents.
cp report.txt keys
cp report.txt ./--json
gives 0 '缔约国' show -- --json
gives 1 'no such file' -- --help
"$DUAN" -- keys >out 2>err </dev/null
grep -q '缔约国' out
ok $? "duan -- keys reads a file of that name"

# The language: --ui, else the first of LC_ALL, LC_MESSAGES, LANG that is set.
language() {
	is "$(env -u LC_ALL -u LC_MESSAGES -u LANG "$@" "$DUAN" --no-config config |
		sed -n 's/^set ui //p')" "$want" "language by $*: $want"
}
want=zh
language LC_ALL=zh_CN.UTF-8
language LC_MESSAGES=zh LANG=en_US.UTF-8
language LANG=zh_TW.Big5
language LC_ALL= LANG=zh_HK
want=en
language LC_ALL=C.UTF-8 LANG=zh_CN.UTF-8
language LANG=fr_FR.UTF-8
language LANG=

# Help names everything, in both languages alike.
"$DUAN" --ui=en --help | grep -v '^    duan ' >en
"$DUAN" --ui=zh --help | grep -v '^    duan ' >zh
for word in read show keys config --notes --config --no-config --no-add --ambiguous --color --ui \
	--script --size --library --version --help; do
	[ "$(grep -cE -e "^    (.* )?$word( |\$)" en) $(grep -cE -e "^    (.* )?$word( |\$)" zh)" = "1 1" ]
	ok $? "help names $word"
done
[ "$(cat en zh | wc -L)" -le 80 ]
ok $? "help fits 80 columns"
# shellcheck disable=SC2013 # words they are
for command in $(sed -n '/^commands:/,/^options:/p' en | grep '^ '); do
	"$DUAN" --ui=en "$command" --help >en-one
	"$DUAN" --ui=zh --help "$command" >zh-one
	grep -q "^usage: duan $command" en-one && grep -q "^用法：duan $command" zh-one &&
		[ "$(cat en-one zh-one | wc -L)" -le 80 ]
	ok $? "$command --help"
done
tap_done
