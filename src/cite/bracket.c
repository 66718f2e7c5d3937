/* SPDX-License-Identifier: ISC */
/*
 * Brackets that belong to a symbol: parts, sections, volumes, sessions, years (domain.md, A.2).
 */
#include "config.h"

#include "segment_priv.h"

#include "root_priv.h"

#include <string.h>

#define CONTENT_MAX 40

/* What stands in the bracket: lower case, without blanks. */
struct content {
	char c[CONTENT_MAX + 1];
	size_t n;
	bool upper; /* no small letter in it */
};

/* Reads "(...)" at `at`; gives its end, 0 if it is none or longer than any that belongs here. */
static size_t
read_content(const char *c, size_t at, struct content *content)
{
	*content = (struct content){ .upper = true };
	if (c[at] != '(')
		return 0;
	for (at++; c[at] != ')'; at++) {
		if (c[at] == '\0' || c[at] == '(' || content->n == CONTENT_MAX)
			return 0;
		if (c[at] == ' ' || c[at] == '\n')
			continue;
		if (c[at] >= 'a' && c[at] <= 'z')
			content->upper = false;
		content->c[content->n++] = byte_to_lower(c[at]);
	}
	return at + 1;
}

#define ROMAN "ivxlc"
#define DIGIT "0123456789"

/* "ii", "12", "29c", "iandii", "1/add.1": whatever numbers a part. */
static bool
is_numeral(const char *s)
{
	static const char *const joints[] = { "and", "et", "y", "to", ",", "-", "/" };
	size_t n = strspn(s, DIGIT);

	if (n > 0)
		n += byte_is_alpha(s[n]) && !byte_is_alpha(s[n + 1]);
	else if ((n = strspn(s, ROMAN)) == 0)
		n = byte_is_alpha(s[0]) && s[1] == '\0';
	if (n == 0 || s[n] == '\0')
		return n > 0;
	for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
		if (strncmp(s + n, joints[i], strlen(joints[i])) == 0)
			return strspn(s + n, "abcdefghijklmnopqrstuvwxyz" DIGIT ".,/-") ==
			       strlen(s + n);
	return false;
}

/* "parti", "sect.12", "vol.ii", "supp", "suppl.3" */
static bool
is_named_part(const char *s)
{
	static const char *const names[] = { "parts", "partes", "parties", "partie", "parte",
		                             "part", "section", "sect", "volume", "vol", "tomo",
		                             "annex" };

	if (strncmp(s, "supp", 4) == 0)
		return strspn(s + 4, "l." DIGIT) == strlen(s + 4);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		size_t n = strlen(names[i]);

		if (strncmp(s, names[i], n) == 0 && is_numeral(s + n + (s[n] == '.')))
			return true;
	}
	return false;
}

static bool
is_named(const char *s)
{
	static const char *const words[] = { "planoutline", "findings", "recommendations",
		                             "summary", "excerpt", "programme", "introduction" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(s, words[i]) == 0)
			return true;
	return is_named_part(s);
}

/* "xxx", "s-iv", "es-iii": the session of an old resolution */
static bool
is_roman_session(const char *s)
{
	if (s[0] == 's' && s[1] == '-')
		s += 2;
	else if (s[0] == 'e' && s[1] == 's' && s[2] == '-')
		s += 3;
	return *s && strspn(s, ROMAN) == strlen(s);
}

static bool
is_year(const char *s)
{
	return (strncmp(s, "19", 2) == 0 || strncmp(s, "20", 2) == 0) && strspn(s, DIGIT) == 4 &&
	       s[4] == '\0';
}

/* What only stands in a bracket without a blank before it: SES.35/13, PLEN.36, IX, 9, A.  A number
 * stands behind a word, or goes on to a slash: WP(89), B/40(2)/L.7. */
static bool
belongs_close(const struct content *content, struct bracket behind, bool goes_on)
{
	const char *s = content->c;

	if (strncmp(s, "ses.", 4) == 0 || strncmp(s, "plen.", 5) == 0)
		return byte_is_digit(s[strcspn(s, ".") + 1]);
	if (content->upper && is_roman_session(s))
		return content->n > 1 || s[0] == 'i' || s[0] == 'v' || s[0] == 'x' || behind.typed;
	if (strspn(s, DIGIT) == content->n)
		return content->n <= 3 && (behind.word || goes_on);
	return behind.typed && content->upper && content->n == 1;
}

size_t
segment_bracket(const char *c, size_t at, struct bracket behind)
{
	size_t open = c[at] == ' ' || c[at] == '\n' ? at + 1 : at;
	struct content content;
	size_t end = read_content(c, open, &content);

	if (end == 0 || content.n == 0)
		return at;
	if (is_named(content.c) || (behind.security && is_year(content.c)))
		return end;
	if (behind.resolution && content.upper && is_roman_session(content.c)) {
		if (c[end] == '[' && byte_is_upper(c[end + 1]) && c[end + 2] == ']')
			end += 3; /* the library's way to write the part */
		return end;
	}
	return open == at && belongs_close(&content, behind, c[end] == '/') ? end : at;
}

size_t
segment_part(const char *c, size_t at)
{
	size_t letter = at + 1;
	struct bracket behind = { .resolution = true };
	size_t end;

	if ((c[at] != ' ' && c[at] != '\n') || !byte_is_upper(c[letter]))
		return at;
	if (c[letter + 1] == '-' && byte_is_upper(c[letter + 2]) && !byte_is_alnum(c[letter + 3]))
		return letter + 3;
	end = segment_bracket(c, letter + 1, behind);
	return end > letter + 1 ? end : at;
}
