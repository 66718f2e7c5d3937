#!/bin/sh
# SPDX-License-Identifier: ISC
# What the shells complete: commands, options, values, documents of the library.
. "$DUAN_TOP/tests/tap.sh"
folder=$DUAN_BUILD/completion
XDG_DATA_HOME=$scratch/data
PATH=$(dirname "$DUAN"):$PATH
export XDG_DATA_HOME PATH
"$DUAN" --no-config add "$DUAN_TOP"/sample/CFW_COP_2024_9.*.txt >/dev/null

# completes WORDS... WANT: the last word is completed to what contains these words.
completes() {
	want=$1
	shift
	got=$(bash -c '. "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _duan; printf "%s\n" "${COMPREPLY[@]}"' \
		"$folder/duan" "$@" 2>&1 | tr '\n' ' ')
	case " $got" in
	*" $want "*) ok 0 "$*: $want" ;;
	*) is "$got" "$want" "$*" ;;
	esac
}

if command -v bash >/dev/null 2>&1; then
	completes show duan sh
	completes cited-by duan cit
	completes --outline duan show --o
	completes --library duan --li
	completes zh duan --ui ''
	completes CFW/COP/2024/9 duan show cfw/c
	completes CFW/COP/2024/9 duan CFW
	completes --json duan --ui zh list --j
else
	skip "bash is not installed"
fi
for shell in zsh fish; do
	if command -v $shell >/dev/null 2>&1; then
		file=$folder/_duan
		[ $shell = zsh ] || file=$folder/duan.fish
		$shell -n "$file" >"$scratch/log" 2>&1
		ok $? "$shell reads it"
		sed 's/^/# /' "$scratch/log"
	else
		skip "$shell is not installed"
	fi
done
if command -v fish >/dev/null 2>&1; then
	HOME=$scratch fish -c "source '$folder/duan.fish'; complete -C 'duan sh'" 2>&1 | grep -q '^show'
	ok $? "fish completes a command"
	HOME=$scratch fish -c "source '$folder/duan.fish'; complete -C 'duan show CFW'" 2>&1 | grep -q '^CFW/COP/2024/9'
	ok $? "and a document"
fi
tap_done
