# SPDX-License-Identifier: ISC
"""One document on the screen: starts, pages, lines, held keys, words looked for, rest."""
import os, shutil, statistics, subprocess, time
import corpus
from terminal import Terminal, ROWS, COLS, environment

STARTS = 7
LESS = ['less']
VIM = ['vim', '-R', '-u', 'NONE', '-i', 'NONE', '-N', '-n']


def start(argv, home):
    """Milliseconds of processor time to the first screen, and kilobytes resident there."""
    rows = []
    for _ in range(STARTS):
        t = Terminal(argv, home)
        rows.append((t.cpu(), t.memory()))
        t.end()
    return [statistics.median(column) for column in zip(*rows)]


def add(duan, home, *paths):
    subprocess.run([duan, 'add', *paths], env=environment(home), check=True, stdout=subprocess.DEVNULL)


def stored(duan, home, size, number, last=''):
    """A report in the library: its symbol and its file."""
    text = corpus.report(number, size, last)
    path = corpus.write(os.path.join(home, '%d.txt' % number), text)
    add(duan, home, path)
    return text.split('\n')[0], path


def page_text(duan, home, symbol):
    """Median bytes of the text on the pages that ten presses show."""
    sizes = []
    for n in range(1, 11):
        run = subprocess.run([duan, '--no-config', '--size', '%dx%d' % (ROWS, COLS), '--script', '<Space>' * n, symbol],
                             env=environment(home), capture_output=True)
        sizes.append(sum(len(line.rstrip()) for line in run.stdout.split(b'\n')))
    return statistics.median(sizes)


def starts(sheet, duan, floor, home, documents):
    """`documents` in the library already; returns what a start on a small one takes."""
    symbol, path = stored(duan, home, 20000, 900001)
    ours, memory = start([duan, '--no-config', symbol], home)
    least, _ = start([floor, os.path.join(home, '.local/share/duan/library.db')], home)
    sheet.row('start, 20 KB of %d documents' % documents, ours, 'ms CPU', 'floor', least, 1.5, 1.2)
    for name, argv in (('less', LESS), ('vim', VIM)):
        peer = start(argv + [path], home)[0] if shutil.which(name) else None
        sheet.row('  beside %s' % name, ours, 'ms CPU', name, peer, 99, 99)
    return ours, memory


def large(sheet, duan, home, megabytes, small, must):
    """A large one of the library; returns its symbol and file."""
    symbol, path = stored(duan, home, megabytes * 1000000, 900001 + megabytes, '末尾之针：蓝鲸座谈会。')
    ours, memory = start([duan, '--no-config', symbol], home)
    peer = start(VIM + [path], home)[0] if shutil.which('vim') else None
    sheet.row('open %d MB, stored' % megabytes, ours, 'ms CPU', 'vim', peer, must, must)
    sheet.row('  beside its own small start', ours, 'ms CPU', '20 KB', small, 1.5, 1.2)
    sheet.bound('  resident', memory / 1000, 'MB', 20, 20)
    return symbol, path


def moves(sheet, duan, home, symbol, path):
    duan_on = Terminal([duan, '--no-config', symbol], home)
    vim_on = Terminal(VIM + [path], home) if shutil.which('vim') else None
    less_on = Terminal(LESS + [path], home) if shutil.which('less') else None
    page = duan_on.presses(' ')
    sheet.row('page down', page[1], 'ms', 'vim', vim_on and vim_on.presses('\x06')[1], 2, 1.5)
    sheet.row('page down', page[0], 'bytes', 'text', page_text(duan, home, symbol), 1.08, 1.05)
    sheet.row('first and last page in turn', duan_on.presses('G', 'gg')[1], 'ms', 'vim',
              vim_on and vim_on.presses('G', 'gg')[1], 3, 1.5)
    duan_on.press('gg'), duan_on.press(' '), less_on and less_on.press(' ')
    sheet.row('line down', duan_on.presses('j')[0], 'bytes', 'less', less_on and less_on.presses('j')[0], 1.4, 1.2)
    sheet.row('line up', duan_on.presses('k')[0], 'bytes', 'less', less_on and less_on.presses('k')[0], 1.4, 1.2)
    sheet.row('50 lines in one write', duan_on.press('j' * 50)[0], 'bytes', 'a page', page[0], 1.2, 1.05)
    sheet.row('20 pages in one write', duan_on.press(' ' * 20)[0], 'bytes', 'a page', page[0], 1.2, 1.05)
    for t in (duan_on, vim_on, less_on):
        if t:
            t.end()


def needle(sheet, duan, home, symbol, path):
    def cost(argv):
        times = []
        for _ in range(3):
            t = Terminal(argv, home)
            times.append(t.cpu_of('/蓝鲸座谈会\r'))
            t.end()
        return statistics.median(times)
    peer = cost(VIM + [path]) if shutil.which('vim') else None
    sheet.row('find at the end of it', cost([duan, '--no-config', symbol]), 'ms CPU', 'vim', peer, 0.25, 0.05)


def rest(sheet, duan, home, symbol, seconds):
    t = Terminal([duan, '--no-config', symbol], home)
    t.press(' ')
    time.sleep(3)  # the place is written two seconds after the last key
    before = t.wake_ups()
    sent = t.answer(time.monotonic(), seconds)[0]
    woken = t.wake_ups() - before
    t.end()
    sheet.bound('rest of %d s: bytes' % seconds, sent, '', 0, 0)
    sheet.bound('rest of %d s: wake-ups' % seconds, woken, '', 0, 0)
