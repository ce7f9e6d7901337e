"""What the tokenizer and the sentence boundaries need of a language's words."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lang import lexicon
from kg.lang.schema import Frames, Grammar, Sentences, StrongVerbs, Verbs
from kg.parse.noun_forms import Form


def known_verbs(language: str) -> frozenset[tuple[str, str]]:
    """Lemmas of verbs that the lexicon of `language` has, with their UPOS; none where it has no list of verbs."""
    if not lexicon.has(Verbs, language):
        return frozenset()
    return frozenset((verb.rpartition(" ")[2], "VERB") for verb in lexicon.load(Verbs, language).glosses)


def strong_forms(language: str) -> Iterator[tuple[str, str, str]]:
    """Forms of strong verbs as (form, UPOS, lemma): past in singular and plural, participle with and without prefix."""
    if not lexicon.has(StrongVerbs, language):
        return
    prefixes = verb_infixes(language)
    for lemma, (past, participle) in lexicon.load(StrongVerbs, language).verbs.items():
        bare = next((participle.removeprefix(p) for p in prefixes if participle.startswith(p)), participle)
        plural = past + ("n" if past.endswith("e") else "en")
        yield from ((form, "VERB", lemma) for form in (past, plural, participle, bare))


def regular_forms(language: str) -> Iterator[tuple[str, str, str]]:
    """Forms of the regular verbs that the lexicon speaks of as (form, UPOS, lemma), where it has the rules for them."""
    words = lexicon.load(Verbs, language) if lexicon.has(Verbs, language) else Verbs({})
    if not words.regular:
        return
    named = {verb for frame in lexicon.load(Frames, language).frames for verb in frame.verbs if verb.isalpha()}
    for verb in sorted(named - set(words.glosses)):
        past = words.english(verb)
        stem = verb.removesuffix("e") if past == verb + "d" else verb
        yield from ((form, "VERB", verb) for form in (past, stem + "ing"))


def verb_infixes(language: str) -> tuple[str, ...]:
    """Syllables that stand inside some forms of verbs ("abgelehnt", "abzulehnen")."""
    return lexicon.load(Grammar, language).verb_infixes if lexicon.has(Grammar, language) else ()


def article_forms(language: str) -> dict[str, list[Form]]:
    """Articles with the genders, numbers and cases that they can be of."""
    found = lexicon.load(Grammar, language).articles if lexicon.has(Grammar, language) else {}
    return {word: [_form(reading) for reading in readings] for word, readings in found.items()}


def _form(reading: str) -> Form:
    """A reading as written in the lexicon: "Masc Sing Acc", or "Plur Dat" for any gender."""
    *gender, number, case = reading.split()
    return Form("".join(gender), number, case)


def sentence_words(language: str) -> Sentences:
    """The words of `language`. Raises LexiconError where there are none."""
    words: Sentences = lexicon.load(Sentences, language)
    return words


def verb_prefixes(language: str) -> tuple[str, ...]:
    """What verbs begin with beside their base, the longest first ("zusammen", "zu", "ver")."""
    found = lexicon.load(Grammar, language).verb_prefixes if lexicon.has(Grammar, language) else ()
    return tuple(sorted(found, key=lambda prefix: (-len(prefix), prefix)))
