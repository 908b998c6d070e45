"""Step 5: things made and mended by hand. Each edit keeps, column by column, what stood there and what stands now.

Statements are not edited: what mends one is another statement that supersedes it, which the indexes find.
"""

from __future__ import annotations

from store.migrations.m0001_record import guards

EDITS = """
CREATE TABLE edits (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 26),
    kind TEXT NOT NULL, label TEXT NOT NULL, what TEXT NOT NULL, number INTEGER NOT NULL, field TEXT NOT NULL,
    before TEXT NOT NULL CHECK (json_valid(before)), after TEXT NOT NULL CHECK (json_valid(after)),
    entry INTEGER NOT NULL REFERENCES journal(id)
) STRICT;
CREATE INDEX edits_label ON edits (label);
CREATE INDEX edits_entry ON edits (entry);
CREATE INDEX signals_supersedes ON signals (supersedes) WHERE supersedes IS NOT NULL;
CREATE INDEX reports_supersedes ON reports (supersedes) WHERE supersedes IS NOT NULL
"""
"""`kind` and `label` name the thing, `what` and `number` its row, `field` the column or what belongs to it."""

# As in the second step: SQLite cannot alter a CHECK, and this one only takes in more.
_ACTIONS = "'begin', 'import', 'judge', 'claim', 'undo', 'redo', 'redate', 'accept', 'word'"
WIDEN_JOURNAL = (
    "PRAGMA writable_schema = ON",
    f"""UPDATE sqlite_schema SET sql = replace(sql, "({_ACTIONS})", "({_ACTIONS}, 'add', 'edit')")
        WHERE type = 'table' AND name = 'journal'""",
    "PRAGMA writable_schema = RESET",
)

STATEMENTS: tuple[str, ...] = (
    *WIDEN_JOURNAL,
    *(statement.strip() for statement in EDITS.split(";\n") if statement.strip()),
    *guards("edits"),
)
"""Everything this step runs, one statement each, in order."""
