/* SPDX-License-Identifier: ISC */
/*
 * Which line goes on from the line before.
 *
 * Evidence is added up: was there room for the next word, how the line ends, how the next begins,
 * blanks and blank lines as this document uses them.
 */
#include "config.h"

#include "import_priv.h"

#include "text/utf8.h"

#define UNWRAPPED (-20) /* lines stand for themselves */
#define LABELLED_GOES_ON 3
#define NOTE_JOINS 6   /* score above which "a Position" goes on from the line before */
#define PLACES_TELL 16
#define PLACES_SIZE 93  /* per cent of a size that is still the same */
#define INDENT_LEAST 120 /* hundredths of an em by which first lines are narrower, to tell */
#define HEADING_WRAPPED 3 /* a third of the measure */
#define BEFORE_MOST 400 /* lines of furniture and footnotes to look across */

size_t
join_before(const struct import *im, size_t i)
{
	for (size_t n = 0; i > 0 && n < BEFORE_MOST; n++) {
		const struct line *line = &im->lines.v[--i];

		if (line->role == ROLE_BODY)
			return i;
		if (masthead_is_late(im, line))
			continue;
		if (line->role == ROLE_MASTHEAD || line->role == ROLE_CONTENTS ||
		    line->role == ROLE_TABLE)
			return SLICE_NONE;
	}
	return SLICE_NONE;
}

/* How far the line falls short of a full one, with the word that follows; below 0 it is full. */
static long
room(const struct rhythm *r, const struct line *a, const struct line *b, uint32_t reach)
{
	return (long)reach - (long)a->width -
	       (long)rhythm_first_word(a->text, b->text, r->monospaced);
}

static bool
is_lower(codepoint c)
{
	return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF) || (c >= 0x430 && c <= 0x45F);
}

static bool
is_upper(codepoint c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE) || (c >= 0x400 && c <= 0x42F);
}

static bool
closes(codepoint c)
{
	return c == ')' || c == 0xFF09 || c == ',' || c == 0xFF0C || c == 0x3002 || c == 0x3001 ||
	       c == 0xFF1B || c == ';' || c == 0x300B || c == 0x201D || c == '.' || c == '%';
}

static int
score_end(const struct rhythm *r, struct slice text)
{
	enum rhythm_ending ending;

	if (ending_is_open(text))
		return 4;
	ending = rhythm_ending(text);
	if (ending == ENDING_NONE)
		return 2;
	/* Where commas do not end paragraphs, one that ends a line is in a list of names. */
	if (ending == ENDING_COMMA && !r->comma_ends && char_last(text) == ',')
		return 5;
	return r->ending_score[ending] + (ending == ENDING_STOP && r->numbered);
}

static int
score_start(struct slice text)
{
	codepoint c = char_first(text);

	if (is_lower(c))
		return 4;
	if (closes(c))
		return 5;
	if (c == '(' || c == 0xFF08)
		return 1;
	return is_upper(c) ? -1 : 0;
}

static int
score_gap(const struct rhythm *r, const struct line *a, const struct line *b, bool crosses)
{
	size_t gap = b->gap < RHYTHM_GAPS ? b->gap : RHYTHM_GAPS - 1;

	if (crosses)
		return 0;
	if (a->decided && r->first_apart && gap > 0)
		return r->place_score[!a->joins][gap];
	/* Lines set solid among lines set apart: a heading of several lines. */
	if (r->usual_gap == 1 && b->gap == 0)
		return 2;
	return r->gap_score[gap];
}

/* Line b as the second line of a paragraph would have had room for what follows; as the first, none. */
static bool
looks_indented(const struct import *im, size_t b)
{
	const struct rhythm *r = &im->rhythm;
	size_t c = line_next_body(im, b + 1);
	const struct line *line = &im->lines.v[b];

	if (c >= im->lines.n || c != b + 1 || rhythm_ending(line->text) == ENDING_STOP)
		return false;
	return line->width <= r->first_measure && room(r, line, &im->lines.v[c], r->first_reach) <= 0 &&
	       room(r, line, &im->lines.v[c], r->reach) > 0;
}

/*
 * What stands behind b, where first lines stand apart and b's sentence runs on: a blank line makes b a
 * first line.
 */
static int
score_behind(const struct import *im, size_t b)
{
	const struct rhythm *r = &im->rhythm;
	const struct line *line = &im->lines.v[b], *next = line + 1;

	if (!r->first_apart || !line->decided || b + 1 >= im->lines.n || next->role != ROLE_BODY ||
	    next->page != line->page || rhythm_ending(line->text) != ENDING_NONE ||
	    !rhythm_runs_on(line, next) || line->width < r->first_measure * 9 / 10)
		return 0;
	return next->gap == 1 ? -4 : 0;
}

/*
 * The width that several lines around have in common, if it is less than the text's: items and boxes
 * are narrower.
 */
static uint32_t
local_reach(const struct import *im, size_t a, uint32_t reach)
{
	bool wide = char_is_cjk(char_last(im->lines.v[a].text));
	size_t from = a >= 3 ? a - 3 : 0, to = a + 5 < im->lines.n ? a + 5 : im->lines.n, full = 0;
	uint32_t widest = 0;

	for (size_t i = from; i < to; i++)
		if (im->lines.v[i].role == ROLE_BODY && im->lines.v[i].width > widest)
			widest = im->lines.v[i].width;
	if (widest >= reach || widest <= reach * (wide ? 94 : 85) / 100)
		return reach;
	for (size_t i = from; i < to; i++)
		full += im->lines.v[i].role == ROLE_BODY && im->lines.v[i].width >= widest * 94 / 100;
	return full >= 2 ? widest : reach;
}

static int
score_measure(const struct import *im, size_t ia, size_t ib)
{
	const struct rhythm *r = &im->rhythm;
	const struct line *a = &im->lines.v[ia], *b = &im->lines.v[ib];
	bool first = !a->joins && a->use != USE_HEADING;
	long left = room(r, a, b, local_reach(im, ia, first ? r->first_reach : r->reach));
	int score = 3;

	/* A line a paragraph, but for short texts, whose measure cannot be told. */
	if (!r->wrapped)
		return b->gap <= r->usual_gap && ending_is_unfinished(a->text) ? 0 : UNWRAPPED;
	if (left > 0) /* the widths are estimates: a little room says little */
		return left > (long)r->measure / 8 ? -5 : left > (long)r->measure / 25 ? -3 : 0;
	if (r->first_measure + INDENT_LEAST > r->measure)
		return score;
	if (b->width > r->first_measure + INDENT_LEAST / 2)
		return score + 3; /* too wide for a first line */
	return looks_indented(im, ib) ? score - 3 : score;
}

/* Lines of one title: no further apart than the lines of a paragraph are, where titles are. */
static bool
is_title_line(const struct import *im, const struct line *a, const struct line *b)
{
	const struct rhythm *r = &im->rhythm;

	return im->has_masthead && b->page <= 1 && b->number < im->front_end && r->usual_gap == 1 &&
	       r->gap_score[RHYTHM_GAPS - 1] < 0 && b->gap <= r->usual_gap && b->indent == 0 &&
	       !char_ends_sentence(char_last(a->text));
}

/* The first of two bold lines is about as long as headings are wide where it stands, and no shorter
 * than a heading is that had to be wrapped. */
static bool
fills_heading(const struct import *im, const struct line *line, const struct extract_line *b)
{
	const struct extract_line *a = line->given;
	int32_t here = a->right - b->x, longest = here > b->right - b->x ? here : b->right - b->x;

	return here * 5 >= longest * 4 && line->width * HEADING_WRAPPED >= im->rhythm.measure;
}

/*
 * Places and sizes of both lines are known: other letters or more room between them make two
 * paragraphs; none makes one, if the first line is full or both are lines of a heading.
 */
static int
score_places(const struct import *im, size_t ia, size_t ib)
{
	const struct line *a = &im->lines.v[ia], *b = &im->lines.v[ib];
	const struct extract_line *x = a->given, *y = b->given;

	if (!x || !y || x->right == 0 || y->right == 0)
		return 0;
	if (x->size * 100 < y->size * PLACES_SIZE || y->size * 100 < x->size * PLACES_SIZE)
		return -PLACES_TELL;
	/* A heading behind a sentence that does not fill its line, as on the next page. */
	if (im->has_faces && (y->flags & ~x->flags & EXTRACT_BOLD) && rhythm_ending(a->text) == ENDING_STOP &&
	    room(&im->rhythm, a, b, im->rhythm.reach) > 0)
		return -PLACES_TELL;
	if (a->page != b->page || ib != ia + 1 || y->y <= x->y)
		return 0;
	if (b->gap > im->rhythm.usual_gap)
		return -PLACES_TELL;
	if (x->flags & y->flags & EXTRACT_BOLD)
		return fills_heading(im, a, y) || is_lower(char_first(b->text)) ? PLACES_TELL : -PLACES_TELL;
	return room(&im->rhythm, a, b, im->rhythm.reach) <= 0 ? PLACES_TELL / 2 : 0;
}

bool
join_may_part(const struct import *im, size_t ia, size_t ib)
{
	const struct line *a = &im->lines.v[ia];

	if (im->rhythm.trail_ends && a->page == im->lines.v[ib].page && a->trail == 0)
		return false;
	return !ending_is_open(a->text);
}

int
join_score(const struct import *im, size_t ia, size_t ib)
{
	const struct rhythm *r = &im->rhythm;
	const struct line *a = &im->lines.v[ia], *b = &im->lines.v[ib];
	bool crosses = a->page != b->page || ib != ia + 1;
	int score;

	if (given_has(b, EXTRACT_WHOLE))
		return given_has(b, EXTRACT_STARTS) ? UNWRAPPED : -UNWRAPPED;
	score = score_measure(im, ia, ib) + score_end(r, a->text) + score_start(b->text) +
	        score_gap(r, a, b, crosses) + score_behind(im, ib);

	score += score_places(im, ia, ib);
	if (crosses && is_lower(char_first(b->text)) && rhythm_ending(a->text) == ENDING_NONE)
		score += 3;
	/* "(b)" without an "(a)" at a line's start: counted within the sentence. */
	if (b->use == USE_NONE && b->label.value > 1 &&
	    (b->label.kind == LABEL_LETTER || b->label.kind == LABEL_SMALL_ROMAN))
		score += 4;
	if (is_title_line(im, a, b))
		score += 6;
	if (ending_closes_foreign(b->text))
		score += 4;
	if (r->trail_ends)
		score += a->trail > 0 ? -4 : 5;
	if (!crosses && b->indent > a->indent)
		score += r->indent_score;
	return score;
}

/* "a  Represents the highest level": a note below a table. */
static bool
is_table_note(struct slice text)
{
	struct slice rest = text.len > 2 && text.p[0] >= 'a' && text.p[0] <= 'k' && text.p[1] == ' '
	                            ? slice_trim_start(slice_skip(text, 1))
	                            : slice_from(NULL);

	return rest.len > 0 && byte_is_upper(rest.p[0]);
}

/* What stands below tables and figures. */
static bool
is_note(struct slice text)
{
	static const char *const word[] = { "Note:", "Notes:", "Source:", "Sources:", "Abbreviation:",
		                            "Abbreviations:", "注：", "注:", "资料来源：", "资料来源:", "来源：" };

	for (size_t i = 0; i < sizeof word / sizeof *word; i++)
		if (slice_starts(text, word[i]))
			return true;
	return is_table_note(text);
}

static bool
must_not_join(const struct import *im, size_t a, size_t b)
{
	const struct line *before = &im->lines.v[a], *line = &im->lines.v[b];

	for (size_t i = a + 1; i < b; i++)
		if (im->lines.v[i].role == ROLE_RULE && im->lines.v[i].page == line->page)
			return true;
	if (is_note(line->text) && rhythm_ending(before->text) != ENDING_COMMA &&
	    join_score(im, a, b) < NOTE_JOINS)
		return true;
	if (caption_is_number(line->text) || caption_is_number(before->text))
		return true;
	if (rhythm_ending(before->text) == ENDING_COMMA && clause_opens(line->text))
		return true;
	return line->use != USE_NONE || speaker_reads(line->text) > 0 || signature_is(before->text) ||
	       signature_is(line->text) || heading_is_known(line->text) || heading_is_known(before->text);
}

/* A paragraph or an item with a label ends with a stop; a title or a cell need not. */
static int
score_labelled(const struct import *im, size_t a, enum label_use use)
{
	bool labelled = use == USE_PARAGRAPH || use == USE_ITEM;

	return labelled && rhythm_ending(im->lines.v[a].text) == ENDING_NONE ? LABELLED_GOES_ON : 0;
}

/* "Article 3" alone on its line, and below it a sentence: text of the article, not its title. */
static bool
is_article_text(const struct import *im, size_t a, size_t b)
{
	enum label_kind kind = im->lines.v[a].label.kind;

	return (kind == LABEL_ARTICLE || kind == LABEL_CHAPTER || kind == LABEL_PART) &&
	       !heading_shaped(im, b);
}

static bool
is_lone_label(const struct import *im, size_t a)
{
	const struct line *line = &im->lines.v[a];

	return line->use != USE_NONE && line->label.kind != LABEL_BULLET && line->label.len >= line->text.len;
}

/* The format says that a paragraph starts here, but what stands before it is a label alone: "Annex". */
static bool
follows_label(const struct import *im, size_t a, size_t b)
{
	const struct line *line = &im->lines.v[b];

	return a != SLICE_NONE && is_lone_label(im, a) && given_has(&im->lines.v[a], EXTRACT_STARTS) &&
	       line->use == USE_NONE && line->label.kind == LABEL_NONE && !heading_is_known(line->text) &&
	       !is_article_text(im, a, b);
}

void
join_decide(struct import *im)
{
	enum label_use use = USE_NONE; /* of the paragraph at hand */

	for (size_t b = line_next_body(im, 0); b < im->lines.n; b = line_next_body(im, b + 1)) {
		size_t a = join_before(im, b);
		struct line *line = &im->lines.v[b];

		line->decided = true;
		if (given_has(line, EXTRACT_WHOLE)) {
			line->joins = !given_has(line, EXTRACT_STARTS) || follows_label(im, a, b);
			continue;
		}
		if (a == SLICE_NONE || line->use != USE_NONE) {
			use = (enum label_use)line->use;
			continue;
		}
		/* A label alone on its line. */
		if (is_lone_label(im, a))
			line->joins = !is_article_text(im, a, b);
		else
			line->joins = !must_not_join(im, a, b) &&
			              join_score(im, a, b) + score_labelled(im, a, use) > 0;
		if (!line->joins)
			use = USE_NONE;
	}
}
