/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "grid/look.h"

#define COLOR_MOST 255
#define BRIGHT 8
#define CUBE 16 /* of 6 by 6 by 6 colours, up to the greys */
#define GREYS 232
#define N_ATTRIBUTES 5

/* Attributes by their bits, then the eight and the bright ones. */
static const char *const look_words[] = {
	"bold",       "dim",        "italic",       "underline",  "reverse",     "black",      "red",
	"green",      "yellow",     "blue",         "magenta",    "cyan",        "white",      "bright-black",
	"bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan",
	"bright-white", "default",
};
#define N_WORDS (sizeof look_words / sizeof *look_words)

const char *
look_word(size_t i)
{
	return i < N_WORDS ? look_words[i] : NULL;
}

bool
look_is_same(struct look a, struct look b)
{
	return a.attributes == b.attributes && a.color == b.color && a.ground == b.ground;
}

static bool
read_color(struct slice word, short *color)
{
	long n;

	if (slice_is(word, "default")) {
		*color = LOOK_DEFAULT;
		return true;
	}
	for (size_t i = N_ATTRIBUTES; i < N_WORDS - 1; i++) {
		if (slice_is(word, look_words[i])) {
			*color = (short)(i - N_ATTRIBUTES);
			return true;
		}
	}
	if (slice_number(word, &n) != word.len || n > COLOR_MOST)
		return false;
	*color = (short)n;
	return true;
}

static bool
read_attribute(struct slice word, short *attributes)
{
	for (size_t i = 0; i < N_ATTRIBUTES; i++) {
		if (!slice_is(word, look_words[i]))
			continue;
		*attributes = (short)(*attributes | 1 << i);
		return true;
	}
	return false;
}

bool
look_read(struct slice words, struct look *out, struct slice *bad)
{
	struct look look = { 0, LOOK_DEFAULT, LOOK_DEFAULT };
	struct slice word;
	int n_colors = 0;

	while (slice_next(&words, ' ', &word)) {
		if (word.len == 0 || read_attribute(word, &look.attributes))
			continue;
		if (n_colors == 2 || !read_color(word, n_colors == 0 ? &look.color : &look.ground)) {
			*bad = word;
			return false;
		}
		n_colors++;
	}
	*out = look;
	return true;
}

static void
print_color(short color, struct buf *out)
{
	if (color == LOOK_DEFAULT)
		buf_add_str(out, "default");
	else if (color < CUBE)
		buf_add_str(out, look_words[N_ATTRIBUTES + color]);
	else
		buf_addf(out, "%d", color);
}

void
look_print(struct look look, struct buf *out)
{
	const char *blank = "";

	for (size_t i = 0; i < N_ATTRIBUTES; i++) {
		if (!(look.attributes & 1 << i))
			continue;
		buf_addf(out, "%s%s", blank, look_words[i]);
		blank = " ";
	}
	if (look.attributes && look.color == LOOK_DEFAULT && look.ground == LOOK_DEFAULT)
		return;
	buf_add_str(out, blank);
	print_color(look.color, out);
	if (look.ground == LOOK_DEFAULT)
		return;
	buf_add_byte(out, ' ');
	print_color(look.ground, out);
}

static int
greatest(const int *v)
{
	int best = v[0] > v[1] ? v[0] : v[1];

	return best > v[2] ? best : v[2];
}

static int
least(const int *v)
{
	int best = v[0] < v[1] ? v[0] : v[1];

	return best < v[2] ? best : v[2];
}

/* Which of red, green and blue are nearer to the strongest of them than to the weakest. */
static short
hue(short color)
{
	int place = color - CUBE, part[3] = { place / 36, place / 6 % 6, place % 6 };
	int high = greatest(part), low = least(part);
	short eight = 0;

	if (color >= GREYS)
		return (short)(color < GREYS + 12 ? 0 : 7);
	if (high == low)
		return (short)(high < 3 ? 0 : 7);
	for (int i = 0; i < 3; i++)
		if (2 * part[i] > high + low)
			eight = (short)(eight | 1 << i);
	return eight;
}

short
look_color(short color, int n_colors)
{
	if (color == LOOK_DEFAULT || n_colors > COLOR_MOST || color < BRIGHT ||
	    (color < CUBE && n_colors >= CUBE))
		return color;
	return color < CUBE ? (short)(color - BRIGHT) : hue(color);
}
