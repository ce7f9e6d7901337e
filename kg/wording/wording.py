"""The one place where a statement is put into words.

No simple past for what is denied, passed on, planned, possible or supposed: whoever reads only the words of the
relation reads the status as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.lang import load
from kg.lang.schema import Wording
from kg.model import Modality, Polarity, Relation, Statement
from kg.wording.parts import SLOT, Parts, parts

GAP = "…"  # stands for the object where words are shown without it


@dataclass(frozen=True, slots=True)
class Words:
    """The words between subject and object, and those behind the object, "" for none.

    >>> str(Words("hat", "nicht getroffen"))
    'hat … nicht getroffen'
    """

    before: str
    after: str = ""

    def __str__(self) -> str:
        return f"{self.before} {GAP} {self.after}" if self.after else self.before

    def around(self, target: str) -> str:
        """With the object."""
        return " ".join(filter(None, (self.before, target, self.after)))


def words(statement: Statement, language: str) -> Words:
    """The relation of a statement with its status, in this language."""
    told = statement.attribution is not None
    return relation_words(statement.relation, statement.polarity, statement.modality, language, told=told)


def sentence(statement: Statement, subject: str, target: str, language: str) -> str:
    """The statement as a line, `subject` and `target` being what subject and object are called."""
    return f"{subject} {words(statement, language).around(target)}"


@cache
def relation_words(
    relation: Relation, polarity: Polarity, modality: Modality, language: str, *, told: bool = False
) -> Words:
    """The relation with a status; `told` says that the text names others who say so."""
    wording: Wording = load(Wording, language)
    if told and modality is Modality.ASSERTED:
        modality = Modality.REPORTED
    group, filled = parts(relation, language)
    template = _template(wording, group, filled, _status(polarity, modality))
    values = defaultdict(str, filled, source=wording.source if told else "")
    text = " ".join(template.format_map(values).split()) + values["tail"]
    before, _, after = text.partition(SLOT)
    return Words(before.strip(), after.strip())


def _status(polarity: Polarity, modality: Modality) -> str:
    """The name of a template: "asserted", "negated", "negated_reported" …"""
    if polarity is Polarity.AFFIRMED:
        return modality.value
    return polarity.value if modality is Modality.ASSERTED else f"{polarity.value}_{modality.value}"


def _template(wording: Wording, group: str, filled: Parts, status: str) -> str:
    templates: Mapping[str, Mapping[str, str]] = {
        "past": wording.past, "present": wording.present, "open": wording.open, "quoted": wording.quoted,
    }  # fmt: skip
    if status == Polarity.NEGATED.value and filled.get("finite") in wording.copulas:
        return wording.copula_negated
    return templates[group][status]
