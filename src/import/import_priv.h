/* SPDX-License-Identifier: ISC */
/*
 * What the stages of an import hand to each other.
 *
 * One struct import goes through all stages; each stage fills what its own comment says and reads
 * what earlier ones left.  Slices lie in the decoded source, which the document owns; whatever
 * outlives the import is copied into the document's arena.
 */
#ifndef DUAN_IMPORT_PRIV_H
#define DUAN_IMPORT_PRIV_H

#include "base/map.h"
#include "base/vec.h"
#include "extract/extract.h"
#include "import/import.h"

/* What a line is for, decided stage by stage; a line keeps the first role that is not ROLE_BODY. */
enum line_role {
	ROLE_BODY,
	ROLE_FURNITURE, /* page head, page foot */
	ROLE_URL,       /* link targets listed at the end of a page */
	ROLE_RULE,      /* drawn lines */
	ROLE_FOOTNOTE,
	ROLE_MASTHEAD,
	ROLE_CONTENTS,
	ROLE_TABLE,
};

/* What a line looks like on its own, whatever it means. */
enum line_shape {
	SHAPE_SYMBOL = 1 << 0,   /* document symbols, nothing else */
	SHAPE_JOB = 1 << 1,      /* V.19-11547, perhaps with a page number, dates, a bar code */
	SHAPE_FRACTION = 1 << 2, /* 2/3 alone, or with a job number */
	SHAPE_NUMBER = 1 << 3,   /* a number alone, "- 3 -", iv */
	SHAPE_PAGE = 1 << 4,     /* Page 3, 第3页 */
	SHAPE_URL = 1 << 5,      /* one address, nothing else */
	SHAPE_RULE = 1 << 6,     /* underscores or dashes */
	SHAPE_MORE = 1 << 7,     /* the foot "/..." */
	SHAPE_LEADER = 1 << 8,   /* dots between a title and a page number */
	SHAPE_LANGUAGE = 1 << 9, /* "English" alone */
	SHAPE_DATED = 1 << 10,   /* symbol and date, in either order: heads of meeting records */
};

enum label_kind {
	LABEL_NONE,
	LABEL_NUMBER,      /* 12. */
	LABEL_DOTTED,      /* 2.1  29C.14 */
	LABEL_LETTER,      /* (a)  a) */
	LABEL_SMALL_ROMAN, /* (iv) */
	LABEL_BRACKETED,   /* (3) */
	LABEL_BRACKET_HAN, /* （三） */
	LABEL_HAN,         /* 三.  三、 */
	LABEL_ROMAN,       /* III. */
	LABEL_UPPER,       /* C. */
	LABEL_BULLET,
	LABEL_ARTICLE, /* 第三条  Article 3 */
	LABEL_CHAPTER, /* 第三章  Chapter III */
	LABEL_PART,    /* 第一部分  Part One */
	LABEL_DECISION, /* 2025/9 alone on its line: the number of a decision that the report holds */
	LABEL_ANNEX,   /* 附件一  Annex I */
};

struct label {
	enum label_kind kind;
	long value;        /* 3 for (c), III and 三; 0 for a bullet or a lone annex */
	struct slice text; /* as typed */
	size_t len;        /* bytes of the line up to what follows the label */
};

/* What the counters made of a label. */
enum label_use {
	USE_NONE, /* part of the text */
	USE_PARAGRAPH,
	USE_ITEM,
	USE_HEADING,
};

/* A line that is not blank; one source line gives several where form feeds cut it. */
struct line {
	struct slice text;    /* without blanks at both ends */
	const struct extract_line *given; /* evidence; NULL in a text */
	uint32_t number;      /* of the source line, from 1 */
	uint32_t page;        /* from 1; 0 when unknown */
	uint32_t gap;         /* blank lines before it */
	uint32_t empty;       /* longest run among them that holds not even a blank */
	uint32_t width;       /* hundredths of an em, estimated */
	uint16_t shape;       /* enum line_shape, or-ed */
	uint8_t indent;       /* blanks before the text, at most 255 */
	uint8_t trail;        /* blanks behind it */
	uint8_t role;         /* enum line_role */
	uint8_t use;          /* enum label_use */
	bool form_feed;       /* one stands before it */
	bool page_start;      /* first of a page */
	bool joins;           /* goes on from the line before */
	bool decided;         /* … which has been asked */
	struct label label;
};

#define RHYTHM_GAPS 4 /* gaps of 0, 1, 2 and more blank lines */

/* What a line ends with. */
enum rhythm_ending {
	ENDING_STOP,  /* of a sentence */
	ENDING_PAUSE, /* ; : */
	ENDING_COMMA,
	ENDING_NONE,
};

/* How this document puts lines and blanks. */
struct rhythm {
	uint32_t measure;      /* width of a full line, hundredths of an em; 0 if no lines are wrapped */
	uint32_t first_measure; /* the same for the first line of a paragraph */
	uint32_t reach;        /* a full line and the first word of the next are at least so wide */
	uint32_t first_reach;
	uint32_t usual_gap;    /* blank lines between two lines of one paragraph */
	int8_t gap_score[RHYTHM_GAPS]; /* how each gap speaks for going on, below 0 against */
	int8_t place_score[2][RHYTHM_GAPS]; /* the same behind later lines, and behind first ones */
	bool first_apart;      /* gaps behind first lines are others than behind later ones */
	int8_t indent_score;   /* the same for a line further in than the one before */
	bool monospaced;       /* typed, or set like it */
	bool wrapped;          /* paragraphs run over several lines */
	bool comma_ends;       /* paragraphs may end with a comma, as preambles do */
	bool trail_ends;       /* a blank at the end of a line ends a paragraph, none goes on */
	bool han_spaced;       /* 第 7/5 号, not 第7/5号 */
	int8_t ending_score[ENDING_NONE]; /* the same for punctuation at the end of a full line */
	bool numbered;         /* most paragraphs start with a number */
};

/* A block in the making. */
struct piece {
	struct block block;
	struct label label;
	enum label_use use;
	uint32_t last_page;
	uint8_t indent;  /* of its first line */
	uint16_t given;  /* enum extract_flag, what holds of all its lines; 0 in a text */
	uint32_t gap;    /* blank lines before it */
};

/* Something that the format ties to bytes of a piece. */
struct given_tie {
	size_t piece;
	size_t start, end; /* of its text */
	enum extract_span_kind kind;
	struct slice target; /* of a link */
};

/* Ties of the text that is being put together. */
struct given_ties {
	VEC(struct given_tie) open;
};

/* A link target that was listed at the end of a page. */
struct dumped_url {
	struct slice url; /* in the source */
	struct slice key; /* document symbol, in the arena; empty if it names none */
	uint32_t page;
	uint32_t number;
};

struct import {
	struct doc *doc;
	VEC(struct line) lines;
	VEC(struct dumped_url) urls;
	VEC(struct piece) pieces;
	struct extract *given; /* evidence; NULL in a text */
	bool has_faces;        /* the text is set in several, as headings are told from it */
	VEC(struct given_tie) ties; /* by piece */
	struct rhythm rhythm;
	struct slice running_symbol; /* most frequent page head that is a symbol, in the source */
	uint32_t pages_printed;      /* y of x/y, 0 if none */
	bool paged;                  /* page ends were found */
	bool has_masthead;
	uint32_t front_end;         /* source line at which the text proper starts; 0 without masthead */
	struct map words;   /* of the text, for hyphens at line ends */
};

/* decode.c: bytes of any charset become doc->source, without byte order mark. */
enum status decode_bytes(struct import *im, struct buf *bytes, struct err *err) MUST_USE;

/* line.c: doc->source becomes lines. */
void line_split(struct import *im);
/* given.c: lines with evidence, and their source. */
void given_split(struct import *im);
void given_pages(struct import *im);
/* The size of most letters of the text, tenths of a point; 0 when none is known. */
uint32_t given_size(const struct import *im);
/* The format says all of that about the line. */
bool given_has(const struct line *line, unsigned flags);
/* label_read(), with the label that the format knows. */
struct label given_label(const struct line *line);
/* Adds the spans of a line that, without `skipped` bytes, became the end of `text`.  `next` is the
 * span to look at next: lines come in order. */
void given_tie(const struct import *im, struct given_ties *t, size_t *next, const struct line *line,
               size_t skipped, const struct buf *text);
/* The ties of the first `len` bytes of the text are those of a piece now; the others move up. */
void given_settle(struct import *im, struct given_ties *t, size_t piece, size_t len);
/* Width of a stretch in hundredths of an em of a book face, or of a typewriter's: 50 a cell. */
uint32_t line_width(struct slice s, bool monospaced);
/* The next line whose role is ROLE_BODY at or after `i`, or lines.n. */
size_t line_next_body(const struct import *im, size_t i);

/* shape.c */
void shape_mark(struct import *im);
/* The x and y of a page number "x/y" in a line of furniture; false if there is none. */
bool shape_fraction(struct slice text, long *page, long *pages);
/* The value of a line of SHAPE_NUMBER or SHAPE_PAGE; 0 if it is no plain number. */
long shape_page_number(struct slice text);
/* The symbol that a line is, starts with or ends with, as page heads do; empty if there is none. */
struct slice shape_end_symbol(struct slice text);
/* The job number in a line of SHAPE_JOB, empty if there is only a bar code. */
struct slice shape_job(struct slice text);

/* urldump.c: dumps get ROLE_URL and become evidence. */
void urldump_lift(struct import *im);

/* page.c: pages of all lines; the document's number of pages. */
void page_divide(struct import *im);

/* furniture.c: ROLE_FURNITURE and ROLE_RULE. */
void furniture_mark(struct import *im);

/* face.c: widths of all lines, if the text was typed. */
void face_choose(struct import *im);
/* rhythm.c */
void rhythm_measure(struct import *im);
enum rhythm_ending rhythm_ending(struct slice text);
/* Room that the first word of `text` would have needed behind `before`. */
uint32_t rhythm_first_word(struct slice before, struct slice text, bool monospaced);
/* The sentence seems to go on in the next line. */
bool rhythm_runs_on(const struct line *a, const struct line *b);

/* masthead.c: ROLE_MASTHEAD on the first page. */
void masthead_mark(struct import *im);
/* A line of a masthead that follows the text of its page: the text flow comes first there. */
bool masthead_is_late(const struct import *im, const struct line *line);
/* metadata.c: symbols, language, body, session, date, job number, title. */
void metadata_read(struct import *im);

/* contents.c: ROLE_CONTENTS.  table.c: ROLE_TABLE.  footnote.c: ROLE_FOOTNOTE. */
void contents_mark(struct import *im);
void table_mark(struct import *im);
void footnote_mark(struct import *im);
/* The number of the footnote that starts on a line ("1 Text", "1/ Text", "* Text" gives 0) and the
 * bytes before its text; false if none does. */
bool footnote_starts(struct slice text, long *number, size_t *len);

/* label.c: the label at the front of a line; kind is LABEL_NONE if there is none. */
struct label label_read(struct slice text);
/* heading.c: a line that could stand as a heading: short, unfinished, not running on. */
bool heading_shaped(const struct import *im, size_t i);
/* "Summary", "摘要", "Introduction" … with nothing else on the line. */
bool heading_is_known(struct slice text);
/* list.c: nothing certain speaks for the line being in the middle of a paragraph. */
bool list_may_start(const struct import *im, size_t i);
/* The line before ends in a way that lets a list begin. */
bool list_opens(const struct import *im, size_t i);
/* A second one of the kind starts a line of its own soon, and none within a line comes before it. */
bool list_second_follows(const struct import *im, size_t i);
/* counter.c: use of every label, by counting. */
void counter_run(struct import *im);

/* join.c: whether each body line goes on from the one before. */
void join_decide(struct import *im);
/* The line of text that `i` could go on from, or SLICE_NONE. */
size_t join_before(const struct import *im, size_t i);
/* How surely line `b` goes on from `a`, labels not looked at; above 0 it does. */
int join_score(const struct import *im, size_t a, size_t b);
/* Nothing at the end of `a` forbids that `b` starts a paragraph, if it has a label. */
bool join_may_part(const struct import *im, size_t a, size_t b);
/* append.c: a line's text added to a paragraph, with the right blank or none between them. */
void append_line(struct import *im, struct buf *text, struct slice line);
/* Bytes that the first `at` of a line take there. */
size_t append_offset(struct slice line, size_t at);
/* ending.c: the line ends behind an opening bracket, a hyphen, a word that no paragraph ends with. */
bool ending_is_open(struct slice text);
/* … behind such a word. */
bool ending_is_unfinished(struct slice text);
/* A bracket or a quotation closes in the line that did not open there. */
bool ending_closes_foreign(struct slice text);
/* hyphen.c: what to do with a hyphen between `left` and `right` at a line end. */
enum hyphen { HYPHEN_KEEP, HYPHEN_DROP };
void hyphen_learn(struct import *im);
enum hyphen hyphen_decide(const struct import *im, struct slice left, struct slice right);

/* block.c: lines become pieces. */
void block_build(struct import *im);
/* title.c: which pieces are titles and unnumbered headings. */
void title_find(struct import *im);
/* eid.c: levels, components and eIds of pieces. */
void eid_assign(struct import *im);
/* speaker.c: the speaker that a text starts with; gives the bytes of "Mr. X (Y):", 0 if none. */
size_t speaker_reads(struct slice text);
/* signature.c */
bool signature_is(struct slice text);
/* caption.c: "Table 3", "Figure IV", "Box 2", "图一", alone on the line. */
bool caption_is_number(struct slice text);
/* clause.c: the text begins as a clause of a preamble does, with a capital. */
bool clause_opens(struct slice text);

/* mark.c: citations and marks of footnotes. */
void mark_citations(struct import *im);

/* stage.c: the import in words. */
void stage_dump(const struct import *im, struct buf *out);

/* Small tests on characters that several stages need. */
bool char_is_cjk(uint32_t c);        /* Han and the punctuation that goes with it */
bool char_ends_sentence(uint32_t c); /* . 。 ! ? and the like */
uint32_t char_first(struct slice s); /* code point, 0 if empty */
uint32_t char_last(struct slice s);
/* The last one that is no closing quotation mark or bracket. */
uint32_t char_last_inside(struct slice s);

#endif
