#!/bin/sh
# SPDX-License-Identifier: ISC
# The reader and its terminal, whatever happens to either (tests/terminal.py).  DUAN_FAULTS=all rests for
# a minute.
. "$DUAN_TOP/tests/tap.sh"
command -v python3 >/dev/null 2>&1 || skip_all "python3 is not installed"
python3 "$DUAN_TESTS/terminal.py" "$DUAN" "$scratch" ${DUAN_FAULTS:+all}
