/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/search.h"

#include "../link_sample.h"

static struct reader *
reader_of(struct session *s)
{
	return &session_document(s)->reader;
}

static struct session *
start(void)
{
	struct session *s = session_new((struct session_settings){
		.width = { .ambiguous = 1 }, .rows = 12, .cols = 60, .max_cols = 60 });
	struct doc *d = doc_new();

	sample_block(d, BLOCK_HEADING, "三.", 0, "预防腐败");
	sample_block(d, BLOCK_PARAGRAPH, "1.", 1, "缔约国会议审议了 2018 年的报告（CFW/COP/2018/4）。");
	sample_block(d, BLOCK_PARAGRAPH, "2.", 2, "会上介绍了预防和打击腐败的第 7/5 号决议。");
	sample_block(d, BLOCK_PARAGRAPH, "3.", 3, "银行长期不报告，会计也不报告。");
	for (long i = 4; i < 40; i++)
		sample_block(d, BLOCK_PARAGRAPH, "9.", i, "其他事项。");
	sample_block(d, BLOCK_PARAGRAPH, "40.", 40, "通过报告。");
	doc_index(d);
	session_open(s, d, slice_from(NULL));
	return s;
}

static void
at(struct session *s, size_t block, size_t byte, const char *message, const char *name)
{
	struct place p = reader_of(s)->current;

	ok(p.block == block && p.byte == byte, "%s: block %zu byte %zu", name, p.block, p.byte);
	is(buf_slice(&s->message), message, "%s: %s", name, message);
}

static void
finds(struct session *s)
{
	link_play(s, "/报告<CR>");
	at(s, 1, 36, "1/4", "the first");
	link_play(s, "n");
	at(s, 3, 15, "2/4", "the next");
	link_play(s, "2n");
	at(s, 40, 6, "4/4", "two further");
	link_play(s, "n");
	at(s, 1, 36, "1/4 · end reached, on from the start", "around");
	link_play(s, "N");
	at(s, 40, 6, "4/4 · start reached, on from the end", "and back around");
	link_play(s, "?报告<CR>");
	at(s, 3, 36, "3/4", "backwards");
	link_play(s, "n");
	at(s, 3, 15, "2/4", "n goes on backwards");
	link_play(s, "/<CR>");
	at(s, 3, 36, "3/4", "nothing typed: the same words, forwards");
	link_play(s, "<C-o>");
	at(s, 3, 15, "", "the way back");
	link_play(s, "gg/2018年<CR>");
	at(s, 1, 25, "1/1", "blanks do not matter");
	link_play(s, "gg/第7/5号決議<CR>");
	at(s, 2, 39, "1/1", "nor traditional characters");
	link_play(s, "gg/yinhang<CR>");
	at(s, 3, 0, "1/1", "by sound");
	link_play(s, "gg/cq<CR>");
	at(s, 3, 6, "1/1", "by initials");
	link_play(s, "gg/zzz<CR>");
	at(s, 0, 0, "not found: zzz", "nothing");
}

/* No key is there for a while. */
static void
rests(struct session *s)
{
	struct event peace = { .kind = EVENT_TIMEOUT };

	while (session_timeout_ms(s) == 0)
		session_handle(s, &peace);
}

static void
types(struct session *s)
{
	struct row top;

	link_play(s, "gg3jzt");
	top = reader_of(s)->top;
	link_play(s, "/通过");
	ok(reader_of(s)->top.block == top.block, "nothing is looked for while keys come");
	rests(s);
	ok(reader_of(s)->current.block == 40 && s->search.prompt.is_open, "the view follows");
	link_play(s, "<Esc>");
	ok(reader_of(s)->top.block == top.block && reader_of(s)->top.line == top.line &&
	           !s->search.prompt.is_open, "and goes back");
	link_play(s, "/<C-t>");
	is(search_sign(s), "[exact] /", "byte for byte");
	link_play(s, "2018年<CR>");
	is(buf_slice(&s->message), "not found: 2018年", "blanks matter there");
	link_play(s, "gg/<C-t>");
	is(search_sign(s), "[regex] /", "a regular expression");
	link_play(s, "[0-9]+ 年<CR>");
	is(buf_slice(&s->message), "1/1", "is found");
	link_play(s, "/(<CR>");
	ok(s->is_error && !s->search.find, "a broken one is said: %s", buf_str(&s->message));
	link_play(s, "/<C-t>yufang");
	rests(s);
	is(search_sign(s), "[pinyin] /", "letters match by sound");
	link_play(s, "<Esc><Esc>");
	ok(!s->search.find, "Esc again: nothing is marked");
	link_play(s, "ggn");
	ok(s->search.find != NULL, "n knows what was searched for");
}

static void
elsewhere(struct session *s)
{
	link_play(s, "gg&报告<CR>");
	ok(session_view(s)->kind == VIEW_MATCHES, "a list of matches");
	is_number((long)session_view(s)->items.n, 3, "a paragraph each");
	link_play(s, "/nothing like it<CR>:set ui zh<CR>:set ui en<CR>");
	is_number((long)session_view(s)->items.n, 3, "in another language, after another search, the same");
	link_play(s, "j<CR>");
	is_number((long)reader_of(s)->current.block, 3, "leads there");
	link_play(s, "g?/paragraph<CR>");
	ok(session_view(s)->kind == VIEW_HELP && session_view(s)->scroll.current > 0, "in a list too");
	link_play(s, "n");
	ok(session_view(s)->kind == VIEW_HELP && !s->is_error, "and on");
	link_play(s, "q");
	link_play(s, "gg*");
	ok(!s->is_error && reader_of(s)->current.block == 2, "the word here: %s", buf_str(&s->message));
	link_play(s, "/<paste 会计><CR>");
	is_number((long)reader_of(s)->current.block, 3, "pasted");
	link_play(s, "/<CR>q");
}

int
main(void)
{
	struct session *s = start();

	finds(s);
	types(s);
	elsewhere(s);
	session_free(s);
	return tap_done();
}
