#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""The library's hits against a plain scan of its paragraphs.

usage: search_plain.py DUAN LIBRARY QUERIES [SEED]

Takes pieces of one to twelve letters, digits and simplified Han characters out of the paragraphs of the
library, some with a blank put in, some in capitals; asks `duan search` for each and compares how many
paragraphs it gives with how many hold the piece.  Both are folded here by Python's own tables: NFKD,
case, blanks and marks dropped.  What folds beyond that (traditional Han) must not be in the library."""
import json, random, re, subprocess, sys, unicodedata

duan, library, wanted = sys.argv[1], sys.argv[2], int(sys.argv[3])
chance = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
OPTIONS = ['--no-config', '--ui=en', '--library=' + library]
DROPPED = ('Mn', 'Me', 'Cf', 'Cc')


def fold(text):
    text = unicodedata.normalize('NFKD', unicodedata.normalize('NFKC', text).casefold())
    return ''.join(c for c in text if not c.isspace() and unicodedata.category(c) not in DROPPED)


def run(*words):
    return subprocess.run([duan, *OPTIONS, *words], stdin=subprocess.DEVNULL, capture_output=True)


def paragraphs():
    """Label and text of every block."""
    out = {}
    for line in run('list', '--json').stdout.splitlines():
        d = json.loads(line)
        name = d['symbol'] or 'sha256:' + d['sha256']
        name += '@' + d['language'] if d['symbol'] and d['language'] else ''
        for n, block in enumerate(json.loads(run('show', '--json', name).stdout)['blocks']):
            out[(d['sha256'], n)] = ((block['label'] or '') + '\n' + block['text'])
    return out


def piece(texts):
    text = chance.choice(texts)
    runs = re.findall(r'[A-Za-z0-9\u4e00-\u9fff]+(?: [A-Za-z0-9\u4e00-\u9fff]+)*', text)
    if not runs:
        return piece(texts)
    found = chance.choice(runs)
    length = chance.randint(1, 12)
    start = chance.randrange(max(1, len(found) - length + 1))
    found = found[start:start + length].strip()
    if chance.random() < 0.2:
        found = found.upper()
    if chance.random() < 0.2:
        at = chance.randrange(len(found) + 1)
        found = found[:at] + ' ' + found[at:]
    return found.strip() or piece(texts)


def main():
    held = paragraphs()
    folded = [fold(text) for text in held.values()]
    texts = list(held.values())
    wrong = done = 0
    while done < wanted:
        typed = piece(texts)
        needle = fold(typed)
        want = sum(needle in text for text in folded)
        answer = run('search', '--limit', '0', '--json', '"%s"' % typed)
        got = len(answer.stdout.splitlines())
        done += 1
        if got != want:
            wrong += 1
            if wrong <= 20:
                print('%r: %d paragraphs, a plain scan finds %d' % (typed, got, want))
    print('%d queries over %d paragraphs, %d differ' % (done, len(held), wrong))
    sys.exit(wrong > 0)


main()
