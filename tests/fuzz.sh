#!/bin/sh
# SPDX-License-Identifier: ISC
# Every fuzz target on its seeds, whole and damaged.
. "$DUAN_TOP/tests/tap.sh"

for folder in "$DUAN_TESTS"/fuzz/seeds/*; do
	name=$(basename "$folder")
	if [ ! -x "$DUAN_BUILD/tests/fuzz/fuzz_$name" ]; then
		skip "$name: built without its library"
		continue
	fi
	# shellcheck disable=SC2086 # none, or a program and its words
	${DUAN_UNDER-} "$DUAN_BUILD/tests/fuzz/fuzz_$name" "$folder"/* >"$scratch/out" 2>&1
	ok $? "$name"
	sed 's/^/# /' "$scratch/out" | head -n 60
done
tap_done
