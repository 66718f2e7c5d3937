-- SPDX-License-Identifier: ISC
-- notes.db, version 3: the screen of each library.
-- Shipped: never edited. A change is a new file with the next number.

-- What was on the screen when the reader was left last, one a library.
CREATE TABLE screen (
	library TEXT PRIMARY KEY,   -- path of its file
	screen TEXT NOT NULL,       -- JSON, as include/session/screen.h writes it
	at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
