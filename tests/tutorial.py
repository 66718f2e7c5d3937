# SPDX-License-Identifier: ISC
"""The tutorial is played: every key that a paragraph names is a key, and does what the paragraph says.

Usage: tutorial.py DUAN FOLDER, where FOLDER is empty: a library and notes are made there, as for
somebody who has never used the program.
"""
import os
import re
import subprocess
import sys

from tap import done, ok

DUAN, FOLDER = sys.argv[1:3]
SCRIPT_NAMES = {'Space': '<Space>', 'Enter': '<CR>', 'Tab': '<Tab>', 'Esc': '<Esc>', 'Down': '<Down>', 'Up': '<Up>'}
NO_KEYS = {'map', 'keys less', 'searches', 'L.12'}  # quoted, and no keys
OF_THE_EDITOR = {'^S', '^C', 'Esc'}         # keys that no keymap changes


def run(language, *arguments):
    env = dict(os.environ, XDG_DATA_HOME=os.path.join(FOLDER, language), EDITOR='true', VISUAL='true')
    env.pop('TERM', None)
    return subprocess.run([DUAN, '--no-config', '--ui=' + language] + list(arguments), env=env,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, timeout=120).stdout


def script(name):
    """What --script takes for a key as the tutorial writes it; '~…' is text, as is."""
    def one(word):
        if word in SCRIPT_NAMES:
            return SCRIPT_NAMES[word]
        return '<C-%s>' % word[1].lower() if re.fullmatch(r'\^[A-Z\]]', word) else word.replace('<', '<lt>')
    if name.startswith('~'):
        return name[1:]
    return ''.join(one(word) for word in name.split(' ')) if name.startswith('^') else one(name)


class Screen:
    def __init__(self, text):
        self.text = text
        self.rows = text.split('\n')[:24]
        self.first, self.last = self.rows[0], self.rows[23] if len(self.rows) > 23 else ''

    def row(self, pattern):
        return next((i for i, row in enumerate(self.rows) if re.search(pattern, row)), None)


# Checks: each gives a function of the language, the screen before and the screen after.
def has(zh, en=None):
    return lambda language, b, a: re.search(zh if language == 'zh' or en is None else en, a.text)


def hasnt(pattern):
    return lambda language, b, a: not re.search(pattern, a.text)


def title(zh, en=None):
    return lambda language, b, a: re.search(zh if language == 'zh' or en is None else en, a.first)


def says(zh, en=None):
    return lambda language, b, a: re.search(zh if language == 'zh' or en is None else en, a.last)


def at(n):
    return has(r'(?m)▸[|=/:~#]? *%d\.' % n)


def moved(pattern, rows):
    return lambda language, b, a: a.row(pattern) == b.row(pattern) + rows


def both(*checks):
    return lambda *arguments: all(check(*arguments) for check in checks)


def beyond(n):
    return lambda language, b, a: int((re.search(r'▸ *(\d+)\.', a.text) or [0, 0])[1] or
                                      re.search(r'(\d+)/40', a.first)[1]) > n


BOX = '┌─'
WELLS = {'zh': ['/guancejing', '/gcj'], 'en': ['/observation wells']}
LISTED = {'zh': '&lianjie', 'en': '&Tab'}
LIBRARY = {'zh': 'g/观测井', 'en': 'g/observation wells'}

# Of each paragraph: what is typed, and what is seen then.
def lessons(language):
    return {
        0: [(['Space'], has('▸ *1\\.|▸ *[2-9]\\.|1/40')), (['q', '~12G'], has('–/40'))],
        1: [(['j'], moved(r' 1\.', -1)), (['j', 'k'], moved(r' 1\.', 0))],
        2: [(['Space'], beyond(2)), (['Space', 'b'], at(2)), (['^D'], beyond(2)), (['^D', '^U'], at(2))],
        3: [(['}'], at(4)), (['}', '{'], at(3))],
        4: [(['12G'], at(12)), (['gg'], has('联合国 CFW', 'United Nations CFW')), (['G'], has('tutorial\\.db')),
            (['12G', "''"], at(4))],
        5: [([']]'], has('▸ *二\\.', '▸ *II\\.')), ([']]', '[['], has('▸ *一\\.', '▸ *I\\.'))],
        6: [(['t'], title('目录', 'Contents')), (['t', 'j', 'k', 'j', 'j', 'Enter'], title('CFW/COP')),
            (['t', 'j', 'q'], at(6))],
        7: [(['='], says('para_7 '))],
        8: [(['gs'], title('原始文本', '[Ss]ource')), (['gs', 'q'], at(8)),
            ([':remarks', 'Enter'], title('导入', 'Remarks|[Ii]mport'))],
        9: [(['Tab', 'Enter'], has('▸ *附件二', '▸ *Annex II')), (['Tab', 'Enter', '^O'], at(9))],
        10: [(['f'], says('字母', 'letter')), (['~zt', 'f', '~a'], at(6)), (['~zt', 'f', '~a', '^O'], at(10)),
             (['~zt', 'f', '~d'], at(14))],
        11: [(['Tab', 'K'], has(BOX + ' CFW/COP/2024/L\\.12/Rev\\.1')), (['Tab', 'K', 'Space'], has(' 1[0-9]–[0-9]+/')),
             (['Tab', 'K', 'Space', 'b'], has(' 1–[0-9]+/')), (['Tab', 'K', 'q'], hasnt(BOX)),
             (['Tab', 'K', 'Enter'], title('L\\.12/Rev\\.1'))],
        12: [(['~9G', 'Tab', 'Enter', '^O', 'L'], has('▸ *附件二', '▸ *Annex II')),
             (['gH'], title('历史', 'been|[Hh]istory')), (['gH', 'q'], at(12))],
        13: [(['Tab', 'Enter'], says('CFW/COP/2022/14.*docs\\.un\\.org')), (['Tab', 'gx'], says('https://.*2022/14')),
             (['gm'], has('CFW/COP/2022/14'))],
        14: [(['gr'], both(title('第 14 段', 'para\\. 14'), has('L\\.12/Rev\\.1.*', None))),
             (['gR'], title('引用', 'Cited by')), (['gc'], both(title('引用', 'Cites'), has('CFW/COP/2022/14')))],
        15: [(['Tab', 'K'], both(has(BOX), has('│ +1 .*“K”'))), (['Tab', 'K', 'q'], hasnt(BOX)),
             (['Tab', 'Enter'], has('▸ *1 .*“K”'))],
        16: [(['gl'], has('▸ *16\\..*│ *▸ *16\\.')), (['gl', '}'], has('▸ *17\\..*│ *▸ *17\\.')),
             (['gl', '^W o'], both(hasnt('│'), at(16), has('“gl”把英', 'Chinese text')))],
        17: [(['^W v'], has('17\\..*│.*17\\.')),
             (['^W s'], lambda language, b, a: len(re.findall('CFW/COP/2024/INF/8 ›', a.text)) == 2),
             (['^W v', '^W h', '}'], has('▸ *18\\..*│')), (['^W v', '^W h', '^W l', '}'], has('│ *▸ *18\\.')),
             (['^W v', '^W h', '^W w', '}'], has('│ *▸ *18\\.')), (['^W v', '^W q'], both(hasnt('│'), at(17))), (['^W v', '^W o'], both(hasnt('│'), at(17)))],
        18: [(['Tab', '^W Enter'], has('INF/8.*│ CFW/COP/2024/L\\.12/Rev\\.1')),
             (['Tab', '^W Enter', '^W o'], both(title('L\\.12/Rev\\.1'), hasnt('│')))],
        19: [(['gv'], title('相关', 'Related')), (['Tab', 'Enter', 'gD'], title('比较', 'Compare')),
             (['Tab', 'Enter', 'gD', 'Enter'], title('L\\.12/Rev\\.1.*│ CFW/COP/2024/L\\.12 ')),
             (['Tab', 'Enter', 'gD', 'Enter', ']c', ']c'], says('\\S')),
             (['Tab', 'Enter', 'gD', 'Enter', ']c', ']c', '[c'], says('\\S')),
             (['Tab', 'Enter', 'gD', 'Enter', ']c', '^W o', '^O'], both(at(19), hasnt('│')))],
        20: [([wells, 'Enter'], says('^1/[2-9]')) for wells in WELLS[language]] +
            [([WELLS[language][0], 'Enter', 'n'], says('^2/')), ([WELLS[language][0], 'Enter', 'n', 'N'], says('^1/')),
             (['/'], says('/'))],
        21: [([LISTED[language], 'Enter'], both(title('符合', '[Mm]atch'), has(' 18\\.'))),
             ([LISTED[language], 'Enter', 'q'], at(21)), (['&'], says('&'))],
        22: [(['*'], says('^[0-9]/[2-9]'))],
        23: [([LIBRARY[language], 'Enter'], both(title('检索', '[Ss]earch'), has('L\\.12/Rev\\.1'))),
             ([LIBRARY[language], 'Enter', 'k', 'j', 'k', 'Enter'], title('^ CFW/COP/2024/')),
             ([LIBRARY[language], 'Enter', 'Enter', '^O'], title('检索', '[Ss]earch')), (['gh'], title('检索|历史', '[Ss]earch')),
             (['g/'], says('检索', 'earch'))],
        24: [(['o', 'L.12'], has('Rev\\.1@')), (['o', 'L.12', 'Down', 'Up', 'Down', 'Enter'], title('L\\.12 ')),
             (['o', 'L.12', 'Enter', '^O'], at(24)), (['gb'], both(title('文献库', '[Ll]ibrary'), has('INF/8@zh')))],
        25: [(['a', '~words', '^S'], both(has('✎ words'), at(25)))],
        26: [(['[n'], at(25)), (['[n', 'dd'], hasnt('✎ words')), (['u'], has('✎ words')), (['^R'], hasnt('✎ words')),
             (['u', '[n'], both(has('✎ words'), at(25)))],
        27: [(['gn'], both(title('批注', 'Notes'), has('words'))), (['gN'], both(title('批注', 'Notes'), has('words'))),
             (['~gg', ']n'], at(25))],
        28: [(['s'], has('28\\..*\\* *\n')), (['gS'], both(title('书签', 'Bookmarks'), has('28\\.'))),
             (['s'], hasnt('28\\..*\\* *\n'))],
        29: [(['c1'], has('▸\\S29')), (['c2'], both(has('▸\\S29'), says('2'))), (['c0'], has('▸ 29'))],
        30: [(['v'], says('光标', 'caret')), (['v', 'w', 'b', 'w', 'v', 'e'], says('已选 [1-9]', 'selected: [1-9]')),
             (['v', 'w', 'w', 'v', 'e', 'c3', 'Esc'], has('▸\\S30')), (['v', 'w', 'v', 'e', 'a'], says('\\^S')),
             (['v', 'Esc'], says('^$'))],
        31: [(['ma', '~40G', "'a"], at(31)), (["'?"], both(title('记号', 'Marks'), has('a ')))],
        32: [(['yc'], says('出处', 'where|place|citation')), (['yq'], says('引文', 'quotation')), (['yy'], says('本段', 'paragraph')),
             (['yl'], says('文号', 'symbol'))],
        33: [(['V'], says('已选 1', 'selected: 1')), (['V', '}'], says('已选 [2-9]', 'selected: [2-9]')), (['V', '}', 'yq'], says('引文', 'quotation'))],
        34: [(['g?'], title('帮助', 'Help')), (['g?', 'q'], at(34)), (['g', '~<wait>'], has('(?m)^ *g .*/ ')),
             (['g', '^C', '~j'], moved(' 35\\.', -1))],
        35: [([':'], says(':')), ([':', '~rem', 'Tab'], says(':remarks')), ([':12', 'Enter'], at(12))],
        36: [(['~：12', 'Enter'], at(12))],
        37: [(['g?'], title('帮助', 'Help'))],
        38: [(['q', '~12G'], at(38)), (['Q', '~12G'], at(38))],
        40: [([':tutorial', 'Enter'], says('终端', 'terminal'))],
    }


def live_keys():
    """{"g g", "m CHAR"}: what the keymap has when nothing was changed."""
    return set(re.findall(r'(?m)^map (.*) = ', run('en', 'keys')))


def is_key(name, keys):
    if name in OF_THE_EDITOR or name in keys:
        return True
    words = name.split(' ') if name.startswith('^') else list(name.lstrip('0123456789'))
    for n in range(len(words), 0, -1):
        way = words[:n]
        if ' '.join(way) in keys or (n > 1 and ' '.join(way[:-1] + ['CHAR']) in keys):
            return n == len(words) or way[-1] in '/&:?'
    return any(key.startswith(name + ' ') for key in keys)


def paragraphs(language):
    """Number (0: what stands before the first) and text; those of annexes are not counted."""
    number, found = 0, {0: ''}
    for line in run(language, 'show', 'CFW/COP/2024/INF/8@' + language, '--library',
                    os.path.join(FOLDER, language, 'duan', 'tutorial.db')).split('\n'):
        label, _, text = line.partition('\t')
        if re.match('Annex I|附件一', label):
            break
        if re.fullmatch(r'\d+\.', label) and int(label[:-1]) == number + 1:
            number += 1
            found[number] = ''
        found[number] += text + '\n'
    return found


def names_in(text):
    return {name for name in re.findall('“([^”]*)”', text) if name.isascii() or name.startswith('g/')} - NO_KEYS


def check_names(language, text, tried, keys, commands):
    named = names_in(text)
    calls = {name for name in named if name == 'duan' or name.startswith('duan ')}
    unknown = [call for call in calls for word in call.split(' ')[1:2] if '.' not in word and word not in commands]
    untried = {name for name in named - calls - tried if not any(t.startswith(name + ' ') for t in tried)}
    return unknown + sorted(untried) + [name for name in named - calls if not is_key(name, keys)]


def play(language):
    keys = live_keys()
    commands = set(run('en', '--help').split('commands:')[1].split('options:')[0].split())
    opening = run(language, '--script', '')
    ok('40' in opening and ('Space 翻页' if language == 'zh' else 'Space turns') in opening,
       '%s: without a document the tutorial opens' % language, opening)
    text, table = paragraphs(language), lessons(language)
    ok(len(text) == 41, '%s: forty paragraphs' % language, len(text))
    for number in sorted(text):
        tried, notes = set(), []
        start = '%dG' % number if number else 'gg'
        for typed, check in table.get(number, []):
            tried.update(typed)
            before = Screen(run(language, '--script', start))
            after = Screen(run(language, '--script', start + ''.join(script(name) for name in typed)))
            if not check(language, before, after):
                notes.append(' '.join(typed) + '\n' + after.text)
        ok(not notes, '%s: paragraph %d does what it says' % (language, number), *notes)
        wrong = check_names(language, text[number], tried, keys, commands)
        ok(not wrong, '%s: paragraph %d names keys that there are, and all were tried' % (language, number), *wrong)


for ui in ('en', 'zh'):
    play(ui)
done()
