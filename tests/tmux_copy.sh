#!/bin/sh
# SPDX-License-Identifier: ISC
# What y copies, on real terminals: into tmux by its own command, and by what the terminal is asked.
. "$DUAN_TOP/tests/tap.sh"
. "$DUAN_TOP/tests/tmux_screen.sh"
command -v tmux >/dev/null 2>&1 || skip_all "tmux is not installed"

printf 'CFW/COP/2024/9\n\n1. 缔约国会议审议了水的分配。\n\n2. 第二段。\n' >"$scratch/report.txt"

# read_it SETTING WORDS: a reader on the report; WORDS stand before its name.
read_it() {
	tm new-session -d -s reader -x 80 -y 24 "exec env PS1='> ' ENV= sh" || skip_all "tmux cannot start here"
	tm set -s set-clipboard "$1"
	tm send-keys -t reader "$2 XDG_DATA_HOME='$scratch/data' '$DUAN' --no-config --ui=en '$scratch/report.txt'" Enter
	shows "第二段" "a reader with set-clipboard $1 $2"
}

leave() {
	server=$(server_pid)
	tm kill-server
	poll server_ended "$server"
}

unset TMUX VTE_VERSION TERM_PROGRAM
SHELL=/bin/sh
export SHELL
trap 'end_tmux' EXIT

for mode in external on; do
	read_it $mode ""
	tm send-keys -t reader '1Gyq'
	shows "copied to tmux: quotation" "$mode: it is said"
	is "$(tm show-buffer)" '“缔约国会议审议了水的分配。”（CFW/COP/2024/9，第 1 段）' "$mode: tmux has it"
	leave
done

# What a reader at the other end of ssh does: nothing but its terminal's name is known there.
read_it on "TMUX="
tm send-keys -t reader '1Gyc'
shows "copied: citation" "by the terminal"
is "$(tm show-buffer)" "CFW/COP/2024/9，第 1 段" "the terminal, tmux, took it"
leave

read_it on "TMUX= TERM=vt100"
tm send-keys -t reader '1Gyy'
shows "copied.txt" "a terminal that is not known to copy: the file is named"
is "$(cat "$scratch/data/duan/copied.txt")" "1. 缔约国会议审议了水的分配。" "it holds the words"
is "$(stat -c %a "$scratch/data/duan/copied.txt")" 600 "for nobody else"
leave
tap_done
