#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Kills `duan add` again and again: each document must be in the library whole or not at all.

usage: kill_add.py DUAN DOCUMENTS KILLS

A folder of documents is added; the program is killed after a random time, and once more, until all are
in; then their texts change and they are added again.  Now and then the library starts anew.  After each
kill `check` must find it in order, what was said to be added must be there, in this text or the one that
was being added, nothing twice; and the texts held must read as when nobody is killed."""
import json, os, pty, random, shutil, signal, subprocess, sys, tempfile, time, tty

duan, documents, kills = os.path.abspath(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
chance = random.Random(1)
VERSIONS, LOOKS, LOOKS_AT_END = 3, 2, 40


def document(n, version):
    """A report of the invented conference that cites its neighbours."""
    lines = ['CFW/COP/2024/%d' % (1000 + n), '', '一. 导言', '']
    for k in range(1, 8 + (n + version) % 30):
        lines += ['%d. 缔约国会议第 %d 次审议了关于第 %d 号流域的报告（CFW/COP/2024/%d，第 %d 段），并回顾了第 5/%d 号决议。'
                  % (k, version, n, 1000 + (n * 7 + k) % (documents + 5), k, k), '']
    return '\n'.join(lines)


def write(version):
    os.makedirs('texts', exist_ok=True)
    for n in range(documents):
        with open('texts/%05d.txt' % n, 'w', encoding='utf-8') as f:
            f.write(document(n, version))


class Library:
    def __init__(self, name):
        self.command = [duan, '--no-config', '--ui=en', '--library=%s/library.db' % name, '--notes=%s/notes.db' % name]

    def run(self, *words):
        return subprocess.run([*self.command, *words], stdin=subprocess.DEVNULL, capture_output=True)

    def held(self):
        """Symbols and hashes; one that is held twice comes twice."""
        return [(d['symbol'], d['sha256']) for d in map(json.loads, self.run('list', '--json').stdout.splitlines())]

    def shown(self, symbol):
        return self.run('show', symbol).stdout

    def add_killed(self, patience):
        """What it said to have added.  On a terminal a line is out as soon as it is written."""
        own, its = pty.openpty()
        tty.setraw(its)
        add = subprocess.Popen([*self.command, 'add', '--json', 'texts'], stdin=subprocess.DEVNULL, stdout=its,
                               stderr=subprocess.DEVNULL)
        os.close(its)
        said, end = b'', time.monotonic() + chance.uniform(0, patience)
        os.set_blocking(own, False)
        while True:
            over = time.monotonic() >= end
            if over:
                add.send_signal(signal.SIGKILL)
                add.wait()
            try:
                while piece := os.read(own, 65536):
                    said += piece
            except BlockingIOError:
                time.sleep(0.001)
            except OSError: # nobody is at the other end
                over = True
            if over:
                break
        add.kill()
        add.wait()
        os.close(own)
        return [json.loads(line) for line in said.split(b'\n')[:-1]]


class Trial:
    def __init__(self):
        self.n, self.libraries, self.said, self.unsaid, self.faults = 0, 0, 0, 0, []
        self.texts = {} # by hash, as they read when nobody is killed

    def learn(self):
        """How long it takes."""
        for version in range(VERSIONS):
            whole = Library('whole%d' % version)
            write(version)
            start = time.monotonic()
            whole.run('add', 'texts')
            took = time.monotonic() - start
            held = whole.held()
            if len(held) != documents:
                sys.exit('kill_add: %d of %d documents were added' % (len(held), documents))
            for symbol, sha in held if documents < 100 else chance.sample(held, 100):
                self.texts[sha] = whole.shown(symbol)
        return took

    def wrong(self, library, known, now):
        """`known`: hash said last of each symbol; `now`: the hash that was being added."""
        checked = library.run('check')
        if checked.returncode != 0:
            yield 'check: ' + checked.stderr.decode()
        held = library.held()
        if len(dict(held)) != len(held):
            yield 'held twice: %s' % sorted(s for s, _ in held if held.count(s) > 1)[:3]
        for symbol, sha in held:
            if sha not in (known.get(symbol), now.get(symbol)):
                yield '%s: of another text' % symbol
        yield from ('%s: was said to be added' % s for s in known if s not in dict(held))

    def look(self, library, held, most):
        for symbol, sha in chance.sample(held, min(most, len(held))):
            if sha in self.texts and library.shown(symbol) != self.texts[sha]:
                yield '%s: reads otherwise' % symbol

    def round(self, library, version, known, patience):
        """One version of the texts, until all are in or enough were killed."""
        write(version)
        whole = dict(Library('whole%d' % version).held())
        while self.n < kills:
            lines = library.add_killed(patience)
            self.n += 1
            for line in lines:
                if line['result'] in ('refused', 'kept'):
                    self.faults.append('kill %d: %s' % (self.n, line))
                known[line['symbol']] = line['sha256']
            self.said += sum(line['result'] in ('new', 'replaced') for line in lines)
            self.faults += ['kill %d: %s' % (self.n, f) for f in self.wrong(library, known, whole)]
            held = library.held()
            self.unsaid += sum(known.get(s) != sha for s, sha in held)
            known.update(held)
            self.faults += ['kill %d: %s' % (self.n, f) for f in self.look(library, held, LOOKS)]
            if dict(held) == whole:
                break
        self.faults += ['kill %d: %s' % (self.n, f) for f in self.look(library, library.held(), LOOKS_AT_END)]

    def run(self):
        patience = 1.2 * self.learn()
        while self.n < kills:
            library, known = Library('library%d' % self.libraries), {}
            self.libraries += 1
            for version in range(VERSIONS):
                self.round(library, version, known, patience)
            shutil.rmtree('library%d' % (self.libraries - 1), ignore_errors=True)


with tempfile.TemporaryDirectory() as scratch:
    os.chdir(scratch)
    trial = Trial()
    try:
        trial.run()
    finally:
        os.chdir('/')
for fault in trial.faults[:20]:
    print(fault)
print('%d kills, %d libraries of %d documents: %d said to be added, %d added without it, %d faults'
      % (trial.n, trial.libraries, documents, trial.said, trial.unsaid, len(trial.faults)))
sys.exit(1 if trial.faults or trial.said == 0 else 0)
