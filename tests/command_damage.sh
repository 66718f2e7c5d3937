#!/bin/sh
# SPDX-License-Identifier: ISC
# Databases with damage somewhere (tests/damage.py): five places (two with sanitizers); DUAN_FAULTS=all
# (make check-faults): 200.
. "$DUAN_TOP/tests/tap.sh"
leaks_aside
command -v python3 >/dev/null 2>&1 || skip_all "python3 is not installed"
places=5
! sanitized || places=2
[ "${DUAN_FAULTS-}" != all ] || places=${DUAN_PLACES-200}
python3 "$DUAN_TOP/tests/damage.py" "$DUAN" "$places"
