#!/bin/sh
# SPDX-License-Identifier: ISC
# A program that is killed while it adds documents leaves each whole or absent.  DUAN_FAULTS=all
# (make check-faults): fifty times, a thousand documents.
. "$DUAN_TOP/tests/tap.sh"
command -v python3 >/dev/null 2>&1 || skip_all "python3 is not installed"
documents=40 rounds=5
[ "${DUAN_FAULTS-}" != all ] || { documents=1000 rounds=50; }
python3 "$DUAN_TOP/tests/kill_add.py" "$DUAN" $documents $rounds >"$scratch/log" 2>&1
ok $? "$rounds rounds with $documents documents"
sed 's/^/# /' "$scratch/log"
tap_done
