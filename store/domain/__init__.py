"""Pure rules on frozen values: no clock, no database, no screen; only the standard library."""
