#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""What the reader costs, beside less and vim when they are there.

usage: bench.py DUAN [DOCUMENT]...

Plays the same moves on a pseudo terminal of 80x24 and prints, for each document and program, medians of
several presses: processor time and time to the first screen; bytes and time of a page down, of a line
down, and of fifty line-downs that arrive in one write; resident memory.  `times text` are the bytes of a
page down over those of the text that the page shows.  Without documents: reports of an invented
conference of 20 KB and 10 MB.  Times compare programs in one run, no more; bytes are exact."""
import fcntl, os, pty, re, select, shutil, statistics, struct, subprocess, sys, tempfile, termios, time

ROWS, COLS = 24, 80
QUIET = 0.08  # seconds without output that end an answer
STARTS, PRESSES = 5, 5

# What a terminal answers: cursor position, device attributes.
ANSWERS = ((re.compile(rb'\x1b\[6n'), b'\x1b[1;2R'),
           (re.compile(rb'\x1b\[0?c'), b'\x1b[?62;22c'),
           (re.compile(rb'\x1b\[>0?c'), b'\x1b[>41;379;0c'))


def report(size):
    """A report of about so many bytes, its lines wrapped as extraction leaves them."""
    words = ('缔约国会议', '审议了', '跨界水道和含水层', '的公平合理利用、', '监测网络的建立', '以及', '技术援助的需求，',
             '并请秘书处', '就第 6/2 号决议', '的执行情况', '提出报告（CFW/COP/2024/9），', '其中应包括', '对各区域的分析。')
    out, held, n, seed = ['CFW/COP/2024/17', '', '一. 导言', ''], 0, 0, 1
    while held < size:
        n += 1
        text = '%d. ' % n
        for _ in range(40):
            seed = (seed * 1103515245 + 12345) % (1 << 31)
            text += words[(seed >> 16) % len(words)]
        lines = [text[i:i + 38] for i in range(0, len(text), 38)]
        out += lines + ['']
        held += len('\n'.join(lines).encode()) + 2
    return '\n'.join(out) + '\n'


class Program:
    def __init__(self, argv, home):
        self.begun = time.monotonic()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            env = {'TERM': 'xterm-256color', 'LANG': 'C.UTF-8', 'PATH': os.environ['PATH'], 'HOME': home}
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', ROWS, COLS, 0, 0))
            try:
                os.execvpe(argv[0], argv, env)
            finally:
                os._exit(127)

    def answer(self, since, patience):
        """Bytes sent until it is quiet, and milliseconds until the last of them."""
        last, n = since, 0
        while select.select([self.fd], [], [], QUIET if n else patience)[0]:
            try:
                data = os.read(self.fd, 65536)
            except OSError:
                break
            n += len(data)
            last = time.monotonic()
            for question, words in ANSWERS:
                for _ in question.findall(data):
                    os.write(self.fd, words)
        return n, (last - since) * 1000

    def press(self, keys):
        since = time.monotonic()
        os.write(self.fd, keys.encode())
        return self.answer(since, 1.0)

    def presses(self, keys):
        rows = [self.press(keys) for _ in range(PRESSES)]
        return [statistics.median(column) for column in zip(*rows)]

    def cpu(self):
        return int(open('/proc/%d/schedstat' % self.pid).read().split()[0]) / 1e6

    def memory(self):
        for line in open('/proc/%d/status' % self.pid):
            if line.startswith('VmRSS'):
                return int(line.split()[1])
        return 0

    def end(self):
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def page_text(duan, document):
    """Median bytes of the text on the pages that the presses of `measure` show."""
    sizes = []
    for n in range(1, PRESSES + 1):
        run = subprocess.run([duan, '--no-config', '--no-add', '--size', '%dx%d' % (ROWS, COLS),
                              '--script', '<Space>' * n, document], capture_output=True)
        sizes.append(sum(len(line.rstrip()) for line in run.stdout.split(b'\n')))
    return statistics.median(sizes)


def measure(name, argv, page, line, home, text):
    starts = []
    for i in range(STARTS):
        p = Program(argv, home)
        wall = p.answer(p.begun, 60.0)[1]
        starts.append((p.cpu(), wall))
        if i < STARTS - 1:
            p.end()
    start = [statistics.median(column) for column in zip(*starts)]
    pages, lines = p.presses(page), p.presses(line)
    held = p.press(line * 50)
    memory = p.memory()
    p.end()
    print('%-6s %8.1f %8.1f %8d %7.2f %6s %8d %7.2f %8d %7.2f %8d' % (
        name, *start, *pages, '%.2f' % (pages[0] / text) if text else '', *lines, *held, memory))


def table(duan, document, home):
    print('\n%s, %d bytes' % (os.path.basename(document), os.path.getsize(document)))
    print('%-6s %17s %23s %16s %16s %8s' % ('', 'first screen', 'page down', 'line down', '50 in one write', 'memory'))
    print('%-6s %8s %8s %8s %7s %6s %8s %7s %8s %7s %8s' % (
        '', 'ms CPU', 'ms', 'bytes', 'ms', '×text', 'bytes', 'ms', 'bytes', 'ms', 'kB'))
    measure('duan', [duan, '--no-config', '--no-add', document], ' ', 'j', home, page_text(duan, document))
    if shutil.which('less'):
        measure('less', ['less', document], ' ', 'j', home, 0)
    if shutil.which('vim'):
        measure('vim', ['vim', '-R', '-u', 'NONE', '-i', 'NONE', '-N', '-n', document], '\x06', '\x05', home, 0)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as home:
        documents = sys.argv[2:]
        if not documents:
            for name, size in (('small.txt', 20000), ('large.txt', 10000000)):
                documents.append(os.path.join(home, name))
                with open(documents[-1], 'w', encoding='utf-8') as f:
                    f.write(report(size))
        for document in documents:
            table(sys.argv[1], document, home)


main()
