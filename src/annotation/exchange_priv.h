/* SPDX-License-Identifier: ISC */
/*
 * What the readers and writers of formats share.
 */
#ifndef DUAN_ANNOTATION_EXCHANGE_PRIV_H
#define DUAN_ANNOTATION_EXCHANGE_PRIV_H

#include "annotation/exchange.h"

#define EXCHANGE_CONTEXT "http://www.w3.org/ns/anno.jsonld"
#define EXCHANGE_URN "urn:sha256:" /* of a document without a symbol */

/* exchange_w3c_read.c: an annotation.  False if it is none of a document that can be named. */
bool exchange_read_w3c(const struct jsonread *v, struct arena *arena, struct note *out);

#endif
