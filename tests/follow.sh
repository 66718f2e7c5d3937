#!/bin/sh
# SPDX-License-Identifier: ISC
# Every citation of the sample library is followed, and the way back gone: see follow.py.  With sanitizers
# every fifth is.
. "$DUAN_TOP/tests/tap.sh"
leaks_aside
command -v python3 >/dev/null 2>&1 || skip_all "python3 is not installed"

library=$scratch/library.db
"$DUAN" --no-config --library "$library" add "$DUAN_TOP"/sample/*.txt >"$scratch/added" 2>&1 || {
	ok 1 "the sample library is added"
	sed 's/^/# /' "$scratch/added"
	tap_done
	exit 1
}
every=1
! sanitized || every=5
python3 "$DUAN_TESTS/follow.py" "$DUAN" "$library" "$every" "$DUAN_TOP"/sample/*.txt
