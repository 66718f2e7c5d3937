#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""A small DOCX file about the conference of sample/: make_docx.py FILE.

It holds what such files hold besides plain text: counted paragraphs, items and headings, notes,
links of both kinds, a table, one within another, a box, tracked changes, a content control, a text box that stands there
twice, hidden text, heads and feet."""
import sys
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def run(text, properties=''):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs, style='', number=None, properties=''):
    style = f'<w:pStyle w:val="{style}"/>' if style else ''
    if number:
        properties += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    return f'<w:p><w:pPr>{style}{properties}</w:pPr>{"".join(runs)}</w:p>'


def table(*rows):
    cells = lambda row: ''.join(f'<w:tc><w:tcPr/>{cell}</w:tc>' for cell in row)
    return '<w:tbl><w:tblPr/>' + ''.join(f'<w:tr>{cells(row)}</w:tr>' for row in rows) + '</w:tbl>'


def note(number):
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def link(relation, text):
    return f'<w:hyperlink r:id="{relation}">{run(text)}</w:hyperlink>'


def field(code, text):
    char = lambda kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
    return (char('begin') + f'<w:r><w:instrText> {code} </w:instrText></w:r>' + char('separate') +
            run(text) + char('end'))


BOX = p(run('Boxed words that stand in both renderings'))
BODY = ''.join([
    p(run('Third session'), style='Session'),
    p(run('Agenda item 4')),
    p(run('Measuring the rivers'), style='TitleHCH'),
    table([p(run('Summary')) + p(run('The secretariat was asked for figures. It gives them here.')) +
           table([p(run('Asked')), p(run('Answered'))], [p(run('31')), p(run('14'))]) + p(run('Some came late.'))]),
    p(run('Introduction'), style='HCh', number=(3, 0)),
    p(run('The Conference of the Parties recalled its decision 2/7'), note(2),
      run(' and took note of the '), link('rId9', 'report of the Working Group'), run('.'), number=(1, 0)),
    p(run('It decided, in accordance with document '), field('HYPERLINK "https://docs.un.org/en/CFW/COP/2024/9"',
                                                             'CFW/COP/2024/9'), run(':'), number=(1, 0)),
    p(run('To measure '), '<w:del>', run('every month').replace('w:t>', 'w:delText>').replace('<w:t ', '<w:delText '),
      '</w:del><w:ins>', run('twice a year'), '</w:ins>', run(';'), number=(1, 1)),
    p(run('To publish what was measured:'), number=(1, 1)),
    p(run('By river;'), number=(1, 2)),
    p(run('By State.'), number=(1, 2)),
    p(run('Costs'), style='H1', number=(3, 1)),
    p(run('A paragraph whose end was deleted'), properties='<w:rPr><w:del/></w:rPr>', number=(1, 0)),
    p(run(' goes on in the next one, non'), '<w:r><w:noBreakHyphen/></w:r>', run('stop.'), run('Hidden.', '<w:vanish/>')),
    table([p(run('River')), p(run('Length (km)')), p(run('Note'))],
          [p(run('Long River')), p(run('1,204')), p()],
          [p(run('Short')) + p(run('River')), p(run('88')), p(run('since 2019'), note(3))]),
    f'<w:sdt><w:sdtPr><w:alias w:val="Control"/></w:sdtPr><w:sdtContent>'
    f'{p(run("Words in a content control."), number=(1, 0))}</w:sdtContent></w:sdt>',
    p(run('Anchor of a box.'), '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>', BOX,
      '</w:txbxContent></mc:Choice><mc:Fallback><w:pict><w:txbxContent>', BOX,
      '</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>', number=(1, 0)),
    p(run('A bullet'), number=(2, 0)),
    p(run('An earlier list counts again'), properties='<w:pPrChange><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr>'
      '</w:pPr></w:pPrChange>', number=(4, 0)),
])

LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'


def numbering():
    lists = [[('decimal', '%1.'), ('lowerLetter', '(%2)'), ('lowerRoman', '(%3)')], [('bullet', '\uf0b7')],
             [('upperRoman', '%1.'), ('upperLetter', '%2.')]]
    out = f'{HEAD}<w:numbering {W}>'
    for i, levels in enumerate(lists):
        out += f'<w:abstractNum w:abstractNumId="{i}">'
        out += ''.join(LEVEL.format(k, *level) for k, level in enumerate(levels)) + '</w:abstractNum>'
    for i in range(3):
        out += f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>'
    out += ('<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/>'
            '</w:lvlOverride></w:num>')
    return out + '</w:numbering>'


def footnotes():
    texts = {2: run(' See ') + link('rId1', 'CFW/COP/2024/13') + run(', para. 4.'), 3: run(' Estimated.')}
    out = f'{HEAD}<w:footnotes {W} {R}><w:footnote w:id="0" w:type="separator">{p(run("____"))}</w:footnote>'
    for number, text in texts.items():
        out += f'<w:footnote w:id="{number}">{p("<w:r><w:tab/><w:footnoteRef/></w:r>", text)}</w:footnote>'
    return out + '</w:footnotes>'


def relations(*rows):
    out = f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    return out + ''.join(f'<Relationship Id="{i}" Type="{REL}/{kind}" Target="{target}"/>'
                         for i, kind, target in rows) + '</Relationships>'


STYLES = f'''{HEAD}<w:styles {W}>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="HCh"><w:name w:val="_ H _Ch"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="_ H_1"/><w:basedOn w:val="HCh"/></w:style>
</w:styles>'''
MASTHEAD = table([p(run('United Nations')), p(run('CFW/COP/2024/22'))],
                 [p(run('Convention on Fresh Water')), p(run('Distr.: General')) + p(run('3 September 2024'))])
PARTS = {
    '[Content_Types].xml': f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations(('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': f'{HEAD}<w:document {W} {R} {MC}><w:body>{BODY}<w:sectPr/></w:body></w:document>',
    'word/styles.xml': STYLES,
    'word/numbering.xml': numbering(),
    'word/footnotes.xml': footnotes(),
    'word/header1.xml': f'{HEAD}<w:hdr {W}>{p(run("CFW/COP/2024/22"))}</w:hdr>',
    'word/header2.xml': f'{HEAD}<w:hdr {W}>{MASTHEAD}</w:hdr>',
    'word/footer1.xml': f'{HEAD}<w:ftr {W}>{p(run("V.24-15500"))}</w:ftr>',
    'word/_rels/footnotes.xml.rels': relations(('rId1', 'hyperlink', 'https://docs.un.org/en/CFW/COP/2024/13')),
    'word/_rels/document.xml.rels': relations(
        ('rId1', 'header', 'header1.xml'), ('rId2', 'header', 'header2.xml'), ('rId3', 'footer', 'footer1.xml'),
        ('rId9', 'hyperlink', 'https://docs.un.org/en/CFW/COP/2024/17')),
    'docProps/custom.xml': f'{HEAD}<Properties><property name="Symbol1"><lpwstr>CFW/COP/2024/1_x000d_</lpwstr>'
                           '</property></Properties>',
}

with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as archive:
    for name, text in PARTS.items():
        archive.writestr(zipfile.ZipInfo(name), text)
