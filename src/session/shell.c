/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/shell.h"

#include "session_priv.h"

void
shell_release(struct shell *x)
{
	prompt_release(&x->prompt);
	buf_release(&x->input);
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

void
shell_type(struct session *s, codepoint key)
{
	struct shell *x = &s->shell;

	buf_clear(&s->message);
	if (prompt_type(&x->prompt, key) != PROMPT_DONE)
		return;
	/* A shell reads the keyboard. */
	x->is_due = x->prompt.sign == '!' || x->prompt.text.len > 0;
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
