"""Whom a pronoun means: the nearest antecedent that agrees, subjects first; nobody where two are equally good.

The order of candidates follows Lappin & Leass (1994): nearer before farther sentences, subjects before objects before
the rest. Nouns that are no mention compete, too: where one of them comes first, the pronoun means something the graph
does not know. Who is named in what the pronoun says is somebody else ("Huber sei krank, sagte er": principle C).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.coreference.clusters import Cluster, Clusters, genders_agree
from kg.extract.roles.nouns import role_noun
from kg.extract.roles.surroundings import possessor_readings
from kg.lang import load
from kg.lang.schema import Names, Pronouns
from kg.model import BlockKind, Mention, MentionKind, Sentence, Span, Token
from kg.ontology import Types

_CLAUSES = ("ccomp", "csubj")
_SAID = (*_CLAUSES, "parataxis")
_SUBJECT, _OBJECT, _OTHER = 0, 1, 2
_PREDICATES = ("VERB", "AUX", "ADJ")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A possible antecedent: `cluster` is None for a noun that is no mention."""

    sentence: int
    token: int
    rank: int
    gender: str
    number: str
    cluster: Cluster | None
    person: bool = False


class Antecedents:
    """Resolves the pronouns of one document, in text order, so that a pronoun can be an antecedent itself."""

    def __init__(
        self, clusters: Clusters, sentences: tuple[Sentence, ...], language: str, quoted: tuple[Span, ...] = ()
    ) -> None:
        self.quoted = quoted
        self.clusters = clusters
        self.sentences = sentences
        self.names = load(Names, language)
        self.language = language
        self.pronouns = load(Pronouns, language)
        self.animate = self.pronouns.animate_verbs
        self.at: dict[tuple[int, int], int] = {}
        for k, m in enumerate(clusters.mentions):
            if m.kind is not MentionKind.PRONOUN or (m.sentence, m.head) not in self.at:
                self.at.setdefault((m.sentence, m.head), k)

    def resolve(self) -> None:
        for k, mention in enumerate(self.clusters.mentions):
            if mention.kind is MentionKind.PRONOUN:
                cluster = self._antecedent(mention)
                if cluster is not None:
                    self.clusters.add(cluster, k, "possessive" if self._possessive(mention) else "pronoun")

    def _possessive(self, mention: Mention) -> bool:
        token = self.sentences[mention.sentence].tokens[mention.head]
        return token.relation == "det" or token.feat("Poss") == "Yes"

    def _antecedent(self, mention: Mention) -> Cluster | None:
        animate = self._animate(mention)
        agreeing = [c for c in self._candidates(mention) if self._agrees(c, mention) and self._fits(c, mention)]
        if animate:
            agreeing = [c for c in agreeing if c.person or (c.cluster is not None and self._somebody(c.cluster))]
        if not agreeing or (self._neuter(mention) and not animate and not self._possessive(mention)):
            return None
        best = min((c.sentence != mention.sentence, c.rank) for c in agreeing)
        if best == (True, _OTHER):
            return None
        first = [c for c in agreeing if (c.sentence != mention.sentence, c.rank) == best]
        clusters = {id(c.cluster): c.cluster for c in first}
        if len(clusters) > 1 or self._person_missed(first[0], agreeing, mention):
            return None
        return first[0].cluster

    def _fits(self, candidate: _Candidate, mention: Mention) -> bool:
        """Whether the kind of thing can be meant: a personal pronoun is no place but a country."""
        if candidate.cluster is None or self._possessive(mention):
            return True
        kind = candidate.cluster.type
        return kind == Types.COUNTRY or not self.clusters.ontology.is_a(kind, Types.PLACE)

    def _neuter(self, mention: Mention) -> bool:
        return self._readings(mention) == [("Neut", "Sing")]

    def _person_missed(self, best: _Candidate, agreeing: list[_Candidate], mention: Mention) -> bool:
        """Whether a personal pronoun would mean a thing although a person is in sight."""
        if self._possessive(mention) or best.person:
            return False
        return any(c.person and c.cluster is not best.cluster for c in agreeing)

    def _readings(self, mention: Mention) -> list[tuple[str, str]]:
        """Gender ("" for any) and number that the pronoun may have, given the number that its verb tells."""
        found = self.pronouns.personal.get(mention.name) or possessor_readings(mention.name, self.language)
        pairs = [(r.split()[0] if " " in r else "", r.split()[-1]) for r in found]
        fits = [pair for pair in pairs if mention.number in ("", pair[1])]
        return fits or pairs

    def _somebody(self, cluster: Cluster) -> bool:
        ontology = self.clusters.ontology
        return cluster.type == Types.PERSON or ontology.is_a(cluster.type, Types.ORGANIZATION)

    def _animate(self, mention: Mention) -> bool:
        """Whether the pronoun is the subject of a verb whose subject is somebody."""
        tokens = self.sentences[mention.sentence].tokens
        token = tokens[mention.head]
        return token.relation == "nsubj" and token.head >= 0 and tokens[token.head].lemma in self.animate

    def _agrees(self, candidate: _Candidate, mention: Mention) -> bool:
        open_gender = candidate.cluster is None or candidate.cluster.type == Types.PERSON
        for gender, number in self._readings(mention):
            fits = not candidate.number or candidate.number == number
            known = bool(candidate.gender) or open_gender or not gender
            if fits and known and genders_agree(candidate.gender, gender):
                return True
        return False

    # -- who comes into question ----------------------------------------------------------------------------------

    def _candidates(self, mention: Mention) -> Iterator[_Candidate]:
        yield from self._in_sentence(mention.sentence, mention)
        previous = self._previous(mention)
        if previous >= 0 and self.sentences[previous].block is self.sentences[mention.sentence].block is BlockKind.BODY:
            yield from self._in_sentence(previous, mention)

    def _previous(self, mention: Mention) -> int:
        """The sentence before, -1 for none; those that are wholly in a quotation the pronoun is not in are passed."""
        here = self._quotation(mention.span)
        before = range(mention.sentence - 1, -1, -1)
        return next((n for n in before if self._quotation(self.sentences[n].span) in (None, here)), -1)

    def _quotation(self, place: Span) -> Span | None:
        """The quotation that most of a place is in."""
        return next((q for q in self.quoted if q.start <= place.start + 1 and place.end <= q.end + 1), None)

    def _in_sentence(self, number: int, mention: Mention) -> Iterator[_Candidate]:
        for token in self.sentences[number].tokens:
            if number == mention.sentence and (token.i >= mention.head or self._bound(token, mention)):
                continue
            here, there = self._quotation(mention.span), self._quotation(token.span)
            speaks = here is not None and number == mention.sentence and self._rank(number, token) == _SUBJECT
            if there not in (None, here) or (there is None and speaks):
                continue
            if self._leads(number, token):
                yield from self._group(number, token)
                yield self._candidate(number, token)

    def _leads(self, number: int, token: Token) -> bool:
        """Whether the token heads a noun phrase or is a pronoun that has been resolved, or one that means anybody."""
        if token.lemma in self.pronouns.anybody:
            return True
        if token.upos in ("NOUN", "PROPN"):
            return token.relation not in ("flat", "compound", "appos", "fixed")
        return (number, token.i) in self.at and self.at[number, token.i] in self.clusters.of

    def _group(self, number: int, token: Token) -> Iterator[_Candidate]:
        """All that are coordinated below the token, as one."""
        if self.sentences[number].dependents(token.i, "conj"):
            yield _Candidate(number, token.i, self._rank(number, token), "", "Plur", None)

    def _candidate(self, number: int, token: Token) -> _Candidate:
        rank = self._rank(number, token)
        k = self._mention_at(number, token)
        if k is None:
            role = role_noun(self.sentences[number], token.i, language=self.language) is not None
            role = role or token.lemma in self.pronouns.anybody
            gender = token.feat("Gender") or ("" if role else self.pronouns.thing_gender)
            return _Candidate(number, token.i, rank, gender, token.feat("Number"), None, role)
        cluster = self.clusters.of[k]
        if self.clusters.mentions[k].kind is MentionKind.PRONOUN and self._det(number, token):
            rank = _OTHER
        gender, grammatical = self._gender(cluster, token), self._number(cluster, token)
        return _Candidate(number, token.i, rank, gender, grammatical, cluster, cluster.type == Types.PERSON)

    def _det(self, number: int, token: Token) -> bool:
        return self.sentences[number].tokens[token.i].relation == "det"

    def _mention_at(self, number: int, token: Token) -> int | None:
        """The mention that the token heads, a name in apposition before a role."""
        near = (token.i, *(t.i for t in self.sentences[number].dependents(token.i, "appos", "flat", "compound")))
        found = [self.at[number, i] for i in near if (number, i) in self.at]
        return next((k for k in found if k in self.clusters.of), None)

    def _gender(self, cluster: Cluster, token: Token) -> str:
        if cluster.type == Types.PERSON:
            return cluster.gender
        for gender, countries in self.names.country_genders.items():
            if any(name in countries for name in cluster.names):
                return "" if gender == "Plur" else gender
        if cluster.type in (Types.COUNTRY, Types.CITY, Types.REGION):
            return "Neut"
        return cluster.gender or self._article_gender(cluster) or self.pronouns.thing_gender

    def _article_gender(self, cluster: Cluster) -> str:
        """The gender that the articles before the names of a body tell, "" where they do not agree."""
        found = set()
        for k, _ in cluster.members:
            mention = self.clusters.mentions[k]
            for article in self.sentences[mention.sentence].dependents(mention.head, "det"):
                found.add(article.feat("Gender"))
        return found.pop() if len(found) == 1 else ""

    def _number(self, cluster: Cluster, token: Token) -> str:
        if any(name in self.names.country_genders.get("Plur", ()) for name in cluster.names):
            return "Plur"
        return cluster.number or token.feat("Number")

    def _rank(self, number: int, token: Token) -> int:
        sentence = self.sentences[number]
        top = token
        while top.relation in ("flat", "compound", "conj", "appos") and top.head >= 0:
            top = sentence.tokens[top.head]
        if top.relation == "nsubj":
            return _SUBJECT
        return _OBJECT if top.relation in ("obj", "iobj") else _OTHER

    def _bound(self, token: Token, mention: Mention) -> bool:
        """Whether the grammar forbids it: a personal pronoun and its antecedent are never arguments of one verb, and
        a possessive is never that of the noun it belongs to."""
        tokens = self.sentences[mention.sentence].tokens
        pronoun = tokens[mention.head]
        if self._possessive(mention):
            return token.i in (pronoun.head, *(t.i for t in self.sentences[mention.sentence].dependents(pronoun.head)))
        sentence = self.sentences[mention.sentence]
        verb = self._verb(pronoun, sentence)
        return self._verb(token, sentence) == verb or self._said(token, verb, mention.sentence)

    def _said(self, token: Token, verb: int, sentence: int) -> bool:
        """Whether the token stands in what the verb's subject says: below the verb, or around an inserted one."""
        tokens = self.sentences[sentence].tokens
        if verb < 0:
            return False
        path = [token, *self.sentences[sentence].ancestors(token.i)]
        said = _SAID if tokens[verb].upos == "VERB" else _CLAUSES
        below = any(t.head == verb and t.relation in said for t in path)
        inserted = (
            tokens[verb].upos == "VERB"
            and tokens[verb].relation == "parataxis"
            and tokens[verb].head in {t.i for t in path}
        )
        return below or (inserted and verb not in {t.i for t in path})

    def _verb(self, token: Token, sentence: Sentence) -> int:
        """The predicate whose argument the token is."""
        tokens = sentence.tokens
        while token.head >= 0 and tokens[token.head].upos not in _PREDICATES:
            outer = token.relation == "nsubj" or (token.relation in ("obl", "nmod") and token.i < token.head)
            if outer and sentence.dependents(token.head, "cop"):
                break
            token = tokens[token.head]
        return token.head
