/* SPDX-License-Identifier: ISC */
/* Converters that do well, badly, nothing, too much, and what they must not. */
#include "config.h"

#include "extract/converter.h"

#include "base/buf.h"
#include "base/clock.h"
#include "extract/lock.h"
#include "tap.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST 1000

static char folder[] = "/tmp/duan-converter-XXXXXX";

static int
file_of(const char *bytes)
{
	char path[] = "/tmp/duan-converter-XXXXXX";
	int fd = mkstemp(path);

	unlink(path);
	if (write(fd, bytes, strlen(bytes)) < 0 || lseek(fd, 0, SEEK_SET) != 0)
		return -1;
	return fd;
}

/* In a process of its own, for it takes all children of its process for its converter's. */
static int
run(const char *script, long seconds, struct buf *said)
{
	char *words[] = { (char *)"/bin/sh", (char *)"-c", (char *)(uintptr_t)script, (char *)"sh",
		          (char *)"%in", (char *)"%out", (char *)"%folder", NULL };
	struct converter c = { .extension = "rtf", .words = words, .seconds = seconds, .most = MOST };
	int in = file_of("bytes"), out = file_of(""), status = -1;
	pid_t pid = fork();
	ssize_t n;

	if (pid == 0)
		_exit((int)converter_run(&c, in, out));
	waitpid(pid, &status, 0);
	buf_clear(said);
	buf_reserve(said, 2 * MOST);
	n = pread(out, said->p, 2 * MOST, 0);
	said->len = n > 0 ? (size_t)n : 0;
	close(in);
	close(out);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static size_t
count_left(void)
{
	DIR *d = opendir(folder);
	struct dirent *e;
	size_t n = 0;

	while (d && (e = readdir(d)))
		n += e->d_name[0] != '.';
	if (d)
		closedir(d);
	return n;
}

static void
converts(const char *script, enum converter_end end, const char *want, const char *name)
{
	struct buf said = { 0 };

	is_number(run(script, 20, &said), end, "%s", name);
	is(buf_slice(&said), want, "%s: what comes of it", name);
	is_number(count_left(), 0, "%s: nothing is left", name);
	buf_release(&said);
}

static void
test_time(void)
{
	struct buf said = { 0 };
	long start_ms = clock_ms();

	is_number(run("sleep 60 & while :; do :; done", 1, &said), CONVERTER_SLOW, "one that does not end");
	is_number(run("exec sleep 60", 1, &said), CONVERTER_SLOW, "one that sleeps");
	ok(clock_ms() - start_ms < 20000, "is given up in time");
	is_number(count_left(), 0, "nothing is left");
	buf_release(&said);
}

/* What a program that was killed has left is taken away by the next; what is in use stays. */
static void
test_left(void)
{
	struct buf path = { 0 }, said = { 0 };
	int lock;

	buf_addf(&path, "%s/duan-convert-left", folder);
	mkdir(path.p, 0700);
	is_number(run("echo x", 20, &said), CONVERTER_DONE, "a folder was left by another");
	is_number(count_left(), 0, "it is gone");
	mkdir(path.p, 0700);
	lock = open(path.p, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	flock(lock, LOCK_EX);
	is_number(run("echo x", 20, &said), CONVERTER_DONE, "another is at work");
	is_number(count_left(), 1, "its folder stays");
	close(lock);
	rmdir(path.p);
	buf_release(&path);
	buf_release(&said);
}

/* Asked to end while its converter works. */
static void
test_asked(void)
{
	char *words[] = { (char *)"/bin/sh", (char *)"-c", (char *)"echo x >ready; exec sleep 60", NULL };
	struct converter c = { .extension = "doc", .words = words, .seconds = 60, .most = MOST };
	int in = file_of("bytes"), out = file_of(""), status = -1;
	long until = clock_ms() + 20000;
	pid_t pid = fork();

	if (pid == 0)
		_exit((int)converter_run(&c, in, out));
	while (count_left() == 0 && clock_ms() < until)
		usleep(1000);
	kill(pid, SIGTERM);
	waitpid(pid, &status, 0);
	is_number(WEXITSTATUS(status), CONVERTER_NOT_TAKEN, "asked to end, it ends");
	is_number(count_left(), 0, "and leaves nothing");
	close(in);
	close(out);
}

int
main(void)
{
	if (!mkdtemp(folder))
		tap_skip_all("no folder in /tmp");
	setenv("TMPDIR", folder, 1);
	converts("cat \"$1\"", CONVERTER_DONE, "bytes", "what is said counts");
	converts("cat \"$1\" \"$1\" >\"$2\"", CONVERTER_DONE, "bytesbytes", "a file that is made counts");
	converts("mkdir \"$2\" && cp \"$1\" \"$2/x.docx\"", CONVERTER_DONE, "bytes", "one in a folder counts");
	converts("echo ${1##*/}; echo $#", CONVERTER_DONE, "document.rtf\n3\n", "the file has its extension");
	converts("pwd >/dev/null; test \"$HOME\" = \"$3\" && test \"$TMPDIR\" = \"$3\" && echo yes",
	         CONVERTER_DONE, "yes\n", "a home of its own");
	converts("test -e again && echo yes || { echo x >again; exit 81; }", CONVERTER_DONE, "yes\n",
	         "one that wants to be started again");
	converts("exit 3", CONVERTER_FAILED, "", "one that fails");
	converts("kill -9 $$; sleep 1; exit 1", CONVERTER_FAILED, "", "one that breaks");
	converts(":", CONVERTER_NOTHING, "", "one that makes nothing");
	converts("exec no-such-program", CONVERTER_FAILED, "", "one that is not there");
	converts("mkfifo \"$2\"; true", CONVERTER_NOTHING, "", "a pipe is not waited for");
	converts("ln -s /etc/passwd \"$2\"; echo said", CONVERTER_DONE, "said\n", "a link is not followed");
	converts("mkdir \"$2\"; ln -s /etc/passwd \"$2/x\"; true", CONVERTER_NOTHING, "", "nor one in a folder");
	converts("mkdir -p a/b/c; echo x >a/b/c/d; chmod 0 a/b a; echo x", CONVERTER_DONE, "x\n",
	         "folders that are closed");
	converts("(sleep 60 >/dev/null) & echo x", CONVERTER_DONE, "x\n", "what it leaves running is ended");
	{
		struct buf said = { 0 };

		is_number(run("head -c 1001 /dev/zero", 20, &said), CONVERTER_TOO_BIG, "one that makes too much");
		is_number(count_left(), 0, "and leaves nothing");
		buf_release(&said);
	}
	test_time();
	test_left();
	test_asked();
	rmdir(folder);
	return tap_done();
}
