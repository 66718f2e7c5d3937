-- SPDX-License-Identifier: ISC
-- library.db, version 1: documents as they were understood, and the links between them.
-- Shipped: never edited. A change is a new file with the next number.

CREATE TABLE document (
	id INTEGER PRIMARY KEY AUTOINCREMENT,  -- rises: the document added last has the highest
	symbol TEXT NOT NULL,       -- the chief one, as a key; '' if there is none
	language TEXT NOT NULL,     -- ar en es fr ru zh, or ''
	title TEXT NOT NULL,
	body TEXT NOT NULL,
	session TEXT NOT NULL,
	date TEXT NOT NULL,         -- YYYY-MM-DD
	job TEXT NOT NULL,
	format TEXT NOT NULL,
	name TEXT NOT NULL,         -- of the file, without folders
	path TEXT NOT NULL,         -- of the file when it was added; '' for standard input
	sha256 TEXT NOT NULL,       -- of the file's bytes
	size INTEGER NOT NULL,      -- of the file when it was added; -1 if unknown
	changed INTEGER NOT NULL,   -- its time of change, nanoseconds since 1970
	pages INTEGER NOT NULL,     -- 0 if unknown
	n_blocks INTEGER NOT NULL,
	row INTEGER NOT NULL,       -- of its first block in the full text; the others follow
	n_bytes INTEGER NOT NULL,   -- of the blocks' text
	n_lost INTEGER NOT NULL,    -- remarks beyond those that are kept
	added INTEGER NOT NULL,     -- seconds since 1970
	maker TEXT NOT NULL,        -- version of the program that understood it
	folded TEXT NOT NULL        -- the title, or the name of the file, for looking up
) STRICT;
CREATE INDEX document_row ON document (row);
CREATE INDEX document_order ON document (symbol, title, id);
CREATE INDEX document_path ON document (path);
CREATE INDEX document_sha256 ON document (sha256);
CREATE INDEX document_folded ON document (folded);

-- The document's own symbols, the chief one first.
CREATE TABLE symbol (
	document INTEGER NOT NULL,
	n INTEGER NOT NULL,
	symbol TEXT NOT NULL,
	PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

-- What can be looked up in which document.
CREATE TABLE holding (
	key TEXT NOT NULL,          -- as targets are filed: "doc:a/70/1", "res:cac/cosp:7/5"
	document INTEGER NOT NULL,
	place TEXT NOT NULL,        -- where in it: "annex_1!hdg_2", "annex_1!"; '' for all of it
	PRIMARY KEY (key, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX holding_document ON holding (document);

CREATE TABLE block (
	id INTEGER PRIMARY KEY,     -- document << 24 | number of the block, from 0
	kind TEXT NOT NULL,
	level INTEGER NOT NULL,
	label TEXT NOT NULL,
	number INTEGER NOT NULL,
	eid TEXT NOT NULL,
	component TEXT NOT NULL,
	text TEXT NOT NULL,
	page INTEGER NOT NULL,
	line INTEGER NOT NULL,      -- of the source, from 1; 0 if unknown
	line_end INTEGER NOT NULL   -- one past the last
) STRICT;

CREATE TABLE citation (
	block INTEGER NOT NULL,     -- block.id
	start INTEGER NOT NULL,     -- bytes of the block's text
	stop INTEGER NOT NULL,
	kind TEXT NOT NULL,
	confidence TEXT NOT NULL,
	target TEXT NOT NULL,
	container TEXT NOT NULL,
	evidence TEXT NOT NULL,
	url TEXT NOT NULL,
	paragraph INTEGER NOT NULL, -- block.id of the numbered paragraph it stands in, or its own
	PRIMARY KEY (block, start)
) STRICT, WITHOUT ROWID;

-- Each target of a citation, filed under what it names, held or not.
CREATE TABLE link (
	key TEXT NOT NULL,          -- "doc:a/70/1"
	place TEXT NOT NULL,        -- "para_3", "annex_1!para_3", ''
	block INTEGER NOT NULL,     -- the citation's
	start INTEGER NOT NULL,
	upto TEXT NOT NULL,         -- last place of a range, or ''
	paragraph INTEGER NOT NULL, -- as the citation's
	PRIMARY KEY (key, place, block, start)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_range ON link (key) WHERE upto <> '';

-- What is cited: one row a key that any link is filed under.
CREATE TABLE target (
	key TEXT PRIMARY KEY,
	name TEXT NOT NULL,         -- as it was spelt first: "doc:A/70/1"
	container TEXT NOT NULL,    -- symbol of the report it stands in, '' if unknown
	url TEXT NOT NULL,          -- an official address seen in a source, or ''
	documents INTEGER NOT NULL, -- that cite it
	citations INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE remark (
	document INTEGER NOT NULL,
	n INTEGER NOT NULL,
	level INTEGER NOT NULL,     -- 0 note, 1 warning
	page INTEGER NOT NULL,
	line INTEGER NOT NULL,
	en TEXT NOT NULL,
	zh TEXT NOT NULL,
	PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

-- The decoded text of the file, whole lines, some kilobytes a row.
CREATE TABLE source (
	id INTEGER PRIMARY KEY,     -- document << 32 | number of its first line, from 1
	text BLOB NOT NULL
) STRICT;

-- Documents too large to be read as a whole: what must be known of all their blocks at once.
-- Lists are of 4 bytes a number, the lowest first.
CREATE TABLE spine (
	document INTEGER PRIMARY KEY,
	lengths BLOB NOT NULL,      -- of each block's text, in bytes
	headings BLOB NOT NULL,     -- numbers of blocks
	numbered BLOB NOT NULL,
	last_number INTEGER NOT NULL,
	n_lines INTEGER NOT NULL    -- of the source
) STRICT;

-- Where the identifiers of such a document are.
CREATE TABLE spot (
	document INTEGER NOT NULL,
	place TEXT NOT NULL,        -- "para_3", "annex_1!para_3"
	block INTEGER NOT NULL,     -- number of the block, from 0
	PRIMARY KEY (document, place)
) STRICT, WITHOUT ROWID;

-- Grams of each block: src/store/gram_priv.h.  Nothing but which rows have a gram is kept.
CREATE VIRTUAL TABLE fulltext USING fts5 (text, content='', columnsize=0, detail=none,
	tokenize=duan);
INSERT INTO fulltext (fulltext, rank) VALUES ('automerge', 8), ('crisismerge', 64);

-- Documents whose words are not in the index yet: the last ones added.
CREATE TABLE unfiled (
	document INTEGER PRIMARY KEY
) STRICT;

-- By which rules the index was made; 0: they are being made.
CREATE TABLE rules (
	number INTEGER NOT NULL
) STRICT;
INSERT INTO rules VALUES (1);

-- Han strings that documents use again and again, under the letters that they may begin with when
-- they are typed by sound.
CREATE TABLE term (
	initial TEXT NOT NULL,      -- 'y'
	text TEXT NOT NULL,         -- simplified
	n INTEGER NOT NULL,         -- how often
	PRIMARY KEY (initial, text)
) STRICT, WITHOUT ROWID;
