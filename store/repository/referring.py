"""What the store holds that a line of the record may refer to, looked up as it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from store.domain.typed import TYPE_CHECKING
from store.repository import fetch
from store.repository.names import TABLES
from store.repository.tables.columns import LABELLED, Known, Names

if TYPE_CHECKING:
    from sqlite3 import Connection
    from typing import Any

