# SPDX-License-Identifier: ISC
"""Test Anything Protocol for tests in Python: call ok, end with done."""
import sys

count = failed = 0


def ok(good, name, *notes):
    """`notes` say what was wrong."""
    global count, failed
    count += 1
    failed += not good
    print('%sok %d - %s' % ('' if good else 'not ', count, name))
    for note in notes if not good else ():
        print('# ' + str(note).replace('\n', '\n# '))
    sys.stdout.flush()
    return good


def done():
    print('1..%d' % count)
    sys.exit(failed > 0)
