#!/bin/sh
# SPDX-License-Identifier: ISC
# Two write and two read (tests/together.py): ten seconds; DUAN_FAULTS=all (make check-faults): ten minutes.
. "$DUAN_TOP/tests/tap.sh"
leaks_aside
command -v python3 >/dev/null 2>&1 || skip_all "python3 is not installed"
seconds=10
[ "${DUAN_FAULTS-}" != all ] || seconds=${DUAN_SECONDS-600}
python3 "$DUAN_TOP/tests/together.py" "$DUAN" "$seconds"
