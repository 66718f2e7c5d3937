#!/bin/sh
# SPDX-License-Identifier: ISC
# No word for a person is missing in one of the two languages: see words.py.
. "$DUAN_TOP/tests/tap.sh"
command -v python3 >/dev/null 2>&1 || skip_all "python3 is not installed"
python3 "$DUAN_TOP/tests/check/words.py" "$DUAN_TOP" >"$scratch/found"
is "$(sed -e '$d' -e '/^$/d' "$scratch/found")" "" "words come in English and in Chinese"
[ "$(sed -n 's/^seen //p' "$scratch/found")" -gt 600 ]
ok $? "there are words to look at"
tap_done
