/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "extract/convert.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define NONE "none"

/* What starts an office suite starts this program; its shell script would look around first.  Its
 * settings go where the file is, for those of a person are not its business. */
#define OFFICE_PROGRAM "soffice.bin"
static const char office[] = " --headless --norestore --nologo --nolockcheck"
                             " -env:UserInstallation=file://%folder/profile"
                             " --convert-to docx --outdir %out %in";

static const struct {
	const char *name;
	enum sniff_format sniffed;
} formats[CONVERT_FORMATS] = {
	[CONVERT_DOC] = { "doc", SNIFF_WORD },
	[CONVERT_ODT] = { "odt", SNIFF_ODT },
	[CONVERT_RTF] = { "rtf", SNIFF_RTF },
};

enum convert_format
convert_of(enum sniff_format format)
{
	int i = 0;

	while (i < CONVERT_FORMATS && formats[i].sniffed != format)
		i++;
	return (enum convert_format)i;
}

const char *
convert_name(enum convert_format format)
{
	return formats[format].name;
}

static bool
is_program(const struct buf *path)
{
	return access(buf_str(path), X_OK) == 0;
}

/* As execvp() would find it, but before it is locked in. */
static bool
find_program(struct slice name, struct buf *path)
{
	const char *set = getenv("PATH");
	struct slice rest = slice_from(set ? set : "/usr/bin:/bin"), folder;

	buf_clear(path);
	if (slice_find_byte(name, '/', 0) != SLICE_NONE) {
		buf_add(path, name);
		return is_program(path);
	}
	while (slice_next(&rest, ':', &folder)) {
		buf_clear(path);
		buf_addf(path, "%.*s/%.*s", SLICE_ARG(folder), SLICE_ARG(name));
		if (slice_starts(folder, "/") && is_program(path))
			return true;
	}
	return false;
}

/* Beside what the name in $PATH leads to. */
static bool
find_office(struct buf *path)
{
	char *real = find_program(SLICE("soffice"), path) || find_program(SLICE("libreoffice"), path)
	                     ? realpath(buf_str(path), NULL)
	                     : NULL;

	if (!real)
		return false;
	buf_clear(path);
	buf_addf(path, "%.*s/" OFFICE_PROGRAM, (int)(strrchr(real, '/') - real), real);
	free(real);
	return is_program(path);
}

static void
add_word(struct convert_command *c, struct slice word)
{
	char *copy = mem_resize(NULL, word.len + 1);

	memcpy(copy, word.p ? word.p : "", word.len);
	copy[word.len] = '\0';
	VEC_PUSH(&c->words, copy);
}

static void
add_words(struct convert_command *c, struct slice words)
{
	struct slice word;

	while (slice_next(&words, ' ', &word))
		if (word.len > 0)
			add_word(c, word);
}

static enum status
refuse(enum convert_format format, struct slice name, struct slice program, struct err *err)
{
	if (program.len > 0)
		return err_set(err, STATUS_MISSING, "%.*s: convert-%s names %.*s, which is not there",
		               "%.*s：convert-%s 所指的 %.*s 不存在", SLICE_ARG(name),
		               formats[format].name, SLICE_ARG(program));
	return err_set(err, STATUS_MISSING,
	               "%.*s: nothing here converts %s; install libreoffice-writer, or save it as PDF or DOCX",
	               "%.*s：没有可转换 %s 的程序；请安装 libreoffice-writer，或另存为 PDF 或 DOCX",
	               SLICE_ARG(name), sniff_kind(formats[format].sniffed));
}

enum status
convert_find(const struct convert_means *m, enum convert_format format, struct slice name,
             struct convert_command *out, struct err *err)
{
	struct slice rest = buf_slice(&m->command[format]), program = SLICE("");
	struct buf path = { 0 };
	bool found;

	*out = (struct convert_command){ 0 };
	if (rest.len == 0) {
		found = find_office(&path);
		rest = slice_from(office);
	} else {
		(void)slice_next(&rest, ' ', &program);
		found = find_program(program, &path);
	}
	if (found) {
		add_word(out, buf_slice(&path));
		add_words(out, rest);
		VEC_PUSH(&out->words, NULL);
	}
	buf_release(&path);
	if (found)
		return STATUS_OK;
	return refuse(format, name, slice_is(program, NONE) ? SLICE("") : program, err);
}

void
convert_command_release(struct convert_command *c)
{
	for (size_t i = 0; i < c->words.n; i++)
		free(c->words.v[i]);
	VEC_RELEASE(&c->words);
}

void
convert_release(struct convert_means *m)
{
	for (int i = 0; i < CONVERT_FORMATS; i++)
		buf_release(&m->command[i]);
}
