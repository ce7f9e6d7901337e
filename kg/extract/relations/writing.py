"""Writing down what is said: the mentions of its ends, and of the one who says so, are found or made."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.draft import Draft, NewChain
from kg.extract.mentions.nominals import unnamed
from kg.extract.quotations.quoted import Quoted
from kg.extract.reading.compound_parts import FirstPart
from kg.extract.reading.fillers import Filler, Nation
from kg.extract.reading.reading import Reading
from kg.extract.relations.said import Said
from kg.model import Document, Literal, Mention, MentionKind, Modality, RelationMention, Span, Spans
from kg.ontology import Gazetteer, Types


class Writing:
    """One document being written: what is said of its sentences goes into the draft."""

    def __init__(self, document: Document, quoted: Quoted, gazetteer: Gazetteer) -> None:
        self.source = document
        self.quoted = quoted
        self.gazetteer = gazetteer
        self.draft = Draft(document)

    def write(self, reading: Reading, said: Said) -> None:
        """Writes a statement of the sentence down."""
        subject = self._mention(reading, said.subject)
        target = said.object if isinstance(said.object, Literal) else self._target(reading, said.object)
        self.draft.say(
            RelationMention(
                subject=subject,
                relation=said.relation,
                object=target,
                sentence=reading.number,
                evidence=reading.sentence.span,
                surface=said.surface,
                derivation=said.derivation,
                spans=Spans(
                    subject=self._spans(reading, said.subject),
                    relation=tuple(sorted({*said.words})),
                    object=() if isinstance(said.object, Literal) else self._spans(reading, said.object),
                    cue=self._cue_words(reading, said),
                ),
                polarity=said.commitment.polarity,
                modality=said.commitment.modality,
                attribution=self._source(reading, said, subject),
                time=said.qualifiers.time,
                places=said.qualifiers.places,
                count=said.qualifiers.count,
            )
        )

    @staticmethod
    def _cue_words(reading: Reading, said: Said) -> tuple[Span, ...]:
        """The words that set the status, a verb with the particle that it is parted from ("sagte … ab")."""
        cues = said.commitment.cues
        apart = (t.i for cue in cues for t in reading.sentence.dependents(cue, "compound:prt"))
        return tuple(sorted(reading.span(*cues, *apart)))

    # -- who says so ----------------------------------------------------------------------------------------------

    def _source(self, reading: Reading, said: Said, subject: int) -> int | None:
        """Who says so: the source that the sentence names, else the speaker of the quotation around the clause, but
        for plans of his own ("kündigte an, zu kommen")."""
        source = said.commitment.source
        found = None if source is None else reading.mention(source)
        if (found is not None and reading.cast.named(found)) or said.commitment.modality is Modality.ASSERTED:
            return found
        if source is not None and (unknown := self._unnamed(reading.token(source).span)) is not None:
            return unknown
        if found is not None:
            return found
        speaker = self.quoted.speaker(said.place)
        if speaker is None or not reading.cast.named(speaker):
            phrases = self.quoted.phrases(said.place)
            return self._unnamed(phrases[0]) if phrases else speaker
        willing = said.commitment.modality in (Modality.PLANNED, Modality.POSSIBLE)
        return None if willing and reading.cast.same(speaker, subject) else speaker

    def _unnamed(self, phrase: Span) -> int | None:
        """The mention of a source that is only a role or a group, in a chain of the article by that name; None where
        the phrase is none."""
        sentences = enumerate(self.source.sentences)
        number = next((n for n, sentence in sentences if sentence.span.contains(phrase)), -1)
        mention = unnamed(self.source, number, phrase, self.gazetteer) if number >= 0 else None
        if mention is None:
            return None
        return self.draft.mention(mention, chain=NewChain(mention.name), reason="source")

    # -- of whom --------------------------------------------------------------------------------------------------

    def _target(self, reading: Reading, filler: Filler) -> int | Literal:
        return filler.value if isinstance(filler.value, Literal) else self._mention(reading, filler)

    def _mention(self, reading: Reading, filler: Filler) -> int:
        """The mention of a filler; a country that only an adjective names becomes one, in a chain of its own, and so
        does a name in a compound, in that of its bearer."""
        if isinstance(filler.value, int):
            return filler.value
        if isinstance(filler.value, FirstPart):
            return self._part(reading, filler.value)
        if not isinstance(filler.value, Nation):
            raise TypeError("a literal is no mention")
        return self._nation(reading, filler.value.country, filler.head)

    def _nation(self, reading: Reading, country: str, head: int) -> int:
        token, place = reading.token(head), self.gazetteer.get(country)
        name = place.labels.get(reading.language) if place else country
        mention = Mention(
            token.span, token.text, MentionKind.NOMINAL, Types.COUNTRY, reading.number, head, (head, head + 1), name,
            country=country, links=(country,),
        )  # fmt: skip
        return self.draft.mention(mention, chain=NewChain(mention, country), reason="nationality")

    def _part(self, reading: Reading, part: FirstPart) -> int:
        text, where = part.span.of(reading.document.article.text), (part.head, part.head + 1)
        named = Mention(part.span, text, MentionKind.NAME, "", reading.number, part.head, where, text)
        if part.place is None:
            known, chain = self.draft.mentions[part.mention], reading.cast.chain_of[part.mention]
            mention = replace(known, span=named.span, text=text, sentence=named.sentence, head=part.head, tokens=where)
            return self.draft.mention(mention, chain=chain, reason="compound")
        place = part.place
        mention = replace(named, type=place.type, country=place.country, links=(place.id,), labels=place.labels)
        return self.draft.mention(mention, chain=NewChain(mention, place.id), reason="compound")

    def _spans(self, reading: Reading, filler: Filler) -> tuple[Span, ...]:
        if isinstance(filler.value, FirstPart):
            return (filler.value.span,)
        if isinstance(filler.value, int) and self.draft.mentions[filler.value].sentence == reading.number:
            return (self.draft.mentions[filler.value].span,)
        return reading.span(filler.head)
