#!/bin/sh
# SPDX-License-Identifier: ISC
# One document from TXT, PDF and DOCX: the paragraphs and labels that must be the same in all three.
. "$DUAN_TOP/tests/tap.sh"
[ -d "$DUAN_SHARED/corpus/pairs" ] || skip_all "no shared corpus here"
command -v python3 >/dev/null 2>&1 || skip_all "python3 is not installed"
for library in HAVE_DOCX HAVE_POPPLER; do
	grep -q "define $library 1" "$DUAN_BUILD/config.h" || skip_all "built without DOCX or PDF"
done

set --
for docx in "$DUAN_SHARED"/corpus/pairs/*.docx "$DUAN_SHARED"/corpus/emulated/*.docx; do
	stem=${docx%.docx}
	set -- "$@" "$docx" "$stem.pdf"
	if [ -f "$stem.txt" ]; then set -- "$@" "$stem.txt"; else set -- "$@" "$stem.tikalike.txt"; fi
done
python3 "$DUAN_TOP/tools/score-formats" --duan "$DUAN" "$@" >"$scratch/score"
sed 's/^/# /' "$scratch/score"
while read -r what least; do
	share=$(awk -v what="$what" '$1 == what { print int($2 * 1000 / $3) }' "$scratch/score")
	ok $((${share:-0} < least)) "$what: ${share:-none} of a thousand are the same, at least $least"
done <<FLOORS
texts 965
labels 1000
FLOORS
tap_done
