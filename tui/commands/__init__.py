"""The one table of commands, by where they can be given: keys, words for footer, help and palette.

Bindings, footer, help and palette are all made from it. `every` has the whole of it; each screen loads its own part.
"""
