/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "grid/weblink.h"

#include "tap.h"

#include <string.h>

static struct weblinks links;

static struct slice
uri_of(const char *address)
{
	return weblink_uri(&links, weblink_number(&links, slice_from(address)));
}

static void
test_addresses(void)
{
	static const char *const table[][2] = {
		{ "https://docs.un.org/zh/A/70/1", "https://docs.un.org/zh/A/70/1" },
		{ "http://un.org:8080/a?b=c&d=e#f", "http://un.org:8080/a?b=c&d=e#f" },
		{ "https://[2001:db8::1]/a", "https://[2001:db8::1]/a" },
		{ "https://un.org/报告", "https://un.org/%E6%8A%A5%E5%91%8A" },
		{ "https://un.org/%E6%8A%a5", "https://un.org/%E6%8A%a5" },
		{ "https://un.org/100%", "https://un.org/100%25" },
		{ "https://un.org/%4", "https://un.org/%254" },
		{ "https://un.org/a b", "https://un.org/a%20b" },
		{ "https://un.org/\"'<>\\^`{|}", "https://un.org/%22%27%3C%3E%5C%5E%60%7B%7C%7D" },
		{ "https://un.org/;id=2;x", "https://un.org/;id=2;x" },
	};
	static const char *const bad[] = {
		"", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,a", "HTTPS://un.org/", "https://",
		"https:///a", "https://un.org/\x1b\\", "https://un.org/\x1b]8;;x\x07", "https://un.org/a\nb",
		"https://un.org/\x7f", "https://un.org/\xC2\x9C", "https://un.org/\x9C", "https://un.org/\xFF",
		"https://un.org/\xE2\x80\xAE", "https://un.org/\xE2\x81\xA6", "https://un.org/\xE2\x80\x8B",
		"https://un.org/\xF3\xA0\x81\x81", "https://un.org@evil.example/", "https://u:p@un.org/",
		"https://\xD1\x83n.org/", "https://un org/", "https://un.org%2Fevil.example/", "https://-un.org\\x",
		" https://un.org/",
	};

	for (size_t i = 0; i < sizeof table / sizeof *table; i++)
		is(uri_of(table[i][0]), table[i][1], "%s", table[i][1]);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		is_number((long)uri_of(bad[i]).len, 0, "address %zu is no link", i);
	is_number(weblink_number(&links, slice_of("https://un.org/\0x", 17)), 0, "nor is one with a NUL");
}

static void
test_length(void)
{
	struct buf address = { 0 };

	buf_add_str(&address, "https://un.org/");
	while (address.len < WEBLINK_BYTES)
		buf_add_byte(&address, 'a');
	is_number((long)uri_of(buf_str(&address)).len, WEBLINK_BYTES, "the longest");
	buf_add_byte(&address, 'a');
	is_number((long)uri_of(buf_str(&address)).len, 0, "a longer one is none");
	buf_clear(&address);
	buf_add_str(&address, "https://un.org/");
	while (address.len < WEBLINK_BYTES - 10)
		buf_add_byte(&address, ' ');
	is_number((long)uri_of(buf_str(&address)).len, 0, "nor is one that grows too long");
	buf_release(&address);
}

static void
test_numbers(void)
{
	unsigned edition = links.edition;
	uint16_t first = weblink_number(&links, SLICE("https://un.org/1"));
	struct buf address = { 0 };

	is_number(weblink_number(&links, SLICE("https://un.org/1")), first, "an address keeps its number");
	ok(weblink_number(&links, SLICE("https://un.org/2")) != first, "another has another");
	is_number((long)weblink_uri(&links, 65535).len, 0, "a number that nothing has");
	for (int i = 0; i < WEBLINK_MOST; i++) {
		buf_clear(&address);
		buf_addf(&address, "https://un.org/%d", i);
		weblink_number(&links, buf_slice(&address));
	}
	is_number(weblink_number(&links, SLICE("https://un.org/more")), 0, "too many");
	weblink_tidy(&links);
	ok(links.edition != edition, "then all are forgotten");
	is_number(weblink_number(&links, SLICE("https://un.org/more")), 1, "and there is room");
	buf_release(&address);
}

static void
test_words(void)
{
	enum weblink_wanted wanted = WEBLINK_OFF;

	ok(weblink_take(&wanted, SLICE("always")) && wanted == WEBLINK_ALWAYS, "always");
	ok(!weblink_take(&wanted, SLICE("yes")) && wanted == WEBLINK_ALWAYS, "no word for it");
	ok(strcmp(weblink_name(WEBLINK_ON), "on") == 0, "on");
}

int
main(void)
{
	test_addresses();
	test_length();
	test_numbers();
	test_words();
	weblink_release(&links);
	return tap_done();
}
