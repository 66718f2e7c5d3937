#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""The power goes: what is on the disk then is opened, and what was kept is there.

usage: power.py DUAN DISK.SO CUTS [SEED]

Commands are run on a disk that is watched (tests/faults/disk.c).  Then, for a point anywhere in what they
wrote, the disk is made as it may be after a cut there (cut_disk.py).  On it both databases must
be in order.  Notes are those before or after the change that was made, and after it if that was said.  Of
documents the last may be missing, in the order in which they came in, if their command had not ended or
somebody else had the library open: docs/library-schema.md."""
import contextlib, json, os, random, shutil, sqlite3, subprocess, sys, tempfile
from cut_disk import Disk, read
from tap import done, ok
from watched import DISK, command, run

cuts = int(sys.argv[3])
chance = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
DOCUMENTS = 90


def write(folder, first, last, version=0):
    os.makedirs(folder, exist_ok=True)
    for n in range(first, last):
        with open('%s/%d.txt' % (folder, n), 'w', encoding='utf-8') as f:
            f.write('CFW/COP/2024/%d\n\n' % n + ''.join(
                '%d. 第 %d 号流域的第 %d 次报告（CFW/COP/2024/%d）。\n\n' % (k, n, version, n + k) for k in range(1, 3 + n % 3)))


def held(folder, **env):
    return {d['symbol']: d['sha256'] for d in map(json.loads, run(folder, 'list', '--json', **env).stdout.splitlines())}


def noted(folder, **env):
    """What was written, of all notes, also of those thrown away."""
    notes = json.loads(run(folder, 'export', '--all', '--format=json', **env).stdout or '{"notes":[]}')
    return {n['id']: (n['text'], tuple(n['tags']), n['colour'], n['trashed'] > 0) for n in notes['notes']}


class Step:
    """Commands; the documents before, what they change of them in order; the notes before and after."""
    def __init__(self, documents, notes):
        self.documents, self.chains, self.notes, self.after = documents, [], notes, notes
        self.start = self.end = 0
        self.is_note = False


class Recording:
    def __init__(self, name):
        self.folder, self.log = os.path.abspath(name), os.path.abspath(name + '.log')
        self.steps, self.is_held = [], False
        self.env = {'LD_PRELOAD': DISK, 'DISK_MATCH': self.folder, 'DISK_LOG': self.log}
        is_there = os.path.isdir(name)
        self.disk = Disk(chance, name if is_there else None)
        if not is_there:
            os.mkdir(name, 0o700)
        self.step = Step(held(name), noted(name)) if is_there else Step({}, {})

    def mark(self):
        return os.path.getsize(self.log) if os.path.exists(self.log) else 0

    def start(self, words):
        env = dict(os.environ, ASAN_OPTIONS='verify_asan_link_order=0:detect_leaks=0', **self.env)
        return subprocess.Popen([*command(self.folder), *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, env=env)

    def run(self, *commands):
        """All at once."""
        step, chains = self.step, []
        step.start, step.is_note = self.mark(), commands[0][0] == 'note' and len(commands) == 1
        for words, program in [(words, self.start(words)) for words in commands]:
            out, error = program.communicate()
            if program.returncode != 0:
                sys.exit('power: %s: %s' % (' '.join(words), error.decode()))
            if words[0] == 'add':
                chains.append([(d['symbol'], d['sha256']) for d in map(json.loads, out.splitlines())])
            elif words[0] == 'remove':
                chains.append([(words[1], None)])
        step.chains = [step.chains[0] + chains[0]] if step.chains and chains else step.chains + chains
        step.after = noted(self.folder, **self.env) # with what reading may write
        step.end = self.mark()
        self.steps.append(step)
        if self.is_held:
            self.step = Step(step.documents, step.after)
            self.step.chains = step.chains
        else:
            self.step = Step(held(self.folder, **self.env), step.after)

    @contextlib.contextmanager
    def held(self):
        """Somebody else has the library open: what is in its journal stays there, and may not be on the disk."""
        other = sqlite3.connect('file:%s/library.db?mode=ro' % self.folder, uri=True, isolation_level=None)
        other.execute('SELECT count(*) FROM document').fetchall()
        self.is_held = True
        yield
        other.close()
        self.is_held = False
        self.run(['list'])


class Texts:
    """How documents read that nobody has cut off, by hash."""
    def __init__(self):
        self.folders, self.texts = {}, {}

    def learn(self, texts):
        folder = 'plain%d' % len(self.folders)
        run(folder, 'add', texts)
        self.folders.update((sha, folder) for sha in held(folder).values())

    def right(self, folder, symbol, sha):
        if sha not in self.texts:
            self.texts[sha] = run(self.folders[sha], 'show', symbol).stdout
        return run(folder, 'show', symbol).stdout == self.texts[sha]


def missing_in_order(step, documents):
    """Of each chain a beginning is there; all else is as before."""
    expected = dict(step.documents)
    for chain in step.chains:
        there = 0
        for n, (symbol, sha) in enumerate(chain):
            if documents.get(symbol) == sha:
                there = n + 1
        expected.update(chain[:there])
    return {s: sha for s, sha in expected.items() if sha} == documents


def wrong_notes(step, notes, is_said):
    for note in set(step.notes) | set(step.after) | set(notes):
        now, before, after = notes.get(note), step.notes.get(note), step.after.get(note)
        if now != after and (is_said or now != before):
            yield 'note %s is %s, not %s' % (note, now, after)


def wrong(folder, step, is_said, texts):
    """What is not as it should be after a cut."""
    looks = [('check', lambda: run(folder, 'check')), ('notes', lambda: noted(folder)), ('list', lambda: held(folder))]
    chance.shuffle(looks)
    seen = {name: look() for name, look in looks}
    checked, notes, documents = seen['check'], seen['notes'], seen['list']
    if checked.returncode != 0 or checked.stderr:
        yield 'check: exit %d: %s' % (checked.returncode, checked.stderr.decode(errors='replace'))
    yield from wrong_notes(step, notes, is_said)
    if not missing_in_order(step, documents):
        yield '%d documents, not as they came' % len(documents)
    if documents:
        symbol = chance.choice(sorted(documents))
        if not texts.right(folder, symbol, documents[symbol]):
            yield '%s reads otherwise' % symbol
    for name in os.listdir(folder):
        if name == 'public.db' and chance.random() < 0.2:
            published = run(folder, '--library=%s/public.db' % folder, 'list')
            if published.returncode != 0 or published.stderr or published.stdout.count(b'\n') < DOCUMENTS - 1:
                yield 'what was published: %s' % published.stderr.decode()
        elif '.backup-' in name and not name.endswith(('.new', '-journal')):
            with contextlib.closing(sqlite3.connect('%s/%s' % (folder, name))) as copy:
                if copy.execute('PRAGMA integrity_check').fetchone() != ('ok',):
                    yield '%s is damaged' % name
    if chance.random() < 0.05:
        more = [run(folder, 'add', 'texts'), run(folder, 'note', 'CFW/COP/2024/101#1', 'more'), run(folder, 'check')]
        if any(result.returncode != 0 for result in more):
            yield 'it does not go on: %s' % [result.stderr.decode() for result in more]


def wrong_repair(folder, step, is_said, texts):
    """In the middle of a repair it may still be damaged, and is repaired then."""
    if run(folder, 'check').returncode != 0:
        repaired = run(folder, 'check', '--repair')
        if repaired.returncode != 0:
            yield 'not repaired: %s' % repaired.stderr.decode()
    yield from wrong(folder, step, is_said, texts)


def cut_all(recording, number, texts, look, name):
    records, faults, at = list(read(recording.log, recording.folder)), [], 0
    steps, said_of = list(recording.steps), None
    for n in sorted(chance.randrange(len(records)) + 1 for _ in range(number)):
        while at < n:
            end, kind, file, offset, piece = records[at]
            at += 1
            recording.disk.write(kind, file, offset, piece)
            while len(steps) > 1 and end > steps[0].end:
                steps.pop(0)
            if kind == 'F' and steps[0].is_note and steps[0].start < end:
                said_of = steps[0]
        os.mkdir('cut', 0o700)
        for file, content in recording.disk.settle().items():
            with open('cut/' + file, 'wb') as f:
                f.write(content)
        found = list(look('cut', steps[0], steps[0] is said_of, texts))
        faults += ['record %d of step %d: %s' % (n, recording.steps.index(steps[0]), f) for f in found]
        if found and 'DUAN_KEEP' in os.environ:
            shutil.move('cut', '%s/%d' % (os.environ['DUAN_KEEP'], n))
        shutil.rmtree('cut', ignore_errors=True)
    ok(not faults and len(records) > 50, '%s: %d cuts at %d calls' % (name, number, len(records)), *faults[:20])


def note(n, text):
    return ['note', 'CFW/COP/2024/%d#1' % n, text]


def record(texts):
    """What people do; in one folder are the library and the notes."""
    r = Recording('own')
    add = ['add', '--json']
    for version in range(2):
        write('texts', 100, 100 + DOCUMENTS, version)
        texts.learn('texts')
        r.run(add + ['texts'])
        r.run(note(101, 'the first words'))
        r.run(note(102 + version, 'more words %s' % ('水' * 3000)))
    for folder, first in ('left', 300), ('right', 400), ('more', 500), ('last', 600):
        write(folder, first, first + 20)
        texts.learn(folder)
    r.run(['tag', 'CFW/COP/2024/102#1', 'water'])
    r.run(['bookmark', 'CFW/COP/2024/103#1', 'here'])
    r.run(['remove', 'CFW/COP/2024/105'])
    r.run(['publish', r.folder + '/public.db'])
    own = sorted(r.step.notes)
    r.run(['note', '--edit', own[0], 'other words'])
    r.run(['note', '--trash', own[1]])
    r.run(['--script', 'amy words<C-s>', 'CFW/COP/2024/110'])
    r.run(add + ['left'], add + ['right'])
    r.run(*[note(n, 'at once') for n in (120, 121, 122)])
    with r.held():
        r.run(add + ['more'])
        r.run(note(130, 'while somebody reads'))
        r.run(add + ['last'])
    r.run(['publish', r.folder + '/public.db'])
    r.run(['note', '--undo'])
    return r


def spoil(name):
    """Two pages behind the first two, which hold the schema."""
    with open(name, 'r+b') as f:
        page = int.from_bytes(f.read(18)[16:], 'big')
        f.seek(2 * page)
        f.write(b'\x5a' * 2 * page)


def record_repair():
    shutil.copytree('own', 'damaged')
    before = noted('damaged')
    spoil('damaged/notes.db')
    r = Recording('damaged')
    r.step.notes = before
    r.run(['check', '--repair'])
    return r


memory = '/dev/shm' if os.access('/dev/shm', os.W_OK) else None # else each cut waits for the disk of this machine
scratch = tempfile.mkdtemp(dir=memory)
try:
    os.chdir(scratch)
    texts = Texts()
    cut_all(record(texts), cuts * 9 // 10, texts, wrong, 'documents and notes')
    cut_all(record_repair(), cuts // 10, texts, wrong_repair, 'damaged notes are saved')
finally:
    os.chdir('/')
    shutil.rmtree(scratch, ignore_errors=True)
done()
