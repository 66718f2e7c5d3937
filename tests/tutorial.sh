#!/bin/sh
# SPDX-License-Identifier: ISC
# The tutorial: played in both languages (see tutorial.py), printed, and brought up while another
# document is read.
. "$DUAN_TOP/tests/tap.sh"
. "$DUAN_TOP/tests/tmux_screen.sh"

for ui in en zh; do
	"$DUAN" --no-config --ui=$ui tutorial </dev/null >"$scratch/printed"
	is "$? $(grep -c '^40\.	' "$scratch/printed")" "0 1" "without a terminal it is printed ($ui)"
done

if command -v tmux >/dev/null 2>&1; then
	trap 'end_tmux' EXIT
	SHELL=/bin/sh
	export SHELL
	printf '1. A report.\n' >"$scratch/report.txt"
	tm new-session -d -s reader -x 80 -y 24 "XDG_DATA_HOME='$scratch/data' exec '$DUAN' --no-config --ui=en '$scratch/report.txt'" ||
		skip_all "tmux cannot start here"
	shows "▸ 1. A report." "a reader"
	tm send-keys -t reader ':tutorial' Enter
	shows "Space turns the page" ":tutorial shows it"
	tm send-keys -t reader Space q
	shows "▸ 1. A report." "and q comes back"
	tm kill-server
else
	skip "tmux is not installed"
fi

if command -v python3 >/dev/null 2>&1; then
	mkdir "$scratch/home"
	python3 "$DUAN_TESTS/tutorial.py" "$DUAN" "$scratch/home" >"$scratch/played"
	ok $? "played to the end"
	grep -A 30 '^not ok' "$scratch/played" | sed 's/^/# /' | head -n 200
else
	skip "python3 is not installed"
fi
tap_done
