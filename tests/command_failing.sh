#!/bin/sh
# SPDX-License-Identifier: ISC
# Each call to the disk fails in turn (tests/failing.py): every 61st (241st with sanitizers); DUAN_FAULTS=all
# (make check-faults): all.
. "$DUAN_TOP/tests/tap.sh"
leaks_aside
command -v python3 >/dev/null 2>&1 || skip_all "python3 is not installed"
cc -O1 -shared -fPIC -o "$scratch/disk.so" "$DUAN_TOP/tests/faults/disk.c" -ldl >"$scratch/log" 2>&1 ||
	skip_all "no shared object can be made"
step=61
! sanitized || step=241
[ "${DUAN_FAULTS-}" != all ] || step=${DUAN_STEP-1}
python3 "$DUAN_TOP/tests/failing.py" "$DUAN" "$scratch/disk.so" "$step"
