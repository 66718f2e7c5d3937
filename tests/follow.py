# SPDX-License-Identifier: ISC
"""Follows the citations of the documents given and goes back, by key scripts.

usage: follow.py DUAN LIBRARY EVERY DOCUMENT...; EVERY 1 follows all, 5 each fifth

The documents are in the library.  Where a link has to lead is told from `show --json` of its target:
document and eId; going back has to show the screen that was left, cell by cell.  Speaks TAP."""
import functools, json, re, subprocess, sys
from tap import done, ok

duan, library, every, files = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:]
common = [duan, '--no-config', '--no-add', '--ui=en', '--library', library]


@functools.lru_cache(maxsize=4) # two targets of one citation are left from the same screen
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


def split(place):
    component, _, eid = place.rpartition('!')
    return component, eid


def has_place(document, place):
    component, eid = split(place)
    return any(b['id'] == eid and (b.get('component') or '') == component for b in document['blocks'])


def heading_for(name, is_decision, language):
    """The report that has a resolution under a heading, and the heading's place."""
    organ, _, number = name.partition(':')
    words = ('决定', 'Decision') if is_decision else ('决议', 'Resolution')
    found = []
    for d in documents.values():
        for b in d['blocks'] if (d['symbol'] or '').startswith(organ + '/') else ():
            head = (b['label'] or '') + ' ' + b['text']
            if b['kind'] == 'heading' and re.search(r'(^|[ 第])%s(号|\b)' % re.escape(number), head) and \
               any(w in head for w in words):
                found.append((d, (b.get('component') or '') + '!' * bool(b.get('component')) + b['id']))
    same = [f for f in found if f[0]['language'] == language]
    return (same or found or [(None, '')])[0]


def goal_of(document, name, container):
    """The document that a target leads into, and the place in it if the target does not say it all."""
    scheme, _, what = name.partition(':')
    if name == 'self':
        return document, ''
    if scheme == 'doc':
        return document_for(what, document['language']), ''
    if scheme in ('res', 'dec'):
        goal, place = heading_for(what, scheme == 'dec', document['language'])
        return (goal, place) if goal else (document_for(container or '-', document['language']), '')
    if scheme == 'treaty': # a conference that concludes a treaty bears its name
        found = [d for d in documents.values() if (d['symbol'] or '').startswith(what + '/CONF/')]
        same = [d for d in found if d['language'] == document['language']]
        return (same or found or [None])[0], ''
    return None, ''


def expected(document, target, container, citing):
    """Symbol and place; None: it is not here."""
    whole, _, place = target.partition('#')
    place = place.split('..')[0]
    name, _, component = whole.partition('!')
    goal, heading = goal_of(document, name, container)
    if not goal:
        return None
    if heading:
        assert not place, target # none of the sample cites a paragraph of a resolution
        return goal['symbol'], heading
    if component and not place:
        place = component
    full = (component + '!' if component else '') + place
    if not place or has_place(goal, full):
        return goal['symbol'], full
    corrected = goal is document and document_for(goal['symbol'].partition('/Corr.')[0], document['language'])
    if corrected and corrected is not goal and has_place(corrected, full):
        return corrected['symbol'], full
    for name in citing: # the article or annex that the citation stands in
        if goal is document and has_place(goal, name + place):
            return goal['symbol'], name + place
    parts = [b.get('component') for b in goal['blocks'] if b['id'] == place]
    return goal['symbol'], parts[0] + '!' + place if parts else full


def landed(screen):
    """Symbol and place of the message that = gives."""
    found = [re.match(r'([^!# ]+/[^!# ]+)(?:!([^# ]+))?(?:#(\S+))? · ', line) for line in screen.split('\n')]
    found = [match for match in found if match]
    if not found:
        return None
    match = found[-1] # it may go on in the row below
    return match.group(1), (match.group(2) + '!' if match.group(2) else '') + (match.group(3) or '')


def scopes(document, i):
    """What may stand before an eId that is cited in block i: "art_18__", "annex_1!"."""
    component = document['blocks'][i].get('component')
    before = [b['id'] for b in document['blocks'][:i + 1] if b['id'] and b.get('component') == component]
    names, eid = [''], before[-1] if before else ''
    while '__' in eid:
        eid = eid.rpartition('__')[0]
        names.insert(0, eid + '__')
    return [(component + '!' if component else '') + name for name in reversed(names)]


def links(document):
    """Every target with the number of Tabs that lead to its citation and its number there."""
    tabs = 0
    for i, block in enumerate(document['blocks']):
        for citation in block['citations']:
            if all(t.startswith('damaged:') for t in targets(citation)):
                continue
            if block['kind'] == 'masthead' and targets(citation)[0][4:] in document['symbols']:
                continue # its own name
            at_start = i == 0 and citation['start'] == 0
            tabs += not at_start
            for n, target in enumerate(targets(citation)):
                yield tabs, n, len(targets(citation)), target, citation, scopes(document, i)


def follow(file, document, tabs, n, of, target, citation, citing):
    to = 'gg' + '<Tab>' * tabs
    go = '<CR>' + ('gg' + 'j' * n + '<CR>' if of > 1 else '')
    want = expected(document, target, citation.get('container'), citing)
    name = '%s: %s -> %s' % (document['symbol'], citation['text'].replace('\n', ' '), target)
    screen = play(file, to + go)
    if not want:
        symbol = target[4:].partition('#')[0].partition('!')[0]
        good = 'is not held' in screen
        if target.startswith('doc:'):
            good = good and symbol + ' is not held' in screen and '/' + symbol in ' '.join(screen.split()).partition('; http')[2]
        return ok(good, name + ' is not held', screen)
    told = 'nearest place' in screen
    screen = play(file, to + go + '=')
    got = landed(screen)
    good = got is not None and got[0] == want[0] and not told and (not want[1] or got[1] == want[1])
    ok(good, '%s, %s' % (name, ' '.join(w or 'whole' for w in want)), 'got %s' % (got,), screen)
    before, after = play(file, to, '--styles'), play(file, to + go + '<C-o>', '--styles')
    return ok(before == after, name + ', and back', before, after)


documents = {}
for file in files:
    run = subprocess.run([duan, '--no-config', '--no-add', 'show', '--json', file], capture_output=True, text=True)
    documents[file] = json.loads(run.stdout)
every_link = [(file, document, link) for file, document in documents.items() for link in links(document)]
for file, document, link in every_link[::every]:
    follow(file, document, *link)
done()
