/* SPDX-License-Identifier: ISC */
/*
 * HTML by libxml2.  Lists are counted, which the text alone does not show; a reference to a footnote is
 * a short link to something further down, and what it leads to is the note.
 */
#include "config.h"

#include "extract/reader.h"

#include "base/map.h"
#include "html_priv.h"
#include "reader_priv.h"
#include "text/charset.h"
#include "text/utf8.h"

#include <libxml/HTMLparser.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define DEPTH_MOST 512
#define MARK_BYTES_MOST 8
#define TEXT_MOST ((size_t)4 << 20) /* bytes of one block */
#define ERROR_BYTES_MOST 4000       /* an error page says little */

/* A list that is open. */
struct list {
	bool counted;
	char type; /* 1 a A i I */
	long next;
};

struct html_text {
	struct html_flow flow;
	struct slice name;  /* of the file at hand, among several of one text; empty */
	VEC(struct list) lists;
	struct map awaited; /* "name#id" of a note -> index into marks, plus 1 */
	struct map seen;    /* of these, what has come */
	VEC(struct slice) marks;
	const xmlNode *note; /* element that holds one */
	size_t tables, bold, raised, preformatted;
	size_t mark_start;   /* of raised text */
	struct slice link;
	size_t link_start;
	size_t letters;
};

static bool
is(const xmlNode *n, const char *name)
{
	return strcasecmp((const char *)n->name, name) == 0;
}

static bool
is_any(const xmlNode *n, const char *const *names)
{
	for (; *names; names++)
		if (is(n, *names))
			return true;
	return false;
}

static struct slice
attribute(const xmlNode *n, const char *name)
{
	for (const xmlAttr *a = n->properties; a; a = a->next)
		if (strcasecmp((const char *)a->name, name) == 0 && a->children && a->children->content)
			return slice_from((const char *)a->children->content);
	return slice_from(NULL);
}

static const char *const unread[] = { "script", "style",  "noscript", "template", "svg",    "math",
	                              "iframe", "object", "select",   "button",   "nav",    "head",
	                              "textarea", "canvas", "rt",     "rp",       NULL };
static const char *const blocks[] = { "p",       "div",     "h1",     "h2",      "h3",     "h4",
	                              "h5",      "h6",      "li",     "blockquote", "pre",  "section",
	                              "article", "hr",      "dt",     "dd",      "ul",     "ol",
	                              "caption", "figcaption", "header", "footer", "body",  "address",
	                              "center",  "table",   "tr",     "td",      "th",     "main",
	                              "fieldset", "details", "summary", "aside", "figure", "dl",
	                              "tbody",   "thead",   "tfoot",  "html",    NULL };

static bool
is_hidden(const xmlNode *n)
{
	struct slice style = attribute(n, "style");

	return slice_find(style, SLICE("display:none"), 0) != SLICE_NONE ||
	       slice_find(style, SLICE("display: none"), 0) != SLICE_NONE ||
	       slice_is(attribute(n, "epub:type"), "pagebreak");
}

static struct slice
count(struct html_text *w, struct list *l)
{
	struct buf label = { 0 };
	struct slice made;

	html_add_label(l->counted ? l->type : '\0', l->next++, &label);
	made = arena_copy(&w->flow.arena, buf_slice(&label));
	buf_release(&label);
	return made;
}

static void
add_link(struct html_text *w)
{
	struct html_block *b = &w->flow.block;

	if (w->link.len > 0 && w->link_start < b->text.len)
		VEC_PUSH(&b->spans,
		         ((struct html_span){ w->link_start, b->text.len, EXTRACT_LINK, w->link }));
}

static void
end_block(struct html_text *w)
{
	struct html_block *b = &w->flow.block;

	if (b->text.len > 0 && b->text.p[b->text.len - 1] == ' ')
		buf_truncate(&b->text, b->text.len - 1);
	if (html_has_label(buf_slice(&b->text)) && !(b->flags & EXTRACT_NOTE))
		b->label = slice_from(NULL);
	add_link(w);
	html_end_block(&w->flow);
	/* What is still open goes on in the next block. */
	w->link_start = w->mark_start = 0;
}

/* ------------------------------------------------------------------- notes */

/* "1", "[12]", "*": what a reference to a note looks like. */
static bool
is_mark(struct slice text)
{
	text = slice_trim(text);
	if (text.len == 0 || text.len > MARK_BYTES_MOST)
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (!byte_is_digit(text.p[i]) && !strchr("[]()*", text.p[i]))
			return false;
	return true;
}

static struct slice
text_of(const xmlNode *n, struct buf *text)
{
	for (const xmlNode *c = n->children; c; c = c->next)
		if (c->type == XML_TEXT_NODE)
			buf_add_str(text, (const char *)c->content);
		else if (c->children && c->children->type == XML_TEXT_NODE)
			buf_add_str(text, (const char *)c->children->content);
	return slice_trim(buf_slice(text));
}

/* "name#id" of something here; lives as long as the text. */
static struct slice
place_of(struct html_text *w, struct slice name, struct slice id)
{
	return arena_printf(&w->flow.arena, "%.*s#%.*s", SLICE_ARG(name), SLICE_ARG(id));
}

/* What a link within the text leads to; empty if it leads elsewhere.  Folders do not count: files of
 * one text have names of their own. */
static struct slice
link_place(struct html_text *w, const xmlNode *n)
{
	struct slice href = attribute(n, "href"), name;
	size_t hash = slice_find(href, SLICE("#"), 0);

	if (hash == SLICE_NONE || hash + 1 == href.len)
		return slice_from(NULL);
	if (hash == 0)
		return place_of(w, w->name, slice_skip(href, 1));
	name = slice_sub(href, 0, hash);
	if (w->name.len == 0 || slice_find(name, SLICE(":"), 0) != SLICE_NONE)
		return slice_from(NULL);
	for (size_t i = name.len; i > 0; i--)
		if (name.p[i - 1] == '/') {
			name = slice_skip(name, i);
			break;
		}
	return place_of(w, name, slice_skip(href, hash + 1));
}

/* An element that a reference leads to starts the note; inline ones lie in the block that is the note. */
static void
note_target(struct html_text *w, const xmlNode *n)
{
	struct slice id = attribute(n, "id"), place;
	const long *awaited;

	if (id.len == 0 && is(n, "a"))
		id = attribute(n, "name");
	if (id.len == 0)
		return;
	place = place_of(w, w->name, id);
	awaited = map_find(&w->awaited, place);
	*map_at(&w->seen, place) = 1;
	if (!awaited || *awaited == 0 || w->note)
		return;
	if (is_any(n, blocks)) {
		w->note = n;
	} else {
		for (w->note = n; w->note->parent && !is_any(w->note, blocks);)
			w->note = w->note->parent;
		w->flow.block.flags |= EXTRACT_NOTE;
	}
	w->flow.block.label = w->marks.v[*awaited - 1];
}

/* An arrow, a caret: the way back is no text. */
static bool
has_letters(struct slice text)
{
	for (size_t i = 0; i < text.len; i++)
		if (byte_is_alnum(text.p[i]))
			return true;
	return false;
}

/* True if the link is a reference, or leads back from a note: then it is no text of its own. */
static bool
is_note_link(struct html_text *w, const xmlNode *n)
{
	struct slice place = link_place(w, n);
	struct buf text = { 0 };
	struct slice shown = text_of(n, &text);
	bool back = false;

	if (place.len > 0) {
		back = w->note && (map_find(&w->seen, place) || !has_letters(shown));
		if (!back && is_mark(shown) && !map_find(&w->seen, place) && !map_find(&w->awaited, place)) {
			VEC_PUSH(&w->marks, arena_copy(&w->flow.arena, shown));
			*map_at(&w->awaited, place) = (long)w->marks.n;
			w->raised++;
			w->mark_start = w->flow.block.text.len;
		}
	}
	buf_release(&text);
	return back;
}

/* -------------------------------------------------------------------- text */

static void
add_text(struct html_text *w, const char *content)
{
	struct html_block *b = &w->flow.block;
	struct slice s = slice_from(content);
	size_t from = b->text.len;

	if (b->text.len > TEXT_MOST)
		return;
	for (size_t at = 0; at < s.len;) {
		codepoint c = utf8_next(s, &at);
		bool blank = c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || (c == '\n' && !w->preformatted);
		bool had = b->text.len == 0 || b->text.p[b->text.len - 1] == ' ' ||
		           b->text.p[b->text.len - 1] == '\n';

		if (c == 0xAD || c == 0x200B || c == 0xFEFF)
			continue;
		if (blank && had && !w->preformatted)
			continue;
		utf8_add(&b->text, blank ? ' ' : c);
	}
	b->letters += b->text.len - from;
	w->letters += b->text.len - from;
	if (w->bold > 0)
		b->bold += b->text.len - from;
}

static void
end_mark(struct html_text *w)
{
	struct html_block *b = &w->flow.block;
	struct slice text = slice_skip(buf_slice(&b->text), w->mark_start);

	if (--w->raised > 0 || w->mark_start > b->text.len || !is_mark(text))
		return;
	VEC_PUSH(&b->spans, ((struct html_span){ w->mark_start, b->text.len, EXTRACT_MARK, { 0 } }));
}

static void
end_link(struct html_text *w)
{
	add_link(w);
	w->link = slice_from(NULL);
}

/* ---------------------------------------------------------------- elements */

static void
open_list(struct html_text *w, const xmlNode *n)
{
	struct slice type = attribute(n, "type"), start = attribute(n, "start");
	struct list l = { .counted = is(n, "ol"), .type = '1', .next = 1 };

	if (type.len == 1 && strchr("1aAiI", type.p[0]))
		l.type = type.p[0];
	if (start.len > 0 && slice_number(start, &l.next) == 0)
		l.next = 1;
	VEC_PUSH(&w->lists, l);
}

static void
open_item(struct html_text *w, const xmlNode *n)
{
	struct list *l = w->lists.n > 0 ? &w->lists.v[w->lists.n - 1] : NULL;
	struct slice value = attribute(n, "value");
	long v;

	if (l && value.len > 0 && slice_number(value, &v) > 0)
		l->next = v;
	if (l && !w->note)
		w->flow.block.label = count(w, l);
}

static void
open_table_part(struct html_text *w, const xmlNode *n)
{
	struct html_block *b = &w->flow.block;

	if (is(n, "table")) {
		if (++w->tables > 1)
			w->flow.is_layout = true;
	} else if (w->tables == 1 && is(n, "tr")) {
		b->row = b->row ? b->row + 1 : 1;
		b->cell = 0;
	} else if (w->tables == 1 && (is(n, "td") || is(n, "th"))) {
		b->row = b->row ? b->row : 1;
		b->cell++;
	}
}

static unsigned
flags_of(const struct html_text *w, const xmlNode *n)
{
	unsigned flags = w->preformatted ? 0 : EXTRACT_WHOLE;

	if (n->name[0] && strchr("hH", n->name[0]) && n->name[1] >= '1' && n->name[1] <= '6' && !n->name[2])
		flags |= EXTRACT_HEADING;
	return w->note ? flags | EXTRACT_NOTE : flags;
}

static void
open_block(struct html_text *w, const xmlNode *n)
{
	struct html_block *b = &w->flow.block;
	/* <li><p>: what numbers an item is said before its first paragraph. */
	struct slice due = b->text.len == 0 ? b->label : slice_from(NULL);

	end_block(w);
	b->label = due;
	if (is(n, "ul") || is(n, "ol"))
		open_list(w, n);
	if (is(n, "pre"))
		w->preformatted++;
	open_table_part(w, n);
	note_target(w, n);
	w->flow.block.flags = flags_of(w, n);
	if (is(n, "li"))
		open_item(w, n);
}

static void
close_block(struct html_text *w, const xmlNode *n)
{
	end_block(w);
	if ((is(n, "ul") || is(n, "ol")) && w->lists.n > 0)
		w->lists.n--;
	if (is(n, "pre"))
		w->preformatted--;
	if (is(n, "table") && w->tables > 0 && --w->tables == 0)
		html_end_table(&w->flow);
	if (w->note == n)
		w->note = NULL;
	w->flow.block.flags = w->note ? EXTRACT_WHOLE | EXTRACT_NOTE : EXTRACT_WHOLE;
}

static bool
is_bold(const xmlNode *n)
{
	return is(n, "b") || is(n, "strong") || is(n, "th");
}

/* False if what is in the element is not to be read. */
static bool
enter(struct html_text *w, const xmlNode *n)
{
	if (is_any(n, unread) || is_hidden(n))
		return false;
	w->bold += is_bold(n);
	if (is_any(n, blocks)) {
		open_block(w, n);
		return true;
	}
	note_target(w, n);
	if (is(n, "br")) {
		buf_add_byte(&w->flow.block.text, '\n');
	} else if (is(n, "sup")) {
		if (w->raised++ == 0)
			w->mark_start = w->flow.block.text.len;
	} else if (is(n, "a")) {
		if (is_note_link(w, n))
			return false;
		if (slice_starts(attribute(n, "href"), "http")) {
			w->link = arena_copy(&w->flow.arena, attribute(n, "href"));
			w->link_start = w->flow.block.text.len;
		}
	}
	return true;
}

static void
leave(struct html_text *w, const xmlNode *n)
{
	w->bold -= is_bold(n);
	if (is_any(n, blocks)) {
		close_block(w, n);
	} else if (is(n, "sup")) {
		end_mark(w);
	} else if (is(n, "a")) {
		end_link(w);
		if (w->raised > 0 && map_find(&w->awaited, link_place(w, n)) &&
		    !(n->parent && is(n->parent, "sup") && w->raised == 1))
			end_mark(w);
	}
}

/* Without recursion: depth is the document's choice. */
static void
walk_tree(struct html_text *w, const xmlNode *root)
{
	const xmlNode *n = root;
	size_t depth = 0;

	while (n) {
		bool inside = false;

		if (n->type == XML_TEXT_NODE && n->content)
			add_text(w, (const char *)n->content);
		else if (n->type == XML_ELEMENT_NODE)
			inside = depth < DEPTH_MOST && enter(w, n);
		if (inside && n->children) {
			n = n->children;
			depth++;
			continue;
		}
		if (inside)
			leave(w, n);
		while (n != root && !n->next) {
			n = n->parent;
			depth--;
			leave(w, n);
		}
		n = n == root ? NULL : n->next;
	}
}

/* ---------------------------------------------------------------- document */

/* UTF-8, whatever it was: what the file declares counts when the bytes leave it open. */
static void
decode(struct slice bytes, struct buf *text)
{
	struct charset set = charset_detect(bytes);
	size_t replaced = 0;

	if (strcmp(set.name, "UTF-8") == 0 ||
	    charset_decode(slice_skip(bytes, set.bom), set.name, text, &replaced, NULL) != STATUS_OK) {
		buf_clear(text);
		utf8_repair(slice_skip(bytes, set.bom), text);
	}
}

static bool
is_error_page(const struct extract *e, size_t letters)
{
	for (size_t i = 0; letters < ERROR_BYTES_MOST && i < e->lines.n; i++)
		if (slice_find(e->lines.v[i].text, SLICE("does not exist in the Official Document System"), 0) !=
		            SLICE_NONE ||
		    slice_find(e->lines.v[i].text, SLICE("404 Not Found"), 0) != SLICE_NONE)
			return true;
	return false;
}

/* What a file left open does not go on in the next one. */
static void
start_file(struct html_text *w, struct slice name)
{
	w->name = arena_copy(&w->flow.arena, name);
	VEC_CLEAR(&w->lists);
	w->note = NULL;
	w->tables = w->bold = w->raised = w->preformatted = 0;
	w->mark_start = w->link_start = 0;
	w->link = slice_from(NULL);
	w->flow.block.flags = EXTRACT_WHOLE;
}

struct html_text *
html_begin(struct extract *out)
{
	struct html_text *w = mem_resize(NULL, sizeof *w);

	*w = (struct html_text){ .flow = { .out = out } };
	return w;
}

bool
html_add(struct html_text *w, struct slice name, struct slice bytes)
{
	struct buf text = { 0 };
	htmlDocPtr doc = NULL;
	bool good;

	start_file(w, name);
	decode(bytes, &text);
	if (text.len <= INT_MAX)
		doc = htmlReadMemory(text.p ? text.p : "", (int)text.len, NULL, "UTF-8",
		                     HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
		                             HTML_PARSE_NOWARNING | HTML_PARSE_COMPACT);
	good = doc && xmlDocGetRootElement(doc);
	if (good)
		walk_tree(w, xmlDocGetRootElement(doc));
	end_block(w);
	html_end_table(&w->flow);
	if (doc)
		xmlFreeDoc(doc);
	buf_release(&text);
	return good;
}

size_t
html_end(struct html_text *w)
{
	size_t letters = w->letters;

	html_block_release(&w->flow.block);
	for (size_t i = 0; i < w->flow.cells.n; i++)
		html_block_release(&w->flow.cells.v[i]);
	VEC_RELEASE(&w->flow.cells);
	VEC_RELEASE(&w->lists);
	VEC_RELEASE(&w->marks);
	map_release(&w->awaited);
	map_release(&w->seen);
	arena_release(&w->flow.arena);
	free(w);
	return letters;
}

void
html_read(struct slice bytes, struct extract *out)
{
	struct html_text *w = html_begin(out);

	if (bytes.len > INT_MAX)
		out->refusal = EXTRACT_TOO_BIG;
	else if (!html_add(w, SLICE(""), bytes))
		out->refusal = EXTRACT_DAMAGED;
	if (is_error_page(out, html_end(w)))
		out->refusal = EXTRACT_ERROR_PAGE;
}
