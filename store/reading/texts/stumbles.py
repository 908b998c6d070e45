"""What libraries that read hostile pages and feeds are known to raise besides what they say they do."""

STUMBLES = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""Errors of a library that met what it did not foresee: such a page or feed counts as one without content."""
