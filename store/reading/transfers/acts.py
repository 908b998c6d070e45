"""What is done with what is counted: the verb or noun of the trade that governs it, done, owed or asked for."""

from __future__ import annotations

from itertools import pairwise

from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.transfers.act import CLAUSE_ENDS, FARTHEST_BEFORE, FARTHEST_BEHIND, Act
from store.reading.transfers.asides import past_aside
from store.reading.transfers.carried import arrival
from store.reading.transfers.counted import Counted
from store.reading.transfers.foreseen import awaited, is_foreseen, owed_or_proposed, seen
from store.reading.transfers.involved import brought_about, involved
from store.reading.transfers.manners import manner_of_verb
from store.reading.transfers.moves import moved
from store.reading.transfers.nounal import is_noun
from store.reading.transfers.nouns import manner_of_noun
from store.reading.transfers.partners import in_return, paid_for, traded_for
from store.reading.transfers.standing import are_sufferers, has_own_verb, is_subject, only_exist
from store.reading.transfers.unmoved import of_rejected_paper
from store.reading.transfers.usable import LISTED_ONLY, TRIGGERS, does_else, is_passive, usable

_TELLING = ("after", "before", "since", "by", "upon", "following")
"""What leads to a gerund that the subject of the sentence does: "after freeing three captives"."""
_ALIKE = ("set free", "let go")
_AT_LARGE = frozenset(("persons", "civilians", "children", "soldiers"))
"""Who is exchanged on visits too: "personnel exchanges", "student exchanges"."""
_NEAR = 6
_GRANTED = ("given", "handed")
"""Participles whose subject receives what stands right behind them: "Moscow was given the remains of 26"."""


def act_on(pieces: list[Piece], counted: Counted, before: Act | None) -> Act | None:
    """Return what is done with something counted; None where nothing of the trade is."""
    if are_sufferers(pieces, counted) or only_exist(pieces, counted):
        return None
    begin = in_return(pieces, counted)
    if begin is not None:
        return before._replace(partner=True) if before is not None else _given_for(pieces, counted, begin)
    at = _compound(pieces, counted)
    due = awaited(pieces, counted)
    if due is not None:
        return due
    if at is None:
        at = _governing(pieces, counted)
    framed = _framed(pieces, counted) if at is None else None
    return framed or _ruled_by(pieces, counted, at, before)


def _ruled_by(pieces: list[Piece], counted: Counted, at: int | None, before: Act | None) -> Act | None:
    """Return what the verb or noun at a place does with a count; without one, what was done with the count before."""
    if at is None:
        if before is None or not _goes_on(pieces, counted, before):
            return None
        at = before.at
        if not paid_for(pieces, counted, at):
            return before
    if before is not None and at == before.at and paid_for(pieces, counted, at):
        return before._replace(partner=not before.partner)
    act = _caused(pieces, at, counted) or act_at(pieces, at, counted)
    if before is None and at < counted.first and traded_for(pieces, counted, at):
        act = act._replace(partner=True)
    if act.status == "done" and is_foreseen(pieces, at):
        act = owed_or_proposed(act, pieces, at)
    if _denied(pieces, min(at, counted.first)) or (
        act.status in ("owed", "proposed") and of_rejected_paper(pieces, act.at)
    ):
        return act._replace(status="refused")
    if act.status == "talked" and brought_about(pieces, counted, at):
        return act._replace(status="done")
    if act.status == "unsaid" and before is not None:
        return act._replace(status=before.status, modality=before.modality)
    return act


def _framed(pieces: list[Piece], counted: Counted) -> Act | None:
    """Return what a frame of words says of a count that no verb of the trade governs."""
    return seen(pieces, counted) or involved(pieces, counted) or _carried(pieces, counted) or moved(pieces, counted)


def _carried(pieces: list[Piece], counted: Counted) -> Act | None:
    """Read "a plane carrying 48 prisoners landed in Marib" as what was done."""
    at = arrival(pieces, counted)
    if at is None:
        return None
    return Act(at, "give", "done", "", passive=True, left=at, why=f"carried, {pieces[at].text}")


def _compound(pieces: list[Piece], counted: Counted) -> int | None:
    """Return the noun that a unit stands before: "prisoner exchange", "hostage release"."""
    at = counted.last + 1
    while (
        at < len(pieces)
        and at - counted.last <= 2
        and pieces[at].text in ("-", "and", "body", "prisoner", '"', "”", "’", "'")
    ):
        at += 1
    if (
        at < len(pieces)
        and pieces[at].kind in TRIGGERS
        and (is_noun(pieces, at) and pieces[at].form in ("", "base", "s"))
        and not (pieces[at].kind == "exchange-noun" and counted.kind in _AT_LARGE and not counted.numbered)
    ):
        return at
    return None


def _governing(pieces: list[Piece], counted: Counted) -> int | None:
    """Return the nearest verb or noun of the trade that may govern it: before in its clause, or passive behind."""
    elsewhere = does_else(pieces, counted) or has_own_verb(pieces, counted)
    before = _before(pieces, counted) if not elsewhere else None
    open_before = before is not None and not _closed(pieces, before, counted)
    if before is not None and open_before and str(pieces[before].value) in LISTED_ONLY:
        return before
    after, owned = _behind(pieces, counted, begun=before is not None, open_before=open_before)
    sure = owned or not open_before or _surely(pieces, after or 0, counted) or is_subject(pieces, counted)
    if after is not None and sure:
        return after
    return before if open_before else None


def _before(pieces: list[Piece], counted: Counted) -> int | None:
    for at in range(counted.first - 1, -1, -1):
        back = pieces[at].kind == "back-verb" and not _brought_home(pieces, at, counted)
        if usable(pieces, at, counted) and not back and not _is_setting(pieces, at):
            return at
        if pieces[at].text in CLAUSE_ENDS:
            return None
    return None


def _brought_home(pieces: list[Piece], at: int, counted: Counted) -> bool:
    """Whether somebody brings them home, who stand right behind: "has returned home 185 of its servicemen"."""
    right_behind = at == counted.first - 1 and pieces[at].form in ("ed", "pp", "past")
    return right_behind and counted.numbered and not is_passive(pieces, at)


def _is_setting(pieces: list[Piece], at: int) -> bool:
    """Whether a noun only says within what something else was: "In a separate exchange, 55 were handed over"."""
    if pieces[at].form not in ("", "base") or at + 1 >= len(pieces) or pieces[at + 1].text != ",":
        return False
    return any(
        piece.text in ("in", "during", "under", "within", "part", "amid") for piece in pieces[max(at - 4, 0) : at]
    )


def _behind(pieces: list[Piece], counted: Counted, *, begun: bool, open_before: bool) -> tuple[int | None, bool]:
    """Return a verb behind that governs it, and whether it must ("bodies they are prepared to hand over")."""
    begin = past_aside(pieces, counted.last + 1)
    for at in range(begin, min(begin + FARTHEST_BEHIND, len(pieces))):
        piece = pieces[at]
        if piece.text in CLAUSE_ENDS or piece.text == "whose":
            return None, False
        if usable(pieces, at, counted) and not is_noun(pieces, at):
            if _of_others(pieces, counted.last, at):
                return None, False
            if pieces[counted.last + 1].text in group("whose") and not is_passive(pieces, at):
                return at, True
            returning = piece.kind == "back-verb" or (piece.text.startswith("return") and piece.form != "pp")
            return (at if returning or _suffered(pieces, at, counted) else None), False
        if _ends_search(pieces, at, counted, begun=begun, open_before=open_before):
            return None, False
    return None, False


def _of_others(pieces: list[Piece], last: int, at: int) -> bool:
    """Whether a verb behind is said of others: "41 fighters boarded the plane, with the rebels due to be returned"."""
    words = [piece.text for piece in pieces[last + 1 : at]]
    led = next((place for place in range(1, len(words)) if words[place - 1 : place + 1] == [",", "with"]), None)
    return led is not None and "," not in words[led:]


def _ends_search(pieces: list[Piece], at: int, counted: Counted, *, begun: bool, open_before: bool) -> bool:
    """Whether another clause or another count begins, whose verb is none of this count's."""
    piece = pieces[at]
    if piece.text in ("who", "which"):
        verbal = any(item.kind in ("aux", "modal", "say") for item in pieces[counted.last + 1 : at])
        return begun or verbal or at > counted.last + _NEAR
    apposed = piece.kind == "unit" and pieces[at - 1].text in (",", "and") and is_subject(pieces, counted)
    if apposed:
        return False
    if piece.kind in ("unit", "number") and open_before:
        return True
    if piece.kind == "unit" and pieces[at - 1].kind != "conj":
        return any(item.kind in ("aux", "modal") for item in pieces[counted.last + 1 : at])
    return piece.kind == "say" and piece.form in ("ed", "s", "past")


def _surely(pieces: list[Piece], at: int, counted: Counted) -> bool:
    near = at - counted.last <= _NEAR
    return near and (is_passive(pieces, at) or pieces[at].kind == "back-verb")


def _suffered(pieces: list[Piece], at: int, counted: Counted) -> bool:
    """Whether a participle behind is what was done to them: "were freed", "prisoners freed on Friday"."""
    piece = pieces[at]
    if piece.form not in ("ed", "pp") and not (piece.form == "base" and str(piece.value) in _ALIKE):
        return False
    if is_passive(pieces, at):
        return True
    return at - counted.last == 1 and piece.kind in ("give-verb", "exchange-verb") and piece.text != "surrendered"


def _closed(pieces: list[Piece], at: int, counted: Counted) -> bool:
    """Whether a verb before is too far from what is counted, or has another clause between."""
    between = pieces[at + 1 : counted.first]
    if len(between) > FARTHEST_BEFORE:
        return True
    if counted.unit not in ("list", "document") and any(piece.text in group("told things") for piece in between):
        return True
    return any(
        piece.kind in ("aux", "modal")
        or (piece.kind in ("say", "agree", "demand", "propose") and piece.form in ("ed", "past", "s"))
        or piece.text in ("who", "which", "where", "because", "if", "after", "when", ":")
        or (piece.text == "that" and previous.kind in ("word", "name", "unit"))
        for previous, piece in pairwise([pieces[at], *between])
    )


def _goes_on(pieces: list[Piece], counted: Counted, before: Act) -> bool:
    """Whether it is one more of what was counted before: "and the remains of 27", "along with those under 25"."""
    if counted.first > 1 and pieces[counted.first].text == "those" and pieces[counted.first - 1].text == "and":
        return True
    if does_else(pieces, counted) or has_own_verb(pieces, counted):
        return False
    if is_subject(pieces, counted) and before.at < counted.first:
        return False
    between = pieces[before.at + 1 : counted.first][-_NEAR:]
    return not any(piece.kind in ("say", "modal") or piece.text in group("new clauses") for piece in between)


def _denied(pieces: list[Piece], at: int) -> bool:
    """Whether the sentence says that it is not so."""
    before = [piece.text for piece in pieces[:at]]
    return bool(group("denials") & set(before)) or ("correct" in before and bool({"not", "nor"} & set(before)))


def _given_for(pieces: list[Piece], counted: Counted, begin: int) -> Act | None:
    """Return what is given in exchange for what no number tells: "the pilot was freed in exchange for two soldiers"."""
    for at in range(begin - 1, -1, -1):
        piece = pieces[at]
        if piece.kind in TRIGGERS and str(piece.value) not in LISTED_ONLY:
            return act_at(pieces, at, counted)._replace(partner=True)
        if piece.text == ";":
            return None
    return None


def act_at(pieces: list[Piece], at: int, counted: Counted) -> Act:
    """Return what the verb or noun of the trade at a place says of a count."""
    piece = pieces[at]
    way = piece.kind.partition("-")[0]
    if is_noun(pieces, at):
        manner = manner_of_noun(pieces, at)
        own = (
            piece.form == "ing"
            and at > 0
            and pieces[at - 1].text in _TELLING
            and pieces[min(at + 1, len(pieces) - 1)].text != "of"
        )
        return Act(at, way, manner.status, manner.modality, passive=not own, left=at, why=piece.text)
    participle = piece.form in ("ed", "pp") or str(piece.value) in _ALIKE
    reduced = at > counted.last and not _has_have(pieces, at) and pieces[at - 1].text != "to"
    by = at + 1 < len(pieces) and pieces[at + 1].text == "by" and not _has_have(pieces, at)
    passive = participle and (is_passive(pieces, at) or reduced or by)
    manner, left = manner_of_verb(pieces, at)
    if at > counted.last and (piece.kind == "back-verb" or piece.text.startswith("return")):
        passive, way = True, "give"
    if at < counted.first and piece.kind == "back-verb" and not passive:
        way = "receive"
    if (
        passive
        and piece.text in _GRANTED
        and at < counted.first
        and not any(p.text in ("to", "over", "back") for p in pieces[at + 1 : counted.first])
    ):
        passive, way = False, "receive"
    why = " ".join(item.text for item in pieces[left : at + 1])
    return Act(at, way, manner.status, manner.modality, passive=passive, left=left, why=why)


def _caused(pieces: list[Piece], at: int, counted: Counted) -> Act | None:
    """Read "helped to get 2,800 children released": done as the first verb says, to those whom the second governs."""
    behind = counted.last + 1
    if pieces[at].value not in ("get", "see") or behind >= len(pieces):
        return None
    verb = pieces[behind]
    if verb.kind not in ("give-verb", "exchange-verb") or verb.form not in ("ed", "pp"):
        return None
    manner, _ = manner_of_verb(pieces, at)
    return Act(behind, "give", manner.status, manner.modality, passive=True, left=behind, why=f"get {verb.text}")


def _has_have(pieces: list[Piece], at: int) -> bool:
    perfect = any(piece.text in ("have", "has", "had") for piece in pieces[max(at - 3, 0) : at])
    return perfect and not is_passive(pieces, at)
