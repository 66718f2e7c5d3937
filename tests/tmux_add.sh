#!/bin/sh
# SPDX-License-Identifier: ISC
# Files are added on a real terminal while somebody reads: keys go on, it is said how far it is, ^C ends it,
# what came is in the lists and what was refused in one of its own.
. "$DUAN_TOP/tests/tap.sh"
. "$DUAN_TOP/tests/tmux_screen.sh"
command -v tmux >/dev/null 2>&1 || skip_all "tmux is not installed"

keys() {
	tm send-keys -t reader "$@"
}

held() {
	"$DUAN" --no-config list | wc -l | tr -d ' '
}

# A folder of so many reports: half a minute's work.
make_reports() {
	mkdir "$1"
	awk -v folder="$1" -v n="$2" '{ text = text $0 "\n" }
		END {
			for (i = 1; i <= n; i++) {
				report = text
				gsub("CFW/COP/2024/9", "CFW/COP/2024/7" i, report)
				printf "%s", report >(folder "/" i ".txt")
				close(folder "/" i ".txt")
			}
		}' "$DUAN_TOP/sample/CFW_COP_2024_9.zh.txt"
}

unset TMUX VTE_VERSION TERM_PROGRAM
SHELL=/bin/sh XDG_DATA_HOME=$scratch/data
export SHELL XDG_DATA_HOME
trap 'end_tmux' EXIT
cd "$scratch" || exit 1
mkdir "two words"
cp "$DUAN_TOP/sample/CFW_COP_2024_9.zh.txt" "two words/nine.txt"
printf 'PK\003\004rubbish' | tee "two words/broken.docx" >"two words/other.docx"
make_reports 7 4000
"$DUAN" --no-config add "$DUAN_TOP/sample/CFW_COP_2024_17.zh.txt" >/dev/null

tm new-session -d -s reader -x 80 -y 24 "exec env PS1='> ' ENV= sh" || skip_all "tmux cannot start here"
keys "'$DUAN' --no-config --ui=en CFW/COP/2024/17" Enter
shows "CFW/COP/2024/17 › " "a reader"
keys gb
shows "Library" "the list of the library"
keys ":add tw" Tab
shows ':add two\ words/' "a path is completed"
keys Enter
shows "added: new 1, refused 2; " "what came of it is said"
shows "CFW/COP/2024/9@zh" "what came is in the list"
keys ":refused" Enter
shows "broken.docx: " "and what was refused, with the reason"
keys qq 18G Tab Tab Tab Tab Tab Tab Enter
shows " CFW/COP/2024/9 › " "the link to it is live"

keys C-o ":add 7/" Enter
shows "of 4000, refused 0," "it is said how far it is"
keys 30G
shows "▸ 30." "keys go on meanwhile"
keys ":add two" Enter
shows "files are being added already: " "one at a time"
keys Q
shows "once more quits and ends the adding" "who quits is told"
keys C-c
shows "added: new " "^C ends it"
shows "not tried" "in the middle"
many=$(held)
ok $((many > 2 && many < 4002 ? 0 : 1)) "what came stays"
keys ":add 7/" Enter
shows "of 4000, refused 0," "the same again goes on"
keys QQ
gone "twice quits"
# The program that adds comes to its end by itself: then the library is free to be read and written.
"$DUAN" --no-config check >/dev/null 2>&1
ok $? "the library is sound"
ok $(($(held) >= many && $(held) < 4002 ? 0 : 1)) "and has what came till then"
tap_done
