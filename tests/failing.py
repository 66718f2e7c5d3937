#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Each call to the disk fails in turn: what was kept stays, what was not is refused in a line.

usage: failing.py DUAN DISK.SO STEP

Of each thing that writes, every STEPth call that opens, reads, writes, syncs, cuts, renames or takes out a
file of ours fails (tests/faults/disk.c): once, from then on, or half way.  Then, on a good disk, both
databases are in order, and nothing that was there or was said to be saved is missing."""
import errno, json, os, shutil, struct, sys, tempfile
from tap import done, ok
from watched import DISK, run

step = int(sys.argv[3])
WAYS = [(errno.ENOSPC, 'always'), (errno.EIO, 'once'), (errno.EIO, 'always'), (errno.ENOSPC, 'short'),
        (errno.EDQUOT, 'once')]
HELD, NOTES = 6, 4


def failing(folder, words, fail):
    """The answer, and how many calls there were."""
    with open('count', 'wb') as f:
        f.write(bytes(8))
    result = run(folder, *words, LD_PRELOAD=DISK, DISK_MATCH=folder, DISK_COUNT=os.path.abspath('count'), DISK_FAIL=fail)
    with open('count', 'rb') as f:
        return result, struct.unpack('=Q', f.read(8))[0]


def write(folder, first, last):
    os.makedirs(folder)
    for n in range(first, last):
        with open('%s/%d.txt' % (folder, n), 'w', encoding='utf-8') as f:
            f.write('CFW/COP/2024/%d\n\n' % n + ''.join('%d. 第 %d 号流域的报告（CFW/COP/2024/%d）。\n\n' % (k, n, n + k)
                                                       for k in range(1, 9)))


def held(folder):
    return {line.split('@')[0] for line in run(folder, 'list').stdout.decode().splitlines()}


def noted(folder):
    return {json.loads(line)['text'] for line in run(folder, 'notes', '--json').stdout.decode().splitlines()}


def spoil(name):
    """Two pages behind the first two, which hold the schema."""
    with open(name, 'r+b') as f:
        page = int.from_bytes(f.read(18)[16:], 'big')
        f.seek(2 * page)
        f.write(b'\x5a' * 2 * page)


def make():
    """Folders to begin with: nothing, both databases, one of them damaged."""
    write('texts', 100, 100 + HELD)
    write('more', 200, 202)
    os.mkdir('good', 0o700)
    os.mkdir('none', 0o700)
    run('good', 'add', 'texts')
    for n in range(NOTES):
        run('good', 'note', 'CFW/COP/2024/%d#1' % (100 + n), 'note %d' % n)
    run('good', 'publish', 'good/public.db')
    for what in 'library', 'notes':
        shutil.copytree('good', 'bad-' + what)
        spoil('bad-%s/%s.db' % (what, what))


def wrong(folder, start, words, result):
    """What is not as it should be, on a good disk."""
    lines = result.stderr.decode(errors='replace').splitlines()
    if result.returncode not in (0, 1):
        yield 'exit %d: %s' % (result.returncode, lines[-2:])
    if len(lines) > 6 or (result.returncode == 1 and not lines):
        yield 'exit %d, %d lines: %s' % (result.returncode, len(lines), lines[:5])
    if start.startswith('bad'):
        run(folder, 'check', '--repair')
    checked = run(folder, 'check')
    if checked.returncode != 0:
        yield 'check: %s' % checked.stderr.decode()
    documents, notes = held(folder), noted(folder)
    if start != 'none':
        if len(documents) < HELD - (words[0] == 'remove') - result.stdout.count(b'refused'):
            yield '%d documents' % len(documents)
        if len(notes) < NOTES:
            yield '%d notes' % len(notes)
    if (result.stdout.startswith(b'saved') or b' kept\n' in result.stdout) and 'my words' not in notes:
        yield 'the note was said to be saved'
    if words[0] == 'add' and result.stdout.startswith(b'new\t') and result.returncode == 0 and 'CFW/COP/2024/201' not in documents:
        yield 'the document was said to be added'
    if start == 'good' and not run(folder, '--library=%s/public.db' % folder, 'list').stdout.count(b'\n') >= HELD - 1:
        yield 'the published one'


def try_all(name, start, words):
    faults, n, runs, calls = [], 1, 0, 0
    while True:
        for number, mode in WAYS:
            shutil.copytree(start, 'trial')
            result, count = failing(os.path.abspath('trial'), words, '%d:%d:%s' % (n, number, mode))
            fault = list(wrong('trial', start, words, result))
            faults += ['call %d, %s %s: %s' % (n, errno.errorcode[number], mode, f) for f in fault]
            shutil.rmtree('trial')
            runs += 1
            calls = max(calls, count if number == errno.EIO and mode == 'once' else 0)
        n += step
        if n > calls:
            break
    ok(not faults and calls > 0, '%s: %d runs, one of %d calls fails' % (name, runs, calls), *faults[:20])


scratch = tempfile.mkdtemp()
try:
    os.chdir(scratch)
    make()
    trial = os.path.abspath('trial')
    note = ['note', 'CFW/COP/2024/101#2', 'my words']
    try_all('a note', 'good', note)
    try_all('documents', 'good', ['add', 'more'])
    try_all('the first note', 'none', ['note', '--words=', os.path.abspath('more/200.txt') + '#2', 'my words'])
    try_all('the first document', 'none', ['add', 'more/201.txt'])
    try_all('a document goes', 'good', ['remove', 'CFW/COP/2024/103'])
    try_all('publishing', 'good', ['publish', trial + '/public.db'])
    try_all('reading, with a note', 'good', ['--script', 'amy words<C-s>', 'CFW/COP/2024/101'])
    try_all('damaged notes are saved', 'bad-notes', ['check', '--repair'])
    try_all('a damaged library is made anew', 'bad-library', ['check', '--repair'])
finally:
    os.chdir('/')
    shutil.rmtree(scratch, ignore_errors=True)
done()
