/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "session/setting.h"

#include "../link_sample.h"

int
main(void)
{
	struct session *s = link_session(NULL);
	struct err err;

	for (size_t i = 0; i < setting_count(); i++) {
		const struct setting_info *info = setting_info(i);

		ok(setting_find(slice_from(info->name)) == info, "%s", info->name);
		ok(info->help.text[UI_EN][0] && info->help.text[UI_ZH][0], "help in both languages");
		is_number(setting_set(s, slice_from(info->name), SLICE("?"), &err), STATUS_USAGE,
		          "no such value");
	}
	is_number(setting_set(s, SLICE("width"), SLICE("60"), &err), STATUS_OK, "width");
	is_number(s->settings.max_cols, 60, "is set");
	is_number(setting_set(s, SLICE("ui"), SLICE("zh"), &err), STATUS_OK, "language");
	is_number(s->settings.ui, UI_ZH, "is set");
	session_free(s);
	return tap_done();
}
