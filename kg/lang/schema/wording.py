"""How a language words statements, and the forms of verbs that it takes."""

from __future__ import annotations

import msgspec


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Templates by status ("asserted", "negated", "reported", "negated_reported" …) for relations whose label is said
    in the past, in the present, or cannot be taken apart (`quoted`); the file says what stands in them.

    `copulas` are finite verbs that need no other one to be denied, with the tense they are in. `copula` are infinitive
    and participle of the copula. Where the verb comes last (`verb_last`), `event_phrases` and `state_phrases` have
    the relations of the ontology in the infinitive, by id.
    """

    verb_last: bool
    source: str
    past: dict[str, str]
    present: dict[str, str]
    quoted: dict[str, str]
    copulas: dict[str, str]
    copula_negated: str
    copula: tuple[str, str] | None = None
    event_phrases: dict[str, str] = {}
    state_phrases: dict[str, str] = {}
    open_phrases: dict[str, str] = {}
    open: dict[str, str] = {}


class VerbForms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Forms of verbs; what a language does not need is empty.

    `past_forms` has the infinitive by a past, which is the participle too but for those of `irregular`,
    `present_forms` the infinitive by a present.

    `participle_prefix` begins participles, but for those of verbs with one of the `inseparable` prefixes, and of the
    `unparted` verbs with one of the `doubtful` ones. `participles` by infinitive are those that neither strong verbs
    nor the `regular` pairs of expression and replacement give. `auxiliaries` have a finite form, one of them is that of
    the `perfect`; verbs of `going` have the other, of those of `either` it is not known. `finite` has forms of open
    relations by their label.
    """

    past_forms: dict[str, str] = {}
    irregular: dict[str, str] = {}
    present_forms: dict[str, str] = {}
    participle_prefix: str = ""
    inseparable: tuple[str, ...] = ()
    doubtful: tuple[str, ...] = ()
    unparted: frozenset[str] = frozenset()
    participles: dict[str, str] = {}
    regular: tuple[tuple[str, str], ...] = ()
    auxiliaries: dict[str, str] = {}
    perfect: str = ""
    going: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
    finite: dict[str, str] = {}
