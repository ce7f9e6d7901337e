"""The command line: one command a file, each a thin call of `kg.api`."""

from kg.cli.start import main

__all__ = ["main"]
