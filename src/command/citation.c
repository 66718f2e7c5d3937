/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "command_priv.h"
#include "doc/quotation.h"

enum ui_language
citation_language(const struct settings *s, struct slice language)
{
	return s->ui_is_chosen ? s->ui : quotation_language(language, s->ui);
}
