"""Capitals that stand for their country: "Peking und Moskau bauen ihre Beziehungen aus", but not "in Peking"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lang import load
from kg.lang.schema import Demonyms, Grammar, Names
from kg.model import Document, Mention, MentionKind, Sentence, Token
from kg.ontology import Gazetteer


def country_meant(sentence: Sentence, mention: Mention, *, gazetteer: Gazetteer, language: str) -> str:
    """Gazetteer id of the country that a capital stands for where it acts or is dealt with, "" where it is a place."""
    if mention.kind is not MentionKind.NAME or not mention.links:
        return ""
    place = gazetteer.get(mention.links[0])
    if place is None or not place.capital_of:
        return ""
    return place.capital_of if _Place(sentence, language).acts(sentence.tokens[mention.head]) else ""


def towns_told_of(document: Document) -> frozenset[str]:
    """Names of towns whose mayor or council the article names: there the town acts for itself."""
    return frozenset(
        town
        for sentence in document.sentences
        for noun in _municipal(sentence, document.article.language)
        for child in sentence.dependents(noun.i, "amod", "nmod", "compound", "appos", "flat")
        for town in (child.lemma, child.text, *load(Demonyms, document.article.language).city_names(child.text))
    )


def _municipal(sentence: Sentence, language: str) -> Iterator[Token]:
    words = load(Names, language).municipal_nouns
    yield from (token for token in sentence.tokens if token.upos == "NOUN" and token.lemma.lower().endswith(words))


class _Place:
    """A sentence in which a capital is named."""

    def __init__(self, sentence: Sentence, language: str) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.words = load(Names, language)
        self.grammar = load(Grammar, language)

    def acts(self, token: Token) -> bool:
        """Whether the capital is an actor or somebody dealt with."""
        preposition = self._preposition(token)
        if preposition:
            return self._party(token, preposition)
        match token.relation:
            case "conj":
                return token.head >= 0 and self.acts(self.tokens[token.head])
            case "nsubj":
                return token.deprel != "nsubj:pass" and self._acting(token)
            case "obj" | "iobj":
                return self.tokens[token.head].lemma in self.words.address_verbs
            case "nmod":
                return self._political(self.tokens[token.head])
        return False

    def _acting(self, token: Token) -> bool:
        """Whether the predicate is something that states do: a verb, no copula, none that towns have."""
        verb = self.tokens[token.head] if token.head >= 0 else token
        passive = any(t.deprel == "aux:pass" for t in self.sentence.dependents(verb.i, "aux"))
        if passive or verb.upos not in ("VERB", "AUX") or self.sentence.dependents(verb.i, "cop"):
            return False
        return verb.lemma not in self.words.place_verbs and not self.sentence.dependents(token.i, "amod", "det", "nmod")

    def _party(self, token: Token, preposition: str) -> bool:
        if preposition in self.words.party_prepositions:
            return True
        head = self.tokens[token.head] if token.head >= 0 else token
        return preposition in self.words.party_noun_prepositions and self._political(head)

    def _political(self, noun: Token) -> bool:
        if noun.upos != "NOUN":
            return False
        lemmas = {noun.lemma.lower(), noun.text.lower()}
        return any(lemma.endswith(word.lower()) for lemma in lemmas for word in self.words.political_nouns)

    def _preposition(self, token: Token) -> str:
        for case in self.sentence.dependents(token.i, "case"):
            if case.upos == "ADP":
                small = case.text.lower()
                return str(self.grammar.contractions.get(small, small))
        if token.relation == "conj" and token.head >= 0:
            return self._preposition(self.tokens[token.head])
        return ""
