/* SPDX-License-Identifier: ISC */
/*
 * What the modules of the session share.
 */
#ifndef DUAN_SESSION_PRIV_H
#define DUAN_SESSION_PRIV_H

#include "navigation/follow.h"
#include "session/session.h"
#include "store/link.h"

/* Does one action; what is not in a table is not done there. */
typedef void action_fn(struct session *s, const struct action_call *call);
extern action_fn *const text_actions[ACTIONS];   /* there is a document, its text is on top */
extern action_fn *const link_actions[ACTIONS];   /* the same; what is about links */
extern action_fn *const selection_actions[ACTIONS]; /* the same; the caret */
extern action_fn *const copy_actions[ACTIONS];
extern action_fn *const shell_actions[ACTIONS];
extern action_fn *const scroll_actions[ACTIONS]; /* a list or the source is on top */
extern action_fn *const any_actions[ACTIONS];    /* whatever is on top */
extern action_fn *const relation_actions[ACTIONS]; /* the same; between documents */
extern action_fn *const search_actions[ACTIONS];
extern action_fn *const annotate_actions[ACTIONS];
extern action_fn *const annotate_list_actions[ACTIONS];

/* The item under the cursor of a list or of the source, whose line is turned into a place. */
struct view_item scroll_item(struct session *s);

/* Does what a call says, or says why not. */
void session_do(struct session *s, const struct action_call *call);

/* What is typed after ':'. */
void cmdline_open(struct session *s);
void cmdline_type(struct session *s, codepoint key);
void cmdline_paste(struct session *s, struct slice text);

/* The mouse on a cell of the screen; its wheel, 1 down, -1 up. */
void mouse_click(struct session *s, int row, int col);
void mouse_wheel(struct session *s, int way);

/* Puts a view on top, or says why there is nothing to see in it.  One that is on the stack already
 * comes up again. */
void view_open(struct session *s, enum view_kind kind);
/* Takes the top view off; the text stays. */
void view_close(struct session *s);
void view_close_all(struct session *s);
/* New sizes; new words after a change of language. */
void view_resize_all(struct session *s);
void view_remake_all(struct session *s);
/* Notes in a pane beside the text come along with it. */
void view_follow_text(struct session *s);
/* Lists of notes, when notes have changed; one that is empty now is closed. */
void view_remake_notes(struct session *s);
/* What the notes here, or that of the current item, speak of; the only thing is gone to at once. */
void view_open_refs(struct session *s);
/* Fills a view with items. */
typedef void view_fn(struct session *s, struct view *v);
view_fn items_source, items_contents, items_documents, items_marks, items_help, items_remarks, items_refused,
	items_choice, items_citing, items_citing_all, items_cited, items_missing, items_missing_all,
	items_notes_here, items_notes, items_bookmarks, items_tags, items_trash, items_tray, items_refs,
	items_family, items_languages, items_compare, items_history, items_library, items_matches, items_results,
	items_searches;
/* A new item; and what many of them show: "symbol@zh", a part of a text with the byte `at` in it. */
struct view_item *items_add(struct view *v, struct slice key, struct slice text);
struct slice items_version(struct view *v, struct slice symbol, struct slice language);
/* "12." of the paragraph that a block belongs to, "fn. 3" of a footnote; may be empty. */
struct slice items_label(const struct session *s, struct arena *arena, const struct doc *d,
                         size_t block);
/* A label and what stands behind it. */
struct slice items_labelled(struct view *v, struct slice label, struct slice text);
/* A target in words, "CAC/COSP 第 7/5 号决议". */
struct slice items_target(const struct session *s, struct arena *arena, struct slice target);
struct slice items_snippet(struct view *v, struct slice text, size_t at);

/* The editor: saves, or says why not; leaves the text as a draft; closes without either. */
void editor_save(struct session *s);
void editor_leave(struct session *s);
void editor_close(struct session *s);
bool editor_is_changed(const struct editor *e);
/* Says what was left out of a text that was put in; false if nothing was. */
bool editor_say_taken(struct session *s, struct edit_taken taken);
/* Panes.  A new one shows nothing yet and has no place among the tiles. */
void pane_add(struct session *s);
void pane_release(struct session *s, struct session_pane *p);
/* Does something with each pane in the focus. */
void pane_each(struct session *s, void (*act)(struct session *s));
/* The pane with the focus shows the document, or a copy if another one does. */
void pane_show(struct session *s, size_t document);
/* It is about to be closed: panes that show it show nothing. */
void pane_forget_document(struct session *s, size_t document);
/* A pane that shows a document, or SLICE_NONE. */
size_t pane_with(const struct session *s, size_t document);
/* Sizes of all panes and of what they show; of the document alone. */
void pane_fit_all(struct session *s);
void pane_fit_document(struct session *s);
void pane_focus(struct session *s, unsigned id);
/* A second pane with the same document gets the focus; false, with a message, if it cannot be. */
bool pane_split(struct session *s, enum tile_way way);
/* The next pane gets the focus; one is made, beside this if there is room, when there is none. */
bool pane_other(struct session *s);
/* False: it is the only one. */
bool pane_close(struct session *s);
void pane_only(struct session *s);
extern action_fn *const pane_actions[ACTIONS];
extern action_fn *const tandem_actions[ACTIONS];
/* The item of the list of versions is shown in the other pane and compared. */
void tandem_compare(struct session *s, const struct view_item *item);

/* Lays the texts out again after a change of size or settings. */
void session_relayout(struct session *s);
struct layout_settings session_layout(const struct session *s);
/* What an open document owns. */
void document_release(struct session_document *doc);
/* Closes the document that is on the screen, keeping its place. */
void document_close(struct session *s);
/* Closes documents of the library that were not looked at for long, keeping their places. */
void document_close_excess(struct session *s);
/* Is a target there: remembered, so that the library is asked once. */
enum follow_state hyperlink_state(struct session *s, const struct target *t, struct slice container);
/* It is the document itself, by its symbol. */
bool hyperlink_is_own(const struct doc *d, const struct target *t);
/* Forgets who cites the document. */
void hyperlink_forget(struct session_document *doc);
/* Keeps all places that are not kept yet. */
enum status document_keep_all(struct session *s, struct err *err) MUST_USE;
/* A place has changed since it was kept; keeps all when the reader pauses, for programs and machines
 * may end without a word. */
bool document_waits(const struct session *s);
void document_pause(struct session *s);
/* The open document with this key, or SLICE_NONE. */
size_t document_find(const struct session *s, struct slice key);
/* The same in this language; any, if it is empty. */
size_t document_find_version(const struct session *s, struct slice symbol, struct slice language);
/* The block that a source line belongs to, or the last one before it. */
struct place document_place_of_line(const struct doc *d, size_t line);

/* Marks of a document as they are in notes, and A-Z. */
void mark_load(struct session *s, struct session_document *doc);
void mark_set(struct session *s, codepoint name);
void mark_go(struct session *s, codepoint name);
void mark_release(struct session_mark *m);
/* A place as notes keep it; its words live in the arena or the document. */
struct kept_place mark_keep(struct arena *arena, const struct doc *d, struct place at);
struct place mark_find(const struct doc *d, const struct kept_place *kept);

/* Going from place to place, with the way back kept. */
enum visit_how { VISIT_OPEN, VISIT_PREVIEW };
void visit_place(struct session *s, size_t document, struct place to);
/* The place on the screen, its words borrowed from the document or in the arena: for history_push()
 * once it is left.  visit_leave() does both, where there is a document. */
struct history_entry visit_here(struct session *s, struct arena *arena);
void visit_leave(struct session *s);
/* Shows a document that the library holds, where it was read last; it may be open already.  False,
 * with a message, if it could not be loaded. */
bool visit_held(struct session *s, int64_t id, struct slice symbol, struct slice language);
/* The same; `leaves` false: the place that was left is not kept. */
bool visit_version(struct session *s, int64_t id, struct slice symbol, struct slice language,
                   bool leaves);
/* The same by its symbol, or "sha256:…"; `language` may be empty.  No message if it is not held. */
bool visit_symbol(struct session *s, struct slice symbol, struct slice language);
/* Shows a document of the library that was loaded already; takes it over. */
void visit_taken(struct session *s, struct doc *d, struct place to);
void visit_target(struct session *s, const struct follow_target *t, enum visit_how how);
/* A citation of the current document; one of several targets is chosen from a list. */
void visit_citation(struct session *s, size_t block, size_t index, enum visit_how how);
/* The item of a list. */
void visit_item(struct session *s, const struct view_item *item, enum visit_how how);
/* Through the history: by -1 back, by 1 forward. */
void visit_step(struct session *s, long by);
/* What navigation needs to look among the open documents; in the arena. */
struct follow visit_follow(const struct session *s, struct arena *arena);

/* gx: fetches what the current link or the item of a list leads to, if it is not held and can be
 * had; else says the official address of the link, the document, the item, a document not open. */
action_fn address_text;
void address_say_item(struct session *s, const struct view_item *item, const struct doc *d);

/* The same for who wants the address itself; nothing is appended if it is not known. */
enum status address_find_text(struct session *s, struct buf *out, struct err *err) MUST_USE;
void address_find_item(struct session *s, const struct view_item *item, const struct doc *d,
                       struct buf *out);
/* Appends what is selected, else the current paragraph. */
void copy_add_text(struct session *s, struct buf *out);
/* Copies what is known of an item of a list. */
void copy_item(struct session *s, const struct view_item *item, enum action what);

/* Shows a place of an open document, or of one that is not open and taken over, in a box. */
void preview_open(struct session *s, size_t document, struct place at);
void preview_take(struct session *s, struct doc *d, struct place at);
/* Leaves the box for the document itself. */
void preview_go(struct session *s);
void preview_resize(struct session *s, struct view *v);
void preview_release(struct preview *p);

#endif
