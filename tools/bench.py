#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""What the reader costs, beside less and vim when they are there.

usage: bench.py DUAN [DOCUMENT]

Plays the same moves on a pseudo terminal of 80x24 and prints, for each program: CPU of the start in
milliseconds; for one page down, one line down and fifty line-downs that arrive in one write, the bytes
sent and the milliseconds until the last of them; resident memory. Medians of several presses. Wall
times are for comparing programs in one run only."""
import fcntl, os, pty, select, shutil, statistics, struct, sys, tempfile, termios, time

QUIET = 0.08  # seconds without output that end an answer


def report(paragraphs):
    """A long report of an invented conference, wrapped by hand as extraction leaves it."""
    sentence = '缔约国会议审议了跨界水道和含水层的公平合理利用、监测网络的建立以及技术援助的需求，'
    out = ['  一. 导言 ', '']
    for n in range(1, paragraphs + 1):
        text = '%d. %s' % (n, sentence * 6)
        out += [line for i in range(0, len(text), 38) for line in (text[i:i + 38], '')]
        out[-2] += ' '
    return '\n'.join(out) + '\n'


class Program:
    def __init__(self, argv, home):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            env = {'TERM': 'xterm-256color', 'LANG': 'C.UTF-8', 'PATH': os.environ['PATH'], 'HOME': home}
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', 24, 80, 0, 0))
            os.execvpe(argv[0], argv, env)

    def answer(self):
        """Bytes sent until it is quiet, and seconds until the last of them."""
        start = last = time.monotonic()
        n = 0
        while select.select([self.fd], [], [], QUIET if n else 1.0)[0]:
            try:
                n += len(os.read(self.fd, 65536))
            except OSError:
                break
            last = time.monotonic()
        return n, last - start

    def press(self, keys):
        os.write(self.fd, keys.encode())
        return self.answer()

    def median(self, keys, times):
        rows = [self.press(keys) for _ in range(times)]
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


def measure(name, argv, page, line, home):
    p = Program(argv, home)
    p.answer()
    start = p.cpu()
    pages = p.median(page, 9)
    lines = p.median(line, 9)
    held = p.press(line * 50)
    memory = p.memory()
    p.end()
    print('%-6s %8.1f %8d %7.2f %8d %7.2f %8d %7.2f %8d' % (
        name, start, pages[0], pages[1] * 1000, lines[0], lines[1] * 1000, held[0], held[1] * 1000, memory))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory() as home:
        document = sys.argv[2] if len(sys.argv) > 2 else os.path.join(home, 'report.txt')
        if len(sys.argv) == 2:
            with open(document, 'w', encoding='utf-8') as f:
                f.write(report(200))
        print('%-6s %8s %16s %16s %16s %8s' % ('', 'start', 'page down', 'line down', '50 lines', 'memory'))
        print('%-6s %8s %8s %7s %8s %7s %8s %7s %8s' % ('', 'ms CPU', 'bytes', 'ms', 'bytes', 'ms', 'bytes', 'ms', 'kB'))
        measure('duan', [sys.argv[1], '--no-config', '--no-add', document], ' ', 'j', home)
        if shutil.which('less'):
            measure('less', ['less', document], ' ', 'j', home)
        if shutil.which('vim'):
            measure('vim', ['vim', '-R', '-u', 'NONE', '-i', 'NONE', '-N', '-n', document], '\x06', '\x05', home)


main()
