"""Who is quoted: direct, indirect and mixed speech with its speaker, over as many sentences as it goes on.

A sentence in the mood of reported speech without a cue of its own goes on with the speaker before it, as German
"berichtete Rede" does. What is between quotation marks belongs to the cue that has it in its content, else to who is
named before its colon or behind it, else to who spoke last. The forms of speech are those of Brunner et al. (2020,
Corpus REDEWIEDERGABE).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.extract.phrases.quotation_marks import quoted
from kg.extract.quotations.announcement import Cue
from kg.extract.quotations.announcing import cues, subject_near
from kg.extract.quotations.interviews import interviews
from kg.extract.quotations.mood import Mood, mood
from kg.extract.quotations.quoted import with_first_person
from kg.lang import has, load
from kg.lang.schema import Factuality
from kg.lang.schema import Quotations as Words
from kg.model import BlockKind, Document, MentionKind, Quotation, QuotationKind, Span, Token
from kg.ontology import Ontology, Types

_MOSTLY = 0.8
_FAR = 6  # sentences over which a speaker is remembered
_REACH = {Mood.PLAIN: -1, Mood.UNREAL: 1, Mood.HEARSAY: 2, Mood.REPORTED: _FAR}
_FEW = 3  # words of a name in quotation marks

_PLACES = (Types.CITY, Types.REGION, Types.PLACE)

Place = tuple[int, Cue]


class Quotations:
    """Stage: adds who is quoted with what, and the speakers' mentions of themselves."""

    name = "quotations"
    requires = ("sentences", "mentions", "chains")
    provides = ("mentions", "chains", "quotations")

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology

    def __call__(self, document: Document) -> Document:
        return with_first_person(replace(document, quotations=quotations(document)), self.ontology)


def quotations(document: Document) -> tuple[Quotation, ...]:
    """The quotations of a document, in text order; () for a language whose cues are not known."""
    language = document.article.language
    if not (has(Words, language) and has(Factuality, language)):
        return ()
    found = dict.fromkeys((*_Assembly(document, load(Words, language)).all(), *interviews(document)))
    return tuple(sorted(found, key=lambda q: (q.start, -q.spans[-1].end, q.kind)))


@dataclass(frozen=True, slots=True)
class _Source:
    """A speaker as the text names him, and the sentence that does."""

    spans: tuple[Span, ...]
    mention: int
    sentence: int


class _Assembly:
    """One document being read."""

    def __init__(self, document: Document, words: Words) -> None:
        self.document = document
        self.sentences = document.sentences
        self.language = document.article.language
        self.words = words
        self.here: dict[int, list[int]] = {}
        for k, mention in enumerate(document.mentions):
            self.here.setdefault(mention.sentence, []).append(k)
        self.marked = tuple(s for s in quoted(document.article, words.marks) if not self._name(s))
        self.cues = tuple(self._cues(number) for number in range(len(self.sentences)))
        self.holders = {span: self._holder(span) for span in self.marked}
        self.last: _Source | None = None
        self.heard = -_FAR
        self.sure = False  # whether the last speaker is a person, a body, or something that tells

    def all(self) -> Iterator[Quotation]:
        for number, sentence in enumerate(self.sentences):
            if sentence.block is not BlockKind.BOILERPLATE:
                yield from self._sentence(number)

    def _sentence(self, number: int) -> Iterator[Quotation]:
        named: _Source | None = None
        perhaps: _Source | None = None
        goes_on = self._goes_on(number)
        for cue in self.cues[number]:
            marked = tuple(span for span in self.marked if self.holders[span] == (number, cue))
            if not marked and (cue.weak or (cue.kind is QuotationKind.TOLD and goes_on is not None)):
                continue
            source = self._of(number, cue)
            if not cue.back:
                named = named or (source if cue.knowing else None)
                perhaps = perhaps or source
            yield from self._of_cue((number, cue), source, marked)
        loose = [span for span in self.marked if self.holders[span] is None and self._starts_in(span, number)]
        if goes_on is not None:
            source, spans = self._remembered(number), (self._span(number, goes_on),)
            yield self._quotation(QuotationKind.FREE, spans, source)
            self.heard, named = number, source
        for span in loose:
            source = self._beside(span, number) or (self._remembered(number) if self._speaks(span, number) else None)
            source = source or (self._remembered(number) if goes_on is not None else None)
            if source is not None:
                yield self._quotation(QuotationKind.DIRECT, (span,), source)
                named = named or source
        if named is not None or perhaps is not None:
            self.last, self.heard, self.sure = named or perhaps, number, named is not None

    def _of(self, number: int, cue: Cue) -> _Source | None:
        """The speaker of a cue; of one that only points back the last one, and the words that do."""
        if not cue.back:
            return self._source(number, cue.head, cue.speaker)
        last, words = self._remembered(number), self._span(number, cue.words)
        return _Source((words,), -1, number) if last is None else replace(last, spans=(*last.spans, words))

    def _quotation(
        self, kind: QuotationKind, spans: tuple[Span, ...], source: _Source | None, cue: Span | None = None
    ) -> Quotation:
        if source is None:
            return Quotation(kind, spans, cue=cue)
        return Quotation(kind, spans, source.spans, cue, source.mention)

    def _of_cue(self, place: Place, source: _Source | None, marked: tuple[Span, ...]) -> Iterator[Quotation]:
        """The quotation of a cue: in the marks alone, or in its clause with what that has in marks."""
        number, cue = place
        words = self._span(number, cue.words)
        spans = tuple(self._spans(number, cue.content))
        if _covered(spans, marked):
            yield self._quotation(QuotationKind.DIRECT, marked, source, words)
            return
        if not cue.weak:
            yield self._quotation(cue.kind, (*self._before(place), *spans), source, words)
        for span in marked:
            yield self._quotation(QuotationKind.DIRECT, (span,), source, words)

    def _before(self, place: Place) -> tuple[Span, ...]:
        """The sentence before, where the told one points at it ("Das bestätigte …")."""
        number, cue = place
        first = self.sentences[number].tokens[cue.content[0]]
        points = cue.kind is QuotationKind.TOLD and first.text.lower() in self.words.deictic and first.upos == "PRON"
        return (self.sentences[number - 1].span,) if points and number else ()

    # -- what goes on without a cue ---------------------------------------------------------------------------------

    def _goes_on(self, number: int) -> tuple[int, ...] | None:
        """The words of a sentence whose main clause is still the last speaker's, None for others."""
        sentence = self.sentences[number]
        root = sentence.root
        governed = any(root in cue.content and cue.kind is not QuotationKind.TOLD for cue in self.cues[number])
        if governed or self._quoted(sentence.tokens[root]):
            return None
        told = mood(sentence, language=self.language)
        if self._remembered(number) is None and not (told is Mood.REPORTED and self._take_before(number)):
            return None
        other = any(cue.knowing and not cue.back for cue in self.cues[number])
        if number - self.heard > _REACH[told] or (told is Mood.HEARSAY and (other or not self.sure)):
            return None
        return tuple(t.i for t in sentence.tokens)

    def _take_before(self, number: int) -> bool:
        """Takes the subject of the sentence before for the speaker, where it is a person or a body; whether it is."""
        if not number or self.sentences[number - 1].block is not self.sentences[number].block:
            return False
        before = number - 1
        source = self._subject(before, self.sentences[before].root)
        mention = self.document.mentions[source.mention] if source and source.mention >= 0 else None
        if mention is None or mention.type in _PLACES:
            return False
        self.last, self.heard = source, before
        return True

    def _remembered(self, number: int) -> _Source | None:
        return self.last if number - self.heard <= _FAR else None

    def _speaks(self, span: Span, number: int) -> bool:
        """Whether what is in quotation marks is a sentence by itself."""
        sentence = self.sentences[number]
        tokens = [t for t in sentence.tokens if span.start <= t.start < span.end]
        verb = any(t.feat("VerbForm") == "Fin" for t in tokens)
        before = [t for t in sentence.tokens if t.end <= span.start and t.upos != "PUNCT"]
        return verb and (not before or span.end > sentence.span.end)

    # -- what is between quotation marks ----------------------------------------------------------------------------

    def _holder(self, span: Span) -> Place | None:
        """The cue that has most of the span in its content, the closest such."""
        found: list[tuple[bool, int, int, Place]] = []
        for number in self._touched(span):
            for cue in self.cues[number]:
                shared = sum(_shared(part, span) for part in self._spans(number, cue.content))
                speaker = any(part.overlaps(span) for part in self._spans(number, cue.speaker))
                if shared and not speaker:
                    found.append((not cue.knowing, -shared, len(cue.content), (number, cue)))
        return min(found, key=lambda f: f[:3])[3] if found else None

    def _beside(self, span: Span, number: int) -> _Source | None:
        """Who is named before the colon in front of the span, or behind its comma."""
        text = self.document.article.text
        if text[: span.start].rstrip().endswith(":"):
            place = max((n for n in range(number + 1) if self.sentences[n].span.start < span.start), default=number)
            before = [t for t in self.sentences[place].tokens if t.end <= span.start and t.upos != "PUNCT"]
            return (self._subject(place, before[-1].i) or self._nearest(place, span.start)) if before else None
        touched = self._touched(span)
        last = touched[-1] if touched else number
        after = [t for t in self.sentences[last].tokens if t.start >= span.end and t.upos != "PUNCT"]
        comma = text[span.end :].lstrip()[:1] in (",", "–", "-")
        return self._subject(last, after[0].i) if after and comma and after[0].upos in ("VERB", "AUX") else None

    def _nearest(self, number: int, end: int) -> _Source | None:
        """The last person or body named before a place in a sentence that has no verb there ("X wörtlich: …")."""
        people = self._people(number)
        heads = [t.i for t in self.sentences[number].tokens if t.end <= end and t.i in people]
        return self._source(number, heads[-1], (heads[-1],)) if heads else None

    def _subject(self, number: int, i: int) -> _Source | None:
        head, phrase = subject_near(self.sentences[number], i, language=self.language, people=self._people(number))
        return self._source(number, head, phrase)

    def _name(self, span: Span) -> bool:
        """Whether the quotation marks are those of a name or of a single word."""
        inner = span.end - span.start - 2
        named = (m.span for m in self.document.mentions if m.kind is MentionKind.NAME and m.span.overlaps(span))
        if any(_shared(name, span) >= _MOSTLY * inner for name in named):
            return True
        words = span.of(self.document.article.text)[1:-1].split()
        return len(words) <= _FEW and all(word[:1].isupper() or not word[:1].isalpha() for word in words)

    def _quoted(self, token: Token) -> bool:
        return any(span.contains(token.span) for span in self.marked)

    # -- places -----------------------------------------------------------------------------------------------------

    def _cues(self, number: int) -> tuple[Cue, ...]:
        """The cues of a sentence but those inside quotation marks: what the quoted one says of others is his."""
        sentence = self.sentences[number]
        if sentence.block is BlockKind.BOILERPLATE:
            return ()
        found = cues(sentence, language=self.language, people=self._people(number))
        return tuple(cue for cue in found if not self._quoted(sentence.tokens[cue.words[0]]))

    def _people(self, number: int) -> frozenset[int]:
        """Heads of the mentions of persons and bodies in a sentence."""
        mentions = (self.document.mentions[k] for k in self.here.get(number, ()))
        return frozenset(m.head for m in mentions if m.kind is not MentionKind.PRONOUN and m.type not in _PLACES)

    def _touched(self, span: Span) -> list[int]:
        return [n for n, sentence in enumerate(self.sentences) if sentence.span.overlaps(span)]

    def _starts_in(self, span: Span, number: int) -> bool:
        return self.sentences[number].span.start <= span.start < self.sentences[number].span.end

    def _span(self, number: int, indices: Iterable[int]) -> Span:
        tokens = [self.sentences[number].tokens[i] for i in indices]
        return Span(min(t.start for t in tokens), max(t.end for t in tokens))

    def _spans(self, number: int, indices: Iterable[int]) -> Iterator[Span]:
        """Runs of tokens as spans; punctuation between two parts does not part them."""
        tokens, run = self.sentences[number].tokens, list[int]()
        for i in indices:
            if run and any(t.upos != "PUNCT" for t in tokens[run[-1] + 1 : i]):
                yield self._span(number, run)
                run = []
            run.append(i)
        if run:
            yield self._span(number, run)

    def _source(self, number: int, head: int, phrase: tuple[int, ...]) -> _Source | None:
        if head < 0 or not phrase:
            return None
        return _Source(tuple(self._spans(number, phrase)), self._mention(number, head), number)

    def _mention(self, number: int, head: int) -> int:
        """The mention at this head, a name before a role, or one in apposition to it; -1 for none."""
        beside = {t.i for t in self.sentences[number].dependents(head, "appos", "flat")}
        here = self.here.get(number, [])
        at = [k for k in here if self.document.mentions[k].head == head]
        near = [k for k in here if self.document.mentions[k].head in beside]
        names = [k for k in (*at, *near) if self.document.mentions[k].kind is MentionKind.NAME]
        return next(iter((*names, *at)), -1)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _covered(spans: Iterable[Span], marked: Iterable[Span]) -> bool:
    """Whether most of the spans is in the marked ones."""
    spans, marked = tuple(spans), tuple(marked)
    whole = sum(span.end - span.start for span in spans)
    return sum(_shared(span, mark) for span in spans for mark in marked) >= _MOSTLY * whole
