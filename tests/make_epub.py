#!/usr/bin/env python3
# SPDX-License-Identifier: ISC
"""make_epub.py WAY FILE: a small EPUB about the conference of sample/, or one that goes wrong.

report: pages in the order of the spine and not of the archive, a folder and a blank in paths, notes at
the end of a page and on a page of their own, a number of a printed page; missing: a page that is not
there; locked: a page that is encrypted; pictures: no text; bomb: 80 MB in 80 KB; again: a page of a
megabyte a thousand times; loose: without the entry that tells the type; bare: no container; outside: pages
that lie above the archive; fonts: nothing but a font is encrypted; empty: no page in the spine; many: 10,000
items, each a page; turns: each of the pages of report is read twice;
typed: the package names its document type; entities: it declares entities."""
import sys
import zipfile

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
CONTAINER = (HEAD + '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
             '<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/>'
             '</rootfiles></container>')
LOCKED = (HEAD + '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
          'xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:CipherData>'
          '<enc:CipherReference URI="%s"/></enc:CipherData></enc:EncryptedData></encryption>')


def page(body):
    return (HEAD + '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
            '<head><title/></head><body>' + body + '</body></html>')


ONE = page('''<p>United Nations</p><p>CFW/COP/2024/25</p><h1>Gauges of small rivers</h1><h2>I. Introduction</h2>
<p>1. The Conference recalled its decision 2/7<a href="#n1"><sup>1</sup></a> and took note of document
CFW/COP/2024/9.</p>
<aside id="n1"><p><a href="#r1">1</a> See CFW/COP/2024/13, para. 4.</p></aside>''')
TWO = page('''<h2>II. Gauges</h2><p>2. It noted that gauges<span epub:type="pagebreak" id="p7">7</span> had been
placed<a epub:type="noteref" id="back" href="../notes.xhtml#n1"><sup>2</sup></a> in twelve rivers, and invited parties:</p>
<ol type="a"><li>To read them;</li><li>To publish what they read.</li></ol>''')
NOTES = page('<ol><li id="n1"><p>Estimated. <a href="text/two%20b.xhtml#back">&#8617;</a></p></li></ol>')
NAV = page('<nav epub:type="toc"><ol><li><a href="text/one.xhtml">Gauges</a></li></ol></nav>')


TYPES = {'typed': '<!DOCTYPE package PUBLIC "+//ISBN 0-9673008-1-9//DTD OEB 1.2 Package//EN" "oebpkg12.dtd">',
         'entities': '<!DOCTYPE package [<!ENTITY a "water"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'}


def package(pages, spine, way):
    items = ''.join('<item id="i%d" href="%s" media-type="application/xhtml+xml"/>' % (i, name)
                    for i, name in enumerate(pages))
    return (HEAD + TYPES.get(way, '') + '<package version="3.0" xmlns="http://www.idpf.org/2007/opf" unique-identifier="id"><manifest>' +
            items + '<item id="css" href="a.css" media-type="text/css"/></manifest><spine>' +
            ''.join('<itemref idref="i%d"/>' % i for i in spine) + '<itemref idref="none"/></spine></package>')


def write(way, path):
    pages = {'notes.xhtml': NOTES, 'text/two%20b.xhtml': TWO, 'nav.xhtml': NAV, 'text/one.xhtml': ONE}
    spine = [2, 3, 1, 0]
    if way == 'pictures':
        pages, spine = {'one.xhtml': page('<div><img src="1.png" alt=""/></div>')}, [0]
    if way == 'bomb':
        pages, spine = {'one.xhtml': page('<p>' + 'water ' * (80 << 20 >> 3) + '</p>')}, [0]
    if way == 'again':
        pages, spine = {'one.xhtml': page('<p>' + '%d ' * 250000 % tuple(range(250000)) + '</p>')}, [0] * 1000
    if way == 'outside':
        pages, spine = {'../../../../../etc/hostname': ONE, '/etc/hostname': ONE}, [0, 1]
    if way == 'many':
        pages = {'%d.xhtml' % i: page('<p>%d. Water.</p>' % (i + 1)) for i in range(10000)}
        spine = range(10000)
    if way == 'empty':
        spine = []
    if way == 'turns':
        spine = spine * 2
    locked = {'locked': 'OEBPS/text/two%20b.xhtml', 'fonts': 'OEBPS/fonts/serif.otf'}
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        if way != 'loose':
            archive.writestr('mimetype', 'application/epub+zip', zipfile.ZIP_STORED)
        if way != 'bare':
            archive.writestr('META-INF/container.xml', CONTAINER)
        if way in locked:
            archive.writestr('META-INF/encryption.xml', LOCKED % locked[way])
        archive.writestr('OEBPS/content.opf', package(pages, spine, way))
        for name, text in pages.items():
            if way != 'outside' and (way != 'missing' or not name.startswith('text/two')):
                archive.writestr('OEBPS/' + name.replace('%20', ' '), text)


write(sys.argv[1], sys.argv[2])
