/* SPDX-License-Identifier: ISC */
/*
 * A citation as UN documents write it: "CAC/COSP/2019/L.1/Add.2，第 5 段", "…, para. 5".
 */
#include "config.h"

#include "cite/wording.h"
#include "command_priv.h"

enum ui_language
citation_language(const struct settings *s, struct slice language)
{
	if (!s->ui_is_chosen && slice_is(language, "zh"))
		return UI_ZH;
	if (!s->ui_is_chosen && slice_is(language, "en"))
		return UI_EN;
	return s->ui;
}

/* A heading without a number is cited by its own words. */
void
citation_add(struct slice name, struct slice place, struct slice heading, enum ui_language language,
             struct buf *out)
{
	size_t mark = slice_find_byte(place, '!', 0);
	struct buf words = { 0 };

	if (heading.len > 0)
		place = slice_sub(place, 0, mark == SLICE_NONE ? 0 : mark + 1);
	wording_place(place, language, &words);
	buf_add(out, name);
	if (words.len > 0) {
		buf_add_str(out, language == UI_ZH ? "，" : ", ");
		buf_add(out, buf_slice(&words));
	}
	if (heading.len > 0)
		buf_addf(out, language == UI_ZH ? "，题为“%.*s”的一节" : ", section entitled “%.*s”",
		         SLICE_ARG(heading));
	buf_release(&words);
}
