"""Dates the way the news says them: a phrase and the day it was said on give a window of days."""

from store.phrases.answer import Found, Kind, PhraseWindow, Tense
from store.phrases.reader import find, resolve

__all__ = ["Found", "Kind", "PhraseWindow", "Tense", "find", "resolve"]
