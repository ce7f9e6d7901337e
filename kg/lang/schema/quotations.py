"""Words by which a text says that somebody else is speaking."""

from __future__ import annotations

import msgspec


class Quotations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Cues of quotations, beside the governors and sources of `Factuality`; words are lemmas.

    `marks` maps an opening quotation mark to those that may close it. `verbs` have what is said in a clause below
    them, `telling` ones in their other arguments, `perhaps` where the subject is somebody; `phrases` are verbs that
    do so with one of some words ("gab bekannt"). The speaker is the subject, of `quoting` verbs the object, of
    `impersonal` ones what stands behind one of `containers`.

    `nouns` (with `noun_endings`) and `adjectives` have what is said in a clause of their own; `noun_prepositions` have
    nouns of a source behind them ("nach Ansicht von"), `agents` are what may stand before whose it is. `like` and
    `as_told` open an aside that names the speaker (", so X", "wie X sagte"), `correlates` announce a clause ("davon,
    dass").

    `anaphoric` words go back to the source named before, as a sentence in the mood of reported speech does
    (`subjunctive`: its forms, should the parser not know them; `subjunctive_of_infinitive`: its ending, and what the
    infinitive has behind it) and one with a `hearsay` verb. `unreal` forms of the mood go on only right behind a
    quotation; `deictic` pronouns stand for the sentence before. `first_person` are words of the speaker for what is
    his, in small letters; `speaker` are those for himself alone, `speakers` for a body that speaks. `asks` and
    `answers` are labels of turns in an interview that name nobody.
    """

    marks: dict[str, str]
    verbs: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    phrases: dict[str, tuple[str, ...]] = {}
    quoting: tuple[str, ...] = ()
    impersonal: tuple[str, ...] = ()
    containers: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    noun_endings: tuple[str, ...] = ("",)
    noun_prepositions: dict[str, tuple[str, ...]] = {}
    like: tuple[str, ...] = ()
    as_told: tuple[str, ...] = ()
    correlates: tuple[str, ...] = ()
    anaphoric: tuple[str, ...] = ()
    deictic: tuple[str, ...] = ()
    subjunctive: tuple[str, ...] = ()
    subjunctive_of_infinitive: dict[str, str] = {}
    unreal: tuple[str, ...] = ()
    hearsay: tuple[str, ...] = ()
    first_person: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
