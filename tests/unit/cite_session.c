/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "cite/session.h"

#include "tap.h"

static void
session_is(const char *symbol, const char *want)
{
	struct buf out = { 0 };
	bool found = session_of_symbol(slice_from(symbol), &out);

	is(buf_slice(&out), want, "%s", symbol);
	ok(found == (*want != '\0'), "%s: said so", symbol);
	buf_release(&out);
}

int
main(void)
{
	session_is("A/79/6(Sect.12)", "79");
	session_is("A/C.6/60/L.5", "60");
	session_is("A/HRC/59/60", "59");
	session_is("A/HRC/RES/5/1", "5");
	session_is("A/RES/79/1", "79");
	session_is("A/RES/217(III)", "");
	session_is("A/8710", "");
	session_is("A/ES-10/273", "ES-10");
	session_is("A/S-23/10/Rev.1", "S-23");
	session_is("A/AC.260/2", "");
	session_is("A/CONF.129/16", "");
	session_is("CAC/COSP/2019/L.1/Add.2", "8");
	session_is("CAC/COSP/2008/2", "2");
	session_is("CAC/COSP/2018/2", "");
	session_is("CAC/COSP/WG.4/2011/2", "");
	session_is("FCCC/CP/2015/10/Add.1", "21");
	session_is("E/2019/4", "2019");
	session_is("E/CN.7/2025/11", "");
	session_is("S/2024/966", "");
	session_is("A", "");
	session_is("", "");
	return tap_done();
}
