/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cite/address.h"

#include "cite/symbol.h"
#include "tap.h"

static void
symbol(const char *name, const char *language, const char *want)
{
	struct buf out = { 0 };

	address_of_symbol(slice_from(name), slice_from(language), &out);
	is(buf_slice(&out), want, "%s in %s", name, language);
	buf_release(&out);
}

static void
target(const char *name, const char *container, const char *want)
{
	struct buf out = { 0 };

	address_of_target(slice_from(name), slice_from(container), SLICE("zh"), &out);
	is(buf_slice(&out), want, "%s", name);
	buf_release(&out);
}

/* An address leads back to its symbol. */
static void
back(const char *name)
{
	struct buf address = { 0 }, again = { 0 };

	address_of_symbol(slice_from(name), SLICE("en"), &address);
	ok(symbol_from_url(buf_slice(&address), &again), "%s is a document's", buf_str(&address));
	is(buf_slice(&again), name, "that of %s", name);
	buf_release(&address);
	buf_release(&again);
}

static void
fill(const char *pattern, const char *name, const char *want)
{
	struct buf address = { 0 };

	address_fill(slice_from(pattern), slice_from(name), SLICE("zh"), SLICE("pdf"), &address);
	is(buf_slice(&address), want, "%s of %s", pattern, name);
	buf_release(&address);
}

int
main(void)
{
	symbol("A/70/1", "zh", "https://docs.un.org/zh/A/70/1");
	symbol("A/70/1", "ch", "https://docs.un.org/zh/A/70/1");
	symbol("A/70/1", "", "https://docs.un.org/en/A/70/1");
	symbol("A/79/6 (Sect. 12)", "fr", "https://docs.un.org/fr/A/79/6(Sect.12)");
	symbol("A/70/1?x#y", "en", "https://docs.un.org/en/A/70/1%3Fx%23y");
	symbol("", "en", "");
	target("doc:CAC/COSP/2019/9#para_3", "", "https://docs.un.org/zh/CAC/COSP/2019/9");
	target("res:CAC/COSP:7/5", "CAC/COSP/2017/14", "https://docs.un.org/zh/CAC/COSP/2017/14");
	target("res:CAC/COSP:7/5", "", "");
	target("treaty:UNCAC", "", "");
	target("url:https://example.org/a", "", "https://example.org/a");
	fill("https://example.org/api?s={symbol}&l={language}&t={format}", "A/79/6 (Sect. 12)",
	     "https://example.org/api?s=A/79/6(Sect.12)&l=zh&t=pdf");
	fill("https://example.org", "A/70/1", "https://example.org/zh/A/70/1");
	fill("https://example.org/", "A/70/1?x&y", "https://example.org/zh/A/70/1%3Fx%26y");
	fill("http://example.org/{symbol}{", "A/70/1", "http://example.org/A/70/1{");
	is(address_host(SLICE("https://example.org:443/a/b")), "example.org", "a host");
	is(address_host(SLICE("https://example.org?a")), "example.org", "a host alone");
	is(address_host(SLICE("nothing")), "nothing", "what is no address");
	back("CAC/COSP/2019/L.1/Add.2");
	back("S/RES/1325(2000)");
	return tap_done();
}
