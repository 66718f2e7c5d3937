/* SPDX-License-Identifier: ISC */
/*
 * PDF by poppler: a character at a time with its box, its font and the link over it.
 */
#include "config.h"

#include "extract/reader.h"

#include "pdf_priv.h"
#include "reader_priv.h"

#include <poppler.h>
#include <string.h>

#define PAGES_MOST 5000
#define LINKS_MOST 20000
#define CHARS_MOST 400000 /* of a page */
#define LINES_MOST 1000000
#define KERNING 0.14f     /* of a character's height; blanks take 0.18 and more */
#define JUMP 0.5f         /* … beyond which words part */
#define RAISED 0.82f      /* of the size before it: a mark, which clings to its word */
#define SCAN_LETTERS 200 /* fewer of them in all: perhaps a scan with a stamp on it */
#define SCAN_PAGES 4

static struct pdf_box
box_of(const PopplerRectangle *r)
{
	return (struct pdf_box){ (float)(r->x1 < r->x2 ? r->x1 : r->x2), (float)(r->y1 < r->y2 ? r->y1 : r->y2),
		                 (float)(r->x1 > r->x2 ? r->x1 : r->x2), (float)(r->y1 > r->y2 ? r->y1 : r->y2) };
}

static void
take_links(struct pdf_page *page, PopplerPage *p)
{
	GList *all = poppler_page_get_link_mapping(p);

	for (GList *at = all; at && page->links.n < LINKS_MOST; at = at->next) {
		const PopplerLinkMapping *m = at->data;
		struct pdf_link link = { .box = box_of(&m->area) };
		float top = page->height - link.box.y1;

		if (m->action->type != POPPLER_ACTION_URI || !m->action->uri.uri)
			continue;
		link.box.y1 = page->height - link.box.y0;
		link.box.y0 = top;
		link.target = arena_copy(&page->arena, slice_trim(slice_from(m->action->uri.uri)));
		if (link.target.len > 0)
			VEC_PUSH(&page->links, link);
	}
	poppler_page_free_link_mapping(all);
}

static uint16_t
link_at(const struct pdf_page *page, const struct pdf_box *box)
{
	float x = (box->x0 + box->x1) / 2, y = (box->y0 + box->y1) / 2;

	for (size_t i = 0; i < page->links.n; i++) {
		const struct pdf_box *l = &page->links.v[i].box;

		if (x >= l->x0 && x <= l->x1 && y >= l->y0 && y <= l->y1)
			return (uint16_t)(i + 1);
	}
	return 0;
}

static bool
is_bold(const char *font)
{
	return font && (strstr(font, "Bold") || strstr(font, "bold") || strstr(font, "Black") ||
	                strstr(font, "Heavy"));
}

static bool
is_italic(const char *font)
{
	return font && (strstr(font, "Italic") || strstr(font, "Oblique") || strstr(font, "italic"));
}

/* Marks of direction that the library puts around words, soft hyphens, blanks of no width. */
static bool
is_unseen(codepoint c)
{
	return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F ||
	       c == 0x200B || c == 0xFEFF || c == 0xFFFE || c == 0;
}

static bool
is_usable(const struct pdf_box *b, const struct pdf_page *page)
{
	return b->x0 > -10000 && b->y0 > -10000 && b->x1 < page->width + 10000 &&
	       b->y1 < page->height + 10000 && b->x1 >= b->x0 && b->y1 >= b->y0;
}

/* Behind these a word ends, however near the next one is set. */
static bool
closes(codepoint c)
{
	return c == '.' || c == ')' || c == ':' || c == ';' || c == ',' || c == ']';
}

/* Between two characters, in parts of a character's height. */
static float
room_between(const struct pdf_char *last, const struct pdf_char *ch)
{
	float room = ch->box.x0 - last->box.x1, back = last->box.x0 - ch->box.x1;

	return (room > back ? room : back) / (last->box.y1 - last->box.y0);
}

/* So little room between two characters is no blank, but kerning, or a change of font in a word. */
static bool
is_kerning(const struct pdf_page *page, const struct pdf_char *ch)
{
	const struct pdf_char *last = page->chars.n > 0 ? &page->chars.v[page->chars.n - 1] : NULL;

	return last && !last->ends && !(closes(last->c) && ch->size > RAISED * last->size) &&
	       room_between(last, ch) < KERNING;
}

/* So much room parts words, though the library saw none: a cell that ends close to the next one. */
static bool
is_jump(const struct pdf_page *page, const struct pdf_char *ch)
{
	const struct pdf_char *last = page->chars.n > 0 ? &page->chars.v[page->chars.n - 1] : NULL;

	return last && !last->ends && last->box.y1 > last->box.y0 && room_between(last, ch) > JUMP;
}

/* Characters with the attributes of their stretch; blanks and line ends become signs on them. */
static void
take_chars(struct pdf_page *page, const char *text, const PopplerRectangle *boxes, guint n,
           GList *attributes)
{
	struct slice s = slice_from(text);
	bool blank = false;
	guint i = 0;

	for (size_t at = 0; at < s.len && i < n && page->chars.n < CHARS_MOST; i++) {
		codepoint c = utf8_next(s, &at);
		struct pdf_char ch = { .box = box_of(&boxes[i]), .c = c, .blank = blank };
		const PopplerTextAttributes *a;

		while (attributes && (guint)((PopplerTextAttributes *)attributes->data)->end_index < i)
			attributes = attributes->next;
		a = attributes ? attributes->data : NULL;
		if (c == '\n' && page->chars.n > 0)
			page->chars.v[page->chars.n - 1].ends = true;
		if (c == ' ' || c == '\n' || c == '\t' || c == 0xA0 || c == 0x3000)
			blank = true;
		if (c == ' ' || c == '\n' || c == '\t' || c == 0xA0 || c == 0x3000 || is_unseen(c) ||
		    !is_usable(&ch.box, page))
			continue;
		blank = false;
		ch.size = a && a->font_size > 0 && a->font_size < 1000 ? (float)a->font_size
		                                                       : ch.box.y1 - ch.box.y0;
		ch.blank = ch.blank ? !is_kerning(page, &ch) : is_jump(page, &ch);
		ch.bold = a && is_bold(a->font_name);
		ch.italic = a && is_italic(a->font_name);
		ch.link = page->links.n > 0 ? link_at(page, &ch.box) : 0;
		VEC_PUSH(&page->chars, ch);
	}
}

static void
read_page(struct pdf *pdf, PopplerPage *p, uint32_t number)
{
	struct pdf_page page = { .number = number };
	PopplerRectangle *boxes = NULL;
	GList *attributes;
	double width, height;
	guint n = 0;
	char *text;

	poppler_page_get_size(p, &width, &height);
	page.width = (float)width;
	page.height = (float)height;
	text = poppler_page_get_text(p);
	if (!poppler_page_get_text_layout(p, &boxes, &n))
		n = 0;
	attributes = poppler_page_get_text_attributes(p);
	take_links(&page, p);
	take_chars(&page, text ? text : "", boxes, n, attributes);
	pdf->letters += page.chars.n;
	if (page.chars.n == 0)
		pdf->out->bare++;
	pdf_find_pieces(&page);
	pdf_add_rows(pdf, &page);
	g_free(boxes);
	g_free(text);
	poppler_page_free_text_attributes(attributes);
	VEC_RELEASE(&page.chars);
	VEC_RELEASE(&page.links);
	VEC_RELEASE(&page.pieces);
	arena_release(&page.arena);
}

/* No text, or that of a stamp on pages that show pictures.  To ask for pictures is to draw the page:
 * only where it matters. */
static bool
is_scan(PopplerDocument *document, const struct pdf *pdf)
{
	const struct extract *e = pdf->out;
	size_t pictures = 0;

	if (pdf->letters == 0)
		return e->pages > 0;
	if (pdf->letters > SCAN_LETTERS || e->bare * 2 < e->pages)
		return false;
	for (int i = 0; i < (int)e->pages && i < SCAN_PAGES; i++) {
		PopplerPage *page = poppler_document_get_page(document, i);
		GList *images = page ? poppler_page_get_image_mapping(page) : NULL;

		pictures += images != NULL;
		poppler_page_free_image_mapping(images);
		if (page)
			g_object_unref(page);
	}
	return pictures > 0;
}

/* What the document system sends when it has no such document, as a PDF of one page. */
static bool
is_error_page(const struct extract *e)
{
	static const char *const sign[] = { "does not exist in the Official Document System",
		                            "contact the ODS support" };

	if (e->pages > 2)
		return false;
	for (size_t i = 0; i < e->lines.n; i++)
		for (size_t k = 0; k < sizeof sign / sizeof *sign; k++)
			if (slice_find(e->lines.v[i].text, slice_from(sign[k]), 0) != SLICE_NONE)
				return true;
	return false;
}

static void
read_pages(struct extract *out, PopplerDocument *document)
{
	struct pdf pdf = { .out = out };
	int pages = poppler_document_get_n_pages(document);

	if (pages > PAGES_MOST) {
		out->cut += (uint32_t)(pages - PAGES_MOST);
		pages = PAGES_MOST;
	}
	out->pages = pages > 0 ? (uint32_t)pages : 0;
	for (int i = 0; i < pages && out->lines.n < LINES_MOST; i++) {
		PopplerPage *page = poppler_document_get_page(document, i);

		if (!page)
			continue;
		read_page(&pdf, page, (uint32_t)i + 1);
		g_object_unref(page);
	}
	pdf_measure(&pdf);
	if (is_scan(document, &pdf))
		out->refusal = EXTRACT_NO_TEXT;
	else if (is_error_page(out))
		out->refusal = EXTRACT_ERROR_PAGE;
	VEC_RELEASE(&pdf.column);
	VEC_RELEASE(&pdf.first);
}

void
pdf_read(struct slice bytes, struct extract *out)
{
	GBytes *all = g_bytes_new_static(bytes.p, bytes.len);
	GError *error = NULL;
	PopplerDocument *document = poppler_document_new_from_bytes(all, NULL, &error);

	if (document) {
		read_pages(out, document);
		g_object_unref(document);
	} else {
		out->refusal = g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED)
		                       ? EXTRACT_ENCRYPTED
		                       : EXTRACT_DAMAGED;
		g_clear_error(&error);
	}
	g_bytes_unref(all);
}
