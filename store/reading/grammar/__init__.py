"""Sentences as pieces: words, numbers, names, dates, and who belongs to which side."""
