/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/tiles.h"

#define NONE (-1)
#define NODES (2 * TILES_MOST)
#define WHOLE 1000

static int
new_node(struct tiles *t, struct tile node)
{
	int i = 0;

	while (t->used[i])
		i++;
	t->used[i] = true;
	t->node[i] = node;
	return i;
}

static int
leaf_of(const struct tiles *t, unsigned pane)
{
	for (int i = 0; i < NODES; i++)
		if (t->used[i] && t->node[i].is_pane && t->node[i].pane == pane)
			return i;
	return NONE;
}

static struct tile
leaf(unsigned pane, int parent)
{
	return (struct tile){ .is_pane = true, .pane = pane, .parent = parent, .first = NONE, .second = NONE };
}

void
tiles_init(struct tiles *t, unsigned pane)
{
	*t = (struct tiles){ .root = 0 };
	t->root = new_node(t, leaf(pane, NONE));
}

bool
tiles_has(const struct tiles *t, unsigned pane)
{
	return leaf_of(t, pane) != NONE;
}

size_t
tiles_count(const struct tiles *t)
{
	size_t n = 0;

	for (int i = 0; i < NODES; i++)
		n += t->used[i] && t->node[i].is_pane;
	return n;
}

/* `with` stands where `node` stood. */
static void
replace(struct tiles *t, int node, int with)
{
	int parent = t->node[node].parent;

	t->node[with].parent = parent;
	if (parent == NONE)
		t->root = with;
	else if (t->node[parent].first == node)
		t->node[parent].first = with;
	else
		t->node[parent].second = with;
}

bool
tiles_split(struct tiles *t, unsigned pane, enum tile_way way, unsigned new_pane)
{
	int old = leaf_of(t, pane), split;

	if (old == NONE || tiles_count(t) == TILES_MOST || leaf_of(t, new_pane) != NONE)
		return false;
	split = new_node(t, (struct tile){ .way = way, .share = WHOLE / 2, .first = old });
	replace(t, old, split);
	t->node[old].parent = split;
	t->node[split].second = new_node(t, leaf(new_pane, split));
	t->is_zoomed = false;
	return true;
}

static unsigned
first_pane(const struct tiles *t, int node)
{
	while (!t->node[node].is_pane)
		node = t->node[node].first;
	return t->node[node].pane;
}

unsigned
tiles_close(struct tiles *t, unsigned pane)
{
	int old = leaf_of(t, pane), split, other;

	if (old == NONE || old == t->root)
		return first_pane(t, t->root);
	split = t->node[old].parent;
	other = t->node[split].first == old ? t->node[split].second : t->node[split].first;
	replace(t, split, other);
	t->used[old] = t->used[split] = false;
	t->is_zoomed = false;
	return first_pane(t, other);
}

void
tiles_only(struct tiles *t, unsigned pane)
{
	tiles_init(t, pane);
}

void
tiles_swap(struct tiles *t, unsigned a, unsigned b)
{
	int x = leaf_of(t, a), y = leaf_of(t, b);

	if (x == NONE || y == NONE)
		return;
	t->node[x].pane = b;
	t->node[y].pane = a;
}

/* Parts that a node divides its room among, along a way. */
static int
parts(const struct tiles *t, int node, enum tile_way way)
{
	const struct tile *n = &t->node[node];

	return n->is_pane || n->way != way ? 1 : parts(t, n->first, way) + parts(t, n->second, way);
}

void
tiles_even(struct tiles *t)
{
	for (int i = 0; i < NODES; i++) {
		struct tile *n = &t->node[i];

		if (t->used[i] && !n->is_pane) {
			int first = parts(t, n->first, n->way);

			n->share = WHOLE * first / (first + parts(t, n->second, n->way));
		}
	}
}

/* The two parts of a split's room, each of one cell at least if there are two. */
static void
divide(const struct tile *split, struct rect all, struct rect *first, struct rect *second)
{
	bool beside = split->way == TILE_BESIDE;
	int cells = beside ? all.cols - 1 : all.rows;
	int a = (int)((long)cells * split->share / WHOLE);

	a = a < cells - 1 ? a : cells - 1;
	a = a > 1 ? a : 1;
	*first = *second = all;
	if (beside) {
		first->cols = a;
		second->col = all.col + a + 1;
		second->cols = cells - a;
	} else {
		first->rows = a;
		second->row = all.row + a;
		second->rows = cells - a;
	}
}

static struct rect
room_of(const struct tiles *t, int node, struct rect screen)
{
	int parent = t->node[node].parent;
	struct rect first, second;

	if (parent == NONE)
		return screen;
	divide(&t->node[parent], room_of(t, parent, screen), &first, &second);
	return t->node[parent].first == node ? first : second;
}

void
tiles_grow(struct tiles *t, unsigned pane, enum tile_way way, int cells, struct rect screen)
{
	int node = leaf_of(t, pane), parent;
	struct rect room;
	int all, share;

	if (node == NONE)
		return;
	for (parent = t->node[node].parent; parent != NONE && t->node[parent].way != way;
	     parent = t->node[node].parent)
		node = parent;
	if (parent == NONE)
		return;
	room = room_of(t, parent, screen);
	all = way == TILE_BESIDE ? room.cols - 1 : room.rows;
	if (all < 2)
		return;
	if (t->node[parent].second == node)
		cells = -cells;
	/* Half a cell more, so that rounding gives back what was asked for. */
	share = (int)(((long)all * t->node[parent].share / WHOLE + cells) * WHOLE + WHOLE / 2) / all;
	t->node[parent].share = share < 1 ? 1 : share > WHOLE - 1 ? WHOLE - 1 : share;
}

/* Appends the panes below a node in the order of reading. */
static void
list(const struct tiles *t, int node, unsigned *panes, size_t *n)
{
	if (t->node[node].is_pane) {
		panes[(*n)++] = t->node[node].pane;
		return;
	}
	list(t, t->node[node].first, panes, n);
	list(t, t->node[node].second, panes, n);
}

unsigned
tiles_next(const struct tiles *t, unsigned pane)
{
	unsigned panes[TILES_MOST];
	size_t n = 0;

	list(t, t->root, panes, &n);
	for (size_t i = 0; i < n; i++)
		if (panes[i] == pane)
			return panes[(i + 1) % n];
	return panes[0];
}

static int
overlap(int start, int cells, int other, int other_cells)
{
	int from = start > other ? start : other;
	int to = start + cells < other + other_cells ? start + cells : other + other_cells;

	return to - from;
}

/* How far `to` lies from `from` in a direction, in cells between; negative: it does not. */
static int
distance(struct rect from, struct rect to, char direction)
{
	bool sideways = direction == 'h' || direction == 'l';

	if (sideways ? overlap(from.row, from.rows, to.row, to.rows) <= 0
	             : overlap(from.col, from.cols, to.col, to.cols) <= 0)
		return -1;
	switch (direction) {
	case 'h':
		return from.col - (to.col + to.cols);
	case 'l':
		return to.col - (from.col + from.cols);
	case 'k':
		return from.row - (to.row + to.rows);
	default:
		return to.row - (from.row + from.rows);
	}
}

unsigned
tiles_beside(const struct tiles *t, unsigned pane, char direction, struct rect screen)
{
	unsigned panes[TILES_MOST], best = pane;
	int node = leaf_of(t, pane), nearest = -1;
	size_t n = 0;

	if (node == NONE)
		return pane;
	list(t, t->root, panes, &n);
	for (size_t i = 0; i < n; i++) {
		int cells = distance(room_of(t, node, screen),
		                     room_of(t, leaf_of(t, panes[i]), screen), direction);

		if (panes[i] != pane && cells >= 0 && (nearest < 0 || cells < nearest)) {
			nearest = cells;
			best = panes[i];
		}
	}
	return best;
}

bool
tiles_is_single(const struct tiles *t, struct rect screen)
{
	if (t->is_zoomed || t->is_alone || tiles_count(t) == 1)
		return true;
	if (screen.cols < TILES_COLS_LEAST)
		return true;
	for (int i = 0; i < NODES; i++) {
		struct rect room;

		if (!t->used[i] || !t->node[i].is_pane)
			continue;
		room = room_of(t, i, screen);
		if (room.rows < TILE_ROWS_LEAST || room.cols < TILE_COLS_LEAST)
			return true;
	}
	return false;
}

struct rect
tiles_rect(const struct tiles *t, unsigned pane, unsigned focus, struct rect screen)
{
	int node = leaf_of(t, pane);

	if (node == NONE)
		return (struct rect){ 0 };
	if (tiles_is_single(t, screen))
		return pane == focus ? screen : (struct rect){ 0 };
	return room_of(t, node, screen);
}

/* ------------------------------------------------------------------------- as text */

static void
add_node(const struct tiles *t, int node, struct buf *out)
{
	const struct tile *n = &t->node[node];

	if (n->is_pane) {
		buf_addf(out, "%u", n->pane);
		return;
	}
	buf_addf(out, "(%c%d ", n->way == TILE_BESIDE ? 'b' : 's', n->share);
	add_node(t, n->first, out);
	buf_add_byte(out, ' ');
	add_node(t, n->second, out);
	buf_add_byte(out, ')');
}

void
tiles_add_text(const struct tiles *t, struct buf *out)
{
	add_node(t, t->root, out);
}

struct reading {
	struct tiles *t;
	struct slice text;
	size_t at;
	int nodes; /* so far */
};

static bool
take(struct reading *r, char c)
{
	if (r->at >= r->text.len || r->text.p[r->at] != c)
		return false;
	r->at++;
	return true;
}

static bool
take_number(struct reading *r, unsigned *number)
{
	size_t start = r->at;

	*number = 0;
	while (r->at < r->text.len && r->text.p[r->at] >= '0' && r->text.p[r->at] <= '9' &&
	       r->at - start < 6)
		*number = *number * 10 + (unsigned)(r->text.p[r->at++] - '0');
	return r->at > start;
}

/* The node that stands next in the text, or NONE. */
static int
read_node(struct reading *r, int parent)
{
	struct tiles *t = r->t;
	unsigned number;
	int node;

	if (r->nodes++ >= 2 * TILES_MOST - 1)
		return NONE;
	if (!take(r, '(')) {
		if (!take_number(r, &number) || leaf_of(t, number) != NONE)
			return NONE;
		return new_node(t, leaf(number, parent));
	}
	node = new_node(t, (struct tile){ .parent = parent,
	                                  .way = take(r, 'b') ? TILE_BESIDE : TILE_STACKED });
	if ((t->node[node].way == TILE_STACKED && !take(r, 's')) || !take_number(r, &number) ||
	    number < 1 || number >= WHOLE || !take(r, ' '))
		return NONE;
	t->node[node].share = (int)number;
	t->node[node].first = read_node(r, node);
	if (t->node[node].first == NONE || !take(r, ' '))
		return NONE;
	t->node[node].second = read_node(r, node);
	return t->node[node].second != NONE && take(r, ')') ? node : NONE;
}

bool
tiles_read_text(struct tiles *t, struct slice text)
{
	struct reading r = { .t = t, .text = text };

	*t = (struct tiles){ .root = NONE };
	t->root = read_node(&r, NONE);
	if (t->root != NONE && r.at == text.len)
		return true;
	tiles_init(t, 0);
	return false;
}
