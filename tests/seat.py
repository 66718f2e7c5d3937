# SPDX-License-Identifier: ISC
"""Somebody at a pseudo terminal: types, waits for words on the screen, and is timed."""
import fcntl, os, pty, re, select, struct, subprocess, termios, time

ESCAPES = re.compile(rb'\x1b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][0-9A-Za-z]|[=>78A-Z])|[\x0e\x0f]')
REDRAW = b'\x0c'


class Seat:
    def __init__(self, command, env, size=(24, 80), **more):
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack('HHHH', *size, 0, 0))
        self.sent = b''
        self.slowest = 0
        self.process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
                                        env=dict(env, TERM='xterm-256color'), **more)
        os.close(slave)

    def hear(self, seconds):
        """What is on its way, or comes within so many seconds; False if nothing does."""
        if not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            more = os.read(self.master, 1 << 16)
        except OSError: # it has gone
            more = b''
        self.sent += more
        return more != b''

    def type(self, keys):
        while self.hear(0):
            pass
        self.sent = b''
        os.write(self.master, keys.encode())

    def shown(self):
        return ESCAPES.sub(b'', self.sent).decode(errors='replace')

    def wait(self, words, seconds=20):
        """For words (or one of several); the picture is asked for again, that they stand there whole."""
        words = (words,) if isinstance(words, str) else words
        start = asked = time.monotonic()
        while not any(w in self.shown() for w in words):
            now = time.monotonic()
            if now - start > seconds or self.process.poll() is not None:
                return False
            self.hear(0.05)
            if now - asked > 0.3:
                asked = now
                os.write(self.master, REDRAW)
        self.slowest = max(self.slowest, time.monotonic() - start)
        return True

    def do(self, keys, words, seconds=20):
        self.type(keys)
        return self.wait(words, seconds)

    def leave(self, keys, seconds=20):
        """The exit status; None if it stays, and then it is ended."""
        self.type(keys)
        end = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < end:
            self.hear(0.05)
        status = self.process.poll()
        if status is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)
        return status
