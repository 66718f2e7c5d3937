/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/completion.h"

#include "cmdline_priv.h"

#include "session/key.h"

#define ROWS_MOST 10

void
completion_release(struct completion *c)
{
	arena_release(&c->arena);
	VEC_RELEASE(&c->candidates);
	buf_release(&c->preview);
}

int
completion_rows(const struct completion *c, int body_rows)
{
	int most = body_rows * 2 / 3;

	most = most > ROWS_MOST ? ROWS_MOST : most;
	if (!c->is_listed)
		return 0;
	return c->candidates.n < (size_t)most ? (int)c->candidates.n : most;
}

static struct slice
in_ui(const struct session *s, struct words words)
{
	return slice_from(words_in(words, s->settings.ui));
}

void
completion_add(struct completion *c, struct slice word, struct slice help, struct slice keys)
{
	VEC_PUSH(&c->candidates,
	         ((struct completion_candidate){ .word = word, .help = help, .keys = keys }));
}

static bool
is_wanted(struct slice name, struct slice typed, bool anywhere)
{
	if (anywhere)
		return slice_find(name, typed, 0) != SLICE_NONE;
	return slice_eq(slice_sub(name, 0, typed.len), typed);
}

static struct slice
keys_of(struct session *s, enum action action)
{
	struct buf keys = { 0 };
	struct slice copy;

	keymap_add_action(&s->keymap, action, &keys);
	copy = arena_copy(&s->completion.arena, buf_slice(&keys));
	buf_release(&keys);
	return copy;
}

/* Names that start with what was typed, else those that hold it. */
static void
add_names(struct session *s, bool anywhere)
{
	struct completion *c = &s->completion;

	for (size_t i = 0; i < cmdline_n_commands(); i++) {
		const struct cmdline_command *command = cmdline_command(i);

		if (is_wanted(slice_from(command->name), c->typed, anywhere))
			completion_add(c, slice_from(command->name), in_ui(s, command->help), SLICE(""));
	}
	for (int i = 0; i < ACTIONS; i++) {
		const struct action_info *info = action_info((enum action)i);

		if (is_wanted(slice_from(info->name), c->typed, anywhere))
			completion_add(c, slice_from(info->name), in_ui(s, info->help), keys_of(s, (enum action)i));
	}
}

static void
add_settings(struct session *s)
{
	for (size_t i = 0; i < setting_count(); i++) {
		const struct setting_info *info = setting_info(i);

		if (is_wanted(slice_from(info->name), s->completion.typed, false))
			completion_add(&s->completion, slice_from(info->name), in_ui(s, info->help),
			    slice_from(info->values));
	}
}

/* Of "zh|en"; a value that is a number has none. */
static void
add_values(struct session *s, const char *values)
{
	struct slice rest = slice_from(values), value;

	while (slice_next(&rest, '|', &value))
		if (!byte_is_digit(value.p[0]) && is_wanted(value, s->completion.typed, false))
			completion_add(&s->completion, value, SLICE(""), SLICE(""));
}

static void
add_documents(struct session *s)
{
	struct completion *c = &s->completion;

	finder_look(s, c->typed);
	for (size_t i = 0; i < s->finder.candidates.n; i++) {
		const struct finder_candidate *found = &s->finder.candidates.v[i];
		struct slice word = found->language.len > 0
		                            ? arena_printf(&c->arena, "%.*s@%.*s", SLICE_ARG(found->symbol),
		                                           SLICE_ARG(found->language))
		                            : arena_copy(&c->arena, found->symbol);

		completion_add(c, word, arena_copy(&c->arena, found->title), SLICE(""));
	}
}

/* "name  keys  what it does". */
static void
preview_candidate(struct completion *c, const struct completion_candidate *found)
{
	buf_add_byte(&c->preview, ':');
	buf_add(&c->preview, found->word);
	if (found->keys.len > 0)
		buf_addf(&c->preview, "  %.*s", SLICE_ARG(found->keys));
	if (found->help.len > 0)
		buf_addf(&c->preview, "  %.*s", SLICE_ARG(found->help));
}

/* All that is possible, as far as the row goes. */
static void
preview_names(const struct session *s, struct completion *c)
{
	if (c->candidates.n == 0)
		buf_add_str(&c->preview, s->settings.ui == UI_ZH ? "没有这个命令；按 Tab 列出以此开头的"
		                                                 : "no such command; Tab completes");
	for (size_t i = 0; i < c->candidates.n; i++)
		buf_addf(&c->preview, "%s%.*s", i > 0 ? "  " : "", SLICE_ARG(c->candidates.v[i].word));
}

/* What the last word may be, or what the only one that it can be does. */
static void
preview_word(const struct session *s, struct completion *c)
{
	for (size_t i = 0; i < c->candidates.n; i++) {
		if (c->candidates.n == 1 || slice_eq(c->candidates.v[i].word, c->typed)) {
			preview_candidate(c, &c->candidates.v[i]);
			return;
		}
	}
	preview_names(s, c);
}

/* The words behind a name. */
static void
preview_command(struct session *s, struct slice name)
{
	struct completion *c = &s->completion;
	const struct cmdline_command *command = cmdline_find(name);
	enum action action = action_find(name);

	if (command)
		buf_addf(&c->preview, ":%s  %.*s", command->name, SLICE_ARG(in_ui(s, command->help)));
	else if (action != ACTIONS)
		preview_candidate(c, &(struct completion_candidate){
		                              .word = slice_from(action_info(action)->name),
		                              .keys = keys_of(s, action),
		                              .help = in_ui(s, action_info(action)->help) });
	else
		preview_names(s, c);
}

/* Behind "set ": a name, then a value. */
static void
make_set(struct session *s, struct slice rest)
{
	struct completion *c = &s->completion;
	size_t blank = slice_find_byte(rest, ' ', 0);
	const struct setting_info *info = setting_find(slice_sub(rest, 0, blank));

	if (blank == SLICE_NONE) {
		add_settings(s);
		preview_word(s, c);
		return;
	}
	c->typed = slice_trim_start(slice_skip(rest, blank));
	if (info) {
		add_values(s, info->values);
		buf_addf(&c->preview, "set %s %s  %.*s", info->name, info->values,
		         SLICE_ARG(in_ui(s, info->help)));
	} else {
		preview_names(s, c);
	}
}

/* The arguments of a command. */
static void
make_rest(struct session *s, struct slice name, struct slice rest, struct slice typed)
{
	struct completion *c = &s->completion;
	const struct cmdline_command *command = cmdline_find(name);

	c->typed = slice_trim_start(rest);
	if (slice_is(name, "set")) {
		make_set(s, c->typed);
		return;
	}
	if (slice_is(name, "style")) {
		completion_add_styles(s, c->typed);
		if (c->preview.len == 0)
			preview_word(s, c);
		return;
	}
	if (command && command->takes_paths)
		completion_add_paths(s, typed);
	else if (command && command->values)
		add_values(s, command->values);
	else if (!command && action_find(name) == ACTION_OPEN)
		add_documents(s);
	preview_command(s, name);
}

static void
make_number(const struct session *s, struct completion *c, struct slice line)
{
	bool zh = s->settings.ui == UI_ZH;

	if (slice_find_byte(line, '-', 0) != SLICE_NONE)
		buf_add_str(&c->preview, zh ? "选取这几段" : "select these paragraphs");
	else
		buf_add_str(&c->preview, zh ? "到此段；12-15 选取几段" : "to this paragraph; 12-15 selects some");
}

/* Where the last characters of the text begin, as many as `tail` has: it may be of other width. */
static size_t
start_of(struct slice text, struct slice tail)
{
	size_t skip = utf8_count(text) - utf8_count(tail), at = 0;

	for (; skip > 0; skip--)
		utf8_next(text, &at);
	return at;
}

void
completion_make(struct session *s)
{
	struct completion *c = &s->completion;
	struct slice line;
	size_t blank;

	arena_clear(&c->arena);
	VEC_CLEAR(&c->candidates);
	buf_clear(&c->preview);
	c->is_listed = c->is_chosen = false;
	line = slice_trim_start(cmdline_fold(buf_slice(&s->prompt.text), &c->arena));
	c->typed = line;
	blank = slice_find_byte(line, ' ', 0);
	if (line.len == 0) {
		add_names(s, false);
		buf_add_str(&c->preview, s->settings.ui == UI_ZH
		                                 ? "Tab 列出命令；12 到第 12 段，12-15 选取几段；Up 上一行"
		                                 : "Tab lists commands; 12, 12(a) go there; 12-15 selects; Up: "
		                                   "lines before");
	} else if (byte_is_digit(line.p[0])) {
		make_number(s, c, line);
	} else if (line.p[0] == '!' || line.p[0] == '|') {
		buf_add_str(&c->preview, line.p[0] == '!' ? words_in(action_info(ACTION_SHELL)->help, s->settings.ui)
		                                          : words_in(action_info(ACTION_PIPE)->help, s->settings.ui));
		buf_add_str(&c->preview, "  %symbol %para %text %url");
	} else if (blank == SLICE_NONE) {
		add_names(s, false);
		if (c->candidates.n == 0)
			add_names(s, true);
		preview_word(s, c);
	} else {
		make_rest(s, slice_sub(line, 0, blank), slice_skip(line, blank),
		          cmdline_typed(buf_slice(&s->prompt.text), line, slice_skip(line, blank)));
	}
	c->start = start_of(buf_slice(&s->prompt.text), c->typed);
	c->scroll = (struct scroll){ .n = c->candidates.n };
	scroll_resize(&c->scroll, 1);
}

static size_t
shared_bytes(struct slice a, struct slice b)
{
	size_t n = 0;

	while (n < a.len && n < b.len && a.p[n] == b.p[n])
		n++;
	return n;
}

/* What all candidates start with, if that is more than was typed. */
static struct slice
find_shared(const struct completion *c)
{
	struct slice shared = c->candidates.v[0].word;

	for (size_t i = 1; i < c->candidates.n; i++)
		shared = slice_sub(shared, 0, shared_bytes(shared, c->candidates.v[i].word));
	while (shared.len > 0 && !utf8_is_valid(shared))
		shared = slice_sub(shared, 0, shared.len - 1);
	return shared.len > c->typed.len ? shared : slice_from(NULL);
}

/* The line gets the word in the place of the one typed, or of the candidate before. */
static void
put(struct session *s, struct slice word)
{
	prompt_replace(&s->prompt, s->completion.start, word);
}

static void
choose(struct session *s, long by)
{
	struct completion *c = &s->completion;

	if (c->is_chosen && by > 0 && c->scroll.current + 1 == c->scroll.n)
		scroll_to(&c->scroll, 0);
	else if (c->is_chosen && by < 0 && c->scroll.current == 0)
		scroll_to(&c->scroll, c->scroll.n - 1);
	else if (c->is_chosen)
		scroll_move(&c->scroll, by);
	else if (by < 0)
		scroll_to(&c->scroll, c->scroll.n - 1);
	c->is_chosen = true;
	put(s, c->candidates.v[c->scroll.current].word);
	buf_clear(&c->preview);
	preview_candidate(c, &c->candidates.v[c->scroll.current]);
}

static void
complete(struct session *s, long by)
{
	struct completion *c = &s->completion;
	struct slice shared;

	if (c->candidates.n == 0)
		return;
	if (c->candidates.n == 1) {
		put(s, c->candidates.v[0].word);
		completion_make(s);
		return;
	}
	shared = c->is_listed ? slice_from(NULL) : find_shared(c);
	if (shared.len > 0) {
		put(s, shared);
		completion_make(s);
	}
	c->is_listed = true;
	scroll_resize(&c->scroll, completion_rows(c, session_body_rows(s)));
	if (shared.len == 0)
		choose(s, by);
}

bool
completion_type(struct session *s, codepoint key)
{
	if (key != EVENT_TAB && key != EVENT_BACK_TAB)
		return false;
	complete(s, key == EVENT_TAB ? 1 : -1);
	return true;
}
