"""What an article tells of the meetings that it names: whether each was or is to come, when, and where."""

from __future__ import annotations

import re

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.domain.windows import NO_WINDOW, Window
from store.reading.grammar.classes import classes, says
from store.reading.grammar.sides import side_of
from store.reading.talks.eves import told_by_another
from store.reading.talks.naming import named_in
from store.reading.talks.occasions import place_of, when_of
from store.reading.talks.standing import Around, is_proposed, standing
from store.reading.talks.tenses import AHEAD, tense_at

if TYPE_CHECKING:
    from store.reading.talks.mentions import Look, Mention

_LEAVES = re.compile(
    r"\b(?:with(?:drew|draw|drawn|drawing)|pull\w* out|walk\w* out|quit|quits|boycott\w*|absent)(?: from| of)?$"
)
_NONE = re.compile(r"\b(?:no|not|nor) (?:\S+ ){0,5}$")
_NO_DATE = re.compile(r"\bno (?:\S+ ){0,3}(?:date|dates|day|timing)\b")
_ONE_MORE = frozenset(("follow-up", "subsequent", "another", "further", "additional", "one more", "new", "fresh"))
"""What is one more may have been as well."""
_COMES = re.compile(
    r"\b(?:arriv\w+|travell?\w+|flew|flown|heads|headed)\b.*\b(?:attend|take part in|join|participate in)\b"
)
"""Who comes to take part in talks: a day is that of coming."""
_ABOUT_IT = re.compile(
    r"\b(?:dates?|day|timing|decisions?|announcements?|news|word|clarity|information|details|agreement)"
    r" (?:of|on|for|about|regarding|concerning)(?: the| a)?$"
)
"""Words before a meeting that speak of news of it: a day is that of the news."""
_SPOKEN_OF = re.compile(
    r"\b(?:review|discuss|consider|assess|debate|address|examine|study|evaluat|analys|weigh|criticis|criticiz|prais|welcom|back"
    r"|support|oppos|reject|brief|updat|inform|comment|preparing|prepare|coordinat|derail|undermin|jeopardi[sz]|revive|reviv"
    r"|restart|announc|defend|allow|threaten|concern|hail|condemn|follow)\w*"
    r"(?: (?:on|for|about|against|over|the|a|an|any|his|her|their|its|of|state|progress|status|course|future|new"
    r"|possible|direct|indirect|formal|peace|truce|ceasefire|bilateral|further|\S+-\S+)){0,4}$"
)
"""Words before talks that are only spoken of: a day is not theirs."""
_TOO_WIDE = re.compile(r"(?:over|in|during|for) the (?:coming|next)\b")
_SURE = 14
"""A window of more days is no day on which talks broke off."""
_GOES_ON = re.compile(
    r"(?:(?:in|at|between|with|on|hosted by|mediated by) (?:[^,;.@ ]+ ){1,6})?(?:is|are) (?:\w+ly |still |now |being )?"
    r"(?:under way|underway|ongoing|in progress|being held|taking place|held today|in session|continuing)\b"
)
"""What follows a meeting that goes on now."""
_ABOUT_A_MEETING = re.compile(
    r" (?:for|on|about|over|regarding|to (?:hold|arrange|set up|organi[sz]e|schedule|agree on))(?: [^\s,;.]+){0,3}"
    r" (?:meetings?|rounds?|talks|summit|visit|encounter|negotiations|trip)\b"
)
"""Behind talks that go on: a meeting that they only prepare."""
_PUT_OFF_THEN = re.compile(
    r"^(?:[^\s,;.@]+ ){0,9}?(?:was|were|had been|have been|been) (?:\w+ly )?(?:delayed|postponed|suspended|deferred"
    r"|put off|called off|cancell?ed|put on hold|interrupted|paused|shelved|halted|stalled|adjourned)"
    r"(?: [^\s,;.@]+){0,3} @"
)
"""By which talks were put off on a day; those that are spoken of now are others."""
_MET = frozenset(
    ("shook hands", "sat down", "sat face", "sat across", "came together", "sat together", "sat opposite", "came face")
)
_HOLD = re.compile(
    r"(?<!to )(?<!did )(?<!\bnot )\b(?:holds?|opens?|begins?|starts?|resumes?)(?: (?:a|the|their|another|more))?$"
)
_FEW = 7
"""A deal made in more days than these says no day of a meeting."""
_DUE = re.compile(r"\b(?:will|would|shall|due|expected|scheduled|slated|set to|planned)\b")
_AT = ("at", "during")
"""Behind these a meeting is as far off as what is done at it: "are likely to bridge the gaps at the talks"."""
_NEAR = 7
_CLOSE = 3
"""In how many sentences behind a meeting "the talks" still mean it."""


class Days(NamedTuple):
    """When a meeting is, and how it stands, as far as its days tell."""

    status: str | None
    cue: str
    window: Window = NO_WINDOW
    each: tuple[Window, ...] = ()
    """The windows of each, where the words speak of several."""


def mentions_in(looks: list[Look]) -> list[Mention]:
    """Return where an article speaks of meetings of its sides, in order."""
    found: list[Mention] = []
    for look in looks:
        for one in named_in(look, found[-1] if found else None):
            before = found[-1] if found else None
            settled = _told(look, one._replace(strong=True) if before and _takes_up(look, one, before) else one)
            if settled is not None:
                found.append(settled)
    return found


def _takes_up(look: Look, one: Mention, before: Mention) -> bool:
    """Whether "the talks" are those spoken of just before: "held direct negotiations ... the talks took place"."""
    plain = one.head == "talks" and look.line.between(one.first, one.at) == "the"
    return plain and before.strong and one.sentence.place - before.sentence.place <= _CLOSE


def _told(look: Look, one: Mention) -> Mention | None:
    """Return a mention with its status, days and place; None where it says that nothing of the kind was."""
    line, place = look.line, place_of(look.scene, look.pieces, one.first, one.at)
    further = re.split(r" [;.] ", line.between(one.at + 1, one.at + 26))[0]
    right = re.split(r" [;.] ", line.between(one.at + 1, one.at + 16))[0]
    words = Around(line.between(one.first, one.at + 1), line.between(one.first - 9, one.first), right, further)
    if says("meetings", "never was").search(f"{words.left} {right}"):
        return None
    if one.head == "met" and says("meetings", "not").search(line.between(one.at - 2, one.at + 1)):
        return None
    if _LEAVES.search(words.left):
        return one._replace(place=place)
    if _put_off_then(look, one, right):
        return one._replace(place=place)
    status, cue = standing(one, words)
    if cue in _AT and tense_at(look.pieces, one.first) == AHEAD:
        status = None
    days = _kept(one, _days(look, one, status, cue), words)
    days = _by_another(look, one, days, words)
    goes_on = _GOES_ON.match(further)
    if goes_on and _ABOUT_A_MEETING.match(further, goes_on.end()):
        return None
    if not days.window.bounded and one.head != "met" and goes_on:
        days = _on_the_day(look, days)
    only_experts = days.status == "expected" or (days.cue == "facilitated" and not days.window.bounded)
    if only_experts and one.head != "round" and _is_technical(words):
        return None
    return one._replace(
        status=days.status,
        window=days.window,
        dates=days.each,
        how_many=len(days.each) if len(days.each) > 1 else one.how_many,
        place=place,
        country=_country(look, place),
        cue=f"no {days.cue}" if _no_date(days, words) else days.cue,
        proposed=days.status == "expected" and is_proposed(days.cue, words),
        earlier=says("meetings", "earlier").search(words.name) is not None,
    )


def _by_another(look: Look, one: Mention, days: Days, words: Around) -> Days:
    """Return the days of a meeting that another day tells, with its standing by it."""
    window = None if days.window.bounded else told_by_another(look, one, words.left)
    status = _by_day(look, window) if window is not None else None
    return Days(status, days.cue or "day", window) if window is not None and status is not None else days


def _days(look: Look, one: Mention, status: str | None, cue: str) -> Days:
    """Return when a meeting is; a day of the past makes one that is "one more", or broke off, one that was."""
    window, each = when_of(look, one._replace(status=status, cue=cue))
    if status is None and window.bounded:
        return Days("expected" if _today(look, one, window) else _by_day(look, window), "day", window, each)
    broken = status == "on_hold" and says("meetings", "broken off").search(cue)
    again = status == "expected" and cue in _ONE_MORE
    if (broken or again) and not window.bounded:
        past, _ = when_of(look, one._replace(status="held"))
        if past.bounded:
            return Days("held", cue if broken else "day", past)
    return Days(status, cue, window, each)


def _kept(one: Mention, days: Days, words: Around) -> Days:
    """Return the days of a meeting without those that are of something else, or too wide to say its day."""
    window, many = days.window, days.window.days or 0
    phrase = (window.phrase or "").casefold()
    other = (
        (days.status == "held" and says("meetings", "broken off").search(days.cue) is not None and many > _SURE)
        or says("meetings", "its date").search(days.cue) is not None
        or (days.status == "expected" and _ABOUT_IT.search(words.left) is not None)
        or words.right.startswith(("date ", "dates "))
        or (words.left.endswith(" where") and days.cue in ("day", "was", "were", "had"))
        or (one.head == "deal" and many > _FEW)
        or (days.cue == "day" and _SPOKEN_OF.search(" ".join(f"{words.left} {words.name}".split()[:-1])) is not None)
        or (many > _SURE and " and " in phrase and not phrase.startswith("between"))
        or (days.cue == "day" and _TOO_WIDE.match(phrase) is not None)
        or _COMES.search(words.left) is not None
        or (_is_if(one) and phrase.startswith("within"))
    )
    return days._replace(window=NO_WINDOW, each=()) if other else days


def _country(look: Look, place: str | None) -> str:
    """Return the country that a place is, or lies in: the United Arab Emirates of Abu Dhabi."""
    folded = place.casefold() if place else ""
    sides = ((piece.text, side_of(piece)) for piece in look.pieces if place and piece.kind in ("actor", "place"))
    return next((side for text, side in sides if folded in (text, side.casefold())), "")


def _no_date(days: Days, words: Around) -> bool:
    """Whether the words before a meeting to come say that no date is set for it."""
    if days.status != "expected" or days.window.bounded:
        return False
    its_date = says("meetings", "its date").search(days.cue) is not None
    return _NO_DATE.search(words.left) is not None or (its_date and _NONE.search(words.left) is not None)


def _on_the_day(look: Look, days: Days) -> Days:
    """Return the article's own day for what goes on as it is written: "talks in Geneva are under way"."""
    day = look.scene.article.published.day
    if day is None or look.sentence.headline:
        return days
    return Days("held", "under way", Window(earliest=day, latest=day, rule="present tense: the article's day"))


def _put_off_then(look: Look, one: Mention, right: str) -> bool:
    """Whether talks were put off on a day weeks ago: that was told then, and is no news of those to come."""
    published = look.scene.article.published.day
    if published is None or _PUT_OFF_THEN.match(right) is None:
        return False
    day = next((piece.date for piece in look.pieces[one.at + 1 :] if piece.date and piece.date.dated), None)
    return day is not None and day.latest is not None and (published - day.latest).days > _SURE


def _is_if(one: Mention) -> bool:
    """Whether its sentence begins with "if"."""
    return any(piece.text == "if" for piece in one.sentence.whole[:2])


def _by_day(look: Look, window: Window) -> str | None:
    """Return whether a meeting was or is to come by its day alone, and the verb of the day where it is today."""
    published = look.scene.article.published.day
    if published is None:
        return None
    if window.earliest == window.latest == published:
        days = [at for at, piece in enumerate(look.pieces) if piece.date and piece.date.window() == window]
        if days and _DUE.search(look.line.between(0, days[0])) and tense_at(look.pieces, days[0]) == AHEAD:
            return "expected"
    if window.latest is not None and window.latest <= published:
        return "held"
    return "expected" if window.earliest is not None and window.earliest > published else None


def _today(look: Look, one: Mention, window: Window) -> bool:
    """Whether sides meet on the article's own day: "envoys of both meet in Oslo on Thursday", "hold talks"."""
    if look.sentence.headline or not window.earliest == window.latest == look.scene.article.published.day:
        return False
    if one.head == "met":
        text = look.pieces[one.at].text
        return text in classes("meetings")["meet-verb"] and text not in _MET
    return _HOLD.search(look.line.between(one.first - 3, one.first)) is not None


def _is_technical(words: Around) -> bool:
    """Whether it is one of experts: no round of the talks."""
    technical = says("meetings", "technical")
    return technical.search(f"{' '.join(words.left.split()[-_NEAR:])} {words.name}") is not None
