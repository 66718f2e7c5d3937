#!/bin/sh
# SPDX-License-Identifier: ISC
# Bytes for a page, a line and a held key, in one pane and in two: see traffic.py.
. "$DUAN_TOP/tests/tap.sh"
command -v python3 >/dev/null 2>&1 || skip_all "python3 is not installed"
XDG_DATA_HOME=$scratch/data
LC_ALL=C.UTF-8
export XDG_DATA_HOME LC_ALL
python3 "$DUAN_TESTS/traffic.py" "$DUAN"
