/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "compare/version.h"

#include "sample_doc.h"
#include "tap.h"

static const char officers[] = "缔约国会议以鼓掌方式选举何塞·林登先生为第六届会议主席，并选举四名副主席和一名报告员。";
static const char stations[] = "秘书处的一位代表介绍了关于观测站网络的说明，指出地下水观测井的数目增加得最快。";
static const char quality[] = "一些发言者提到已经采取的重要步骤，例如建立预警系统，在发生污染事故时通知下游国家。";
static const char assistance[] = "许多发言者强调需要为发展中国家提供技术援助，特别是培训、仪器和数据处理方面的援助。";
static const char both[] = "秘书处的一位代表介绍了关于观测站网络的说明，指出地下水观测井的数目增加得最快。"
			   "一些发言者提到已经采取的重要步骤，例如建立预警系统，在发生污染事故时通知下游国家。";
static const char edited[] = "许多发言者还强调需要向发展中国家提供技术援助，特别是培训、仪器和信息处理方面的援助。";

static struct doc *
make(const char *const *lines, int n)
{
	struct doc *d = doc_new();

	for (int i = 0; i < n; i++)
		sample_block(d, BLOCK_PARAGRAPH, "", i + 1, lines[i]);
	doc_index(d);
	return d;
}

/* The relation of each pair, with > for moved and # for renumbered. */
static void
test(const char *const *left, int n_left, const char *const *right, int n_right, const char *want)
{
	struct doc *from = make(left, n_left), *to = make(right, n_right);
	struct alignment a = { 0 };
	struct buf got = { 0 };

	version_align(part_whole(from), part_whole(to), &a);
	for (size_t i = 0; i < a.n; i++)
		buf_addf(&got, "%s%s%s%s", i ? " " : "", pair_relation_name(a.v[i].relation),
		         a.v[i].is_moved ? ">" : "", a.v[i].is_renumbered ? "#" : "");
	is(buf_slice(&got), want, "%s", want[0] ? want : "nothing");
	buf_release(&got);
	alignment_release(&a);
	doc_free(from);
	doc_free(to);
}
#define TEST(left, right, want)                                                                    \
	test(left, sizeof(left) / sizeof *(left), right, sizeof(right) / sizeof *(right), want)

static void
test_renumbering(void)
{
	static const char *const left[] = { officers, both }, *const right[] = { stations, quality, assistance };
	struct doc *from = make(left, 2), *to = make(right, 3);
	struct alignment a = { 0 };
	struct arena arena = { 0 };
	struct renumbering *list;
	struct buf got = { 0 };
	size_t n;

	to->blocks[0].component = to->blocks[1].component = SLICE("annex_1");
	version_align(part_whole(from), part_whole(to), &a);
	n = version_renumbering(&a, &arena, &list);
	for (size_t i = 0; i < n; i++)
		buf_addf(&got, "%s%.*s>%.*s", i ? " " : "", SLICE_ARG(list[i].from), SLICE_ARG(list[i].to));
	is(buf_slice(&got), "#para_1> #para_2>!annex_1#para_1 #para_2>!annex_1#para_2 >#para_3",
	   "what became of each number");
	buf_release(&got);
	arena_release(&arena);
	alignment_release(&a);
	doc_free(from);
	doc_free(to);
}

/* Notes stand where pages end: that is no move. */
static void
test_notes(void)
{
	struct doc *from = doc_new(), *to = doc_new();
	struct alignment a = { 0 };

	sample_block(from, BLOCK_TEXT, "", 0, officers);
	sample_block(from, BLOCK_FOOTNOTE, "1", 1, stations);
	sample_block(from, BLOCK_TEXT, "", 0, quality);
	sample_block(to, BLOCK_TEXT, "", 0, officers);
	sample_block(to, BLOCK_TEXT, "", 0, quality);
	sample_block(to, BLOCK_FOOTNOTE, "1", 1, stations);
	doc_index(from);
	doc_index(to);
	version_align(part_whole(from), part_whole(to), &a);
	ok(a.n == 3 && alignment_change(&a, 0, true) == SLICE_NONE, "a note at another place is no change");
	alignment_release(&a);
	doc_free(from);
	doc_free(to);
}

int
main(void)
{
	static const char *const base[] = { officers, stations, quality, assistance };
	static const char *const spaced[] = { officers, stations, quality, "许多发言者强调需要为发展中国家提供 技术援助，"
		                              "特别是培训、仪器和数据处理方面的援助。" };
	static const char *const changed[] = { officers, stations, quality, edited };
	static const char *const less[] = { officers, quality, assistance };
	static const char *const swapped[] = { stations, quality, assistance, officers };
	static const char *const joined[] = { officers, both, assistance };
	static const char *const strange[] = { "完全不同的一句话，与上面任何一段都没有关系，只谈论天气。" };
	static const char *const empty[] = { "", "" };

	TEST(base, base, "equal equal equal equal");
	TEST(base, spaced, "equal equal equal equal");
	TEST(base, changed, "equal equal equal edited");
	TEST(base, less, "equal deleted equal# equal#");
	TEST(less, base, "equal inserted equal# equal#");
	TEST(base, swapped, "equal# equal# equal# equal>#");
	TEST(base, joined, "equal merged equal#");
	TEST(joined, base, "equal split equal#");
	TEST(strange, base, "deleted inserted inserted inserted inserted");
	TEST(empty, empty, "equal equal");
	test_renumbering();
	test_notes();
	return tap_done();
}
