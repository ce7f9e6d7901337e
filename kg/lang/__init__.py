"""The words of each language, as data; see `kg.lang.lexicon`."""

from kg.lang.lexicon import has, languages, load

__all__ = ["has", "languages", "load"]
