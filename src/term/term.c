/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "term_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ESCAPE_MS 50 /* a lone ESC is the key after this; keys come whole over slow lines */

static int
open_keyboard(void)
{
	if (isatty(STDIN_FILENO))
		return fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
	return open("/dev/tty", O_RDONLY | O_CLOEXEC | O_NOCTTY);
}

bool
term_is_there(void)
{
	int in = isatty(STDOUT_FILENO) ? open_keyboard() : -1;

	if (in >= 0)
		close(in);
	return in >= 0;
}

/* curses writes in the locale's code, and what is written is UTF-8 whatever the environment says. */
static enum status
take_locale(struct err *err)
{
	static const char *const wanted[] = { "", "C.UTF-8", "C.utf8", "en_US.UTF-8" };

	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
		if (setlocale(LC_CTYPE, wanted[i]) && strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
			return STATUS_OK;
	return err_set(err, STATUS_MISSING, "no UTF-8 locale on this system; install C.UTF-8",
	               "系统没有 UTF-8 区域设置，请安装 C.UTF-8");
}

enum status
term_open(struct term_settings settings, struct term **out, struct err *err)
{
	enum status status;
	int in;

	if (!isatty(STDOUT_FILENO))
		return err_set(err, STATUS_USAGE, "standard output is not a terminal",
		               "标准输出不是终端");
	in = open_keyboard();
	if (in < 0)
		return err_set(err, STATUS_IO, "no terminal to read keys from: %s",
		               "没有可以读取按键的终端：%s", strerror(errno));
	status = term_open_on(in, STDOUT_FILENO, getenv("TERM"), settings, out, err);
	close(in);
	return status;
}

/* newterm() prints a line of its own for some types and takes a hopeless terminal for others. */
static enum status
check_type(const char *type, int out, struct err *err)
{
	if (!type || type[0] == '\0')
		return err_set(err, STATUS_USAGE, "TERM is not set; try TERM=xterm-256color",
		               "没有设置 TERM，请试 TERM=xterm-256color");
	switch (terminfo_check(type, out)) {
	case TERMINFO_FIT:
		return STATUS_OK;
	case TERMINFO_UNFIT:
		return err_set(err, STATUS_USAGE,
		               "TERM=%s cannot move its cursor; try TERM=xterm-256color",
		               "TERM=%s 不能移动光标，请试 TERM=xterm-256color", type);
	case TERMINFO_UNKNOWN:
		break;
	}
	return err_set(err, STATUS_USAGE, "TERM=%s is not known here; try TERM=xterm-256color",
	               "此处没有 TERM=%s 的描述，请试 TERM=xterm-256color", type);
}

static enum status
open_streams(struct term *t, int in, int out, struct err *err)
{
	int in_copy = fcntl(in, F_DUPFD_CLOEXEC, 3), out_copy = fcntl(out, F_DUPFD_CLOEXEC, 3);

	t->in = in_copy < 0 ? NULL : fdopen(in_copy, "r");
	t->out = out_copy < 0 ? NULL : fdopen(out_copy, "w");
	if (t->in && t->out)
		return STATUS_OK;
	return err_set(err, STATUS_IO, "terminal: %s", "终端：%s", strerror(errno));
}

/* The environment is as before afterwards: other programs are no concern of this. */
static SCREEN *
new_screen(struct term *t, const char *type)
{
	const char *given = getenv("TERMINFO");
	struct buf entry = { 0 }, before = { 0 };
	SCREEN *screen = NULL;

	buf_add_str(&before, given ? given : "");
	if (entry_shorten(type, &entry) && setenv("TERMINFO", buf_str(&entry), 1) == 0) {
		screen = newterm(type, t->out, t->in);
		if (given)
			setenv("TERMINFO", buf_str(&before), 1);
		else
			unsetenv("TERMINFO");
	}
	buf_release(&entry);
	buf_release(&before);
	return screen ? screen : newterm(type, t->out, t->in);
}

static enum status
start_curses(struct term *t, const char *type, struct err *err)
{
	use_env(FALSE); /* the size is the terminal's, not that of LINES and COLUMNS */
	use_tioctl(TRUE);
	t->screen = new_screen(t, type);
	if (!t->screen)
		return err_set(err, STATUS_IO, "TERM=%s: the terminal could not be started",
		               "TERM=%s：终端无法启动", type);
	raw();
	noecho();
	nonl();
	t->input = newpad(1, 1);
	if (!t->input)
		die("out of memory");
	keypad(t->input, TRUE);
	nodelay(t->input, TRUE);
	idlok(stdscr, TRUE);
	if (!getenv("ESCDELAY"))
		set_escdelay(ESCAPE_MS);
	return STATUS_OK;
}

/* Past curses' own output: what is sent here moves nothing on the screen, so order is no matter. */
void
term_paste(struct term *t, bool on)
{
	const char *s = on ? t->paste_on : t->paste_off;

	if (!s)
		return;
	fputs(s, t->out);
	fflush(t->out);
}

/* Terminals that mark pastes although their terminfo may not say so: tmux calls itself screen where
 * it is told to. */
static bool
marks_pastes(const char *type)
{
	static const char *const names[] = { "screen", "tmux", "xterm", "rxvt", "konsole", "vte" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (slice_starts(slice_from(type), names[i]))
			return true;
	return false;
}

/* Bracketed paste: pasted text must not run commands. */
static void
start_paste(struct term *t, const char *type)
{
	const char *start = terminfo_string("PS"), *end = terminfo_string("PE");

	t->paste_on = terminfo_string("BE");
	t->paste_off = terminfo_string("BD");
	if (!t->paste_on || !t->paste_off || !start || !end) {
		t->paste_on = t->paste_off = NULL;
		if (!marks_pastes(type))
			return;
		t->paste_on = "\033[?2004h";
		t->paste_off = "\033[?2004l";
		start = "\033[200~";
		end = "\033[201~";
	}
	define_key(start, KEYS_PASTE_START);
	define_key(end, KEYS_PASTE_END);
	term_paste(t, true);
}

static void
start_signals(struct term *t, const struct termios *saved)
{
	struct buf restore = { 0 }, first = { 0 };

	buf_add_str(&first, t->paste_off ? t->paste_off : "");
	if (terminfo_string("kmous"))
		buf_add_str(&first, "\033[?1000l"); /* the mouse may be on by then */
	terminfo_restore(buf_str(&first), LINES, &restore);
	signal_start(fileno(t->out), saved, buf_slice(&restore));
	buf_release(&restore);
	buf_release(&first);
}

static void
release(struct term *t)
{
	if (t->input)
		delwin(t->input);
	if (t->screen)
		delscreen(t->screen);
	if (t->in)
		fclose(t->in);
	if (t->out)
		fclose(t->out);
	grid_release(&t->shown);
	buf_release(&t->type);
	buf_release(&t->links);
	buf_release(&t->keys.paste);
	buf_release(&t->keys.text);
	free(t->row);
	free(t);
}

enum status
term_open_on(int in, int out, const char *type, struct term_settings settings, struct term **result,
             struct err *err)
{
	struct termios saved;
	bool has_saved = tcgetattr(out, &saved) == 0;
	struct term *t = mem_resize(NULL, sizeof *t);
	enum status status = take_locale(err);

	*t = (struct term){ .watched = { -1, -1 } };
	if (status == STATUS_OK)
		status = check_type(type, out, err);
	buf_add_str(&t->type, type ? type : "");
	if (status == STATUS_OK)
		status = open_streams(t, in, out, err);
	wcwidth_set(settings.width);
	if (status == STATUS_OK)
		status = start_curses(t, type, err);
	if (status != STATUS_OK) {
		release(t);
		return status;
	}
	/*
	 * Where wrapping cannot be stopped (tmux, screen) curses reaches the lower right corner by
	 * inserting before it; a double-width character that ends there, or one cell before, is torn.
	 */
	t->corner_cells = terminfo_string("rmam") ? 0 : 2;
	start_paste(t, type);
	style_start(t, settings.color);
	start_signals(t, has_saved ? &saved : NULL);
	keys_typed(settings.typed);
	if (settings.is_answer_due)
		keys_expect_answer(t);
	*result = t;
	return STATUS_OK;
}

void
term_close(struct term *t)
{
	if (!t)
		return;
	keys_await_answer(t);
	term_paste(t, false);
	term_mouse(t, false);
	curs_set(1);
	endwin();
	signal_end(t->is_gone);
	release(t);
}

void
term_size(const struct term *t, int *rows, int *cols)
{
	(void)t;
	getmaxyx(stdscr, *rows, *cols);
}
