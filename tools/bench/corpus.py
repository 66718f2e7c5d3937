# SPDX-License-Identifier: ISC
"""Reports of an invented conference, the same ones every time, and queries for them."""
import os, random

PHRASES = ('缔约国会议', '审议了', '跨界水道和含水层', '公平合理利用', '监测网络的建立', '技术援助的需求', '并请秘书处',
           '执行情况', '提出报告', '其中应包括', '对各区域的分析', '工作组', '决定草案', '能力建设', '预算外资源', '观察员')
LINE = 38  # characters: as extraction leaves the lines


def words():
    """5,000 words of two and three characters, the commonest first."""
    chance = random.Random(1)
    common = [chr(c) for c in range(0x4E00, 0x5200)] + [chr(c) for c in range(0x7B00, 0x7D00)]
    return list(PHRASES) + [''.join(chance.choices(common, k=chance.choice((2, 2, 2, 3)))) for _ in range(5000)]


WORDS = words()
WEIGHTS = [1 / (rank + 3) for rank in range(len(WORDS))]  # Zipf's law: few words make most of a text


def report(n, size, last=''):
    """Report number n, about so many bytes long; `last` is its last paragraph."""
    chance = random.Random(n)
    out = ['CFW/COP/%d/%d' % (2000 + n % 25, n), '', '一. 导言', '']
    held, number = 0, 0
    while held < size:
        number += 1
        text = '%d. ' % number + ''.join(
            word + ('，' if i % 6 == 5 else '') for i, word in enumerate(chance.choices(WORDS, WEIGHTS, k=80)))
        text += '（第%d/%d号决议，CFW/COP/%d/%d）。' % (chance.randint(1, 9), chance.randint(1, 30),
                                                   chance.randint(2000, 2024), chance.randint(1, 900))
        out += [text[i:i + LINE] for i in range(0, len(text), LINE)] + ['']
        held += len(text.encode()) + len(text) // LINE + 2
    return '\n'.join(out + [last, '']) if last else '\n'.join(out) + '\n'


def write(path, text):
    with open(path, 'w', encoding='utf-8') as f:
        f.write(text)
    return path


def fill(folder, n):
    """n reports of 21 KB in folders of a thousand; returns their bytes."""
    size = 0
    for i in range(n):
        place = os.path.join(folder, '%03d' % (i // 1000))
        if i % 1000 == 0:
            os.makedirs(place)
        size += os.path.getsize(write(os.path.join(place, '%06d.txt' % i), report(i, 21000)))
    return size


def queries():
    """Common and rare words, two words that may stand together, parts of phrases, symbols: 41."""
    single = [WORDS[int(len(PHRASES) + 1.5 ** i)] for i in range(20)]
    parts = [phrase[:n] for phrase, n in zip(PHRASES, (2, 3, 4, 2, 4, 2, 3, 2, 4, 2))]
    pairs = ['%s %s' % (WORDS[i], WORDS[3 * i + 7]) for i in range(6)]
    return single + parts + pairs + ['CFW/COP/2007/7', 'CFW/COP', '第7/5号决议', '不存在之词', 'CFW/COP/2013']


def revised(text, every=5):
    """The report with each fifth paragraph changed by a word."""
    rows = text.split('\n\n')
    return '\n\n'.join(row.replace('，', '，并', 1) if i % every == 0 else row for i, row in enumerate(rows))
