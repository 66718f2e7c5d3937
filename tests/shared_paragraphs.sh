#!/bin/sh
# SPDX-License-Identifier: ISC
# Paragraphs of real documents against hand-made ones: what the reader may not fall below.
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
ok $((10 <= $3)) "emulated text: less than 1 % invented"

set --
for gold in "$DUAN_SHARED"/corpus/pairs/*.blocks.txt; do
	set -- "$@" "${gold%.blocks.txt}.txt" "$gold"
done
# shellcheck disable=SC2046 # four numbers
set -- $(measure "$@")
printf '# pairs: whole %d, invented %d (per mille), lost %d (per ten thousand)\n' "$1" "$3" "$4"
ok $((960 > $1)) "pairs: at least 96 % whole"
ok $((130 < $4)) "pairs: at most 1.3 % lost"

# The hand-made paragraphs hold what no text of a page can give: "[^1]" for a raised 1, and the asterisk
# of a note, which is its label, within the note. With both as the reader has them, less is lost.
set --
for gold in "$DUAN_SHARED"/corpus/pairs/*.blocks.txt; do
	plain=$scratch/${gold##*/}
	tab=$(printf '\t')
	sed -e 's/\[^\([0-9]*\)\]/\1/g' -e "s/^\(P${tab}[^${tab}]*${tab}\)\*\** */\1/" "$gold" >"$plain"
	set -- "$@" "${gold%.blocks.txt}.txt" "$plain"
done
# shellcheck disable=SC2046 # four numbers
set -- $(measure "$@")
printf '# pairs, marks as in the text: whole %d, lost %d (per ten thousand)\n' "$1" "$4"
ok $((975 > $1)) "pairs, marks as in the text: at least 97.5 % whole"
ok $((50 < $4)) "pairs, marks as in the text: at most 0.5 % lost"

# The same documents as the formats have them.
has() {
	grep -q "define $1 1" "$DUAN_BUILD/config.h"
}

# format EXTENSION LEAST-WHOLE-PER-MILLE MOST-LOST-PER-TEN-THOUSAND
format() {
	extension=$1 least=$2 most=$3
	set --
	for gold in "$DUAN_SHARED"/corpus/emulated/*.gold-paragraphs.txt; do
		set -- "$@" "${gold%.gold-paragraphs.txt}.$extension" "$gold"
	done
	# shellcheck disable=SC2046 # four numbers
	set -- $(measure "$@")
	printf '# emulated %s: whole %d, lost %d (per mille)\n' "$extension" "$1" "$2"
	ok $((980 > $1)) "emulated $extension: at least 98 % whole"
	ok $((0 < $2)) "emulated $extension: nothing lost"
	set --
	for gold in "$DUAN_SHARED"/corpus/pairs/*.blocks.txt; do
		set -- "$@" "${gold%.blocks.txt}.$extension" "$scratch/${gold##*/}"
	done
	# shellcheck disable=SC2046 # four numbers
	set -- $(measure "$@")
	printf '# pairs %s, marks as in the text: whole %d, lost %d (per ten thousand)\n' "$extension" "$1" "$4"
	ok $((least > $1)) "pairs $extension: at least $least per mille whole"
	ok $((most < $4)) "pairs $extension: at most $most of ten thousand lost"
}
if has HAVE_DOCX; then format docx 985 30; else skip "built without DOCX"; fi
if has HAVE_POPPLER; then format pdf 980 50; else skip "built without PDF"; fi
tap_done
