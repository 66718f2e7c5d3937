# SPDX-License-Identifier: ISC
"""A program on a pseudo terminal of 80x24: keys in; bytes, times and memory out."""
import fcntl, os, pty, re, select, signal, statistics, struct, termios, time

ROWS, COLS = 24, 80
QUIET = 0.08  # seconds without output that end an answer
PRESSES = 9   # of which the median counts

# What a terminal answers: cursor position, device attributes.
ANSWERS = ((re.compile(rb'\x1b\[6n'), b'\x1b[1;2R'),
           (re.compile(rb'\x1b\[0?c'), b'\x1b[?62;22c'),
           (re.compile(rb'\x1b\[>0?c'), b'\x1b[>41;379;0c'))


def environment(home):
    return {'TERM': 'xterm-256color', 'LANG': 'C.UTF-8', 'PATH': os.environ['PATH'], 'HOME': home}


class Terminal:
    def __init__(self, argv, home):
        self.begun = time.monotonic()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', ROWS, COLS, 0, 0))
            try:
                os.execvpe(argv[0], argv, environment(home))
            finally:
                os._exit(127)
        self.answer(self.begun, 60.0)

    def works(self, before):
        """More than a little of the time since the last look: it is silent, but not ready."""
        return self.cpu() - before > QUIET * 1000 / 10

    def answer(self, since, patience):
        """Bytes sent until it is quiet and rests, and milliseconds until the last of them."""
        last, n, used = since, 0, self.cpu()
        while True:
            if not select.select([self.fd], [], [], QUIET if n else patience)[0]:
                if not n or not self.works(used):
                    break
                used = self.cpu()
                continue
            used = self.cpu()
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

    def press(self, keys, patience=1.0):
        since = time.monotonic()
        os.write(self.fd, keys.encode())
        return self.answer(since, patience)

    def presses(self, *keys):
        """Medians of bytes and milliseconds of one press; several keys take turns."""
        rows = [self.press(keys[i % len(keys)]) for i in range(PRESSES)]
        return [statistics.median(column) for column in zip(*rows)]

    def cpu(self):
        """Milliseconds of processor time so far."""
        return int(open('/proc/%d/schedstat' % self.pid).read().split()[0]) / 1e6

    def cpu_of(self, keys):
        before = self.cpu()
        self.press(keys, 5.0)
        return self.cpu() - before

    def status(self, name):
        for line in open('/proc/%d/status' % self.pid):
            if line.startswith(name + ':'):
                return int(line.split()[1])
        return 0

    def wake_ups(self):
        return self.status('voluntary_ctxt_switches')

    def memory(self):
        """Resident kilobytes."""
        return self.status('VmRSS')

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)
