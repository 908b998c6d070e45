"""What the app does for the person beside showing and changing the record: copies, help, the tour, notices, imports."""
