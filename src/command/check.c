/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "base/file.h"
#include "command_priv.h"
#include "extract/cage.h"
#include "store/backup.h"
#include "store/notes.h"

#include <sys/stat.h>
#include <unistd.h>

static void
say(const struct call *call, const char *path, const char *en, const char *zh)
{
	struct buf line = { 0 };

	output_cell(&line, slice_from(path));
	output_cell(&line, slice_from(words_in(WORDS(en, zh), call->settings->ui)));
	buf_add_byte(&line, '\n');
	output_text(buf_slice(&line));
	buf_release(&line);
}

/* In order, and how much of it there is. */
static void
say_size(const struct call *call, struct library *l)
{
	struct library_size size;
	struct buf en = { 0 }, zh = { 0 };

	buf_add_str(&en, "in order");
	buf_add_str(&zh, "完好");
	if (library_measure(l, &size, NULL) == STATUS_OK) {
		buf_addf(&en, ": %zu documents, %zu paragraphs, %zu citations", size.n_documents,
		         size.n_blocks, size.n_citations);
		buf_addf(&zh, "：文件 %zu 份，%zu 段，引用 %zu 处", size.n_documents, size.n_blocks,
		         size.n_citations);
	}
	say(call, library_name(l), en.p, zh.p);
	buf_release(&en);
	buf_release(&zh);
}

/* Who else can read or write the file. */
static void
say_protection(const struct call *call, const struct library *l)
{
	struct stat st;

	if (library_is_snapshot(l))
		say(call, library_name(l), "published: everybody may read it, nobody changes it",
		    "已发布：人人可读，不可更改");
	else if (!library_may_write(l))
		say(call, library_name(l), "read-only", "只读");
	else if (stat(library_name(l), &st) == 0 && (st.st_mode & 077))
		say(call, library_name(l), "others may read it", "他人可读");
}

/* A new library of the files that the damaged one held, at `fresh`; false if the disk did not take all. */
static bool
make_anew(const struct call *call, const char *fresh, const struct slice *paths, size_t n, int *answer)
{
	const char *own = call->settings->library;
	struct call adding = { .settings = call->settings };
	struct library *l;
	struct err err;
	bool is_whole = true;

	for (size_t i = 0; i < n; i++)
		VEC_PUSH(&adding.words, paths[i].p);
	call->settings->library = fresh;
	if (n > 0) {
		*answer = add_all(&adding, &is_whole);
	} else if (shelf_open(call->settings, &l, &err) != STATUS_OK) {
		output_error(call->settings, &err);
		is_whole = false;
	}
	shelf_close(call->settings);
	call->settings->library = own;
	VEC_RELEASE(&adding.words);
	return is_whole;
}

static void
take_out(const char *path)
{
	static const char *const parts[] = { "", "-wal", "-shm", "-journal" };

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		struct buf name = { 0 };

		buf_addf(&name, "%s%s", path, parts[i]);
		unlink(name.p);
		buf_release(&name);
	}
}

/* The damaged library keeps its name until the new one is complete: what stops in between is done again. */
static bool
repair_library(const struct call *call, struct err *err)
{
	struct settings *s = call->settings;
	struct buf path = { 0 }, fresh = { 0 }, aside = { 0 };
	struct arena arena = { 0 };
	struct slice *paths;
	size_t n = 0;
	int answer = EXIT_DONE;
	enum status status = library_path(s->library, &path, err);

	shelf_close(s);
	buf_addf(&fresh, "%s.new", buf_str(&path));
	take_out(fresh.p);
	if (status == STATUS_OK)
		status = library_left(path.p, &arena, &paths, &n, err);
	if (status == STATUS_OK && !make_anew(call, fresh.p, paths, n, &answer))
		status = err_set(err, STATUS_IO, "%s: is left as it is; repair it when there is room",
		                 "%s：未作改动，腾出空间后请再修复", path.p);
	if (status == STATUS_OK)
		status = library_set_aside(path.p, fresh.p, &aside, err);
	if (status == STATUS_OK)
		status = err_set(err, STATUS_OK,
		                 "the damaged library is now %s; files that it does not name any more must be "
		                 "added again",
		                 "受损的文献库已移至 %s；其中已查不到的文件须重新添加", buf_str(&aside));
	take_out(fresh.p);
	output_error(s, err);
	arena_release(&arena);
	buf_release(&path);
	buf_release(&fresh);
	buf_release(&aside);
	return status == STATUS_OK && answer == EXIT_DONE;
}

static void
say_faults(const struct call *call, struct library *l, const struct words *faults, size_t n)
{
	struct err err;

	for (size_t i = 0; i < n; i++) {
		(void)err_set(&err, STATUS_CORRUPT, "%s: %s", "%s：%s", library_name(l),
		              words_in(faults[i], call->settings->ui));
		output_error(call->settings, &err);
	}
}

/* What is out of step is said, and filed anew if that is asked for. */
static enum status
check_links(const struct call *call, struct library *l, bool *good, struct err *err)
{
	struct arena arena = { 0 };
	struct words *faults;
	size_t n = 0;
	enum status status = library_check(l, &arena, &faults, &n, err);

	*good = status == STATUS_OK && n == 0;
	if (status == STATUS_OK)
		say_faults(call, l, faults, n);
	if (status == STATUS_OK && n > 0 && output_has_flag(call, "--repair")) {
		status = library_refile(l, err);
		if (status == STATUS_OK)
			say(call, library_name(l), "links and words are filed anew; check again",
			    "链接和全文索引已重新编排，请再检查一次");
	}
	arena_release(&arena);
	return status;
}

static bool
check_library(const struct call *call)
{
	struct library *l;
	struct err err;
	enum status status = shelf_open(call->settings, &l, &err);
	bool good = false;

	if (status == STATUS_OK)
		status = check_links(call, l, &good, &err);
	if (status != STATUS_OK)
		output_error(call->settings, &err);
	if (status == STATUS_CORRUPT && output_has_flag(call, "--repair")) {
		good = repair_library(call, &err);
	} else if (good) {
		say_size(call, l);
		say_protection(call, l);
	}
	return good;
}

/* The file of the notes, as library_name() names that of the library. */
static void
say_notes(const struct call *call)
{
	struct buf path = { 0 };

	if (call->settings->notes)
		buf_add_str(&path, call->settings->notes);
	else if (file_folder(FILE_DATA, &path, NULL) == STATUS_OK)
		buf_add_str(&path, "/notes.db");
	say(call, buf_str(&path), "in order", "完好");
	buf_release(&path);
}

/* What can be read of them, of the last copy and of the log. */
static bool
rescue_notes(const struct call *call)
{
	struct backup_rescued rescued;
	struct err err;
	enum status status = backup_rescue(call->settings->notes, &rescued, &err);

	if (status == STATUS_OK)
		status = err_set(&err, STATUS_OK, "%ld notes were saved; the damaged file is now %s",
		                 "已抢救 %ld 条批注，受损的文件已移至 %s", rescued.n_notes,
		                 buf_str(&rescued.aside));
	output_error(call->settings, &err);
	buf_release(&rescued.aside);
	return status == STATUS_OK;
}

static bool
check_notes(const struct call *call)
{
	struct notes *notes;
	struct err err;
	enum status status = notes_open(call->settings->notes, &notes, &err);

	if (status == STATUS_OK) {
		status = notes_check(notes, &err);
		notes_close(notes);
	}
	if (status == STATUS_OK)
		say_notes(call);
	else
		output_error(call->settings, &err);
	if (status == STATUS_CORRUPT && output_has_flag(call, "--repair"))
		return rescue_notes(call);
	return status == STATUS_OK;
}

/* What a program is kept from that deals with the bytes of others.  A missing layer is no fault: others
 * remain. */
static void
say_cage(const struct call *call, enum lock_program program, struct words name)
{
	struct lock_limits limits = lock_limits_of(program);
	long seconds = limits.seconds > 0 ? limits.seconds : call->settings->convert.seconds;
	struct buf en = { 0 }, zh = { 0 };
	struct lock_state s;
	struct err err;

	if (cage_ask(program, &s, &err) != STATUS_OK) {
		output_error(call->settings, &err);
		return;
	}
	buf_addf(&en, "a process of its own, %ld s, %zu MB", seconds, limits.megabytes);
	buf_addf(&zh, "独立进程，限 %ld 秒、%zu MB", seconds, limits.megabytes);
	buf_addf(&en, "; limits: %s; no new privileges: %s; ", s.limits ? "yes" : "NO",
	         s.no_new_privs ? "yes" : "NO");
	buf_addf(&zh, "；资源限制：%s；禁止提升权限：%s；", s.limits ? "有" : "无", s.no_new_privs ? "有" : "无");
	if (s.landlock > 0) {
		buf_addf(&en, "Landlock: version %d", s.landlock);
		buf_addf(&zh, "Landlock：第 %d 版", s.landlock);
	} else {
		buf_add_str(&en, "Landlock: NO");
		buf_add_str(&zh, "Landlock：无");
	}
	buf_addf(&en, "; seccomp: %s", s.seccomp ? "yes" : "NO");
	buf_addf(&zh, "；seccomp：%s", s.seccomp ? "有" : "无");
	say(call, words_in(name, call->settings->ui), en.p, zh.p);
	buf_release(&en);
	buf_release(&zh);
}

/* What reads the formats that are not ours. */
static void
say_converters(const struct call *call)
{
	bool any = false;

	for (int i = 0; i < CONVERT_FORMATS; i++) {
		enum convert_format format = (enum convert_format)i;
		struct convert_command command;
		struct buf what = { 0 };
		bool found = convert_find(&call->settings->convert, format, SLICE(""), &command, NULL) == STATUS_OK;

		buf_addf(&what, call->settings->ui == UI_ZH ? "%s 转换程序" : "converter of %s",
		         convert_name(format));
		say(call, buf_str(&what), found ? command.words.v[0] : "none",
		    found ? command.words.v[0] : "无");
		any = any || found;
		convert_command_release(&command);
		buf_release(&what);
	}
	if (any)
		say_cage(call, LOCK_CONVERT, WORDS("converters", "转换程序"));
}

int
run_check(const struct call *call)
{
	bool library, notes;

	if (call->words.n > 0)
		return output_usage(call->settings, "check", "takes no argument", "不带参数");
	library = check_library(call);
	notes = check_notes(call);
	say_cage(call, LOCK_EXTRACT, WORDS("readers of PDF, DOCX, HTML, EPUB", "PDF、DOCX、HTML、EPUB 读取程序"));
#ifdef HAVE_LIBCURL
	say_cage(call, LOCK_FETCH, WORDS("fetching", "下载程序"));
#endif
	say_converters(call);
	return library && notes ? EXIT_DONE : EXIT_REFUSED;
}
