#!/bin/sh
# SPDX-License-Identifier: ISC
# A reader who fetches on a real terminal: keys go on meanwhile, the link comes to life, ^C ends it.
. "$DUAN_TOP/tests/tap.sh"
. "$DUAN_TOP/tests/tmux_screen.sh"
command -v tmux >/dev/null 2>&1 || skip_all "tmux is not installed"
command -v python3 >/dev/null 2>&1 || skip_all "python3 is not installed"
grep -q 'define HAVE_LIBCURL 1' "$DUAN_BUILD/config.h" || skip_all "built without libcurl"

keys() {
	tm send-keys -t reader "$@"
}

unset TMUX VTE_VERSION TERM_PROGRAM
SHELL=/bin/sh XDG_DATA_HOME=$scratch/data no_proxy='*' NO_PROXY='*'
export SHELL XDG_DATA_HOME no_proxy NO_PROXY
mkdir "$scratch/server"
cp "$DUAN_TOP/sample/CFW_COP_2024_9.zh.txt" "$scratch/server/zh-9.bin"
python3 "$DUAN_TOP/tests/fetch_server.py" "$scratch/server" >"$scratch/server/log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; end_tmux' EXIT
poll test -f "$scratch/server/port" || skip_all "no server can be started here"
printf 'set fetch-from http://127.0.0.1:%s/late/{language}/{symbol}\n' "$(cat "$scratch/server/port")" \
	>"$scratch/settings"
"$DUAN" --no-config add "$DUAN_TOP/sample/CFW_COP_2024_17.zh.txt" >/dev/null

tm new-session -d -s reader -x 80 -y 24 "exec env PS1='> ' ENV= sh" || skip_all "tmux cannot start here"
keys "'$DUAN' --config '$scratch/settings' --ui=en CFW/COP/2024/17" Enter
shows "CFW/COP/2024/17 › " "a reader"
keys '18G' Tab Tab Tab Tab Tab Tab gx
shows "fetching CFW/COP/2024/9; ^C ends it" "it is said that it is fetched"
keys '30G'
shows "▸ 30." "keys go on meanwhile"
ok "$(test ! -f "$scratch/server/let-go"; echo $?)" "before anything has come"
: >"$scratch/server/let-go"
shows "CFW/COP/2024/9@zh is here" "when it has come it is said"
keys '18G' Tab Tab Tab Tab Tab Tab Enter
shows " CFW/COP/2024/9 › " "the link is live"
rm "$scratch/server/let-go"
keys C-o
shows "▸ 18." "back"
keys gmjgx
shows "fetching CFW/COP/2022/14; ^C ends it" "the item of a list is fetched"
poll grep -q 2022/14 "$scratch/server/asked"
keys Escape
poll on_screen "▸ 18."
keys C-c
shows "no more is fetched" "^C ends it"
keys Q
gone "the reader has gone"
is "$("$DUAN" --no-config list | wc -l | tr -d ' ')" 2 "nothing else was added"
tap_done
