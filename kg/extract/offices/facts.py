"""What an article says of who holds which office, before it is written down as mentions and relations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.clauses.clause import OBJECT, SUBJECT, Clause, ClauseKind
from kg.extract.clauses.clauses import clauses
from kg.extract.clauses.coordination import conjuncts
from kg.extract.mentions.nominals import predicative
from kg.extract.offices.ends import long_ago, office_over
from kg.extract.offices.fact import OfficeFact
from kg.extract.roles.designations import designation
from kg.extract.roles.nouns import RoleKind, body_noun
from kg.extract.roles.told import ToldRole
from kg.extract.status.commitment import Commitment
from kg.extract.status.factuality import commitments
from kg.extract.times.times import times
from kg.lang import load
from kg.lang.schema import Demonyms, Grammar, Roles
from kg.model import Chain, Derivation, Document, Labels, Mention, MentionKind, Modality, Time
from kg.ontology import Gazetteer, Types

_BEGINS = "begins"


@dataclass(frozen=True, slots=True)
class _Office:
    labels: Labels
    country: str


def office_facts(document: Document, told: tuple[ToldRole, ...], gazetteer: Gazetteer) -> tuple[OfficeFact, ...]:
    """All offices of a document, in text order."""
    reader = _Reader(document, told, gazetteer)
    return tuple(fact for role in told for fact in reader.facts(role))


class _Reader:
    """One document with the roles it tells."""

    def __init__(self, document: Document, told: tuple[ToldRole, ...], gazetteer: Gazetteer) -> None:
        self.document = document
        self.told = told
        self.gazetteer = gazetteer
        self.language = document.article.language
        self.words = load(Roles, self.language)
        self.chain_of = {link.mention: n for n, chain in enumerate(document.chains) for link in chain.links}
        self.heads = {(m.sentence, m.head): k for k, m in reversed(list(enumerate(document.mentions)))}

    def facts(self, role: ToldRole) -> Iterator[OfficeFact]:
        if role.noun.kind not in (RoleKind.OFFICE, RoleKind.COUNTERPART) or role.phrase.plural:
            return
        office = self._office(role)
        if office is None:
            return
        phrase = role.phrase
        fact = OfficeFact(
            sentence=role.sentence,
            head=phrase.head,
            tokens=(phrase.frame.core, max(phrase.last + 1, phrase.scope[1] if phrase.scope else 0)),
            labels=office.labels,
            country=office.country,
            bodies=self._bodies(role),
        )
        if role.holder >= 0:
            yield from self._beside(role, fact)
        elif self._predicative(role):
            yield self._said(role, fact)

    # -- which office ---------------------------------------------------------------------------------------------

    def _office(self, role: ToldRole) -> _Office | None:
        if role.noun.kind is RoleKind.COUNTERPART:
            return self._other_side(role)
        full = self._completed(role)
        country, body = self._of(full)
        if full.phrase.group >= 0 and not (country or body):
            return None
        plain = full.noun.lemma in self.words.sovereign or (full.noun.compound and bool(full.noun.english))
        if not (country or body or full.phrase.context or plain) or self._of_club(full):
            return None
        return self._named(full, country, body)

    def _of_club(self, role: ToldRole) -> bool:
        """Whether the office is that of the club of a city ("Kölns Präsident"): a city has none such."""
        place = self.gazetteer.get(role.phrase.region) if role.phrase.region else None
        body = role.body()
        city = Types.CITY in (place.type if place else "", body.type if body else "")
        return city and role.noun.lemma in self.words.of_clubs

    def _bodies(self, role: ToldRole) -> tuple[int, ...]:
        """The names of the bodies of an office, with those that "and" joins, or the common noun for one that is known
        from elsewhere in the article ("der Chef der Airline")."""
        group = self.heads.get((role.sentence, role.phrase.group), -1)
        if role.phrase.body < 0:
            chain = self.chain_of.get(group, -1) if role.phrase.group >= 0 else -1
            return (group,) if chain >= 0 and self._label(self.document.chains[chain]) is not None else ()
        number, first = role.names[role.phrase.body]
        if first.type == Types.POLITICAL_PARTY and role.noun.base in self.words.public:
            return ()  # a member of parliament has the seat there, and not at the party
        sentence = self.document.sentences[role.sentence]
        joined = {t.i for t in conjuncts(sentence, first.head)} - {first.head}
        bodies = (k for k, m in role.names if m.head in joined and m.type == first.type)
        return (number, *bodies)

    def _named(self, role: ToldRole, country: str, body: Labels | None) -> _Office:
        parts = designation(
            role.noun,
            role.phrase,
            self.document.sentences[role.sentence],
            tuple(mention for _, mention in role.names),
            gazetteer=self.gazetteer,
            language=self.language,
        )
        parts = replace(parts, country=parts.country or country, body=parts.body or body)
        seat = self.gazetteer.country_of(parts.country) if parts.country else None
        return _Office(parts.labels(self.gazetteer, language=self.language), seat.id if seat else "")

    def _completed(self, role: ToldRole) -> ToldRole:
        """The fullest telling of the same role of the same person, where all tell it of one state or organization."""
        if role.phrase.context or role.phrase.frame.possessive:
            return role
        chain = self._holder_chain(role)
        same = [
            t
            for t in self.told
            if chain >= 0
            and self._holder_chain(t) == chain
            and t.noun.lemma == role.noun.lemma
            and t.phrase.context
            and not t.former
        ]
        contexts = {(t.phrase.country, t.phrase.region, t.phrase.owner, t.body_name) for t in same}
        return same[0] if len(contexts) == 1 else role

    def _holder_chain(self, role: ToldRole) -> int:
        return self.chain_of.get(role.holder if role.holder >= 0 else role.mention, -1)

    def _of(self, role: ToldRole) -> tuple[str, Labels | None]:
        """Country or body that a possessive ("China schickte seinen Sondergesandten") or a common noun behind the role
        ("der Chef des Konzerns", "der Sprecher der russischen Regierung") stands for."""
        group = self.chain_of.get(self.heads.get((role.sentence, role.phrase.group), -1), -1)
        chain = self._possessor(role) if role.phrase.group < 0 else self.document.chains[group] if group >= 0 else None
        if chain is None:
            return "", None
        place = self.gazetteer.get(chain.link) if chain.link else None
        if place is not None and place.type == Types.COUNTRY:
            return place.id, None
        return "", self._label(chain)

    def _label(self, chain: Chain) -> Labels | None:
        """What a body is called: its name, or its common noun where that tells the country or is a compound."""
        members = [self.document.mentions[link.mention] for link in chain.links]
        named = next((m for m in members if m.kind is MentionKind.NAME), None)
        if named is not None and named.type != Types.PERSON:
            return named.labels if named.labels.entries else Labels.of({self.language: named.name, "en": named.name})
        common = next((m for m in members if m.kind is MentionKind.NOMINAL and self._telling(m)), None)
        return common.labels if common is not None else None

    def _telling(self, mention: Mention) -> bool:
        sentence = self.document.sentences[mention.sentence]
        tokens = sentence.tokens
        noun = body_noun(sentence, mention.head, language=self.language)
        adjectives = (t for t in tokens[mention.tokens[0] : mention.head] if t.upos == "ADJ")
        if any(not load(Demonyms, self.language).place(t.text) for t in adjectives):
            return False
        return bool(mention.country) or (noun is not None and noun.compound)

    def _possessor(self, role: ToldRole) -> Chain | None:
        determiner = role.phrase.frame.determiner
        if determiner is None or not role.phrase.frame.possessive:
            return None
        number = self.chain_of.get(self.heads.get((role.sentence, determiner.i), -1), -1)
        return self.document.chains[number] if number >= 0 else None

    def _other_side(self, role: ToldRole) -> _Office | None:
        """The office of a counterpart: that of the one it is the counterpart of, with its own country or body."""
        if not role.phrase.context:
            return None
        own = self._office_of(self._possessor(role) or self._subject(role))
        if own is None:
            return None
        return self._named(replace(role, noun=replace(own.noun, owners=role.noun.owners)), "", None)

    def _office_of(self, chain: Chain | None) -> ToldRole | None:
        members = {link.mention for link in chain.links} if chain else set()
        roles = (t for t in self.told if t.noun.kind is RoleKind.OFFICE and not t.former and not t.phrase.plural)
        return next((t for t in roles if {t.holder, t.mention, self._spoken_of(t)} & members), None)

    def _spoken_of(self, role: ToldRole) -> int:
        """Who is said to be or become this, -1 for nobody."""
        found = self._saying(role) if role.holder < 0 and self._predicative(role) else None
        return found.holder if found else -1

    def _predicative(self, role: ToldRole) -> bool:
        return predicative(self.document.sentences[role.sentence], role.phrase.head, language=self.language)

    def _subject(self, role: ToldRole) -> Chain | None:
        """The chain of the subject of the clause that the role stands in."""
        sentence = self.document.sentences[role.sentence]
        for above in sentence.ancestors(role.phrase.head):
            for token in sentence.dependents(above.i, "nsubj"):
                number = self.chain_of.get(self._mention_at(role.sentence, token.i), -1)
                if number >= 0 and token.i != role.phrase.head:
                    return self.document.chains[number]
        return None

    def _mention_at(self, sentence: int, i: int) -> int:
        """The mention that token `i` heads or is part of, -1 for none."""
        found = self.heads.get((sentence, i), -1)
        if found >= 0:
            return found
        inside = (
            k
            for k, m in enumerate(self.document.mentions)
            if m.sentence == sentence and m.kind is MentionKind.NAME and m.tokens[0] <= i < m.tokens[1]
        )
        return next(inside, -1)

    # -- who holds it ---------------------------------------------------------------------------------------------

    def _beside(self, role: ToldRole, fact: OfficeFact) -> Iterator[OfficeFact]:
        if role.former or self._over(role) or self._supposed(role):
            return
        kind = Derivation.OFFICE if fact.country or role.phrase.context else Derivation.BARE_OFFICE
        yield replace(
            fact,
            holder=role.holder,
            chain=self.chain_of.get(role.holder, -1),
            modality=Modality.PLANNED if role.phrase.planned else Modality.ASSERTED,
            derivation=Derivation.COUNTERPART if role.noun.kind is RoleKind.COUNTERPART else kind,
        )

    def _over(self, role: ToldRole) -> bool:
        holder = self.document.mentions[role.holder].head
        sentence = self.document.sentences[role.sentence]
        if office_over(sentence, role.phrase.head, holder, language=self.language):
            return True
        article = self.document.article
        found = times(sentence, article.text, published=article.published, language=self.language)
        return long_ago(sentence, role.phrase.head, found, published=article.published, language=self.language)

    def _supposed(self, role: ToldRole) -> bool:
        """Whether somebody is only imagined in the office ("gegen eine Kanzlerin Anna Berg")."""
        return role.phrase.frame.indefinite and self.document.mentions[role.holder].tokens[0] == role.phrase.last + 1

    def _said(self, role: ToldRole, fact: OfficeFact) -> OfficeFact:
        """An office behind "als" or a copula; with its holder where the words say that it is or was taken."""
        said = None if role.former else self._saying(role)
        if said is None:
            return fact
        sentence = self.document.sentences[role.sentence]
        weaker = said.commitment.weaken(Modality.PLANNED) if role.phrase.planned else said.commitment
        return replace(
            fact,
            holder=said.holder,
            chain=self.chain_of.get(said.holder, -1),
            polarity=weaker.polarity,
            modality=weaker.modality,
            cues=tuple(sentence.tokens[i].span for i in weaker.cues),
            time=said.time,
            derivation=Derivation.OFFICE_TOLD,
        )

    def _saying(self, role: ToldRole) -> _Saying | None:
        sentence = self.document.sentences[role.sentence]
        found = clauses(sentence, language=self.language)
        held = commitments(sentence, found, language=self.language)
        for clause, commitment in zip(found, held, strict=True):
            effect = self._effect(role, clause)
            holder = self._holder(role, clause) if effect else -1
            if holder >= 0:
                return _Saying(holder, commitment, self._time(role, clause, begins=effect == _BEGINS))
        return None

    def _effect(self, role: ToldRole, clause: Clause) -> str:
        """What the clause does to the holding of the office: "begins", "holds", or "" for nothing."""
        sentence, head = self.document.sentences[role.sentence], role.phrase.head
        if clause.kind is ClauseKind.COPULA:
            copulas = sentence.dependents(head, "cop")
            present = any(c.lemma == load(Grammar, self.language).copula and c.feat("Tense") != "Past" for c in copulas)
            frame = role.phrase.frame
            certain = not frame.indefinite and (role.phrase.context or not frame.definite)
            return "holds" if clause.predicate == head and present and certain else ""
        if clause.kind is not ClauseKind.VERB or clause.predicate not in {t.i for t in sentence.ancestors(head)}:
            return ""
        objects = {sentence.tokens[a.head].lemma for a in clause.arguments} | {
            t.lemma for t in sentence.dependents(clause.predicate, "obj", "nsubj", "obl")
        }
        return self.words.office_verbs.get(clause.lemma, "") if objects & set(self.words.office_nouns) else ""

    def _holder(self, role: ToldRole, clause: Clause) -> int:
        for argument in (*clause.slot(SUBJECT), *clause.slot(OBJECT)):
            k = self._mention_at(role.sentence, self._antecedent(role.sentence, argument.head, clause))
            if k >= 0 and k in self.chain_of and self._person(self.chain_of[k]):
                return k
        return -1

    def _antecedent(self, sentence: int, i: int, clause: Clause) -> int:
        """The noun that a relative pronoun stands for; any other token itself."""
        tokens = self.document.sentences[sentence].tokens
        relative = "Rel" in tokens[i].feat("PronType").split(",")
        return tokens[clause.predicate].head if relative else i

    def _person(self, chain: int) -> bool:
        members: list[Mention] = [self.document.mentions[link.mention] for link in self.document.chains[chain].links]
        return any(m.type == Types.PERSON for m in members)

    def _time(self, role: ToldRole, clause: Clause, *, begins: bool) -> Time | None:
        article, sentence = self.document.article, self.document.sentences[role.sentence]
        for found in times(sentence, article.text, published=article.published, language=self.language):
            above = (t.i for t in sentence.ancestors(found.head) if t.i == clause.predicate or t.upos == "VERB")
            if clause.predicate in (found.head, next(above, -1)):
                return _onwards(found.time) if begins else found.time
        return None


@dataclass(frozen=True, slots=True)
class _Saying:
    holder: int
    commitment: Commitment
    time: Time | None


def _onwards(time: Time) -> Time:
    """From that time on, with an open end."""
    if time.value is None or time.start is None or "/" in time.value:
        return time
    return replace(time, value=f"{time.value}/..", end=None)
