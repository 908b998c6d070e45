"""The board and its evidence as lines to print: the same lines plain into a pipe and coloured on a terminal."""
