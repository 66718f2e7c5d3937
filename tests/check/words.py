# SPDX-License-Identifier: ISC
"""Words for a person come in both languages: none is empty, and the Chinese ones are Chinese.

Usage: words.py TOP.  Prints what is wrong, a line each, and how many pairs it has seen.
"""
import pathlib
import re
import sys

STRING = r'(?:"(?:[^"\\]|\\.)*"(?:\s*(?:PRI\w+\s*)?(?="|PRI))?\s*)+'
PAIR = r'(%s),\s*(%s)' % (STRING, STRING)
# What takes the pair, and what stands before it.
CALLS = [
    r'err_set\(\s*&?\w[\w>.\-&\[\]]*,\s*[A-Z_]+,\s*',
    r'diag_add\([^,;]*,\s*\w+,[^,;]*,[^,;]*,\s*',
    r'session_(?:say|complain)\(\s*\w+,\s*',
    r'output_usage\([^";]*(?:"[^"]*",)?\s*',
    r'WORDS\(\s*',
    r'\{\s*\{\s*(?=%s,\s*%s\s*\}\s*\})' % (STRING, STRING),
]
HAN = re.compile('[\u4e00-\u9fff]')


def value(literal):
    return ''.join(re.findall(r'"((?:[^"\\]|\\.)*)"', literal))


def bare(text):
    """Without conversions, names and signs: what would have to be said in Chinese."""
    return re.sub(r'%[-+ 0-9.*]*[a-z]+|\\.|\{[a-z-]+\}|[^A-Za-z]', ' ', text)


def main(top):
    seen, wrong = 0, []
    for path in sorted(p for p in pathlib.Path(top, 'src').rglob('*') if p.suffix in ('.c', '.def')):
        text = path.read_text(encoding='utf-8')
        for call in CALLS:
            for match in re.finditer(call + PAIR, text):
                en, zh = value(match[1]), value(match[2])
                seen += 1
                where = '%s:%d' % (path.relative_to(top), text.count('\n', 0, match.start()) + 1)
                if bool(en.strip()) != bool(zh.strip()):
                    wrong.append('%s: one of the two is empty: "%s", "%s"' % (where, en, zh))
                elif re.search('[a-z]{3}', bare(en)) and not HAN.search(zh):
                    wrong.append('%s: not in Chinese: "%s"' % (where, zh))
                elif HAN.search(en):
                    wrong.append('%s: not in English: "%s"' % (where, en))
                if re.findall(r'%[-+ 0-9.*]*[a-z]+', en).count('%s') != re.findall(r'%[-+ 0-9.*]*[a-z]+', zh).count('%s'):
                    wrong.append('%s: other values: "%s", "%s"' % (where, en, zh))
    for name in ('src/command/command.def', 'include/session/action.def'):
        text = pathlib.Path(top, name).read_text(encoding='utf-8')
        for row in re.findall(r'(?ms)^(?:COMMAND|OPTION|ACTION)\(.*?\)$(?=\n\S|\n*\Z|\n\n)', text):
            strings = re.search(PAIR + r'\)\s*\Z', row)
            seen += 1
            if not strings or not value(strings[1]).strip() or not HAN.search(value(strings[2])):
                wrong.append('%s: %s' % (name, row))
    print('\n'.join(wrong))
    print('seen %d' % seen)


main(sys.argv[1])
