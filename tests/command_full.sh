#!/bin/sh
# SPDX-License-Identifier: ISC
# A disk that is full, and one that may only be read: what is there is read, what is refused is so in a
# line, and nothing is lost.  The disk is one of our own, in a name space of its own.
if [ "${1-}" != mounted ] && unshare -rm true 2>/dev/null; then
	exec unshare -rm sh "$0" mounted
fi
. "$DUAN_TOP/tests/tap.sh"
cd "$scratch" || exit 1
mkdir disk
[ "${1-}" = mounted ] || skip_all "no name space can be made here"
mount -t tmpfs -o size=2000k none disk 2>/dev/null || skip_all "no disk can be mounted here"
trap 'umount "$scratch/disk"; rm -rf "$scratch"' EXIT
mkdir -m 700 disk/own
mkdir texts more
for n in 1 2 3 4 5 6 7 8 9; do
	printf 'CFW/COP/2024/%d\n\n1. The allocation of water in basin %d.\n' "10$n" "$n" >texts/$n.txt
done
printf 'CFW/COP/2024/201\n\n1. One more report.\n' >more/1.txt

run() {
	"$DUAN" --no-config --ui=en --library=disk/own/library.db --notes=disk/own/notes.db "$@" >out 2>err </dev/null
	status=$?
}
# refused WORDS NAME: the last call was, in one line.
refused() {
	is "$status $(wc -l <err | tr -d ' ') $(grep -c "$1" err)" "1 1 1" "$2"
}
# reads NAME: all that reads does.
reads() {
	run list
	is "$status $(wc -l <out | tr -d ' ') $(cat err)" "0 9 " "$1: the list"
	run show CFW/COP/2024/105
	is "$status $(grep -c 'basin 5' out)" "0 1" "$1: a document"
	run search allocation
	is "$status $(grep -c basin out)" "0 9" "$1: a search"
	run notes
	is "$status $(grep -c 'of mine' out)" "0 1" "$1: the notes"
	run export
	is "$status $(grep -c 'of mine' out)" "0 1" "$1: they come out"
	run check
	is "$status $(cat err)" "0 " "$1: in order"
}
# writes NAME: the reader says what is wrong, and the words stay.
writes() {
	run --size 12x120 --script 'amy words<C-s>' CFW/COP/2024/103
	is "$(grep -c 'my words' out) $(grep -c "$2" out)" "1 1" "$1: what is being written stays on the screen"
}
run add texts
run note 'CFW/COP/2024/101#1' 'a note of mine'
is "$status" 0 "there is room"

dd if=/dev/zero of=disk/rest bs=1k 2>/dev/null
reads "a full disk"
run note 'CFW/COP/2024/102#1' 'another'
refused 'the disk is full' "a full disk: a note"
run add more
refused 'the disk is full\|No space left' "a full disk: a document"
writes "a full disk" 'the disk is full'
reads "a full disk, later"
rm disk/rest
run note 'CFW/COP/2024/102#1' 'another one'
is "$status" 0 "with room again: a note"
run --size 12x120 --script 'amy words<C-s>' CFW/COP/2024/103
is "$(grep -c 'kept$' out)" 1 "and one in the reader"

mount -o remount,bind,ro disk # not the file system: its options name a user whom this space need not know
reads "a disk that is only read"
run note 'CFW/COP/2024/102#1' 'another'
refused 'cannot be written to' "a disk that is only read: a note"
run add more
refused 'is read-only' "a disk that is only read: a document"
run --size 12x120 --script 'amore words<C-s>' CFW/COP/2024/104
is "$(grep -c 'more words' out)" 1 "a disk that is only read: what is being written stays on the screen"

# So is home.
(unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME
	HOME=$scratch/disk/home "$DUAN" --ui=en --size 8x60 --script j texts/1.txt >out 2>err </dev/null)
is "$(grep -c 'basin 1' out) $(wc -l <err | tr -d ' ') $(grep -c 'Read-only' err)" "1 1 1" "a home that is only read: a file"
tap_done
