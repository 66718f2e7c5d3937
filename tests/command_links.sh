#!/bin/sh
# SPDX-License-Identifier: ISC
# cites, cited-by, missing, family, cite: links of the sample library and of odd documents.
. "$DUAN_TOP/tests/tap.sh"
cd "$scratch" || exit 1
XDG_DATA_HOME=$scratch/data
export XDG_DATA_HOME

run() {
	"$DUAN" --no-config --ui=en "$@" >out 2>err </dev/null
}
run add "$DUAN_TOP/sample"

run cites CFW/COP/2024/L.7
is "$? $(grep -c 'doc:CFW/COP/2024/9' out)" "0 2" "cites: a document and a paragraph of it"
grep -q '^+	#fn_2	CFW/COP/2024/9, para. 13	\|^+	#fn_2	CFW/COP/2024/9	' out
ok $? "place, words and target; + is held"
run cites --json CFW/COP/2024/9@zh
is "$(grep -c '"kind":"sym".*"target":"doc:CFW/COP/2022/14".*"held":false' out)" 1 "cites --json"
run cites --all --json CFW/COP/2024/9@zh
grep -q '"target":"doc:CFW/COP/2024/9#fn_' out
ok $? "--all has its own footnotes"
run cites "$DUAN_TOP/sample/CFW_COP_2024_L.7.en.txt"
is "$? $(grep -c 'doc:CFW/COP/2024/9' out)" "0 2" "a file stands for what was added"

run cited-by CFW/COP/2024/9
is "$? $(cut -f 1 out | grep -c '^CFW/COP/2024/17@zh')" "0 5" "cited-by a document and its places"
is "$(cut -f 1 out | grep -c '^CFW/COP/2024/9@')" 0 "not by itself"
run cited-by --json cfw/cop/2024/9
grep -q '^{"symbol":"CFW/COP/2024/13/Rev.2","language":"zh","id":"fn_2","component":"annex_1"' out
ok $? "cited-by --json"

# A treaty, by its name or the document that holds it; an article; a paragraph of a resolution.
run cited-by treaty:CFW#art_9
cp out article
[ "$(grep -c 'treaty:CFW#art_9' article)" -ge 20 ]
ok $? "cited-by an article of a treaty"
is "$(grep -cv 'treaty:CFW#art_9\(__para_[0-9]\)\{0,1\}$' article)" 0 "and of no other"
for ref in CFW/CONF/2015/6#art_9 CFW/CONF/2015/6@en#art_9 treaty:cfw#art_9 treaty:CFW#9 CFW#art_9 cfw#9; do
	run cited-by "$ref"
	cmp -s out article
	ok $? "the same by $ref"
done
run cited-by CFW
cp out treaty
run cited-by CFW/CONF/2015/6
is "$(comm -23 treaty out | wc -l | tr -d ' ')" 0 "a treaty as a whole"
run cited-by 'res:CFW/COP:5/3#4'
is "$(cut -f 1 out | sort -u | tr '\n' ' ')" "CFW/COP/2024/9@en#fn_1 CFW/COP/2024/9@zh#fn_1 " \
	"a paragraph of a resolution"
run cited-by UNTREATY#1
is "$? $(wc -l <err | tr -d ' ')" "1 1" "a treaty that nobody has heard of"

run cited-by CFW/COP/2099/1
is "$? $(wc -c <out | tr -d ' ')" "0 0" "what nobody cites"

run missing
is "$?" 0 "missing"
is "$(cut -f 1 out)" "$(cut -f 1 out | sort -rn)" "most wanted first"
grep -q 'doc:CFW/COP/2024/1	https://docs.un.org/en/CFW/COP/2024/1$' out
ok $? "with addresses"
"$DUAN" --no-config --ui=zh missing | grep -q 'https://docs.un.org/zh/CFW/COP/2024/1$'
ok $? "in the reader's language"
run missing --json CFW/COP/2024/L.1/Add.2
is "$(grep -c '^{"target":"doc:CFW/COP/2024/2","container":null,"documents":[0-9]*,' out)" 1 "of one document"

run family CFW/COP/2024/9
is "$(cut -f 1-3 out)" "+	language	CFW/COP/2024/9@en
+	language	CFW/COP/2024/9@zh
+	corrigendum	CFW/COP/2024/9/Corr.1@zh" "family"
run family CFW/COP/2024/9/Corr.1
is "$(sed -n 's/^+	parent	//p' out | cut -f 1)" "CFW/COP/2024/9@en" "relatives in the reader's language"
run --ui=zh family CFW/COP/2024/9/Corr.1
is "$(cut -f 3 out | grep -c '^CFW/COP/2024/9@zh$')" 1 "whatever that is"
run family CFW/COP/2024/13/Rev.2
is "$(cut -f 1-3 out)" "+	language	CFW/COP/2024/13/Rev.2@zh
-	earlier version	CFW/COP/2024/13
+	revision	CFW/COP/2024/13/Rev.1@zh" "of a revision"
run family CFW/COP/2024/17
grep -q '^+	draft	CFW/COP/2024/L.1/Add.2@zh' out
ok $? "drafts of a report"
run family --json CFW/COP/2024/L.1/Add.2
grep -q '^{"relation":"final","symbol":"CFW/COP/2024/17"' out
ok $? "the report of a draft"
grep -q '^{"relation":"parent","symbol":"CFW/COP/2024/L.1","language":null,"title":null,"held":false}' out
ok $? "a relative that is only cited"

# A document cited in the words of its language; --ui overrides.
cite() {
	want=$1
	shift
	is "$("$DUAN" --no-config cite "$@")" "$want" "cite $*"
}
cite 'CFW/COP/2024/L.1/Add.2，第 5 段' CFW/COP/2024/L.1/Add.2#5
cite 'CFW/COP/2024/L.1/Add.2, para. 5' --ui=en CFW/COP/2024/L.1/Add.2#5
cite 'CFW/COP/2024/9, para. 5' CFW/COP/2024/9@en#5
cite 'CFW/CONF/2015/6，第 9 条第 2 款' CFW/CONF/2015/6@zh#art_9__para_2
cite 'CFW/CONF/2015/6, art. 9, para. 2' CFW/CONF/2015/6@en#art_9__para_2
cite 'CFW/COP/2024/9，附件一，第 3 段' 'CFW/COP/2024/9@zh!annex_1#3'
cite 'CFW/COP/2024/9, annex I, para. 3' 'CFW/COP/2024/9@en!annex_1#para_3'
cite 'CFW/COP/2024/17，第三节 A' CFW/COP/2024/17#sec_III__sec_A
cite 'CFW/COP/2024/17, sect. III.A' --ui=en CFW/COP/2024/17#sec_III__sec_A
cite 'CFW/COP/2024/9，脚注 5' CFW/COP/2024/9@zh#fn_5
cite 'A/70/1, para. 12 (a)' --ui=en 'A/70/1#12(a)'
cite 'A/70/1，第 12(a) 段' --ui=zh 'A/70/1#12(a)'
cite 'A/70/1' A/70/1
"$DUAN" --no-config cite --quote CFW/COP/2024/9@zh#5 | grep -q '^“.*”（CFW/COP/2024/9，第 5 段）$'
ok $? "cite --quote"
"$DUAN" --no-config cite --quote --json CFW/COP/2024/9@en#5 |
	grep -q '^{"symbol":"CFW/COP/2024/9","language":"en","place":"para_5","citation":"CFW/COP/2024/9, para. 5","quote":"'
ok $? "cite --quote --json"
run cite CFW/COP/2024/9#99
is "$? $(wc -l <err | tr -d ' ')" "1 1" "a place that is not there"

# Documents that cite each other, themselves, and one thing ten thousand times.
printf 'CFW/COP/2031/1\n\n1. See CFW/COP/2031/2 and CFW/COP/2031/1.\n' >one.txt
printf 'CFW/COP/2031/2\n\n1. See CFW/COP/2031/1, and CFW/COP/2031/77 that was never written.\n' >two.txt
{
	printf 'CFW/COP/2031/3\n\n1. See'
	awk 'BEGIN { for (i = 1; i <= 10000; i++) printf " CFW/COP/2031/%d,", i % 5000 + 1000 }'
	printf ' and so on.\n'
} >many.txt
run add one.txt two.txt many.txt
is "$?" 0 "odd documents are added"
run cites CFW/COP/2031/1
is "$(cut -f 1,4 out)" "+	doc:CFW/COP/2031/2" "a circle: one way"
run cited-by CFW/COP/2031/1
is "$(cut -f 1 out)" "CFW/COP/2031/2@en#para_1" "and back, once"
run cites CFW/COP/2031/3
is "$(wc -l <out | tr -d ' ')" 10000 "ten thousand citations in a paragraph"
run cited-by CFW/COP/2031/1500
is "$(wc -l <out | tr -d ' ')" 2 "each is filed"
run show CFW/COP/2031/3
is "$(grep -o 'CFW/COP/2031/[1-5][0-9][0-9][0-9]' out | wc -l | tr -d ' ')" 10000 "and the document reads"
run missing CFW/COP/2031/2
is "$(cut -f 3 out)" "doc:CFW/COP/2031/77" "a symbol that does not exist is missing"
run remove CFW/COP/2031/1 CFW/COP/2031/3
run missing CFW/COP/2031/2
is "$(cut -f 3 out | sort | tr '\n' ' ')" "doc:CFW/COP/2031/1 doc:CFW/COP/2031/77 " "as is one that was removed"
run check
is "$?" 0 "check finds nothing"
tap_done
