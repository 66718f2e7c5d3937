#!/bin/sh
# SPDX-License-Identifier: ISC
# Formats besides text, by files made here: what is understood, and what is refused in one line.
. "$DUAN_TOP/tests/tap.sh"
XDG_DATA_HOME=$scratch/data
export XDG_DATA_HOME
command -v python3 >/dev/null 2>&1 || skip_all "python3 is not installed"
cd "$scratch" || exit 1

has() {
	grep -q "define $1 1" "$DUAN_BUILD/config.h"
}

show() {
	"$DUAN" --no-config --no-add --ui=en show "$@"
}

# understood FILE NAME: text and JSON as the golden files have them.
understood() {
	show --text "$1" >"$scratch/text" 2>"$scratch/err"
	ok $? "$2 is read"
	is "$(cat "$scratch/err")" "" "$2: nothing else is said"
	golden "$scratch/text" "$DUAN_TESTS/golden/formats/$2.text" "$2: text"
	show --json "$1" | sed 's/},{"id"/},\n{"id"/g; s/"blocks":\[/&\n/; s/\],"remarks"/\n&/; s/"sha256":"[0-9a-f]*"/"sha256":""/' >"$scratch/json"
	golden "$scratch/json" "$DUAN_TESTS/golden/formats/$2.json" "$2: JSON"
}

# refused FILE WORDS NAME
refused() {
	show "$1" >"$scratch/text" 2>"$scratch/err"
	is "$?" 1 "$3 is refused"
	is "$(cat "$scratch/err")" "duan: $1: $2" "$3: in one line"
}

if has HAVE_DOCX; then
	python3 "$DUAN_TOP/tests/make_docx.py" report.docx
	understood report.docx docx
	head -c 2000 report.docx >cut.docx
	printf 'word/document.xml' >>cut.docx
	refused cut.docx "damaged, or no DOCX file at all" "half a file"
	"$DUAN" --no-config --ui=en add report.docx >added 2>&1
	grep -q "CFW/COP/2024/22" added
	ok $? "added to the library"
	is "$(show 'CFW/COP/2024/22#3' | cut -c 1-20)" "3.	A paragraph whose" "read from the library"
else
	printf 'PK\003\004 word/document.xml' >some.docx
	refused some.docx "this duan was built without a reader of DOCX" "a format without its library"
fi

if has HAVE_POPPLER; then
	for kind in report scan error locked; do
		python3 "$DUAN_TOP/tests/make_pdf.py" $kind $kind.pdf
	done
	understood report.pdf pdf
	refused scan.pdf "holds no text, only pictures of it; run character recognition on it first" "a scan"
	refused error.pdf "the document system's error page, not the document" "an error page"
	refused locked.pdf "needs a password; save it without one first" "a locked file"
	printf '%%PDF-1.4\nrubbish' >rubbish.pdf
	refused rubbish.pdf "damaged, or no PDF file at all" "rubbish"
else
	printf '%%PDF-1.4\n' >some.pdf
	refused some.pdf "this duan was built without a reader of PDF" "a format without its library"
fi

if has HAVE_LIBXML; then
	understood "$DUAN_TOP/tests/fixtures/report.html" html
	printf '<html><body><p>\347\273\223\350\256\272</p></body></html>' >utf8.html
	is "$(show utf8.html | tr -d '\t')" "结论" "UTF-8 that does not say so"
	iconv -f UTF-8 -t GB18030 utf8.html >gb.html 2>/dev/null &&
		is "$(show gb.html | tr -d '\t')" "结论" "GB18030 that does not say so"
	printf '<html><p>The document you are looking for does not exist in the Official Document System (ODS).</html>' >error.html
	refused error.html "the document system's error page, not the document" "an error page in HTML"
else
	printf '<html>' >some.html
	refused some.html "this duan was built without a reader of HTML" "a format without its library"
fi

if has HAVE_EPUB; then
	for kind in report loose missing locked pictures bomb again bare outside fonts empty many turns typed entities; do
		python3 "$DUAN_TOP/tests/make_epub.py" $kind $kind.epub
	done
	understood report.epub epub
	is "$(show loose.epub)" "$(show report.epub)" "a book that does not tell its type"
	refused missing.epub "damaged, or no EPUB file at all" "a book that lacks a page"
	refused locked.epub "needs a password; save it without one first" "a locked book"
	refused pictures.epub "holds no text, only pictures of it; run character recognition on it first" \
		"a book of pictures"
	refused bomb.epub "unpacks to more than any report holds" "80 MB packed into a few KB"
	refused again.epub "unpacks to more than any report holds" "a page that comes a thousand times"
	refused bare.epub "damaged, or no EPUB file at all" "a book without a container"
	refused outside.epub "damaged, or no EPUB file at all" "a book whose pages lie outside of it"
	refused empty.epub "damaged, or no EPUB file at all" "a book without a page"
	refused entities.epub "damaged, or no EPUB file at all" "a book whose package declares entities"
	is "$(show typed.epub)" "$(show report.epub)" "a book whose package names its document type"
	is "$(show fonts.epub)" "$(show report.epub)" "a book of which only a font is encrypted"
	is "$(show many.epub | wc -l | tr -d ' ')" 10000 "a book of ten thousand pages"
	is "$(show turns.epub | grep -c "took note of document")" 2 "a page that comes twice is read twice"
	head -c 900 report.epub >cut.epub
	refused cut.epub "damaged, or no EPUB file at all" "half a book"
else
	printf 'PK\003\004 META-INF/container.xml' >some.epub
	refused some.epub "this duan was built without a reader of EPUB" "a format without its libraries"
fi

printf '<?xml version="1.0"?><doc>text</doc>' >text.xml
refused text.xml "XML is not read yet; save it as PDF, DOCX or text first" "a format that has no reader"

# Two readers at once: the same order, the same result as one after the other; a bad file stops nothing.
mkdir many
for i in 1 2 3 4 5 6; do
	cp "$DUAN_TOP/sample/CFW_COP_2024_9.en.txt" many/$i-text.txt
	for file in report.docx report.pdf scan.pdf rubbish.pdf; do
		[ ! -f $file ] || cp $file many/$i-$file
	done
done
files=$(find many -type f | wc -l)
XDG_DATA_HOME=$scratch/many.data
export XDG_DATA_HOME
timeout -s INT 0.2 "$DUAN" --no-config --ui=en add --json many >first 2>first.err
status=$?
[ $status -lt 2 ] || [ $status -eq 124 ]
ok $? "interrupted, it ends as it should"
"$DUAN" --no-config --ui=en add --json many >second 2>second.err
is "$(grep -c '"path"' second)" "$((files))" "the rest is added when it is asked again: each file once"
is "$(sed 's/.*"path":"\([^"]*\)".*/\1/' second)" "$(find many -type f | LC_ALL=C sort)" "in order"
is "$(grep -c '"result":"refused"' second)" "$(find many -name '*-scan.pdf' -o -name '*-rubbish.pdf' | wc -l | tr -d ' ')" \
	"what is bad is refused, nothing else"
tap_done
