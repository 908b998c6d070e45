"""Step 2: corrected days. A source's day, and what hung on it, are corrected by rows beside those they correct.

What was written stays as it was; `dated_claims` and the other views of that kind read a table with the days that
stand now: those of the newest correction that is in force, else its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from store.migrations.m0001_record import guards

_WINDOW = ("earliest", "latest", "loose_earliest", "loose_latest", "rule")

TABLES: dict[str, dict[str, str]] = {
    "sources": {"published": "known_on", **{name: name for name in ("earliest", "latest", "basis", "why")}},
    "reports": {name: name for name in ("known_on", *_WINDOW)},
    "claims": {name: name for name in ("known_on", *_WINDOW)},
    "signals": {name: name for name in ("known_on", "said_earliest", "said_latest", *_WINDOW)},
    "gates": {"known_on": "known_on"},
    "positions": {"known_on": "known_on"},
    "discrepancies": {"known_on": "known_on"},
    "commitments": {"known_on": "known_on"},
    "judgements": {"day": "known_on"},
}
"""Tables with days that a correction can move: their columns, and those of the correction that take their place."""

_LISTED = ", ".join(f"'{table}'" for table in TABLES)
_DAYS = ("said_earliest", "said_latest", "earliest", "latest", "loose_earliest", "loose_latest")

REDATINGS = f"""
CREATE TABLE redatings (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 26),
    what TEXT NOT NULL CHECK (what IN ({_LISTED})), number INTEGER NOT NULL, label TEXT NOT NULL,
    known_on TEXT NOT NULL CHECK (known_on IS date(known_on)),
    {", ".join(f"{name} TEXT CHECK ({name} IS NULL OR {name} IS date({name}))" for name in _DAYS)},
    rule TEXT, basis TEXT CHECK (basis IS NULL OR basis IN ('stated', 'resolved', 'inferred')), why TEXT,
    was TEXT NOT NULL CHECK (json_valid(was)), entry INTEGER NOT NULL REFERENCES journal(id),
    CHECK (earliest IS NULL OR latest IS NULL OR earliest <= latest)
) STRICT
"""
"""`what` and `number` name the row that is corrected, `was` its days before; all its days stand here, moved or not."""

INDEXES = (
    "CREATE INDEX redatings_number ON redatings (what, number, id)",
    "CREATE INDEX redatings_known ON redatings (what, known_on)",
    "CREATE INDEX redatings_label ON redatings (label)",
    "CREATE INDEX redatings_entry ON redatings (entry)",
)

REDATED = """
CREATE VIEW redated AS SELECT r.* FROM redatings r WHERE r.id = (
    SELECT max(n.id) FROM redatings n
    WHERE n.what = r.what AND n.number = r.number AND n.entry NOT IN (SELECT entry FROM undone))
"""
"""The corrections that stand."""

CLAIMS_IN_FORCE = """
CREATE VIEW claims_in_force AS
    SELECT c.* FROM dated_claims c WHERE c.entry NOT IN (SELECT entry FROM undone)
      AND NOT EXISTS (SELECT 1 FROM claims n WHERE n.supersedes = c.id AND n.entry NOT IN (SELECT entry FROM undone))
"""

# SQLite cannot alter a CHECK; what it documents for one that only takes in more is to edit the text of the schema.
# Copying the journal instead would need its foreign keys off, and the guards of its rows with them.
_ACTIONS = "'begin', 'import', 'judge', 'claim', 'undo', 'redo'"
WIDEN_JOURNAL = (
    "PRAGMA writable_schema = ON",
    f"""UPDATE sqlite_schema SET sql = replace(sql, "({_ACTIONS})", "({_ACTIONS}, 'redate')")
        WHERE type = 'table' AND name = 'journal'""",
    "PRAGMA writable_schema = RESET",
)


def dated(table: str, columns: Sequence[str]) -> str:
    """Write what makes the view that reads a table with the days that stand now."""
    moved = TABLES[table]
    shown = (
        f"CASE WHEN r.id IS NULL THEN t.{name} ELSE r.{moved[name]} END AS {name}" if name in moved else f"t.{name}"
        for name in columns
    )
    return f"""CREATE VIEW dated_{table} AS SELECT {", ".join(shown)} FROM {table} t
        LEFT JOIN redatings r ON r.id = (
            SELECT max(n.id) FROM redatings n
            WHERE n.what = '{table}' AND n.number = t.id AND n.entry NOT IN (SELECT entry FROM undone))"""


def statements(columns: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """List everything this step runs, one statement each, in order; `columns` are those of the tables it reads."""
    return (
        *WIDEN_JOURNAL,
        REDATINGS.strip(),
        *INDEXES,
        *guards("redatings"),
        REDATED.strip(),
        *(dated(table, columns[table]) for table in TABLES),
        "DROP VIEW claims_in_force",
        CLAIMS_IN_FORCE.strip(),
    )
