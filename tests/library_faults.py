#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""What may happen to a library: it is in use, locked, closed, newer, foreign, damaged, the disk is full.

usage: library_faults.py DUAN

Each is said in one line in both languages, nothing is lost, and reading goes on where it can."""
import hashlib, os, resource, shutil, sqlite3, subprocess, sys, tempfile
from tap import done, ok

duan = os.path.abspath(sys.argv[1])


def said(result, words, name):
    """One line on standard error, that says so."""
    lines = result.stderr.decode().splitlines()
    if not ok(len(lines) == 1 and words in lines[0] and result.returncode == 1, name):
        print('# exit %d: %s' % (result.returncode, lines))


def command(library, words, ui='en'):
    return [duan, '--no-config', '--ui=' + ui, '--library=' + library, '--notes=notes.db', *words]


def start(library, *words, ui='en', **more):
    return subprocess.Popen(command(library, words, ui), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, **more)


def run(library, *words, ui='en', **more):
    return subprocess.run(command(library, words, ui), stdin=subprocess.DEVNULL, capture_output=True, **more)


def symbols(library):
    return sorted(line.split('\t')[0].split('@')[0] for line in run(library, 'list').stdout.decode().splitlines())


def in_order(library):
    return run(library, 'check').returncode == 0


def reads(library, file, name):
    """A file is read, whatever is with the library."""
    result = run(library, '--script', 'j', '--size', '8x60', file)
    ok(result.returncode in (0, 1) and '缔约国会议' in result.stdout.decode(), name)


def write(folder, first, last, paragraphs):
    os.makedirs(folder, exist_ok=True)
    for n in range(first, last):
        with open('%s/%d.txt' % (folder, n), 'w', encoding='utf-8') as f:
            f.write('CFW/COP/2024/%d\n\n' % n)
            for k in range(1, paragraphs + 1):
                f.write('%d. 缔约国会议审议了第 %d 号流域的报告（CFW/COP/2024/%d，第 %d 段）。\n\n'
                        % (k, n, n + k % 7, k))


def digest(path):
    with open(path, 'rb') as f:
        return hashlib.sha256(f.read()).hexdigest()


def two_writers():
    """Two add, and somebody reads all the time."""
    write('left', 100, 140, 20)
    write('right', 200, 240, 20)
    adding = [start('both.db', 'add', 'left'), start('both.db', 'add', 'right')]
    seen, complaints = [], []
    while any(a.poll() is None for a in adding):
        if not os.path.exists('both.db'):
            continue
        listed = run('both.db', 'list')
        seen.append(len(listed.stdout.splitlines()))
        complaints += listed.stderr.decode().splitlines()
    errors = [a.communicate()[1].decode() for a in adding]
    ok(all(a.returncode == 0 for a in adding) and errors == ['', ''], 'two add at once')
    if not ok(seen == sorted(seen) and not complaints, 'who reads meanwhile sees ever more'):
        print('# %s %s' % (seen, complaints))
    ok(len(symbols('both.db')) == 80 and in_order('both.db'), 'all is there')


def first_writers():
    """Three make the library at the same moment, again and again."""
    failed = []
    for n in range(25):
        adding = [start('first%d.db' % n, 'add', 'left/%d.txt' % (100 + k)) for k in range(3)]
        failed += [error for error in (a.communicate()[1].decode() for a in adding) if error]
    if not ok(not failed, 'three make a library at once'):
        print('# %s' % failed)
    ok(all(len(symbols('first%d.db' % n)) == 3 for n in range(25)), 'and each finds its place in it')


def locked():
    """Another program holds the lock for longer than one waits."""
    run('lock.db', 'add', 'left/100.txt')
    other = sqlite3.connect('lock.db', isolation_level=None)
    other.execute('BEGIN IMMEDIATE')
    other.execute('DELETE FROM remark WHERE 0')
    adding = {ui: start('lock.db', 'add', 'left/101.txt', 'left/102.txt', ui=ui) for ui in ('en', 'zh')}
    ok(symbols('lock.db') == ['CFW/COP/2024/100'], 'the library is read meanwhile')
    reads('lock.db', 'left/103.txt', 'and a file')
    for ui, words in (('en', '(process %d) is writing to it; try again'), ('zh', '（进程 %d）正在写入，请重试')):
        out, err = adding[ui].communicate()
        result = subprocess.CompletedProcess([], adding[ui].returncode, out, err)
        said(result, words % os.getpid() if os.path.exists('/proc/locks') else '', 'who is in the way: ' + ui)
        ok(out.decode().startswith({'en': 'new 0, refused 1, not tried 1;', 'zh': '新增 0 份，未收 1 份，未处理 1 份'}[ui]),
           'and what was not done: ' + ui)
    other.execute('ROLLBACK')
    other.close()
    ok(run('lock.db', 'add', 'left').returncode == 0 and len(symbols('lock.db')) == 40, 'later all comes in')


def read_only():
    """For everybody but root, whom no mode stops: then as nobody."""
    more = {}
    shutil.rmtree('closed', ignore_errors=True)
    os.mkdir('closed')
    run('closed/library.db', 'add', 'left/100.txt', 'left/101.txt')
    os.chmod('closed/library.db', 0o444)
    os.chmod('closed', 0o555)
    if os.getuid() == 0:
        more = {'user': 65534, 'env': dict(os.environ, XDG_DATA_HOME='/nowhere')}
        try:
            subprocess.run([duan, '--version'], stdout=subprocess.DEVNULL, check=True, **more)
        except (OSError, subprocess.SubprocessError):
            ok(True, 'read-only: # SKIP nobody may not run the program')
            return
    for ui, words in (('en', 'the library is read-only'), ('zh', '文献库只读')):
        said(run('closed/library.db', 'add', 'left/102.txt', ui=ui, **more), words, 'a closed library: ' + ui)
    said(run('closed/library.db', 'remove', 'CFW/COP/2024/100', **more), 'the library is read-only', 'nor is removed')
    for words in (['list'], ['show', 'CFW/COP/2024/100'], ['cited-by', 'CFW/COP/2024/101'], ['missing']):
        result = run('closed/library.db', *words, **more)
        ok(result.returncode == 0 and result.stdout and not result.stderr, 'read-only: ' + words[0])
    result = run('closed/library.db', '--no-add', '--script', 'j', 'CFW/COP/2024/100', **more)
    ok(result.returncode == 0 and '缔约国会议' in result.stdout.decode(), 'read-only: reading')
    os.chmod('closed', 0o755)


def refused(name, words, spoil):
    """A file that is not ours to write, or none any more: it is left as it lies."""
    library = name + '.db'
    run(library, 'add', 'left/100.txt')
    spoil(library)
    before = digest(library)
    for ui in ('en', 'zh'):
        for what in (['add', 'left/101.txt'], ['list'], ['missing']):
            said(run(library, *what, ui=ui), words[ui], '%s, %s: %s' % (name, what[0], ui))
    said(run(library, 'check'), words['en'], name + ', check')
    reads(library, 'left/103.txt', name + ': files are read all the same')
    ok(digest(library) == before, name + ': not a byte is changed')


def make_newer(library):
    other = sqlite3.connect(library)
    other.execute('PRAGMA user_version = 99')
    other.close()


def make_foreign(library):
    os.unlink(library)
    other = sqlite3.connect(library)
    other.execute('CREATE TABLE theirs (x)')
    other.commit()
    other.close()


def damage(library):
    with open(library, 'r+b') as f:
        length = f.seek(0, 2)
        f.seek(4096)
        f.write(b'\x5a' * (length - 4096))


def unfit():
    refused('newer', {'en': 'was written by a later duan', 'zh': '由较新版本的 duan 写成'}, make_newer)
    refused('foreign', {'en': "another program's file", 'zh': '其他程序的文件'}, make_foreign)
    refused('damaged', {'en': 'duan check --repair', 'zh': 'duan check --repair'}, damage)
    ok(run('foreign.db', 'check', '--repair').returncode == 1 and os.path.exists('foreign.db'),
       'what is not ours is not set aside')
    ok(run('damaged.db', 'check', '--repair').returncode == 0 and
       any(name.startswith('damaged.db.damaged-') for name in os.listdir('.')), 'what is damaged is')
    ok(run('damaged.db', 'add', 'left').returncode == 0 and len(symbols('damaged.db')) == 40,
       'and a new library made')


def limit():
    resource.setrlimit(resource.RLIMIT_FSIZE, (1200 << 10, 1200 << 10))


def full():
    """The file may not grow any more."""
    for ui in ('en', 'zh'):
        result = run('full-%s.db' % ui, 'add', 'left', 'right', ui=ui, preexec_fn=limit)
        said(result, {'en': 'cannot be read or written', 'zh': '无法读写'}[ui], 'no room: ' + ui)
    held = symbols('full-en.db')
    ok(0 < len(held) < 80 and in_order('full-en.db'), '%d documents are held, each whole' % len(held))
    ok(run('full-en.db', 'show', held[0], preexec_fn=limit).returncode == 0, 'and can be read')
    ok(run('full-en.db', 'add', 'left', 'right').returncode == 0 and len(symbols('full-en.db')) == 80 and
       in_order('full-en.db'), 'with room again all comes in')


scratch = tempfile.mkdtemp()
try:
    os.chmod(scratch, 0o755)
    os.chdir(scratch)
    for part in (two_writers, first_writers, locked, read_only, unfit, full):
        part()
finally:
    os.chdir('/')
    shutil.rmtree(scratch, ignore_errors=True)
done()
