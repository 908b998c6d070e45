"""Step 6: what obligations are chosen and ordered by, the words of everything said, and the filters that people keep.

`facets` and `texts` are derived from the record and filled anew when a store is brought up to date. The triggers that
keep `texts` add what a row says and never take anything out: whoever searches looks at the rows that were found, and
leaves out what says something else by now, is out of force or not known yet. Filters are no facts, so they change
without the journal.
"""

from __future__ import annotations

TABLES = """
CREATE TABLE facets (
    commitment INTEGER NOT NULL REFERENCES commitments(id), since TEXT NOT NULL CHECK (since IS date(since)),
    until TEXT CHECK (until IS NULL OR until IS date(until)), instrument INTEGER NOT NULL, delivery INTEGER NOT NULL,
    verification INTEGER NOT NULL, promised INTEGER, delivered INTEGER, remaining INTEGER, news TEXT NOT NULL,
    PRIMARY KEY (commitment, since)
) STRICT, WITHOUT ROWID;
CREATE TABLE filters (
    name TEXT PRIMARY KEY CHECK (name <> ''), words TEXT NOT NULL CHECK (words <> ''), who TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE texts USING fts5(
    text, content='', detail=none, columnsize=0, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6 7 8 9'
)
"""
"""Instrument, delivery and verification are numbered in the order of their words in store/domain/words.py."""

_NOW = "WHERE until IS NULL"
INDEXES = {
    "facets_instrument": f"facets (instrument, commitment, until) {_NOW}",
    "facets_delivery": f"facets (delivery, commitment, until) {_NOW}",
    "facets_verification": f"facets (verification, commitment, until) {_NOW}",
    "facets_promised": f"facets (promised, commitment, until) {_NOW}",
    "facets_delivered": f"facets (delivered, commitment, until) {_NOW}",
    "facets_remaining": f"facets (remaining, commitment, until) {_NOW}",
    "facets_news": f"facets (news, commitment, until) {_NOW}",
    "facets_until": "facets (until) WHERE until IS NOT NULL",
    "placings_now": f"placings (shelf, due, commitment, band, since, until) {_NOW}",
    "placings_due": f"placings (due, commitment, until) {_NOW} AND due < '9999-12-31'",
    "placings_ended": "placings (until) WHERE until IS NOT NULL",
    "commitments_debtor": "commitments (debtor)",
    "commitments_creditor": "commitments (creditor)",
    "commitments_category": "commitments (category)",
    "commitments_round": "commitments (round)",
    "commitments_numbered": "commitments (substr('0000' || length(label), -4) || label)",
}
"""Those of what holds still have the column that is null in all of them: else each row would be looked up for it."""
_REPLACED = ("placings_now", "placings_due")

_ALIKE = dict(zip("ёЁйЙїЇўЎıłŁøØđĐ", "ееииііууilloodd", strict=True))  # noqa: RUF001 - Cyrillic, on purpose
"""Letters that the index does not fold as the words of a search are folded."""
NUMBERS = {
    "exchanges": 2,
    "claims": 3,
    "signals": 4,
    "sources": 7,
    "positions": 8,
    "discrepancies": 9,
    "judgements": 10,
    "reports": 11,
    "journal": 12,
    "readings": 13,
}
"""Which tables are searched; their numbers stand in the upper bits of the numbers of texts."""
SHIFT = 40
"""By how many bits."""
SPOKEN: dict[str, tuple[str, ...]] = {
    "exchanges": ("name", "place", "phrase"),
    "claims": ("words", "note", "speaker", "phrase", "via"),
    "signals": ("words", "note", "speaker", "phrase", "via"),
    "sources": ("title", "publisher", "upstream", "note", "address"),
    "positions": ("topic", "summary", "reply", "actor"),
    "discrepancies": ("summary", "treat_as"),
    "judgements": ("value", "reason", "author"),
    "reports": ("words", "note", "speaker", "phrase", "place", "heads", "outcome"),
    "journal": ("who", "why", "before", "after"),
    "readings": ("title", "publisher", "text"),
}
"""The columns that are searched in."""


def _text(table: str, row: str = "") -> str:
    """Write the words of a row as one text, folded where that is needed."""
    return _folded(_said(table, row))


def _said(table: str, row: str = "") -> str:
    return "||' '||".join(f"coalesce({row}{column}, '')" for column in SPOKEN[table])


def _folded(said: str) -> str:
    folded = said
    for letter, plain in _ALIKE.items():
        folded = f"replace({folded}, '{letter}', '{plain}')"
    return f"CASE WHEN length({said}) = length(CAST({said} AS BLOB)) THEN {said} ELSE {folded} END"


def filling(table: str) -> str:
    """Write what adds the words of rows of a table, from one number to another; each is put together once."""
    return f"""WITH spoken AS MATERIALIZED (SELECT id, {_said(table)} AS said FROM {table} WHERE id BETWEEN ? AND ?)
        INSERT INTO texts (rowid, text) SELECT ({NUMBERS[table]} << {SHIFT}) + id, {_folded("said")} FROM spoken"""


def _keeping(table: str) -> str:
    return f"""CREATE TRIGGER {table}_said AFTER INSERT ON {table} BEGIN
        INSERT INTO texts (rowid, text) VALUES (({NUMBERS[table]} << {SHIFT}) + new.id, {_text(table, "new.")}); END"""


STATEMENTS: tuple[str, ...] = (
    *(statement.strip() for statement in TABLES.split(";\n") if statement.strip()),
    *(f"DROP INDEX {name}" for name in _REPLACED),
    *(f"CREATE INDEX {name} ON {columns}" for name, columns in INDEXES.items()),
    *(_keeping(table) for table in NUMBERS),
)
"""Everything this step runs, one statement each, in order."""
