#!/bin/sh
# SPDX-License-Identifier: ISC
# The reader on a real terminal: tmux holds it, keys go in, the screen is read.
. "$DUAN_TOP/tests/tap.sh"
. "$DUAN_TOP/tests/tmux_screen.sh"
command -v tmux >/dev/null 2>&1 || skip_all "tmux is not installed"

awk 'BEGIN { print "CFW/COP/2024/9\n";
	for (i = 1; i <= 40; i++) printf "%d. 第 %d 项：缔约国会议审议了水的分配，并注意到秘书处的报告。\n\n", i, i }' \
	>"$scratch/report.txt"

# The number of the paragraph that a new reader would start with.
kept() {
	[ "$(XDG_DATA_HOME=$scratch/data "$DUAN" --no-config --ui=en --script '' "$scratch/report.txt" |
		sed -n 's/^▸ *\([0-9]*\)\..*/\1/p')" = "$1" ]
}

# start COLS ROWS: a shell on a new terminal, so that what the reader leaves behind can be seen.
start() {
	tm new-session -d -s reader -x "$1" -y "$2" "exec env PS1='> ' ENV= sh" || skip_all "tmux cannot start here"
}

unset TMUX
SHELL=/bin/sh # some who run tests have a shell that lets nobody in
export SHELL
trap 'end_tmux' EXIT
cat >"$scratch/read" <<END
XDG_DATA_HOME='$scratch/data' '$DUAN' --no-config --ui=en '$scratch/report.txt'
END
start 80 24
tm send-keys -t reader "echo this stood here; stty -g >'$scratch/before'; . '$scratch/read'; echo left with \$?; stty -g >'$scratch/after'" Enter
shows "/40" "the first line says where"
is "$(tm display -p -t reader '#{alternate_on}')" 1 "on a screen of its own"
tm send-keys -t reader 'g' '?'
shows "Moving" "help"
tm send-keys -t reader 'q' '12G'
shows "12/40" "a paragraph by number"
tm resize-window -t reader -x 40 -y 10
shows "第 12 项" "a small screen shows it still"
is "$(tm capture-pane -p -t reader | wc -l | tr -d ' ')" 10 "on ten rows"
tm resize-window -t reader -x 120 -y 40
shows "第 20 项" "a large one shows more"
tm send-keys -t reader 'Q'
shows "left with 0" "leaves with 0"
shows "this stood here" "what stood on the terminal is back"
poll test -s "$scratch/after"
cmp -s "$scratch/before" "$scratch/after"
ok $? "its settings too"
is "$(tm display -p -t reader '#{alternate_on}#{cursor_flag}#{keypad_flag}#{keypad_cursor_flag}')" 0100 "its modes too"
kept 12
ok $? "the place is kept"

# The line drops.
tm send-keys -t reader ". '$scratch/read'" Enter
shows "12/40" "read again"
tm send-keys -t reader '30G'
shows "30/40" "further on"
tm kill-session -t reader
poll kept 30
ok $? "the place is kept when the line drops"
tap_done
