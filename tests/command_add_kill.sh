#!/bin/sh
# SPDX-License-Identifier: ISC
# A program that is killed while it adds documents leaves each whole or absent.  DUAN_FAULTS=all
# (make check-faults): DUAN_KILLS times, and with a thousand documents, which come in bit by bit.
. "$DUAN_TOP/tests/tap.sh"
leaks_aside
command -v python3 >/dev/null 2>&1 || skip_all "python3 is not installed"

# kill_add DOCUMENTS KILLS
kill_add() {
	python3 "$DUAN_TOP/tests/kill_add.py" "$DUAN" "$1" "$2" >"$scratch/log" 2>&1
	ok $? "$2 kills with $1 documents"
	sed 's/^/# /' "$scratch/log"
}
if [ "${DUAN_FAULTS-}" = all ]; then
	kill_add 40 "${DUAN_KILLS-10000}"
	kill_add 1000 50
elif sanitized; then
	kill_add 40 4
else
	kill_add 40 12
fi
tap_done
