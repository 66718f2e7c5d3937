# SPDX-License-Identifier: ISC
"""What duan costs, beside less, vim, ripgrep, omindex and pdftotext where they are installed.

Reports of an invented conference are made, added to a library of their own, read on a pseudo terminal and
searched; docs/performance.md explains the rows.  Times compare programs of one run, no more: a machine is
noisy.  Bytes are exact.  Ends with 1 when a row falls short of what it must reach."""
import argparse, os, sys, tempfile
import corpus, library, reading
from sheet import Sheet


def options():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument('duan'), p.add_argument('floor', help='bench-floor, as built beside it')
    p.add_argument('--documents', type=int, default=1000, help='in the library (1000; 21 KB each)')
    p.add_argument('--no-omindex', action='store_true', help='which takes an hour and a half for 100,000')
    p.add_argument('--large', action='store_true', help='open a report of 100 MB as well')
    p.add_argument('--rest', type=int, default=5, help='seconds without a key (5)')
    p.add_argument('--pdf', nargs='*', default=[], help='files to compare with pdftotext')
    return p.parse_args()


def run(o, home):
    sheet, folder = Sheet(), os.path.join(home, 'reports')
    library.bring_in(sheet, o.duan, home, folder, corpus.fill(folder, o.documents),
                     not o.no_omindex)
    library.index_size(sheet, home)
    library.search(sheet, o.duan, home, folder, o.documents)
    library.one_more(sheet, o.duan, home)
    small, memory = reading.starts(sheet, o.duan, o.floor, home, o.documents)
    sheet.bound('  resident', memory / 1000, 'MB', 20, 20)
    symbol, path = reading.large(sheet, o.duan, home, 10, small, 0.3)
    reading.moves(sheet, o.duan, home, symbol, path)
    reading.needle(sheet, o.duan, home, symbol, path)
    if o.large:
        reading.large(sheet, o.duan, home, 100, small, 0.1)
    reading.rest(sheet, o.duan, home, symbol, o.rest)
    library.recogniser(sheet, o.duan, home)
    library.difference(sheet, o.duan, home)
    if o.pdf:
        library.pdf(sheet, o.duan, home, o.pdf)
    return sheet.fell_short


def main():
    o = options()
    o.duan, o.floor = os.path.abspath(o.duan), os.path.abspath(o.floor)
    with tempfile.TemporaryDirectory() as home:
        sys.exit(1 if run(o, home) else 0)


main()
