"""Step 3: what is derived from the record, kept so that every answer takes bounded work, however long the record is.

All tables of this step but `undone` are emptied and filled anew from the record when a store is brought up to date:
`store.repository.derived` says how, and keeps them in the transaction of each write.
"""

from __future__ import annotations

LAST_NODE = 4_194_304
"""The node of `placing_counts` that counts everything: the first power of two beyond every day number."""

PLACINGS = """
DROP VIEW board;
DROP TABLE placings;
DROP TABLE placing_totals;
CREATE TABLE bands (
    id INTEGER PRIMARY KEY, track TEXT NOT NULL, recognised TEXT NOT NULL, bound TEXT NOT NULL,
    UNIQUE (track, recognised, bound)
) STRICT;
CREATE TABLE placings (
    commitment INTEGER NOT NULL REFERENCES commitments(id), since TEXT NOT NULL CHECK (since IS date(since)),
    until TEXT CHECK (until IS NULL OR until IS date(until)), shelf INTEGER NOT NULL CHECK (shelf BETWEEN 0 AND 5),
    band INTEGER NOT NULL REFERENCES bands(id), due TEXT NOT NULL, PRIMARY KEY (commitment, since)
) STRICT, WITHOUT ROWID;
CREATE TABLE placing_counts (
    node INTEGER NOT NULL, band INTEGER NOT NULL, shelf INTEGER NOT NULL, began INTEGER NOT NULL,
    ended INTEGER NOT NULL, PRIMARY KEY (node, band, shelf)
) STRICT, WITHOUT ROWID;
CREATE TABLE evidence_days (
    day TEXT PRIMARY KEY CHECK (day IS date(day)), facts INTEGER NOT NULL CHECK (facts > 0)
) STRICT, WITHOUT ROWID;
CREATE VIEW board AS
    SELECT c.label, c.debtor, c.creditor, c.category, c.what, p.shelf, b.recognised AS recognised_by,
           nullif(p.due, '9999-12-31') AS due, p.since
    FROM placings p JOIN bands b ON b.id = p.band JOIN commitments c ON c.id = p.commitment WHERE p.until IS NULL
    ORDER BY p.shelf, p.due, p.commitment
"""
"""A band is the commitments of one track that the same parties recognise. The counts are sums over spans of days: a
node covers as many days up to its own number as its lowest bit says, so that some twenty of them give any day."""

WORDS = """
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(
    text, content='', detail=none, columnsize=0, tokenize='ascii', prefix='1 2 3 4 5 6 7 8 9'
);
CREATE TABLE commitment_words (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT
"""
"""The words of a commitment, folded alike for the index and for looking into the words of one commitment."""

UNDONE = (
    "CREATE TEMP TABLE gone AS SELECT entry FROM undone",
    "DROP VIEW undone",
    "CREATE TABLE undone (entry INTEGER PRIMARY KEY REFERENCES journal(id)) STRICT",
    "INSERT INTO undone SELECT entry FROM gone",
    "DROP TABLE temp.gone",
    """CREATE TRIGGER journal_undoes AFTER INSERT ON journal WHEN new.action = 'undo'
        BEGIN INSERT OR IGNORE INTO undone (entry) VALUES (new.target); END""",
    """CREATE TRIGGER journal_redoes AFTER INSERT ON journal WHEN new.action = 'redo'
        BEGIN DELETE FROM undone WHERE entry = new.target; END""",
)
"""The entries out of force, as a table that a row's entry is looked up in, where a view had to be gone through."""

PLACING_INDEXES = {
    "placings_order": "placings (band, shelf, due, commitment, since, until)",
    "placings_until": "placings (band, shelf, until, due, commitment, since)",
    "placings_since": "placings (band, shelf, since, until, due, commitment)",
    "placings_now": "placings (shelf, due, commitment, band, since) WHERE until IS NULL",
    "placings_due": "placings (due, commitment) WHERE until IS NULL AND due < '9999-12-31'",
}
"""The ways into the placings; what fills many at once drops these and makes them again."""

_DRIVING = "WHERE about IN ('round', 'setting_its_date')"
INDEXES = {
    **PLACING_INDEXES,
    "claims_known": "claims (known_on, commitment, exchange)",
    "claims_source": "claims (source)",
    "claims_speaker": "claims (speaker, known_on) WHERE speaker IS NOT NULL",
    "claims_side": "claims (speaks_for, known_on) WHERE speaks_for IS NOT NULL",
    "signals_round": "signals (round, known_on)",
    "signals_driving": f"signals (round, speaks_for, known_on) {_DRIVING}",
    "signals_track": "signals (track, known_on)",
    "signals_source": "signals (source)",
    "signals_speaker": "signals (speaker, known_on) WHERE speaker IS NOT NULL",
    "signals_side": "signals (speaks_for, known_on) WHERE speaks_for IS NOT NULL",
    "reports_source": "reports (source)",
    "gates_source": "gates (source)",
    "gates_round": "gates (round)",
    "positions_actor": "positions (actor, known_on)",
    "positions_track": "positions (track, known_on)",
    "judgements_day": "judgements (day)",
    "judgements_label": "judgements (label) WHERE label IS NOT NULL",
    "journal_who": "journal (who)",
}
"""Every index of this step."""

_REPLACED = ("claims_known", "signals_round")


def made(indexes: dict[str, str]) -> tuple[str, ...]:
    """Write what makes indexes."""
    return tuple(f"CREATE INDEX {name} ON {columns}" for name, columns in indexes.items())


def _split(part: str) -> tuple[str, ...]:
    return tuple(statement.strip() for statement in part.split(";\n") if statement.strip())


STATEMENTS: tuple[str, ...] = (
    *_split(PLACINGS),
    *_split(WORDS),
    *UNDONE,
    *(f"DROP INDEX {name}" for name in _REPLACED),
    *made(INDEXES),
)
"""Everything this step runs, one statement each, in order."""
