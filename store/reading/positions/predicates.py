"""Stances told by what is said of something, not by a verb of asking or refusing: "is unacceptable", "is open to"."""

from __future__ import annotations

import re
from functools import lru_cache

from store.domain.typed import TYPE_CHECKING, NamedTuple
from store.reading.grammar.classes import Line
from store.reading.grammar.groups import group
from store.reading.positions.holders import Held, subject_of
from store.reading.positions.private import privately
from store.reading.positions.sameness import negotiated
from store.reading.positions.speaking import speaker_of
from store.reading.positions.stances import Mark
from store.reading.positions.stand import Stand
from store.reading.positions.topics import clause_end, content_words, topic_after, topic_before, topic_of_clause
from store.reading.proposals import Position

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from store.reading.grammar.piece import Piece
    from store.reading.grammar.sentences import Scene, Sentence
    from store.reading.positions.memory import Memory

_BE = r"(?:is|are|was|were|am|be|been|remains?|remained|'re|'m)"
_ADVERB = r"(?:\w+ly |also |still |always |now |both |very |absolutely )*"
_REFUSED = re.compile(
    rf"\b{_BE} {_ADVERB}(?:unacceptable|not acceptable|inadmissible|intolerable|out of the question|a non-starter"
    r"|not up for (?:discussion|negotiation|debate)|a red line|off the table|not an option|absurd|ruled out)\b"
)
"""What somebody says of what he will not take."""
_TAKEN = re.compile(
    rf"\b{_BE} {_ADVERB}(?:open|receptive|agreeable|amenable|favourable|favorable|sympathetic) to\b"
    r"|\b(?:ready|prepared|willing|inclined) to (?:accept|adopt|observe|agree to|sign"
    r"|move forward with|go along with|abide by"
    r"|respect|endorse|consider|implement|honou?r)\b"
    r"|\b(?:can|could|would|will) (?:support|live with|go along with|abide by|endorse)\b"
    r"|\b(?:gave|given|gives|giving) (?:its|his|her|their) (?:consent|assent|approval|backing|blessing) to\b"
)
"""By which a side takes what it is offered."""
_CALLED = re.compile(
    r"\b(?:calls|called|calling|describ(?:es|ed|ing)|labell?(?:ed|s|ing)|brand(?:ed|s|ing)|dubb(?:ed|ing)|term(?:ed|s|ing)"
    r"|dismiss(?:ed|es|ing)|regard(?:s|ed)|denounc(?:ed|es|ing)) (?:[^\s,;.]+ ){1,8}?"
    r"(?:(?:another|cynical|desperate|one more|mere|transparent|failed|clumsy|crude|blatant) attempt"
    r"|ploys?|provocations?|provocative|stunts?|farce|sham|cynical|cynicism|manipulations?|manipulative|hypocri\w+|tricks?"
    r"|trap|games?|charade|theatre|theater|mockery|lies?|blackmail|betrayal|mistake|disgrace|disgraceful|shameful|hollow"
    r"|smokescreen|excuse|pretext|unfair|one-sided|biased|irresponsible|unhelpful|insult|meaningless|insincere|delaying|pr)\b"
)
"""By which a side speaks ill of what another does."""
_FAILS = re.compile(
    r"(?:\b(?:not|never)|n't)(?: yet| been| even| fully| properly| so far)* "
    r"(?:adher\w+|compl(?:y|ied|ying)|abid(?:e|ed|ing)|honou?r(?:ed|ing)?|respect(?:ed|ing)?|observ(?:e|ed|ing)"
    r"|fulfil\w*|implement(?:ed|ing)?|stick(?:ing)?|stuck|keep(?:ing)?|kept|uphold(?:ing)?|upheld|liv(?:e|ed|ing) up"
    r"|crack(?:ed|ing)? down|carr(?:y|ied|ying) out|cooperat(?:e|ed|ing)|negotiat(?:e|ed|ing) in good faith|serious)\b"
)
"""What one says of a side that does not do what it should."""
_RESOLVED = re.compile(
    rf"\b{_BE} {_ADVERB}(?:committed|dedicated|determined|keen|resolved|hopeful|confident|optimistic)"
    r" (?:to|on|that|about|in)\b"
    rf"|\b(?:will|shall|would) {_ADVERB}(?:continue to (?:\w+ly )?(?:support|back|defend|resist|fight"
    rf"|respect|honou?r|observe|abide|work)"
    r"|keep (?:its|our|their)|maintain|retain|defend|resist|display|show restraint|exercise|respond"
    r"|abide by|honou?r|respect"
    r"|remain (?:committed|ready))\b"
    r"|\b(?:has|have) always (?:welcomed|supported|advocated|favou?red|been (?:ready|open|committed))\b"
    r"|\b(?:fully|strongly|firmly|warmly) (?:supports?|supported|welcomes?|welcomed|backs?|backed)\b"
    r"|\b(?:reaffirm\w*|reiterat\w+|confirm\w*|underlin\w+|underscor\w+|stress\w*|express\w*) (?:its"
    r"|his|her|their|our) "
    r"(?:\w+ )?(?:commitment|support|readiness|determination|willingness|resolve)\b"
)
"""By which a side says where it stands and asks for nothing."""
_IMPERSONAL = re.compile(
    r"\b(?:there (?:is|was|can be|will be) no (?:\w+ )?(?:alternative|plan b|military solution"
    r"|other way|other option|choice)"
    r"|the only (?:way|solution|alternative|option|path|plan b|thing)|(?:is|are|was|were) (?:not"
    r"|non-?) ?negotiable|non-negotiable)\b"
)
"""What a speaker holds of the whole matter."""


_MADE_TO_HANG = re.compile(
    r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!been )(?<!be )(?<!,)"
    r"\b(?:tied|ties|tying|linked|links|linking|conditioned|conditioning)"
    r" (?!up\b|with\b|by\b|to\b)[^;.]{3,150}? (?:to|on|upon) (?:[^\s,;.]+ ){0,3}?"
    r"(?:handover|hand-over|release|return|freedom|freeing|withdrawal|pullout|pull-out|ceasefire|cease-fire|truce|halt|end"
    r"|lifting|recognition|disarm\w+|surrender|exchange|delivery|cessation|removal|resumption|guarantees?|liberation"
    r"|demilitari[sz]ation|departure|dismantl\w+|reopening|opening)\b"
)
"""By which a side does nothing before something else: "has tied talks on the second phase to the return of all"."""
_COMES_FIRST = re.compile(
    rf"\b(?:{_BE}|as) {_ADVERB}(?:a|an|the|our|its|their|one|another) (?:[^\s,;.]+ )?"
    r"(?:prerequisite|precondition|pre-condition|condition|requirement) (?:for|of|to|before)\b"
)
"""What a speaker says must be done before anything else: "is a prerequisite for any dialogue"."""


class _Rule(NamedTuple):
    words: re.Pattern[str]
    stance: str
    by: str
    """Who holds it: `doer`, who does what the words tell; `speaker`, who says it of something else."""


_RULES = (
    _Rule(_REFUSED, "reject", "speaker"),
    _Rule(_TAKEN, "accept", "doer"),
    _Rule(_CALLED, "criticise", "doer"),
    _Rule(_FAILS, "accuse", "speaker"),
    _Rule(_RESOLVED, "state", "doer"),
    _Rule(_IMPERSONAL, "state", "speaker"),
    _Rule(_MADE_TO_HANG, "demand", "doer"),
    _Rule(_COMES_FIRST, "demand", "speaker"),
)
_PROPOSED = re.compile(
    r"\b(?:proposals?|plans?|terms|conditions?|demands?|deal|agreement|accord|ceasefire|cease-fire|truce|offers?|drafts?|ideas?|text"
    r"|withdrawal|presence|talks|negotiations?|dialogue|partition|annexation|disarm\w+|exchange|swap|concessions?|recognition"
    r"|formula|framework|road ?map|document|suggestions?|compromise|territor\w+|borders?|troops"
    r"|sanctions|amnesty|ultimatum)\b"
)
"""What one may take or refuse."""
_POSSIBLE = re.compile(r"\b(?:if|unless|whether|not|no|nor|never|may|might|until|when|once|who)\b(?: \S+){0,3}$")
_PARTIES = re.compile(
    r"\b(?:the (?:conflicting |warring |two |opposing |belligerent )?(?:parties|belligerents)"
    r"|(?:both|all|the two) (?:sides|parties))\b"
)
"""By which who speaks of a conflict is himself none of its sides."""
_MUCH = 100_000
_NEAR = 8


def predicates_in(sentence: Sentence, scene: Scene, memory: Memory, party: Callable[[str], bool]) -> Iterator[Stand]:
    """Yield the stances that a sentence tells by what it says of something."""
    pieces = sentence.pieces
    if sentence.headline or (pieces and pieces[-1].text == "?"):
        return
    line = Line([piece.text for piece in pieces])
    for rule in _RULES:
        found = rule.words.search(line.text)
        if found is None:
            continue
        first, last = line.piece_at(found.start()), line.piece_at(found.end() - 1)
        mark = Mark(rule.stance, False, "", first, last, found[0])
        held = _holder(pieces, mark, rule, memory)
        if held is None or not party(held.side) or privately(pieces):
            continue
        if rule.stance == "state" and _beside(scene, held.side, memory):
            continue
        if rule.by == "doer" and _POSSIBLE.search(line.between(first - 4, first)):
            continue
        topic = _topic(scene.article.text, pieces, mark, rule)
        if not content_words(topic) or (rule.stance == "accept" and not negotiated(topic)):
            continue
        if rule.stance == "reject" and not _PROPOSED.search(topic.casefold()):
            continue
        end = clause_end(scene.article.text, pieces, last + 1)
        yield Stand(sentence, Position(held.side, rule.stance, topic), mark, held, memory.speaker, end)


def _beside(scene: Scene, side: str, memory: Memory) -> bool:
    """Whether a state that says where it stands mediates: there are no two sides, or it speaks of "the parties"."""
    if side not in group("mediators"):
        return False
    return scene.pair is None or (memory.known.author == side and _of_parties(scene.article.text))


@lru_cache(maxsize=4)
def _of_parties(text: str) -> bool:
    """Whether a text speaks of the sides of a conflict as of others."""
    return _PARTIES.search(text[:_MUCH].casefold()) is not None


def repeats(one: Stand, other: Stand) -> bool:
    """Return whether one only says in other words where the holder of another stands."""
    return one.position.holder == other.position.holder and one.position.stance in ("state", other.position.stance)


def _holder(pieces: list[Piece], mark: Mark, rule: _Rule, memory: Memory) -> Held | None:
    """Return who holds it; of what is said of another's doing only who is not that other."""
    memory.speaker = memory.speaker or speaker_of(pieces, memory)
    doer = subject_of(pieces, mark.first, memory)
    if rule.by == "doer":
        return doer
    speaker = memory.speaker or _announcer(pieces, mark.first, memory) or memory.heard(pieces)
    if speaker is not None and rule.words is _COMES_FIRST:
        return Held(speaker, _clause_start(pieces, mark.first))
    if speaker is None or (doer is not None and doer.side == speaker):
        return None
    if rule.stance == "accuse" and doer is None and not _others(pieces, mark.first):
        return None
    return Held(speaker, doer.at if doer else _clause_start(pieces, mark.first))


def _announcer(pieces: list[Piece], end: int, memory: Memory) -> str | None:
    """Return who announces what stands behind: "the movement announced that the withdrawal is a condition for"."""
    told = next((at for at in range(end) if pieces[at].kind == "announce" and pieces[at].form in ("ed", "s")), None)
    held = subject_of(pieces, told, memory) if told is not None else None
    return held.side if held is not None else None


def _clause_start(pieces: list[Piece], at: int) -> int:
    """Return where the clause begins that a piece stands in."""
    while at and not (
        pieces[at - 1].kind in ("say", "quote", "punct") or pieces[at - 1].text in ("that", "but", "while")
    ):
        at -= 1
    return at


def _others(pieces: list[Piece], at: int) -> bool:
    """Whether others are named before a verb without their names: "the other side", "other partners"."""
    near = [piece.text for piece in pieces[max(at - _NEAR, 0) : at]]
    return "other" in near or "opposing" in near or "enemy" in near


def _topic(text: str, pieces: list[Piece], mark: Mark, rule: _Rule) -> str:
    """Return what it is about: what stands before, what follows, or the whole clause."""
    if rule.words is _COMES_FIRST:
        return topic_before(text, pieces, mark.first).rpartition(" that ")[2]
    if rule.stance == "reject":
        return topic_before(text, pieces, mark.first)
    if rule.stance == "accept":
        return topic_after(text, pieces, mark)
    return topic_of_clause(text, pieces, mark)
