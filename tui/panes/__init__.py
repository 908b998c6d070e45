"""One file per pane of the dashboard."""
