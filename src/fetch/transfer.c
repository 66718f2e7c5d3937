/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "fetch/transfer.h"

#include <stdlib.h>

const char *
transfer_certificates(void)
{
	const char *file = getenv("SSL_CERT_FILE");

	return file && *file ? file : NULL;
}

#ifdef HAVE_LIBCURL
#include <curl/curl.h>
#include <errno.h>
#include <netdb.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#define REDIRECTS_MOST 8
#define RATE_LEAST 1024 /* bytes a second: less is as good as nothing */
#define PATIENCE 20     /* times `seconds` for all of it */

struct running {
	struct transfer *t;
	size_t got;
	bool is_big;
	curl_off_t said; /* bytes, at the last report */
};

static size_t
take(char *bytes, size_t one, size_t n, void *context)
{
	struct running *r = context;
	size_t done = 0;

	(void)one;
	r->got += n;
	r->is_big = r->got > r->t->bytes_most;
	while (!r->is_big && done < n) {
		ssize_t written = write(r->t->body, bytes + done, n - done);

		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0)
			break;
		done += (size_t)written;
	}
	return done;
}

/* Every 64 KB, and at the start. */
static int
tell(void *context, curl_off_t total, curl_off_t got, curl_off_t up_total, curl_off_t up)
{
	struct running *r = context;

	(void)up_total;
	(void)up;
	if (got < r->said + (64 << 10) && !(r->said < 0 && got > 0))
		return 0;
	r->said = got;
	fprintf(r->t->report, "%lld %lld\n", (long long)got, (long long)total);
	return fflush(r->t->report) == 0 ? 0 : 1;
}

/* From https there is no way back to http. */
static void
allow_protocols(CURL *curl, const char *address)
{
	bool is_safe = strncmp(address, "https:", 6) == 0;

#if LIBCURL_VERSION_NUM >= 0x075500
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, is_safe ? "https" : "http");
	curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, is_safe ? "https" : "http,https");
#else
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS, is_safe ? CURLPROTO_HTTPS : CURLPROTO_HTTP);
	curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS,
	                 is_safe ? CURLPROTO_HTTPS : CURLPROTO_HTTP | CURLPROTO_HTTPS);
#endif
}

static void
set_options(CURL *curl, struct running *r)
{
	const struct transfer *t = r->t;

	allow_protocols(curl, t->address);
	if (transfer_certificates())
		curl_easy_setopt(curl, CURLOPT_CAINFO, transfer_certificates());
	curl_easy_setopt(curl, CURLOPT_URL, t->address);
	curl_easy_setopt(curl, CURLOPT_USERAGENT, "duan/" PACKAGE_VERSION);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_FAILONERROR, 1L);
	curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
	curl_easy_setopt(curl, CURLOPT_MAXREDIRS, (long)REDIRECTS_MOST);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, t->seconds);
	curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, (long)RATE_LEAST);
	curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, t->seconds);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, t->seconds * PATIENCE);
	curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)t->bytes_most);
	curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take);
	curl_easy_setopt(curl, CURLOPT_WRITEDATA, r);
	curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
	curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, tell);
	curl_easy_setopt(curl, CURLOPT_XFERINFODATA, r);
}

static enum transfer_end
end_of(CURLcode code, const struct running *r, long redirects)
{
	if (r->is_big)
		return TRANSFER_BIG;
	switch ((int)code) { /* the library's enum grows */
	case CURLE_OK:
		return TRANSFER_DONE;
	case CURLE_HTTP_RETURNED_ERROR:
		return TRANSFER_HTTP;
	case CURLE_URL_MALFORMAT:
	case CURLE_UNSUPPORTED_PROTOCOL:
		return redirects > 0 ? TRANSFER_REDIRECT : TRANSFER_ADDRESS;
	case CURLE_COULDNT_RESOLVE_HOST:
	case CURLE_COULDNT_RESOLVE_PROXY:
		return TRANSFER_HOST;
	case CURLE_COULDNT_CONNECT:
		return TRANSFER_CONNECTION;
	case CURLE_OPERATION_TIMEDOUT:
		return TRANSFER_SLOW;
	case CURLE_PARTIAL_FILE:
	case CURLE_RECV_ERROR:
	case CURLE_SEND_ERROR:
	case CURLE_GOT_NOTHING:
		return TRANSFER_CUT;
	case CURLE_SSL_CONNECT_ERROR:
	case CURLE_PEER_FAILED_VERIFICATION:
	case CURLE_SSL_CERTPROBLEM:
	case CURLE_SSL_CIPHER:
	case CURLE_SSL_CACERT_BADFILE:
	case CURLE_SSL_ISSUER_ERROR:
	case CURLE_SSL_INVALIDCERTSTATUS:
		return TRANSFER_TLS;
	case CURLE_FILESIZE_EXCEEDED:
		return TRANSFER_BIG;
	case CURLE_TOO_MANY_REDIRECTS:
		return TRANSFER_REDIRECT;
	}
	return TRANSFER_FAILED;
}

void
transfer_prepare(void)
{
	struct addrinfo *found = NULL;

	(void)curl_global_init(CURL_GLOBAL_DEFAULT);
	/* So are the modules loaded that look up names here. */
	if (getaddrinfo("localhost", NULL, NULL, &found) == 0)
		freeaddrinfo(found);
}

void
transfer_run(struct transfer *t)
{
	struct running r = { .t = t, .said = -1 };
	CURL *curl = curl_easy_init();
	long redirects = 0;
	CURLcode code;

	t->end = TRANSFER_FAILED;
	if (!curl)
		return;
	set_options(curl, &r);
	code = curl_easy_perform(curl);
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &t->http);
	curl_easy_getinfo(curl, CURLINFO_REDIRECT_COUNT, &redirects);
	t->end = end_of(code, &r, redirects);
	curl_easy_cleanup(curl);
	curl_global_cleanup();
}

#else

void
transfer_prepare(void)
{
}

void
transfer_run(struct transfer *t)
{
	t->end = TRANSFER_NOT_BUILT;
}

#endif
