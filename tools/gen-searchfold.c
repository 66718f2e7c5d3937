/* SPDX-License-Identifier: ISC */
/*
 * Prints src/text/searchfold.def: what search makes of each character below U+30000.  Run by hand
 * when Unicode moves on (make tables); the radicals come from Debian's package unicode-data:
 *
 *	./gen-searchfold /usr/share/unicode/EquivalentUnifiedIdeograph.txt > src/text/searchfold.def
 *
 * In this order: dropped or of the list of punctuation below; NFKC_Casefold; traditional Han to
 * simplified by ICU's Traditional-Simplified; marks off Latin, Greek, Arabic and Hebrew letters;
 * digits to ASCII.  Then the list again, for what these made.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>
#include <unicode/uversion.h>

#define LAST 0x30000
#define BLOCK 32
#define BLOCKS (LAST / BLOCK)
#define MORE 0xD800 /* values from here to 0xDFFF: several characters, or one above U+FFFF */
#define LONG 18     /* the longest of all, U+FDFA */

static uint16_t value[LAST];
static UChar32 radical[0x2FE0 - 0x2E80]; /* the ideograph of a radical from U+2E80 */
static UChar32 more[2048][LONG];
static int more_len[2048], n_more;
static const UNormalizer2 *casefold, *decompose;
static UTransliterator *simplify;

/* Each line: what it becomes, then what becomes that. */
static const char *const punctuation[] = {
	",，、﹐﹑､", ".。．｡﹒", "-‐‑‒–—―−─━﹘﹣－⸺⸻", "\"“”„‟«»「」『』〝〞〟﹁﹂﹃﹄｢｣＂", "'‘’‚‛′‹›＇`´",
	"/⁄∕／", "~～〜∼", "·•・‧∙⋅･", "<〈《＜﹤⟨⟪", ">〉》＞﹥⟩⟫", "[〔【［〖〘〚", "]〕】］〗〙〛", "〇○◯",
};

static UChar32
next(const char *s, int *at)
{
	UChar32 c;

	U8_NEXT_UNSAFE(s, *at, c);
	return c;
}

static UChar32
unify(UChar32 c)
{
	for (size_t i = 0; i < sizeof punctuation / sizeof *punctuation; i++) {
		const char *s = punctuation[i];
		int at = 0;
		UChar32 to = next(s, &at);

		while (s[at])
			if (next(s, &at) == c)
				return to;
	}
	return c;
}

static bool
is_dropped(UChar32 c)
{
	UErrorCode code = U_ZERO_ERROR;
	UScriptCode script = uscript_getScript(c, &code);
	int type = u_charType(c);

	if (u_isUWhiteSpace(c) || type == U_CONTROL_CHAR || type == U_FORMAT_CHAR ||
	    u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || c == 0x640)
		return true;
	if (c == 0x3099 || c == 0x309A) /* kana with and without them are different letters */
		return false;
	return (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK) &&
	       (script == USCRIPT_INHERITED || script == USCRIPT_COMMON || script == USCRIPT_LATIN ||
	        script == USCRIPT_GREEK || script == USCRIPT_ARABIC || script == USCRIPT_HEBREW ||
	        script == USCRIPT_CYRILLIC);
}

static bool
sheds_marks(UChar32 c)
{
	UErrorCode code = U_ZERO_ERROR;
	UScriptCode script = uscript_getScript(c, &code);

	return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_ARABIC ||
	       script == USCRIPT_HEBREW || c == 0x451; /* Russian writes е for ё */
}

static UChar32
plain_digit(UChar32 c)
{
	return u_charType(c) == U_DECIMAL_DIGIT_NUMBER ? '0' + u_charDigitValue(c) : c;
}

/* Appends c without its marks. */
static int
add(UChar32 c, UChar32 *out, int n)
{
	UErrorCode code = U_ZERO_ERROR;
	UChar from[2], to[64];
	int32_t len = 0, at = 0;

	if (is_dropped(c))
		return n;
	U16_APPEND_UNSAFE(from, len, c);
	c = plain_digit(c);
	if (!sheds_marks(c)) {
		out[n++] = unify(c);
		return n;
	}
	len = unorm2_normalize(decompose, from, len, to, 64, &code);
	while (at < len) {
		U16_NEXT(to, at, len, c);
		if (!is_dropped(c))
			out[n++] = unify(c);
	}
	return n;
}

static int
fold_once(UChar32 c, UChar32 *out)
{
	UErrorCode code = U_ZERO_ERROR;
	UChar from[4], to[64];
	int32_t len = 0, at = 0, limit;
	int n = 0;

	if (is_dropped(c))
		return 0;
	if (c >= 0x2E80 && c < 0x2FE0 && radical[c - 0x2E80])
		c = radical[c - 0x2E80];
	U16_APPEND_UNSAFE(from, len, unify(c));
	len = unorm2_normalize(casefold, from, len, to, 64, &code);
	if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC)) {
		limit = len;
		utrans_transUChars(simplify, to, &len, 64, 0, &limit, &code);
	}
	while (at < len) {
		U16_NEXT(to, at, len, c);
		n = add(c, out, n);
	}
	return n;
}

/* Until nothing changes; of two that become each other (苎 and 苧), the first. */
static int
fold(UChar32 c, UChar32 *out)
{
	UChar32 once[LONG], twice[LONG];
	int n = fold_once(c, once), m = 0;

	if (n == 1 && (once[0] == c || (c < once[0] && fold_once(once[0], twice) == 1 && twice[0] == c))) {
		out[0] = c;
		return 1;
	}
	for (int i = 0; i < n; i++)
		m += fold(once[i], out + m);
	return m;
}

static uint16_t
value_of(UChar32 c)
{
	UChar32 out[LONG] = { 0 };
	int n = fold(c, out), i = 0;

	if (n == 0)
		return 1;
	if (n == 1 && out[0] == c)
		return 0;
	if (n == 1 && out[0] < 0x10000)
		return (uint16_t)out[0];
	while (i < n_more && memcmp(more[i], out, sizeof out) != 0)
		i++;
	if (i == n_more) {
		memcpy(more[n_more], out, sizeof out);
		more_len[n_more++] = n;
	}
	return (uint16_t)(MORE + i);
}

static bool
read_radicals(const char *path)
{
	char line[512];
	unsigned first, last, to;
	FILE *f = fopen(path, "r");

	if (!f)
		return false;
	while (fgets(line, sizeof line, f)) {
		if (sscanf(line, "%x..%x ; %x", &first, &last, &to) != 3) {
			if (sscanf(line, "%x ; %x", &first, &to) != 2)
				continue;
			last = first;
		}
		for (; first <= last; first++)
			if (first >= 0x2E80 && first < 0x2FE0)
				radical[first - 0x2E80] = (UChar32)to;
	}
	return fclose(f) == 0;
}

static void
print_blocks(void)
{
	static uint16_t index[BLOCKS];
	static int start[BLOCKS];
	int n = 0;

	for (int b = 0; b < BLOCKS; b++) {
		int i = 0;

		while (i < n && memcmp(value + start[i], value + b * BLOCK, BLOCK * sizeof *value) != 0)
			i++;
		if (i == n)
			start[n++] = b * BLOCK;
		index[b] = (uint16_t)i;
	}
	printf("#ifdef SEARCHFOLD_INDEX\n");
	for (int b = 0; b < BLOCKS; b++)
		printf("%u,%s", index[b], b % 24 == 23 ? "\n" : "");
	printf("\n#endif\n#ifdef SEARCHFOLD_VALUE\n");
	for (int i = 0; i < n; i++)
		for (int j = 0; j < BLOCK; j++)
			printf("%s%X,%s", value[start[i] + j] ? "0x" : "", value[start[i] + j],
			       j % 16 == 15 ? "\n" : "");
	printf("#endif\n");
}

static void
print_more(void)
{
	int at = 0;

	printf("#ifdef SEARCHFOLD_START\n");
	for (int i = 0; i < n_more; at += more_len[i++])
		printf("%d,%s", at, i % 16 == 15 ? "\n" : "");
	printf("%d\n#endif\n#ifdef SEARCHFOLD_MORE\n", at);
	for (int i = 0; i < n_more; i++) {
		for (int j = 0; j < more_len[i]; j++)
			printf("0x%X,", (unsigned)more[i][j]);
		printf("%s", i % 8 == 7 ? "\n" : " ");
	}
	printf("\n#endif\n");
}

int
main(int argc, char **argv)
{
	static UChar id[32];
	UErrorCode code = U_ZERO_ERROR;

	u_uastrcpy(id, "Traditional-Simplified");
	casefold = unorm2_getNFKCCasefoldInstance(&code);
	decompose = unorm2_getNFDInstance(&code);
	simplify = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
	if (argc != 2 || U_FAILURE(code) || !read_radicals(argv[1])) {
		fprintf(stderr, "usage: gen-searchfold EquivalentUnifiedIdeograph.txt (%s)\n",
		        u_errorName(code));
		return 1;
	}
	for (UChar32 c = 0; c < LAST; c++)
		value[c] = U_IS_SURROGATE(c) ? 0 : value_of(c);
	printf("/* SPDX-License-Identifier: ISC AND Unicode-DFS-2016 (docs/unicode-licence.txt) */\n"
	       "/* Made by tools/gen-searchfold.c from Unicode %s and ICU %s. */\n",
	       U_UNICODE_VERSION, U_ICU_VERSION);
	print_blocks();
	print_more();
	return n_more > 2048;
}
