"""The words of each language, as data; see `kg.lang.lexicon`."""

from kg.lang.lexicon import languages, load

__all__ = ["languages", "load"]
