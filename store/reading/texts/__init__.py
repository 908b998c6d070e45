"""From bytes, pages, feeds and addresses to an article: its content, its day, what it is a copy of."""
