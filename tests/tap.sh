# SPDX-License-Identifier: ISC
# shellcheck shell=sh
# Test Anything Protocol for scripts: source it, call ok, is and golden, end with tap_done.
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
tap_n=0
tap_failed=0

# ok STATUS NAME: STATUS is 0 for success.
ok() {
	tap_n=$((tap_n + 1))
	if [ "$1" -eq 0 ]; then
		printf 'ok %d - %s\n' "$tap_n" "$2"
	else
		printf 'not ok %d - %s\n' "$tap_n" "$2"
		tap_failed=$((tap_failed + 1))
	fi
}

# is GOT WANT NAME
is() {
	if [ "$1" = "$2" ]; then
		ok 0 "$3"
	else
		ok 1 "$3"
		printf '%s\n' "$1" | sed 's/^/#  got: /'
		printf '%s\n' "$2" | sed 's/^/# want: /'
	fi
}

# wish STATUS NAME: wanted, not yet reached; counts as an expected failure.
wish() {
	if [ "$1" -eq 0 ]; then
		ok 0 "$2"
	else
		tap_n=$((tap_n + 1))
		printf 'not ok %d - %s # TODO not reached yet\n' "$tap_n" "$2"
	fi
}

skip() {
	tap_n=$((tap_n + 1))
	printf 'ok %d # SKIP %s\n' "$tap_n" "$1"
}

skip_all() {
	printf '1..0 # SKIP %s\n' "$1"
	exit 0
}

# golden FILE GOLD NAME: the file must be as the golden one; DUAN_UPDATE_GOLDEN=1 makes it so.
golden() {
	if [ -n "${DUAN_UPDATE_GOLDEN-}" ]; then
		mkdir -p "$(dirname "$2")"
		cmp -s "$1" "$2" || cp "$1" "$2"
	fi
	if cmp -s "$1" "$2"; then
		ok 0 "$3"
	else
		ok 1 "$3"
		diff -u "$2" "$1" 2>&1 | head -n 40 | sed 's/^/# /'
	fi
}

# Whether the program has sanitizers in it: what is only a matter of numbers is played less often then.
sanitized() {
	case ${DUAN_CC-} in *-fsanitize*) return 0 ;; *) return 1 ;; esac
}

# Leaks are looked for by the tests of screens, commands and modules; those of the disk, the terminal and the
# links start the program thousands of times, and looking takes half of each.
leaks_aside() {
	ASAN_OPTIONS=detect_leaks=0
	export ASAN_OPTIONS
}

# A folder of the test's own, removed at the end.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

tap_done() {
	printf '1..%d\n' "$tap_n"
	[ "$tap_failed" -eq 0 ]
}
