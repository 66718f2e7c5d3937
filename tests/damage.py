#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Databases with damage somewhere: each is read, or refused in one line; nothing is written over.

usage: damage.py DUAN PLACES [SEED]

At so many places of each database bytes are changed, pages emptied, exchanged, filled with rubbish, or the
file cut off.  Then everything that reads is run, what writes, and `check --repair`: after that all is
there again, and the damaged file lies aside as it was."""
import hashlib, json, os, random, shutil, subprocess, sys, tempfile
from tap import done, ok

duan, places = os.path.abspath(sys.argv[1]), int(sys.argv[2])
chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
DOCUMENTS, NOTES, PAGE = 30, 60, 4096
SECONDS = 60 if '-fsanitize' in os.environ.get('DUAN_CC', '') else 20
READING = [['list'], ['show', 'CFW/COP/2024/105'], ['search', '流域'], ['cited-by', 'CFW/COP/2024/110'], ['missing'],
           ['family', 'CFW/COP/2024/105'], ['--script', 'G', '--size', '10x60', 'CFW/COP/2024/103'],
           ['--no-add', '--script', 'g/流域<CR>', 'CFW/COP/2024/103']]
NOTING = [['notes'], ['notes', '--json'], ['export'], ['bookmarks'], ['tag']]


def run(folder, *words):
    try:
        return subprocess.run([duan, '--no-config', '--ui=en', '--library=%s/library.db' % folder,
                               '--notes=%s/notes.db' % folder, *words],
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(words, 999, b'', b'it hangs')


def make(folder):
    os.mkdir('texts')
    for n in range(DOCUMENTS):
        with open('texts/%d.txt' % n, 'w', encoding='utf-8') as f:
            f.write('CFW/COP/2024/%d\n\n' % (100 + n))
            for k in range(1, 31):
                f.write('%d. 缔约国会议审议了第 %d 号流域的报告（CFW/COP/2024/%d，第 %d 段）。\n\n' % (k, n, 100 + (n + k) % 40, k))
    os.mkdir(folder, 0o700)
    run(folder, 'add', 'texts')
    for n in range(NOTES):
        run(folder, 'note', 'CFW/COP/2024/%d#%d' % (100 + n % DOCUMENTS, 1 + n % 30), 'note %d %s' % (n, '水' * (n * 7 % 400)))
    for name in os.listdir(folder): # as if the copy of today had not been made
        if '.backup-' in name:
            os.unlink(os.path.join(folder, name))


def damage(path):
    """In one way or another; says how."""
    with open(path, 'r+b') as f:
        size = f.seek(0, 2)
        at = chance.randrange(size)
        way = chance.choice(('bytes', 'bit', 'zeros', 'rubbish', 'exchanged', 'cut', 'header'))
        page = at // PAGE * PAGE
        if way == 'cut':
            f.truncate(at)
            return '%s at %d' % (way, at)
        length = {'bytes': 16, 'bit': 1, 'header': 12}.get(way, PAGE)
        at = page if way in ('zeros', 'rubbish', 'exchanged', 'header') else at
        f.seek(at)
        old = f.read(length)
        new = bytes(len(old))
        if way == 'bit':
            new = bytes([old[0] ^ 1 << chance.randrange(8)])
        elif way == 'exchanged':
            f.seek(chance.randrange(size // PAGE) * PAGE)
            new = f.read(PAGE)
        elif way != 'zeros':
            new = chance.randbytes(len(old))
        f.seek(at)
        f.write(new)
        return '%s at %d' % (way, at)


def digest(path):
    with open(path, 'rb') as f:
        return hashlib.sha256(f.read()).hexdigest()


def bad(result, most=1):
    """What is wrong with an answer, whatever it says."""
    lines = result.stderr.decode(errors='replace').splitlines()
    if result.returncode not in (0, 1):
        return 'exit %d: %s' % (result.returncode, lines[-3:])
    if len(lines) > most or (result.returncode == 1 and not lines):
        return 'exit %d, %d lines: %s' % (result.returncode, len(lines), lines[:3])
    return None


class Trial:
    def __init__(self, name, how):
        self.how, self.faults = '%s, %s' % (name, how), []

    def expect(self, words, fault):
        if fault:
            self.faults.append('%s: %s: %s' % (self.how, ' '.join(words), fault))

    def runs(self, folder, words, most=1):
        result = run(folder, *words)
        self.expect(words, bad(result, most))
        return result


def aside(folder, name):
    found = [f for f in os.listdir(folder) if f.startswith(name + '.damaged-') and f[-4:] not in ('-shm', '-wal')
             and not f.endswith('-journal')]
    return os.path.join(folder, found[0]) if len(found) == 1 else None


def try_library(folder, wanted):
    path = folder + '/library.db'
    trial = Trial('library', damage(path))
    before = digest(path)
    for words in READING: # a search says how much there is
        trial.runs(folder, words, most=2 if 'search' in words else 1)
    checked = trial.runs(folder, ['check'], most=9)
    trial.expect(['reading'], digest(path) != before and 'the file is another')
    repaired = trial.runs(folder, ['check', '--repair'], most=9)
    again = trial.runs(folder, ['check'], most=9)
    was_set_aside = aside(folder, 'library.db')
    trial.expect(['check'], again.returncode != 0 and 'still wrong after the repair: %s, before %s, %s'
                 % (again.stderr, checked.stderr, repaired.stderr))
    if was_set_aside:
        trial.expect(['check', '--repair'], digest(was_set_aside) != before and 'what lies aside is another')
    now = run(folder, 'list').stdout.splitlines()
    return trial.faults, bool(was_set_aside), checked.returncode, len(set(now) & set(wanted))


def texts(folder):
    try:
        return {n['text'] for n in map(json.loads, run(folder, 'notes', '--json').stdout.splitlines())}
    except ValueError:
        return set()


def try_notes(folder, wanted, with_log):
    path = folder + '/notes.db'
    trial = Trial('notes', damage(path))
    before = digest(path)
    if not with_log:
        os.unlink(folder + '/notes.log')
    for words in NOTING:
        trial.runs(folder, words)
    checked = trial.runs(folder, ['check'], most=2)
    trial.expect(['reading'], digest(path) != before and 'the file is another')
    trial.runs(folder, ['--script', 'gN', 'CFW/COP/2024/103'], most=2) # keeps a place and the screen
    before = digest(path)
    said = trial.runs(folder, ['note', 'CFW/COP/2024/103#2', 'one more'])
    kept = digest(path)
    trial.expect(['note'], said.returncode and kept != before and 'refused, and yet the file is another')
    trial.runs(folder, ['check', '--repair'], most=2)
    trial.runs(folder, ['check'])
    was_set_aside, now = aside(folder, 'notes.db'), texts(folder)
    if was_set_aside:
        trial.expect(['check', '--repair'], digest(was_set_aside) != kept and 'what lies aside is another')
    if with_log and was_set_aside:
        lost = wanted - now
        trial.expect(['check', '--repair'], lost and '%d notes lost: %s' % (len(lost), sorted(lost)[0][:30]))
    trial.expect(['note'], said.returncode == 0 and 'one more' not in now and 'acknowledged, and lost')
    return trial.faults, bool(was_set_aside), checked.returncode, len(now & wanted)


def report(name, faults, what):
    ok(not faults, '%s: %s' % (name, what), *faults[:20])


def main():
    make('good')
    listed, written = run('good', 'list').stdout, texts('good')
    ok(len(listed.splitlines()) == DOCUMENTS and len(written) == NOTES, 'a library and notes')
    faults, moved, noticed, whole = [], 0, 0, 0
    for _ in range(places):
        shutil.copytree('good', 'trial')
        one, was_moved, code, n = try_library('trial', listed.splitlines())
        faults, moved, noticed, whole = faults + one, moved + was_moved, noticed + (code != 0), whole + (n == DOCUMENTS)
        shutil.rmtree('trial')
    report('library.db', faults, '%d damaged, %d noticed by check, %d set aside and made anew' % (places, noticed, moved))
    ok(whole >= places * 9 // 10 - 1, '%d times all documents are there again' % whole)
    for with_log in True, False:
        faults, moved, noticed, least = [], 0, 0, NOTES
        for _ in range(places if with_log else places // 2):
            shutil.copytree('good', 'trial')
            one, was_moved, code, n = try_notes('trial', written, with_log)
            faults, moved, noticed, least = faults + one, moved + was_moved, noticed + (code != 0), min(least, n)
            shutil.rmtree('trial')
        report('notes.db', faults, '%s the log: %d noticed by check, %d set aside and saved; at least %d of %d notes are there'
               % ('with' if with_log else 'without', noticed, moved, least, NOTES))


scratch = tempfile.mkdtemp()
try:
    os.chdir(scratch)
    main()
finally:
    os.chdir('/')
    shutil.rmtree(scratch, ignore_errors=True)
done()
