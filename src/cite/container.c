/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "container_priv.h"

static const struct {
	const char *key, *report;
} containers[] = {
#define CONTAINER(key, report) { key, report },
#include "containers.def"
#undef CONTAINER
};

struct slice
container_of(struct slice target)
{
	struct slice key = slice_skip(target, 4);

	if (!slice_starts(target, "res:") && !slice_starts(target, "dec:"))
		return slice_from(NULL);
	for (size_t i = 0; i < sizeof containers / sizeof *containers; i++) {
		struct slice known = slice_from(containers[i].key);
		bool whole = known.p[known.len - 1] == '/';

		if (slice_eq(key, known) || (whole && slice_starts(key, containers[i].key)))
			return slice_from(containers[i].report);
	}
	return slice_from(NULL);
}
