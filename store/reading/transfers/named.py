"""People whom an article names and does not count: "secured the release of Ann Lee", "the remains of A. and B."."""

from __future__ import annotations

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.reading.grammar.groups import group
from store.reading.grammar.piece import Piece
from store.reading.grammar.sides import side_of
from store.reading.proposals import Figure
from store.reading.transfers.acts import act_at
from store.reading.transfers.counted import Counted
from store.reading.transfers.nounal import is_noun
from store.reading.transfers.usable import LISTED_ONLY, is_passive

if TYPE_CHECKING:
    from store.reading.grammar.sentences import Scene, Sentence
    from store.reading.transfers.act import Act
    from store.reading.transfers.transfers import Transfer

_LONGEST = 5
"""Of how many words a name is at most."""
_NEAR, _FAR = 7, 24
_JOINING = ("and", ",")
_TITLES = frozenset(
    (
        "mr", "mrs", "ms", "dr", "professor", "captain", "lieutenant", "colonel", "general", "sergeant", "corporal",
        "private", "marine", "sgt", "lt", "capt", "cpl", "first", "staff", "master", "specialist", "father", "sister",
        "bishop", "pastor", "rev", "sir", "nurse", "aid", "worker", "journalist", "reporter", "hostage", "soldier",
        "former", "us", "american", "israeli", "engineer", "teacher", "dual", "citizen", "national",
    )
)  # fmt: skip
_NO_PERSON = frozenset(
    (
        "army", "party", "front", "force", "forces", "ministry", "council", "committee", "court", "news", "agency",
        "university", "international", "movement", "church", "hospital", "prison", "street", "city", "region", "times",
        "post", "house", "office", "bank", "group", "organization", "organisation", "association", "union", "airport",
        "fund", "act", "files", "square", "island", "sea", "state", "states", "republic", "province", "river", "war",
        "cross", "crescent", "foundation", "commission", "department", "assembly", "parliament", "senate", "ukrainians",
    )
)  # fmt: skip
_MONTHS = frozenset(
    (
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
        "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "the", "today",
    )
)  # fmt: skip
_FREEING = ("release", "free", "hand over", "turn over", "let go", "set free", "liberate", "return", "repatriate")
_JAILED = frozenset(("detained", "jailed", "imprisoned", "prison", "jail", "sentenced", "convicted", "arrested"))
_WINNING = ("bring home", "bring back", "welcome home", "welcome back", "get home", "take home", "win back")
_KIDNAPPED = frozenset(
    ("hostage", "hostages", "kidnapped", "abducted", "kidnapping", "kidnappers", "abduction", "kidnap")
)
_HELD = frozenset(
    (
        "held", "detained", "jailed", "imprisoned", "kidnapped", "abducted", "captured", "hostage", "captive", "seized",
        "captivity", "detention", "custody", "taken", "abducting", "kidnapping", "arrested", "prison", "jail",
        "imprisonment", "detainee", "prisoner", "prisoners", "detainees",
    )
)  # fmt: skip
_BAIL = frozenset(("bail", "parole", "acquitted", "acquittal", "hospital", "charges", "pending", "bond", "police"))


class Name(NamedTuple):
    """Who is named in a row: one person, or several."""

    first: int
    last: int
    many: int


def names_at(pieces: list[Piece], at: int) -> Name | None:
    """Read the people named from a place on: "Anna Berg and Tom Hill"; None where none is."""
    last, many, first, end = _person(pieces, at), 0, at, at
    while last is not None:
        many, end = many + 1, last
        at = end + 1
        while at < len(pieces) and pieces[at].text in _JOINING and at - end <= 2:
            at += 1
        last = _person(pieces, at) if at > end + 1 else None
    return Name(first, end, many) if many else None


def _person(pieces: list[Piece], at: int) -> int | None:
    """Return where a person's name ends that begins at a place: two words with capitals, or a title and one."""
    end = at
    while end < len(pieces) and end - at < _LONGEST and _is_name(pieces[end]):
        end += 1
    if end - at < 2 or any(piece.text in _NO_PERSON | _MONTHS for piece in pieces[at:end]):
        return None
    if end < len(pieces) and pieces[end].text in _NO_PERSON:
        return None
    return end - 1


def _is_name(piece: Piece) -> bool:
    return piece.kind == "name" and piece.text[:1].isalpha()


def _in_capitals(pieces: list[Piece]) -> bool:
    """Whether no small letters begin a word, so that a capital tells no name."""
    return not any(piece.kind == "word" and piece.text.isalpha() for piece in pieces)


def dead_named(pieces: list[Piece], unit: int) -> tuple[int, Figure] | None:
    """Read how many bodies "the remains of Anna Berg and Tom Hill" are, and where their names end."""
    of = unit + 1
    if of + 1 >= len(pieces) or pieces[of].text != "of" or pieces[unit].unit[1] != "remains":
        return None
    named = names_at(pieces, _past_titles(pieces, of + 1))
    if named is None:
        return None
    return named.last, _figure(pieces, named)


def _figure(pieces: list[Piece], named: Name) -> Figure:
    said = " ".join(piece.text for piece in pieces[named.first : named.last + 1])
    return Figure(named.many, how=f"'{said}' {'is one' if named.many == 1 else f'are {named.many}'}")


def _past_titles(pieces: list[Piece], at: int) -> int:
    """Return where a name may begin behind titles, peoples and words for who somebody is."""
    end = min(at + _NEAR, len(pieces) - 1)
    while at < end and (
        pieces[at].text in _TITLES
        or pieces[at].kind in ("role", "actor")
        or (pieces[at].kind == "word" and pieces[at].text.isalpha())
        or (pieces[at].kind == "name" and pieces[at + 1].kind in ("unit", "role", "word"))
        or (pieces[at].kind == "unit" and not pieces[at].text.endswith("s"))
        or pieces[at].text in ("a", "an", "the", ",", "-")
    ):
        at += 1
    return at


def named_release(sentence: Sentence) -> tuple[Counted, Act] | None:
    """Return the release of people who are named and not counted, which a sentence tells as done; else None."""
    pieces = sentence.pieces
    if _in_capitals(pieces) or any(piece.text in _BAIL for piece in pieces):
        return None
    for at, piece in enumerate(pieces):
        if piece.kind not in ("give-verb", "give-noun", "back-verb", "receive-verb") or str(piece.value) in LISTED_ONLY:
            continue
        named = _governed(pieces, at)
        if named is None:
            continue
        who = _figure(pieces, named), _people_of(pieces, named)
        counted = Counted(named.first, named.last, "person", "persons", *who, named=True)
        act = act_at(pieces, at, counted)
        if act.status == "done":
            return counted, act._replace(way="give", passive=True) if act.way == "receive" else act
    return None


def _governed(pieces: list[Piece], at: int) -> Name | None:
    """Return who is freed by a verb or noun at a place: behind it, before its passive, or with "'s" before a noun."""
    piece = pieces[at]
    if is_noun(pieces, at):
        if at + 1 < len(pieces) and pieces[at + 1].text == "of":
            return names_at(pieces, _past_titles(pieces, at + 2))
        return None
    if piece.kind == "back-verb" or (is_passive(pieces, at) and piece.form in ("ed", "pp")):
        return _subject(pieces, at)
    if not at or pieces[at - 1].text in group("articles"):
        return None  # "the freed hostage ..." says who somebody is
    return names_at(pieces, _past_titles(pieces, at + 1)) if str(piece.value) in (*_FREEING, *_WINNING) else None


def _subject(pieces: list[Piece], at: int) -> Name | None:
    """Return who is named as the subject of a passive: the first person of the clause, unless another verb has them."""
    begin = next((back + 1 for back in range(at - 1, -1, -1) if pieces[back].text in ("that", ";", ":", "said")), 0)
    start = _past_titles(pieces, begin) if begin < at else begin
    named = names_at(pieces, start)
    if named is None or named.last >= at:
        return None
    between = pieces[named.last + 1 : at]
    if any(piece.kind in ("say", "give-verb", "modal") or piece.text in ("who", "whose") for piece in between[:1]):
        return None
    plain = len(between) <= 4 and all(piece.kind in ("aux", "word", "date", "not") for piece in between)
    aside = between[0].text == "," and any(piece.text == "," for piece in between[1:]) and len(between) < _FAR
    told = any(piece.kind == "say" and piece.form in ("ed", "past", "s") for piece in between)
    return named if (plain or aside) and not told else None


def _people_of(pieces: list[Piece], named: Name) -> str | None:
    """Return whose they are by the people's name before or behind theirs: "American journalist Austin Tice"."""
    around = (*pieces[max(named.first - 4, 0) : named.first], *pieces[named.last + 1 : named.last + 6])
    for place, piece in enumerate(around):
        following = around[place + 1] if place + 1 < len(around) else None
        belongs = following is None or following.kind in ("unit", "role", "name", "word")
        if (
            piece.kind == "actor"
            and piece.form == "actor"
            and belongs
            and piece.text.endswith(("n", "i", "sh", "us", "se", "u.s."))
        ):
            return side_of(piece)
    return None


def kind_of_named(scene: Scene, sentence: Sentence) -> tuple[str, str] | None:
    """Return the unit and kind of those a sentence names, hostages or prisoners; None where nobody is told to be held.

    What the sentence itself says goes before what the article says elsewhere.
    """
    here = {piece.text for piece in sentence.pieces}
    if here & _JAILED and not here & _KIDNAPPED:
        return "prisoner", "prisoners"
    words = {piece.text for sentence in scene.sentences for piece in sentence.pieces}
    if _KIDNAPPED & words:
        return "hostage", "hostages"
    return ("prisoner", "prisoners") if words & (_HELD | group("captures")) else None


def worth_naming(transfers: list[Transfer]) -> list[Transfer]:
    """Leave out those who are named where the article counts who was freed, and those freed on no day that it tells."""
    counts = [one for one in transfers if one.counted.numbered and not one.counted.named and one.act.status == "done"]
    return [one for one in transfers if not one.counted.named or (one.window.bounded and not _told_of(one, counts))]


def _told_of(one: Transfer, counts: list[Transfer]) -> bool:
    """Whether a count of the same time holds who is named."""
    return any(
        other.counted.kind not in ("remains", "prisoner_list", "access")
        and (not other.window.bounded or other.window.overlaps(one.window))
        for other in counts
    )
