"""Everything without a screen: the record, its rules, its readers and writers."""
