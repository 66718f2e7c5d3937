/* SPDX-License-Identifier: ISC */
/*
 * The masthead and the session block at the front of a document (domain.md, E.1).
 */
#include "config.h"

#include "import_priv.h"

#include "cite/symbol.h"
#include "masthead_priv.h"
#include "metadata_priv.h"

#include <string.h>

#define DEPTH 60        /* lines from the start that may belong to it */
#define LINE_BYTES 160
#define DISTRIBUTION_BYTES 20 /* ": Restricted" and the like */
#define PLACE_BYTES 40
#define BODY_LINES 4 /* that the name of a body may take */

static const char *const house[] = {
	"United Nations", "UNITED NATIONS", "联合国", "联 合 国", "聯合國", "聯 合 國", "Nations Unies",
	"NATIONS UNIES", "Naciones Unidas", "NACIONES UNIDAS", "Организация Объединенных Наций",
	"Объединенных Наций", "ОРГАНИЗАЦИЯ ОБЪЕДИНЕННЫХ НАЦИЙ", "الأمم المتحدة", "UNITED ANATIONS", "UNITED",
	"NATIONS", "United", "Nations",
};

static const char *const organ[] = {
	"General Assembly", "Security Council", "Economic and Social Council", "Human Rights Council",
	"Trusteeship Council", "Secretariat", "大会", "大 会", "大會", "大 會", "安全理事会", "安全理事會",
	"经济及社会理事会", "經濟及社會理事會", "人权理事会", "秘书处", "Assemblée générale",
	"Conseil de sécurité", "Conseil économique et social", "Conseil des droits de l’homme",
	"Asamblea General", "Consejo de Seguridad", "Consejo Económico y Social",
	"Consejo de Derechos Humanos", "Генеральная Ассамблея", "Совет Безопасности",
	"Экономический и Социальный Совет", "Совет по правам человека", "الجمعية العامة", "مجلس الأمن",
	"المجلس الاقتصادي والاجتماعي", "مجلس حقوق الإنسان", "GENERAL ASSEMBLY", "SECURITY COUNCIL",
	"ECONOMIC AND SOCIAL COUNCIL", "缔约国会议", "缔约方会议",
};

static const char *const notice[] = {
	"Distr.", "Dist.", "DISTR.", "GENERAL", "LIMITED", "Original:", "ORIGINAL:", "Original :", "原文",
	"原件", "Limited", "Restricted", "RESTRICTED", "For information", "For decision", "For action",
	"Advance unedited version", "ADVANCE UNEDITED VERSION",
};

/* What every document of the house bears: "Distr.: General", "Distr. générale". */
static const char *const distribution[] = { "Distr", "DISTR" };

/* Where its word ends; SLICE_NONE without one. */
static size_t
find_distribution(struct slice text)
{
	for (size_t i = 0; i < sizeof distribution / sizeof *distribution; i++) {
		size_t at = slice_find(text, slice_from(distribution[i]), 0);

		if (at != SLICE_NONE)
			return at + slice_from(distribution[i]).len;
	}
	return SLICE_NONE;
}

bool
masthead_is_distribution(struct slice text)
{
	return find_distribution(text) != SLICE_NONE;
}

/* A word of the list stands at the front, and what follows it is short. */
static bool
starts_with_any(struct slice text, const char *const *list, size_t n, size_t rest_most)
{
	for (size_t i = 0; i < n; i++) {
		size_t len = slice_from(list[i]).len;

		if (slice_starts(text, list[i]) && text.len - len <= rest_most)
			return true;
	}
	return false;
}
#define STARTS_WITH(text, list, rest)                                                              \
	starts_with_any((text), (list), sizeof(list) / sizeof *(list), (rest))

/* A word like a symbol, which the grammar of symbols does not know. */
static bool
ends_in_slashed_word(struct slice text)
{
	size_t at = text.len;

	while (at > 0 && text.p[at - 1] != ' ')
		at--;
	return at > 0 && slice_find_byte(text, '/', at) != SLICE_NONE &&
	       byte_is_upper(text.p[at]);
}

/* Whatever body stands before it: "Conference of the Parties Distr.: Limited". */
static bool
ends_in_distribution(struct slice text)
{
	size_t end = find_distribution(text);

	return end < text.len && strchr(".:", text.p[end]) && text.len - end <= DISTRIBUTION_BYTES &&
	       byte_is_upper(text.p[0]);
}

/* "English only", "English, French and Spanish only", "Anglais seulement" */
static bool
is_language_notice(struct slice text)
{
	static const char *const name[] = { "Arabic", "Chinese", "English", "French", "Russian", "Spanish",
		                            "Anglais", "Arabe", "Chinois", "Espagnol", "Français", "Russe",
		                            "Chino", "Español", "Francés", "Inglés", "Ruso", "Árabe" };
	static const char *const tail[] = { " only", " ONLY", " seulement", " solamente" };

	for (size_t i = 0; i < sizeof tail / sizeof *tail; i++)
		if (slice_ends(text, tail[i]))
			return STARTS_WITH(text, name, 48);
	return false;
}

/* "United Nations  A/80/634", "General Assembly Distr.: General" */
static bool
is_masthead_line(const struct line *line)
{
	struct slice text = line->text;
	struct symbol_span span;

	if (text.len > LINE_BYTES)
		return false;
	if (line->shape & (SHAPE_SYMBOL | SHAPE_JOB | SHAPE_LANGUAGE))
		return true;
	if (ends_in_distribution(text) || is_language_notice(text))
		return true;
	if (STARTS_WITH(text, house, 0) || STARTS_WITH(text, organ, 8) || STARTS_WITH(text, notice, 48))
		return true;
	if (STARTS_WITH(text, house, 80) || STARTS_WITH(text, organ, 60))
		return symbol_find(text, 0, &span) ? span.end + 2 >= text.len
		                                   : masthead_is_distribution(text) || ends_in_slashed_word(text);
	return false;
}

/* "Distr." or the house's name: a document with a masthead. */
static bool
is_proof(const struct line *line)
{
	return masthead_is_distribution(line->text) ||
	       (STARTS_WITH(line->text, house, 80) && is_masthead_line(line));
}

/* "Eightieth session", "第八届会议", "2023 年届会", "First regular session 2025" */
bool
masthead_is_session(struct slice text)
{
	static const char *const tail[] = { "session", "Session", "会议", "會議", "届会", "屆會", "SESSION",
		                            "сессия", "período de sesiones", "الدورة" };
	struct slice head = text;

	if (text.len > 120 || char_ends_sentence(char_last(text)))
		return false;
	if (byte_is_alpha(text.p[0]) && !byte_is_upper(text.p[0]))
		return false; /* a line of text that ends so */
	if (slice_starts(text, "Report ") || slice_starts(text, "Note ") || slice_starts(text, "Draft "))
		return false; /* what it is about */
	while (head.len > 0 && (byte_is_digit(head.p[head.len - 1]) || head.p[head.len - 1] == ' '))
		head.len--;
	for (size_t i = 0; i < sizeof tail / sizeof *tail; i++)
		if (slice_ends(head, tail[i]) && text.len < 70)
			return true;
	return false;
}

/* "Agenda item 156 (b)", "Item 10 of the provisional agenda*", "临时议程*项目 4" */
bool
masthead_is_agenda(struct slice text)
{
	static const char *const head[] = { "Agenda item", "Item ", "Items ", "议程项目", "議程項目",
		                            "临时议程", "AGENDA ITEM", "Point ", "Points ", "Tema ", "Temas ",
		                            "Пункт ", "Пункты ", "البند", "初步清单", "暂定项目表" };

	return text.len < 120 && STARTS_WITH(text, head, 100) && !char_ends_sentence(char_last(text));
}

/* Words of a date: numbers, months and what joins them. */
static bool
is_date_word(struct slice w)
{
	static const char *const word[] = { "to", "and", "–", "-", "года", "год" };
	static const char *const joint[] = { "de", "del", "du", "au", "et", "al", "y", "a", "г." };

	for (size_t i = 0; i < sizeof joint / sizeof *joint; i++)
		if (slice_is(w, joint[i]))
			return true;
	if (w.len > 0 && byte_is_digit(w.p[0]))
		return true;
	for (size_t i = 0; i < sizeof word / sizeof *word; i++)
		if (slice_starts(w, word[i]))
			return true;
	return metadata_is_month(w);
}

/* Day, month and year, or two of them, and at most a place behind a comma. */
static bool
is_western_date(struct slice text)
{
	struct slice rest = slice_sub(text, 0, slice_find_byte(text, ',', 0)), w;
	size_t words = 0;

	while (slice_next(&rest, ' ', &w)) {
		if (w.len == 0)
			continue;
		if (!is_date_word(w))
			return false;
		words++;
	}
	return words >= 3;
}

bool
masthead_is_date(struct slice text)
{
	size_t comma = slice_find(text, SLICE(", "), 0);

	/* "Geneva, 2-6 June 2025" */
	if (comma != SLICE_NONE && comma < 40 && comma + 2 < text.len && byte_is_upper(text.p[0]))
		return byte_is_digit(text.p[comma + 2]) && is_western_date(slice_skip(text, comma + 2));
	if (text.len < 8 || text.len > 100 || !byte_is_digit(text.p[0]) ||
	    char_ends_sentence(char_last(text)))
		return false;
	if (slice_find(text, SLICE("年"), 0) != SLICE_NONE && slice_find(text, SLICE("月"), 0) != SLICE_NONE)
		return slice_find(text, SLICE("日"), 0) != SLICE_NONE && text.len < 90 &&
		       slice_find(text, SLICE("的"), 0) == SLICE_NONE;
	return is_western_date(text);
}

/* The right column of a masthead: "Convention on Fresh Water          6 September 2024". */
static bool
ends_in_column_date(struct slice text)
{
	size_t gap = SLICE_NONE;

	for (size_t at = 0; (at = slice_find(text, SLICE("   "), at)) != SLICE_NONE; at += 3)
		gap = at;
	return gap != SLICE_NONE && masthead_is_date(slice_trim(slice_skip(text, gap)));
}

static bool
ends_front(const struct line *line)
{
	struct label label = label_read(line->text);

	if (line->role == ROLE_BODY && heading_is_known(line->text))
		return true;
	/* "Monday, 18 November 2024, 3 p.m." is no sentence. */
	if (line->role == ROLE_BODY && !is_masthead_line(line) && !masthead_is_date(line->text) &&
	    (rhythm_ending(line->text) == ENDING_STOP || rhythm_ending(line->text) == ENDING_COMMA))
		return true;
	return label.kind == LABEL_HAN || (label.kind == LABEL_NUMBER && label.value == 1) ||
	       (label.kind == LABEL_ROMAN && label.value == 1);
}

/* The body that meets stands over its session. */
static void
mark_body(struct import *im, size_t session)
{
	for (size_t i = session, n = 0; i > 0 && n < BODY_LINES; n++) {
		struct line *line = &im->lines.v[--i];

		if (line->role != ROLE_BODY || line->text.len > LINE_BYTES)
			return;
		line->role = ROLE_MASTHEAD;
	}
}

/* "New York" below "Monday, 18 November 2024, 3 p.m.", in records of meetings. */
static bool
is_place_of_meeting(const struct import *im, size_t i)
{
	static const char *const hour[] = { "a.m.", "p.m.", " noon", "时", "分", " heures", " horas", " ч.", " мин." };
	const struct line *line = &im->lines.v[i], *above = i > 0 ? &im->lines.v[i - 1] : NULL;

	if (!above || above->role != ROLE_MASTHEAD || line->text.len > PLACE_BYTES)
		return false;
	for (size_t h = 0; h < sizeof hour / sizeof *hour; h++)
		if (slice_ends(above->text, hour[h]))
			return true;
	return false;
}

void
masthead_mark(struct import *im)
{
	size_t depth = im->lines.n < DEPTH ? im->lines.n : DEPTH;
	bool front = true;

	for (size_t i = 0; i < depth; i++)
		im->has_masthead = im->has_masthead || is_proof(&im->lines.v[i]);
	if (!im->has_masthead) {
		if (im->lines.n > 0 && im->lines.v[0].role == ROLE_BODY &&
		    (im->lines.v[0].shape & (SHAPE_SYMBOL | SHAPE_DATED)))
			im->lines.v[0].role = ROLE_MASTHEAD;
		return;
	}
	for (size_t i = 0; i < im->lines.n; i++) {
		struct line *line = &im->lines.v[i];

		if (i > 0 && line->page_start)
			break;
		/* The masthead may stand at the end of the first page: the text flow comes first. */
		front = front && i < DEPTH && !ends_front(line);
		if (front)
			im->front_end = line->number + 1;
		if (line->role != ROLE_BODY || (!im->paged && i >= DEPTH))
			continue;
		if (is_masthead_line(line) || (front && ends_in_column_date(line->text)) ||
		    (front && (masthead_is_session(line->text) || masthead_is_agenda(line->text) ||
		               is_place_of_meeting(im, i))) ||
		    (masthead_is_date(line->text) && line->text.len < 60))
			line->role = ROLE_MASTHEAD;
		if (front && line->role == ROLE_MASTHEAD && masthead_is_session(line->text))
			mark_body(im, i);
	}
}

bool
masthead_is_late(const struct import *im, const struct line *line)
{
	return line->role == ROLE_MASTHEAD && line->number >= im->front_end;
}
