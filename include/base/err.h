/* SPDX-License-Identifier: ISC */
/*
 * How the world refuses: a status for the program, words for the person.
 *
 * Words are kept in every language of the interface, so that no floor below the screen needs to
 * know which one is in use.  A failing function ends
 *
 *	return err_set(err, STATUS_MISSING, "%s: no such file; check the name",
 *	               "%s：没有这个文件，请检查文件名", path);
 *
 * Both formats take the same arguments in the same order.  One line: what, where, what to do.
 */
#ifndef DUAN_BASE_ERR_H
#define DUAN_BASE_ERR_H

#include <stddef.h>

enum status {
	STATUS_OK = 0,
	STATUS_MISSING,     /* no such file, document, place */
	STATUS_DENIED,      /* no permission */
	STATUS_UNREADABLE,  /* not of a form we read */
	STATUS_TOO_BIG,
	STATUS_USAGE,       /* the call's words are off */
	STATUS_IO,          /* the system refused */
	STATUS_BUSY,        /* somebody else holds it */
	STATUS_CORRUPT,     /* our own file is damaged */
	STATUS_NEWER,       /* our own file was made by a later version */
	STATUS_CANCELLED,
};

/* Languages of the interface. */
enum ui_language { UI_EN, UI_ZH };
#define UI_LANGUAGES 2

/* A fixed text in every language of the interface. */
struct words {
	const char *text[UI_LANGUAGES]; /* by enum ui_language */
};
#define WORDS(en, zh) ((struct words){ { (en), (zh) } })
const char *words_in(struct words w, enum ui_language language);

#define ERR_WORDS_MAX 1024 /* bytes a language, with NUL; longer words are cut at a character */

struct err {
	enum status status;
	char words[UI_LANGUAGES][ERR_WORDS_MAX];
};

#define MUST_USE __attribute__((warn_unused_result))

/* Fills *err (NULL is allowed) and gives `status` back. */
enum status err_set(struct err *err, enum status status, const char *en, const char *zh, ...)
	__attribute__((format(printf, 3, 5), format(printf, 4, 5)));
const char *err_words(const struct err *err, enum ui_language language);

/*
 * Our installation is broken or memory is gone: restores the terminal through the hook, prints
 * "duan: ..." on standard error, exits with 70 (EX_SOFTWARE of sysexits.h).
 */
_Noreturn void die(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
/* The only global of the program.  NULL takes the hook off. */
void die_hook(void (*restore)(void));
/* malloc and realloc that die. */
void *mem_resize(void *p, size_t size);

#endif
