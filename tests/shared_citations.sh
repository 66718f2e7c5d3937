#!/bin/sh
# SPDX-License-Identifier: ISC
# Citations of real sentences and documents: what the recogniser may not fall below.
. "$DUAN_TOP/tests/tap.sh"
score=$DUAN_SHARED/tools/score-citations
[ -x "$score" ] || skip_all "no shared corpus here"
command -v python3 >/dev/null 2>&1 || skip_all "python3 is not installed"

# at_least TABLE NAME COLUMN PER-MILLE WHAT: a row of a table, its share in per mille
at_least() {
	share=$(awk -v name="$2" -v column="$3" -v times="$6" '$1 == name { print int($column * times + 0.5) }' "$1")
	ok $((${share:-0} < $4)) "$2, $5: ${share:-none} of a thousand, at least $4"
}

"$score" --duan "$DUAN" >"$scratch/sentences"
while read -r language found right precise; do
	at_least "$scratch/sentences" "$language" 8 "$found" "spans found" 1000
	at_least "$scratch/sentences" "$language" 9 "$right" "right targets" 1000
	at_least "$scratch/sentences" "$language" 10 "$precise" "precision" 1000
done <<LANGUAGES
zh 980 960 970
zh-Hant 990 990 990
en 950 930 950
es 990 990 990
fr 990 990 990
ru 990 990 990
LANGUAGES

# What the documents' own links lead to, found from their text alone.
python3 "$DUAN_TOP/tools/score-links" --duan "$DUAN" "$DUAN_SHARED"/corpus/pdf/*.txt \
	"$DUAN_SHARED"/corpus/pairs/*.txt >"$scratch/links"
while read -r series found; do
	at_least "$scratch/links" "$series" 4 "$found" "link targets found" 10
done <<SERIES
symbols 990
A/RES 920
S/RES 990
E/RES 880
A/HRC/RES 900
SERIES

# The same from their PDFs, where numbers of resolutions stand in lists side by side: the links over the
# words do not count, but for the last row, which is what a reader has.
if sanitized; then
	skip "with sanitizers shared_paragraphs.sh and shared_formats.sh read the PDFs"
elif grep -q "define HAVE_POPPLER 1" "$DUAN_BUILD/config.h" && command -v pdfinfo >/dev/null 2>&1; then
	set -- "$DUAN_SHARED"/corpus/pdf/*.pdf "$DUAN_SHARED"/corpus/pairs/*.pdf
	python3 "$DUAN_TOP/tools/score-links" --duan "$DUAN" "$@" >"$scratch/pdf"
	python3 "$DUAN_TOP/tools/score-links" --linked --duan "$DUAN" "$@" >"$scratch/linked"
	for series in symbols A/RES S/RES; do
		at_least "$scratch/pdf" "$series" 4 990 "link targets found in the text of PDFs" 10
		at_least "$scratch/linked" "$series" 4 1000 "link targets of PDFs, with links" 10
	done
	python3 "$DUAN_TOP/tools/score-links" --pieces --duan "$DUAN" "$@" >"$scratch/pieces"
	for series in symbols A/RES S/RES; do
		at_least "$scratch/pieces" "$series" 4 990 "words under the rectangles of links are those cited" 10
	done
else
	skip "built without PDF, or no pdfinfo"
fi

# A report of a conference: resolutions with the report that holds them, documents with their
# address, chapters of its treaty, an item of its agenda, and nothing else.
for text in "$DUAN_SHARED"/corpus/seed/*.txt; do
	"$DUAN" --no-config show --json "$text" | python3 -c '
import json, sys
rows = set()
for block in json.load(sys.stdin)["blocks"]:
    for c in block["citations"]:
        rows.add(" ".join(filter(None, (c["kind"], c["target"], c.get("container"), c["url"]))))
print("\n".join(sorted(rows)))' >"$scratch/seed"
	is "$(cat "$scratch/seed")" "agenda agenda:CAC/COSP@8:4
chap treaty:UNCAC#chp_2
res res:CAC/COSP:7/2 CAC/COSP/2017/14
res res:CAC/COSP:7/5 CAC/COSP/2017/14
res res:CAC/COSP:7/6 CAC/COSP/2017/14
sym doc:CAC/COSP/2019/13 http://undocs.org/zh/CAC/COSP/2019/13
sym doc:CAC/COSP/2019/2 http://undocs.org/zh/CAC/COSP/2019/2
sym doc:CAC/COSP/2019/9 http://undocs.org/zh/CAC/COSP/2019/9
treaty treaty:UNCAC" "all that the report cites, and nothing else"
done
tap_done
