"""Whether two groups are one thing: vetoes first, then points for every feature, each with its name.

Points are whole numbers, so that no sum depends on an order. A pair is accepted from `ACCEPTED` on: a full name is
enough, a surname needs an office or two uncommon names beside it in both articles, and no other bearer. Weights are
set by hand after the rule that a wrong merge costs more than a missing one; features and vetoes are plain lists, as in
nomenklatura's matchers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.resolve.groups import Group
from kg.resolve.kinds import excludes
from kg.resolve.likeness import Likeness, likeness
from kg.resolve.names import stands_for

ACCEPTED = 75

_NAME_POINTS = {
    Likeness.SAME: 100,
    Likeness.LETTERS: 90,
    Likeness.ROMANISATION: 80,
    Likeness.MIDDLE: 75,
    Likeness.INITIAL: 40,
    Likeness.SIMILAR: 30,
    Likeness.PART: 30,
    Likeness.NONE: 0,
}
_DECLARED, _INITIALS, _LEGAL_FORM = 65, 40, 90
_OFFICE, _BEARER, _TYPE, _SHARED = 45, 15, 5, 15
_SHARED_AT_MOST = 2


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the corpus says about a pair: uncommon names in the articles of both, and whether no other group fits."""

    shared: int = 0
    only_bearer: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """Points of a pair with the features that gave them, or the veto that forbids it ("" for none)."""

    points: int = 0
    features: tuple[tuple[str, int], ...] = ()
    veto: str = ""

    @property
    def accepted(self) -> bool:
        return not self.veto and self.points >= ACCEPTED

    @property
    def reason(self) -> str:
        """The features in words: "part-of-name+same-office"."""
        return self.veto or "+".join(name for name, _ in self.features)


def judge(a: Group, b: Group, circumstances: Circumstances) -> Judgement:
    """The judgement of a pair; the order of the two does not matter."""
    veto = vetoed(a, b)
    if veto:
        return Judgement(veto=veto)
    name = _alike(a, b)
    if not name[1]:
        return Judgement(veto=Likeness.NONE)
    features = [name, *((feature, points) for feature, rule in _FEATURES if (points := rule(a, b, circumstances)))]
    return Judgement(sum(points for _, points in features), tuple(features))


def vetoed(a: Group, b: Group) -> str:
    """The first veto that forbids the pair, "" for none."""
    return next((name for name, rule in _VETOES if rule(a, b)), "")


def _alike(a: Group, b: Group) -> tuple[str, int]:
    """The likeness of the names, and its points."""
    if a.is_person and b.is_person:
        found = likeness(a.form, b.form)
        if found is not Likeness.NONE and a.partial and b.partial:
            return "same-part-of-name", _NAME_POINTS[Likeness.PART]
        return found, _NAME_POINTS[found]
    if a.form.normal == b.form.normal:
        return Likeness.SAME, _NAME_POINTS[Likeness.SAME]
    if a.form.letters == b.form.letters:
        return Likeness.LETTERS, _NAME_POINTS[Likeness.LETTERS]
    if a.bare == b.bare:
        return "legal-form-left-out", _LEGAL_FORM
    return _abbreviated(a, b)


def _abbreviated(a: Group, b: Group) -> tuple[str, int]:
    if a.partial == b.partial:
        return Likeness.NONE, 0
    short, full = (a, b) if a.partial else (b, a)
    if short.name in full.abbreviations:
        return "abbreviation-given", _DECLARED
    return ("initials", _INITIALS) if stands_for(short.name, full.name) else (Likeness.NONE, 0)


# -- vetoes ------------------------------------------------------------------------------------------------------------


def _other_link(a: Group, b: Group) -> bool:
    return bool(a.place and b.place and a.place.id != b.place.id)


def _other_type(a: Group, b: Group) -> bool:
    return excludes(a.family, b.family)


def _other_country(a: Group, b: Group) -> bool:
    """Of persons the country says where they serve, not who they are."""
    return not a.is_person and bool(a.country and b.country and a.country != b.country)


def _other_gender(a: Group, b: Group) -> bool:
    return a.is_person and b.is_person and bool(a.gender and b.gender and a.gender != b.gender)


def _contradicting_names(a: Group, b: Group) -> bool:
    """Of complete names only: a surname fits a cluster if it fits one of its spellings."""
    complete = a.is_person and b.is_person and not (a.partial or b.partial)
    return complete and likeness(a.form, b.form) is Likeness.NONE


def _apart_in_article(a: Group, b: Group) -> bool:
    """An article that has both a surname and a full name has judged them already, and with more in view."""
    part = (a.is_person and a.partial) or (b.is_person and b.partial)
    return part and not a.articles.isdisjoint(b.articles)


_VETOES: tuple[tuple[str, Callable[[Group, Group], bool]], ...] = (
    ("other-link", _other_link),
    ("other-type", _other_type),
    ("other-country", _other_country),
    ("other-gender", _other_gender),
    ("contradicting-names", _contradicting_names),
    ("apart-in-article", _apart_in_article),
)

# -- features beside the name ------------------------------------------------------------------------------------------


def _same_office(a: Group, b: Group, _: Circumstances) -> int:
    return 0 if a.offices.isdisjoint(b.offices) else _OFFICE


def _same_type(a: Group, b: Group, _: Circumstances) -> int:
    return _TYPE if a.type == b.type else 0


def _only_bearer(_a: Group, _b: Group, circumstances: Circumstances) -> int:
    return _BEARER if circumstances.only_bearer else 0


def _shared_names(_a: Group, _b: Group, circumstances: Circumstances) -> int:
    return _SHARED * min(circumstances.shared, _SHARED_AT_MOST)


_FEATURES: tuple[tuple[str, Callable[[Group, Group, Circumstances], int]], ...] = (
    ("same-office", _same_office),
    ("same-type", _same_type),
    ("only-bearer", _only_bearer),
    ("shared-names", _shared_names),
)
