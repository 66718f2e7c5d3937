#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""A published library: many read it who may not write to it, each notes in a file of his own.

usage: published.py DUAN READERS

The library belongs to who runs this; when that is root the readers are nobody, in a folder that is not
theirs.  It is published again while they read."""
import concurrent.futures, os, shutil, stat, subprocess, sys, tempfile, time
from seat import Seat
from tap import done, ok

duan, readers = os.path.abspath(sys.argv[1]), int(sys.argv[2])
NOBODY = 65534
more = {}


def environment(k):
    """Of a reader: a home of his own."""
    home = os.path.abspath('home-%d' % k)
    if not os.path.isdir(home):
        os.mkdir(home, 0o700)
        if more:
            os.chown(home, NOBODY, NOBODY)
    return dict(os.environ, HOME=home, XDG_DATA_HOME=home + '/data', XDG_CONFIG_HOME=home, XDG_STATE_HOME=home)


def own(*words):
    """Who publishes."""
    return subprocess.run([duan, '--no-config', '--ui=en', '--library=own/library.db', '--notes=own/notes.db', *words],
                          stdin=subprocess.DEVNULL, capture_output=True)


def command(*words):
    return [duan, '--no-config', '--ui=en', '--library=' + os.path.abspath('public/library.db'), *words]


def other(k, *words):
    return subprocess.run(command(*words), stdin=subprocess.DEVNULL, capture_output=True, env=environment(k),
                          cwd='/', **more)


def write(first, last):
    os.makedirs('texts', exist_ok=True)
    for n in range(first, last):
        with open('texts/%d.txt' % n, 'w', encoding='utf-8') as f:
            f.write('CFW/COP/2024/%d\n\n' % n)
            for k in range(1, 31):
                f.write('%d. Item %d of %d, the allocation of water, see CFW/COP/2024/%d, para. 2.\n\n'
                        % (k, k, n, n + k % 7))


def digest():
    """Of the folder: names, sizes, times."""
    return sorted((e.name, e.stat().st_size, e.stat().st_mtime_ns) for e in os.scandir('public'))


def say(result):
    return 'exit %d: %s' % (result.returncode, (result.stdout[:200] + result.stderr[:400]).decode(errors='replace'))


def publish():
    write(100, 130)
    own('add', 'texts')
    os.mkdir('public', 0o755)
    os.chmod('public', 0o755)
    result = own('publish', 'public/library.db')
    ok(result.returncode == 0 and b'30 documents' in result.stdout, 'published', say(result))
    ok(stat.S_IMODE(os.stat('public/library.db').st_mode) == 0o644, 'everybody may read it')
    if not more:
        os.chmod('public', 0o555)


def commands():
    """Everything that reads, by who may not write."""
    for words, has in ((['list'], b'CFW/COP/2024/100'), (['show', 'CFW/COP/2024/100#3'], b'Item 3'),
                       (['search', '"of 104, the"'], b'CFW/COP/2024/104'), (['cites', 'CFW/COP/2024/100'], b'CFW/COP/2024/10'),
                       (['cited-by', 'CFW/COP/2024/110'], b'CFW/COP'), (['missing'], b'CFW/COP'),
                       (['check'], b'published'), (['note', 'CFW/COP/2024/100#2', 'my own'], b'saved'),
                       (['notes'], b'my own'), (['export'], b'my own'),
                       (['--script', '3j', 'CFW/COP/2024/101'], b'Item')):
        result = other(0, *words)
        ok(result.returncode == 0 and has in result.stdout and (words[0] == 'search') == bool(result.stderr),
           'read by another: ' + words[0], say(result))
    write(150, 151)
    path = os.path.abspath('texts/150.txt')
    for who, result in (('another', other(0, 'add', path)),
                        ('its owner', subprocess.run(command('add', path), stdin=subprocess.DEVNULL, capture_output=True))):
        ok(result.returncode == 1 and len(result.stderr.splitlines()) == 1 and b'which nobody changes' in result.stderr,
           'nothing is added to it by ' + who, say(result))
    os.unlink(path)


class Reader:
    def __init__(self, k):
        self.k = k
        self.faults = []
        self.seat = Seat(command('CFW/COP/2024/%d' % (100 + k % 30)), environment(k), cwd='/', **more)

    def step(self, what, keys, words):
        if not self.seat.do(keys, words):
            self.faults.append('reader %d: %s: %s' % (self.k, what, self.seat.shown()[-300:]))

    def begin(self):
        self.step('opens', '', 'Item 1 ')
        self.step('goes', '12G', 'Item 14 ')

    def work(self):
        self.step('searches', 'g/allocation\r', '30 documents')
        self.step('comes back', 'q', 'Item 14 ')
        self.step('notes', 'athought %d of mine' % self.k, 'thought %d' % self.k)
        self.step('saves', '\x13', 'Item 14 ')
        self.step('opens another', ':open CFW/COP/2024/120\r', 'of 120,')

    def leave(self):
        status = self.seat.leave('Q')
        if status != 0:
            self.faults.append('reader %d: exit %s' % (self.k, status))


def together(people, what):
    with concurrent.futures.ThreadPoolExecutor(len(people)) as pool:
        list(pool.map(what, people))


def reading():
    people = [Reader(k) for k in range(readers)]
    together(people, Reader.begin)
    write(130, 140)
    added, published = own('add', 'texts'), None
    if not more:
        os.chmod('public', 0o755)
    published = own('publish', 'public/library.db')
    before = digest()
    ok(added.returncode == 0 and published.returncode == 0 and b'40 documents' in published.stdout,
       'published again while %d read' % readers, say(published))
    result = other(0, 'list')
    ok(len(result.stdout.splitlines()) == 40, 'who starts now has the new one', say(result))
    together(people, Reader.work)
    together(people, Reader.leave)
    faults = [fault for person in people for fault in person.faults]
    ok(not faults, '%d readers go on with the one they had: read, search, note' % readers, *faults[:4])
    ok(digest() == before, 'the folder is as it was')
    slowest = max(person.seat.slowest for person in people)
    print('# the slowest answer took %.2f s' % slowest)
    lost = [k for k in range(readers) if b'thought %d of mine' % k not in other(k, 'notes').stdout]
    ok(not lost, 'each has his note in a file of his own', lost)


def main():
    if os.getuid() == 0:
        more.update(user=NOBODY, group=NOBODY, extra_groups=[])
        try:
            subprocess.run([duan, '--version'], stdout=subprocess.DEVNULL, check=True, cwd='/', **more)
        except (OSError, subprocess.SubprocessError):
            print('1..0 # SKIP nobody may not run the program')
            sys.exit()
    else:
        print('# not root: the readers are the same user')
    publish()
    commands()
    reading()


scratch = tempfile.mkdtemp()
try:
    os.chmod(scratch, 0o755)
    os.chdir(scratch)
    main()
finally:
    os.chdir('/')
    subprocess.run(['chmod', '-R', 'u+w', scratch], check=False)
    shutil.rmtree(scratch, ignore_errors=True)
done()
