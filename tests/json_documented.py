# SPDX-License-Identifier: ISC
"""What the commands print as JSON against the tables of docs/json.md.

usage: json_documented.py DOCUMENT <"COMMAND<TAB>JSON" lines.  A key that is printed must be in the table of
its command, its value of a type and, where the table says "one of", a word that is there; and what the
table has not as absent must be printed at least once."""
import json, re, sys
from tap import ok, done

TYPES = {str: 'string', bool: 'boolean', int: 'number', type(None): 'null', list: 'array', dict: 'object'}


def tables(path):
    """{command: {key: (types, words or None, may be absent)}}"""
    out, rows = {}, None
    for line in open(path, encoding='utf-8'):
        if line.startswith('## '):
            rows = out.setdefault(line[3:].strip(), {})
        cells = [cell.strip() for cell in line.strip().strip('|').split('|')]
        if rows is None or len(cells) != 3 or not cells[0].startswith('`'):
            continue
        words = re.search(r'one of `([^`]*)`', cells[2])
        for key in re.findall(r'`([^`]*)`', cells[0]):
            rows[key] = (set(re.split(r', *', cells[1])), words and set(words.group(1).split()), 'absent' in cells[2])
    return out


def walk(value, prefix, row):
    """All (key, value) of an object and of what it holds, each key with those above it."""
    if isinstance(value, list):
        for one in value:
            walk(one, prefix, row)
    if isinstance(value, dict):
        for key, one in value.items():
            row.append((prefix + key, one))
            walk(one, prefix + key + '.', row)


def complaint(table, key, value):
    if key not in table:
        return key + ' is not in the table'
    types, words, _ = table[key]
    if TYPES[type(value)] not in types:
        return '%s is a %s' % (key, TYPES[type(value)])
    if words and value is not None and value not in words:
        return '%s is %r' % (key, value)
    return None


def main():
    documented, printed = tables(sys.argv[1]), {}
    for line in sys.stdin:
        command, text = line.rstrip('\n').split('\t', 1)
        walk(json.loads(text), '', printed.setdefault(command, []))
    for command, row in printed.items():
        table = documented.get(command, {})
        wrong = {complaint(table, key, value) for key, value in row} - {None}
        ok(table and not wrong, command + ' prints what is documented', *sorted(wrong))
        unseen = [key for key in table if not table[key][2] and key not in dict(row) and '.' not in key]
        ok(not unseen, command + ' prints all of it', *unseen)
    done()


main()
