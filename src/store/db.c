/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "db_priv.h"

#include "base/clock.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUSY_MS 5000 /* a writer waits so long for another */
#define BUSY_PAUSE_MS 5 /* between two tries where SQLite does not wait by itself */
#define WAL_BYTES (32 << 20)

enum status
db_check_folder(const char *folder, const struct stat *st, struct err *err)
{
	if (!(st->st_mode & (S_IWGRP | S_IWOTH)))
		return STATUS_OK;
	return err_set(err, STATUS_DENIED,
	               "%s: others may write to this folder; chmod go-w, or use another",
	               "%s：他人可写入此文件夹；请执行 chmod go-w，或另用文件夹", folder);
}

/* SQLite would replay a journal that somebody else has put beside the file. */
static enum status
check_owner(struct db *db, const char *folder, struct err *err)
{
	struct stat st;

	if (stat(folder, &st) != 0)
		return err_set(err, STATUS_IO, "%s: %s", "%s：%s", folder, strerror(errno));
	if (!S_ISDIR(st.st_mode))
		return err_set(err, STATUS_IO, "%s: is not a folder", "%s：不是文件夹", folder);
	if (st.st_uid != geteuid() && st.st_uid != 0) {
		if (!db->is_rebuildable)
			return err_set(err, STATUS_DENIED,
			               "%s: this folder belongs to somebody else; use a folder of your own",
			               "%s：此文件夹属于他人，请改用自己的文件夹", folder);
		db->is_read_only = true;
	}
	if (db_check_folder(folder, &st, err) != STATUS_OK)
		return STATUS_DENIED;
	if (db->is_rebuildable && (access(folder, W_OK) != 0 ||
	                           (access(db->path, W_OK) != 0 && errno != ENOENT)))
		db->is_read_only = true;
	return STATUS_OK;
}

static enum status
check_folder_of(struct db *db, const char *path, struct err *err)
{
	const char *slash = strrchr(path, '/');
	struct buf folder = { 0 };
	enum status status;

	if (!slash)
		buf_add_str(&folder, ".");
	else
		buf_add(&folder, slice_of(path, slash == path ? 1 : (size_t)(slash - path)));
	status = file_make_folder(folder.p, err);
	if (status == STATUS_OK)
		status = check_owner(db, folder.p, err);
	buf_release(&folder);
	return status;
}

/* Where a link leads to is where the journal lies. */
static enum status
check_folder(struct db *db, struct err *err)
{
	enum status status = check_folder_of(db, db->path, err);
	char *target = NULL;
	struct stat st;

	if (status == STATUS_OK && lstat(db->path, &st) == 0 && S_ISLNK(st.st_mode))
		target = realpath(db->path, NULL);
	if (target)
		status = check_folder_of(db, target, err);
	free(target);
	return status;
}

/* Made by us the file is for us alone; SQLite would go by the umask. */
static void
create_private(const char *path)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (fd >= 0)
		close(fd);
}

static int
configure(struct db *db, const struct db_schema *schema)
{
	static const char careful[] = "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON";
	int code;

	sqlite3_busy_timeout(db->handle, BUSY_MS);
	sqlite3_extended_result_codes(db->handle, 1);
	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	code = sqlite3_exec(db->handle, careful, NULL, NULL, NULL);
	return code == SQLITE_OK && schema->prepare ? schema->prepare(db->handle) : code;
}

/* The first column of the only row. */
static int
read_number(sqlite3 *handle, const char *statement, int *number)
{
	sqlite3_stmt *s;
	int code = sqlite3_prepare_v2(handle, statement, -1, &s, NULL);

	if (code == SQLITE_OK && (code = sqlite3_step(s)) == SQLITE_ROW) {
		*number = sqlite3_column_int(s, 0);
		code = SQLITE_OK;
	}
	sqlite3_finalize(s);
	return code;
}

/* So many pages of the file as are WAL_BYTES, before they are copied from the journal into it. */
static int
set_checkpoint(sqlite3 *handle)
{
	int page = 0, code = read_number(handle, "PRAGMA page_size", &page);

	return code == SQLITE_OK && page > 0 ? sqlite3_wal_autocheckpoint(handle, WAL_BYTES / page) : code;
}

/* The change to another journal is refused at once while somebody else changes it or is about to
 * write: SQLite asks no busy handler there. */
static int
set_journal(const struct db *db, const char *statements)
{
	long until = clock_ms() + BUSY_MS;
	int code;

	while ((code = sqlite3_exec(db->handle, statements, NULL, NULL, NULL)) != SQLITE_OK &&
	       (code & 0xFF) == SQLITE_BUSY && clock_ms() < until)
		sqlite3_sleep(BUSY_PAUSE_MS);
	return code;
}

/* WAL is written into the head of the file: not before it is known to be ours.  The size of pages
 * holds for a file that has none yet; large ones take less time to fill.  That change alone has a
 * journal that is taken out: were it there again after a power cut, it would empty the file. */
static int
choose_journal(const struct db *db)
{
	static const char precious[] = "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = EXTRA";
	static const char rebuildable[] = "PRAGMA page_size = 16384; PRAGMA synchronous = EXTRA;"
	                                  " PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
	                                  " PRAGMA secure_delete = FAST";
	int code;

	if (db->is_read_only)
		return SQLITE_OK;
	code = set_journal(db, db->is_rebuildable ? rebuildable : precious);
	return code == SQLITE_OK && db->is_rebuildable ? set_checkpoint(db->handle) : code;
}

static int
read_version(sqlite3 *handle, int *version)
{
	return read_number(handle, "PRAGMA user_version", version);
}

/* All steps in one transaction; a step is not half done. */
static int
migrate(sqlite3 *handle, const struct db_schema *schema)
{
	char *set;
	int version = 0, code = sqlite3_exec(handle, "BEGIN IMMEDIATE", NULL, NULL, NULL);

	if (code == SQLITE_OK) /* another program may have been faster */
		code = read_version(handle, &version);
	for (; code == SQLITE_OK && version < schema->n_steps; version++)
		code = sqlite3_exec(handle, schema->step[version], NULL, NULL, NULL);
	if (code == SQLITE_OK) {
		set = sqlite3_mprintf("PRAGMA application_id=%d; PRAGMA user_version=%d; COMMIT",
		                      schema->application, version);
		code = set ? sqlite3_exec(handle, set, NULL, NULL, NULL) : SQLITE_NOMEM;
		sqlite3_free(set);
	}
	if (code != SQLITE_OK)
		sqlite3_exec(handle, "ROLLBACK", NULL, NULL, NULL);
	return code;
}

/* The file is ours, or has nothing in it yet.  Tables are counted first: who makes them in between
 * has marked the file by then. */
static int
is_ours(sqlite3 *handle, const struct db_schema *schema, bool *ours)
{
	int application = 0, tables = 0;
	int code = read_number(handle, "SELECT count(*) FROM sqlite_schema", &tables);

	if (code == SQLITE_OK)
		code = read_number(handle, "PRAGMA application_id", &application);
	*ours = application == schema->application || (application == 0 && tables == 0) ||
	        (application == schema->snapshot && application != 0);
	return code;
}

/* What is precious is copied before its schema changes. */
static enum status
keep_version(struct db *db, int version, struct err *err)
{
	struct buf to = { 0 };
	enum status status;

	buf_addf(&to, "%s.schema-%d", db->path, version);
	status = backup_copy(db, to.p, err);
	buf_release(&to);
	return status;
}

static enum status
bring_up_to_date(struct db *db, const struct db_schema *schema, struct err *err)
{
	int version = 0, code;
	bool ours = false;

	code = is_ours(db->handle, schema, &ours);
	if (code == SQLITE_OK && !ours)
		return err_set(err, STATUS_UNREADABLE,
		               "%s: is another program's file, left as it is; name another",
		               "%s：是其他程序的文件，未作改动，请另指定文件", db->path);
	if (code == SQLITE_OK)
		code = read_version(db->handle, &version);
	if (code == SQLITE_OK && version > schema->n_steps)
		return err_set(err, STATUS_NEWER,
		               "%s: was written by a later duan (schema %d); use that version",
		               "%s：由较新版本的 duan 写成（结构版本 %d），请用该版本",
		               db->path, version);
	if (code == SQLITE_OK)
		code = choose_journal(db);
	if (code == SQLITE_OK && version < schema->n_steps && db->is_snapshot)
		return err_set(err, STATUS_DENIED,
		               "%s: was published by an earlier duan; it must be published again",
		               "%s：由较早版本的 duan 发布，须重新发布", db->path);
	if (code == SQLITE_OK && version < schema->n_steps && db->is_read_only)
		return err_set(err, STATUS_DENIED,
		               "%s: was written by an earlier duan and cannot be changed; who may write "
		               "to it must open it once",
		               "%s：由较早版本的 duan 写成，且无法写入；须由可写入者先打开一次", db->path);
	if (code == SQLITE_OK && version > 0 && version < schema->n_steps && !db->is_rebuildable) {
		enum status status = keep_version(db, version, err);

		if (status != STATUS_OK)
			return status;
	}
	if (code == SQLITE_OK && version < schema->n_steps)
		code = migrate(db->handle, schema);
	return code == SQLITE_OK ? STATUS_OK : db_refused(db, code, err);
}

/* The file as it lies there: no lock, no journal, nothing is written beside it. */
static int
open_as_it_lies(struct db *db)
{
	struct buf uri = { 0 };
	int code;

	buf_add_str(&uri, "file:");
	for (const char *p = db->path; *p; p++)
		buf_addf(&uri, strchr("?#%", *p) ? "%%%02X" : "%c", (unsigned char)*p);
	buf_add_str(&uri, "?immutable=1");
	code = sqlite3_open_v2(uri.p, &db->handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
	buf_release(&uri);
	return code;
}

/* Readers of a WAL need its shared memory, which cannot be made in a folder that is closed. */
static int
open_for_reading(struct db *db)
{
	int version, code = sqlite3_open_v2(db->path, &db->handle, SQLITE_OPEN_READONLY, NULL);

	if (code == SQLITE_OK && read_version(db->handle, &version) == SQLITE_OK)
		return SQLITE_OK;
	sqlite3_close(db->handle);
	db->handle = NULL;
	return open_as_it_lies(db);
}

/* Its owner does not write to a snapshot either; nor does a journal beside it count. */
static int
look_for_snapshot(struct db *db, const struct db_schema *schema)
{
	int application = 0, code;

	if (schema->snapshot != 0)
		(void)read_number(db->handle, "PRAGMA application_id", &application);
	if (application == 0 || application != schema->snapshot)
		return SQLITE_OK; /* what is wrong shows when it is read */
	db->is_read_only = db->is_snapshot = true;
	sqlite3_close(db->handle);
	db->handle = NULL;
	code = open_as_it_lies(db);
	return code == SQLITE_OK ? configure(db, schema) : code;
}

/* A full disk has no room for the shared memory of a WAL.  Who has the file for himself needs none, and
 * reads what is there; others wait for him meanwhile. */
static int
look_for_room(struct db *db, const struct db_schema *schema)
{
	int version, code = SQLITE_OK;

	if (db->is_rebuildable && !db->is_read_only)
		code = read_version(db->handle, &version);
	if (code != SQLITE_IOERR_SHMSIZE)
		return SQLITE_OK; /* what else is wrong shows when it is read */
	sqlite3_close(db->handle);
	db->handle = NULL;
	code = sqlite3_open_v2(db->path, &db->handle, SQLITE_OPEN_READWRITE, NULL);
	if (code == SQLITE_OK)
		code = configure(db, schema);
	if (code == SQLITE_OK)
		code = sqlite3_exec(db->handle, "PRAGMA locking_mode = EXCLUSIVE", NULL, NULL, NULL);
	return code;
}

static enum status
open_checked(struct db *db, const struct db_schema *schema, struct err *err)
{
	enum status status = check_folder(db, err);
	int code;

	if (status != STATUS_OK)
		return status;
	if (db->is_read_only) {
		code = open_for_reading(db);
	} else {
		create_private(db->path);
		code = sqlite3_open_v2(db->path, &db->handle, SQLITE_OPEN_READWRITE, NULL);
	}
	if (code == SQLITE_OK)
		code = configure(db, schema);
	if (code == SQLITE_OK)
		code = look_for_snapshot(db, schema);
	if (code == SQLITE_OK)
		code = look_for_room(db, schema);
	return code == SQLITE_OK ? bring_up_to_date(db, schema, err) : db_refused(db, code, err);
}

/* Nothing here has threads, and nobody asks for statistics: neither needs a lock at each allocation.
 * What comes after the first database changes nothing. */
static void
set_up_sqlite(void)
{
	(void)sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	(void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

enum status
db_open(const char *path, const struct db_schema *schema, struct db **out, struct err *err)
{
	struct db *db = mem_resize(NULL, sizeof *db);
	enum status status;

	set_up_sqlite();
	*db = (struct db){ .path = mem_resize(NULL, strlen(path) + 1),
		           .is_rebuildable = schema->is_rebuildable };
	memcpy(db->path, path, strlen(path) + 1);
	status = open_checked(db, schema, err);
	if (status != STATUS_OK) {
		db_close(db);
		return status;
	}
	*out = db;
	return STATUS_OK;
}

sqlite3 *
db_open_damaged(const char *path)
{
	static const char lenient[] = "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
	                              " PRAGMA writable_schema = ON";
	sqlite3 *handle = NULL;

	if (sqlite3_open_v2(path, &handle, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK) {
		sqlite3_exec(handle, lenient, NULL, NULL, NULL);
		return handle;
	}
	sqlite3_close(handle);
	return NULL;
}

void
db_close(struct db *db)
{
	if (!db)
		return;
	for (int i = 0; i < QUERIES; i++)
		sqlite3_finalize(db->statement[i]);
	sqlite3_close(db->handle);
	free(db->path);
	free(db);
}

/* What configure() has asked for is in force. */
static bool
is_guarded(const struct db *db)
{
	int trusted = 1, cells = 0, defensive = 0;

	sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, -1, &defensive);
	return read_number(db->handle, "PRAGMA trusted_schema", &trusted) == SQLITE_OK &&
	       read_number(db->handle, "PRAGMA cell_size_check", &cells) == SQLITE_OK &&
	       defensive && cells && !trusted;
}

enum status
db_check(struct db *db, struct err *err)
{
	sqlite3_stmt *s;
	int code = sqlite3_prepare_v2(db->handle, "PRAGMA integrity_check(1)", -1, &s, NULL);
	enum status status = STATUS_OK;
	struct slice found;

	if (!is_guarded(db))
		status = err_set(err, STATUS_CORRUPT, "%s: the safeguards of SQLite are off",
		                 "%s：SQLite 的保护措施未生效", db->path);
	if (code == SQLITE_OK && (code = sqlite3_step(s)) == SQLITE_ROW) {
		found = db_column_kept(s, 0);
		if (db_is_unread(found))
			status = db_refused(db, SQLITE_IOERR, err);
		else if (!slice_is(found, "ok"))
			status = db_damaged(db, found.p, err);
	}
	sqlite3_finalize(s);
	return code == SQLITE_ROW ? status : db_refused(db, code, err);
}
