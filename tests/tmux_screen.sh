# SPDX-License-Identifier: ISC
# shellcheck shell=sh
# A screen of tmux for tests, named "reader": source it after tap.sh, which makes the scratch folder.
# shellcheck disable=SC2154

tm() {
	tmux -S "$scratch/socket" -f /dev/null "$@"
}

# poll COMMAND...: up to ten seconds for it to succeed.
poll() {
	tries=0
	until "$@" >/dev/null 2>&1; do
		tries=$((tries + 1))
		[ $tries -lt 200 ] || return 1
		sleep 0.05
	done
}

# server_pid: to be kept before the server is made to end.
server_pid() {
	tm display-message -p -t reader '#{pid}'
}

# server_ended PID: it leaves its socket behind, so that tells nothing.
server_ended() {
	! kill -0 "$1" 2>/dev/null
}

# end_tmux: nothing stays behind, also if a reader writes what is to be kept while its terminal goes.
end_tmux() {
	tm kill-server 2>/dev/null
	poll rm -rf "$scratch"
}

on_screen() {
	tm capture-pane -p -t reader | grep -qF -e "$1"
}

# shows WORDS NAME: the words come on the screen.
shows() {
	tm has-session -t reader 2>/dev/null && poll on_screen "$1"
	seen=$?
	ok $seen "$2"
	[ $seen -eq 0 ] || tm capture-pane -p -t reader 2>&1 | sed 's/^/# /'
}

at_prompt() {
	tm capture-pane -p -t reader | grep -qx '> *'
}

# gone NAME: the reader has ended, its shell waits for a command.
gone() {
	poll at_prompt
	seen=$?
	ok $seen "$1"
	[ $seen -eq 0 ] || tm capture-pane -p -t reader 2>&1 | sed 's/^/# /'
}
