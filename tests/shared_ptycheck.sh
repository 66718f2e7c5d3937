#!/bin/sh
# SPDX-License-Identifier: ISC
# Hostile documents on a pseudo terminal: every byte that the reader sends must be one that it chose.
# DUAN_ATTACK=all (make check-attack) visits every screen, at three sizes, on four terminals, which
# answer all that they are asked.
. "$DUAN_TOP/tests/tap.sh"
XDG_DATA_HOME=$scratch/data
export XDG_DATA_HOME
ptycheck=$DUAN_SHARED/tools/ptycheck.py
[ -f "$ptycheck" ] || skip_all "no shared corpus here"
command -v python3 >/dev/null 2>&1 || skip_all "python3 is not installed"

# A program with sanitizers reserves more address space than the meter would give.
space=4096
case $DUAN_CC in *-fsanitize*) space=0 ;; esac

# play CLASSES NAME OPTIONS...: most of the time is waiting, so many at once.
play() {
	classes=$1 name=$2
	shift 2
	python3 "$ptycheck" --manifest "$DUAN_SHARED/attack/manifest.tsv" --class "$classes" --jobs 12 \
		--asmb "$space" --env ASAN_OPTIONS=abort_on_error=1 --env UBSAN_OPTIONS=abort_on_error=1 \
		--tsv "$scratch/table" "$@" -- "$DUAN" --no-config --no-add {} >"$scratch/log" 2>&1
	status=$?
	n=$(awk 'END { print NR - 1 }' "$scratch/table")
	# RAW: a stretch of the document came through as it was.  Where the terminal's own "attributes
	# off" ends in ^O that can be chance; a ^O of the document would still be counted as C0.
	case $* in *xterm*) chance= ;; *) chance=RAW ;; esac
	awk -F '\t' -v chance="$chance" 'NR > 1 && $4 != "clean" && $4 != chance {
		print $1 ": " $4 " " $NF }' "$scratch/table" >"$scratch/leaks"
	[ "$n" -gt 0 ] && [ ! -s "$scratch/leaks" ] && { [ $status -eq 0 ] || [ -n "$chance" ]; }
	ok $? "$name: $n documents"
	head -n 20 "$scratch/leaks" | sed 's/^/# /'
}

all=c0,c1,esc,unicode,encoding,length
play $all "a page on, the end, the start" --term xterm-256color

# A note and a search pasted with all that a paste may hold; it is shown, saved, listed and copied.
# (dash knows no $'...'; U+009B, U+202E, U+200B and U+E0041 are among them.)
paste=$(printf '\033[200~red \033[31m \033]52;c;eA==\007 \001\002\177\302\2332J \342\200\256abc \342\200\213\363\240\201\201 \r:q\rQ\033[201~')
keys="1G,a,W200,$paste,W200,^S,W200,gN,W200,q,A,W200,$paste,W200,^S,W200,/,$paste,W200,ESC,$paste,W100,v,v,}},W100,yq,W200,gn,W200,yy,W200,Q,Q"
printf 'CFW/COP/2024/9\n\n1. Water.\n\n2. Rivers.\n' >"$scratch/report.txt"
python3 "$ptycheck" --file "$scratch/report.txt" --keys "$keys" --policy --answer --asmb "$space" \
	--env ASAN_OPTIONS=abort_on_error=1 --env UBSAN_OPTIONS=abort_on_error=1 \
	--extra '\x1b\]52;c;[A-Za-z0-9+/=]*\x07' --env "XDG_DATA_HOME=$scratch/pasted" \
	-- "$DUAN" --no-config {} >"$scratch/log" 2>&1
ok $? "a paste of control bytes becomes a note"
sed 's/^/# /' "$scratch/log"
is "$(XDG_DATA_HOME=$scratch/pasted "$DUAN" --no-config notes --json 2>/dev/null | wc -l | tr -d ' ')" 2 "two notes were kept"

play pdf,docx,html "formats: the end, the remarks" --term xterm-256color --keys 'SP,SP,G,:remarks,CR,q,q'
if [ "${DUAN_ATTACK-}" = all ]; then
	keys='SP,SP,G,g?,SP,q,t,q,gs,SP,q,gb,q,=,:remarks,CR,q,:9,CR,ma,R10x40,^D,R40x160,^L,gg,Q'
	for term in xterm-256color linux screen-256color vt100; do
		# Pastes are marked also where terminfo has no word for it.
		play $all "every screen on $term" --term $term --policy --answer --keys "$keys" \
			--extra '\x1b\[\?2004[hl]'
	done
fi
tap_done
