"""The words of each language, as data: which symbol a word has and what it says."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from store.errors import UsageError
from store.phrases.lexicon import Language

_MODULES = {"en": "english", "ru": "russian", "uk": "ukrainian"}


@cache
def language_named(lang: str) -> Language:
    """Return a language by its code; its words are read at the first use.

    Raises UsageError for one that is not known.
    """
    name = _MODULES.get(lang)
    if name is None:
        raise UsageError("a language is en, ru or uk")
    language: Language = import_module(f"store.phrases.words.{name}").LANGUAGE
    return language
