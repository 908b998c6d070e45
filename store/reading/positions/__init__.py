"""What sides ask, offer, take and refuse."""
