"""Statements about when that name no day: no date is set, or only after something else."""

from __future__ import annotations

import re

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.reading.grammar.classes import says
from store.reading.proposals import Signal
from store.reading.talks.statements import Heard, about_leaders
from store.reading.talks.whens import conditions_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.phrases import Found
    from store.reading.talks.mentions import Look

_ADJECTIVES = (
    r"(?:(?:new|specific|exact|concrete|firm|further|official|fixed|definite|clear|final|precise|formal|such|other) )*"
)
_DATES = r"(?:date|dates|day|timing|time and place)"
_SET = r"(?:determined|set|fixed|agreed|decided|known|announced|named|scheduled|specified)"
_NO_DATE = re.compile(
    "|".join(
        (
            rf"\bno {_ADJECTIVES}(?:date|dates|day|timeline|timetable|schedule|timeframe|time frame|clarity)\b",
            rf"\bno {_ADJECTIVES}agreement(?: yet)? (?:regarding|on|about) the (?:next|date)",
            rf"\b{_DATES}\b(?: \S+){{0,8}} (?:not|yet to be|remains? to be)(?: \S+){{0,2}} {_SET}",
            rf"\b{_DATES}\b(?: \S+){{0,8}} (?:will be|to be) (?:\S+ )?{_SET} (?:later|separately|in due course)",
            r"\b(?:not|never|neither|nor|refused to|declined to|without)(?: \S+){0,2} "
            r"(?:specify|specifying|give|giving|name|naming|set|setting|confirm|fix)(?: \S+){0,2} "
            r"(?:timeline|date|dates|day|timing|timeframe|deadline|schedule)\b",
            rf"\bno {_ADJECTIVES}(?:talks|meetings?|rounds?|negotiations)\b(?: \S+){{0,5}} "
            r"(?:planned|scheduled|set|on the horizon|foreseen)",
            r"\b(?:not clear|unclear|do not know|don't know|not known|unknown|uncertain|did not say) (?:yet )?when\b",
            r"\b(?:did not|didn't|does not|declined to|refused to|would not)(?: \S+){0,1} "
            r"(?:specify|say|disclose|reveal|clarify|know|tell) (?:exactly )?when\b",
            r"\b(?:talks|negotiations|dialogue|discussions)\b(?: [^\s,;.]+){0,5} (?:have|has|had|are|is)"
            r" (?:(?:not|never)(?: yet)? (?:begun|started|resumed|opened|commenced)|yet to (?:begin"
            r"|start|resume|open|commence))\b",
            r"\bnothing (?:is|has been|was) (?:scheduled|set|planned|fixed|agreed)",
        )
    )
)
_ONLY = re.compile(
    r"(?:only )?(?:after|once|as soon as|when|provided|unless|until|contingent|conditional|pending|depend|if|before)\b"
)
_WILL_SETTLE = re.compile(
    r"\b(?:will|would|to|can) (?:only )?(?:be )?(?:fixed|set|agreed|determine|determined|announced|decided)\b"
)
_HELD = re.compile(
    r"\b(?:take place|held|hold|host|hosted|resum\w*|start\w*|begin\w*|continu\w*|commence\w*|happen|meet|proceed"
    r"|go ahead|open|convene\w*|reconvene\w*|follow|launch\w*|return|sit down|go on|called|appointed|scheduled|set"
    r"|planned|possible|ready|come|restart\w*|arranged|organi[sz]ed)\b"
)
"""What a meeting that hangs on something is to do; by "fail" or "get nowhere" it hangs on nothing."""
_NO_MATTER = re.compile(r"\b(?:how|why|whether|not|never|cannot|won't)\b")
_IN_ORDER = re.compile(r"if [^,;]*\b(?:is|are|was|were) to\b")
"""A condition that is itself what is wanted: "if the talks are to resume"."""
_MODAL = re.compile(r"\b(?:will|would|can|could|shall|may|is|are|be|made)\b")
_EXCHANGE = re.compile(
    r"\b(?:exchanges?|swaps?|handovers?|return|release|batch|repatriation|transfer|stage|prisoners|bodies)\b"
)
_GIVES = re.compile(
    r"\b(?:will|shall|would|undertakes to|agrees to|is to|are to)\b.*"
    r"\b(?:return(?! to\b| for\b)|release|hand|free|exchange|transfer|repatriate"
    r"|returned|released|repatriated|freed|exchanged|handed)\b"
)
_OF_TALKS = re.compile(r"\b(?:talks|negotiations?|round|dialogue|meetings?|diplomacy|process|consultations)\b")
_TAKES_UP = re.compile(r"\b(?:resume|take up|return to|go back to|restart|continue)\b")
_DATE_KNOWN = re.compile(
    r"(?:once|when|as soon as|after) (?:the |these |all )?(?:exact |new )?(?:dates?|day|timing|decisions?)\b"
)
_WILL_TELL = re.compile(
    r"\b(?:will|shall|'ll) (?:\w+ ){0,2}(?:say|announce|inform|tell|report|let|be announced|be informed|notify)\b"
)
_IS_GIVEN = re.compile(r"\b(?:released?|freed|handed|returned|exchanged|repatriated|swapped)\b")
_AFTER_LONG = re.compile(
    r"after (?:\S+ ){1,3}(?:hours|days|weeks|months|years)\b"
    r"|after (?:\S+ ){0,3}?(?:\S+-(?:hour|day|week|month|year)(?:-long|-old)?|long|brief|short|lengthy|prolonged)\b"
    r"|after (?:\S+ ){0,3}?(?:stalemate|hiatus|impasse|deadlock|lull|standstill|interruption|suspension|break|pause)\b"
)
_COMPLETED = re.compile(
    r"\b(?:only\s+)?(?:after|upon|following)\s+(?:the\s+)?(?:full\s+|successful\s+|effective\s+)?(?:completion|implementation"
    r"|conclusion|ratification|approval|fulfill?ment|verification|finali[sz]ation)\s+of\s+[^,;.\"”]{3,90}",
    re.IGNORECASE,
)
_WILL_BE = re.compile(
    r"(?:of (?:\S+ ){1,6})?(?:will|would|is expected to|are expected to)(?: \w+)?"
    r" (?:be held|take place|continue|resume|start|begin|follow)\b"
)
_SOON = re.compile(r"(?:soon|shortly|in the near(?:est)? future)$")
_HAPPENED = re.compile(r" [^;,.]{2,60} (?:happened|occurred|took place|was|were|had|took|began|ended|died)\b")
"""What is said not to be known of when is past: "did not say when the exchange happened"."""
_ASKED = re.compile(r"when (?:will|would|do|does|did|is|are|can)\b")
_WILL_NOT_TALK = re.compile(
    r"\b(?:refus\w+|declin\w+|unwilling|not|n't|won't|never|rul(?:es?|ed|ing) out|reject\w*|impossible)(?: \S+){0,3}?"
    r" (?:(?:to |be |any |new |further |the |direct |formal |peace )*(?:open|begin|start|hold|resume"
    r"|enter|return|join|attend|talks?"
    r"|negotiat\w+|meet|sit)(?:ing)?)\b(?: \S+){0,7}$"
)
"""Words by which a side does not go to the talks, before what it waits for."""
_NEEDS = ("until", "before", "unless", "without")
_LONGEST = 160
_LEAD = 14
"""A meeting that is named so near behind a condition at the beginning hangs on it."""


class Hang(NamedTuple):
    """What something hangs on."""

    start: int
    end: int
    phrase: str


def unset_in(look: Look, *, summit: bool) -> Iterator[Heard]:
    """Yield what a sentence says of a date that is not set, or of what comes only after something else."""
    plain = re.sub(r'["“”«»] ', "", look.line.text)
    conditions = [_hang(one) for one in conditions_of(look.sentence) if _ONLY.match(one.phrase.casefold())]
    unset = _NO_DATE.search(plain)
    if unset and unset[0].endswith("when") and _HAPPENED.match(plain[unset.end() :]):
        return
    if unset:
        about = _about(look, unset[0], plain, summit=summit)
        bound = next((one.phrase for one in conditions if one.phrase.casefold().startswith(("before", "until"))), None)
        if about:
            content = Signal(about, "conditional" if bound else "not_set", phrase=unset[0], condition=bound)
            yield Heard(content, look.sentence, 0, len(look.pieces) - 1, (f"no date: '{unset[0]}'",))
        return
    conditions.extend(_completions(look))
    further = _further(look, conditions)
    for one in (*conditions, further) if further else conditions:
        about = None if _AFTER_LONG.match(one.phrase.casefold()) else _hanging(look, one, summit=summit)
        if about:
            content = Signal(about, "conditional", phrase=one.phrase, condition=one.phrase)
            yield Heard(content, look.sentence, 0, len(look.pieces) - 1, (f"only then: '{one.phrase}'",))
            return


def expected_in(look: Look) -> Iterator[Heard]:
    """Yield a meeting that is to come on no day that is named: "the next round will be held soon"."""
    for one in look.here:
        coming = (
            one.status == "expected" and not one.window.bounded and one.head != "deal" and not look.sentence.headline
        )
        right = look.line.between(one.at + 1, one.at + 12)
        will = _WILL_BE.match(right)
        if not coming or will is None:
            continue
        soon = next((piece.text for piece in look.pieces[one.at :] if _SOON.match(piece.text)), None)
        if soon is None and not says("meetings", "to come").search(look.line.between(one.first, one.at + 1)):
            continue
        content = Signal(
            "next_round", "proposed" if one.proposed else "expected", phrase=soon or will[0], place=one.place
        )
        yield Heard(content, look.sentence, one.first, one.at, (f"to come: '{will[0]}'",))
        return


def _hang(found: Found) -> Hang:
    return Hang(found.start, found.end, found.phrase)


def _completions(look: Look) -> Iterator[Hang]:
    """Yield what comes "after the completion of" something."""
    if not look.pieces:
        return
    text = look.scene.article.text
    for match in _COMPLETED.finditer(text, look.sentence.start, look.pieces[-1].end):
        yield Hang(match.start(), match.end(), match[0].rstrip())


def _further(look: Look, known: list[Hang]) -> Hang | None:
    """Return a condition after a verb to come that was not known as one: "when all agreed on 2 June has been done"."""
    promised = False
    for piece in look.pieces:
        promised = promised or piece.kind == "modal"
        if not promised or piece.text not in ("when", "once"):
            continue
        if not any(one.start <= piece.start < one.end for one in known):
            end = min(look.sentence.end, piece.start + _LONGEST)
            words = re.split(r"[,;.!?”\"]", look.scene.article.text[piece.start : end])[0].rstrip()
            return Hang(piece.start, piece.start + len(words), words)
    return None


def _about(look: Look, words: str, plain: str, *, summit: bool) -> str | None:
    """Return what it is that has no date."""
    after = plain[plain.find(words) :]
    talks = re.search(r"\b(?:talks|round|negotiations)\b", after)
    meeting = re.search(r"\bmeeting\b", after)
    if summit or (meeting and not talks and about_leaders(look.scene)):
        return "summit"
    if words.endswith("when") and not talks and not meeting and _IS_GIVEN.search(after):
        return "exchange"
    if any(one.head != "deal" for one in look.here) or talks or meeting:
        return "summit" if look.topic == "summit" and not look.here else "next_round"
    return "exchange" if _EXCHANGE.search(plain) else look.topic or None


def _hanging(look: Look, one: Hang, *, summit: bool) -> str | None:
    """Return what it is that comes only after a condition."""
    at, end = _piece_from(look, one.start), _piece_from(look, one.end)
    words, left = one.phrase.casefold(), look.line.between(at - 14, at)
    if re.search(r"\b(?:dates?|day)\b", left) and _WILL_SETTLE.search(left):
        return "summit" if look.topic == "summit" else "date_announcement" if look.here else look.topic or None
    if _DATE_KNOWN.match(words) and _WILL_TELL.search(look.line.text):
        return "date_announcement"
    if look.here and re.search(r"\bdates? of\b", look.line.between(end, end + 26)):
        return "date_announcement"
    if _hangs_nothing(words, left, summit=summit):
        return None
    if summit and _MODAL.search(left) and words.startswith(("only", "after", "once", "if")):
        return "summit"
    resumes = re.search(r"\bresum(?:e|ption)\b", left) and (look.here or _OF_TALKS.search(look.line.text))
    if _TAKES_UP.search(words) and _OF_TALKS.search(words) and look.topic != "exchange" and not words.startswith("if"):
        return "next_round"
    refused = words.startswith(_NEEDS) and _WILL_NOT_TALK.search(left) is not None
    if (
        refused
        or _round_hangs(look, at, words)
        or (resumes and words.startswith(("conditional", "contingent", "only", "once", "after")))
    ):
        return "next_round"
    strict = words.startswith(("once", "only after", "as soon as", "after", "when", "upon", "following"))
    said = left if at else look.line.between(end, end + 16)
    gives = _GIVES.search(left) or (at <= 1 and _GIVES.search(said))
    people = _EXCHANGE.search(said) or any(piece.unit[0] for piece in look.pieces)
    return "exchange" if strict and gives and people and " had " not in words else None


def _hangs_nothing(words: str, left: str, *, summit: bool) -> bool:
    """Whether a condition tells of the meeting itself, or only asks or adds: "if the talks are to resume"."""
    if summit and says("signals", "summit").search(words):
        return True
    asked = _IN_ORDER.match(words) or _ASKED.match(words)
    return asked is not None or (words.startswith("when") and left.endswith(","))


def _round_hangs(look: Look, at: int, words: str) -> bool:
    """Whether a meeting to come hangs on the condition that begins at a piece."""
    for one in look.here:
        if one.status != "expected" or one.head == "deal":
            continue
        denied = re.search(r"\b(?:no|not)\b", look.line.between(one.first - 4, one.at))
        if denied and words.startswith(("until", "before", "unless")):
            return True
        if (
            at <= 1
            and one.first <= _piece_from(look, look.sentence.start) + _LEAD
            and not one.window.bounded
            and words.startswith(("once", "after", "as soon as", "only", "if", "provided"))
        ):
            return True
        between = look.line.between(one.at + 1, at)
        if not (one.at < at <= one.at + 12 and _MODAL.search(between)):
            continue
        wanted = _HELD.search(between) is not None or one.head == "met"
        asked = _NO_MATTER.search(look.line.between(one.first - 4, at))
        if wanted and (asked is None or words.startswith(_NEEDS)) and not re.search(r"\b(?:said|told|;)\b", between):
            return True
    return False


def _piece_from(look: Look, character: int) -> int:
    """Return the first piece that begins at a place of the text or after it."""
    return next((place for place, piece in enumerate(look.pieces) if piece.start >= character), len(look.pieces))
