/* SPDX-License-Identifier: ISC */
/*
 * Treaties by name, and the short names that a document binds to them (domain.md, D.2).
 */
#include "config.h"

#include "parse_priv.h"

#include "text/fold.h"

#include <string.h>

#define OPEN 0x300A  /* 《 */
#define CLOSE 0x300B /* 》 */
#define TITLE_MOST 60 /* atoms */
#define CONVENTION 1
#define CHARTER 3
#define COVENANT 4
#define STATUTE 5
#define OPTIONAL_PROTOCOL 8

static const struct {
	const char *key;
	unsigned noun;
	const char *phrases;
} treaties[] = {
#define TREATY(key, noun, phrases) { key, noun, phrases },
#include "treaties.def"
#undef TREATY
};

const char *
treaty_key(unsigned treaty)
{
	return treaties[treaty].key;
}

unsigned
treaty_noun(unsigned treaty)
{
	return treaties[treaty].noun;
}

unsigned
treaty_noun_of_key(struct slice key)
{
	for (size_t i = 0; i < sizeof treaties / sizeof *treaties; i++)
		if (slice_is(key, treaties[i].key))
			return treaties[i].noun;
	return CONVENTION;
}

/* English and more than one word, no pattern; or Han. */
static bool
is_name(struct slice phrase, enum ui_language language)
{
	bool is_ascii = true;

	for (size_t i = 0; i < phrase.len; i++)
		is_ascii = is_ascii && (unsigned char)phrase.p[i] < 0x80;
	if (language == UI_ZH)
		return phrase.len > 0 && (unsigned char)phrase.p[0] >= 0xE3; /* U+3000 and above */
	return is_ascii && slice_find_byte(phrase, ' ', 0) != SLICE_NONE &&
	       slice_find_byte(phrase, '*', 0) == SLICE_NONE;
}

/* "Statute of the Court" */
static void
add_title_case(struct slice phrase, struct buf *out)
{
	struct slice word;

	while (slice_next(&phrase, ' ', &word)) {
		bool is_small = slice_is(word, "of") || slice_is(word, "the");

		if (word.len == 0)
			continue;
		buf_add_byte(out, is_small ? word.p[0] : (char)(word.p[0] & ~0x20));
		buf_add(out, slice_skip(word, 1));
		if (phrase.len > 0)
			buf_add_byte(out, ' ');
	}
}

bool
treaty_short_name(struct slice key, enum ui_language language, struct buf *out)
{
	size_t most = language == UI_ZH ? 10 * 3 : 24; /* ten characters of three bytes */
	struct slice phrases = { 0 }, phrase;

	for (size_t i = 0; i < sizeof treaties / sizeof *treaties; i++)
		if (slice_is(key, treaties[i].key))
			phrases = slice_from(treaties[i].phrases);
	while (slice_next(&phrases, '|', &phrase)) {
		if (!is_name(phrase, language))
			continue;
		if (phrase.len <= most && language == UI_ZH)
			buf_addf(out, "《%.*s》", SLICE_ARG(phrase));
		else if (phrase.len <= most)
			add_title_case(phrase, out);
		if (phrase.len <= most)
			return true;
	}
	return false;
}

/* In Chinese a covenant is a 公约 too. */
static unsigned
slot(unsigned noun)
{
	return noun == COVENANT ? CONVENTION : noun;
}

/* 《任择议定书》 in a text of a committee: the one to its own treaty that cases come under. */
static struct slice
own_protocol(const struct recogniser *r)
{
	static const char *const to[][2] = { { "ICCPR", "ICCPROP1" }, { "CEDAW", "CEDAWOP" },
		                             { "CRPD", "CRPDOP" } };

	for (size_t i = 0; i < sizeof to / sizeof *to; i++)
		if (slice_is(buf_slice(&r->own_treaty), to[i][0]))
			return slice_from(to[i][1]);
	return slice_from(NULL);
}

struct slice
treaty_bound(struct parse *p, unsigned noun)
{
	struct recogniser *r = p->r;
	unsigned at = slot(noun);

	if (r->bound[at].len > 0)
		return buf_slice(&r->bound[at]);
	if (r->section[at].len > 0)
		return buf_slice(&r->section[at]);
	if (r->own_treaty.len > 0 && slot(r->own_noun) == at)
		return buf_slice(&r->own_treaty);
	if (noun == OPTIONAL_PROTOCOL)
		return own_protocol(r);
	return noun == CHARTER ? SLICE("UNCHARTER") : slice_from(NULL);
}

static void
bind_section(struct recogniser *r, struct slice key, unsigned noun)
{
	struct buf *b = &r->section[slot(noun)];

	if (noun == 0 || noun >= NOUNS)
		return;
	buf_clear(b);
	buf_add(b, key);
}

/* A committee speaks of its own treaty. */
void
treaty_of_organ(struct parse *p, enum organ_id organ)
{
	struct slice key = slice_from(organ_treaty(organ));

	if (*organ_name(organ) && key.len > 0)
		bind_section(p->r, key, treaty_noun_of_key(key));
}

/* ------------------------------------------------------------------------- titles */

static struct title *
find_title(struct recogniser *r, struct slice name)
{
	for (size_t i = 0; i < r->titles.n; i++)
		if (slice_eq(buf_slice(&r->titles.v[i].name), name))
			return &r->titles.v[i];
	return NULL;
}

/* Key of the treaty of a conference that the tables do not know: the first part of its root. */
static struct slice
generic_key(const struct recogniser *r)
{
	struct slice root = r->context->root;

	return r->body == ORGAN_HERE ? slice_sub(root, 0, slice_find_byte(root, '/', 0)) : slice_from(NULL);
}

static void
learn_title(struct parse *p, struct slice name, struct slice key)
{
	struct recogniser *r = p->r;
	struct title t = { .in_annex = r->in_annex };

	if (name.len == 0 || key.len == 0 || r->titles.n >= TITLES_MAX || find_title(r, name))
		return;
	buf_add(&t.name, name);
	buf_add(&t.key, key);
	VEC_PUSH(&r->titles, t);
}

static size_t
title_end(const struct parse *p, size_t i)
{
	for (size_t k = i + 1; k < p->n && k - i < TITLE_MOST; k++) {
		if (parse_mark(p, k, CLOSE))
			return k;
		if (parse_mark(p, k, OPEN) || p->v[k].lines > 2)
			break;
	}
	return 0;
}

/* Name of the title without blanks. */
static struct slice
title_name(struct parse *p, size_t open, size_t close)
{
	const struct window *w = p->a->w;
	struct buf *out = &p->r->scratch;

	buf_clear(out);
	for (size_t k = p->v[open].end; k < p->v[close].start; k++)
		if (w->c[k] != ' ' && w->c[k] != '\n')
			utf8_add(out, w->c[k]);
	return arena_copy(p->arena, buf_slice(out));
}

/* "（下称《公约》）" behind the title that ended at atom i. */
static size_t
definition(const struct parse *p, size_t i)
{
	size_t k = i;

	if (!parse_mark(p, k, '(') && !parse_mark(p, k, ','))
		return 0;
	k++;
	if (parse_mark(p, k, 0x201C) || parse_word(p, k, WORD_THE) || parse_mark(p, k, '"'))
		k++; /* (the "Convention") */
	else if (!parse_word(p, k++, WORD_DEFINE))
		return 0;
	while (k < p->n && k < i + 8 && (p->v[k].kind == ATOM_MARK || parse_word(p, k, WORD_THE)) && !parse_mark(p, k, ')'))
		k++;
	return parse_word(p, k, WORD_TREATY_NOUN) ? k : 0;
}

static void
bind(struct parse *p, struct slice key, unsigned noun)
{
	struct recogniser *r = p->r;
	unsigned at = slot(noun);

	buf_clear(&r->bound[at]);
	buf_add(&r->bound[at], key);
	r->bound_in_annex[at] = r->in_annex;
}

/* Binds what is defined behind a treaty or title; gives the atom behind the short name. */
static size_t
read_definition(struct parse *p, size_t i, struct slice key)
{
	size_t noun = definition(p, i);

	if (noun == 0)
		return i;
	if (key.len > 0)
		bind(p, key, (unsigned)p->v[noun].value);
	return parse_mark(p, noun + 1, CLOSE) ? noun + 2 : noun + 1;
}

/* 《淡水公约》 of a conference that the tables do not know: bound by its first definition, or because
 * the conference is named after it. */
static struct slice
key_of_title(struct parse *p, size_t open, size_t close)
{
	struct slice name = title_name(p, open, close);
	struct title *t = find_title(p->r, name);
	size_t last = close - 1;

	if (t)
		return buf_slice(&t->key);
	if (!parse_word(p, last, WORD_TREATY_NOUN) || definition(p, close + 1) == 0)
		return slice_from(NULL);
	learn_title(p, name, generic_key(p->r));
	return generic_key(p->r);
}

static size_t
read_title(struct parse *p, size_t i)
{
	size_t close = title_end(p, i), end = close + 1;
	struct slice key = { 0 };
	const char *evidence = "name";

	if (close == 0)
		return 0;
	if (close == i + 2 && parse_word(p, i + 1, WORD_TREATY)) {
		key = slice_from(treaty_key((unsigned)p->v[i + 1].value));
		bind_section(p->r, key, treaty_noun((unsigned)p->v[i + 1].value));
	} else if (close == i + 2 && parse_word(p, i + 1, WORD_TREATY_NOUN)) {
		key = arena_copy(p->arena, treaty_bound(p, (unsigned)p->v[i + 1].value));
		evidence = "short";
	} else {
		key = key_of_title(p, i, close);
		evidence = "definition";
	}
	if (key.len == 0)
		return read_definition(p, end, key);
	parse_add(p, p->v[i].start, p->v[close].end, CITATION_TREATY,
	          arena_printf(p->arena, "treaty:%.*s", SLICE_ARG(key)), evidence);
	parse_treaty(p, key, i, end);
	return read_definition(p, end, key);
}

/* 淡水公约缔约国会议 in the masthead: the conference's treaty is 《淡水公约》. */
static void
learn_from_conference(struct parse *p, size_t i)
{
	struct slice key = generic_key(p->r);
	const struct window *w = p->a->w;
	size_t start;

	if (key.len == 0 || i < 2 || !parse_word(p, i, WORD_ORGAN) || !parse_word(p, i - 1, WORD_TREATY_NOUN) ||
	    !parse_is_han(p, i) || p->v[i - 2].kind != ATOM_TEXT)
		return;
	start = p->v[i - 2].end;
	while (start > p->v[i - 2].start && fold_is_han(w->c[start - 1]) && p->v[i - 2].end - start < 12)
		start--;
	buf_clear(&p->r->scratch);
	for (size_t k = start; k < p->v[i - 1].end; k++)
		if (w->c[k] != ' ' && w->c[k] != '\n')
			utf8_add(&p->r->scratch, w->c[k]);
	learn_title(p, arena_copy(p->arena, buf_slice(&p->r->scratch)), key);
}

/* ------------------------------------------------------------------ other languages */

/* "Conference of the Parties to the Convention on Fresh Water": up to the end of the line. */
static size_t
learn_from_parties(struct parse *p, size_t i)
{
	struct slice key = generic_key(p->r);
	const struct window *w = p->a->w;
	size_t noun = i + 2, end;

	if (key.len == 0 || !parse_of(p, i + 1) || !parse_word(p, noun, WORD_TREATY_NOUN) || parse_is_han(p, noun))
		return 0;
	for (end = noun + 1; end < p->n && end < noun + 8 && p->v[end].lines == 0 && p->v[end].kind != ATOM_MARK; end++)
		;
	if (end == noun + 1)
		return 0;
	buf_clear(&p->r->scratch);
	for (size_t k = p->v[noun].start; k < p->v[end - 1].end; k++)
		utf8_add(&p->r->scratch, window_plain(w->c[k] == '\n' ? ' ' : w->c[k]));
	learn_title(p, arena_copy(p->arena, buf_slice(&p->r->scratch)), key);
	return end; /* a body's name is no citation of its treaty */
}

/* A learned title at the noun: the place behind it, and its key. */
static size_t
find_learned(const struct parse *p, size_t i, struct slice *key)
{
	const struct window *w = p->a->w;

	for (size_t k = 0; k < p->r->titles.n; k++) {
		struct slice name = buf_slice(&p->r->titles.v[k].name);
		size_t at = p->v[i].start, byte = 0;

		while (byte < name.len && at < w->n) {
			size_t next = byte;

			if (utf8_next(name, &next) != window_plain(w->c[at] == '\n' ? ' ' : w->c[at]))
				break;
			byte = next;
			at++;
		}
		if (byte == name.len && !window_is_letter(w->c[at])) {
			*key = buf_slice(&p->r->titles.v[k].key);
			return at;
		}
	}
	return 0;
}

/* A short name is written with a capital and does not go on: "the Convention on …". */
static bool
is_short_name(const struct parse *p, size_t i)
{
	codepoint c = p->a->w->c[p->v[i].start];
	size_t next = i + 1;

	if (c == window_plain(c) && !(c >= 0x620 && c <= 0x64A))
		return false;
	if (next < p->n && !p->v[next].lines &&
	    (p->v[next].kind == ATOM_LATIN || parse_of(p, next)) && p->v[i].end < p->v[next].start) {
		struct slice word = window_slice(p->a->w, p->v[next].start, p->v[next].end);
		static const char *const on[] = { "on", "for", "against", "of", "of the", "sur", "relative",
			                          "sobre", "contra", "contre", "pour", "des", "de" };

		for (size_t k = 0; k < sizeof on / sizeof *on; k++)
			if (slice_is(word, on[k]))
				return false;
	}
	if (i == 0 || c >= 0x400)
		return true;
	return parse_word(p, i - 1, WORD_THE) || parse_of(p, i - 1) || parse_word(p, i - 1, WORD_ITS);
}

static bool
follows_article(const struct parse *p, size_t i)
{
	return p->n_waiting > 0 && p->waiting[p->n_waiting - 1].article &&
	       p->waiting[p->n_waiting - 1].atom + 3 >= i;
}

static size_t
read_short_name(struct parse *p, size_t i)
{
	unsigned noun = (unsigned)p->v[i].value;
	struct slice key = { 0 };
	size_t end;

	end = find_learned(p, i, &key);
	if (end > 0) {
		size_t behind = i + 1;

		while (behind < p->n && p->v[behind].start < end)
			behind++;
		parse_add(p, p->v[i].start, end, CITATION_TREATY,
		          arena_printf(p->arena, "treaty:%.*s", SLICE_ARG(key)), "definition");
		parse_treaty(p, key, i, behind);
		return read_definition(p, behind, key);
	}
	if (!is_short_name(p, i))
		return 0;
	key = arena_copy(p->arena, treaty_bound(p, noun));
	if (noun == STATUTE && key.len == 0 && follows_article(p, i))
		key = SLICE("ICJSTATUTE");
	/* one name in two languages: "Covenant" is no convention's */
	if (key.len > 0 && p->a->w->c[p->v[i].start] < 0x250 && noun != treaty_noun_of_key(key) &&
	    p->r->bound[slot(noun)].len == 0)
		return 0;
	if (key.len == 0)
		return 0;
	parse_add(p, p->v[i].start, p->v[i].end, CITATION_TREATY,
	          arena_printf(p->arena, "treaty:%.*s", SLICE_ARG(key)), "short");
	parse_treaty(p, key, i, i + 1);
	return i + 1;
}

/* A verb: "the note cites paragraph 5" is not about CITES. */
static bool
is_small_abbreviation(const struct parse *p, size_t i)
{
	const struct window *w = p->a->w;

	for (size_t k = p->v[i].start; k < p->v[i].end; k++)
		if (w->c[k] < 'a' || w->c[k] > 'z')
			return false;
	return true;
}

static size_t
read_full_name(struct parse *p, size_t i)
{
	unsigned treaty = (unsigned)p->v[i].value;
	struct slice key = slice_from(treaty_key(treaty));

	if (is_small_abbreviation(p, i))
		return 0;
	bind_section(p->r, key, treaty_noun(treaty));
	parse_add(p, p->v[i].start, p->v[i].end, CITATION_TREATY,
	          arena_printf(p->arena, "treaty:%.*s", SLICE_ARG(key)), "name");
	parse_treaty(p, key, i, i + 1);
	return read_definition(p, i + 1, key);
}

/* "Mechanism for the Review of Implementation of the Convention": a body's name. */
static bool
is_in_name(const struct parse *p, size_t i)
{
	for (size_t k = i; k-- > 0 && i - k <= 3;) {
		if (parse_word(p, k, WORD_MECHANISM))
			return true;
		if (!parse_of(p, k) && !parse_word(p, k, WORD_THE))
			return false;
	}
	return false;
}

size_t
treaty_read(struct parse *p, size_t i)
{
	if (parse_mark(p, i, OPEN))
		return read_title(p, i);
	if (parse_word(p, i, WORD_ORGAN)) {
		learn_from_conference(p, i);
		treaty_of_organ(p, (enum organ_id)p->v[i].value);
		return learn_from_parties(p, i);
	}
	if (p->v[i].kind != ATOM_WORD || parse_is_han(p, i) || is_in_name(p, i))
		return 0; /* without 《》 it is part of another name */
	return parse_word(p, i, WORD_TREATY) ? read_full_name(p, i) : read_short_name(p, i);
}
