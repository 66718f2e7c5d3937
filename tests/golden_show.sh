#!/bin/sh
# SPDX-License-Identifier: ISC
# Documents as they are understood: text, outline and JSON of the sample library and the fixtures.
. "$DUAN_TOP/tests/tap.sh"
XDG_DATA_HOME=$scratch/data
export XDG_DATA_HOME

for file in "$DUAN_TOP"/sample/*.txt "$DUAN_TOP"/tests/fixtures/*.txt; do
	[ -f "$file" ] || continue
	name=$(basename "$file" .txt)
	for form in text outline json; do
		"$DUAN" --no-config --no-add --ui=en show --"$form" "$file" >"$scratch/out" 2>"$scratch/err"
		ok $? "$name: $form"
		if [ "$form" = json ]; then # a line a block, so that a difference can be read
			sed 's/},{"id"/},\n{"id"/g; s/"blocks":\[/&\n/; s/\],"remarks"/\n&/' "$scratch/out" >"$scratch/lines"
			mv "$scratch/lines" "$scratch/out"
		fi
		golden "$scratch/out" "$DUAN_TESTS/golden/show/$name.$form" "$name: $form as it was"
		is "$(cat "$scratch/err")" "" "$name: $form says nothing else"
	done
done
tap_done
