#!/bin/sh
# SPDX-License-Identifier: ISC
# Formats that another program converts: by a command of one's own, by an office suite, by nothing.
. "$DUAN_TOP/tests/tap.sh"
XDG_DATA_HOME=$scratch/data
TMPDIR=$scratch/tmp
export XDG_DATA_HOME TMPDIR
mkdir "$TMPDIR"
cd "$scratch" || exit 1

printf '{\\rtf1\\ansi CFW/COP/2024/9\\par\\par 1. Water.\\par}' >report.rtf
printf '1. 缔约国会议审议了水的分配。\n\n2. 见第 6/2 号决议。\n' >text
cat >convert <<'SCRIPT'
#!/bin/sh
case $1 in
text) printf '1. The Conference considered the report.\n\n2. It took note of it.\n' ;;
html) printf '<html><body><p>1. The Conference considered the report.</p></body></html>' >"$3" ;;
again) cat "$2" ;;
bad) exit 1 ;;
nothing) ;;
slow) exec sleep 60 ;;
binary) head -c 4000 /bin/sh ;;
esac
SCRIPT
chmod 755 convert

# by HOW: what the converter makes of the file.
by() {
	printf 'set convert-rtf %s/convert %s %%in %%out\nset convert-seconds %s\n' "$scratch" "$1" "${2:-20}" >duanrc
}

by text
"$DUAN" --config duanrc --no-add show report.rtf >out 2>err
is "$?" 0 "text"
is "$(cat out err)" "1.	The Conference considered the report.
2.	It took note of it." "is what the converter made"
is "$("$DUAN" --config duanrc --no-add show --json report.rtf | python3 -c '
import hashlib, json, sys
d = json.load(sys.stdin)
print(d["format"], d["sha256"] == hashlib.sha256(open("report.rtf", "rb").read()).hexdigest())' 2>&1)" \
	"rtf True" "it is the document of the file that was converted"
if grep -q "define HAVE_LIBXML 1" "$DUAN_BUILD/config.h"; then
	by html
	is "$("$DUAN" --config duanrc --no-add show report.rtf 2>&1)" "1.	The Conference considered the report." "HTML"
else
	skip "built without HTML"
fi

# refused HOW WORDS: one line says so, in both languages; nothing stays behind.
refused() {
	by "$1" "${3:-20}"
	"$DUAN" --config duanrc --ui en --no-add show report.rtf >out 2>err
	is "$?" 1 "$1: refused"
	is "$(cat out err)" "duan: report.rtf: $2" "$1: and why"
	"$DUAN" --config duanrc --ui zh --no-add show report.rtf >out 2>err
	is "$(wc -l <err | tr -d ' ')" 1 "$1: one line in Chinese"
	is "$(ls -A "$TMPDIR")" "" "$1: nothing is left"
}

refused again "RTF is not read yet; save it as PDF, DOCX or text first"
refused bad "its converter broke down over it; see convert-rtf"
refused nothing "its converter made nothing of it; see convert-rtf"
refused slow "not converted within 1 seconds, given up" 1
refused binary "is no text; give a text file"
printf 'set convert-rtf none\n' >duanrc
"$DUAN" --config duanrc --ui en --no-add show report.rtf >out 2>err
is "$(cat out err)" "duan: report.rtf: nothing here converts RTF; install libreoffice-writer, or save it as PDF or DOCX" \
	"no converter is wanted"
printf 'set convert-rtf no-such-program %%in\n' >duanrc
"$DUAN" --config duanrc --ui en --no-add show report.rtf >out 2>err
is "$(cat out err)" "duan: report.rtf: convert-rtf names no-such-program, which is not there" "one that is not there"
by text
TMPDIR=$scratch/missing "$DUAN" --config duanrc --ui en --no-add show report.rtf >out 2>err
is "$(cat out err)" "duan: report.rtf: no folder could be made for its conversion; see TMPDIR" "no room for it"

# Among many: in their order, the bad one stops nobody, and all know their files.
mkdir many
for i in 1 2 3 4 5; do
	printf '{\\rtf1 %s}' $i >many/$i.rtf
done
cp text many/2.txt
"$DUAN" --config duanrc --ui en add many >out 2>err
is "$(grep -c "^new	" out)" 6 "many are added: $(tail -n 1 out)"
is "$("$DUAN" --config duanrc --ui en add many | tail -n 1 | cut -d, -f1)" "new 0" "and are known again"
is "$(ls -A "$TMPDIR")" "" "nothing is left"
"$DUAN" --config duanrc --ui en check >out
grep -qx "converter of rtf	$scratch/convert" out
ok $? "check says what converts"
grep -q '^converters	a process of its own, 20 s, 4096 MB; ' out
ok $? "and what protects"

# An office suite, when there is one, makes the same of three formats.
office=$("$DUAN" --no-config --ui en check | sed -n 's/^converter of odt	//p')
if [ "$office" != none ] && grep -q "define HAVE_DOCX 1" "$DUAN_BUILD/config.h"; then
	printf '{\\rtf1\\ansi CFW/COP/2024/9\\par 1. The Conference took note of the report.\\par 2. \\u27700?\\u36164?\\u28304?\\par}' >office.rtf
	want=$(printf '\tCFW/COP/2024/9\n1.\tThe Conference took note of the report.\n2.\t水资源')
	is "$("$DUAN" --no-config --no-add show office.rtf 2>&1)" "$want" "RTF by an office suite"
	for format in odt doc; do
		for _ in 1 2; do # with new settings it does nothing but ask to be started again
			"$office" --headless --norestore "-env:UserInstallation=file://$scratch/profile" \
				--convert-to $format --outdir "$scratch" office.rtf >/dev/null 2>&1 && break
		done
		is "$("$DUAN" --no-config --no-add show office.$format 2>&1)" "$want" "$format by an office suite"
	done
	is "$(find "$TMPDIR" -name 'duan-convert*')" "" "nothing is left"
else
	skip "no office suite"
fi
tap_done
