"""People, remains and papers that were handed over, or are owed."""
