"""Meetings of the sides, and what is said about when."""
