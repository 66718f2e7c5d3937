# SPDX-License-Identifier: ISC
"""What moving costs a slow line, on a pseudo terminal.

usage: traffic.py DUAN

Reads a report of full paragraphs in two languages, made here.  Text is what the settled screen holds,
told from --script with the same keys: bytes of UTF-8, blanks at line ends off.  Speaks TAP.

Of a page beside another, curses sends what curses can: 1.00-1.05 times the least that is reached with
its motions.  Two jumps a row are in that, six or seven bytes each (mvcur() takes `cup` for every column
in the middle that is further away than seven).  Of a page of full rows the way to the next row costs three
to seven bytes, each run of attributes seven (src/term/entry.c): of the page with most links, 29 in 1,754
bytes, 174 bytes sent are no text, 1.099 in all.
A writer that was free in its motions would send a tenth less.  DUAN_TELL=1 prints the figures."""
import fcntl, os, pty, re, select, struct, subprocess, sys, tempfile, termios
from tap import done, ok

duan = sys.argv[1]
QUIET = 0.15  # seconds without output that end an answer
ESCAPES = {'<C-w>': '\x17', '<Space>': ' ', '<C-e>': '\x05'}
SIZES = ((24, 80), (40, 140))
PAGES = LINES = 3
REPORTS = {'CFW/COP/2024/21': 0, 'CFW/COP/2024/22': 8, 'CFW/COP/2024/23': 2}  # a citation behind so many clauses
CLAUSES = {
    'zh': ('缔约国会议', '审议了', '跨界水道和含水层', '的公平合理利用、', '监测网络的建立', '以及', '技术援助的需求，',
           '并请秘书处', '就各项决定的执行情况', '提出报告，', '其中应包括', '对各区域的分析。'),
    'en': ('the Conference of the Parties', 'considered', 'transboundary watercourses and aquifers,',
           'their equitable and reasonable use,', 'the setting up of monitoring networks', 'and',
           'needs for technical assistance,', 'and asked the secretariat', 'to report on the decisions',
           'that were taken,', 'which should include', 'an analysis of all regions.'),
}


def citation(language, n):
    return ('（CFW/COP/2024/%d）' if language == 'zh' else '(CFW/COP/2024/%d)') % n


def report(language, symbol):
    """Forty numbered paragraphs of some five rows."""
    heads = ('Original: English', 'Chinese' if language == 'zh' else 'English')
    out, seed, every = [symbol, 'Distr.: General', '20 December 2024', heads[1], heads[0], ''], 0, REPORTS[symbol]
    for n in range(1, 41):
        picked = []
        for i in range(1, 27 if every != 2 else 17):
            seed = (seed * 1103515245 + 12345) % (1 << 31)
            picked.append(CLAUSES[language][(seed >> 16) % 12])
            if every and i % every == 0:
                picked.append(citation(language, (seed >> 8) % 90 + 1))
        out += ['%d. %s' % (n, ('' if language == 'zh' else ' ').join(picked)), '']
    return '\n'.join(out)


def add(scratch):
    for symbol in REPORTS:
        for language in CLAUSES:
            path = os.path.join(scratch, symbol.replace('/', '-') + language + '.txt')
            with open(path, 'w', encoding='utf-8') as f:
                f.write(report(language, symbol))
            subprocess.run(command(scratch, 'add', path), stdout=subprocess.DEVNULL, check=True)


def command(scratch, *options):
    notes = tempfile.mktemp(dir=scratch)  # the place where one was is kept there
    return [duan, '--no-config', '--library', os.path.join(scratch, 'library.db'), '--notes', notes, *options]


def screen(scratch, size, keys, document):
    """Its rows, and how many links are on it."""
    run = subprocess.run(command(scratch, '--size', '%dx%d' % size, '--styles', '--script', keys, document),
                         capture_output=True)
    rows, _, styles = run.stdout.partition(b'\n--\n')
    return rows.split(b'\n'), len(re.findall(rb'k+|m+|u+|K+', styles))


class Reader:
    def __init__(self, scratch, size, document, opening):
        argv = command(scratch, document)
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', *size, 0, 0))
            os.environ.update(TERM='xterm-256color')
            os.execv(argv[0], argv)
        self.answer(20)
        if opening:
            self.press(opening)

    def answer(self, patience):
        n = 0
        while select.select([self.fd], [], [], QUIET if n else patience)[0]:
            try:
                data = os.read(self.fd, 65536)
            except OSError:
                break
            if not data:
                break
            n += len(data)
        return n

    def press(self, keys):
        for name, byte in ESCAPES.items():
            keys = keys.replace(name, byte)
        os.write(self.fd, keys.encode())
        return self.answer(5)

    def end(self):
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def pages(scratch, size, opening, document):
    """Of each page down: bytes sent, bytes of the text it shows, links on it."""
    reader, rows = Reader(scratch, size, document, opening), []
    for n in range(1, PAGES + 1):
        sent = reader.press('<Space>')
        shown, links = screen(scratch, size, opening + '<Space>' * n, document)
        rows.append((sent, sum(len(row.rstrip()) for row in shown), links))
    reader.end()
    return rows


def lines(scratch, size, opening, document):
    """Of each line down behind the first page: bytes sent, bytes of the new row of all panes."""
    reader, rows = Reader(scratch, size, document, opening + '<Space>'), []
    for n in range(1, LINES + 1):
        sent = reader.press('<C-e>')
        shown, _ = screen(scratch, size, opening + '<Space>' + '<C-e>' * n, document)
        rows.append((sent, len(shown[size[0] - 2].rstrip())))
    reader.end()
    return rows


def held(scratch, size, opening, document, keys):
    reader = Reader(scratch, size, document, opening)
    sent = reader.press(keys)
    reader.end()
    return sent


def page_bound(text):
    return 1.1 * text


def tell(good, name, *notes):
    ok(good, name, *notes)
    if good and os.environ.get('DUAN_TELL'):
        print(*('# ' + note for note in notes), sep='\n')


def measure(scratch, document, size, name, opening):
    where = '%s, %dx%d, %s' % (document, *size, name)
    down = pages(scratch, size, opening, document)
    tell(all(sent <= page_bound(text) for sent, text, _ in down), where + ': a page its text',
         *['%d bytes for %d of text and %d links: %.3f' % (*row, row[0] / row[1]) for row in down])
    step = lines(scratch, size, opening, document)
    tell(all(sent <= 1.4 * text + 120 for sent, text in step), where + ': a line its row',
         *['%d bytes for a row of %d' % row for row in step])
    page = max(row[0] for row in down)
    for keys, press in (('j' * 50, '50 lines'), ('<Space>' * 20, '20 pages')):
        sent = held(scratch, size, opening, document, keys)
        tell(sent <= 1.2 * page, '%s: %s in one write cost a page' % (where, press),
             '%d bytes, a page %d' % (sent, page))


with tempfile.TemporaryDirectory() as scratch:
    add(scratch)
    for size in SIZES:
        for symbol in REPORTS:
            measure(scratch, symbol + '@zh', size, 'one pane', '')
            measure(scratch, symbol + '@zh', size, 'languages side by side', 'gl')
        measure(scratch, symbol + '@zh', size, 'twice, in step', '<C-w>v<C-w>y')
done()
