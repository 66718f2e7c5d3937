#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Whatever is hostile - documents, names, notes, pastes, the environment - on a pseudo terminal: no
screen and no command may send a byte that the program did not choose.

hostile.py DUAN SHARED SCRATCH [all]: speaks TAP.  `all` shows each document on every terminal at every
size, visits every screen of it, and takes it through every command.
"""
import concurrent.futures, fnmatch, json, os, re, sys, types
from tap import done, ok

duan, shared, scratch = sys.argv[1:4]
whole = sys.argv[4:] == ["all"]
sys.path.insert(0, os.path.join(shared, "tools"))
import ptycheck  # noqa: E402

attack = os.path.join(shared, "attack")
top = os.environ["DUAN_TOP"]
# A program with sanitizers reserves more address space than the meter would give.
sanitized = "-fsanitize" in os.environ.get("DUAN_CC", "")
TERMS = ["xterm-256color", "tmux-256color", "screen", "linux", "vt100", "rxvt"]
SIZES = [(24, 80), (10, 40), (60, 200)]
# Marks on pastes also where terminfo has no word for it; what is copied, in base 64.
CHOSEN = re.compile(rb"\x1b\[\?2004[hl]|\x1b\[B|\x1b\]52;c;[A-Za-z0-9+/=]*\x07|\x1bPtmux;\x1b\x1b\]52;c;[A-Za-z0-9+/=]*\x07\x1b\\")
# Links, only when they were asked for: an address of ours, percent-encoded, and its end.
LINK = re.compile(rb"\x1b\]8;(?:id=[0-9]{1,5};https?://[A-Za-z0-9._~:/?#\[\]@!$&()*+,;=%-]{1,2076}|;)\x1b\\")
LINKS = ":set hyperlinks always,CR,"
WALK = "SP,G,t,q,gs,q,gb,q,:remarks,CR,q,:9,CR,^L,Q"
EVERY = "SP,SP,G,g?,SP,q,t,q,gs,SP,q,gb,q,=,gc,q,gm,q,gr,q,gv,q,gH,q,:remarks,CR,q,:9,CR,ma,yy,yc,^Wv,^L,^Wq,R10x40,^D,R40x160,^L,gg,Q"

# What an author, a file system, a correspondent or the environment may put into a string.
EVIL = ("red \x1b[31m title \x1b]2;PWN\x07 \x1bP$q\x1b\\ bell \x07 so \x0e c1 \x9b2J \x85 bidi \u202eabc\u2066 zero "
        "\u200b\u2060\ufeff tag \U000e0041\U000e0042 vs \ufe0f\U000e0101 del \x7f marks a" + "\u0301" * 40 + " end")
NAMES = [b"esc \x1b]2;PWN\x07.txt", b"csi \x1b[31m.txt", "c1 \x9b31m.txt".encode(), b"raw \x9b31m\xff\xc0\x9b.txt",
         "bidi \u202etxt.exe".encode(), b"line\nbreak\rname\tx.txt", "tag\U000e0041 \u200b\ufe0f.txt".encode(),
         b"%s%n%d.txt", b"-R.txt", b"--help.txt", b"marks a" + "\u0301".encode() * 60 + b".txt"]
REPORT = "CFW/COP/2024/%d\n\nReport on %s\n\n1. Water, see CFW/COP/2024/8, para. 2.\n\n2. Rivers %s.\n"
# Every command that reads a document; {} is its file.
READING = ["show {}", "show --json {}", "show --outline {}", "cites --all {}", "cites --json {}", "missing {}",
           "family {}", "cite {}#1", "cite --quote {}#1", "cited-by {}", "diff {} @sample", "diff --map @sample {}",
           "notes {}", "bookmarks {}", "export {}", "search --doc {} PWN", "note {}#1 {}", "import {}",
           "--script gs --styles {}", "scan <{}", "scan --json <{}"]
# What is said of a library; @name is one of the files with hostile names.
LIBRARY = ["list", "list --json", "missing", "missing --json", "search PWN", "search --json PWN", "search --json a",
           "search title:red", "notes", "notes --json", "notes --orphans", "notes --trash", "bookmarks",
           "bookmarks --json", "tag", "tag --json", "export", "export --all --format json", "export --format w3c",
           "search note:red", "cited-by CFW/COP/2024/8", "cited-by --json CFW/COP/2024/8", "family CFW/COP/2024/1",
           "cite --quote CFW/COP/2024/1#1", "cites --json CFW/COP/2024/2", "diff CFW/COP/2024/1 CFW/COP/2024/2",
           "check", "keys", "config", "--help", "--version"]
NAMED = ["show @name", "show @gone", "add --json @name", "add @gone", "cites @name", "notes @name", "cite @name",
         "import @name", "import @gone", "--library @gone list", "--notes @name notes", "--config @gone config",
         "--config @name config", "remove @gone", "fetch @gone", "search @gone", "search --doc @gone a",
         "cited-by @gone", "family @gone", "tag @gone x", "note @gone", "--ui @gone", "--context @gone scan",
         "--format @gone export", "--script @gone @name", "--color @gone list", "@gone"]
ENVIRONMENT = [("TERM", "\x1b]2;PWN\x07"), ("TERM", "../../x\x9b"), ("TERM", "dumb"), ("TERM", ""),
               ("LC_ALL", EVIL), ("LC_ALL", "zh_CN.GB18030"), ("LANG", "C"), ("DUAN_UI", EVIL), ("NO_COLOR", EVIL),
               ("HOME", "/nowhere/" + EVIL), ("XDG_DATA_HOME", "/dev/null/" + EVIL), ("XDG_CONFIG_HOME", EVIL),
               ("TMUX", EVIL), ("ESCDELAY", EVIL), ("LINES", EVIL), ("COLUMNS", "99999999")]


def options(term, keys, env, size, stdin):
    own = ["EDITOR=true", "XDG_DATA_HOME=" + scratch + "/data", "XDG_CONFIG_HOME=" + scratch + "/config", "HOME=" + scratch,
           "ASAN_OPTIONS=abort_on_error=1:detect_leaks=0", "UBSAN_OPTIONS=abort_on_error=1"]
    return types.SimpleNamespace(
        term=term, rows=size[0], cols=size[1], lang="C.UTF-8", keylist=ptycheck.parse_keys(keys) if keys else [],
        env=own + env, asmb=0 if sanitized else 4096, cpu=60, stdin=stdin, timeout=180, first=250 if keys else 20,
        idle=50, grace=90, maxout=64 << 20, answer=True, policy=True,
        extra_re=re.compile(CHOSEN.pattern + b"|" + LINK.pattern) if keys.startswith(LINKS) else CHOSEN)


def by_chance(needle, term):
    """Where "attributes off" ends in ^O, that and the next letters may look like a document's; a ^O of the
    document would still be counted as a control."""
    return needle[:1] == b"\x0f" and term != "xterm-256color"


def play(job):
    """What is wrong with a run, in words; nothing if all is well."""
    o = options(**{k: job[k] for k in ("term", "keys", "env", "size", "stdin")})
    r = ptycheck.run([duan, "--no-config"] + [os.fsdecode(w) for w in job["words"]], job["file"], o, job["needles"])
    r["needles"] = [n for n in r["needles"] if not by_chance(n, job["term"])]
    bad = ptycheck.verdict(r, o)
    if not job["keys"] and b"\x1b" in r["raw"]:
        bad.append("ESC")
    if r.code not in (0, 1, 2) and not r.sig:
        bad.append("exit %d" % r.code)
    ends = [t == b"\x1b]8;;\x1b\\" for t in re.findall(rb"\x1b\]8;[^\x1b]*\x1b\\", r["raw"])]
    if ends != [False, True] * (len(ends) // 2):
        bad.append("a link is left open")
    shown = " ".join(ptycheck.show(t, 24) for t in list(r["foreign"]) + list(r["c0"]))
    what = " ".join(ascii(os.fsdecode(w)) for w in job["words"])
    return "%s: %s %s %s" % (what, ",".join(bad), shown, dict(r["fmt"])) if bad else None


def run(words, file=b"/dev/null", term="vt100", keys="", env=(), size=(24, 80), stdin=False, needles=()):
    return dict(words=words, file=file, term=term, keys=keys, env=list(env), size=size, stdin=stdin,
                needles=list(needles))


def each(name, jobs):
    """One line for any number of runs, many at once: most of the time is waiting."""
    wrong = []
    for term in {job["term"] for job in jobs}:  # Python's curses knows one terminal a process
        with concurrent.futures.ProcessPoolExecutor(16) as pool:
            wrong += [w for w in pool.map(play, [job for job in jobs if job["term"] == term]) if w]
    ok(jobs and not wrong, "%s: %d runs" % (name, len(jobs)), *wrong[:20])


def documents(classes):
    with open(os.path.join(attack, "manifest.tsv"), encoding="utf-8") as f:
        for line in f.read().split("\n")[1:]:
            if line and line.split("\t")[1] in classes.split():
                file, _, _, _, _, needles = line.split("\t")
                path = os.path.join(os.fsencode(attack), ptycheck.unesc(file))
                if os.path.isfile(path):
                    yield path, [bytes.fromhex(n) for n in needles.split(",") if n]


def spell(command, path=b"{}", name=b"", gone=b""):
    """A line of the tables as words, and whether a file is standard input."""
    sample = os.fsencode(os.path.join(top, "sample", "CFW_COP_2024_9.en.txt"))
    words = [os.fsencode(w).replace(b"@sample", sample).replace(b"@name", name).replace(b"@gone", gone)
             for w in command.split(" ") if not w.startswith("<")]
    return [w.replace(b"{}", path) for w in words], "scan" in command


def reading(commands, classes):
    for path, needles in documents(classes):
        for command in commands:
            words, stdin = spell(command, path)
            yield run(words, path, needles=needles, stdin=stdin,
                      env=["XDG_DATA_HOME=%s/of-%d" % (scratch, hash(path) % 64)] if "note" in command else [])


def make_names():
    folder = os.path.join(os.fsencode(scratch), b"names")
    os.makedirs(folder, exist_ok=True)
    paths = [os.path.join(folder, name) for name in NAMES]
    for i, path in enumerate(paths):
        with open(path, "w", encoding="utf-8") as f:
            f.write(REPORT % (i, EVIL, EVIL))
    return folder, paths


def make_notes():
    """Notes as another program may send them, of both forms."""
    note = {"id": "a" * 32, "document": "CFW/COP/2024/1", "language": "en", "version": "en", "edition": "0" * 64,
            "eid": "para_1", "upto": "para_1", "block": 2, "upto_block": 2, "start": 0, "stop": 5, "quote": "Water",
            "prefix": "", "suffix": ", see", "rival": -1, "text": EVIL, "created": 1, "changed": 2, "trashed": 0,
            "tags": [EVIL, "a\x1b[31m"], "kind": "note", "scope": "words", "state": "attached", "colour": 2}
    more = [dict(note, id="%032x" % i, **other) for i, other in enumerate([
        dict(kind="bookmark", prefix=EVIL, suffix=EVIL), dict(state="orphan", quote=EVIL), dict(trashed=5), dict(eid=EVIL, upto=EVIL),
        dict(document="CFW/COP/2024/2\x1b[31m\u202e"), dict(kind="tag", scope="paragraph"),
        dict(kind="highlight", quote=EVIL), dict(language=EVIL, version=EVIL)], 1)]
    w3c = {"@context": "http://www.w3.org/ns/anno.jsonld", "id": "https://example.org/" + EVIL, "type": "Annotation",
           "motivation": "commenting", "creator": {"name": EVIL}, "body": {"type": "TextualBody", "value": EVIL},
           "target": {"source": "https://undocs.org/en/CFW/COP/2024/1", "selector": {
               "type": "TextQuoteSelector", "exact": "Water", "prefix": EVIL, "suffix": ""}}}
    files = {"notes.json": {"format": "duan-notes", "version": 1, "notes": [note] + more}, "notes.w3c": [w3c],
             "other.json": {"format": EVIL, "version": EVIL}}
    for name, value in files.items():
        with open(os.path.join(scratch, name), "w", encoding="utf-8") as f:
            json.dump(value, f)
    return [os.path.join(scratch, name) for name in files]


def test_reader(classes):
    if not whole:
        each("documents", [run(["--no-add", p], p, "xterm-256color", "SP,SP,G,g,^L,q", needles=n)
                           for p, n in documents(classes)])
        each("formats", [run(["--no-add", p], p, "xterm-256color", "SP,SP,G,:remarks,CR,q,q", needles=n)
                         for p, n in documents("pdf docx html")])
        return
    for term in TERMS:
        for size in SIZES:
            each("documents on %s, %d by %d" % (term, *size),
                 [run(["--no-add", p], p, term, WALK, size=size, needles=n) for p, n in documents(classes + " pdf docx html")])
        each("every screen on " + term, [run(["--no-add", p], p, term, EVERY, needles=n) for p, n in documents(classes)])


def test_commands(classes):
    if whole:
        for command in READING:
            each(command, list(reading([command], classes + " pdf docx html")))
    else:
        each("show", list(reading(["show {}", "show --json {}", "scan --json <{}"], "c0 c1 unicode")))
    each("add all", [run(["add"] + [os.path.join(attack, c) for c in classes.split() if c != "length" or whole])])


def test_names():
    folder, paths = make_names()
    each("add hostile names", [run(["add", folder])])
    jobs = []
    for command in NAMED:
        for path in paths if whole else paths[::4]:
            words, stdin = spell(command, name=path, gone=os.path.join(folder, b"no " + os.path.basename(path)))
            jobs.append(run(words, stdin=stdin))
    each("hostile names", jobs)
    each("hostile names in the reader", [run([p], term="xterm-256color", keys="gb,SP,q,:nothing,CR,o,esc,ESC,gH,q,=,Q")
                                         for p in paths])
    each("hostile names that are not there", [run([p + b"x"], term="xterm-256color") for p in paths])


def test_notes():
    files = make_notes()
    each("hostile notes", [run(["import", "--json", files[0]])])
    each("hostile annotations", [run(["import", f]) for f in files[1:]])
    each("the library", [run(spell(c)[0]) for c in LIBRARY])
    each("the library in Chinese", [run(["--ui=zh"] + spell(c)[0]) for c in LIBRARY[::1 if whole else 5]])
    each("hostile notes in the reader", [run(["CFW/COP/2024/1"], term=t, keys=(
          "gn,SP,q,gN,SP,CR,gN,K,q,g,,SP,CR,q,gS,q,gT,q,gO,q,zn,zn,1G,a,^C,&red,CR,q,g/red,CR,SP,q,gh,q,yn,yq,Q,Q"))
          for t in (TERMS if whole else TERMS[:1])])


def test_links():
    """With links for the terminal: whatever an address holds, and a note with one."""
    path = os.path.join(scratch, "links.txt")
    host = "https://un.org/"
    evil = [EVIL, "a\x1b\\b", "a\x1b]8;;https://x/\x1b\\", "a'\"b", "a;b", "\u202eb", "\x9cb", "\u6c34", "a" * 3000, "%", "a\x07b", "@x/"]
    with open(path, "w", encoding="utf-8") as f:
        f.write("CFW/COP/2024/98\n\nReport\n\n" + "".join("%d. See %s%s and CFW/COP/2024/%d.\n\n" % (n, host, e, n)
                                                         for n, e in enumerate(evil, 1)))
        f.write("99. See javascript:alert(1) and https://un.org@x.example/ and http://[::1]/.\n")
    keys = LINKS + "1G,a,see https://un.org/a;b and https://un.org/%s,^S,W200,SP,SP,G,^I,K,q,R10x40,R1x1,R60x200,^L,^Wv,gg,Q"
    each("links of a hostile report", [run([path], term=t, keys=keys) for t in (TERMS if whole else TERMS[:2])])
    each("documents with links", [run(["--no-add", p], p, "xterm-256color", LINKS + "SP,SP,G,R10x40,R40x160,gg,^L,q", needles=n)
                                  for p, n in list(documents("c0 c1 esc unicode pdf docx html"))[::1 if whole else 8]])


def test_paste():
    """A note, a search, a name and a command are pasted with all that a paste may hold."""
    paste = "\x1b[200~" + EVIL.replace(",", "") + " \r:q\rQ\x1b[201~"
    keys = "1G,a,W200,%s,W200,^S,W200,gN,W200,q,A,W200,%s,W200,^S,W200,/,%s,W200,ESC,:,%s,CR,!,%s,^C,%s,W100,v,v,}},W100,yq," \
           "W200,gn,W200,yy,W200,Q,Q" % ((paste,) * 6)
    path = os.path.join(scratch, "pasted.txt")
    with open(path, "w") as f:
        f.write(REPORT % (99, "nothing", ""))
    each("a paste of control bytes", [run([path], term="xterm-256color", keys=keys)])


def test_environment():
    for name, value in ENVIRONMENT:
        env = ["%s=%s" % (name, value)]
        if name == "LANG":
            env.append("LC_ALL=")
        each("%s=%s" % (name, ascii(value)[:30]),
             [run(w, term="xterm-256color", keys=k, env=env)
              for w, k in ((["list"], ""), (["check"], ""), (["CFW/COP/2024/1"], "SP,gb,q,E,W100,yy,Q"))])


TEXT = "c0 c1 esc unicode encoding length"
test_reader(TEXT)
test_commands(TEXT)
test_names()
test_notes()
test_links()
test_paste()
test_environment()
done()
