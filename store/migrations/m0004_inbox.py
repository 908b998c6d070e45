"""Step 4: the inbox of articles that were read, and the words that people teach the reader.

What waits in the inbox is no fact: readings and proposals change without the journal. `acceptances` say which entry of
the journal wrote a proposal into the record; whether it is accepted now follows from whether that entry is in force.
The words of `vocabulary` are appended like facts, each by an entry of the journal.
"""

from __future__ import annotations

from store.migrations.m0001_record import guards

TABLES = """
CREATE TABLE readings (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 26),
    digest TEXT NOT NULL UNIQUE, fingerprint TEXT, title TEXT, publisher TEXT, address TEXT, lang TEXT NOT NULL,
    same_as TEXT,
    published TEXT CHECK (published IS NULL OR published IS date(published)),
    basis TEXT NOT NULL, why TEXT, evidence TEXT CHECK (evidence IS NULL OR json_valid(evidence)),
    text TEXT NOT NULL, passages TEXT NOT NULL CHECK (json_valid(passages)), at TEXT NOT NULL, who TEXT NOT NULL
) STRICT;
CREATE TABLE proposals (
    id INTEGER PRIMARY KEY, reading INTEGER NOT NULL REFERENCES readings(id), number TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('round', 'commitment', 'exchange', 'signal', 'position')),
    content TEXT NOT NULL CHECK (json_valid(content)), was TEXT CHECK (was IS NULL OR json_valid(was)),
    evidence TEXT NOT NULL CHECK (json_valid(evidence)), line INTEGER NOT NULL,
    said TEXT NOT NULL CHECK (json_valid(said)), why TEXT NOT NULL CHECK (json_valid(why)),
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'dropped', 'split')),
    link TEXT, half_of INTEGER REFERENCES proposals(id), version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (reading, number)
) STRICT;
CREATE TABLE acceptances (
    proposal INTEGER NOT NULL REFERENCES proposals(id), entry INTEGER NOT NULL REFERENCES journal(id),
    version INTEGER NOT NULL, source TEXT NOT NULL, labels TEXT NOT NULL, PRIMARY KEY (proposal, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX acceptances_entry ON acceptances (entry);
CREATE TABLE vocabulary (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 26),
    kind TEXT NOT NULL CHECK (kind <> ''), words TEXT NOT NULL CHECK (words <> ''),
    meaning TEXT NOT NULL CHECK (meaning <> ''), entry INTEGER NOT NULL REFERENCES journal(id)
) STRICT;
CREATE INDEX vocabulary_entry ON vocabulary (entry);
CREATE INDEX sources_digest ON sources (digest) WHERE digest IS NOT NULL;
CREATE INDEX sources_origin ON sources (origin);
CREATE INDEX commitments_ways ON commitments (debtor, creditor, category);
CREATE INDEX legs_ways ON legs (debtor, creditor, category)
"""
"""`was` keeps what the rules proposed, where a person changed it; `version` counts the changes of a proposal."""

# As in the second step: SQLite cannot alter a CHECK, and this one only takes in more.
_ACTIONS = "'begin', 'import', 'judge', 'claim', 'undo', 'redo', 'redate'"
WIDEN_JOURNAL = (
    "PRAGMA writable_schema = ON",
    f"""UPDATE sqlite_schema SET sql = replace(sql, "({_ACTIONS})", "({_ACTIONS}, 'accept', 'word')")
        WHERE type = 'table' AND name = 'journal'""",
    "PRAGMA writable_schema = RESET",
)

STATEMENTS: tuple[str, ...] = (
    *WIDEN_JOURNAL,
    *(statement.strip() for statement in TABLES.split(";\n") if statement.strip()),
    *guards("vocabulary"),
)
"""Everything this step runs, one statement each, in order."""
