# SPDX-License-Identifier: ISC
"""Follows every citation of the documents given and goes back, by key scripts.

usage: follow.py DUAN LIBRARY DOCUMENT...

The documents are in the library.  Where a link has to lead is told from `show --json` of its target:
document and eId; going back has to show the screen that was left, cell by cell.  Speaks TAP."""
import json, re, subprocess, sys

duan, library, files = sys.argv[1], sys.argv[2], sys.argv[3:]
common = [duan, '--no-config', '--no-add', '--ui=en', '--library', library]
count = 0


def ok(good, name, *notes):
    global count
    count += 1
    print('%sok %d - %s' % ('' if good else 'not ', count, name))
    for note in notes if not good else ():
        print('# ' + str(note).replace('\n', '\n# '))
    return good


def play(document, keys, *options):
    run = subprocess.run(common + list(options) + ['--size', '24x80', '--script', keys, document],
                         capture_output=True, text=True)
    return run.stdout + run.stderr


def targets(citation):
    text = citation['target']
    return [text] if text.startswith(('url:', 'damaged:')) else text.split(';')


def document_for(symbol, language):
    """The document of a symbol: of this language if there is one."""
    found = [d for d in documents.values() if symbol.upper() in [s.upper() for s in d['symbols']]]
    same = [d for d in found if d['language'] == language]
    return (same or found or [None])[0]


def has_place(document, place):
    component, _, eid = place.rpartition('!')
    return any(b['id'] == eid and (b.get('component') or '') == component for b in document['blocks'])


def expected(document, target):
    """Symbol and place, 'missing', or None when this test cannot tell."""
    whole, _, place = target.partition('#')
    place = place.split('..')[0]
    name, _, component = whole.partition('!')
    if name == 'self':
        goal = document
    elif name.startswith('doc:'):
        goal = document_for(name[4:], document['language'])
        if not goal:
            return 'missing'
    else:
        return None
    if component and not place:
        place = component
    full = (component + '!' if component else '') + place
    if place and not has_place(goal, full):
        return None
    return goal['symbol'], full


def landed(screen):
    """Symbol and place of the message that = gives."""
    last = [line for line in screen.split('\n') if ' · ' in line]
    match = re.match(r'([^!# ]+)(?:!([^# ]+))?(?:#(\S+))? · ', last[-1]) if last else None
    if not match:
        return None
    return match.group(1), (match.group(2) + '!' if match.group(2) else '') + (match.group(3) or '')


def links(document):
    """Every target with the number of Tabs that lead to its citation and its number there."""
    tabs = 0
    for i, block in enumerate(document['blocks']):
        for citation in block['citations']:
            if all(t.startswith('damaged:') for t in targets(citation)):
                continue
            at_start = i == 0 and citation['start'] == 0
            tabs += not at_start
            for n, target in enumerate(targets(citation)):
                yield tabs, n, len(targets(citation)), target, citation['text']


def follow(file, document, tabs, n, of, target, text):
    to = 'gg' + '<Tab>' * tabs
    go = '<CR>' + ('gg' + 'j' * n + '<CR>' if of > 1 else '')
    want = expected(document, target)
    name = '%s: %s -> %s' % (document['symbol'], text.replace('\n', ' '), target)
    if want == 'missing':
        screen = play(file, to + go)
        return ok('is not held' in screen, name + ' is not held', screen)
    screen = play(file, to + go + '=')
    got = landed(screen)
    if want is None:
        return ok(got is not None, name + ' leads somewhere', screen)
    if want[1]:
        good = got == want
    else:
        good = got is not None and got[0] == want[0]
    ok(good, '%s, %s' % (name, ' '.join(want)), 'got %s' % (got,), screen)
    before, after = play(file, to, '--styles'), play(file, to + go + '<C-o>', '--styles')
    return ok(before == after, name + ', and back', before, after)


documents = {}
for file in files:
    run = subprocess.run([duan, '--no-config', '--no-add', 'show', '--json', file], capture_output=True, text=True)
    documents[file] = json.loads(run.stdout)
for file, document in documents.items():
    for link in links(document):
        follow(file, document, *link)
print('1..%d' % count)
