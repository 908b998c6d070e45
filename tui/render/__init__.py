"""Values to lines: pure functions that lay values out for a width, independent of any screen library."""
