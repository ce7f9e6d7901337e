"""The clause as a value: a predicate and its arguments in logical slots, those of `kg.lang.schema.Frame`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SUBJECT, OBJECT, DATIVE, ATTRIBUTE, COMPLEMENT = "subj", "obj", "iobj", "attr", "comp"
GENITIVE, POSSESSOR, NATIONALITY, PART, SELF = "gen", "poss", "adj", "part", "self"


class ClauseKind(StrEnum):
    VERB = "verb"
    COPULA = "copula"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Argument:
    """What fills a slot: the index of its head token, its preposition's case ("Dat"), "" where there is none."""

    slot: str
    head: int
    case: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with its arguments. All numbers are token indices, but `parent`, an index into the clauses.

    `head` is the word above the predicate (-1 at the root), `link` the label between them, `marks` subordinating words,
    `auxiliaries` all auxiliaries and modals that belong to it, its own or shared by coordination.
    """

    predicate: int
    lemma: str
    kind: ClauseKind
    arguments: tuple[Argument, ...] = ()
    auxiliaries: tuple[int, ...] = ()
    marks: tuple[int, ...] = ()
    passive: bool = False
    reflexive: bool = False
    parent: int = -1
    head: int = -1
    link: str = ""

    def slot(self, name: str) -> tuple[Argument, ...]:
        """Arguments of a slot; a preposition may name its case (``in+Acc``)."""
        slot, _, case = name.partition("+")
        return tuple(a for a in self.arguments if a.slot == slot and (not case or a.case in ("", case)))
