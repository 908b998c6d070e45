"""What was read beside the record: what is new, what it confirms, and the lines it becomes."""
