/* SPDX-License-Identifier: ISC */
/*
 * The masthead and the session block at the front of a document (domain.md, E.1).
 */
#include "config.h"

#include "import_priv.h"

#include "cite/symbol.h"
#include "masthead_priv.h"
#include "text/utf8.h"

#define DEPTH 60        /* lines from the start that may belong to it */
#define LINE_BYTES 160

static const char *const house[] = {
	"United Nations", "UNITED NATIONS", "联合国", "联 合 国", "聯合國", "聯 合 國", "Nations Unies",
	"NATIONS UNIES", "Naciones Unidas", "NACIONES UNIDAS", "Организация Объединенных Наций",
	"Объединенных Наций", "ОРГАНИЗАЦИЯ ОБЪЕДИНЕННЫХ НАЦИЙ", "الأمم المتحدة", "UNITED ANATIONS",
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
	if (STARTS_WITH(text, house, 0) || STARTS_WITH(text, organ, 8) || STARTS_WITH(text, notice, 48))
		return true;
	if (STARTS_WITH(text, house, 80) || STARTS_WITH(text, organ, 60))
		return symbol_find(text, 0, &span) ? span.end + 2 >= text.len
		                                   : slice_find(text, SLICE("Distr"), 0) != SLICE_NONE;
	return false;
}

/* "Distr." or the house's name: a document with a masthead. */
static bool
is_proof(const struct line *line)
{
	return slice_find(line->text, SLICE("Distr"), 0) != SLICE_NONE ||
	       slice_find(line->text, SLICE("DISTR"), 0) != SLICE_NONE ||
	       (STARTS_WITH(line->text, house, 80) && is_masthead_line(line));
}

/* "Eightieth session", "第八届会议", "2023 年届会", "First regular session 2025" */
bool
masthead_is_session(struct slice text)
{
	static const char *const tail[] = { "session", "Session", "会议", "會議", "届会", "屆會", "SESSION",
		                            "сессия", "período de sesiones", "الدورة" };
	struct slice head = text;

	if (text.len > 120 || char_ends_sentence(slice_last(text)))
		return false;
	while (head.len > 0 && (byte_is_digit(head.p[head.len - 1]) || head.p[head.len - 1] == ' '))
		head.len--;
	for (size_t i = 0; i < sizeof tail / sizeof *tail; i++)
		if (slice_ends(head, tail[i]) && text.len < 90)
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

	return text.len < 120 && STARTS_WITH(text, head, 100) && !char_ends_sentence(slice_last(text));
}

static size_t
word_len(struct slice s)
{
	size_t n = 0;

	while (n < s.len && s.p[n] != ' ' && s.p[n] != ',')
		n++;
	return n;
}

/* Day, month and year, and nothing else, in Chinese or English; perhaps a range and a place. */
bool
masthead_is_date(struct slice text)
{
	static const char *const month[] = { "January", "February", "March", "April", "May", "June",
		                             "July", "August", "September", "October", "November",
		                             "December", "年" };
	bool has_month = false, has_digit = false;

	if (text.len > 100 || text.len < 8 || char_ends_sentence(slice_last(text)))
		return false;
	for (size_t i = 0; i < sizeof month / sizeof *month; i++)
		has_month = has_month || slice_find(text, slice_from(month[i]), 0) != SLICE_NONE;
	has_digit = byte_is_digit(text.p[0]) ||
	            (word_len(text) + 1 < text.len && byte_is_digit(text.p[word_len(text) + 1]));
	return has_month && has_digit && byte_is_digit(text.p[0]);
}

static bool
ends_front(const struct line *line)
{
	struct label label = label_read(line->text);

	return label.kind == LABEL_HAN || (label.kind == LABEL_NUMBER && label.value == 1) ||
	       (label.kind == LABEL_ROMAN && label.value == 1);
}

void
masthead_mark(struct import *im)
{
	size_t depth = im->lines.n < DEPTH ? im->lines.n : DEPTH;
	bool front = true;

	for (size_t i = 0; i < depth; i++)
		im->has_masthead = im->has_masthead || is_proof(&im->lines.v[i]);
	if (!im->has_masthead)
		return;
	for (size_t i = 0; i < im->lines.n; i++) {
		struct line *line = &im->lines.v[i];

		if (i > 0 && line->page_start)
			break;
		/* The masthead may stand at the end of the first page: the text flow comes first. */
		front = front && i < DEPTH && !ends_front(line);
		if (line->role != ROLE_BODY || (!im->paged && i >= DEPTH))
			continue;
		if (is_masthead_line(line) ||
		    (front && (masthead_is_session(line->text) || masthead_is_agenda(line->text))) ||
		    (masthead_is_date(line->text) && line->text.len < 60))
			line->role = ROLE_MASTHEAD;
	}
}
