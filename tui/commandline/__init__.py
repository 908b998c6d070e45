"""The command line: what was typed becomes calls to the repository, and what comes back becomes lines."""
