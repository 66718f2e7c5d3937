/* SPDX-License-Identifier: ISC */
/*
 * Styles: what they are called, their letters in dumps, what they are for.
 */
#include "config.h"

#include "grid/grid.h"

static const struct {
	const char *name;
	char letter;
	struct words help;
} style_table[GRID_STYLES] = {
	[GRID_TEXT] = { "text", '.', { { "what has no other style", "其余文字" } } },
	[GRID_HEADING] = { "heading", 'H', { { "headings", "标题" } } },
	[GRID_LABEL] = { "label", 'l', { { "paragraphs' numbers", "段号" } } },
	[GRID_LINK] = { "link", 'k', { { "citations that lead somewhere", "可到达的引文" } } },
	[GRID_LINK_MISSING] = { "link-missing", 'm', { { "citations of what is not held", "未收藏的引文" } } },
	[GRID_LINK_UNCERTAIN] = { "link-uncertain", 'u',
	                          { { "citations that may lead elsewhere", "不确定的引文" } } },
	[GRID_LINK_CURRENT] = { "link-current", 'K', { { "the current citation", "当前引文" } } },
	[GRID_HINT] = { "hint", 'h', { { "letters on links", "链接上的字母" } } },
	[GRID_FOOTNOTE] = { "footnote", 'f', { { "numbers of footnotes", "脚注号" } } },
	[GRID_STAND_IN] = { "stand-in", 's', { { "in the place of control characters", "控制字符的替代" } } },
	[GRID_CURRENT] = { "current", 'C', { { "the current item of a list", "列表的当前项" } } },
	[GRID_CHANGED] = { "changed", 'd', { { "words that differ in the other version", "与另一文本不同的字句" } } },
	[GRID_MATCH] = { "match", 'M', { { "what was searched for", "查找所得" } } },
	[GRID_MATCH_CURRENT] = { "match-current", 'X', { { "the match that n went to", "n 所到的一处" } } },
	[GRID_SELECTED] = { "selected", 'V', { { "the selection", "选取部分" } } },
	[GRID_GUTTER] = { "gutter", 'g', { { "signs beside the text", "正文旁的记号" } } },
	[GRID_BAR] = { "bar", 'B', { { "the first line", "首行" } } },
	[GRID_BAR_OTHER] = { "bar-other", 'b', { { "the first line of other panes", "其他窗格的首行" } } },
	[GRID_MESSAGE] = { "message", 'i', { { "messages", "消息" } } },
	[GRID_ERROR] = { "error", 'E', { { "what went wrong", "出错消息" } } },
	[GRID_FRAME] = { "frame", 'F', { { "lines between panes", "窗格边线" } } },
	[GRID_NOTE] = { "note", 'n', { { "notes", "批注" } } },
	[GRID_NOTED] = { "noted", 'N', { { "words with a note", "有批注的字句" } } },
	[GRID_HIGHLIGHT_1] = { "highlight-1", '1', { { "highlight 1", "标亮 1" } } },
	[GRID_HIGHLIGHT_2] = { "highlight-2", '2', { { "highlight 2", "标亮 2" } } },
	[GRID_HIGHLIGHT_3] = { "highlight-3", '3', { { "highlight 3", "标亮 3" } } },
	[GRID_HIGHLIGHT_4] = { "highlight-4", '4', { { "highlight 4", "标亮 4" } } },
	[GRID_HIGHLIGHT_5] = { "highlight-5", '5', { { "highlight 5", "标亮 5" } } },
	[GRID_HIGHLIGHT_6] = { "highlight-6", '6', { { "highlight 6", "标亮 6" } } },
};

const char *
grid_style_name(enum grid_style style)
{
	return style_table[style].name;
}

char
grid_style_letter(enum grid_style style)
{
	return style_table[style].letter;
}

struct words
grid_style_words(enum grid_style style)
{
	return style_table[style].help;
}

enum grid_style
grid_style_find(struct slice name)
{
	int style = 0;

	while (style < GRID_STYLES && !slice_is(name, style_table[style].name))
		style++;
	return (enum grid_style)style;
}
