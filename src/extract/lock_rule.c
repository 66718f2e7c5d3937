/* SPDX-License-Identifier: ISC */
/*
 * Who may do what.  Paths that a system does not have are passed over; calls that its C library does
 * not know do not exist there either.
 */
#include "config.h"

#include "lock_priv.h"

#define READ LOCK_MAY_READ
#define LOOK (LOCK_MAY_READ | LOCK_MAY_LIST)
#define USE (LOCK_MAY_READ | LOCK_MAY_LIST | LOCK_MAY_RUN)

static const struct lock_path extract_paths[] = {
	{ "/usr/share/fonts", LOOK },              { "/usr/local/share/fonts", LOOK },
	{ "/usr/share/poppler", LOOK },            { "/usr/share/fontconfig", LOOK },
	{ "/usr/share/xml/fontconfig", LOOK },     { "/etc/fonts", LOOK },
	{ "/var/cache/fontconfig", LOOK },         { "/usr/share/ghostscript/fonts", LOOK },
	{ 0 },
};

/* How names are looked up, and who vouches for servers. */
static const struct lock_path fetch_paths[] = {
	{ "/etc/resolv.conf", READ },              { "/etc/hosts", READ },
	{ "/etc/nsswitch.conf", READ },            { "/etc/host.conf", READ },
	{ "/etc/gai.conf", READ },                 { "/etc/services", READ },
	{ "/etc/ssl/certs", LOOK },                { "/etc/ssl/cert.pem", READ },
	{ "/etc/pki/tls/certs", LOOK },            { "/etc/pki/ca-trust", LOOK },
	{ "/etc/ssl/openssl.cnf", READ },          { "/etc/pki/tls/cert.pem", READ },
	{ "/etc/ca-certificates", LOOK },          { "/usr/share/ca-certificates", LOOK },
	{ "/usr/local/share/ca-certificates", LOOK },
	{ "/usr/lib/ssl", LOOK },                  { "/dev/urandom", READ },
	{ 0 },
};

/* What is installed, not what belongs to somebody. */
static const struct lock_path convert_paths[] = {
	{ "/usr", USE },                           { "/bin", USE },
	{ "/lib", USE },                           { "/lib64", USE },
	{ "/opt", USE },                           { "/nix/store", USE },
	{ "/gnu/store", USE },                     { "/etc/alternatives", USE },
	{ "/etc/fonts", LOOK },                    { "/var/cache/fontconfig", LOOK },
	{ "/etc/libreoffice", LOOK },              { "/var/lib/libreoffice", LOOK },
	{ "/var/spool/libreoffice", LOOK },
	{ "/etc/ld.so.cache", READ },              { "/etc/localtime", READ },
	{ "/etc/papersize", READ },                { "/etc/nsswitch.conf", READ },
	{ "/etc/passwd", READ },                   { "/proc/filesystems", READ },
	{ "/proc/cpuinfo", READ },                 { "/proc/meminfo", READ },
	{ "/sys/devices/system/cpu", LOOK },       { "/dev/zero", READ },
	{ "/dev/urandom", READ },                  { "/dev/random", READ },
	{ "/dev/null", LOCK_MAY_READ | LOCK_MAY_WRITE | LOCK_TRUNCATE },
	{ 0 },
};

static const char *const calls[] = {
	"access", "brk", "clock_gettime", "clock_getres", "clock_nanosleep", "close", "dup", "exit",
	"exit_group", "faccessat", "faccessat2", "fadvise64", "fcntl", "fstat", "fstatfs", "futex", "getcwd",
	"getdents64", "getegid", "geteuid", "getgid", "getpid", "getrandom", "getrusage", "gettid",
	"gettimeofday", "getuid", "lseek", "lstat", "madvise", "membarrier", "mremap", "munmap", "nanosleep",
	"newfstatat", "openat", "open", "poll", "pread64", "read", "readlink", "readlinkat", "readv",
	"restart_syscall", "rseq", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sched_getaffinity",
	"sched_yield", "set_robust_list", "set_tid_address", "sigaltstack", "stat", "statfs", "statx",
	"sysinfo", "time", "uname", "write", "writev", NULL,
};

static const char *const extract_calls[] = { NULL };

static const char *const fetch_calls[] = {
	"connect", "epoll_create1", "epoll_ctl", "epoll_pwait", "epoll_wait", "eventfd2", "getpeername",
	"getsockname", "getsockopt", "pipe", "pipe2", "ppoll", "pselect6", "recvfrom", "recvmmsg",
	"recvmsg", "select", "sendmmsg", "sendmsg", "sendto", "setsockopt", "shutdown", "socketpair", NULL,
};

/*
 * Denied to programs that are not ours: other processes, what Landlock does not see of files of
 * others, ways around both, and ways to stay.  Signals go to nobody, for it has nobody; its group
 * cannot be left, so that all of it can be ended.
 */
static const char *const convert_calls[] = {
	"ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "process_mrelease", "kcmp",
	"pidfd_open", "pidfd_getfd", "pidfd_send_signal", "kill", "tkill", "rt_sigqueueinfo",
	"rt_tgsigqueueinfo", "setsid", "setpgid", "sched_setaffinity", "sched_setscheduler",
	"sched_setparam", "sched_setattr", "setpriority", "ioprio_set", "migrate_pages", "move_pages",
	"connect", "io_uring_setup", "io_uring_enter", "io_uring_register", "bpf", "perf_event_open",
	"userfaultfd", "fanotify_init", "lookup_dcookie", "syslog", "add_key", "request_key", "keyctl",
	"mq_open", "mq_unlink", "shmget", "shmat", "shmctl", "msgget", "msgctl", "semget", "semctl",
	"chmod", "fchmodat", "fchmodat2", "chown", "lchown", "fchownat", "utime", "utimes", "futimesat",
	"setxattr", "lsetxattr", "removexattr", "lremovexattr", "mknod", "mknodat", "symlink", "symlinkat",
	"name_to_handle_at",
	"open_by_handle_at", "mount", "umount", "umount2", "mount_setattr", "move_mount", "open_tree",
	"fsopen", "fsmount", "fsconfig", "fspick", "pivot_root", "chroot", "unshare", "setns", "acct",
	"quotactl", "quotactl_fd", "swapon", "swapoff", "reboot", "kexec_load", "kexec_file_load",
	"init_module", "finit_module", "delete_module", "iopl", "ioperm", "modify_ldt", "vm86", "vm86old",
	"clock_settime", "clock_adjtime", "settimeofday", "adjtimex", "stime", "sethostname",
	"setdomainname", NULL,
};

const struct lock_rules *
lock_rules_of(enum lock_program program)
{
	static const struct lock_rules table[LOCK_PROGRAMS] = {
		[LOCK_EXTRACT] = { extract_paths, LOCK_BIND | LOCK_CONNECT, extract_calls, .is_open = false },
		[LOCK_FETCH] = { fetch_paths, LOCK_BIND, fetch_calls, .connects = true, .has_threads = true },
		[LOCK_CONVERT] = { convert_paths, LOCK_BIND | LOCK_CONNECT, convert_calls, .is_open = true },
	};

	return &table[program];
}

const char *const *
lock_calls_of_all(void)
{
	return calls;
}
