# SPDX-License-Identifier: ISC
"""Many documents: import, size, search, one more of them; and the commands that take a text."""
import os, resource, shutil, sqlite3, statistics, subprocess, time
import corpus
from terminal import environment

MANY = 100000  # documents, from which on search is held against ripgrep


def cost(argv, home, given=None):
    """Seconds of processor time of a command and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(argv, env=dict(environment(home), XAPIAN_CJK_NGRAM='1'), stdin=given,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def least(argv, home, path=None, times=3):
    runs = []
    for _ in range(times):
        with open(path or os.devnull, 'rb') as given:
            runs.append(cost(argv, home, given))
    return min(runs)


def path_of(home):
    return os.path.join(home, '.local/share/duan/library.db')


def bring_in(sheet, duan, home, folder, size, with_peer):
    ours = cost([duan, 'add', folder], home)
    peer = None
    if with_peer and shutil.which('omindex'):
        peer = cost(['omindex', '--db', os.path.join(home, 'omega'), '--url', '/', '--no-delete', folder], home)
    sheet.row('import of %.0f MB' % (size / 1e6), size / 1e6 / ours, 'MB/s', 'omindex', peer and size / 1e6 / peer,
              8, 8, at_least=True)
    sheet.bound('  by itself', size / 1e6 / ours, 'MB/s', 1, 4, at_least=True)


def index_size(sheet, home):
    db = sqlite3.connect('file:%s?mode=ro' % path_of(home), uri=True)
    try:
        full = db.execute("SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'fulltext%'").fetchone()[0] or 0
        text = db.execute('SELECT sum(n_bytes) FROM document').fetchone()[0]
        sheet.row('index', full / 1e6, 'MB', 'text', text / 1e6, 1.2, 1.0)
    except sqlite3.OperationalError:
        sheet.row('index', None, 'MB', 'text', None, 1.2, 1.0)
    db.close()


def search(sheet, duan, home, folder, documents):
    asked = corpus.queries()
    ours = sorted(least([duan, 'search', '--limit', '20', q], home, times=2) for q in asked)
    peer = None
    if shutil.which('rg'):
        peer = statistics.median(cost(['rg', '-lF', q, folder], home) for q in asked[::8]) * 1000
    p95 = ours[int(len(ours) * 0.95)] * 1000
    # What a search costs by itself is most of it where there is little to look through.
    bound = 0.05 if documents >= MANY else 99
    sheet.row('search, p95 of %d queries' % len(asked), p95, 'ms CPU', 'rg -lF', peer, bound, bound)
    sheet.row('  p95 by itself', p95, 'ms CPU', '(30 ms)', 30, 99, 1)
    sheet.row('  p50 by itself', ours[len(ours) // 2] * 1000, 'ms CPU', '(30 ms)', 30, 99, 1)


def one_more(sheet, duan, home):
    times = []
    for i in range(20):
        path = corpus.write(os.path.join(home, 'more-%d.txt' % i), corpus.report(800000 + i, 21000))
        begun = time.monotonic()
        cost([duan, 'add', path], home)
        times.append((time.monotonic() - begun) * 1000)
    sheet.row('one document more', statistics.median(times), 'ms', '(60 ms)', 60, 1, 1 / 3)
    sheet.row('  the slowest of 20', max(times), 'ms', '(100 ms)', 100, 1, 1)


def recogniser(sheet, duan, home):
    path = corpus.write(os.path.join(home, 'scan.txt'), corpus.report(900002, 20000000))
    empty = corpus.write(os.path.join(home, 'empty.txt'), '')
    net = least([duan, 'scan'], home, path) - least([duan, 'scan'], home, empty)
    sheet.row('citations recognised', os.path.getsize(path) / 1e6 / net, 'MB/s', '(20 MB/s)', 20, 1, 3, at_least=True)


def difference(sheet, duan, home):
    text = corpus.report(900003, 300 * 700)
    old, new = (corpus.write(os.path.join(home, name), words)
                for name, words in (('old.txt', text), ('new.txt', corpus.revised(text))))
    both = least([duan, 'diff', old, new], home)
    read = least([duan, 'show', '--outline', old], home) + least([duan, 'show', '--outline', new], home)
    sheet.row('diff of 300 paragraphs', max(0, both - read) * 1000, 'ms CPU', '(50 ms)', 50, 1, 0.5)


def pdf(sheet, duan, home, files):
    ours = peers = 0
    for path in files:
        ours += least([duan, '--no-add', 'show', '--outline', path], home)
        peers += least(['pdftotext', path, os.path.join(home, 'out.txt')], home) if shutil.which('pdftotext') else 0
    sheet.row('%d PDFs' % len(files), ours, 's CPU', 'pdftotext', peers or None, 1.5, 1.15)
