#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Kills `duan add` again and again: each document must be in the library whole or not at all.

usage: kill_add.py DUAN DOCUMENTS ROUNDS

A round starts anew: it adds the documents, kills the program after a random time, asks `check`,
compares every document held with what was imported, adds again and compares all of them."""
import json, os, random, shutil, signal, subprocess, sys, tempfile, time

duan, documents, rounds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
chance = random.Random(1)
LOOKS = 60


def document(n):
    """A report of the invented conference that cites its neighbours."""
    lines = ['CFW/COP/2024/%d' % (1000 + n), '', '一. 导言', '']
    for k in range(1, 8 + n % 30):
        lines += ['%d. 缔约国会议审议了关于第 %d 号流域的报告（CFW/COP/2024/%d，第 %d 段），并回顾了第 5/%d 号决议。'
                  % (k, n, 1000 + (n * 7 + k) % (documents + 5), k, k), '']
    return '\n'.join(lines)


class Library:
    def __init__(self, folder):
        self.options = ['--no-config', '--ui=en', '--library=' + os.path.join(folder, 'library.db'),
                        '--notes=' + os.path.join(folder, 'notes.db')]

    def run(self, *words):
        return subprocess.run([duan, *self.options, *words], stdin=subprocess.DEVNULL, capture_output=True)

    def held(self):
        return [json.loads(line)['symbol'] for line in self.run('list', '--json').stdout.splitlines()]

    def wrong(self, wanted):
        """Symbols whose stored text is not what was imported; of many the last ones and some others."""
        held = self.held()
        looked_at = held if len(held) <= LOOKS else held[-LOOKS // 2:] + chance.sample(held, LOOKS // 2)
        return [s for s in looked_at if self.run('show', s).stdout != wanted[s]]


def kill_add(library, texts, patience):
    add = subprocess.Popen([duan, *library.options, 'add', texts], stdin=subprocess.DEVNULL,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(chance.uniform(0, patience))
    add.send_signal(signal.SIGKILL)
    add.wait()


def main():
    failures, counts = 0, []
    with tempfile.TemporaryDirectory() as scratch:
        texts = os.path.join(scratch, 'texts')
        os.mkdir(texts)
        wanted = {}
        for n in range(documents):
            path = os.path.join(texts, '%05d.txt' % n)
            with open(path, 'w', encoding='utf-8') as f:
                f.write(document(n))
        whole = Library(os.path.join(scratch, 'whole'))
        start = time.monotonic()
        whole.run('add', texts)
        patience = time.monotonic() - start
        for symbol in whole.held():
            wanted[symbol] = whole.run('show', symbol).stdout
        if len(wanted) != documents:
            sys.exit('kill_add: %d of %d documents were added' % (len(wanted), documents))
        for k in range(rounds):
            folder = os.path.join(scratch, 'round')
            library = Library(folder)
            kill_add(library, texts, patience)
            counts.append(len(library.held()))
            checked = library.run('check')
            wrong = library.wrong(wanted)
            library.run('add', texts)
            if checked.returncode != 0 or wrong or len(library.held()) != documents or \
                    library.run('check').returncode != 0 or library.wrong(wanted):
                failures += 1
                print('round %d: %d held, %d wrong, check said: %s' % (
                    k, counts[-1], len(wrong), checked.stdout.decode() + checked.stderr.decode()))
            shutil.rmtree(folder, ignore_errors=True)
    print('%d rounds, %d failures; held when killed: %d to %d of %d'
          % (rounds, failures, min(counts), max(counts), documents))
    sys.exit(failures > 0)


main()
