/* SPDX-License-Identifier: ISC */
/*
 * SHA-256 (FIPS 180-4): the identity of a file's bytes.
 */
#ifndef DUAN_BASE_SHA256_H
#define DUAN_BASE_SHA256_H

#include "base/slice.h"

/* 64 lower-case hexadecimal digits and NUL. */
void sha256_hex(struct slice content, char hex[65]);

#endif
