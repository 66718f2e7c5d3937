/* SPDX-License-Identifier: ISC */
/*
 * What the reader wants of the world around the terminal: his own editor, the clipboard.
 */
#include "config.h"

#include "base/file.h"
#include "command_priv.h"
#include "outside_priv.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILE_NAME "note.md"
#define FOLDER_NAME "edit-" /* and the number of the process that made it */
#define COPY_NAME "copied.txt"

/* Leaves the folder of a path. */
static void
cut_name(struct buf *path)
{
	size_t at = path->len;

	while (at > 0 && path->p[at - 1] != '/')
		at--;
	buf_truncate(path, at > 1 ? at - 1 : at);
	if (path->len == 0)
		buf_add_byte(path, '.');
}

/* The folder of the notes: the reader's own, closed to others, and it outlives the machine's sleep. */
static enum status
own_folder(const struct settings *s, struct buf *out, struct err *err)
{
	enum status status = notes_path(s->notes, out, err);

	if (status != STATUS_OK)
		return status;
	cut_name(out);
	return file_make_folder(buf_str(out), err);
}

/* A folder that only the reader may enter, with the text in a file. */
static enum status
write_text(const struct settings *s, struct slice text, struct buf *folder, struct buf *path,
           struct err *err)
{
	enum status status = own_folder(s, folder, err);
	struct buf content = { 0 };

	if (status != STATUS_OK)
		return status;
	buf_addf(folder, "/" FOLDER_NAME "%ld-XXXXXX", (long)getpid());
	if (!mkdtemp(folder->p))
		return err_set(err, STATUS_IO, "%s: %s", "%s：%s", buf_str(folder), strerror(errno));
	buf_addf(path, "%s/%s", buf_str(folder), FILE_NAME);
	buf_add(&content, text);
	if (text.len > 0)
		buf_add_byte(&content, '\n');
	status = file_write(buf_str(path), buf_slice(&content), err);
	buf_release(&content);
	return status;
}

/* Editors leave copies beside what they edit. */
static void
remove_folder(const char *folder)
{
	DIR *d = opendir(folder);
	struct dirent *entry;

	while (d && (entry = readdir(d)))
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			(void)!unlinkat(dirfd(d), entry->d_name, 0);
	if (d)
		closedir(d);
	(void)!rmdir(folder);
}

/* "~/.local/share/duan/copied.txt", for people. */
static void
shorten(struct buf *path)
{
	struct slice home = slice_from(getenv("HOME"));
	struct buf whole = { 0 };

	if (home.len < 2 || !slice_starts(buf_slice(path), getenv("HOME")) || path->p[home.len] != '/')
		return;
	buf_add(&whole, buf_slice(path));
	buf_clear(path);
	buf_addf(path, "~%s", buf_str(&whole) + home.len);
	buf_release(&whole);
}

/* "edit-123-abcdef" of a process that is gone, which was killed while its editor ran. */
static bool
is_left(const char *name)
{
	struct slice s = slice_from(name);
	long process = 0;

	if (!slice_starts(s, FOLDER_NAME) ||
	    slice_number(slice_skip(s, sizeof FOLDER_NAME - 1), &process) == 0 || process < 1)
		return false;
	return kill((pid_t)process, 0) != 0 && errno == ESRCH;
}

void
outside_look(const struct settings *settings, struct session *s)
{
	struct buf path = { 0 };
	struct dirent *entry;
	DIR *d = NULL;

	if (notes_path(settings->notes, &path, NULL) == STATUS_OK) {
		cut_name(&path);
		d = opendir(buf_str(&path));
	}
	while (d && (entry = readdir(d))) {
		if (!is_left(entry->d_name))
			continue;
		buf_addf(&path, "/%s/%s", entry->d_name, FILE_NAME);
		shorten(&path);
		session_complain(s, "what an editor left when the reader was killed is in %s",
		                 "阅读器被中断时编辑器留下的文字在 %s", buf_str(&path));
		break;
	}
	if (d)
		closedir(d);
	buf_release(&path);
}

static const char *
editor_name(void)
{
	static const char *const names[] = { "VISUAL", "EDITOR" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *editor = getenv(names[i]);

		if (editor && *editor)
			return editor;
	}
	return "vi";
}

/* As git does: what $EDITOR holds may have words. */
static int
run_editor(struct term *t, const char *editor, const char *path)
{
	struct buf script = { 0 };
	const char *argv[] = { "/bin/sh", "-c", NULL, "sh", path, NULL };
	int answer;

	buf_addf(&script, "%s \"$1\"", editor);
	argv[2] = buf_str(&script);
	answer = term_run(t, argv, slice_from(NULL));
	buf_release(&script);
	return answer;
}

/* What came back goes into the session, and the file away; what did not stays where it is. */
static void
take_text(struct session *s, const char *editor, int answer, const char *folder, const char *path)
{
	struct slice before = buf_slice(&s->editor.edit.text);
	struct buf text = { 0 }, kept = { 0 };
	struct err err;

	buf_add(&kept, before);
	if (file_read(path, &text, &err) != STATUS_OK) {
		editor_return(s, buf_slice(&kept), &err);
	} else if (text.len > EDIT_BYTES_MAX) {
		(void)!err_set(&err, STATUS_USAGE, "a note holds %zu kB; all of the text is in %s",
		               "一条批注最多 %zu kB；全文在 %s", EDIT_BYTES_MAX >> 10, path);
		editor_return(s, buf_slice(&text), &err);
	} else {
		(void)!err_set(&err, STATUS_IO, "%s ended with %d; this is its text, not saved",
		               "%s 以 %d 结束；这是它的文字，尚未保存", editor, answer);
		editor_return(s, buf_slice(&text), answer == 0 ? NULL : &err);
		remove_folder(folder);
	}
	buf_release(&text);
	buf_release(&kept);
}

static void
edit(const struct settings *settings, struct session *s, struct term *t)
{
	struct buf folder = { 0 }, path = { 0 };
	const char *editor = editor_name();
	struct err err;

	editor_pause(s); /* whatever may happen out there */
	if (write_text(settings, buf_slice(&s->editor.edit.text), &folder, &path, &err) == STATUS_OK) {
		int answer = run_editor(t, editor, buf_str(&path));

		take_text(s, editor, answer, buf_str(&folder), buf_str(&path));
	} else {
		struct buf text = { 0 };

		buf_add(&text, buf_slice(&s->editor.edit.text));
		editor_return(s, buf_slice(&text), &err);
		buf_release(&text);
	}
	buf_release(&folder);
	buf_release(&path);
}

static void
copy_to_file(const struct settings *settings, struct session *s, enum copy_way way)
{
	struct buf path = { 0 };
	struct err err;
	enum status status = own_folder(settings, &path, &err);

	buf_addf(&path, "/%s", COPY_NAME);
	if (status == STATUS_OK)
		status = file_write(buf_str(&path), buf_slice(&s->copy.text), &err);
	shorten(&path);
	if (status == STATUS_OK)
		copy_done(s, way, buf_slice(&path));
	else
		session_complain(s, "not copied: %s", "没有复制：%s", err_words(&err, s->settings.ui));
	s->copy.is_due = false;
	buf_release(&path);
}

static void
copy(const struct settings *settings, struct session *s, struct term *t)
{
	if (!t) {
		copy_done(s, COPY_NOWHERE, slice_from(NULL));
		return;
	}
	switch (term_copy(t, buf_slice(&s->copy.text))) {
	case TERM_COPIED:
		copy_done(s, COPY_TERMINAL, slice_from(NULL));
		break;
	case TERM_COPIED_TMUX:
		copy_done(s, COPY_TMUX, slice_from(NULL));
		break;
	case TERM_COPY_LONG:
		copy_to_file(settings, s, COPY_LONG);
		break;
	case TERM_COPY_UNKNOWN:
		copy_to_file(settings, s, COPY_UNKNOWN);
		break;
	}
}

/* What is shown stays until Enter, which is read from the terminal: `input` may stand in its place. */
static int
run_shell(struct session *s, struct term *t)
{
	static const char *const waits =
		"DUAN_SYMBOL=$3 DUAN_PARA=$4 DUAN_TEXT=$5 DUAN_URL=$6; "
		"export DUAN_SYMBOL DUAN_PARA DUAN_TEXT DUAN_URL; eval \"$1\"; answer=$?; printf '\\n%s' \"$2\"; read -r line </dev/tty; exit $answer";
	const char *shell = getenv("SHELL");
	const char *argv[] = { "/bin/sh", "-c", waits, "sh", buf_str(&s->shell.line),
		               s->settings.ui == UI_ZH ? "按 Enter 返回 " : "Enter goes back ",
		               buf_str(&s->shell.value[SHELL_SYMBOL]), buf_str(&s->shell.value[SHELL_PARA]),
		               buf_str(&s->shell.value[SHELL_TEXT]), buf_str(&s->shell.value[SHELL_URL]),
		               NULL };
	const char *plain[] = { shell && *shell ? shell : "/bin/sh", NULL };

	if (s->shell.prompt.text.len == 0)
		return term_run(t, plain, slice_from(NULL));
	return term_run(t, argv, buf_slice(&s->shell.input));
}

/* A reader of its own, from which q comes back. */
static void
show_tutorial(const struct settings *settings, struct session *s, struct term *t)
{
	outside_words words = { 0 };

	s->tutorial_is_due = false;
	if (!t) {
		session_complain(s, "there is no terminal to show it on", "没有可供显示的终端");
		return;
	}
	outside_call(settings, &words);
	words.v[0] = OUTSIDE_SELF;
	VEC_PUSH(&words, "tutorial");
	VEC_PUSH(&words, NULL);
	if (term_run(t, words.v, slice_from(NULL)) != 0)
		session_complain(s, "the tutorial could not be shown", "教程未能显示");
	VEC_RELEASE(&words);
}

void
outside_serve(const struct settings *settings, struct session *s, struct term *t)
{
	if (s->editor.is_open && s->editor.is_outside)
		edit(settings, s, t);
	if (s->copy.is_due)
		copy(settings, s, t);
	if (s->shell.is_due)
		shell_done(s, t ? run_shell(s, t) : -1);
	if (s->tutorial_is_due)
		show_tutorial(settings, s, t);
	outside_errands(settings, s, t);
}
