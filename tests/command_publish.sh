#!/bin/sh
# SPDX-License-Identifier: ISC
# A published library and its readers (tests/published.py): five; DUAN_FAULTS=all (make check-faults): 20.
. "$DUAN_TOP/tests/tap.sh"
command -v python3 >/dev/null 2>&1 || skip_all "python3 is not installed"
readers=5
[ "${DUAN_FAULTS-}" != all ] || readers=20
python3 "$DUAN_TOP/tests/published.py" "$DUAN" $readers
