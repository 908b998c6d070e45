"""Commands that write: judgements, claims, undo and redo. Each prints what was and what is."""

from __future__ import annotations

from store.domain.quantities import Quantity, parse_figure
from store.domain.requests import BoardQuery, NewClaim, NewJudgement
from store.domain.typed import TYPE_CHECKING
from store.domain.words import REJECTED, Aspect, ClaimRole, Delivery, Measure, Strength, spoken
from store.errors import UsageError
from tui.commandline.opening import author_of, open_store, say_written
from tui.commandline.values import COMMITMENT_AXES, ROUND_AXES, axis_named, fold, states_meant, word_of

if TYPE_CHECKING:
    from store.domain.board import Evidence
    from store.repository import Repository
    from tui.commandline.arguments import Asked
    from tui.commandline.surroundings import Surroundings

_AXES = {
    Aspect.DELIVERY: "delivery",
    Aspect.VERIFICATION: "verification",
    Aspect.INSTRUMENT: "instrument",
    Aspect.ROUND_STATE: "state",
}
_MOST_FIGURE = 100


def set_state(asked: Asked, around: Surroundings) -> int:
    """File a judgement and print what was, what is, and the gates that it moved. Raises UnknownError, UsageError."""
    meant = states_meant(" ".join(asked.status))
    axis = axis_named(asked.axis) if asked.axis is not None else None
    author = author_of(asked, around)
    with open_store(asked, around) as repository:
        query = BoardQuery(around.today, size=1)
        before = repository.evidence(asked.label.strip(), query)
        aspect = _axis(before, meant, axis)
        judgement = NewJudgement(
            about=before.subject,
            aspect=aspect,
            value=meant.get(aspect),
            reason=asked.reason,
            rests_on=_basis(asked.claim, repository, query),
        )
        receipt = repository.judge(judgement, author)
        moved = _moved(before, repository.evidence(before.subject, query)) if before.gates else []
    change = f"{_name(before)}: {_AXES[aspect]} {receipt.entry.before} → {receipt.entry.after}"
    say_written(" · ".join((change, *moved)), asked, around)
    return 0


def _basis(named: str | None, repository: Repository, query: BoardQuery) -> str | None:
    """Spell the claim or the place in a source that a judgement rests on. Raises UnknownError, UsageError."""
    if named is None:
        return None
    label, colon, place = named.strip().partition(":")
    found = repository.evidence(label, query)
    if found.kind != ("source" if colon else "claim"):
        raise UsageError(
            f"--claim needs a claim (D1) or a place in a source (000:5); {found.subject} is a {found.kind}"
        )
    return f"{found.subject}{colon}{place}"


def _axis(evidence: Evidence, meant: dict[Aspect, str], named: Aspect | None) -> Aspect:
    """Choose the axis on which a thing is judged: the one on which the word is a state of such a thing."""
    axes = COMMITMENT_AXES if evidence.standing else ROUND_AXES if evidence.round else {}
    label, kind = evidence.subject, evidence.kind
    if not axes:
        raise UsageError(f"{label} is a {kind}: only commitments and rounds have a state to set")
    if not meant:
        return _judged_axis(evidence, named)
    fitting = [aspect for aspect in meant if aspect in axes and named in (None, aspect)]
    if not fitting:
        words = ", ".join(state.value.replace("_", "-") for states in axes.values() for state in states)
        raise UsageError(f"'{next(iter(meant.values()))}' is no state of a {kind}: write {words}")
    return fitting[0]


def _judged_axis(evidence: Evidence, named: Aspect | None) -> Aspect:
    """Choose the judgement to take back: the one named, else that on delivery, else the only one."""
    judged = [judgement.aspect for judgement in (evidence.standing.judged if evidence.standing else ())]
    if evidence.round and evidence.round.judged:
        judged.append(evidence.round.judged.aspect)
    judged = [aspect for aspect in judged if aspect is not Aspect.NOTE and named in (None, aspect)]
    if not judged:
        which = f" on {spoken(named)}" if named else ""
        raise UsageError(f"no judgement{which} is in force on {evidence.subject}: there is nothing to take back")
    return Aspect.DELIVERY if Aspect.DELIVERY in judged else judged[0]


def _name(evidence: Evidence) -> str:
    if evidence.standing:
        commitment = evidence.standing.commitment
        return f"{commitment.label} {commitment.what} ({commitment.debtor}→{commitment.creditor})"
    return f"{evidence.subject} {evidence.round.round.name}" if evidence.round else evidence.subject


def _moved(before: Evidence, after: Evidence) -> list[str]:
    """Say which gates that the thing concerns stand elsewhere now."""
    old = {standing.gate.label: standing.state for standing in before.gates}
    return [
        f"gate {standing.gate.label} {spoken(old[standing.gate.label])} → {spoken(standing.state)}"
        for standing in after.gates
        if old.get(standing.gate.label, standing.state) is not standing.state
    ]


def claim(asked: Asked, around: Surroundings) -> int:
    """Add what a source says, and print what was and what is. Raises UnknownError, UsageError."""
    from tui.commandline.covering import confirmed_window

    new, phrase = _new_claim(asked)
    author = author_of(asked, around)
    with open_store(asked, around) as repository:
        if phrase:
            new = new._replace(window=confirmed_window(phrase, new, asked, repository, around))
        receipt = repository.claim(new, author)
    say_written(receipt.sentence, asked, around)
    return 0


def _new_claim(asked: Asked) -> tuple[NewClaim, str]:
    """Return what was typed, and the phrase that its window is still to be read from. Raises UsageError."""
    from tui.commandline.covering import typed_window

    figure, progress = _said(" ".join(asked.figure))
    rejects = figure is None and progress is None
    measure = Measure.CUMULATIVE if figure else Measure.PROGRESS
    if asked.measure is not None:
        measure = word_of(Measure, asked.measure, "measure")
    if (measure is Measure.PROGRESS) != (figure is None):
        raise UsageError("--measure progress goes with a word such as delivered, the other measures with a figure")
    strength = Strength.PARAPHRASE if asked.speaker else Strength.ARTICLE
    source, locator = asked.source.strip(), asked.at.strip()
    if not source or not locator:
        raise UsageError("--source and --at need to say where it stands: --source 000 --at 5")
    window, phrase = typed_window(asked, measure)
    new = NewClaim(
        about=asked.label.strip(),
        source=source,
        locator=locator.removeprefix(f"{source}:"),
        strength=word_of(Strength, asked.strength, "strength") if asked.strength is not None else strength,
        measure=measure,
        figure=figure,
        progress=progress,
        rejects=rejects,
        speaker=asked.speaker,
        speaks_for=asked.side,
        role=word_of(ClaimRole, asked.role, "role") if asked.role is not None else None,
        words=asked.words,
        window=window,
        note=asked.note,
        supersedes=asked.supersedes,
    )
    return new, phrase


def _said(text: str) -> tuple[Quantity | None, Delivery | None]:
    """Read a word of progress or a figure; neither where it says that others are wrong. Raises UsageError."""
    if fold(text) == REJECTED:
        return None, None
    if fold(text) in {state.value for state in Delivery}:
        return None, Delivery(fold(text))
    try:
        return parse_figure(text[:_MOST_FIGURE]), None
    except ValueError as error:
        words = ", ".join(state.value.replace("_", "-") for state in Delivery)
        raise UsageError(f"{error}; or a word: {words}, {REJECTED}") from None


def undo(asked: Asked, around: Surroundings) -> int:
    """Take the person's last change back, or the entry that is named. Raises UnknownError when there is none."""
    author = author_of(asked, around)
    if asked.entry is not None or asked.dry_run:
        from tui.commandline.archive import undo_entry

        return undo_entry(asked, around, author)
    with open_store(asked, around) as repository:
        receipt = repository.undo(author)
    say_written(receipt.sentence, asked, around, back="redo")
    return 0


def redo(asked: Asked, around: Surroundings) -> int:
    """Make the change again that the person undid last. Raises UnknownError when there is none."""
    author = author_of(asked, around)
    with open_store(asked, around) as repository:
        receipt = repository.redo(author)
    say_written(receipt.sentence, asked, around)
    return 0
