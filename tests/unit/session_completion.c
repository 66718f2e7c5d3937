/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/completion.h"

#include "../link_sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void
becomes(struct session *s, const char *keys, const char *line, const char *name)
{
	link_play(s, keys);
	is(buf_slice(&s->prompt.text), line, "%s", name);
	link_play(s, "<Esc>");
}

static void
completing(struct session *s)
{
	becomes(s, ":next-para<Tab>", "next-paragraph", "the only one");
	becomes(s, ":next-p<Tab>", "next-pa", "what all share");
	becomes(s, ":next-p<Tab><Tab><Tab>", "next-pane", "then one after the other");
	becomes(s, ":next-p<Tab><Tab><Tab><Tab>", "next-paragraph", "and round");
	becomes(s, ":next-p<Tab><S-Tab>", "next-pane", "backwards");
	becomes(s, ":uages<Tab>", "languages", "in the middle of a name");
	becomes(s, ":remembrance<Tab>", "remembrance", "nothing fits");
	becomes(s, "：ｓｅｔ　ｕｉ<Tab>", "ｓｅｔ　ui", "full width");
	becomes(s, ":set w<Tab>", "set width", "a setting");
	becomes(s, ":set ui z<Tab>", "set ui zh", "its value");
	becomes(s, ":set theme h<Tab>", "set theme high-contrast", "of several, one that fits");
	becomes(s, ":style foot<Tab>", "style footnote", "a style");
	becomes(s, ":style link und<Tab>", "style link underline", "an attribute");
	becomes(s, ":style link bold cy<Tab>", "style link bold cyan", "a colour behind it");
	becomes(s, ":style link bold <Tab>", "style link bold bold", "anything behind a blank");
	becomes(s, ":style lnk b<Tab>", "style lnk b", "of no style nothing");
	becomes(s, ":open a/2<Tab>", "open A/2/2@en", "a document");
}

/* The folder of this test, in which names are made. */
static void
completing_paths(struct session *s)
{
	static const char *const names[] = { "报告一.txt", "报复.txt", "two words.txt", "two\x1b[31m.txt", ".hidden" };
	char folder[] = "/tmp/duan-test-XXXXXX", path[200];

	if (!mkdtemp(folder) || chdir(folder) != 0 || mkdir("reports", 0700) != 0)
		die("no folder");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		fclose(fopen(names[i], "w"));
	fclose(fopen("reports/a.txt", "w"));
	becomes(s, ":add rep<Tab>", "add reports/", "a folder");
	becomes(s, ":add rep<Tab><Tab>", "add reports/a.txt", "and into it");
	becomes(s, ":add reports/a.txt two<Tab>", "add reports/a.txt two\\ words.txt", "a blank; no controls");
	becomes(s, ":add two\\ w<Tab>", "add two\\ words.txt", "behind it, too");
	becomes(s, ":add 报<Tab>", "add 报告一.txt", "whole characters, though their bytes begin alike");
	becomes(s, ":add 报<Tab><Tab>", "add 报复.txt", "one after the other");
	becomes(s, "：ａｄｄ　报复<Tab>", "ａｄｄ　报复.txt", "behind a command in full width");
	becomes(s, ":add <Tab><Tab>", "add two\\ words.txt", "all that is not hidden");
	becomes(s, ":add .h<Tab>", "add .hidden", "but when asked for");
	snprintf(path, sizeof path, "%s/reports", folder);
	setenv("HOME", path, 1);
	becomes(s, ":add ~/<Tab>", "add ~/a.txt", "the home");
	becomes(s, ":add nowhere/<Tab>", "add nowhere/", "a folder that is not there");
	unlink("reports/a.txt");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		unlink(names[i]);
	rmdir("reports");
	if (chdir("/") == 0)
		rmdir(folder);
}

static void
previewing(struct session *s)
{
	link_play(s, ":");
	ok(s->completion.preview.len > 0, "there are words before anything is typed");
	link_play(s, "next-heading");
	is(buf_slice(&s->completion.preview), ":next-heading  ]]  next heading", "what it does, its keys");
	link_play(s, "<C-u>set ui ");
	is(buf_slice(&s->completion.preview), "set ui zh|en  language of the interface", "of a setting");
	link_play(s, "<C-u>set theme dark<CR>:style link ");
	is(buf_slice(&s->completion.preview), "style link  citations that lead somewhere  underline 117", "of a style");
	link_play(s, "<C-u>12-14");
	is(buf_slice(&s->completion.preview), "select these paragraphs", "of a range");
	link_play(s, "<C-u><Tab>");
	ok(completion_rows(&s->completion, 20) > 2, "Tab alone lists all");
	link_play(s, "<Esc>");
}

static void
running(struct session *s)
{
	struct selection_span span;

	link_play(s, ":open A/2/2@en<CR>");
	is_number((long)session_pane(s)->document, 1, "opened by symbol");
	link_play(s, ":open nothing<CR>");
	ok(s->is_error, "nothing fits");
	link_play(s, ":3-5<CR>");
	ok(selection_span(s, &span) && span.is_paragraphs, "selected");
	is_number((long)(span.end.block - span.start.block), 2, "three paragraphs");
	is_number(link_number(s), 3, "the first one is the current one");
	link_play(s, "<Esc>:5-3<CR>");
	ok(s->is_error && !selection_span(s, &span), "no range");
	link_play(s, ":set nothing 1<CR>");
	is(buf_slice(&s->message), "there is no setting 'nothing'; there are: ui width linear mouse hyperlinks theme", "no setting");
	link_play(s, ":set ui fr<CR>");
	is(buf_slice(&s->message), "write set ui zh|en: language of the interface", "no value");
	link_play(s, ":style link bold 33<CR>");
	ok(s->settings.theme.look[GRID_LINK].color == 33, "a style is set");
	link_play(s, ":style link blau<CR>");
	ok(s->is_error && s->settings.theme.look[GRID_LINK].color == 33, "no look");
	link_play(s, ":set theme mono<CR>");
	ok(s->settings.theme.look[GRID_LINK].color == LOOK_DEFAULT, "a theme");
	link_play(s, ":down 3<CR>:<Up>");
	is(buf_slice(&s->prompt.text), "down 3", "history");
	link_play(s, "<Esc>");
}

int
main(void)
{
	struct session *s = link_session(NULL);

	completing(s);
	completing_paths(s);
	previewing(s);
	running(s);
	session_free(s);
	return tap_done();
}
