/* SPDX-License-Identifier: ISC */
/*
 * Writes notes, one after the other, and says which of them are kept.
 *
 *	note_writer DB WHO JOURNAL SYNC COUNT [MS]
 *
 * "ACK id crc" comes when note_put() has: the name of the note as a number, and the CRC-32 of its text,
 * which is its quotation too.  "ERR words" when it was refused, also when tried again.  WHO, JOURNAL,
 * SYNC and MS are for programs that leave these open.
 */
#include "config.h"

#include "store/note.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static uint32_t
crc32_of(struct slice text)
{
	uint32_t crc = UINT32_MAX;

	for (size_t i = 0; i < text.len; i++) {
		crc ^= (unsigned char)text.p[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (crc & 1 ? UINT32_C(0xEDB88320) : 0);
	}
	return ~crc;
}

static void
say(const char *words)
{
	size_t len = strlen(words);

	if (write(STDOUT_FILENO, words, len) != (ssize_t)len)
		exit(4);
}

static int
refused(const struct err *err)
{
	char words[ERR_WORDS_MAX + 8];

	snprintf(words, sizeof words, "ERR %s\n", err_words(err, UI_EN));
	say(words);
	return 10;
}

static void
make_text(struct buf *out, int i, unsigned *seed)
{
	int len = 30 + rand_r(seed) % (i % 17 ? 400 : 5500);

	buf_clear(out);
	while (len-- > 0)
		buf_add_byte(out, (char)('a' + rand_r(seed) % 26));
}

static enum status
put(struct notes *n, long number, struct slice text, struct err *err)
{
	char id[NOTE_ID_LEN + 1], crc[16];
	struct note note = { .document = SLICE("CFW/COP/2024/9"), .scope = NOTE_DOCUMENT, .rival = -1 };
	enum status status;

	snprintf(id, sizeof id, "%0*ld", NOTE_ID_LEN, number);
	snprintf(crc, sizeof crc, "%lu", (unsigned long)crc32_of(text));
	note.id = slice_from(id);
	note.quote = slice_from(crc);
	note.text = text;
	status = note_put(n, &note, err);
	return status == STATUS_OK ? status : note_put(n, &note, err);
}

int
main(int argc, char **argv)
{
	unsigned seed = (unsigned)getpid();
	struct notes *n = NULL;
	struct buf text = { 0 };
	struct err err;

	if (argc < 6)
		return 2;
	if (notes_open(argv[1], &n, &err) != STATUS_OK)
		return refused(&err);
	for (int i = 0; i < atoi(argv[5]); i++) {
		long number = (long)getpid() * 1000000 + i;
		char words[64];

		make_text(&text, i, &seed);
		if (put(n, number, buf_slice(&text), &err) != STATUS_OK)
			return refused(&err);
		snprintf(words, sizeof words, "ACK %ld %lu\n", number,
		         (unsigned long)crc32_of(buf_slice(&text)));
		say(words);
	}
	notes_close(n);
	buf_release(&text);
	return 0;
}
