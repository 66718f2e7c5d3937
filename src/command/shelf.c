/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "command_priv.h"

enum status
shelf_open(struct settings *s, struct library **out, struct err *err)
{
	enum status status = STATUS_OK;

	if (!s->shelf)
		status = library_open(s->library, &s->shelf, err);
	*out = s->shelf;
	return status;
}

void
shelf_close(struct settings *s)
{
	library_close(s->shelf);
	s->shelf = NULL;
}

struct slice
shelf_language(const struct settings *s)
{
	return s->ui == UI_ZH ? SLICE("zh") : SLICE("en");
}
