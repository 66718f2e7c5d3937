#!/bin/sh
# SPDX-License-Identifier: ISC
# Notes written on a real terminal: byte by byte, pasted, in another editor, and cut off.
. "$DUAN_TOP/tests/tap.sh"
. "$DUAN_TOP/tests/tmux_screen.sh"
command -v tmux >/dev/null 2>&1 || skip_all "tmux is not installed"

printf 'CFW/COP/2024/9\n\n1. 缔约国会议审议了水的分配。\n\n2. 第二段。\n' >"$scratch/report.txt"
cat >"$scratch/editor" <<END
#!/bin/sh
stat -c %a "\$1" "\$(dirname "\$1")" >'$scratch/modes'
echo "these words" >>"\$1"
[ -z "\$KILLS" ] || kill -9 "\$(tmux -S '$scratch/socket' display -p -t reader '#{pane_pid}')"
exit \${ANSWER:-0}
END
chmod +x "$scratch/editor"

# read_it WORDS [KEY]...: a reader at paragraph 1, or where the keys lead; WORDS stand before its name.
read_it() {
	tm has-session -t reader 2>/dev/null ||
		tm new-session -d -s reader -x 80 -y 24 "exec env PS1='> ' ENV= sh" || skip_all "tmux cannot start here"
	tm send-keys -t reader "clear; $1 XDG_DATA_HOME='$scratch/data' EDITOR='$scratch/editor' exec '$DUAN' --no-config --ui=en '$scratch/report.txt'" Enter
	shows "第二段" "a reader $1"
	shift
	[ $# -gt 0 ] || set -- 1 G
	tm send-keys -t reader "$@"
}

noted() {
	XDG_DATA_HOME=$scratch/data "$DUAN" --no-config notes 2>&1 | grep -qF -e "$1"
}

drafted() {
	command -v python3 >/dev/null 2>&1 && python3 -c "import sqlite3, sys
rows = sqlite3.connect('file:$scratch/data/duan/notes.db?mode=ro', uri=True).execute('SELECT * FROM draft').fetchall()
sys.exit(not any(sys.argv[1] in str(row) for row in rows))" "$1"
}

unset TMUX VISUAL
SHELL=/bin/sh
export SHELL
trap 'end_tmux' EXIT

# 水 is e6 b0 b4.
read_it ""
tm send-keys -t reader a
shows "Note on para. 1" "a opens the editor"
for byte in e6 b0 b4; do
	tm send-keys -t reader -H $byte
	sleep 0.1
done
shows "水" "a character comes byte by byte"
tm set-buffer "$(printf '请核对\r:q\rQ')"
tm paste-buffer -p -r -t reader
shows "水请核对" "a paste goes where the cursor is"
shows ":q" "and runs no command"
tm send-keys -t reader C-s
shows "note on para. 1 kept" "^S"
poll noted "水请核对"
ok $? "the note is in the database"
tm send-keys -t reader G
tm set-buffer "Q"
tm paste-buffer -p -t reader
shows "pasted text is not taken as commands" "a paste without an editor does nothing"

# The reader's own editor.
tm send-keys -t reader E
poll noted "these words"
ok $? "what \$EDITOR wrote is a note"
is "$(tr '\n' ' ' <"$scratch/modes")" "600 700 " "its file was for nobody else"
is "$(find "$scratch/data/duan" -name 'edit-*' | wc -l | tr -d ' ')" 0 "and is gone"
shows "note on para. 2 kept" "the screen is back"
tm kill-session -t reader

read_it "ANSWER=3"
tm send-keys -t reader A
shows "Note on CFW/COP/2024/9" "A is about the document"
tm send-keys -t reader C-o
shows "ended with 3" "an editor that fails"
shows "these words" "its text is not lost"
tm send-keys -t reader Escape
shows "save?" "Esc asks"
tm send-keys -t reader n
shows "thrown away" "n"

# The line drops, and then somebody kills.
tm send-keys -t reader G A
shows "Note on CFW/COP/2024/9" "another"
tm send-keys -t reader "half a thought"
shows "half a thought" "half of it"
tm kill-session -t reader
poll drafted "half a thought"
ok $? "a hang-up leaves a draft"
read_it "TERM=screen"
tm send-keys -t reader A
shows "half a thought" "which is gone on with"
tm set-buffer ", all of it"
tm paste-buffer -p -t reader
shows "half a thought, all of it" "a paste where terminfo has no word for it"
poll drafted "all of it"
ok $? "at a pause the draft is kept"
server=$(server_pid)
kill -9 "$(tm display -p -t reader '#{pane_pid}')"
poll server_ended "$server" || tm kill-server
read_it ""
tm send-keys -t reader A
shows "half a thought, all of it" "also when the reader was killed"
tm send-keys -t reader C-s
poll noted "half a thought, all of it"
ok $? "and saved at last"
tm kill-session -t reader

read_it "KILLS=1"
tm send-keys -t reader 1 G v v e a
shows "Note on" "a note on words"
server=$(server_pid)
tm send-keys -t reader C-o
poll server_ended "$server" || tm kill-server 2>/dev/null
read_it "" ""
shows "what an editor left" "killed while the editor ran: the file is named"
is "$(cat "$scratch"/data/duan/edit-*/note.md)" "these words" "and there"
rm -rf "$scratch"/data/duan/edit-*

# Commands of the shell.
tm send-keys -t reader Escape 1 G '|'
tm send-keys -t reader "cat >'$scratch/piped'; echo it is counted" Enter
shows "it is counted" "| runs a command on the terminal"
tm send-keys -t reader Enter
shows "第二段" "Enter goes back"
is "$(cat "$scratch/piped")" "1. 缔约国会议审议了水的分配。" "it got the paragraph"
tm send-keys -t reader '!'
tm send-keys -t reader "echo loud; exit 3" Enter
shows "it ended with 3" "! says how it ended"
tap_done
