#!/bin/sh
# SPDX-License-Identifier: ISC
# A library that is in use, locked, closed, newer, foreign, damaged, or has no room to grow.
. "$DUAN_TOP/tests/tap.sh"
python3 -c 'import sqlite3' 2>/dev/null || skip_all "python3 with SQLite is not installed"
python3 "$DUAN_TOP/tests/library_faults.py" "$DUAN"
exit $?
