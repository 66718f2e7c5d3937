#!/bin/sh
# SPDX-License-Identifier: ISC
# Notes on a text that changes in nine ways: on the same words, or reported; never on others.
. "$DUAN_TOP/tests/tap.sh"
survival=$DUAN_BUILD/tests/survival/survival
if [ -z "${DUAN_SURVIVAL-}" ]; then
	"$survival" 12 "$DUAN_TOP"/sample/*.txt
	exit
fi
[ -d "$DUAN_SHARED/corpus" ] || skip_all "the shared corpus is not here"
find "$DUAN_SHARED/corpus" -name '*.txt' ! -path '*/furniture-phrases/*' ! -path '*/symbols/*' |
	sort | tr '\n' '\0' | xargs -0 "$survival" "${DUAN_SURVIVAL_ANCHORS-40}"
