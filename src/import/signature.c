/* SPDX-License-Identifier: ISC */
/*
 * Signatures of letters: "(Signed) Hadi Hachem", "张军(签名)".
 */
#include "config.h"

#include "import_priv.h"

#define SIGNATURE_MOST 200

bool
signature_is(struct slice text)
{
	static const char *const word[] = { "(Signed)", "(signed)", "(签名)", "（签名）", "(簽名)", "（簽名）",
		                            "(Signé)", "(Firmado)", "(Подпись)", "(توقيع)" };

	if (text.len > SIGNATURE_MOST)
		return false;
	for (size_t i = 0; i < sizeof word / sizeof *word; i++)
		if (slice_starts(text, word[i]) || slice_ends(text, word[i]))
			return true;
	return false;
}
