"""From an article to what it bears."""

from __future__ import annotations

from store.reading.article import Article
from store.reading.lexicon import Lexicon
from store.reading.proposals import ArticleReading


def read(article: Article, lexicon: Lexicon) -> ArticleReading:
    """Return what an article bears, in the order of its text."""
    del lexicon
    return ArticleReading(article, ())
