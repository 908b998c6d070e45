"""The steps themselves, run by sqlite-utils: what is pending is applied in order and remembered in the store."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

from store.domain.typed import TYPE_CHECKING
from store.migrations import (
    m0001_record,
    m0002_days,
    m0003_bounded,
    m0004_inbox,
    m0005_edits,
    m0006_filters,
    m0007_clauses,
)

if TYPE_CHECKING:
    from sqlite3 import Connection

MIGRATIONS = Migrations("talks")


@MIGRATIONS(name="0001_record")
def record(db: Database) -> None:
    """Build the tables, views and guards of the record."""
    for statement in m0001_record.STATEMENTS:
        db.execute(statement)


@MIGRATIONS(name="0002_days")
def days(db: Database) -> None:
    """Make room for corrected days: what is added beside the record, and views that read the record with them."""
    columns = {table: [column.name for column in db.table(table).columns] for table in m0002_days.TABLES}
    for statement in m0002_days.statements(columns):
        db.execute(statement)


@MIGRATIONS(name="0003_bounded")
def bounded(db: Database) -> None:
    """Make room for what is kept so that answers take bounded work; the caller fills it from the record."""
    for statement in m0003_bounded.STATEMENTS:
        db.execute(statement)


@MIGRATIONS(name="0004_inbox")
def inbox(db: Database) -> None:
    """Make room for the inbox of articles and for the words that people add."""
    for statement in m0004_inbox.STATEMENTS:
        db.execute(statement)


@MIGRATIONS(name="0005_edits")
def edits(db: Database) -> None:
    """Make room for what people change of a thing by hand."""
    for statement in m0005_edits.STATEMENTS:
        db.execute(statement)


@MIGRATIONS(name="0006_filters")
def filters(db: Database) -> None:
    """Make room for what obligations are chosen by, for the words of everything said, and for kept filters."""
    for statement in m0006_filters.STATEMENTS:
        db.execute(statement)


@MIGRATIONS(name="0007_clauses")
def clauses(db: Database) -> None:
    """Make room for what ties an obligation to a pace, a ratio, an event or a longer time."""
    for statement in m0007_clauses.statements([column.name for column in db.table("claims").columns]):
        db.execute(statement)


def apply_pending(connection: Connection) -> None:
    """Bring a store up to date. The caller holds the write transaction, so several first launches take turns."""
    MIGRATIONS.apply(Database(connection))
