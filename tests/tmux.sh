#!/bin/sh
# SPDX-License-Identifier: ISC
# The reader on a real terminal: tmux holds it, keys go in, the screen is read.
. "$DUAN_TOP/tests/tap.sh"
command -v tmux >/dev/null 2>&1 || skip_all "tmux is not installed"
tmux -V >/dev/null 2>&1 || skip_all "tmux does not run here"

socket=$scratch/socket
document=$(find "$DUAN_TOP/sample" "$DUAN_TESTS/fixtures" -name '*.txt' 2>/dev/null | sort | head -n 1)
[ -f "$document" ] || skip_all "no document to read"

tm() {
	tmux -S "$socket" -f /dev/null "$@"
}

# wait_for WORDS: up to ten seconds for them to be on the screen.
wait_for() {
	tries=0
	while [ $tries -lt 200 ]; do
		tm capture-pane -p -t reader 2>/dev/null | grep -qF "$1" && return 0
		tries=$((tries + 1))
		sleep 0.05
	done
	tm capture-pane -p -t reader 2>/dev/null | sed 's/^/# /'
	return 1
}

unset TMUX
tm new-session -d -s reader -x 80 -y 24 \
	"XDG_DATA_HOME='$scratch/data' '$DUAN' --no-config --ui=en '$document'; printf 'left with %d\n' \$?; exec cat" ||
	skip_all "tmux cannot start a session here"
trap 'tm kill-server 2>/dev/null; rm -rf "$scratch"' EXIT
wait_for "page"
ok $? "the first line shows the page"
tm send-keys -t reader 'g' '?'
wait_for "Moving"
ok $? "help"
tm send-keys -t reader 'q' '='
wait_for "%"
ok $? "where am I"
tm resize-window -t reader -x 40 -y 10 2>/dev/null
tm send-keys -t reader 'G'
wait_for "▸"
ok $? "a small screen"
tm send-keys -t reader 'Q'
wait_for "left with 0"
ok $? "leaves with 0, and the screen is given back"
[ -s "$scratch/data/duan/notes.db" ]
ok $? "the place is kept"
tm kill-server
tap_done
