"""The table of noun forms that goes with the model, from a dictionary of forms.

A form whose readings are those of its longest known ending need not be in it, as those of most compounds.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from pathlib import Path

from kg.parse.noun_forms import SHORTEST_PART

DICTIONARY = "lex/german_nouns/noun_forms.tsv.gz"  # form, lemma, genders, number, cases; from Wiktionary
BANK = "GSD"


def write_noun_forms(path: Path, data: Path) -> None:
    """Lines of bank, form in small letters and readings, by length, then alphabet, gzipped."""
    rows = [f"{BANK}\t{form}\t{written}" for form, written in pruned(read_dictionary(data / DICTIONARY)).items()]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(("\n".join(rows) + "\n").encode("utf-8"), mtime=0))


def read_dictionary(path: Path) -> dict[str, str]:
    """Readings by form in small letters; those of all nouns that are written the same."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        form, _, genders, number, cases = line.split("\t")
        found[form.lower().lstrip("-")][genders + number + cases] = None
    return {form: ",".join(readings) for form, readings in found.items()}


def pruned(forms: dict[str, str]) -> dict[str, str]:
    """The forms of which the others do not tell the readings, by length, then alphabet."""
    kept: dict[str, str] = {}
    for form in sorted(forms, key=lambda form: (len(form), form)):
        endings = (form[start:] for start in range(1, len(form) - SHORTEST_PART + 1))
        if forms[form] != next((kept[ending] for ending in endings if ending in kept), None):
            kept[form] = forms[form]
    return kept
