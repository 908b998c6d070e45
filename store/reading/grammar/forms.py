"""The forms of English words: what a verb or noun of the lexicon looks like in a text."""

from __future__ import annotations

_IRREGULAR = {
    "begin": ("began", "begun"),
    "break": ("broke", "broken"),
    "run": ("ran", "run"),
    "strike": ("struck", "struck"),
    "uphold": ("upheld", "upheld"),
    "bring": ("brought", "brought"),
    "bury": ("buried", "buried"),
    "come": ("came", "come"),
    "fly": ("flew", "flown"),
    "win": ("won", "won"),
    "fall": ("fell", "fallen"),
    "find": ("found", "found"),
    "get": ("got", "gotten"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "hand": ("handed", "handed"),
    "have": ("had", "had"),
    "hold": ("held", "held"),
    "lead": ("led", "led"),
    "leave": ("left", "left"),
    "let": ("let", "let"),
    "make": ("made", "made"),
    "meet": ("met", "met"),
    "pull": ("pulled", "pulled"),
    "put": ("put", "put"),
    "reach": ("reached", "reached"),
    "say": ("said", "said"),
    "see": ("saw", "seen"),
    "seek": ("sought", "sought"),
    "send": ("sent", "sent"),
    "set": ("set", "set"),
    "swap": ("swapped", "swapped"),
    "take": ("took", "taken"),
    "tell": ("told", "told"),
    "shoot": ("shot", "shot"),
    "think": ("thought", "thought"),
    "undertake": ("undertook", "undertaken"),
    "keep": ("kept", "kept"),
    "pay": ("paid", "paid"),
    "show": ("showed", "shown"),
    "forbid": ("forbade", "forbidden"),
    "withhold": ("withheld", "withheld"),
    "overcome": ("overcame", "overcome"),
    "throw": ("threw", "thrown"),
    "withdraw": ("withdrew", "withdrawn"),
    "write": ("wrote", "written"),
}
_DOUBLED = (
    "transfer",
    "swap",
    "get",
    "let",
    "set",
    "put",
    "begin",
    "commit",
    "submit",
    "permit",
    "stop",
    "admit",
    "refer",
    "plan",
    "slam",
    "ship",
    "step",
    "snub",
)
_VOWELS = "aeiou"


def verb_forms(base: str) -> dict[str, str]:
    """Return the forms of a verb, each with its name: base, s, ing, past, pp; `ed` where past and pp are alike."""
    first, _, rest = base.partition(" ")
    tail = f" {rest}" if rest else ""
    past, participle = _IRREGULAR.get(first, (_ed(first), _ed(first)))
    forms = {first: "base", _plural(first): "s", _ing(first): "ing"}
    if past == participle:
        forms[past] = "ed" if past != first else "base"
    else:
        forms.update({past: "past"})
        forms.setdefault(participle, "pp")
    return {form + tail: name for form, name in forms.items()}


def noun_forms(noun: str) -> tuple[str, ...]:
    """Return a noun's singular and plural; what ends in "of ..." changes before that."""
    head, of, rest = noun.partition(" of ")
    words = head.split(" ")
    irregular = {"man": "men", "woman": "women", "child": "children", "memorandum": "memorandums"}
    last = words[-1]
    for one, many in irregular.items():
        if last.endswith(one):
            plural = last[: -len(one)] + many
            break
    else:
        plural = last + "s" if last.isupper() else _plural(last)
    return noun, " ".join([*words[:-1], plural]) + of + rest


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return word + (word[-1] if word in _DOUBLED else "") + "ed"


def _ing(word: str) -> str:
    if word.endswith("e") and not word.endswith("ee"):
        return word[:-1] + "ing"
    return word + (word[-1] if word in _DOUBLED else "") + "ing"
