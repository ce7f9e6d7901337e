"""The command line: one command a file, each a thin call of `kg.api`."""

from kg.cli.app import main

__all__ = ["main"]
