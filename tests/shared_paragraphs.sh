#!/bin/sh
# SPDX-License-Identifier: ISC
# Paragraphs of real documents against hand-made ones: what is wanted, and, where that is not reached
# yet, what the reader may not fall below.
. "$DUAN_TOP/tests/tap.sh"
score=$DUAN_SHARED/tools/score-paragraphs
[ -x "$score" ] || skip_all "no shared corpus here"
command -v python3 >/dev/null 2>&1 || skip_all "python3 is not installed"

# rows LIST-OF-PAIRS: percent whole, lost, invented in percent of all, per mille lost
measure() {
	"$score" --duan "$DUAN" "$@" | tail -n 1 |
		awk '{ printf "%d %d %d %d\n", $2 * 10, $4, $5 * 1000 / $1, $4 * 10000 / $1 }'
}

set --
for gold in "$DUAN_SHARED"/corpus/emulated/*.gold-paragraphs.txt; do
	set -- "$@" "${gold%.gold-paragraphs.txt}.tikalike.txt" "$gold"
done
# shellcheck disable=SC2046 # four numbers
set -- $(measure "$@")
printf '# emulated text: whole %d, lost %d, invented %d (per mille)\n' "$1" "$2" "$3"
ok $((980 > $1)) "emulated text: at least 98 % whole"
ok $((0 < $2)) "emulated text: nothing lost"
ok $((15 < $3)) "emulated text: at most 1.5 % invented"
wish $((10 < $3)) "emulated text: at most 1 % invented"

set --
for gold in "$DUAN_SHARED"/corpus/pairs/*.blocks.txt; do
	set -- "$@" "${gold%.blocks.txt}.txt" "$gold"
done
# shellcheck disable=SC2046 # four numbers
set -- $(measure "$@")
printf '# pairs: whole %d, invented %d (per mille), lost %d (per ten thousand)\n' "$1" "$3" "$4"
ok $((950 > $1)) "pairs: at least 95 % whole"
# Half of them are marks [^1] that stand in the hand-made paragraphs alone, half asterisks that are
# kept as labels.
ok $((130 < $4)) "pairs: at most 1.3 % lost"
wish $((50 < $4)) "pairs: at most 0.5 % lost"
tap_done
