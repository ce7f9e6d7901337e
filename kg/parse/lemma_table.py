"""Lemmas seen in the treebanks: what a known form is, and whether a guess is a word at all."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from unicodedata import combining, normalize

from rapidfuzz.fuzz import ratio

from kg.parse.lemmas import apply_rule

WRITTEN_AS_IS = frozenset({"PUNCT", "SYM", "NUM"})
NEAR = 70.0  # per cent of shared letters (rapidfuzz), below which a form is another word's
WHOLE_WORD = "="  # how a rule begins that puts one word in place of another
_SHORTEST_VERB = 4  # letters behind a prefix; less is chance ("hing")
CAPITALISED = frozenset({"NOUN", "PROPN"})

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class LemmaTable:
    """`lemmas` of (form, UPOS), every `known` (lemma, UPOS), all lemma rules, syllables inside verbs, verb prefixes."""

    lemmas: Mapping[Key, str]
    known: frozenset[Key]
    rules: tuple[str, ...] = ()
    infixes: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        entries: Iterable[tuple[str, str, str]],
        *,
        words: Iterable[Key] = (),
        rules: tuple[str, ...] = (),
        infixes: tuple[str, ...] = (),
        prefixes: tuple[str, ...] = (),
    ) -> LemmaTable:
        """From (form, UPOS, lemma), and further `words` (lemma, UPOS) of the language."""
        lemmas: dict[Key, str] = {}
        for form, upos, lemma in entries:
            lemmas.setdefault((form, upos), lemma)
        known = frozenset((*((lemma, upos) for (_, upos), lemma in lemmas.items()), *words))
        return cls(_without_sharp_s(lemmas, known) | lemmas, known, rules, infixes, prefixes)

    @classmethod
    def from_file(
        cls,
        path: Path,
        bank: str,
        *,
        forms: Iterable[tuple[str, str, str]] = (),
        words: Iterable[Key] = (),
        rules: tuple[str, ...] = (),
        infixes: tuple[str, ...] = (),
        prefixes: tuple[str, ...] = (),
    ) -> LemmaTable:
        """The lines of `bank` in a gzipped file of bank, form, UPOS and lemma, tab-separated, then further `forms`."""
        lines = gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()
        rows = (line.split("\t") for line in lines)
        seen = ((form, upos, lemma) for own, form, upos, lemma in rows if own == bank)
        return cls.of(
            chain(seen, forms),
            words=words,
            rules=rules,
            infixes=infixes,
            prefixes=prefixes,
        )

    def lemma(self, form: str, upos: str, rules: Sequence[str], *, finite: bool = False) -> str:
        """The lemma of `form`: the one seen; else what the best of `rules` makes that is a word; else by its last part
        ("besprach" by "sprach"), if that makes a word; else the first's. A verb keeps its prefix.

        `rules` come best first. A `finite` form of a verb has no syllable of participles: where it begins so, its lemma
        does too ("gefällt": "gefallen").
        """
        if upos in WRITTEN_AS_IS:
            return form
        found = self._lemma(form, upos, rules)
        found = self._prefixed(form.lower(), found) if upos == "VERB" else found
        return self._begun(form.lower(), found) if upos == "VERB" and finite else found

    def _begun(self, form: str, found: str) -> str:
        """The known verb that begins as a finite form does, where the lemma `found` does not; else that."""
        begins = next((infix for infix in self.infixes if form.startswith(infix)), "")
        if not begins or found.startswith(begins):
            return found
        verbs = sorted(lemma for lemma, upos in self.known if upos == "VERB" and lemma.startswith(begins))
        near = {verb: ratio(_plain(verb), _plain(form)) for verb in verbs}
        best = max(verbs, key=lambda verb: near[verb], default="")
        return best if near.get(best, 0.0) >= NEAR else found

    def _lemma(self, form: str, upos: str, rules: Sequence[str]) -> str:
        seen = self.lemmas.get((form, upos))
        if seen is None and upos not in CAPITALISED:
            seen = self.lemmas.get((form.lower(), upos))
        if seen is not None:
            return seen
        guesses = [apply_rule(rule, form) for rule in rules]
        if upos == "PROPN":  # names are new most of the time, and short ones are known for much
            return guesses[0]
        likely = [guess for guess in guesses if (guess, upos) in self.known]
        if upos == "VERB" and guesses[0] not in likely:  # the list of verbs is nearly whole
            return self._by_last_part(form, upos) or self._nearest(form, likely) or guesses[0]
        return next(iter(likely), "") or self._by_last_part(form, upos) or guesses[0]

    def _prefixed(self, form: str, found: str) -> str:
        """The lemma of a verb with its prefix ("einzubringen": "einbringen"): the one `found`, if that has the prefix
        and what is behind it says nothing surer."""
        fronts = [p for p in self.prefixes if form.startswith(p) and len(form) - len(p) >= _SHORTEST_VERB]
        made = [[front + base for base in self._bases(form[len(front) :])] for front in fronts]
        sure = next((verb for verbs in made for verb in verbs if (verb, "VERB") in self.known), "")
        kept = not fronts or found.startswith(tuple(fronts))
        return sure or (found if kept else next((verbs[-1] for verbs in made if verbs), found))

    def _bases(self, rest: str) -> list[str]:
        """The lemmas of what is behind a prefix, those of the whole before those without a syllable between."""
        parts = (rest, *(rest.removeprefix(infix) for infix in self.infixes if rest.startswith(infix)))
        bases = [part if (part, "VERB") in self.known else self.lemmas.get((part, "VERB"), "") for part in parts]
        return [base for base in bases if (base, "VERB") in self.known]

    def _nearest(self, form: str, likely: Sequence[str]) -> str:
        """The verb nearest to the form among `likely` and all that the rules make, "" where none is near."""
        rules = [rule for rule in self.rules if not rule.startswith(WHOLE_WORD)]
        bare = self._without_infix(form.lower())
        made = {apply_rule(rule, each) for each in bare for rule in rules}
        known = sorted(verb for verb in {*made, *likely} if (verb, "VERB") in self.known)
        near = {verb: max(ratio(verb, each) for each in bare) for verb in known}
        nearest = max(known, key=lambda verb: near[verb], default="")
        return nearest if near.get(nearest, 0.0) >= NEAR else ""

    def _without_infix(self, form: str) -> list[str]:
        """The form, and what is left when a syllable inside is taken out ("abgelehnt": "ablehnt")."""
        cuts = [(i, x) for x in self.infixes for i in range(2, len(form) - 3) if form.startswith(x, i)]
        return [form, *(form[:i] + form[i + len(x) :] for i, x in cuts)]

    def _by_last_part(self, form: str, upos: str) -> str:
        """The lemma of a compound or prefixed word whose last part has been seen, "" if that makes no known word."""
        word = form if upos in CAPITALISED else form.lower()
        for cut in range(2, len(word) - 2):
            front, rest = word[:cut], word[cut:]
            seen = self.lemmas.get((rest.capitalize() if upos in CAPITALISED else rest, upos), "")
            made = front + (seen.lower() if upos in CAPITALISED else seen)
            if seen and (made, upos) in self.known:
                return made
        return ""


def _without_sharp_s(lemmas: Mapping[Key, str], known: Iterable[Key]) -> dict[Key, str]:
    """Forms of verbs as they are written where there is no ß, which is how case is folded: "heissen" is no form of a
    verb that is like it."""
    infinitives = {key: key[0] for key in sorted(known)}
    return {
        (form.casefold(), upos): lemma
        for (form, upos), lemma in (infinitives | dict(lemmas)).items()
        if upos == "VERB" and form.casefold() != form.lower()
    }


def _plain(word: str) -> str:
    """The word with its vowels as they are in the infinitive ("fällt": "fallt")."""
    return "".join(c for c in normalize("NFD", word) if not combining(c))
