/* SPDX-License-Identifier: ISC */
/*
 * Which keys mean which action, and what has been typed of them so far.
 *
 * A command is [number] keys.  Keys that a Chinese input method makes full width mean what the
 * ASCII keys mean (keymap.md, "Input-method safety").  Digits before the first key are the number.
 */
#ifndef DUAN_SESSION_KEYMAP_H
#define DUAN_SESSION_KEYMAP_H

#include "base/buf.h"
#include "base/vec.h"
#include "session/action.h"
#include "session/event.h"

#define KEYMAP_KEYS_MAX 4 /* keys of a command, without its number */
#define KEYMAP_CHAR ((codepoint)-2) /* in a binding: any one character */
#define KEYMAP_COUNT_MAX 999999999L

struct binding {
	codepoint key[KEYMAP_KEYS_MAX];
	int n;
	enum action action;
};

struct keymap {
	VEC(struct binding) bindings;
	bool is_less;   /* of the preset "less" */
	bool has_caret; /* keys of ACTION_GROUP_CARET win over others; without it they mean nothing */
};

/* The keys of action.def. */
void keymap_init(struct keymap *k);
void keymap_release(struct keymap *k);
/* The keys' text as action.def has it, one way; replaces what they meant before.  STATUS_USAGE when
 * they name no keys, or when they could never be typed to the end because a shorter command is. */
enum status keymap_bind(struct keymap *k, struct slice keys, enum action action, struct err *err)
	MUST_USE;

/* Nothing is meant by the keys any more.  STATUS_MISSING if nothing was. */
enum status keymap_unbind(struct keymap *k, struct slice keys, struct err *err) MUST_USE;
/*
 * The whole keymap anew: "duan" as action.def has it; "less", where d u f g mean what less means: what
 * started with g starts with ; then, and what d d, u and f meant is on D, U and x.
 */
enum status keymap_preset(struct keymap *k, struct slice name, struct err *err) MUST_USE;
/* A line of the configuration or after ':' without its first word, "map", "unmap" or "keys":
 * "KEYS = ACTION", "KEYS", the name of a preset. */
enum status keymap_take(struct keymap *k, struct slice word, struct slice rest, struct err *err)
	MUST_USE;

/* A command typed in part. */
struct keymap_typed {
	codepoint key[KEYMAP_KEYS_MAX];
	int n;
	long count; /* 0: no number typed */
};

enum keymap_answer {
	KEYMAP_MORE,    /* a part of a command: wait for the rest */
	KEYMAP_CALL,    /* *call says what to do; nothing typed is left */
	KEYMAP_UNKNOWN, /* no command starts so; *typed still has the keys, for the message */
	KEYMAP_CANCEL,  /* Esc or ^C; nothing typed is left */
};
enum keymap_answer keymap_type(const struct keymap *k, struct keymap_typed *typed, codepoint key,
                               struct action_call *call) MUST_USE;
/* True if the binding continues what is typed. */
bool keymap_continues(const struct binding *b, const struct keymap_typed *typed);

/* "12g", "] d": what is typed; the keys of a binding from key `from` on. */
void keymap_add_typed(const struct keymap_typed *typed, struct buf *out);
void keymap_add_keys(const struct binding *b, int from, struct buf *out);
/* All keys of an action, a blank between the ways: "gg Home". */
void keymap_add_action(const struct keymap *k, enum action action, struct buf *out);
/* The first way to type an action, "g?"; nothing if it has no keys. */
void keymap_add_way(const struct keymap *k, enum action action, struct buf *out);
/* Words with each "{action}" in them replaced by the first way to type it, or its name: "u brings it back" of
 * "{undo} brings it back".  For a printf format a % of a key is doubled. */
void keymap_add_words(const struct keymap *k, const char *words, bool is_format, struct buf *out);
/* The whole keymap, as `duan keys` prints it and as the configuration takes it: by groups,
 * "map g g = start", each with a comment. */
void keymap_print(const struct keymap *k, enum ui_language ui, struct buf *out);

#endif
