"""A made-up transfer in stages: what both sides, a witness and articles say of it, and where it does not add up."""

from tests.store.records import BASE, commitment, line, owed, said

_DAYS = (11, 13, 14, 15, 16, 18, 20, 23)


def _batch(label: str, figure: str, at: str, day: str, by: str | None = None, **more: str) -> str:
    given = {"by": by} if by else {}
    return said(label, "C1", figure, at, measure="batch", window=f"2025-06-{day}", **given, **more)


STAGED = (
    *BASE,
    line("actor", "ICRC", name="ICRC", kind="body", role="witness"),
    *(line("source", f"j{day}", origin=f"o{day}", published=f"2025-06-{day}", basis="stated") for day in _DAYS),
    commitment("C1", unit="bodies", mirrors="C2"),
    commitment("C2", from_="UA", to="RU", unit="sets"),
    owed("o1", "C1"),
    owed("o2", "C2"),
    owed("o3", "C1", "~12000", "s1:5", basis="total"),
    line("exchange", "E1", track="T", name="Transfer", legs=[{"from": "UA", "to": "RU", "category": "remains"}],
         serves=["C1", "C2"], window="2025-06-11/2025-06-16"),
    _batch("b1", "1212", "j11:3", "11", "RU", role="debtor", strength="quote"),
    _batch("b2", "1212", "j11:9", "11", "UA", role="creditor"),
    _batch("b3", "1212", "j13:4", "11", "ICRC", role="witness", strength="paraphrase"),
    _batch("b4", "1200", "j13:1", "13", "UA", role="creditor"),
    _batch("b5", "1200", "j14:8", "14", "UA", role="creditor"),
    _batch("b6", "~1200", "j16:2", "15"),
    _batch("b7", "1245", "j16:3", "16", "UA", role="creditor", strength="quote"),
    said("t0", "C1", "6000", "j16:9", by="RU", role="debtor", strength="headline"),
    said("t1", "C1", "6060", "j18:9", by="RU", role="debtor", supersedes="t0", window="2025-06-11/2025-06-16"),
    said("t2", "C1", "6057", "j20:5", by="UA", role="creditor", window="2025-06-11/2025-06-16"),
    said("t3", "C1", ">=6000", "j20:7", by="ICRC", role="witness"),
    said("t4", "E1", "27", "j11:4", by="RU", way="UA>RU"),
    said("t5", "C1", ">3000", "j23:11", measure="stock", by="RU", role="debtor"),
    said("t6", "C1", None, "j23:9", measure="progress", progress="rejected", by="UA", role="creditor"),
)  # fmt: skip
"""C1 is a transfer of 6,000 in stages: those that Ukraine lists leave one out; C2 mirrors it in another unit."""
