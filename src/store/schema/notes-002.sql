-- SPDX-License-Identifier: ISC
-- notes.db, version 2: notes, highlights, bookmarks, tags; undo; drafts; searches.
-- Shipped: never edited. A change is a new file with the next number.

-- Whatever a reader attached to a place of a document.
CREATE TABLE note (
	id TEXT PRIMARY KEY,        -- made by the writer: 32 random hexadecimal digits
	kind TEXT NOT NULL,         -- note highlight bookmark tag
	document TEXT NOT NULL,     -- chief symbol, or "sha256:" and the hash of the file
	language TEXT NOT NULL,     -- '': shown in every language version; else in this one alone
	scope TEXT NOT NULL,        -- document paragraph words
	version TEXT NOT NULL,      -- language of the version that was quoted
	edition TEXT NOT NULL,      -- hash of the file in which it was found last
	eid TEXT NOT NULL,          -- of the first block, with "annex_1!" before it; '' if none
	upto TEXT NOT NULL,         -- of the last block
	block INTEGER NOT NULL,     -- numbers of the first and last block, from 0: hints
	upto_block INTEGER NOT NULL,
	start INTEGER NOT NULL,     -- code points of the first block before the quotation
	stop INTEGER NOT NULL,      -- code points of the last block up to its end
	quote TEXT NOT NULL,        -- exactly; blocks parted by a line end
	prefix TEXT NOT NULL,       -- what stands before and behind it
	suffix TEXT NOT NULL,
	rival INTEGER NOT NULL,     -- characters by which the passage most like it differs; -1 unknown
	state TEXT NOT NULL,        -- attached changed orphan
	colour INTEGER NOT NULL,    -- 1-6: highlighted so; 0 not
	text TEXT NOT NULL,         -- what the reader wrote
	tags TEXT NOT NULL,         -- sorted, a line end before and behind each; '' if none
	created INTEGER NOT NULL,   -- seconds since 1970
	changed INTEGER NOT NULL,
	trashed INTEGER NOT NULL    -- when it was thrown away; 0 if it was not
) STRICT;
CREATE INDEX note_document ON note (document, block, start);
CREATE INDEX note_state ON note (state) WHERE state <> 'attached';

-- Paragraphs that notes speak of.
CREATE TABLE note_link (
	note TEXT NOT NULL,
	key TEXT NOT NULL,          -- "doc:a/70/1"
	place TEXT NOT NULL,        -- "para_3", or ''
	PRIMARY KEY (key, place, note)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_link_note ON note_link (note);

-- Steps that can be taken back, and those that were.
CREATE TABLE journal (
	n INTEGER PRIMARY KEY AUTOINCREMENT,
	step INTEGER NOT NULL,      -- rows of one change have one number
	undone INTEGER NOT NULL,    -- 1: taken back, can be done again
	at INTEGER NOT NULL,
	note TEXT NOT NULL,         -- note.id
	before TEXT NOT NULL,       -- the note as JSON; '' if there was none
	after TEXT NOT NULL         -- '' if there is none
) STRICT;
CREATE INDEX journal_step ON journal (step);
CREATE INDEX journal_undone ON journal (step) WHERE undone = 1;
CREATE INDEX journal_note ON journal (note);

-- What was being written when the session ended.
CREATE TABLE draft (
	id TEXT PRIMARY KEY,        -- of the note that it is to become, or changes
	document TEXT NOT NULL,
	note TEXT NOT NULL,         -- as JSON
	at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_document ON draft (document);

-- Searches made, and those that were given a name.
CREATE TABLE search_history (
	query TEXT PRIMARY KEY,
	at INTEGER NOT NULL         -- the last time
) STRICT, WITHOUT ROWID;
CREATE INDEX search_history_at ON search_history (at);
CREATE TABLE saved_search (
	name TEXT PRIMARY KEY,
	query TEXT NOT NULL,
	at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
