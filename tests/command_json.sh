#!/bin/sh
# SPDX-License-Identifier: ISC
# docs/json.md is what the commands print.
. "$DUAN_TOP/tests/tap.sh"
command -v python3 >/dev/null 2>&1 || skip_all "python3 is not installed"
cd "$scratch" || exit 1
HOME=$scratch
XDG_DATA_HOME=$scratch/data
export HOME XDG_DATA_HOME
sample=$DUAN_TOP/sample
tab=$(printf '\t')

duan() {
	"$DUAN" --no-config --ui=en "$@" 2>>err
}
# NAME COMMAND...: each object that the command prints, as a line "NAME<TAB>{…}"
says() {
	name=$1
	shift
	duan "$@" | sed "s|^|$name$tab|" >>lines
}
says add add --json "$sample" absent.txt
{
	duan note CFW/COP/2024/9#12 "a well"
	duan note --highlight 2 --words 含水层 CFW/COP/2024/17#20 ""
	duan bookmark CFW/COP/2024/9#5 springs
	duan tag CFW/COP/2024/9#12 wells
} >out
says show show --json CFW/COP/2024/17
says show show --json CFW/COP/2024/9@en
says list list --json
says cites cites --json CFW/COP/2024/17
says cited-by cited-by --json CFW/COP/2024/9
says missing missing --json
says family family --json CFW/COP/2024/9
says family family --json CFW/COP/2024/13/Rev.1
says cite cite --json CFW/COP/2024/9#12
says cite cite --quote --json CFW/COP/2024/9#12
says search search --json 水
says search search --json CFW/COP/2024/9
says notes notes --json
says notes bookmarks --json
says tag tag --json
says diff diff --json CFW/COP/2024/13/Rev.1 CFW/COP/2024/13/Rev.2
says diff diff --json CFW/COP/2024/9@zh CFW/COP/2024/9@en
duan export --format=json >notes.json
says import import --json notes.json
printf '见第 7/5 号决议和 CAC/COSP/2019/9、 A/70/1，第 3 段。\n' >text
duan scan --json --context root=CAC/COSP <text | sed "s|^|scan$tab|" >>lines
python3 "$DUAN_TESTS/json_documented.py" "$DUAN_TOP/docs/json.md" <lines
