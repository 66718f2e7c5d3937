/* SPDX-License-Identifier: ISC */
/*
 * The parent of a reader.  The document goes down in a sealed file without a name, the answer comes
 * up a pipe, and a clock runs.
 */
#include "config.h"

#include "extract/cage.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ANSWER_BYTES_MOST ((size_t)192 << 20)
#define PIPE_BYTES (1 << 20)
#define STEP ((size_t)256 << 10)
#define PROGRAM "duan-extract"

/* A reader that runs, or has just ended. */
struct cage {
	enum sniff_format format;
	pid_t pid;
	int out;
	struct buf answer;
	enum { ENDED, TOO_SLOW, TOO_LONG, BROKEN } end;
	int status; /* as waitpid() gives it */
};

static bool
write_all(int fd, struct slice s)
{
	while (s.len > 0) {
		ssize_t n = write(fd, s.p, s.len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		s = slice_skip(s, (size_t)n);
	}
	return true;
}

/* The document as a file that nobody can change. */
static int
seal(struct slice bytes)
{
	int fd = memfd_create("document", MFD_CLOEXEC | MFD_ALLOW_SEALING);

	if (fd < 0)
		return -1;
	if (!write_all(fd, bytes) || lseek(fd, 0, SEEK_SET) != 0) {
		close(fd);
		return -1;
	}
	(void)fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL);
	return fd;
}

/* In the child: three descriptors, no environment, and nothing else of ours. */
_Noreturn static void
become(const char *program, const char *format, int in, int out, pid_t parent)
{
	char *argv[] = { (char *)PROGRAM, (char *)format, NULL };
	char *environment[] = { (char *)"LC_ALL=C.UTF-8", NULL };
	struct lock_state state = { 0 };
	int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
	sigset_t none;

	if (nothing < 0 || dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 ||
	    dup2(nothing, STDERR_FILENO) < 0)
		_exit(126);
	(void)syscall(SYS_close_range, 3U, ~0U, 0U);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGPIPE, SIG_DFL);
	signal(SIGINT, SIG_IGN); /* the parent decides */
	lock_limits(&state);
	if (getppid() != parent)
		_exit(126);
	execve(program, argv, environment);
	_exit(127);
}

static bool
start(struct cage *c, const char *program, const char *format, int in)
{
	pid_t parent = getpid();
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) != 0)
		return false;
	c->pid = fork();
	if (c->pid == 0)
		become(program, format, in, ends[1], parent);
	close(ends[1]);
	c->out = ends[0];
	/* So that it need not wait for us: as much as one may ask for. */
	(void)fcntl(c->out, F_SETPIPE_SZ, PIPE_BYTES);
	if (c->pid < 0)
		close(ends[0]);
	return c->pid > 0;
}

static long
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* False when the answer is over, for good or ill. */
static bool
take_some(struct cage *c, long deadline)
{
	struct pollfd p = { .fd = c->out, .events = POLLIN };
	long left = deadline - now_ms();
	ssize_t n;
	int ready = left > 0 ? poll(&p, 1, (int)left) : 0;

	if (ready < 0 && errno == EINTR)
		return true;
	if (ready == 0)
		c->end = TOO_SLOW;
	if (ready <= 0)
		return false;
	if (c->answer.len > ANSWER_BYTES_MOST) {
		c->end = TOO_LONG;
		return false;
	}
	buf_reserve(&c->answer, STEP);
	n = read(c->out, c->answer.p + c->answer.len, STEP);
	if (n > 0)
		c->answer.len += (size_t)n;
	return n > 0 || (n < 0 && errno == EINTR);
}

static void
finish(struct cage *c)
{
	long deadline = now_ms() + LOCK_SECONDS * 1000L;

	c->end = ENDED;
	while (take_some(c, deadline))
		continue;
	close(c->out);
	if (c->end != ENDED)
		kill(c->pid, SIGKILL);
	while (waitpid(c->pid, &c->status, 0) < 0 && errno == EINTR)
		continue;
	if (c->end == ENDED && (!WIFEXITED(c->status) || WEXITSTATUS(c->status) != 0))
		c->end = WIFSIGNALED(c->status) && WTERMSIG(c->status) == SIGXCPU ? TOO_SLOW : BROKEN;
}

static enum status
refuse_end(const struct cage *c, struct slice name, struct err *err)
{
	switch (c->end) {
	case TOO_SLOW:
		return err_set(err, STATUS_UNREADABLE, "%.*s: not read within %d seconds, given up",
		               "%.*s：%d 秒内未能读完，已放弃", SLICE_ARG(name), LOCK_SECONDS);
	case TOO_LONG:
		return err_set(err, STATUS_TOO_BIG, "%.*s: holds more text than any report does, given up",
		               "%.*s：文字量超出任何报告，已放弃", SLICE_ARG(name));
	case BROKEN:
	case ENDED:
		break;
	}
	return err_set(err, STATUS_UNREADABLE,
	               "%.*s: its reader broke down over it; the file is damaged or hostile",
	               "%.*s：读取程序异常中止，文件可能已损坏或含恶意内容", SLICE_ARG(name));
}

static enum status
refuse_file(enum extract_refusal refusal, enum sniff_format format, struct slice name,
            struct err *err)
{
	const char *kind = format == SNIFF_PDF ? "PDF" : format == SNIFF_DOCX ? "DOCX" : "HTML";

	switch (refusal) {
	case EXTRACT_READ:
	case EXTRACT_REFUSALS:
		break;
	case EXTRACT_DAMAGED:
		return err_set(err, STATUS_UNREADABLE, "%.*s: damaged, or no %s file at all",
		               "%.*s：已损坏，或者不是 %s 文件", SLICE_ARG(name), kind);
	case EXTRACT_ENCRYPTED:
		return err_set(err, STATUS_UNREADABLE, "%.*s: needs a password; save it without one first",
		               "%.*s：有密码保护，请先另存为不带密码的文件", SLICE_ARG(name));
	case EXTRACT_TOO_BIG:
		return err_set(err, STATUS_TOO_BIG, "%.*s: unpacks to more than any report holds",
		               "%.*s：解开后大小超出任何报告", SLICE_ARG(name));
	case EXTRACT_NO_TEXT:
		return err_set(err, STATUS_UNREADABLE,
		               "%.*s: holds no text, only pictures of it; run character recognition on it first",
		               "%.*s：没有文字，只有图像，请先做文字识别", SLICE_ARG(name));
	case EXTRACT_ERROR_PAGE:
		return err_set(err, STATUS_UNREADABLE,
		               "%.*s: the document system's error page, not the document",
		               "%.*s：是文件系统的出错页，不是所要的文件", SLICE_ARG(name));
	case EXTRACT_NO_READER:
		return err_set(err, STATUS_UNREADABLE, "%.*s: this duan was built without a reader of %s",
		               "%.*s：本程序编译时未包含 %s 读取功能", SLICE_ARG(name), kind);
	}
	return STATUS_OK;
}

static enum status
begin(const char *format, struct slice bytes, struct slice name, struct cage *c, struct err *err)
{
	struct buf program = { 0 };
	bool started;
	int in;

	if (!file_program(PROGRAM, DUAN_LIBEXECDIR, &program)) {
		buf_release(&program);
		return err_set(err, STATUS_UNREADABLE, "%.*s: the program %s is missing; install duan again",
		               "%.*s：缺少程序 %s，请重新安装", SLICE_ARG(name), PROGRAM);
	}
	in = seal(bytes);
	started = in >= 0 && start(c, buf_str(&program), format, in);
	buf_release(&program);
	if (in >= 0)
		close(in);
	if (!started)
		return err_set(err, STATUS_IO, "%.*s: no reader could be started: %s",
		               "%.*s：无法启动读取程序：%s", SLICE_ARG(name), strerror(errno));
	return STATUS_OK;
}

struct cage *
cage_start(enum sniff_format format, struct slice bytes, struct slice name, struct err *err)
{
	struct cage *c = mem_resize(NULL, sizeof *c);

	*c = (struct cage){ .format = format };
	if (begin(sniff_name(format), bytes, name, c, err) == STATUS_OK)
		return c;
	free(c);
	return NULL;
}

static void
discard(struct cage *c)
{
	buf_release(&c->answer);
	free(c);
}

enum status
cage_finish(struct cage *c, struct slice name, struct extract *out, struct err *err)
{
	enum status status;

	finish(c);
	if (c->end != ENDED)
		status = refuse_end(c, name, err);
	else if (extract_read(buf_slice(&c->answer), out) != STATUS_OK)
		status = err_set(err, STATUS_UNREADABLE, "%.*s: its reader gave no sound answer",
		                 "%.*s：读取程序的结果无效", SLICE_ARG(name));
	else
		status = refuse_file(out->refusal, c->format, name, err);
	discard(c);
	return status;
}

void
cage_cancel(struct cage *c)
{
	if (!c)
		return;
	kill(c->pid, SIGKILL);
	finish(c);
	discard(c);
}

enum status
cage_run(enum sniff_format format, struct slice bytes, struct slice name, struct extract *out,
         struct err *err)
{
	struct cage *c = cage_start(format, bytes, name, err);

	return c ? cage_finish(c, name, out, err) : STATUS_UNREADABLE;
}

/* "limits 1 privileges 1 landlock 7 seccomp 1" */
enum status
cage_ask(struct lock_state *state, struct err *err)
{
	struct cage c = { 0 };
	enum status status = begin("--protection", SLICE(""), SLICE(PROGRAM), &c, err);
	long v[4] = { 0 };
	size_t n = 0;
	struct slice rest, word;

	if (status == STATUS_OK)
		finish(&c);
	rest = buf_slice(&c.answer);
	while (status == STATUS_OK && n < 4 && slice_next(&rest, ' ', &word))
		n += slice_number(word, &v[n]) > 0;
	if (status == STATUS_OK && (c.end != ENDED || n < 4))
		status = refuse_end(&c, SLICE(PROGRAM), err);
	*state = (struct lock_state){ v[0] > 0, v[1] > 0, (int)v[2], v[3] > 0 };
	buf_release(&c.answer);
	return status;
}
