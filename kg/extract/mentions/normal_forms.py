"""The normal form of a name in a text: genitives taken off where the text says so, adjectives as after no article."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.mentions.forms import folded, genitive_stems, is_given_name, without_genitive
from kg.extract.roles.nouns import body_noun
from kg.lang import load
from kg.lang.schema import Demonyms, Names
from kg.model import Sentence, Token
from kg.ontology import Gazetteer, Types


@dataclass(frozen=True, slots=True)
class Written:
    """A name as the text has it: its tokens in their sentence, and the words as one string."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    text: str


class NormalForms:
    """Normal forms of the names of one text, which vouch for each other ("Lis" is "Li" where "Li" is named)."""

    def __init__(self, names: tuple[Written, ...], gazetteer: Gazetteer, language: str) -> None:
        self.gazetteer = gazetteer
        self.language = language
        self.words = load(Names, language)
        self.seen = frozenset(folded(part) for name in names for part in (name.text, *name.text.split()))
        longer = (name for name in names if len(name.tokens) > 1)
        self.surnames = frozenset(n.tokens[-1].text for n in longer if self._bare(n).endswith(n.tokens[-1].text))

    def normal(self, name: Written) -> str:
        """The name without the ending of the genitive and of inflected adjectives."""
        if self.gazetteer.find(name.text):
            return name.text
        return self._adjectives(name, self._body(name, self._bare(name)))

    def _body(self, name: Written, text: str) -> str:
        """ "des Amtsgerichts Köln" -> "Amtsgericht Köln"."""
        first, _, rest = text.partition(" ")
        body = body_noun(name.sentence, name.tokens[0].i, language=self.language)
        genitive = body is not None and first != body.lemma and without_genitive(first, self.language) != ""
        return f"{body.lemma} {rest}".rstrip() if body is not None and genitive else text

    def _bare(self, name: Written) -> str:
        stems = genitive_stems(name.text, self.language)
        person = name.tokens[0].entity == "PER"
        if person and len(name.tokens) == 1 and name.text in self.surnames:
            return name.text  # "Bruns" where "Anna Bruns" is named
        vouched = next((stem for stem in stems if self._vouched(stem, person=person)), "")
        return vouched or (stems[0] if stems and self._genitive(name) else name.text)

    def _vouched(self, bare: str, *, person: bool) -> bool:
        """Whether the bare form is named in the text, or in the gazetteer (of a person's name: a country)."""
        last = folded(bare).split()[-1:]
        places = self.gazetteer.find(bare)
        listed = bool(places) and (not person or places[0].type == Types.COUNTRY)
        return listed or folded(bare) in self.seen or (bool(last) and last[0] in self.seen)

    def _genitive(self, name: Written) -> bool:
        """Whether the grammar says genitive: an apostrophe, or case or place before a noun for an ending that no name
        has by itself."""
        last = name.tokens[-1].text
        if last[-1:] in self.words.apostrophes:
            return True
        if last.endswith(self.words.whole_endings) or is_given_name(last, self.language):
            return False
        head = next((t for t in name.tokens if t.head < name.tokens[0].i or t.head > name.tokens[-1].i), name.tokens[0])
        return "Gen" in (head.feat("Case"), name.tokens[-1].feat("Case")) or self._possessor(name, head)

    @staticmethod
    def _possessor(name: Written, head: Token) -> bool:
        last = name.tokens[-1].i
        if head.head <= last or name.sentence.tokens[head.head].upos != "NOUN":
            return False
        return not name.sentence.dependents(head.i, "case", "det")

    def _adjectives(self, name: Written, text: str) -> str:
        """ "der Süddeutschen Zeitung" -> "Süddeutsche Zeitung": the ending of an adjective without article."""
        parts = text.split()
        if len(parts) != len(name.tokens) or not any(t.upos == "ADJ" for t in name.tokens[:-1]):
            return text
        nouns = [t for t in name.tokens if t.upos in ("NOUN", "PROPN")] or [name.tokens[-1]]
        bodies = [t for t in nouns if body_noun(name.sentence, t.i, language=self.language)]
        head = bodies[-1] if bodies else nouns[0]
        body = body_noun(name.sentence, head.i, language=self.language)
        oblique = head.feat("Case") in ("Gen", "Dat") and head.feat("Number") != "Plur"
        if body is None and oblique and head.feat("Gender") != "Fem":
            return text  # the article is the same for two genders
        gender = body.gender if body else head.feat("Gender")
        wanted = "Plur" if head.feat("Number") == "Plur" else gender
        ending = self.words.normal_endings.get(wanted, "")
        for k, token in enumerate(name.tokens[: head.i - name.tokens[0].i]):
            if token.upos == "ADJ" and ending:
                parts[k] = self._adjective(token, ending)
        return " ".join(parts)

    def _of_city(self, adjective: str) -> bool:
        demonyms: Demonyms = load(Demonyms, self.language)
        return any(self.gazetteer.find(name) for name in demonyms.city_names(adjective))

    def _adjective(self, token: Token, ending: str) -> str:
        if token.lemma[:1].isupper() or self._of_city(token.text):  # "Berliner" is never inflected
            return token.text
        stem = next((token.text.removesuffix(e) for e in self.words.adjective_endings if token.text.endswith(e)), "")
        return stem + ending if len(stem) > 2 else token.text
