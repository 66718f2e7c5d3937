/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/shell.h"

#include "session_priv.h"

static const struct {
	const char *word, *variable;
} shell_words[SHELL_VALUES] = {
	[SHELL_SYMBOL] = { "symbol", "DUAN_SYMBOL" },
	[SHELL_PARA] = { "para", "DUAN_PARA" },
	[SHELL_TEXT] = { "text", "DUAN_TEXT" },
	[SHELL_URL] = { "url", "DUAN_URL" },
};

const char *
shell_variable(enum shell_value value)
{
	return shell_words[value].variable;
}

void
shell_release(struct shell *x)
{
	prompt_release(&x->prompt);
	buf_release(&x->input);
	buf_release(&x->line);
	for (int i = 0; i < SHELL_VALUES; i++)
		buf_release(&x->value[i]);
	*x = (struct shell){ 0 };
}

void
shell_open(struct session *s, char sign)
{
	buf_clear(&s->shell.input);
	if (sign == '|')
		copy_add_text(s, &s->shell.input);
	prompt_open(&s->shell.prompt, sign);
}

/* What a '%' begins; SHELL_VALUES if it is only that. */
static enum shell_value
value_at(struct slice rest)
{
	int value = 0;
	size_t len;

	while (value < SHELL_VALUES && !slice_starts(rest, shell_words[value].word))
		value++;
	if (value == SHELL_VALUES)
		return SHELL_VALUES;
	len = slice_from(shell_words[value].word).len;
	return len < rest.len && byte_is_alnum(rest.p[len]) ? SHELL_VALUES : (enum shell_value)value;
}

/* In single quotes a variable would be words: they are closed for it. */
static void
add_variable(struct buf *out, enum shell_value value, char quote)
{
	const char *around = quote == '"' ? "" : "\"";

	buf_addf(out, "%s%s${%s}%s%s", quote == '\'' ? "'" : "", around, shell_words[value].variable, around,
	         quote == '\'' ? "'" : "");
}

/* Follows the quotes of the shell: a backslash takes the next byte out, but not in single ones. */
static void
expand(struct slice line, struct buf *out)
{
	char quote = '\0';

	buf_clear(out);
	for (size_t at = 0; at < line.len; at++) {
		char c = line.p[at];
		enum shell_value value = c == '%' ? value_at(slice_skip(line, at + 1)) : SHELL_VALUES;

		if (value != SHELL_VALUES) {
			add_variable(out, value, quote);
			at += slice_from(shell_words[value].word).len;
			continue;
		}
		buf_add_byte(out, c);
		if (c == '\\' && quote != '\'' && at + 1 < line.len)
			buf_add_byte(out, line.p[++at]);
		else if ((c == '\'' || c == '"') && quote == '\0')
			quote = c;
		else if (c == quote)
			quote = '\0';
	}
}

static void
cut(struct buf *value)
{
	size_t len = value->len < SHELL_VALUE_BYTES ? value->len : SHELL_VALUE_BYTES;

	while (len < value->len && ((unsigned char)value->p[len] & 0xC0) == 0x80)
		len--;
	buf_truncate(value, len);
}

/* What the variables are now. */
static void
take_values(struct session *s)
{
	struct session_document *doc = session_document(s);
	struct buf *value = s->shell.value;
	size_t block;

	for (int i = 0; i < SHELL_VALUES; i++)
		buf_clear(&value[i]);
	if (!doc)
		return;
	buf_add(&value[SHELL_SYMBOL], doc->title);
	block = doc_paragraph_of(doc->reader.doc, doc->reader.current.block);
	if (block != SLICE_NONE)
		buf_addf(&value[SHELL_PARA], "%ld", doc_block(doc->reader.doc, block)->number);
	copy_add_text(s, &value[SHELL_TEXT]);
	if (address_find_text(s, &value[SHELL_URL], NULL) != STATUS_OK)
		buf_clear(&value[SHELL_URL]);
	for (int i = 0; i < SHELL_VALUES; i++)
		cut(&value[i]);
}

static void
take_line(struct session *s)
{
	struct shell *x = &s->shell;

	/* A shell reads the keyboard. */
	x->is_due = x->prompt.sign == '!' || x->prompt.text.len > 0;
	expand(buf_slice(&x->prompt.text), &x->line);
	take_values(s);
}

void
shell_type(struct session *s, codepoint key)
{
	buf_clear(&s->message);
	if (prompt_type(&s->shell.prompt, key) == PROMPT_DONE)
		take_line(s);
}

void
shell_run(struct session *s, char sign, struct slice command)
{
	const struct action_call call = { .action = sign == '!' ? ACTION_SHELL : ACTION_PIPE, .count = 1 };

	session_do(s, &call);
	if (!s->shell.prompt.is_open)
		return;
	prompt_replace(&s->shell.prompt, 0, command);
	s->shell.prompt.is_open = false;
	take_line(s);
}

void
shell_done(struct session *s, int answer)
{
	s->shell.is_due = false;
	if (answer < 0)
		session_complain(s, "there is no terminal to run it on", "没有可供运行的终端");
	else if (answer > 0)
		session_complain(s, "it ended with %d", "以 %d 结束", answer);
}

static void
run(struct session *s, const struct action_call *call)
{
	(void)call;
	shell_open(s, '!');
}

static void
pipe_text(struct session *s, const struct action_call *call)
{
	(void)call;
	if (session_view(s)->kind != VIEW_TEXT || !session_document(s))
		session_complain(s, "not in this view", "此处不能用");
	else
		shell_open(s, '|');
}

action_fn *const shell_actions[ACTIONS] = {
	[ACTION_SHELL] = run,
	[ACTION_PIPE] = pipe_text,
};
