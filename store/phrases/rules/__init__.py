"""The table of rules. To teach it a wording: a word goes to `words/`, a way of putting words together here."""
