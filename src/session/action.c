/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/action.h"

#include <string.h>

static const struct action_info action_infos[ACTIONS] = {
#define ACTION(id, name, keys, group, count, en, zh)                                               \
	[ACTION_##id] = { name, keys, ACTION_GROUP_##group, count, { { en, zh } } },
#include "session/action.def"
#undef ACTION
};

struct words
action_group_words(enum action_group group)
{
	switch (group) {
	case ACTION_GROUP_MOVE:
		return WORDS("Moving", "移动");
	case ACTION_GROUP_PLACE:
		return WORDS("Places and marks", "位置与记号");
	case ACTION_GROUP_SEARCH:
		return WORDS("Searching", "搜索");
	case ACTION_GROUP_COPY:
		return WORDS("Selecting and copying", "选取与复制");
	case ACTION_GROUP_CARET:
		return WORDS("With the caret", "有光标时");
	case ACTION_GROUP_LINK:
		return WORDS("Links", "链接");
	case ACTION_GROUP_NOTE:
		return WORDS("Notes and highlights", "批注与标示");
	case ACTION_GROUP_RELATION:
		return WORDS("Relations", "关系");
	case ACTION_GROUP_LIST:
		return WORDS("Documents and lists", "文件与列表");
	case ACTION_GROUP_PANE:
		return WORDS("Panes", "窗格");
	case ACTION_GROUP_LOOK:
		return WORDS("View", "显示");
	case ACTION_GROUP_SYSTEM:
	case ACTION_GROUPS:
		break;
	}
	return WORDS("Program", "程序");
}

const struct action_info *
action_info(enum action action)
{
	return &action_infos[action];
}

enum action
action_find(struct slice name)
{
	enum action found = ACTIONS;
	int n = 0;

	for (int i = 0; i < ACTIONS; i++) {
		struct slice whole = slice_from(action_infos[i].name);

		if (slice_eq(whole, name))
			return (enum action)i;
		if (name.len > 0 && slice_eq(slice_sub(whole, 0, name.len), name)) {
			found = (enum action)i;
			n++;
		}
	}
	return n == 1 ? found : ACTIONS;
}
