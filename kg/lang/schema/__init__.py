"""The sections of a language's lexicon, as types; the words are in ``kg/lang/<code>/<section>.yml``."""

from kg.lang.schema.grammar import Factuality, Governors, Grammar, Layout, Sentences
from kg.lang.schema.names import (
    Demonym,
    Demonyms,
    GivenNames,
    Institutions,
    Names,
    OfficeLabels,
    Pronouns,
    Roles,
    Spelling,
    Titles,
)
from kg.lang.schema.numbers import Ages, Numbers, Times
from kg.lang.schema.quotations import Quotations
from kg.lang.schema.relations import Expression, Frame, Frames, Glossary, StrongVerbs, Verbs, Via
from kg.lang.schema.wording import VerbForms, Wording

__all__ = [
    "Ages",
    "Demonym",
    "Demonyms",
    "Expression",
    "Factuality",
    "Frame",
    "Frames",
    "GivenNames",
    "Glossary",
    "Governors",
    "Grammar",
    "Institutions",
    "Layout",
    "Names",
    "Numbers",
    "OfficeLabels",
    "Pronouns",
    "Quotations",
    "Roles",
    "Sentences",
    "Spelling",
    "StrongVerbs",
    "Times",
    "Titles",
    "VerbForms",
    "Verbs",
    "Via",
    "Wording",
]
