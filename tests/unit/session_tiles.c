/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/tiles.h"

#include "tap.h"

#include <string.h>

static const struct rect screen = { 0, 0, 24, 80 };

static struct rect
room(const struct tiles *t, unsigned pane)
{
	return tiles_rect(t, pane, 1, screen);
}

static bool
is_rect(struct rect r, int row, int col, int rows, int cols)
{
	return r.row == row && r.col == col && r.rows == rows && r.cols == cols;
}

static void
test_split(void)
{
	struct tiles t;

	tiles_init(&t, 1);
	ok(is_rect(room(&t, 1), 0, 0, 24, 80), "one pane has the screen");
	ok(tiles_split(&t, 1, TILE_BESIDE, 2), "split");
	ok(is_rect(room(&t, 1), 0, 0, 24, 39), "left");
	ok(is_rect(room(&t, 2), 0, 40, 24, 40), "right, with a column between");
	ok(tiles_split(&t, 2, TILE_STACKED, 3), "split again");
	ok(is_rect(room(&t, 2), 0, 40, 12, 40) && is_rect(room(&t, 3), 12, 40, 12, 40), "one above the other");
	ok(!tiles_split(&t, 9, TILE_STACKED, 4), "not a pane");
	ok(!tiles_split(&t, 1, TILE_STACKED, 3), "a number that is taken");

	is_number(tiles_next(&t, 1), 2, "next");
	is_number(tiles_next(&t, 3), 1, "after the last the first");
	is_number(tiles_beside(&t, 1, 'l', screen), 2, "on the right, the upper one");
	is_number(tiles_beside(&t, 3, 'h', screen), 1, "on the left");
	is_number(tiles_beside(&t, 3, 'k', screen), 2, "above");
	is_number(tiles_beside(&t, 2, 'j', screen), 3, "below");
	is_number(tiles_beside(&t, 1, 'j', screen), 1, "nothing below");

	tiles_grow(&t, 1, TILE_BESIDE, 10, screen);
	is_number(room(&t, 1).cols, 49, "wider");
	tiles_grow(&t, 2, TILE_BESIDE, 10, screen);
	is_number(room(&t, 1).cols, 39, "its neighbour wider");
	tiles_grow(&t, 3, TILE_STACKED, -4, screen);
	is_number(room(&t, 3).rows, 8, "lower");
	tiles_grow(&t, 1, TILE_STACKED, 4, screen);
	is_number(room(&t, 1).rows, 24, "nothing above or below to take from");
	tiles_even(&t);
	is_number(room(&t, 3).rows, 12, "even");

	tiles_swap(&t, 1, 3);
	ok(is_rect(room(&t, 3), 0, 0, 24, 39), "swapped");
	is_number(tiles_close(&t, 2), 1, "closed: the one below has its room");
	ok(is_rect(room(&t, 1), 0, 40, 24, 40), "all of it");
	is_number((long)tiles_count(&t), 2, "two are left");
	tiles_only(&t, 1);
	ok(is_rect(room(&t, 1), 0, 0, 24, 80), "only one");
	is_number(tiles_close(&t, 1), 1, "the last one stays");
}

static void
test_small(void)
{
	struct rect narrow = { 0, 0, 24, 60 };
	struct tiles t;

	tiles_init(&t, 1);
	tiles_split(&t, 1, TILE_STACKED, 2);
	ok(!tiles_is_single(&t, screen), "two are shown");
	ok(tiles_is_single(&t, narrow), "one on a narrow screen");
	ok(tiles_rect(&t, 1, 2, narrow).rows == 0 && tiles_rect(&t, 2, 2, narrow).rows == 24,
	   "that with the focus");
	ok(tiles_is_single(&t, (struct rect){ 0, 0, 5, 80 }), "one on a low screen");
	t.is_zoomed = true;
	is_number(tiles_rect(&t, 2, 2, screen).rows, 24, "zoomed");
	tiles_split(&t, 2, TILE_BESIDE, 3);
	ok(!t.is_zoomed, "a new one ends that");
}

static void
test_text(void)
{
	static const char *const wrong[] = { "", "(", "1 2", "(b500 1 1)", "(b0 1 2)", "(b1000 1 2)",
		                             "(x500 1 2)", "(b500 1 2", "(b500 1)", "((((((((((((((((((1",
		                             "(b500 1 2))", "(s500 1  2)" };
	struct tiles t, again;
	struct buf out = { 0 };

	tiles_init(&t, 1);
	tiles_split(&t, 1, TILE_BESIDE, 2);
	tiles_split(&t, 2, TILE_STACKED, 3);
	tiles_add_text(&t, &out);
	is(buf_slice(&out), "(b500 1 (s500 2 3))", "as text");
	ok(tiles_read_text(&again, buf_slice(&out)), "read");
	for (unsigned i = 1; i <= 3; i++) {
		struct rect a = room(&t, i), b = room(&again, i);

		ok(memcmp(&a, &b, sizeof a) == 0, "pane %u is where it was", i);
	}
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		ok(!tiles_read_text(&again, slice_from(wrong[i])) && tiles_count(&again) == 1,
		   "no layout: \"%s\"", wrong[i]);
	buf_release(&out);
}

static uint64_t
next(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state >> 11;
}

/* Every cell belongs to one pane, or stands between two. */
static bool
is_covered(const struct tiles *t, const unsigned *panes, size_t n, struct rect all)
{
	static unsigned char owner[100][300];
	long cells = 0, between = 0;

	memset(owner, 0, sizeof owner);
	for (size_t i = 0; i < n; i++) {
		struct rect r = tiles_rect(t, panes[i], panes[0], all);

		for (int row = r.row; row < r.row + r.rows; row++)
			for (int col = r.col; col < r.col + r.cols; col++)
				if (row >= all.rows || col >= all.cols || owner[row][col]++)
					return false;
		cells += (long)r.rows * r.cols;
	}
	for (int row = 0; row < all.rows; row++)
		for (int col = 0; col < all.cols; col++)
			between += !owner[row][col];
	return cells + between == (long)all.rows * all.cols && between <= (long)all.rows * (long)n;
}

static void
test_any(void)
{
	uint64_t state = 7;
	bool good = true;

	for (int round = 0; round < 400 && good; round++) {
		unsigned panes[TILES_MOST] = { 1 }, made = 1;
		size_t n = 1;
		struct tiles t;

		tiles_init(&t, 1);
		for (int step = 0; step < 30 && good; step++) {
			struct rect all = { 0, 0, 1 + (int)(next(&state) % 100), 1 + (int)(next(&state) % 300) };
			size_t i = next(&state) % n;
			enum tile_way way = next(&state) % 2 ? TILE_BESIDE : TILE_STACKED;

			switch (next(&state) % 5) {
			case 0:
			case 1:
				if (tiles_split(&t, panes[i], way, made + 1))
					panes[n++] = ++made;
				break;
			case 2:
				if (n > 1) {
					tiles_close(&t, panes[i]);
					panes[i] = panes[--n];
				}
				break;
			case 3:
				tiles_grow(&t, panes[i], way, (int)(next(&state) % 50) - 25, all);
				break;
			default:
				tiles_swap(&t, panes[i], panes[next(&state) % n]);
			}
			good = is_covered(&t, panes, n, all) && tiles_count(&t) == n;
		}
	}
	ok(good, "whatever is done, panes cover the screen and do not overlap");
}

int
main(void)
{
	test_split();
	test_small();
	test_text();
	test_any();
	return tap_done();
}
