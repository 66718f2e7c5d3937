#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""The reader and its terminal: how it goes when the line drops, when it is told to, when it crashes; how
it rests; what slow terminals answer.

terminal.py DUAN SCRATCH [all]: speaks TAP; `all` rests for a minute.
"""
import concurrent.futures, contextlib, fcntl, os, pty, re, select
import signal, sqlite3, struct, subprocess, sys, termios, time
from tap import done, ok

duan, scratch = sys.argv[1:3]
whole = sys.argv[3:] == ["all"]
# Sanitizers make everything slow.
AT_ONCE = 10 if "-fsanitize" in os.environ.get("DUAN_CC", "") else 1
WORDS = "half a thought"
REPORT = "CFW/COP/2024/9\n\n" + "".join("%d. Item %d, the allocation of water.\n\n" % (i, i) for i in range(1, 41))
MODES = {"1049": "other screen", "2004": "pastes", "1": "keypad", "1000": "mouse", "1006": "mouse"}
STATES = [("reading", "12G"), ("a prompt", "12G/wat"), ("a note", "12Ga" + WORDS), ("help", "12Gg?"),
          ("half a command", "12Gg"), ("two panes", "12G\x17v"), ("the library's prompt", "12Gg/wa"), ("a preview", "12GK")]
CRASHES = [signal.SIGSEGV, signal.SIGBUS, signal.SIGABRT, signal.SIGILL, signal.SIGFPE, signal.SIGQUIT]


class Reader:
    """On a pseudo terminal, a job of something like a shell: else the kernel would not let it be stopped."""

    def __init__(self, name, words=(), ignores_hangup=False, env=(), size=(24, 80)):
        self.home = os.path.join(scratch, re.sub(r"\W+", "-", name))
        os.makedirs(self.home, exist_ok=True)
        self.file = os.path.join(self.home, "report.txt")
        with open(self.file, "w") as f:
            f.write(REPORT)
        self.env = dict(os.environ, HOME=self.home, XDG_DATA_HOME=self.home + "/data", TERM="xterm-256color",
                        ASAN_OPTIONS="handle_segv=0:handle_abort=0:handle_sigbus=0:handle_sigill=0:handle_sigfpe=0")
        self.env.update(env)
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        self.before = termios.tcgetattr(slave)
        self.sent = b""
        told, tell = os.pipe()
        self.shell = os.fork()
        if self.shell == 0:
            os.close(self.master)
            self.be_shell(slave, tell, list(words), ignores_hangup)
        os.close(slave)
        os.close(tell)
        self.told = os.fdopen(told, "rb", 0)
        self.pid = int(self.told.readline())

    def be_shell(self, slave, tell, words, ignores_hangup):
        os.setsid()
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        child = os.fork()
        if child == 0:
            os.setpgid(0, 0)
            os.tcsetpgrp(slave, os.getpid())
            signal.signal(signal.SIGTTOU, signal.SIG_DFL)
            signal.signal(signal.SIGHUP, signal.SIG_IGN if ignores_hangup else signal.SIG_DFL)
            for number in (signal.SIGINT, signal.SIGQUIT): # a shell starts what runs behind it without them
                signal.signal(number, signal.SIG_DFL)
            for fd in range(3):
                os.dup2(slave, fd)
            os.closerange(3, 64)
            os.execve(duan, [duan, "--no-config", "--ui=en"] + words + [self.file], self.env)
        os.write(tell, b"%d\n" % child)
        status = os.waitpid(child, 0)[1]
        os.write(tell, b"%d\n" % status)
        os._exit(0)

    def hear(self, seconds):
        """What is sent meanwhile."""
        end, start = time.time() + seconds, len(self.sent)
        while time.time() < end:
            if select.select([self.master], [], [], 0.02)[0]:
                try:
                    more = os.read(self.master, 65536)
                except OSError:
                    break
                self.sent += more
        return self.sent[start:]

    def begin(self, keys):
        """Types when the first screen is there."""
        end = time.time() + 20
        while b"/40" not in self.sent and time.time() < end:
            self.hear(0.05)
        os.write(self.master, keys.encode())
        self.hear(0.3)

    def end(self, seconds):
        """(exit status or -signal, seconds that took); (None, seconds) if it stays."""
        start = time.time()
        if not select.select([self.told], [], [], seconds)[0]:
            return None, seconds
        status = int(self.told.readline())
        took = time.time() - start
        return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status), took

    def drop(self):
        """The line."""
        if self.master >= 0:
            os.close(self.master)
        self.master = -1

    def close(self):
        self.drop()
        for pid in (self.pid, self.shell):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        os.waitpid(self.shell, 0)
        self.told.close()

    def left(self):
        """What was not given back."""
        on = {}
        for modes, way in re.findall(rb"\x1b\[\?([0-9;]+)([hl])", self.sent):
            for mode in modes.decode().split(";"):
                on[mode] = way == b"h"
        left = [name for mode, name in MODES.items() if on.get(mode)]
        left += ["cursor"] if on.get("25") is False else []
        return left + (["settings"] if termios.tcgetattr(self.master)[:4] != self.before[:4] else [])

    def drafts(self):
        with contextlib.closing(sqlite3.connect(self.home + "/data/duan/notes.db")) as db:
            return [row[0] for row in db.execute("SELECT note FROM draft")]

    def kept(self):
        """The paragraph that a new reader begins with."""
        out = subprocess.run([duan, "--no-config", "--ui=en", "--script", "", self.file], env=self.env,
                             capture_output=True, text=True).stdout
        found = re.search(r"^▸ *(\d+)\.", out, re.M)
        return found and found.group(1)


def going(job):
    """What is wrong when a reader in some state ends in some way."""
    state, keys, way, number = job
    r = Reader("going %s %s %s" % (state, way, number), ignores_hangup=way == "a dead line")
    wrong = []
    try:
        r.begin(keys)
        r.hear(2.6 if way == "crash" else 0.5)  # what is half-written is kept in a pause
        if way in ("hang-up", "a dead line"):
            r.drop()
        if way != "a dead line":
            os.kill(r.pid, number)
        status, took = r.end(8)
        want = -number if way == "crash" else 0
        if status != want or took > AT_ONCE:
            wrong.append("status %s after %.2f s" % (status, took))
        if way in ("signal", "crash"):
            r.hear(0.1)
            wrong += r.left()
        if WORDS in keys and not (len(r.drafts()) == 1 and WORDS in r.drafts()[0]):
            wrong.append("draft lost")
        if r.kept() != "12":
            wrong.append("place lost")
    finally:
        r.close()
    return "%s: %s" % (state, ", ".join(wrong)) if wrong else None


def state_of(pid):
    with open("/proc/%d/stat" % pid) as f:
        return f.read().rsplit(")", 1)[1].split()[0]


def stopping(job):
    """^Z and SIGTSTP: stops with the terminal given back; goes on with the screen painted again."""
    state, keys, way, _ = job
    r = Reader("stopping %s %s" % (state, way))
    wrong = []
    try:
        r.begin(keys)
        if way == "^Z":
            os.write(r.master, b"\x1a")
        else:
            os.kill(r.pid, signal.SIGTSTP)
        r.hear(0.5)
        if state_of(r.pid) != "T":
            wrong.append("not stopped")
        wrong += r.left()
        os.kill(r.pid, signal.SIGCONT)
        if len(r.hear(0.5)) < 500:
            wrong.append("not painted again")
        os.kill(r.pid, signal.SIGTERM)
        if r.end(5)[0] != 0:
            wrong.append("does not end")
    finally:
        r.close()
    return "%s: %s" % (state, ", ".join(wrong)) if wrong else None


def switches(pid):
    """How often it was put on a processor."""
    with open("/proc/%d/status" % pid) as f:
        return sum(int(n) for n in re.findall(r"ctxt_switches:\s*(\d+)", f.read()))


def resting(job):
    state, keys, seconds, _ = job
    r = Reader("resting " + state)
    try:
        r.begin(keys)
        r.hear(4)
        before = switches(r.pid)
        sent = r.hear(seconds)
        woken = switches(r.pid) - before
    finally:
        r.close()
    return "%s: %d bytes, woken %d times" % (state, len(sent), woken) if sent or woken else None


# What slow terminals answer to the question for the width of ambiguous characters: seconds before each piece.
ANSWERS = [("at once", [(0, "\x1b[1;2R\x1b[?64;1;9c")]), ("after 2 s", [(2, "\x1b[1;2R\x1b[?64;1;9c")]),
           ("after 2 s in pieces", [(2, "\x1b")] + [(.2, p) for p in ("[1", ";3", "R", "\x1b[", "?64", ";1;9", "c")]),
           ("half of it late", [(.5, "\x1b[1;2R\x1b"), (1, "[?6"), (.3, "4c")]), ("never", [(2, "")])]


def asking(job):
    """What is typed meanwhile is typed; what is answered is not."""
    name, pieces, leaves, _ = job
    r = Reader("asking %s %s" % (name, leaves), ["--ambiguous=auto"])
    wrong = []
    try:
        while b"\x1b[c" not in r.sent:
            r.hear(0.05)
        os.write(r.master, b"12Ga" + WORDS.encode())
        for pause, piece in pieces:
            r.hear(pause)
            os.write(r.master, piece.encode())
        r.hear(0.2 if leaves else 2)
        if not leaves:
            os.write(r.master, b" and more")
            r.hear(1.5)
        os.kill(r.pid, signal.SIGTERM)
        status, _ = r.end(5)
        r.hear(0.1)
        wrong += r.left() + ([] if status == 0 else ["status %s" % status])
        if '"%s%s"' % (WORDS, "" if leaves else " and more") not in "".join(r.drafts()):
            wrong.append("typed: " + ascii(r.drafts()))
        if r.kept() != "12":
            wrong.append("place %s" % r.kept())
        if re.search(rb"\^\[|\[1;|64;1", r.sent.replace(b"\x1b[", b"")):
            wrong.append("an answer is on the screen")
    finally:
        r.close()
    return "%s: %s" % (name, ", ".join(wrong)) if wrong else None


def ending(job):
    """The line is raw while an answer is waited for."""
    name, number, _, _ = job
    r = Reader("ending %s %d" % (name, number), ["--ambiguous=auto"])
    try:
        while b"\x1b[c" not in r.sent:
            r.hear(0.05)
        os.kill(r.pid, number)
        status, took = r.end(5)
        left = r.left()
    finally:
        r.close()
    return "%s: status %s after %.2f s, left %s" % (name, status, took, left) if left or took > AT_ONCE else None


def hopeless(job):
    """One line and no more where nothing can be drawn."""
    term, ui, _, _ = job
    r = Reader("hopeless %s %s" % (term, ui), ["--ui=" + ui], env={"TERM": term})
    try:
        status, _ = r.end(5)
        said = r.hear(0.3).decode()
        left = r.left()
    finally:
        r.close()
    good = status == 1 and re.fullmatch(r"duan: [^\r\n\x1b]*TERM[^\r\n\x1b]*xterm-256color\r\n", said) and not left
    return None if good and (ui == "zh") == ("请" in said) else "%s: %s %s %s" % (ascii(term), status, ascii(said), left)


def fitting(job):
    """On screens of any size, in any locale: what is sent is UTF-8, and it ends when asked to."""
    size, locale, _, _ = job
    env = {"LC_ALL": locale} if locale else {"LC_ALL": "", "LANG": "", "LC_CTYPE": ""}
    r = Reader("fitting %s %s" % (size, locale), ["--ui=zh"], env=env, size=size)
    try:
        r.hear(0.5)
        for key in ["12G", "g?", "q", "aab", "\x13", "\x17v", "/wa\r", "\x0c"]:
            os.write(r.master, key.encode())
            r.hear(0.15)
        os.kill(r.pid, signal.SIGTERM)
        status, _ = r.end(5)
        r.hear(0.1)
        left = r.left()
        try:
            text = r.sent.decode()
        except UnicodeDecodeError:
            text = ""
    finally:
        r.close()
    good = status == 0 and not left and text and ("段" in text or size[1] < 40)
    return None if good else "%s %s: status %s, left %s" % (size, ascii(locale), status, left)


def each(name, function, jobs):
    """One line for all of them, many at once: most of the time is waiting."""
    with concurrent.futures.ProcessPoolExecutor(8) as pool:
        wrong = [w for w in pool.map(function, jobs) if w]
    ok(not wrong, name, *wrong)


def ends(way, numbers, states=STATES):
    return [(state, keys, way, number) for number in numbers for state, keys in states]


each("the line drops", going, ends("hang-up", [signal.SIGHUP]))
each("the terminal is dead and no signal comes", going, ends("a dead line", [0]))
each("told to end", going, ends("signal", [signal.SIGTERM, signal.SIGINT]))
each("a crash", going, ends("crash", CRASHES[:1]) + ends("crash", CRASHES[1:], STATES[:3]))
each("stopped and continued", stopping, ends("SIGTSTP", [0]) + ends("^Z", [0], STATES[:1]))
each("at rest nothing is sent and nothing wakes it", resting, ends(60 if whole else 3, [0]))
each("answers are no keys, however late they come", asking,
     [(n, p, leaves, 0) for leaves in (False, True) for n, p in ANSWERS])
each("nor is the line left raw when the program ends before", ending,
     [("asking", getattr(signal, n), 0, 0) for n in ("SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM")])
each("where nothing can be drawn that is said", hopeless,
     [(term, ui, 0, 0) for term in ("", "no-such-terminal", "dumb", "\x1b[31m", "../x") for ui in ("en", "zh")])
each("any size, any locale", fitting,
     [(size, "C.UTF-8", 0, 0) for size in ((1, 1), (1, 80), (24, 1), (2, 2), (3, 20), (200, 500), (500, 200))] +
     [((24, 80), locale, 0, 0) for locale in ("", "C", "POSIX", "zh_CN.GB18030", "no_SUCH", "\x1b[31m")])
done()
