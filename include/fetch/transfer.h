/* SPDX-License-Identifier: ISC */
/*
 * One file from a server, by libcurl.
 *
 * Runs in a program of its own, duan-fetch, that knows neither library nor notes (fetch/fetch.h); so
 * does the reader not carry what libcurl needs.
 */
#ifndef DUAN_FETCH_TRANSFER_H
#define DUAN_FETCH_TRANSFER_H

#include <stddef.h>
#include <stdio.h>

enum transfer_end {
	TRANSFER_DONE,
	TRANSFER_HTTP,       /* the server answered with an error of HTTP */
	TRANSFER_ADDRESS,    /* no address that we go to */
	TRANSFER_HOST,       /* no such host, or no network */
	TRANSFER_CONNECTION, /* refused */
	TRANSFER_SLOW,
	TRANSFER_CUT,        /* ended before its end */
	TRANSFER_TLS,        /* nobody vouches for the server */
	TRANSFER_BIG,
	TRANSFER_REDIRECT,   /* too often, or to where we do not follow */
	TRANSFER_FAILED,     /* otherwise */
	TRANSFER_NOT_BUILT,  /* without libcurl */
	TRANSFER_ENDS
};

struct transfer {
	const char *address;
	long seconds;     /* without anything to speak of, before it is given up */
	size_t bytes_most;
	int body;         /* descriptor that it is written to */
	FILE *report;     /* "GOT TOTAL" a line while it goes on; total 0: not known */
	enum transfer_end end;
	long http;        /* code of the answer; 0: none */
};

/* Loads what libcurl loads of its own accord; afterwards no program text need be read. */
void transfer_prepare(void);
/* The file of certificates that the environment names; NULL: the system's. */
const char *transfer_certificates(void);
/* After transfer_prepare().  Fills in `end` and `http`. */
void transfer_run(struct transfer *t);

#endif
