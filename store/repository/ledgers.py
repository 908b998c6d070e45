"""Ledgers: what is behind a label as a commitment, and everything said of how much it promises and brought."""

from __future__ import annotations

from collections.abc import Iterable

from store.domain.knowledge import known
from store.domain.ledger import Ledger, LedgerPage, Sides, ledger_of
from store.domain.model import Commitment
from store.domain.reading import readings
from store.domain.requests import BoardQuery
from store.domain.standing import Case
from store.domain.sums import Pair, Side, pair_of
from store.domain.terms import promise_of
from store.domain.typed import TYPE_CHECKING
from store.domain.words import Measure
from store.errors import UnknownError, UsageError
from store.repository import fetch
from store.repository.boards import build_page
from store.repository.evidence import find
from store.repository.setting import Setting

if TYPE_CHECKING:
    from store.repository.answers import Answers

_NEAR = 3
"""Commitments fetched to know the neighbours of one."""


def read_ledger(store: Answers, label: str, query: BoardQuery) -> Ledger:
    """Fetch the ledger of what is behind a label.

    Raises UnknownError for a label not on record by that day, UsageError where no commitment is behind it.
    """
    with store.settled(query) as setting:
        return _build(setting, commitment_behind(setting, label))


def read_ledger_page(store: Answers, label: str, query: BoardQuery) -> LedgerPage:
    """Fetch the ledger of what is behind a label with its neighbours on the board, or why there is none."""
    with store.settled(query) as setting:
        try:
            name = commitment_behind(setting, label)
            page = _neighbours(setting, name)
            return page._replace(ledger=_build(setting, name))
        except (UnknownError, UsageError) as error:
            page = _neighbours(setting, "")
            return page._replace(why=f"{error}.")


def commitment_behind(setting: Setting, label: str) -> str:
    """Return the commitment that a label is of or about. Raises UnknownError, UsageError where there is none."""
    kind, spelled = find(setting.connection, label)
    if kind == "commitment":
        return spelled
    behind = next(iter(_behind(setting, kind, spelled)), None)
    if behind is None:
        article = "an" if kind[0] in "aeiou" else "a"
        raise UsageError(f"{spelled} is {article} {kind}; a ledger is kept of one commitment")
    return behind


def _behind(setting: Setting, kind: str, label: str) -> Iterable[str]:
    connection = setting.connection
    match kind:
        case "claim":
            for claim in fetch.claims(connection, "t.label = ?", (label,)):
                exchange = claim.exchange
                yield from [claim.commitment] if claim.commitment else _served(setting, exchange or "", claim.way)
        case "exchange":
            yield from _served(setting, label)
        case "gate":
            yield from (of for gate in fetch.gates(connection, "t.label = ?", (label,)) for of in gate.requires)
        case "discrepancy":
            about = (item.about for item in fetch.discrepancies(connection, "d.label = ?", (label,)))
            yield from _cases(setting, (of for labels in about for of in labels))
        case "judgement":
            yield from _cases(setting, (judged.about for judged in fetch.judgements_labelled(connection, label)))


def _served(setting: Setting, exchange: str, way: tuple[str, str] | None = None) -> Iterable[str]:
    """List the commitments that an exchange serves, of one direction where one is given."""
    for found in fetch.exchanges(setting.connection, [exchange]):
        for label, case in _cases(setting, found.serves).items():
            if way is None or way == (case.commitment.debtor, case.commitment.creditor):
                yield label


def _cases(setting: Setting, labels: Iterable[str]) -> dict[str, Case]:
    """Fetch the commitments among some labels, in the order of these."""
    numbers = setting.numbers(wanted := list(dict.fromkeys(labels)))
    found = setting.cases(list(numbers.values()))
    return {label: found[numbers[label]] for label in wanted if numbers.get(label) in found}


def _neighbours(setting: Setting, label: str) -> LedgerPage:
    """Find what stands before and after a commitment on the board; of none, the first one after it."""
    query = setting.query._replace(around=label or None, size=_NEAR, from_end=False)
    rows = [row.label for row in build_page(setting._replace(query=query)).rows]
    if label not in rows:
        return LedgerPage(None, following=rows[0] if rows else None)
    place = rows.index(label)
    return LedgerPage(None, "", rows[place - 1] if place else None, (*rows, None)[place + 1])


def _build(setting: Setting, label: str) -> Ledger:
    case = _cases(setting, [label])[label]
    if case.commitment.known_on > setting.day:
        raise UnknownError(f"{label} was not known yet on {setting.day}: step to a later day")
    parties = next((track.parties for track in setting.tracks if track.label == case.commitment.track), case.bound)
    views = (setting.query.reading, *readings(parties))
    events = {claim.exchange for claim in case.claims if claim.exchange is not None}
    exchanges = {exchange.label: exchange for exchange in fetch.exchanges(setting.connection, sorted(events))}
    ledger = ledger_of(case, setting.day, _sides(setting, case.commitment), views, exchanges)
    return ledger._replace(
        pair=_pair(setting, case),
        discrepancies=tuple(fetch.discrepancies_about(setting.connection, label, setting.day)),
        sources=fetch.sources(setting.connection, [entry.claim.cite.source for entry in ledger.entries]),
    )


def _sides(setting: Setting, commitment: Commitment) -> Sides:
    """Spell out both sides; of a joint actor that owes to itself, the first member faces the others."""
    debtors, creditors = (
        fetch.bound(commitment._replace(debtor=code, creditor=code), setting.actors)
        for code in (commitment.debtor, commitment.creditor)
    )
    if debtors == creditors and len(debtors) > 1:
        return Sides(debtors[:1], debtors[1:])
    return Sides(debtors, tuple(code for code in creditors if code not in debtors))


def _pair(setting: Setting, case: Case) -> Pair | None:
    mirror = case.commitment.mirrors
    other = _cases(setting, [mirror]).get(mirror) if mirror else None
    if other is None or other.commitment.known_on > setting.day:
        return None
    said = [[c for c in known(one.claims, setting.day) if c.measure is Measure.OWED] for one in (case, other)]
    one, facing = (
        Side(mine.commitment, promise.figure if (promise := promise_of(claims)) else None)
        for mine, claims in zip((case, other), said, strict=True)
    )
    return pair_of(one, facing, (*said[0], *said[1]))
