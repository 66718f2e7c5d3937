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
if [ "${DUAN_ATTACK-}" = all ]; then
	keys='SP,SP,G,g?,SP,q,t,q,gs,SP,q,gb,q,=,:remarks,CR,q,:9,CR,ma,R10x40,^D,R40x160,^L,gg,Q'
	for term in xterm-256color linux screen-256color vt100; do
		play $all "every screen on $term" --term $term --policy --answer --keys "$keys"
	done
fi
tap_done
