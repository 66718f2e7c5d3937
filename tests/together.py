#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Two write and two read, all the time, one library and one file of notes: nobody is refused, nobody waits.

usage: together.py DUAN SECONDS

One adds documents, new ones and changed ones, and removes some; one writes notes and adds; one asks by
commands; one reads in the reader, searches there and writes notes.  Every answer is timed."""
import contextlib, json, os, random, shutil, subprocess, sys, tempfile, threading, time
from seat import Seat
from tap import done, ok

duan, seconds = os.path.abspath(sys.argv[1]), int(sys.argv[2])
WAIT = 5 * (6 if '-fsanitize' in os.environ.get('DUAN_CC', '') else 1)
FIRST = 40      # documents that stay as they are; notes are written by a command on those of even numbers, by
                # the reader on the others
OPTIONS = [duan, '--no-config', '--ui=en', '--library=library.db', '--notes=notes.db']
lock, faults, counts, slowest = threading.Lock(), [], {}, {}
texts = set()   # of notes that were said to be saved


def note(who, took, fault=None):
    with lock:
        counts[who] = counts.get(who, 0) + 1
        slowest[who] = max(slowest.get(who, 0), took)
        if took > WAIT:
            faults.append('%s waited %.1f s' % (who, took))
        if fault:
            faults.append('%s: %s' % (who, fault))


def run(who, *words, may_say=False):
    start = time.monotonic()
    result = subprocess.run([*OPTIONS, *words], stdin=subprocess.DEVNULL, capture_output=True)
    bad = result.returncode != 0 or (result.stderr and not may_say)
    note(who, time.monotonic() - start, bad and 'exit %d, %s: %s' % (result.returncode, ' '.join(words)[:60],
                                                                     result.stderr.decode(errors='replace')[:300]))
    return result.stdout.decode(errors='replace')


def write(name, symbol, version):
    with open(name, 'w', encoding='utf-8') as f:
        f.write('CFW/COP/2024/%d\n\n' % symbol + ''.join(
            '%d. Item %d of %d, version %d, the allocation of water, see CFW/COP/2024/%d, para. 2.\n\n'
            % (k, k, symbol, version, 100 + (symbol + k) % 60) for k in range(1, 21 + version % 5)))


def add(end):
    chance, version = random.Random(1), 0
    while time.monotonic() < end:
        version += 1
        for k in range(3):
            write('left/%d.txt' % k, 1000 + chance.randrange(30) * 3 + k, version)
        run('who adds', 'add', 'left')
        if version % 5 == 0:
            symbol = run('who adds', 'list').splitlines()[-1].split('\t')[0]
            if symbol.startswith('CFW/COP/2024/2'): # of the other one, perhaps gone meanwhile: not ours to take
                continue
            if int(symbol.split('/')[-1].split('@')[0]) >= 1000:
                run('who adds', 'remove', symbol)


def annotate(end):
    chance, n = random.Random(2), 0
    while time.monotonic() < end:
        n += 1
        text = 'note %d' % n
        said = run('who notes', 'note', 'CFW/COP/2024/%d#%d' % (100 + chance.randrange(0, FIRST, 2), 1 + n % 20), text)
        if said.startswith('saved'):
            texts.add(text)
        if n % 4 == 0:
            write('right/%d.txt' % (n % 3), 2000 + n % 50, n)
            run('who notes', 'add', 'right')
        if n % 7 == 0:
            run('who notes', 'notes', '--json')


def ask(end):
    chance = random.Random(3)
    while time.monotonic() < end:
        symbol = 'CFW/COP/2024/%d' % (100 + chance.randrange(FIRST))
        for words, least in ((('list',), FIRST), (('show', symbol), 20), (('search', '"of %s, version"' % symbol[-3:]), 20),
                             (('cited-by', symbol), 0), (('missing',), 1), (('family', symbol), 0)):
            out = run('who asks', *words, may_say=words[0] == 'search')
            if out.count('\n') < least:
                note('who asks', 0, '%s gives %d lines' % (' '.join(words), out.count('\n')))


def read(end):
    seat, n, words = Seat([*OPTIONS, 'CFW/COP/2024/100'], os.environ), 0, None

    def step(what, keys, wanted):
        start = time.monotonic()
        good = seat.do(keys, wanted, 60)
        note('who reads', time.monotonic() - start, not good and '%s: %s' % (what, seat.shown()[-200:]))
        return good

    good = step('opens', '', 'Item 1 ')
    while good and time.monotonic() < end:
        n += 1
        symbol = 101 + 2 * n % FIRST
        words = 'thought %d of mine' % n # on a line of its own: "a" goes on with the note that is there
        good = step('opens another', ':open CFW/COP/2024/%d\r' % symbol, ' of %d,' % symbol) and \
            step('goes', '%dG' % (5 + n % 9), 'Item %d of %d,' % (5 + n % 9, symbol)) and \
            step('searches', 'g/allocation\r', ' documents, ') and step('comes back', 'q', 'of %d,' % symbol) and \
            step('notes', 'a\r' + words, words) and step('saves', '\x13', 'of %d,' % symbol)
        if good:
            texts.add(words)
    status = seat.leave('Q')
    if status != 0:
        note('who reads', 0, 'exit %s: %s' % (status, seat.shown()[-200:]))


def guarded(what, end):
    try:
        what(end)
    except Exception as e: # else it would only be missed
        note(what.__name__, 0, repr(e))


def main():
    for folder in 'left', 'right', 'first':
        os.mkdir(folder)
    for n in range(FIRST):
        write('first/%d.txt' % n, 100 + n, 0)
    run('who begins', 'add', 'first')
    end = time.monotonic() + seconds
    people = [threading.Thread(target=guarded, args=(what, end)) for what in (add, annotate, ask, read)]
    for thread in people:
        thread.start()
    for thread in people:
        thread.join()
    for who in sorted(counts):
        print('# %s: %d answers, the slowest after %.2f s' % (who, counts[who], slowest[who]))
    ok(not faults and len(counts) == 5, '%d s, two write and two read: nobody is refused, nobody waits' % seconds, *faults[:10])
    held = run('after', 'list').splitlines()
    ok(len(held) >= FIRST, '%d documents' % len(held))
    kept = {json.loads(line)['text'] for line in run('after', 'notes', '--json').splitlines()}
    every = '\n'.join(kept) # a further note on a paragraph is put behind the one that is there
    lost = [text for text in sorted(texts) if text not in every]
    ok(texts and not lost, '%d notes, all are there' % len(texts), lost[:5])
    checked = subprocess.run([*OPTIONS, 'check'], stdin=subprocess.DEVNULL, capture_output=True)
    ok(checked.returncode == 0, 'and all is in order', checked.stderr.decode())


scratch = tempfile.mkdtemp()
with contextlib.ExitStack() as at_end:
    at_end.callback(shutil.rmtree, scratch, ignore_errors=True)
    at_end.callback(os.chdir, '/')
    os.chdir(scratch)
    main()
done()
