#!/bin/sh
# SPDX-License-Identifier: ISC
# Every header compiles alone.
. "$DUAN_TOP/tests/tap.sh"

for header in "$DUAN_TOP"/include/*/*.h "$DUAN_TOP"/src/*/*_priv.h; do
	name=${header#"$DUAN_TOP"/}
	printf '#include "config.h"\n#include "%s"\n' "$header" >"$scratch/alone.c"
	# shellcheck disable=SC2086 # the compiler and its flags are words
	$DUAN_CC -I"$(dirname "$header")" -fsyntax-only "$scratch/alone.c" >"$scratch/log" 2>&1
	ok $? "$name"
	sed 's/^/# /' "$scratch/log" | head -n 5
done
tap_done
