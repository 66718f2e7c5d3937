#!/bin/sh
# SPDX-License-Identifier: ISC
# fetch, from a server started here: what comes in, and one clear line for whatever goes wrong.
. "$DUAN_TOP/tests/tap.sh"
command -v python3 >/dev/null 2>&1 || skip_all "python3 is not installed"
cd "$scratch" || exit 1
XDG_DATA_HOME=$scratch/data
no_proxy='*' NO_PROXY='*'
export XDG_DATA_HOME no_proxy NO_PROXY
grep -q 'define HAVE_LIBCURL 1' "$DUAN_BUILD/config.h" || {
	"$DUAN" --no-config fetch CFW/COP/2024/23 >out 2>err
	is "$? $(wc -l <err | tr -d ' ') $(grep -c 'built without libcurl' err)" "1 1 1" "a build without libcurl says so"
	tap_done
	exit
}

# start FOLDER [CERTIFICATE]
start() {
	mkdir -p "$1"
	python3 "$DUAN_TOP/tests/fetch_server.py" "$@" >"$1/log" 2>&1 &
	servers="$servers $!"
	n=0
	while [ ! -f "$1/port" ] && [ "$n" -lt 100 ]; do
		sleep 0.1
		n=$((n + 1))
	done
}
servers=
# shellcheck disable=SC2086 # a list of numbers
trap 'kill $servers 2>/dev/null; rm -rf "$scratch"' EXIT
start server
port=$(cat server/port)

# settings PATTERN: where to fetch from, in two seconds.
settings() {
	printf 'set fetch-from %s\nset fetch-seconds 2\nset convert-doc none\n' "$1" >settings
}
run() {
	"$DUAN" --config "$scratch/settings" --ui=en fetch "$@" >out 2>err </dev/null
}
held() {
	"$DUAN" --no-config list --json | wc -l | tr -d ' '
}
# refused WAY WORDS NAME: in both languages one line, nothing on standard output, nothing added.
refused() {
	settings "http://127.0.0.1:$port/$1/{language}/{symbol}"
	run CFW/COP/2024/23@en
	is "$? $(cat err)" "1 duan: CFW/COP/2024/23@en: $2" "$3"
	"$DUAN" --config "$scratch/settings" --ui=zh fetch CFW/COP/2024/23@en >>out 2>err </dev/null
	is "$(grep -c '^duan: CFW/COP/2024/23@en：' err) $(wc -l <err | tr -d ' ') $(wc -c <out | tr -d ' ')" "1 1 0" \
		"$3: a line in Chinese too"
	is "$(held) $(find data -name 'CFW*')" "0 " "$3: nothing is added"
}

# What goes wrong.
refused none "the server has no such document (HTTP 404)" "404"
refused empty "the server answers with nothing; not published there" "an empty answer"
refused page "what came is a page of the server, not the document" "an error page"
refused long-page "what came is a page of the server, not the document" "a page that calls itself PDF"
refused json "what came is a page of the server, not the document" "an error in JSON"
refused picture "what came is neither PDF, DOCX, HTML, EPUB nor text" "a picture"
refused word "nothing here converts Word; install libreoffice-writer, or save it as PDF or DOCX" "a type that nothing converts"
refused busy "the server refuses (HTTP 503); try again later" "a busy server"
refused circle "the server sends on in circles, or to where duan does not go" "redirects in circles"
refused elsewhere "the server sends on in circles, or to where duan does not go" "a redirect to a file"
refused cut "the connection broke off before the end; try again" "a body that is cut off"
refused silent "the connection broke off before the end; try again" "no answer"
refused huge "larger than 128 MB, given up" "1 GB"
is "$(test "$(cat server/sent)" -lt 33554432 && echo early)" early "1 GB: given up when its size is told"
refused slow "too slow, given up; try again later" "a slow server"
refused drip "too slow, given up; try again later" "a few bytes at a time"
settings "http://127.0.0.1:$port/endless/{language}/{symbol}"
run CFW/COP/2024/23@en
is "$? $(cat err)" "1 duan: CFW/COP/2024/23@en: larger than 128 MB, given up" "1 GB that does not tell its size"
is "$(test "$(cat server/sent)" -lt 201326592 && echo early)" early "it is cut off early"
settings "https://127.0.0.1:$port/file/{language}/{symbol}"
run CFW/COP/2024/23@en
is "$? $(cat err)" "1 duan: CFW/COP/2024/23@en: 127.0.0.1 cannot prove who it is (TLS); nothing was taken from it" \
	"a server without TLS"
settings "http://127.0.0.1:1/{language}/{symbol}"
run CFW/COP/2024/23@en
is "$? $(cat err)" "1 duan: CFW/COP/2024/23@en: 127.0.0.1 takes no connection; try again later" "no server"
settings "http://localhost:$port/none/{language}/{symbol}"
run CFW/COP/2024/23@en
is "$? $(cat err)" "1 duan: CFW/COP/2024/23@en: the server has no such document (HTTP 404)" \
	"a server by its name: names are looked up in the cage"
settings "http://nowhere.invalid/{language}/{symbol}"
run CFW/COP/2024/23@en
is "$? $(cat err)" "1 duan: CFW/COP/2024/23@en: nowhere.invalid is not found; is there a network?" "no such host"
settings "file://{language}/{symbol}"
run CFW/COP/2024/23@en
is "$? $(wc -l <err | tr -d ' ')" "1 1" "no address of the network"
if command -v openssl >/dev/null 2>&1 &&
	openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 \
		-days 2 -keyout key -out certificate >/dev/null 2>&1; then
	cat key certificate >both
	start tls "$scratch/both"
	settings "https://127.0.0.1:$(cat tls/port)/file/{language}/{symbol}"
	run CFW/COP/2024/23@en
	is "$? $(cat err)" \
		"1 duan: CFW/COP/2024/23@en: 127.0.0.1 cannot prove who it is (TLS); nothing was taken from it" \
		"a certificate that nobody vouches for"
	is "$(cat tls/asked 2>/dev/null)" "" "nothing was asked of it"
	cp "$DUAN_TOP/sample/CFW_COP_2024_9.en.txt" tls/en-9.bin
	(
		XDG_DATA_HOME=$scratch/data-tls SSL_CERT_FILE=$scratch/certificate
		export XDG_DATA_HOME SSL_CERT_FILE
		run CFW/COP/2024/9@en
	)
	is "$? $(cut -f 1,2 out) $(cat err)" "0 new	CFW/COP/2024/9@en " "a certificate that the person vouches for"
else
	skip "openssl is not installed"
fi

# What the call says.
settings "http://127.0.0.1:$port/file/{language}/{symbol}"
run
is "$? $(wc -l <err | tr -d ' ')" "2 1" "no symbol"
run report.txt
is "$? $(wc -l <err | tr -d ' ')" "2 1" "no symbol but a name"
run --missing A/1 A/2
is "$?" 2 "--missing takes one document"
: >server/asked

# What comes in.
has() {
	grep -q "define $1 1" "$DUAN_BUILD/config.h"
}
cp "$DUAN_TOP/sample/CFW_COP_2024_9.zh.txt" server/zh-9.bin
cp "$DUAN_TOP/sample/CFW_COP_2024_9.en.txt" server/en-9.bin
run cfw/cop/2024/9@zh
is "$? $(cut -f 1,2 out) $(cat err)" "0 new	CFW/COP/2024/9@zh " "a text"
is "$(cat server/asked)" "/file/zh/CFW/COP/2024/9" "asked once, for that, in capitals"
is "$(stat -c '%a' data/duan/fetched data/duan/fetched/* | tr '\n' ' ')" "700 600 " "its file is for us alone"
cmp -s data/duan/fetched/CFW_COP_2024_9.zh.txt server/zh-9.bin
ok $? "its file is as it came"
"$DUAN" --no-config show 'CFW/COP/2024/9@zh#5' | grep -q .
ok $? "it can be read"
: >server/asked
run cfw/cop/2024/9@ZH
is "$? $(cut -f 1,2 out) $(cat server/asked)" "0 same	CFW/COP/2024/9@zh " "what is held is not asked for"
run --json CFW/COP/2024/9
is "$? $(grep -c '"wanted":"CFW/COP/2024/9","result":"new","symbol":"CFW/COP/2024/9","language":"en"' out)" "0 1" \
	"without a language that of the interface, as JSON"
if has HAVE_POPPLER; then
	python3 "$DUAN_TOP/tests/make_pdf.py" report server/en-23.bin
	refused_before=$(held)
	settings "http://127.0.0.1:$port/headless/{language}/{symbol}"
	run CFW/COP/2024/23@en
	is "$? $(cat err)" "1 duan: CFW/COP/2024/23@en: the PDF that came has no end; try again" "half a PDF"
	settings "http://127.0.0.1:$port/damaged/{language}/{symbol}"
	run CFW/COP/2024/23@en
	is "$? $(cat err)" "1 duan: CFW/COP/2024/23@en: damaged, or no PDF file at all" "a damaged PDF"
	cp server/en-23.bin server/en-99.bin
	settings "http://127.0.0.1:$port/file/{language}/{symbol}"
	run CFW/COP/2024/99@en
	is "$? $(cat err)" "1 duan: CFW/COP/2024/99@en: what came is CFW/COP/2024/23" "another document"
	is "$(held)" "$refused_before" "nothing of these is added"
	settings "http://127.0.0.1:$port/redirect/{language}/{symbol}"
	: >server/asked
	"$DUAN" --config "$scratch/settings" --ui=zh fetch CFW/COP/2024/23 >out 2>err
	is "$? $(cut -f 1,2,4- out | tail -n 1)" "0 新增	CFW/COP/2024/23@en	没有可用的 zh 文本" \
		"a PDF, through redirects, in the next language"
	is "$(tr '\n' ' ' <server/asked)" "/redirect/zh/CFW/COP/2024/23 /redirect2/zh/CFW/COP/2024/23 \
/file/zh/CFW/COP/2024/23 /redirect/en/CFW/COP/2024/23 /redirect2/en/CFW/COP/2024/23 /file/en/CFW/COP/2024/23 " \
		"asked for one language after the other"
	[ -f data/duan/fetched/CFW_COP_2024_23.en.pdf ]
	ok $? "its file is named by what it is"
fi
if has HAVE_LIBXML; then
	cp "$DUAN_TOP/tests/fixtures/report.html" server/en-24.bin
	settings "http://127.0.0.1:$port/file/{language}/{symbol}"
	run CFW/COP/2024/24@en
	is "$? $(cut -f 1,2 out)" "0 new	CFW/COP/2024/24@en" "an HTML file that is no error page, short as it is"
fi
if has HAVE_DOCX; then
	python3 "$DUAN_TOP/tests/make_docx.py" server/en-22.bin
	settings "http://127.0.0.1:$port/{format}/{language}/{symbol}"
	: >server/asked
	run CFW/COP/2024/22@en
	is "$? $(cut -f 1,2 out)" "0 new	CFW/COP/2024/22@en" "a DOCX, where there is no PDF"
	is "$(tr '\n' ' ' <server/asked)" "/pdf/en/CFW/COP/2024/22 /doc/en/CFW/COP/2024/22 " "asked for one after the other"
	run CFW/COP/2024/21@en
	is "$? $(cat err)" "1 duan: CFW/COP/2024/21@en: the server has no such document (HTTP 404)" "neither of them"
fi

# In the reader.
settings "http://127.0.0.1:$port/file/{language}/{symbol}"
XDG_DATA_HOME=$scratch/data-reader
"$DUAN" --no-config add "$DUAN_TOP/sample/CFW_COP_2024_17.zh.txt" >out
# keys KEYS: the last line of the screen, of a reader who pressed them on the link to CFW/COP/2024/9.
keys() {
	"$DUAN" --config "$scratch/settings" --ui=zh --size 12x80 --script "18G<Tab><Tab><Tab><Tab><Tab><Tab>$1" \
		CFW/COP/2024/17 >screen 2>&1
	tail -n 1 screen
}
is "$(keys '<Enter>')" "文献库中没有 CFW/COP/2024/9；在此处按 gx 下载" "reader: a link that leads nowhere tells how"
is "$(keys gx)" "CFW/COP/2024/9@zh 已收入文献库：《淡水公约》第九条的执行情况" "reader: gx fetches"
keys '<Enter>' >/dev/null
grep -q '^ CFW/COP/2024/9 ›' screen
ok $? "reader: the link is live"
is "$(keys gx)" "https://docs.un.org/zh/CFW/COP/2024/9" "reader: of what is held gx tells the address"
"$DUAN" --config "$scratch/settings" --ui=zh --no-add --size 12x80 --script gmjgx CFW/COP/2024/17 | tail -n 1 >out
is "$(cat out)" "https://docs.un.org/zh/CFW/COP/2022/14" "reader: nothing is fetched when nothing may be added"
: >server/asked
"$DUAN" --config "$scratch/settings" --ui=en --size 12x80 --script gmj3gx CFW/COP/2024/17 >screen
is "$(sed -n 's|^/file/en/||p' server/asked | tr '\n' ' ')" "CFW/COP/2022/14 CFW/COP/2024/PV.1 CFW/COP/2024/PV.2 " \
	"reader: with a number so many items of a list"
XDG_DATA_HOME=$scratch/data

# All that is missing.
run --json --missing --limit 2 CFW/COP/2024/9@zh
is "$? $(grep -c '^{"wanted":.*"result":"refused"' out)" "1 2" "--missing goes through what is cited and not held"
settings "http://127.0.0.1:1/{language}/{symbol}"
run --missing
is "$? $(wc -l <err | tr -d ' ') $(grep -c 'more not tried$' err)" "1 2 1" "--missing: without a way there it stops"

# Interrupted.
settings "http://127.0.0.1:$port/slow/{language}/{symbol}"
: >server/asked
before=$(held)
sh -c 'trap - INT; echo $$ >pid; exec "$@"' sh "$DUAN" --config "$scratch/settings" --ui=en fetch A/70/1@en A/70/2@en \
	>out 2>err </dev/null &
child=$!
n=0
while [ ! -s server/asked ] && [ "$n" -lt 100 ]; do
	sleep 0.1
	n=$((n + 1))
done
kill -INT "$(cat pid)"
wait "$child"
is "$? $(tr '\n' '|' <err)" "1 duan: A/70/1@en: cancelled|duan: 1 more not tried|" "^C"
is "$(held)" "$before" "^C: nothing is added"

# A library that may only be read.
if [ "$(id -u)" -ne 0 ]; then
	chmod 400 data/duan/library.db
	run CFW/COP/2024/24
	is "$? $(wc -l <err | tr -d ' ')" "1 1" "a library of others"
fi
tap_done
