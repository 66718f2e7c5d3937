#!/bin/sh
# SPDX-License-Identifier: ISC
# The power goes at some moment (tests/power.py): 200 times (20 with sanitizers), always the same;
# DUAN_FAULTS=all (make check-faults): 10,000 times.
. "$DUAN_TOP/tests/tap.sh"
leaks_aside
python3 -c 'import sqlite3' 2>/dev/null || skip_all "python3 with SQLite is not installed"
cc -O1 -shared -fPIC -o "$scratch/disk.so" "$DUAN_TOP/tests/faults/disk.c" -ldl >"$scratch/log" 2>&1 ||
	skip_all "no shared object can be made"
cuts=200
! sanitized || cuts=20
[ "${DUAN_FAULTS-}" != all ] || cuts=10000
python3 "$DUAN_TOP/tests/power.py" "$DUAN" "$scratch/disk.so" "${DUAN_CUTS-$cuts}"
