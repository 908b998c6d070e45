"""The inbox behind its screens: what is fetched, written and read for them. Nothing of it is loaded at the start."""
