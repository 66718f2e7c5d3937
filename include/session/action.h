/* SPDX-License-Identifier: ISC */
/*
 * What the reader can be told to do: the table action.def as data.
 */
#ifndef DUAN_SESSION_ACTION_H
#define DUAN_SESSION_ACTION_H

#include "base/err.h"
#include "base/slice.h"
#include "text/utf8.h"

enum action {
#define ACTION(id, name, keys, group, count, en, zh) ACTION_##id,
#include "session/action.def"
#undef ACTION
	ACTIONS
};

enum action_group {
	ACTION_GROUP_MOVE,
	ACTION_GROUP_PLACE,
	ACTION_GROUP_SEARCH,
	ACTION_GROUP_COPY,
	ACTION_GROUP_CARET, /* its keys mean this only while there is a caret */
	ACTION_GROUP_LINK,
	ACTION_GROUP_NOTE,
	ACTION_GROUP_RELATION,
	ACTION_GROUP_LIST,
	ACTION_GROUP_PANE,
	ACTION_GROUP_LOOK,
	ACTION_GROUP_SYSTEM,
	ACTION_GROUPS
};
struct words action_group_words(enum action_group group);

struct action_info {
	const char *name; /* after ':' and in the configuration */
	const char *keys; /* as action.def says */
	enum action_group group;
	bool takes_count;
	struct words help;
};
const struct action_info *action_info(enum action action);
/* By its name, or by the start of it if only one name starts so; ACTIONS if there is none. */
enum action action_find(struct slice name);

/* An action as it was asked for. */
struct action_call {
	enum action action;
	bool has_count;
	long count;         /* 1 unless has_count */
	codepoint argument; /* what was typed for CHAR; 0 if nothing */
};

#endif
