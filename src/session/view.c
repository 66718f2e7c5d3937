/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/view.h"

#include "session_priv.h"

static const struct {
	struct words name;
	view_fn *make;      /* NULL: no items */
	struct words empty; /* what is said when there are none */
} view_infos[VIEW_KINDS] = {
	[VIEW_TEXT] = { { { "Text", "正文" } }, NULL, { { "", "" } } },
	[VIEW_SOURCE] = { { { "Source", "原始文本" } },
	                  items_source,
	                  { { "the source is not at hand", "没有原始文本" } } },
	[VIEW_CONTENTS] = { { { "Contents", "目录" } },
	                    items_contents,
	                    { { "this document has no headings", "本文件没有标题" } } },
	[VIEW_DOCUMENTS] = { { { "Open documents", "已打开的文件" } },
	                     items_documents,
	                     { { "no document is open", "没有打开文件" } } },
	[VIEW_MARKS] = { { { "Marks", "记号" } },
	                 items_marks,
	                 { { "no marks yet; {mark} and a letter sets one", "还没有记号；按 {mark} 再按字母作记号" } } },
	[VIEW_HELP] = { { { "Help", "帮助" } }, items_help, { { "", "" } } },
	[VIEW_REMARKS] = { { { "Remarks of the import", "导入说明" } },
	                   items_remarks,
	                   { { "the import had nothing to remark", "导入时没有需要说明的" } } },
	[VIEW_REFUSED] = { { { "Files that were not added", "未能收入的文件" } },
	                   items_refused,
	                   { { "no file was refused by the last :add", "最近一次 :add 没有未收的文件" } } },
	[VIEW_CHOICE] = { { { "This link leads to", "此链接通往" } }, items_choice, { { "", "" } } },
	[VIEW_CITING] = { { { "Cited by", "引用本段的" } },
	                  items_citing,
	                  { { "nothing here cites this paragraph", "没有文件引用本段" } } },
	[VIEW_CITING_ALL] = { { { "Cited by", "引用本文件的" } },
	                      items_citing_all,
	                      { { "nothing here cites this document", "没有文件引用本文件" } } },
	[VIEW_CITED] = { { { "Cites", "引用的文件" } },
	                 items_cited,
	                 { { "this document cites nothing", "本文件没有引用" } } },
	[VIEW_MISSING] = { { { "Cited and not held", "所引而未收藏的" } },
	                   items_missing,
	                   { { "all that this document cites is held", "所引文件均已收藏" } } },
	[VIEW_MISSING_ALL] = { { { "Cited in the library and not held", "文献库所引而未收藏的" } },
	                       items_missing_all,
	                       { { "nothing is missing, or there is no library",
	                           "没有缺少的文件，或没有文献库" } } },
	[VIEW_FAMILY] = { { { "Related documents", "相关文件" } },
	                  items_family,
	                  { { "no other version or part of this document is known",
	                      "没有本文件的其他文本或部分" } } },
	[VIEW_LANGUAGES] = { { { "Languages", "语文" } },
	                     items_languages,
	                     { { "no version in another language is here",
	                         "没有其他语文的文本" } } },
	[VIEW_COMPARE] = { { { "Compare with", "与何文本比较" } },
	                   items_compare,
	                   { { "no other version of this document is here", "没有本文件的其他文本可比较" } } },
	[VIEW_HISTORY] = { { { "History", "浏览历史" } },
	                   items_history,
	                   { { "no link was followed yet", "还没有跟随过链接" } } },
	[VIEW_LIBRARY] = { { { "Library", "文献库" } },
	                   items_library,
	                   { { "the library is empty, or there is none", "文献库是空的，或没有文献库" } } },
	[VIEW_MATCHES] = { { { "Matches", "符合的段落" } },
	                   items_matches,
	                   { { "nothing matches", "没有符合的段落" } } },
	[VIEW_RESULTS] = { { { "Library search", "文献库检索" } }, items_results, { { "", "" } } },
	[VIEW_SEARCHES] = { { { "Searches", "检索历史" } },
	                    items_searches,
	                    { { "no search of the library was made yet; {search-library} makes one",
	                        "还没有检索过文献库；按 {search-library} 检索" } } },
	[VIEW_NOTES_HERE] = { { { "Notes", "批注" } },
	                      items_notes_here,
	                      { { "no notes on this document; {note} writes one on the paragraph",
	                          "本文件没有批注；按 {note} 给本段写一条" } } },
	[VIEW_NOTES] = { { { "Notes of the library", "全部批注" } },
	                 items_notes,
	                 { { "no notes yet; {note} writes one on the paragraph",
	                     "还没有批注；按 {note} 给本段写一条" } } },
	[VIEW_BOOKMARKS] = { { { "Bookmarks", "书签" } },
	                     items_bookmarks,
	                     { { "no bookmarks yet; {star} sets one", "还没有书签；按 {star} 加书签" } } },
	[VIEW_TAGS] = { { { "Tags", "标签" } },
	                items_tags,
	                { { "no tags yet; , tags the paragraph", "还没有标签；按 , 给本段加标签" } } },
	[VIEW_TRASH] = { { { "Notes thrown away", "回收站" } },
	                 items_trash,
	                 { { "nothing was thrown away", "回收站是空的" } } },
	[VIEW_TRAY] = { { { "Notes that wait", "待处理的批注" } },
	                items_tray,
	                { { "every note is in its place", "批注都在其位" } } },
	[VIEW_REFS] = { { { "This note speaks of", "此批注提到" } },
	                items_refs,
	                { { "no note here speaks of a document", "此处的批注没有提到文件" } } },
	[VIEW_PREVIEW] = { { { "Preview", "预览" } }, NULL, { { "", "" } } },
};

struct words
view_words(enum view_kind kind)
{
	return view_infos[kind].name;
}

void
view_release(struct view *v)
{
	preview_release(&v->preview);
	results_free(v->results);
	arena_release(&v->arena);
	VEC_RELEASE(&v->items);
	*v = (struct view){ 0 };
}

static int
rows_of(const struct session *s, const struct view *v)
{
	return v->kind == VIEW_RESULTS ? results_panes(s).list_rows : session_body_rows(s);
}

static int
greater(int a, int b)
{
	return a > b ? a : b;
}

/* The columns of a list.  One long text is enough to know that there is no room to spare. */
static void
measure(const struct session *s, struct view *v)
{
	struct width w = s->settings.width;

	for (size_t i = 0; i < v->items.n; i++) {
		const struct view_item *item = &v->items.v[i];

		v->key_cols = greater(v->key_cols, width_slice(w, item->key));
		v->note_cols = greater(v->note_cols, width_slice(w, item->note));
		if (v->text_cols < VIEW_COLS_MOST)
			v->text_cols = greater(v->text_cols, item->indent + width_slice(w, item->text));
	}
}

static void
make(struct session *s, struct view *v)
{
	if (v->kind != VIEW_MATCHES && v->kind != VIEW_TEXT && (!v->items.v || s->search.about == v->items.v))
		search_forget(s);
	arena_clear(&v->arena);
	VEC_CLEAR(&v->items);
	v->subject = slice_from(NULL);
	v->key_cols = v->text_cols = v->note_cols = 0;
	v->scroll.n = 0;
	view_infos[v->kind].make(s, v);
	if (v->kind != VIEW_SOURCE)
		v->scroll.n = v->items.n;
	measure(s, v);
	scroll_resize(&v->scroll, rows_of(s, v));
}

static void
close_from(struct session *s, size_t n)
{
	while (session_pane(s)->views.n > n)
		view_release(&session_pane(s)->views.v[--session_pane(s)->views.n]);
}

void
view_close(struct session *s)
{
	close_from(s, session_pane(s)->views.n > 1 ? session_pane(s)->views.n - 1 : 1);
}

void
view_close_all(struct session *s)
{
	close_from(s, 1);
}

static void
say_empty(struct session *s, enum view_kind kind)
{
	struct buf words = { 0 };

	keymap_add_words(&s->keymap, words_in(view_infos[kind].empty, s->settings.ui), false, &words);
	session_say(s, "%s", "%s", buf_str(&words));
	buf_release(&words);
}

void
view_open(struct session *s, enum view_kind kind)
{
	struct view v = { .kind = kind };
	size_t current;

	for (size_t i = 1; i < session_pane(s)->views.n; i++)
		if (session_pane(s)->views.v[i].kind == kind)
			close_from(s, i);
	make(s, &v);
	if (v.scroll.n == 0) {
		say_empty(s, kind);
		view_release(&v);
		return;
	}
	current = v.scroll.current;
	v.scroll.current = v.scroll.top = 0;
	scroll_to(&v.scroll, current);
	VEC_PUSH(&session_pane(s)->views, v);
}

static bool
is_of_notes(enum view_kind kind)
{
	return kind >= VIEW_NOTES_HERE && kind <= VIEW_TRAY;
}

static void
remake_notes(struct session *s)
{
	for (size_t i = 1; i < session_pane(s)->views.n; i++) {
		struct view *v = &session_pane(s)->views.v[i];
		struct scroll before = v->scroll;

		if (!is_of_notes(v->kind))
			continue;
		make(s, v);
		if (v->items.n == 0) {
			close_from(s, i);
			return;
		}
		v->scroll.current = before.current;
		v->scroll.top = before.top;
		scroll_resize(&v->scroll, rows_of(s, v));
	}
}

void
view_remake_notes(struct session *s)
{
	pane_each(s, remake_notes);
}

void
view_open_refs(struct session *s)
{
	const struct view *v = session_view(s);
	struct view_item item;
	struct view *refs;

	buf_clear(&s->annotating.refs_of);
	if (is_of_notes(v->kind) && v->scroll.current < v->items.n)
		buf_add(&s->annotating.refs_of, v->items.v[v->scroll.current].annotation);
	view_open(s, VIEW_REFS);
	refs = session_view(s);
	if (refs->kind != VIEW_REFS || refs->items.n != 1)
		return;
	item = refs->items.v[0]; /* the only one needs no list: its words go with that */
	visit_item(s, &item, VISIT_OPEN);
	if (session_view(s)->kind == VIEW_REFS)
		view_close(s);
}

void
view_resize_all(struct session *s)
{
	for (size_t i = 1; i < session_pane(s)->views.n; i++) {
		if (session_pane(s)->views.v[i].kind == VIEW_PREVIEW)
			preview_resize(s, &session_pane(s)->views.v[i]);
		else
			scroll_resize(&session_pane(s)->views.v[i].scroll, rows_of(s, &session_pane(s)->views.v[i]));
	}
}

/* A list of notes in a pane beside the text: it is of the paragraph that is read now. */
static void
follow_text(struct session *s, struct place at)
{
	struct view *v = session_view(s);
	struct reader *r = &session_document(s)->reader;

	if (r->current.block == at.block)
		return;
	reader_point(r, at);
	make(s, v);
	v->scroll.top = 0;
	scroll_resize(&v->scroll, rows_of(s, v));
}

void
view_follow_text(struct session *s)
{
	const struct session_document *here = session_document(s);
	size_t focus = s->focus;
	struct place at;

	if (!here)
		return;
	at = here->reader.current;
	for (s->focus = 0; s->focus < s->panes.n; s->focus++)
		if (s->focus != focus && session_view(s)->kind == VIEW_NOTES_HERE && session_document(s) &&
		    session_document(s)->reader.doc == here->reader.doc)
			follow_text(s, at);
	s->focus = focus;
}

void
view_remake_all(struct session *s)
{
	for (size_t i = 1; i < session_pane(s)->views.n; i++) {
		struct view *v = &session_pane(s)->views.v[i];
		struct scroll before = v->scroll;

		if (v->kind == VIEW_PREVIEW || v->kind == VIEW_MATCHES) /* of a search that may be over */
			continue;
		make(s, v);
		if (v->scroll.n == 0) {
			close_from(s, i);
			return;
		}
		v->scroll.current = before.current;
		v->scroll.top = before.top;
		scroll_resize(&v->scroll, rows_of(s, v));
	}
}
