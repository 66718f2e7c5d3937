#!/bin/sh
# SPDX-License-Identifier: ISC
# Hostile documents, names, notes and surroundings on a pseudo terminal (tests/hostile.py).
# DUAN_ATTACK=all (make check-terminal) takes every document through every screen, on six terminals at
# three sizes, and through every command.
. "$DUAN_TOP/tests/tap.sh"
[ -f "$DUAN_SHARED/tools/ptycheck.py" ] || skip_all "no shared corpus here"
command -v python3 >/dev/null 2>&1 || skip_all "python3 is not installed"
python3 "$DUAN_TESTS/hostile.py" "$DUAN" "$DUAN_SHARED" "$scratch" ${DUAN_ATTACK:+all}
