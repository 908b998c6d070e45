"""Step 1: the record. Tables that people can read with any SQLite tool; things name one another by their labels.

Days are ISO dates; a window is `earliest` and `latest` (inclusive, null = open) with its loose reading beside it.
`known_on` is the day a fact became known, `entry` the journal entry that wrote the row.
"""

from __future__ import annotations

_DAY = "CHECK ({0} IS NULL OR {0} IS date({0}))"


def _day(name: str, required: bool = False) -> str:
    return f"{name} TEXT {'NOT NULL ' if required else ''}{_DAY.format(name)}"


def _one_of(name: str, words: str, required: bool = True) -> str:
    listed = ", ".join(f"'{word}'" for word in words.split())
    return f"{name} TEXT {'NOT NULL ' if required else ''}CHECK ({name} IN ({listed}))"


_WINDOW_COLUMNS = ", ".join(
    (*(_day(name) for name in ("earliest", "latest", "loose_earliest", "loose_latest")), "phrase TEXT, rule TEXT")
)
_WINDOW_CHECK = "CHECK (earliest IS NULL OR latest IS NULL OR earliest <= latest)"
_UID = "uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 26)"
_ENTRY = "entry INTEGER NOT NULL REFERENCES journal(id)"
_STRENGTH = _one_of("strength", "quote paraphrase relayed article headline")
_CITE = f"""source TEXT NOT NULL REFERENCES sources(label), locator TEXT NOT NULL, words TEXT, {_STRENGTH},
    speaker TEXT REFERENCES actors(code), speaks_for TEXT REFERENCES actors(code), via TEXT"""
_CATEGORY = _one_of("category", "prisoners remains civilians children list document ceasefire other")
_ROUND_STATES = "proposed gated expected scheduled in_session held postponed cancelled lapsed"

TABLES = f"""
CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT, {_UID},
    at TEXT NOT NULL, who TEXT NOT NULL,
    {_one_of("action", "begin import judge claim undo redo")},
    subject TEXT NOT NULL, before TEXT, after TEXT, why TEXT,
    wrote TEXT CHECK (wrote IS NULL OR json_valid(wrote)),
    target INTEGER REFERENCES journal(id),
    CHECK ((target IS NOT NULL) = (action IN ('undo', 'redo')))
) STRICT;
CREATE TABLE actors (
    id INTEGER PRIMARY KEY, {_UID}, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    {_one_of("kind", "side body person joint")},
    {_one_of("role", "party host mediator guarantor witness spokesperson other")},
    speaks_for TEXT REFERENCES actors(code), office TEXT REFERENCES actors(code), members TEXT, {_ENTRY}
) STRICT;
CREATE TABLE aliases (
    alias TEXT PRIMARY KEY, actor TEXT NOT NULL REFERENCES actors(code), {_ENTRY}
) STRICT, WITHOUT ROWID;
CREATE TABLE tracks (
    id INTEGER PRIMARY KEY, {_UID}, label TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    host TEXT REFERENCES actors(code), {_ENTRY}
) STRICT;
CREATE TABLE track_actors (
    track TEXT NOT NULL REFERENCES tracks(label), actor TEXT NOT NULL REFERENCES actors(code),
    {_one_of("role", "party mediator guarantor witness")}, place INTEGER NOT NULL,
    PRIMARY KEY (track, role, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE origins (label TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE sources (
    id INTEGER PRIMARY KEY, {_UID}, label TEXT NOT NULL UNIQUE, title TEXT, publisher TEXT, upstream TEXT,
    origin TEXT NOT NULL REFERENCES origins(label), {_day("published", required=True)},
    {_day("earliest")}, {_day("latest")}, {_one_of("basis", "stated resolved inferred")}, why TEXT,
    address TEXT, digest TEXT, language TEXT, note TEXT, {_ENTRY}
) STRICT;
CREATE INDEX sources_published ON sources (published);
CREATE TABLE rounds (
    id INTEGER PRIMARY KEY, {_UID}, label TEXT NOT NULL UNIQUE, track TEXT NOT NULL REFERENCES tracks(label),
    {_one_of("kind", "round meeting")}, ordinal INTEGER CHECK (ordinal > 0), name TEXT NOT NULL, {_ENTRY},
    CHECK (kind = 'meeting' OR ordinal IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX rounds_ordinal ON rounds (track, ordinal) WHERE kind = 'round';
CREATE TABLE reports (
    id INTEGER PRIMARY KEY, {_UID}, round TEXT NOT NULL REFERENCES rounds(label), {_CITE},
    {_one_of("state", _ROUND_STATES, required=False)}, {_WINDOW_COLUMNS}, place TEXT,
    host TEXT REFERENCES actors(code), duration TEXT, minutes INTEGER CHECK (minutes >= 0), heads TEXT, outcome TEXT,
    note TEXT, {_day("known_on", required=True)}, supersedes INTEGER REFERENCES reports(id), {_ENTRY}, {_WINDOW_CHECK}
) STRICT;
CREATE INDEX reports_round ON reports (round);
CREATE INDEX reports_known ON reports (known_on);
CREATE TABLE commitments (
    id INTEGER PRIMARY KEY, {_UID}, label TEXT NOT NULL UNIQUE, track TEXT NOT NULL REFERENCES tracks(label),
    round TEXT REFERENCES rounds(label), debtor TEXT NOT NULL REFERENCES actors(code),
    creditor TEXT NOT NULL REFERENCES actors(code), {_CATEGORY}, what TEXT NOT NULL, unit TEXT,
    mirrors TEXT, needs TEXT, {_day("known_on", required=True)}, {_ENTRY}
) STRICT;
CREATE TABLE exchanges (
    id INTEGER PRIMARY KEY, {_UID}, label TEXT NOT NULL UNIQUE, track TEXT NOT NULL REFERENCES tracks(label),
    name TEXT NOT NULL, {_WINDOW_COLUMNS}, place TEXT, witness TEXT REFERENCES actors(code), {_ENTRY}, {_WINDOW_CHECK}
) STRICT;
CREATE TABLE legs (
    exchange TEXT NOT NULL REFERENCES exchanges(label), place INTEGER NOT NULL,
    debtor TEXT NOT NULL REFERENCES actors(code), creditor TEXT NOT NULL REFERENCES actors(code),
    {_CATEGORY}, parts TEXT, PRIMARY KEY (exchange, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE serves (
    exchange TEXT NOT NULL REFERENCES exchanges(label), commitment TEXT NOT NULL REFERENCES commitments(label),
    PRIMARY KEY (commitment, exchange)
) STRICT, WITHOUT ROWID;
CREATE INDEX serves_exchange ON serves (exchange);
CREATE TABLE claims (
    id INTEGER PRIMARY KEY, {_UID}, label TEXT, commitment TEXT REFERENCES commitments(label),
    exchange TEXT REFERENCES exchanges(label), way TEXT, {_CITE},
    {_one_of("measure", "owed batch cumulative stock progress")},
    {_one_of("qualifier", "exact about over at_least at_most between all several hundreds undisclosed", False)},
    low INTEGER CHECK (low >= 0), point INTEGER CHECK (point >= 0), high INTEGER CHECK (high >= 0),
    {_one_of("basis", "one_way each total unstated")},
    {_one_of("progress", "not_started preparing partial delivered exceeded stalled refused rejected", False)},
    {_one_of("event", "announced attempted postponed done disputed", False)},
    {_one_of("instrument", "requested expected offered announced agreed superseded withdrawn", False)},
    recognised_by TEXT, {_one_of("role", "debtor creditor witness other", False)}, {_WINDOW_COLUMNS}, note TEXT,
    {_day("known_on", required=True)}, supersedes INTEGER REFERENCES claims(id), {_ENTRY}, {_WINDOW_CHECK},
    CHECK (commitment IS NOT NULL OR exchange IS NOT NULL),
    CHECK (low IS NULL OR high IS NULL OR low <= high),
    CHECK (qualifier IS NOT NULL OR (low IS NULL AND point IS NULL AND high IS NULL))
) STRICT;
CREATE INDEX claims_commitment ON claims (commitment) WHERE commitment IS NOT NULL;
CREATE INDEX claims_exchange ON claims (exchange) WHERE exchange IS NOT NULL;
CREATE INDEX claims_label ON claims (label) WHERE label IS NOT NULL;
CREATE INDEX claims_known ON claims (known_on);
CREATE TABLE signals (
    id INTEGER PRIMARY KEY, {_UID}, label TEXT, track TEXT NOT NULL REFERENCES tracks(label),
    round TEXT REFERENCES rounds(label), {_CITE},
    {_one_of("about", "round setting_its_date reply summit exchange end_of_truce other")},
    {_one_of("modality", "scheduled expected proposed hoped conditional on_hold not_set")},
    {_day("said_earliest")}, {_day("said_latest")}, {_WINDOW_COLUMNS}, note TEXT,
    {_day("known_on", required=True)}, supersedes INTEGER REFERENCES signals(id), {_ENTRY}, {_WINDOW_CHECK}
) STRICT;
CREATE INDEX signals_round ON signals (round);
CREATE INDEX signals_label ON signals (label) WHERE label IS NOT NULL;
CREATE INDEX signals_known ON signals (known_on);
CREATE TABLE gates (
    id INTEGER PRIMARY KEY, {_UID}, label TEXT NOT NULL UNIQUE, track TEXT NOT NULL REFERENCES tracks(label),
    round TEXT REFERENCES rounds(label), holds TEXT NOT NULL, {_one_of("mode", "all_of any_of")},
    condition TEXT NOT NULL, testable INTEGER NOT NULL CHECK (testable IN (0, 1)), {_CITE}, note TEXT,
    {_day("known_on", required=True)}, {_ENTRY}
) STRICT;
CREATE INDEX gates_known ON gates (known_on);
CREATE TABLE gate_commitments (
    gate TEXT NOT NULL REFERENCES gates(label), {_one_of("part", "requires holds")},
    commitment TEXT NOT NULL REFERENCES commitments(label), PRIMARY KEY (gate, part, commitment)
) STRICT, WITHOUT ROWID;
CREATE INDEX gate_commitments_commitment ON gate_commitments (commitment);
CREATE TABLE positions (
    id INTEGER PRIMARY KEY, {_UID}, label TEXT NOT NULL UNIQUE, track TEXT REFERENCES tracks(label),
    actor TEXT NOT NULL REFERENCES actors(code), topic TEXT NOT NULL,
    {_one_of("stance", "demands proposes offers accepts rejects urges states")}, summary TEXT NOT NULL, reply TEXT,
    {_STRENGTH}, locators TEXT NOT NULL, {_day("known_on", required=True)}, {_ENTRY}
) STRICT;
CREATE INDEX positions_known ON positions (known_on);
CREATE TABLE discrepancies (
    id INTEGER PRIMARY KEY, {_UID}, label TEXT NOT NULL UNIQUE,
    {_one_of("kind", "origin figure scope date object strength wording omission name gate")}, summary TEXT NOT NULL,
    treat_as TEXT NOT NULL, locators TEXT NOT NULL, {_day("known_on", required=True)}, {_ENTRY}
) STRICT;
CREATE TABLE discrepancy_subjects (
    discrepancy TEXT NOT NULL REFERENCES discrepancies(label), subject TEXT NOT NULL,
    PRIMARY KEY (subject, discrepancy)
) STRICT, WITHOUT ROWID;
CREATE TABLE judgements (
    id INTEGER PRIMARY KEY, {_UID}, label TEXT, about TEXT NOT NULL,
    {_one_of("aspect", "delivery verification instrument round_state note")}, value TEXT, reason TEXT, rests_on TEXT,
    author TEXT NOT NULL, {_day("day", required=True)}, supersedes INTEGER REFERENCES judgements(id), {_ENTRY}
) STRICT;
CREATE INDEX judgements_about ON judgements (about);
CREATE INDEX journal_subject ON journal (subject);
CREATE INDEX journal_target ON journal (target, id) WHERE target IS NOT NULL
"""

DERIVED = f"""
CREATE TABLE placings (
    commitment INTEGER NOT NULL REFERENCES commitments(id), {_day("since", required=True)}, {_day("until")},
    shelf INTEGER NOT NULL CHECK (shelf BETWEEN 0 AND 5), track TEXT NOT NULL, recognised TEXT NOT NULL,
    bound TEXT NOT NULL, due TEXT NOT NULL, PRIMARY KEY (commitment, since)
) STRICT, WITHOUT ROWID;
CREATE INDEX placings_order ON placings (track, recognised, bound, shelf, due, commitment, since, until);
CREATE INDEX placings_since ON placings (since);
CREATE INDEX placings_due ON placings (due) WHERE until IS NULL AND due < '9999-12-31';
CREATE TABLE placing_totals (
    day TEXT NOT NULL, track TEXT NOT NULL, recognised TEXT NOT NULL, bound TEXT NOT NULL, shelf INTEGER NOT NULL,
    delta INTEGER NOT NULL, PRIMARY KEY (day, track, recognised, bound, shelf)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5(
    text, content='', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
);
CREATE VIEW undone AS
    SELECT j.target AS entry FROM journal j
    WHERE j.target IS NOT NULL AND j.action = 'undo'
      AND NOT EXISTS (SELECT 1 FROM journal k WHERE k.target = j.target AND k.id > j.id);
CREATE VIEW claims_in_force AS
    SELECT c.* FROM claims c WHERE c.entry NOT IN (SELECT entry FROM undone)
      AND NOT EXISTS (SELECT 1 FROM claims n WHERE n.supersedes = c.id AND n.entry NOT IN (SELECT entry FROM undone));
CREATE VIEW board AS
    SELECT c.label, c.debtor, c.creditor, c.category, c.what, p.shelf, p.recognised AS recognised_by,
           nullif(p.due, '9999-12-31') AS due, p.since
    FROM placings p JOIN commitments c ON c.id = p.commitment WHERE p.until IS NULL
    ORDER BY p.shelf, p.due, p.commitment;
CREATE INDEX claims_supersedes ON claims (supersedes) WHERE supersedes IS NOT NULL
"""

APPEND_ONLY = ("claims", "signals", "judgements", "reports", "journal")
"""Tables whose rows are never changed or deleted."""


def guards(table: str) -> tuple[str, ...]:
    """Write the triggers that keep the rows of a table from being changed, deleted or replaced."""
    refuse = f"SELECT RAISE(ABORT, '{table}: append only, add a row that supersedes this one')"
    return (
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN {refuse}; END",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN {refuse}; END",
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE id = new.id OR uid = new.uid) BEGIN {refuse}; END",
    )


def _tally(row: str, day: str, delta: int) -> str:
    return f"""INSERT INTO placing_totals (day, track, recognised, bound, shelf, delta)
        SELECT {row}.{day}, {row}.track, {row}.recognised, {row}.bound, {row}.shelf, {delta}
        WHERE {row}.{day} IS NOT NULL
        ON CONFLICT (day, track, recognised, bound, shelf) DO UPDATE SET delta = delta + excluded.delta;"""


TALLIES = (
    f"CREATE TRIGGER placings_added AFTER INSERT ON placings BEGIN "
    f"{_tally('new', 'since', 1)} {_tally('new', 'until', -1)} END",
    f"CREATE TRIGGER placings_removed AFTER DELETE ON placings BEGIN "
    f"{_tally('old', 'since', -1)} {_tally('old', 'until', 1)} END",
    "CREATE TRIGGER placings_no_update BEFORE UPDATE ON placings BEGIN "
    "SELECT RAISE(ABORT, 'placings: delete and insert'); END",
)

STATEMENTS: tuple[str, ...] = (
    *(statement.strip() for part in (TABLES, DERIVED) for statement in part.split(";\n") if statement.strip()),
    *(guard for table in APPEND_ONLY for guard in guards(table)),
    *TALLIES,
)
"""Everything this step runs, one statement each, in order."""
