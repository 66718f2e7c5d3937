/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "import_priv.h"

/* How clauses of a preamble begin, in languages that write it with a capital: behind a comma nothing
 * else does. */
static const char *const openers[] = {
	"Acknowledging", "Acting", "Affirming", "Again", "Alarmed", "Also", "Appreciating", "Aware",
	"Bearing", "Believing", "Calling", "Cognizant", "Commending", "Concerned", "Condemning",
	"Confirming", "Conscious", "Considering", "Convinced", "Deeply", "Deploring", "Desiring",
	"Desirous", "Determined", "Dismayed", "Disturbed", "Emphasising", "Emphasizing", "Encouraged",
	"Encouraging", "Endorsing", "Expressing", "Fully", "Further", "Gravely", "Guided", "Having",
	"Highlighting", "Looking forward", "Mindful", "Noting", "Observing", "Paying tribute",
	"Pursuant to", "Reaffirming", "Realizing", "Recalling", "Recognising", "Recognizing",
	"Regretting", "Reiterating", "Resolved", "Seeking", "Seriously", "Stressing", "Strongly",
	"Taking", "Underlining", "Underscoring", "Urging", "Welcoming", "Wishing",
	"Affirmant", "Ayant", "Consciente", "Considérant", "Constatant", "Convaincue", "Désireuse", "Notant", "Prenant", "Rappelant", "Réaffirmant", "Reconnaissant", "Se félicitant", "Soulignant",
	"Acogiendo", "Afirmando", "Considerando", "Convencida", "Deseando", "Destacando",
	"Observando", "Preocupada", "Reafirmando", "Recordando", "Reconociendo", "Subrayando", "Teniendo",
	"Tomando nota",
};

bool
clause_opens(struct slice text)
{
	for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
		if (slice_starts(text, openers[i]))
			return slice_starts(slice_skip(text, slice_from(openers[i]).len), " ");
	return false;
}
