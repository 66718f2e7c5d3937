# SPDX-License-Identifier: ISC
"""A disk as it may be after a power cut, from what tests/faults/disk.c has recorded.

What was synced is certain; of what was written later each piece is there, is not, or is torn between
sectors; a file that was made, renamed or taken out since may be so or not."""
import os, struct

RECORD = struct.Struct('=qIIII')


class File:
    """What of it is on the disk for certain, and what may be."""
    def __init__(self, chance):
        self.chance, self.sure, self.pending, self.is_synced = chance, bytearray(), [], False

    def sync(self):
        for change in self.pending:
            apply(self.sure, *change)
        self.pending, self.is_synced = [], True

    def settle(self):
        content, chance = bytearray(self.sure), self.chance
        way, sector = chance.choice(('none', 'all', 'first', 'some')), chance.choice((512, 4096))
        last = chance.randrange(len(self.pending)) if way == 'first' and self.pending else 0
        for n, change in enumerate(self.pending):
            if way == 'all' or (way == 'first' and n < last) or (way == 'some' and chance.random() < 0.4):
                apply(content, *change)
            elif (way == 'first' and n == last) or (way == 'some' and chance.random() < 0.5):
                apply(content, *change, sector, chance)
        return content


def apply(content, offset, piece, sector=0, chance=None):
    """None is written: it is cut.  With sectors, some of them."""
    if piece is None:
        del content[offset:]
        content.extend(bytes(offset - len(content)))
        return
    content.extend(bytes(max(0, offset + len(piece) - len(content))))
    if not sector:
        content[offset:offset + len(piece)] = piece
        return
    at = 0
    while at < len(piece):
        end = min(len(piece), (offset + at) // sector * sector + sector - offset)
        if chance.random() < 0.5:
            content[offset + at:offset + end] = piece[at:end]
        at = end


class Disk:
    """Names in a folder, as programs see them, and as they are on the disk: `sure`, and changes since."""
    def __init__(self, chance, folder=None):
        self.chance, self.names, self.sure, self.changes = chance, {}, {}, []
        for entry in os.scandir(folder) if folder else ():
            self.sure[entry.name] = file = File(chance)
            with open(entry.path, 'rb') as f:
                file.sure.extend(f.read())
        self.names = dict(self.sure)

    def change(self, name, file):
        """None: the name goes."""
        self.changes.append((name, file))
        self.names[name] = file

    def write(self, kind, name, offset, piece):
        if kind == 'C' or (kind in 'WT' and not self.names.get(name)):
            self.change(name, File(self.chance))
        if kind in 'WT':
            self.names[name].pending.append((offset, piece if kind == 'W' else None))
        elif kind == 'R':
            self.change(os.path.basename(piece.decode()), self.names[name])
            self.change(name, None)
        elif kind == 'U':
            self.change(name, None)
        elif kind == 'S' and name in self.names:
            if self.names[name]:
                self.names[name].sync()
        elif kind == 'S': # the folder
            self.sure, self.changes = dict(self.names), []

    def settle(self):
        """A name given to a file that was synced is certain; with a journal so is what was changed before."""
        chance, names = self.chance, dict(self.sure)
        with_journal = chance.random() < 0.5
        certain = [n for n, (name, file) in enumerate(self.changes) if file and file.is_synced]
        first = certain[-1] + 1 if with_journal and certain else 0
        last = chance.randint(first, len(self.changes))
        for n, (name, file) in enumerate(self.changes):
            if n < first or n in certain or (n < last if with_journal else chance.random() < 0.5):
                names[name] = file
        return {name: file.settle() for name, file in names.items() if file and not name.endswith('-shm')}


def read(log, folder):
    """Where each record ends, its kind, the name in the folder (empty: of the folder itself, or of none), offset, bytes."""
    with open(log, 'rb') as f:
        log = f.read()
    at = 0
    while at < len(log):
        offset, kind, path, length, _ = RECORD.unpack_from(log, at)
        at += RECORD.size
        name = log[at:at + path].decode()
        piece = log[at + path:at + path + length]
        at += path + length
        yield at, chr(kind), os.path.basename(name) if os.path.dirname(name) == folder else '', offset, piece
