# SPDX-License-Identifier: ISC
"""What the Web Annotation Data Model requires of a collection (https://www.w3.org/TR/annotation-model/).

   w3c.py FILE    says how many annotations there are, or the first one that is wrong"""
import json
import re
import sys

CONTEXT = 'http://www.w3.org/ns/anno.jsonld'
MOTIVATIONS = {'commenting', 'highlighting', 'bookmarking', 'tagging'}
IRI = re.compile(r'[a-z][a-z0-9+.-]*:[!-~]+$')
TIME = re.compile(r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$')


def need(condition, words, what):
    if not condition:
        sys.exit('%s: %s' % (words, json.dumps(what, ensure_ascii=False)[:200]))


def as_list(value):
    return value if isinstance(value, list) else [value]


def check_body(body):
    need(body.get('type') == 'TextualBody', 'body without a type', body)
    need(isinstance(body.get('value'), str), 'TextualBody without a value', body)
    need(body.get('purpose') in MOTIVATIONS, 'purpose that is not known', body)


def check_selector(selector):
    kind = selector.get('type')
    if kind == 'TextQuoteSelector':
        need(isinstance(selector.get('exact'), str), 'quotation without its words', selector)
    elif kind == 'FragmentSelector':
        need(selector.get('value'), 'fragment without a value', selector)
        need(IRI.match(selector.get('conformsTo', '')), 'fragment of no specification', selector)
    elif kind == 'TextPositionSelector':
        need(0 <= selector.get('start', -1) <= selector.get('end', -1), 'position', selector)
    else:
        need(False, 'selector of no known type', selector)
    if 'refinedBy' in selector:
        check_selector(selector['refinedBy'])


def check(annotation):
    need(CONTEXT in as_list(annotation.get('@context')), 'no @context', annotation)
    need(IRI.match(annotation.get('id', '')), 'id is no IRI', annotation)
    need('Annotation' in as_list(annotation.get('type')), 'type', annotation)
    need(annotation.get('motivation') in MOTIVATIONS, 'motivation', annotation)
    need(TIME.match(annotation.get('created', '')), 'created', annotation)
    need(TIME.match(annotation.get('modified', '')), 'modified', annotation)
    for body in as_list(annotation.get('body', [])):
        check_body(body)
    need('target' in annotation, 'no target', annotation)
    target = annotation['target']
    need(IRI.match(target.get('source', '')), 'source is no IRI', annotation)
    for selector in as_list(target.get('selector', [])):
        check_selector(selector)
    for text in ('quote', 'text', 'prefix', 'suffix'):
        need(text not in annotation.get('duan:note', {}), 'said twice', annotation)


def main():
    with open(sys.argv[1], encoding='utf-8') as f:
        collection = json.load(f)
    need(CONTEXT in as_list(collection.get('@context')), 'no @context', collection)
    need(collection.get('type') == 'AnnotationCollection', 'type', collection)
    need(IRI.match(collection.get('id', '')), 'id', collection)
    page = collection['first']
    need(page.get('type') == 'AnnotationPage', 'page', page)
    need(collection.get('total') == len(page['items']), 'total', collection.get('total'))
    for annotation in page['items']:
        check(annotation)
    print('%d annotations' % len(page['items']))


main()
