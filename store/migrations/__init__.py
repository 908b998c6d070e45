"""Numbered steps that build the store, each one transaction; a store that knows more steps than we do is refused."""
