"""Rounds: the meetings of the negotiating sides that an article tells of, each once."""

from __future__ import annotations

import re
from datetime import date

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.windows import NO_WINDOW
from store.reading.grammar.classes import says
from store.reading.grammar.sides import side_of
from store.reading.proposals import Round
from store.reading.talks.mentions import Mention

if TYPE_CHECKING:
    from store.reading.grammar.sentences import Scene

_COMPARED = 4
"""A mention is compared with so many of those that tell of a meeting, the fullest."""
_DAYS = 14
"""A window of more days is loose: the words give no day."""
_A_BEGINNING = 6
_TO_COME = ("expected", "on_hold")


class Told(NamedTuple):
    """A round with the mentions that tell of it."""

    content: Round
    mentions: tuple[Mention, ...]
    """The fullest first."""
    why: tuple[str, ...]


def rounds_in(scene: Scene, mentions: list[Mention]) -> list[Told]:
    """Return the meetings that an article tells of, in the order of its text."""
    groups: list[list[Mention]] = []
    for mention in sorted(_each(mentions), key=_fullness, reverse=True):
        group = next((group for group in groups if all(_same(mention, other) for other in group[:_COMPARED])), None)
        if group is not None:
            group.append(mention)
        elif _tells(mention, groups):
            groups.append([mention])
    if not groups:
        groups = [[mention] for mention in mentions if _met(scene, mention)][:1]
    _latest(groups)
    groups.sort(key=lambda group: min((one.sentence.place, one.at) for one in group))
    return [_told(scene, group) for group in groups]


def _met(scene: Scene, one: Mention) -> bool:
    """Whether both sides are said to have held talks, though neither when nor where: "officials of both held talks"."""
    before = {
        side_of(piece) for piece in one.sentence.whole[max(one.first - 10, 0) : one.first] if piece.kind == "actor"
    }
    both = scene.pair is not None and set(scene.pair) <= before
    return both and one.status == "held" and one.cue in ("held", "had held", "met") and not one.sentence.headline


def _latest(groups: list[list[Mention]]) -> None:
    """Join "the last talks took place last month" to the latest meeting that has a day."""
    dated = [group for group in groups if group[0].status == "held" and (group[0].window.days or 99) <= _DAYS]
    for group in list(groups):
        best = group[0]
        loose = best.status == "held" and best.ordinal is None and (best.window.days or 0) > _DAYS
        if (
            loose
            and dated
            and re.search(
                r"\b(?:last|latest|recent)\b",
                " ".join(piece.text for piece in best.sentence.whole[best.first : best.at]),
            )
        ):
            groups.remove(group)
            max(dated, key=lambda one: one[0].window.earliest or date.min).extend(group)


def _each(mentions: list[Mention]) -> list[Mention]:
    """Return one mention for every meeting where one speaks of several."""
    found: list[Mention] = []
    for mention in mentions:
        if mention.how_many == 1:
            found.append(mention)
        for place, window in enumerate(mention.dates):
            ordinal = mention.ordinal + place if mention.ordinal is not None else None
            found.append(mention._replace(ordinal=ordinal, how_many=1, window=window, dates=()))
    return found


def _fullness(one: Mention) -> tuple[int, int]:
    """Return how much a mention tells; of two that tell as much the earlier is the fuller."""
    told = 8 * one.window.bounded + 6 * bool(one.ordinal) + 2 * bool(one.place) + one.strong - 3 * one.sentence.headline
    return told, -one.sentence.place


def _coming(one: Mention) -> bool | None:
    return None if one.status is None else one.status in _TO_COME


def _same(one: Mention, other: Mention) -> bool:
    """Whether two mentions may tell of one meeting."""
    if one.ordinal is not None and one.ordinal == other.ordinal:
        return True
    if one.ordinal is not None and other.ordinal is not None:
        return False
    if one.window.bounded and other.window.bounded:
        return (
            _goes_on(one, other)
            or _told_otherwise(one, other)
            or (
                one.window.overlaps(other.window)
                and (one.window.days == other.window.days or _coming(one) == _coming(other))
            )
        )
    if _coming(one) is not None and _coming(other) is not None and _coming(one) != _coming(other):
        return False
    if one.earlier != other.earlier:
        return False
    return not (one.place and other.place) or _same_place(one, other)


def _same_place(one: Mention, other: Mention) -> bool:
    """Whether two mentions name one place, or one of them only the country that the other's lies in."""
    places = [str(mention.place).casefold() for mention in (one, other)]
    if places[0] == places[1]:
        return True
    return bool(one.country) and one.country == other.country and one.country.casefold() in places


def _goes_on(one: Mention, other: Mention) -> bool:
    """Whether two days told of what was held are those of one meeting: the next day, at the same place."""
    if (
        _coming(one) is not False
        or _coming(other) is not False
        or (one.place and other.place and not _same_place(one, other))
    ):
        return False
    days = sorted((mention.window for mention in (one, other)), key=lambda window: window.earliest or date.min)
    first, last = days[0].latest, days[1].earliest
    return first is not None and last is not None and (last - first).days == 1


def _told_otherwise(one: Mention, other: Mention) -> bool:
    """Whether two sources give one meeting to come days beside each other: "on Wednesday", "the talks, on Thursday"."""
    if not (_coming(one) and _coming(other)):
        return False
    days = sorted((mention.window for mention in (one, other)), key=lambda window: window.earliest or date.min)
    first, last = days[0].latest, days[1].earliest
    the = any(
        mention.ordinal is None and mention.sentence.whole[mention.first].text == "the" for mention in (one, other)
    )
    return the and first is not None and last is not None and 0 <= (last - first).days <= 1


def _tells(one: Mention, groups: list[list[Mention]]) -> bool:
    """Whether a mention tells enough to be a round of its own: its day, its number, or where the sides met."""
    if one.ordinal is not None:
        return one.strong
    if one.window.bounded:
        went = says("meetings", "ended").search(one.cue) or says("meetings", "began").search(one.cue)
        near = one.status == "expected" and one.head == "talks" and (one.window.days or 0) <= _DAYS
        coming = near and not one.sentence.headline
        sure = one.strong or coming or (one.status == "held" and (one.head == "talks" or went is not None))
        return sure and one.status is not None
    if _unscheduled(one) or (one.status == "on_hold" and not one.sentence.headline):
        return one.strong and not any(_coming(group[0]) for group in groups)
    if one.status != "held" or not one.place or not one.strong or one.sentence.headline:
        return False
    return not any(
        _coming(group[0]) is not True and (group[0].earlier == one.earlier) and not group[0].place for group in groups
    )


def _unscheduled(one: Mention) -> bool:
    """Whether the words say that no date is set for a meeting."""
    return one.cue.startswith("no ") and not one.sentence.headline


def _told(scene: Scene, group: list[Mention]) -> Told:
    best = group[0]
    dated = [one for one in group if one.window.bounded and not (one.ordinal and _supposed(one))]
    best = best if dated or not best.window.bounded else best._replace(window=NO_WINDOW)
    window = min(dated, key=lambda one: (_width(one), one.sentence.headline)).window if dated else best.window
    status = next((one.status for one in group if one.status == "on_hold"), None)
    status = status or next((one.status for one in group if one.status), None) or "expected"
    status = _nearer(status, group)
    content = Round(
        ordinal=next((one.ordinal for one in group if one.ordinal is not None), None),
        window=window,
        place=next((one.place for one in group if one.place), None),
        status=status,
        parties=scene.pair or (),
    )
    why = [f"meeting: '{_words(scene, best)}'"]
    why.extend(f"{status}: '{one.cue}'" for one in group[:1] if one.cue)
    if window.phrase:
        why.append(f"day: '{window.phrase}'")
    return Told(content, tuple(group), tuple(why))


def _supposed(one: Mention) -> bool:
    """Whether it is only supposed to go as planned: "if the third round proceeds in early July"."""
    before = [piece.text for piece in one.sentence.whole[max(one.first - 3, 0) : one.first]]
    return "if" in before and "," not in before


def _width(one: Mention) -> int:
    """Return how many days a window leaves open; a beginning says more than a week, less than a day."""
    begins = one.window.earliest is not None and one.window.latest is None and one.status == "expected"
    return one.window.days or (_A_BEGINNING if begins else 99)


def _nearer(status: str, group: list[Mention]) -> str:
    """Return a status more exactly: what was held or suspended and broke off, what is to come and only proposed."""
    cues = [one.cue for one in group if one.status == status]
    if (
        status == "expected"
        and any(_unscheduled(one) for one in group)
        and not any(one.window.bounded for one in group)
    ):
        return "unscheduled"
    if status != "expected":
        return "broken_off" if any(says("meetings", "broken off").search(cue) for cue in cues) else status
    return "proposed" if all(one.proposed for one in group if one.status == status) else status


def _words(scene: Scene, one: Mention) -> str:
    pieces = one.sentence.whole
    return scene.article.text[pieces[one.first].start : pieces[one.at].end]
