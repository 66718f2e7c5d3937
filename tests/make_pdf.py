#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""Small PDF files about the conference of sample/: make_pdf.py KIND FILE.

report   heads and feet, a masthead of two columns, wrapped paragraphs, a raised footnote mark, a link
         over words, a table by alignment, lists of numbers side by side, a page of two columns, a table with
         cells of several lines, Han through a ToUnicode map
scan     a picture without text
error    what the document system sends in place of a document
locked   needs a password"""
import sys

LEFT, RIGHT, TOP = 123, 488, 790
# Advance widths of Times Roman (its Adobe metrics file) from U+0020, thousandths of an em.
WIDTHS = [int(w) for w in '''250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500
    500 500 500 500 500 500 500 278 278 564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722
    722 556 722 667 556 611 722 722 944 722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278
    500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444 480 200 480 541'''.split()]


def width(text, size):
    return sum(WIDTHS[ord(c) - 32] for c in text) * size / 1000


def escape(text):
    return text.replace('\\', '\\\\').replace('(', '\\(').replace(')', '\\)')


class Page:
    def __init__(self):
        self.ops, self.links, self.y = [], [], TOP

    def put(self, x, y, text, size=10, font='R'):
        self.ops.append(f'BT /{font} {size} Tf {x:.2f} {y:.2f} Td ({escape(text)}) Tj ET')
        return x + width(text, size)

    def han(self, x, y, text, size=10):
        codes = ''.join(f'{ord(c):04X}' for c in text)
        self.ops.append(f'BT /H {size} Tf {x:.2f} {y:.2f} Td <{codes}> Tj ET')

    def paragraph(self, text, first=LEFT, left=LEFT, right=RIGHT, size=10, font='R', mark=None, link=None):
        """Set in lines; `mark` = (word, raised figure behind it), `link` = (word, address)."""
        words, x = text.split(' '), first
        for i, word in enumerate(words):
            if x > first and x + width(word, size) > right:
                self.y -= size * 1.2
                x = left
            start = x
            x = self.put(x, self.y, word, size, font)
            if link and word.startswith(link[0]):
                end = start + width(link[0], size)
                self.links.append((start - 1, self.y - 2, end + 1, self.y + size, link[1]))
            if mark and word == mark[0]:
                x = self.put(x, self.y + size * 0.35, mark[1], size * 0.6)
            x += width(' ', size)
        self.y -= size * 1.8


def report():
    first, second, third, fourth = Page(), Page(), Page(), Page()
    p = first
    p.put(LEFT, 780, 'United Nations', 14)
    p.put(475, 780, 'CFW/COP/2024/23')
    p.put(LEFT, 750, 'Convention on', 14, 'B')
    p.put(LEFT, 735, 'Fresh Water', 14, 'B')
    p.put(397, 750, 'Distr.: General')
    p.put(397, 738, '4 September 2024')
    p.put(397, 714, 'Original: English')
    p.put(60, 640, 'Third session', 10, 'B')
    p.put(60, 628, 'Agenda item 4')
    p.put(LEFT, 590, 'The state of the rivers that two or more States', 14, 'B')
    p.put(LEFT, 575, 'share', 14, 'B')
    p.put(LEFT, 550, 'Note by the secretariat', 12, 'B')
    p.put(97, 520, 'I.', 14, 'B')
    p.put(LEFT, 520, 'Introduction', 14, 'B')
    p.y = 495
    p.put(LEFT, p.y, '1.')
    p.paragraph('The present note was prepared in accordance with decision 2/7 of the Conference of the Parties, in '
                'which the secretariat was requested to report on rivers, as set out in document CFW/COP/2024/9.',
                first=LEFT + 24, mark=('Parties,', '1'),
                link=('CFW/COP/2024/9', 'https://docs.un.org/en/CFW/COP/2024/9'))
    p.put(LEFT, p.y, '2.')
    p.paragraph('It should be read with the earlier note. The secretariat asked all Parties for figures and received '
                'answers from one half of them, some of which came late:', first=LEFT + 24)
    p.put(LEFT + 24, p.y, '(a)')
    p.paragraph('Figures on water that were measured at least twice in a year and at the same places on every '
                'river;', first=LEFT + 48)
    p.put(LEFT + 24, p.y, '(b)')
    p.paragraph('Figures on cost.', first=LEFT + 48)
    p.put(LEFT, p.y, '3.')
    p.paragraph('The table shows what was received and goes on to the next page, where the sentence ends in the '
                'middle of a line that is not full, because the page was turned before all of the', first=LEFT + 24)
    p.put(LEFT, 120, '_' * 18)
    p.put(LEFT + 4, 109, '1', 5)
    p.put(LEFT + 12, 106, 'See CFW/COP/2024/13, annex, and the statement that was made when it was adopted at the', 8.5)
    p.put(LEFT, 96, 'second session.', 8.5)
    p.put(65, 45, '24-15600 (E)    050924')
    p.put(65, 30, '*2415600*', 12)
    p = second
    p.put(60, 780, 'CFW/COP/2024/23', 8.5, 'B')
    p.y = 750
    p.paragraph('words could be set.')
    p.put(LEFT, p.y, 'Table 1', 10)
    for i, row in enumerate([('River', 'Length', 'Flow'), ('Long River', '1 204', '88.1'), ('Short River', '88', '2.0'),
                             ('Blue River', '310', '14.7')]):
        y = p.y - 20 - 14 * i
        for x, cell in zip((LEFT, 330, 420), row):
            p.put(x if x == LEFT else x - width(cell, 8.5), y, cell, 8.5)
    p.y -= 100
    p.put(LEFT, p.y, 'Conclusions', 10, 'B')
    p.y -= 20
    p.put(LEFT, p.y, '4.')
    p.paragraph('The Conference may wish to take note of the figures.', first=LEFT + 24)
    p.han(LEFT, p.y, '淡水公约缔约方会议')
    p.y -= 40
    p.put(LEFT, p.y, 'General Assembly resolutions', 10, 'B')
    for side, entries in enumerate([[('75/102', 'Water that two or more', 'States share'), ('75/103 A–B;',),
                                     ('76/11', 'Rivers')],
                                    [('77/8', 'Lakes, and what is to'), ('', 'be done with them'),
                                     ('78/41', 'Fresh water')]]):
        x, y = LEFT + 190 * side, p.y - 18
        for number, *lines in entries:
            p.put(x, y, number.replace('–', '-'))
            for line in lines:
                p.put(x + 60, y, line)
                y -= 12
            y -= 0 if lines else 12
    p.y -= 85
    p.put(LEFT, p.y, 'Security Council resolutions', 10, 'B')
    p.put(LEFT, p.y - 18, '1502 (2003)')
    p.put(LEFT + 190, p.y - 18, '2730 (2024)')
    p.put(60, 40, '2/4', 8.5, 'B')
    p.put(500, 40, '24-15600', 7)
    p = third
    p.put(60, 780, 'CFW/COP/2024/23', 8.5, 'B')
    left = ('The text of this page stands in two columns, as records of meetings do. It is read from the top of the '
            'left column to its foot, and only then from the top of the right one, though a line of each stands at '
            'the same height. Nothing else would make sense of it. ') * 3
    right = ('The right column begins here and has lines of its own. They are as many as those on the left, or '
             'nearly so, and they end where the page does. What is said in it comes after what was said in the other '
             'one, not between its lines. ') * 3
    p.y = 750
    p.paragraph(left.strip(), first=60, left=60, right=285)
    p.y = 750
    p.paragraph(right.strip(), first=310, left=310, right=535)
    p.put(65, 40, '24-15600', 7)
    p.put(520, 40, '3/4', 8.5, 'B')
    p = fourth
    p.put(60, 780, 'CFW/COP/2024/23', 8.5, 'B')
    p.put(LEFT, 750, 'What is to be measured', 10, 'B')
    cells(p, [(('What',), ('By whom',), ('Cost',)),
              (('Water that crosses the border between', 'two Parties'), ('Both, with the', 'secretariat'), ('1 204',)),
              (('Lakes',), ('The Party',), ('88',)),
              (('Rain in the mountains, as far as it', 'reaches a river that two Parties share', 'and use'), ('The Party',),
               ('–',)),
              (('Every place at which the Conference', 'asked for gauges to be set'),
               ('The Party on the left bank, which', 'hands the figures to the other one', 'and to the secretariat'), ('12',))])
    p.y = 590
    p.put(LEFT, p.y, '5.')
    p.paragraph('Costs are those of one year.', first=LEFT + 24)
    p.put(65, 40, '24-15600', 7)
    p.put(520, 40, '4/4', 8.5, 'B')
    return [first, second, third, fourth]


def cells(p, rows):
    """A table whose cells take several lines; figures stand at the foot of theirs."""
    y = 735
    for row in rows:
        for x, lines in zip((LEFT, 300, 480), row):
            top = max(map(len, row)) - len(lines) if x == 480 else 0
            for i, line in enumerate(lines):
                p.put(x, y - 10 * (top + i), line.replace('–', '-'), 8.5)
        y -= 10 * max(map(len, row)) + 5


def error():
    p = Page()
    p.y = 600
    p.paragraph('The document you are looking for does not exist in the Official Document System (ODS). Please contact '
                'the ODS support.')
    return [p]


def scan():
    p = Page()
    p.ops.append('q 400 0 0 600 60 60 cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x01\x7f\x7f\x01 EI Q')
    return [p]


def to_unicode():
    return ('/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def '
            '1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange '
            'endcmap end end')


def stream(data):
    return f'<< /Length {len(data.encode("latin-1"))} >>\nstream\n{data}\nendstream'


def write(path, pages, encrypted):
    objects = {1: '<< /Type /Catalog /Pages 2 0 R >>',
               3: '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>',
               4: '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>',
               5: '<< /Type /Font /Subtype /Type0 /BaseFont /Han /Encoding /Identity-H /DescendantFonts [6 0 R] '
                  '/ToUnicode 8 0 R >>',
               6: '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Han /CIDSystemInfo << /Registry (Adobe) '
                  '/Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 7 0 R >>',
               7: '<< /Type /FontDescriptor /FontName /Han /Flags 4 /FontBBox [0 -200 1000 900] /Ascent 880 '
                  '/Descent -120 /ItalicAngle 0 /CapHeight 800 /StemV 80 >>',
               8: stream(to_unicode())}
    kids = []
    for page in pages:
        n = max(objects) + 1
        notes = ''
        for x0, y0, x1, y1, address in page.links:
            notes += (f'<< /Type /Annot /Subtype /Link /Rect [{x0:.2f} {y0:.2f} {x1:.2f} {y1:.2f}] /Border [0 0 0] '
                      f'/A << /S /URI /URI ({address}) >> >> ')
        objects[n] = (f'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {n + 1} 0 R /Annots [{notes}] '
                      '/Resources << /Font << /R 3 0 R /B 4 0 R /H 5 0 R >> >> >>')
        objects[n + 1] = stream('\n'.join(page.ops))
        kids.append(f'{n} 0 R')
    objects[2] = f'<< /Type /Pages /Kids [{" ".join(kids)}] /Count {len(kids)} >>'
    out, places = b'%PDF-1.4\n', {}
    for n in sorted(objects):
        places[n] = len(out)
        out += f'{n} 0 obj\n{objects[n]}\nendobj\n'.encode('latin-1')
    start = len(out)
    out += f'xref\n0 {max(objects) + 1}\n0000000000 65535 f \n'.encode()
    out += b''.join(f'{places[n]:010} 00000 n \n'.encode() for n in sorted(objects))
    lock = '/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >> /ID [<00> <00>] '.format('41' * 32)
    out += f'trailer << /Size {max(objects) + 1} /Root 1 0 R {lock if encrypted else ""}>>\n'.encode()
    out += f'startxref\n{start}\n%%EOF\n'.encode()
    with open(path, 'wb') as file:
        file.write(out)


kind, path = sys.argv[1:3]
write(path, {'report': report, 'scan': scan, 'error': error, 'locked': error}[kind](), kind == 'locked')
