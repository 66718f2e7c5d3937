-- SPDX-License-Identifier: ISC
-- notes.db, version 1: where a reader was, and the marks.
-- Shipped: never edited. A change is a new file with the next number.

-- The place last read in each document.
CREATE TABLE place (
	document TEXT PRIMARY KEY,  -- chief symbol, or "sha256:" and the hash of the file
	eid TEXT NOT NULL,          -- as in Akoma Ntoso, with "annex_1!" before it; '' if none
	quote TEXT NOT NULL,        -- the first words there
	block INTEGER NOT NULL,     -- hints, when eid and quote are not enough
	byte INTEGER NOT NULL,
	at INTEGER NOT NULL         -- seconds since 1970
) STRICT, WITHOUT ROWID;

-- Marks a-z belong to a document, A-Z to none.
CREATE TABLE mark (
	scope TEXT NOT NULL,        -- the document for a-z, '' for A-Z
	name TEXT NOT NULL,
	document TEXT NOT NULL,     -- where it leads
	eid TEXT NOT NULL,
	quote TEXT NOT NULL,
	block INTEGER NOT NULL,
	byte INTEGER NOT NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (scope, name)
) STRICT, WITHOUT ROWID;
