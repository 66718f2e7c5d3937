#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Kills `duan note` again and again: what it said to be saved is there, whatever else is.

usage: kill_note.py DUAN KILLS

Several at once write notes of their own into one file and are killed after a random time; then all
notes are listed.  Each that was acknowledged must be there once, in its own words; so must the file be
sound, by SQLite's check, and the log tell of each."""
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

duan, kills = sys.argv[1], int(sys.argv[2])
WRITERS = 4
chance = random.Random(1)

DOCUMENT = '''CFW/COP/2031/5

1. The Conference took note of the report on groundwater storage.

2. The Secretariat was requested to prepare a study of trends in storage.
'''


class Notes:
    def __init__(self, folder):
        self.folder = folder
        self.options = [duan, '--no-config', '--ui=en', '--library=' + os.path.join(folder, 'library.db'),
                        '--notes=' + os.path.join(folder, 'notes.db')]
        self.saved = {}     # id -> text
        self.tried = set()

    def run(self, *words):
        return subprocess.run([*self.options, *words], stdin=subprocess.DEVNULL, capture_output=True)

    def start(self, text):
        self.tried.add(text)
        return subprocess.Popen([*self.options, 'note', 'CFW/COP/2031/5#2', text], stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def round(self, first, patience):
        texts = ['note %d: %s' % (first + k, '水' * chance.randrange(1, 400)) for k in range(WRITERS)]
        writers = [self.start(text) for text in texts]
        time.sleep(chance.uniform(0, patience))
        for writer in writers:
            writer.send_signal(signal.SIGKILL)
        for writer, text in zip(writers, texts):
            words = writer.communicate()[0].decode().split('\t')
            if words[0] == 'saved' and len(words) == 3:
                self.saved[words[1]] = text

    def wrong(self):
        faults = []
        held = [json.loads(line) for line in self.run('notes', '--json').stdout.splitlines()]
        by_id = {note['id']: note['text'] for note in held}
        faults += ['lost: %s' % i for i in self.saved if i not in by_id]
        faults += ['changed: %s' % i for i in self.saved if by_id.get(i, self.saved[i]) != self.saved[i]]
        faults += ['of nobody: %s' % note['text'][:20] for note in held if note['text'] not in self.tried]
        if len({note['text'] for note in held}) != len(held):
            faults.append('written twice')
        with sqlite3.connect(os.path.join(self.folder, 'notes.db')) as file:
            if file.execute('PRAGMA integrity_check').fetchone()[0] != 'ok':
                faults.append('the file is damaged')
        with open(os.path.join(self.folder, 'notes.log'), encoding='utf-8', errors='replace') as log:
            told = log.read()
        faults += ['not in the log: %s' % i for i in self.saved if i not in told]
        return faults


def main():
    failures = acknowledged = unsaid = done = 0
    with tempfile.TemporaryDirectory() as folder:
        notes = Notes(folder)
        path = os.path.join(folder, 'one.txt')
        with open(path, 'w', encoding='utf-8') as f:
            f.write(DOCUMENT)
        notes.run('add', path)
        for text in 'the first', 'the second': # with the first one of a day a copy is made
            start = time.monotonic()
            notes.tried.add(text)
            notes.run('note', 'CFW/COP/2031/5#1', text)
        patience = WRITERS * (time.monotonic() - start)
        while done < kills:
            notes.round(done, patience)
            done += WRITERS
            if done % 400 < WRITERS or done >= kills:
                for fault in notes.wrong():
                    failures += 1
                    print(fault)
        acknowledged = len(notes.saved)
        unsaid = len(notes.run('notes', '--json').stdout.splitlines()) - 2 - acknowledged
    print('%d kills: %d notes acknowledged, %d kept without it, %d faults'
          % (done, acknowledged, unsaid, failures))
    return 1 if failures or acknowledged == 0 else 0


sys.exit(main())
