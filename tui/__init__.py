"""Everything a person types or sees."""
