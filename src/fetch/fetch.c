/* SPDX-License-Identifier: ISC */
/*
 * The parent of duan-fetch.  The file comes up in memory without a name, the report by a pipe.
 */
#include "config.h"

#include "fetch/fetch.h"

#include "base/clock.h"
#include "base/file.h"
#include "cite/address.h"
#include "extract/lock.h"
#include "fetch/transfer.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define PROGRAM "duan-fetch"
#define WATCH_MS 100
#define LINE_MOST 64 /* of its report */

struct running {
	const struct fetch_request *request;
	pid_t pid;
	int body, report;
	struct buf line;
	bool is_cancelled, has_ended;
	size_t got, total;
	long asked_ms; /* when the watch was asked last */
	enum transfer_end end;
	long http;
};

/* "NAME=VALUE" of what the way to a server takes. */
static void
list_environment(char **out, size_t most)
{
	static const char *const names[] = {
		"http_proxy",    "https_proxy", "HTTPS_PROXY",  "all_proxy",   "ALL_PROXY",  "no_proxy",
		"NO_PROXY",      "LOCALDOMAIN", "SSL_CERT_FILE", "RES_OPTIONS",
	};
	size_t n = 0;

	out[n++] = (char *)"LC_ALL=C.UTF-8";
	for (size_t i = 0; i < sizeof names / sizeof *names && n + 1 < most; i++) {
		const char *value = getenv(names[i]);

		/* The child that this is for ends or becomes another program. */
		if (value && asprintf(&out[n], "%s=%s", names[i], value) > 0)
			n++;
	}
	out[n] = NULL;
}

_Noreturn static void
become(const struct fetch_request *r, const char *program, int body, int report, pid_t parent)
{
	struct lock_limits limits = lock_limits_of(LOCK_FETCH);
	struct lock_state state = { 0 };
	int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
	char seconds[32], bytes[32], *environment[16];
	char *argv[] = { (char *)PROGRAM, (char *)(uintptr_t)r->address, seconds, bytes, NULL };
	sigset_t none;

	snprintf(seconds, sizeof seconds, "%ld", r->seconds);
	snprintf(bytes, sizeof bytes, "%zu", r->bytes_most);
	if (nothing < 0 || dup2(nothing, STDIN_FILENO) < 0 || dup2(body, STDOUT_FILENO) < 0 ||
	    dup2(report, STDERR_FILENO) < 0)
		_exit(126);
	(void)syscall(SYS_close_range, 3U, ~0U, 0U);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	signal(SIGINT, SIG_IGN); /* the parent decides */
	list_environment(environment, sizeof environment / sizeof *environment);
	limits.file_bytes = r->bytes_most + 1;
	lock_limits(&limits, SIGKILL, &state);
	if (getppid() != parent)
		_exit(126);
	execve(program, argv, environment);
	_exit(127);
}

static bool
start(struct running *f, const char *program)
{
	pid_t parent = getpid();
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) != 0)
		return false;
	f->pid = fork();
	if (f->pid == 0)
		become(f->request, program, f->body, ends[1], parent);
	close(ends[1]);
	f->report = ends[0];
	if (f->pid < 0)
		close(ends[0]);
	return f->pid > 0;
}

/* "GOT TOTAL", or at last "end END HTTP". */
static void
take_line(struct running *f, struct slice line)
{
	long n[2] = { 0 };
	bool is_end = slice_starts(line, "end ");
	struct slice rest = is_end ? slice_skip(line, 4) : line, word;

	for (size_t i = 0; i < 2 && slice_next(&rest, ' ', &word); i++)
		if (slice_number(word, &n[i]) != word.len)
			return;
	if (!is_end) {
		f->got = (size_t)n[0];
		f->total = (size_t)n[1];
	} else if (n[0] >= 0 && n[0] < TRANSFER_ENDS) {
		f->has_ended = true;
		f->end = (enum transfer_end)n[0];
		f->http = n[1];
	}
}

/* False when there is nothing more to come. */
static bool
take_report(struct running *f)
{
	char bytes[256];
	ssize_t n = read(f->report, bytes, sizeof bytes);

	for (ssize_t i = 0; i < n; i++) {
		if (bytes[i] != '\n' && f->line.len < LINE_MOST) {
			buf_add_byte(&f->line, bytes[i]);
		} else if (bytes[i] == '\n') {
			take_line(f, buf_slice(&f->line));
			buf_clear(&f->line);
		}
	}
	return n > 0 || (n < 0 && errno == EINTR);
}

/* False when who waits wants no more of it. */
static bool
ask_watch(struct running *f)
{
	const struct fetch_request *r = f->request;
	long now = clock_ms();

	if (!r->watch || now < f->asked_ms + WATCH_MS)
		return true;
	f->asked_ms = now;
	return r->watch(r->context, f->got, f->total);
}

static void
wait_for(struct running *f)
{
	struct pollfd p = { .fd = f->report, .events = POLLIN };

	for (;;) {
		int ready = poll(&p, 1, WATCH_MS);

		if (ready > 0 && !take_report(f))
			break;
		f->is_cancelled = !ask_watch(f);
		if (f->is_cancelled || (ready < 0 && errno != EINTR))
			break;
	}
	close(f->report);
	if (!f->has_ended)
		kill(f->pid, SIGKILL);
	while (waitpid(f->pid, NULL, 0) < 0 && errno == EINTR)
		continue;
	buf_release(&f->line);
}

/* What came: the program is believed in nothing but its words. */
static enum status
take_body(const struct running *f, struct buf *out, struct err *err)
{
	struct slice name = f->request->name;
	struct stat st;
	void *p;

	if (fstat(f->body, &st) != 0)
		return err_set(err, STATUS_IO, "%.*s: %s", "%.*s：%s", SLICE_ARG(name), strerror(errno));
	if (st.st_size == 0)
		return err_set(err, STATUS_MISSING, "%.*s: the server answers with nothing; not published there",
		               "%.*s：服务器返回空内容，该处没有发布", SLICE_ARG(name));
	p = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, f->body, 0);
	if (p == MAP_FAILED)
		return err_set(err, STATUS_IO, "%.*s: %s", "%.*s：%s", SLICE_ARG(name), strerror(errno));
	buf_add(out, slice_of(p, (size_t)st.st_size));
	munmap(p, (size_t)st.st_size);
	return STATUS_OK;
}

static enum status
refuse_http(const struct running *f, struct err *err)
{
	struct slice name = f->request->name;

	if (f->http == 400 || f->http == 404 || f->http == 410)
		return err_set(err, STATUS_MISSING, "%.*s: the server has no such document (HTTP %ld)",
		               "%.*s：服务器上没有这份文件（HTTP %ld）", SLICE_ARG(name), f->http);
	return err_set(err, STATUS_IO, "%.*s: the server refuses (HTTP %ld); try again later",
	               "%.*s：服务器拒绝（HTTP %ld），请稍后再试", SLICE_ARG(name), f->http);
}

static enum status
refuse(const struct running *f, struct err *err)
{
	struct slice name = f->request->name, host = address_host(slice_from(f->request->address));

	switch (f->end) {
	case TRANSFER_HTTP:
		return refuse_http(f, err);
	case TRANSFER_ADDRESS:
		return err_set(err, STATUS_USAGE, "%.*s: '%s' is no address to fetch from; see duan config",
		               "%.*s：“%s”不是可下载的网址，见 duan config", SLICE_ARG(name),
		               f->request->address);
	case TRANSFER_HOST:
		return err_set(err, STATUS_IO, "%.*s: %.*s is not found; is there a network?",
		               "%.*s：找不到 %.*s，请检查网络", SLICE_ARG(name), SLICE_ARG(host));
	case TRANSFER_CONNECTION:
		return err_set(err, STATUS_IO, "%.*s: %.*s takes no connection; try again later",
		               "%.*s：无法连接 %.*s，请稍后再试", SLICE_ARG(name), SLICE_ARG(host));
	case TRANSFER_SLOW:
		return err_set(err, STATUS_IO, "%.*s: too slow, given up; try again later",
		               "%.*s：速度过慢，已放弃，请稍后再试", SLICE_ARG(name));
	case TRANSFER_CUT:
		return err_set(err, STATUS_IO, "%.*s: the connection broke off before the end; try again",
		               "%.*s：连接中断，未收完，请再试", SLICE_ARG(name));
	case TRANSFER_TLS:
		return err_set(err, STATUS_IO, "%.*s: %.*s cannot prove who it is (TLS); nothing was taken from it",
		               "%.*s：%.*s 无法证明身份（TLS），未接收任何内容", SLICE_ARG(name),
		               SLICE_ARG(host));
	case TRANSFER_BIG:
		return err_set(err, STATUS_TOO_BIG, "%.*s: larger than %zu MB, given up",
		               "%.*s：超过 %zu MB，已放弃", SLICE_ARG(name), f->request->bytes_most >> 20);
	case TRANSFER_REDIRECT:
		return err_set(err, STATUS_IO, "%.*s: the server sends on in circles, or to where duan does not go",
		               "%.*s：服务器转址过多，或转往不可去的网址", SLICE_ARG(name));
	case TRANSFER_NOT_BUILT:
		return err_set(err, STATUS_USAGE,
		               "%.*s: this duan was built without libcurl; fetch it from %s and add the file",
		               "%.*s：本程序编译时未包含 libcurl；请自行下载 %s 再添加", SLICE_ARG(name),
		               f->request->address);
	case TRANSFER_DONE:
	case TRANSFER_FAILED:
	case TRANSFER_ENDS:
		break;
	}
	return err_set(err, STATUS_IO, "%.*s: fetching failed; try again", "%.*s：下载失败，请再试",
	               SLICE_ARG(name));
}

static enum status
run(struct running *f, const char *program, struct buf *out, struct err *err)
{
	struct slice name = f->request->name;

	f->body = memfd_create("fetched", MFD_CLOEXEC);
	if (f->body < 0 || !start(f, program))
		return err_set(err, STATUS_IO, "%.*s: %s could not be started: %s",
		               "%.*s：无法启动 %s：%s", SLICE_ARG(name), PROGRAM, strerror(errno));
	wait_for(f);
	if (f->is_cancelled)
		return err_set(err, STATUS_CANCELLED, "%.*s: cancelled", "%.*s：已取消", SLICE_ARG(name));
	return f->has_ended && f->end == TRANSFER_DONE ? take_body(f, out, err) : refuse(f, err);
}

enum status
fetch_run(const struct fetch_request *r, struct buf *out, struct err *err)
{
	struct running f = { .request = r, .body = -1, .end = TRANSFER_FAILED };
	struct buf program = { 0 };
	enum status status;

	buf_clear(out);
	if (file_program(PROGRAM, DUAN_LIBEXECDIR, &program))
		status = run(&f, buf_str(&program), out, err);
	else
		status = err_set(err, STATUS_IO,
		                 "%.*s: the program %s is missing; install duan again",
		                 "%.*s：缺少程序 %s，请重新安装", SLICE_ARG(r->name), PROGRAM);
	if (f.body >= 0)
		close(f.body);
	buf_release(&program);
	return status;
}
