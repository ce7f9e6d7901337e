from collections import Counter
from collections.abc import Iterator

import pytest

from kg.lang import languages, load
from kg.lang.schema import Frame, Frames, Grammar
from kg.ontology.ontology import load_ontology
from kg.ontology.relation_terms import Relations

ONTOLOGY = load_ontology()
LANGUAGES = languages()
BESIDE = {
    "de": {"aus", "für", "gegen", "gegenüber", "mit", "um", "zwischen"},
    "en": {"about", "against", "between", "with"},
}  # prepositions that the grammar has in no list

# Made by rules of their own (offices, nationality, the gazetteer) or as the inverse of another.
MADE_BY_CODE = {
    Relations.HOLDS_OFFICE, Relations.OFFICE_HELD_BY, Relations.CITIZEN_OF, Relations.HAS_CAPITAL, Relations.HAS_MEMBER,
    Relations.AGE, Relations.HAS_POST_AT,
}  # fmt: skip
VERBAL = {"subj", "obj", "iobj", "attr", "comp"}
NOMINAL = {"gen", "poss", "adj", "comp", "self", "part"}
CASES = {"Acc", "Dat", "Gen"}


def frames(language: str) -> tuple[Frame, ...]:
    found: tuple[Frame, ...] = load(Frames, language).frames
    return found


def told(frame: Frame) -> str:
    return f"{frame.relation} {frame.verbs or frame.nouns or frame.adjectives}"


def slots(frame: Frame) -> Iterator[str]:
    for slot in (*frame.subject, *frame.object):
        yield from slot.split(">")


def prepositions(language: str) -> set[str]:
    grammar = load(Grammar, language)
    known = (
        *grammar.contractions.values(), *grammar.agent_prepositions, *grammar.locative_prepositions,
        *grammar.directional_prepositions, *grammar.adjunct_prepositions, *grammar.source_prepositions,
    )  # fmt: skip
    return {*known, *BESIDE[language]}


@pytest.mark.parametrize("language", LANGUAGES)
class TestFrames:
    def test_name_relations_of_the_ontology(self, language: str) -> None:
        known = {relation.relation.id for relation in ONTOLOGY.relations}
        assert [told(frame) for frame in frames(language) if "kg:" + frame.relation not in known] == []

    def test_give_every_relation_words(self, language: str) -> None:
        said = {"kg:" + frame.relation for frame in frames(language)}
        assert {relation.relation.id for relation in ONTOLOGY.relations} - said == MADE_BY_CODE

    def test_have_one_kind_of_predicate(self, language: str) -> None:
        wrong = [f for f in frames(language) if (bool(f.verbs) + bool(f.nouns) + bool(f.adjectives)) != 1]
        assert [told(frame) for frame in wrong] == []

    def test_use_legal_slots(self, language: str) -> None:
        legal = prepositions(language) | VERBAL | NOMINAL | {"others"}
        for frame in frames(language):
            for slot in slots(frame):
                name, plus, case = slot.partition("+")
                assert name in legal, f"{told(frame)}: {slot}"
                assert not plus or case in CASES, f"{told(frame)}: {slot}"

    def test_of_nouns_use_nominal_slots(self, language: str) -> None:
        """The genitive preposition fills ``gen``, so that it is no slot of a noun itself."""
        forbidden = (VERBAL - NOMINAL) | set(load(Grammar, language).genitive_prepositions)
        wrong = [f for f in frames(language) if f.nouns and set(slots(f)) & forbidden]
        assert [told(frame) for frame in wrong] == []

    def test_keep_subject_and_object_apart(self, language: str) -> None:
        assert [told(f) for f in frames(language) if set(f.subject) & set(f.object)] == []
        assert [told(f) for f in frames(language) if f.via and f.via.slot in f.object] == []

    def test_restrict_phrases_only_where_a_phrase_may_stand(self, language: str) -> None:
        restricted = [f for f in frames(language) if f.phrases]
        assert [told(f) for f in restricted if not ONTOLOGY.relation("kg:" + f.relation).literal] == []

    def test_spell_endings_lower_case_and_nouns_upper_case(self, language: str) -> None:
        for frame in frames(language):
            endings = (*frame.phrases, *(frame.via.nouns + frame.via.adjectives if frame.via else ()))
            assert [e for e in endings if e != e.lower()] == [], told(frame)
            capitals = load(Grammar, language).noun_capitals
            assert [n for n in frame.nouns if n[0].isupper() != capitals] == [], told(frame)
            assert [v for v in frame.verbs if not v.islower()] == [], told(frame)
            assert language != "de" or all(v.endswith("n") for v in frame.verbs), told(frame)

    def test_are_never_said_twice(self, language: str) -> None:
        keys = Counter(
            (kind, word, f.relation, f.subject, f.object, f.via and (f.via.slot, f.via.nouns), f.reflexive, f.phrases)
            for f in frames(language)
            for kind, words in (("verb", f.verbs), ("noun", f.nouns), ("adjective", f.adjectives))
            for word in words
        )
        assert [key[:3] for key, times in keys.items() if times > 1] == []

    def test_are_all_reachable(self, language: str) -> None:
        """No frame stands behind one for the same word that asks for less and takes at least the same types."""
        before: dict[tuple[str, str], list[Frame]] = {}
        for frame in frames(language):
            for kind, words in (("verb", frame.verbs), ("noun", frame.nouns), ("adjective", frame.adjectives)):
                for word in words:
                    hidden = [told(f) for f in before.setdefault((kind, word), []) if covers(f, frame)]
                    assert not hidden, f"{word} ({frame.relation}) never gets past {hidden}"
                    before[kind, word].append(frame)

    def test_empty_verbs_are_named_once(self, language: str) -> None:
        verbs = load(Frames, language).empty_verbs
        assert len(set(verbs)) == len(verbs)


def covers(first: Frame, second: Frame) -> bool:
    """Whether whatever fits `second` fits `first`, too."""
    if first.via or first.phrases or (first.reflexive is not None and first.reflexive != second.reflexive):
        return False
    wide, narrow = (ONTOLOGY.relation("kg:" + frame.relation) for frame in (first, second))
    if narrow.literal and not wide.literal:
        return False
    if not (set(second.object) <= set(first.object) and set(second.subject) <= set(first.subject)):
        return False
    pairs = ((wide.domain, narrow.domain), (wide.range, narrow.range))
    return all(any(ONTOLOGY.is_a(kind, outer) for outer in out) for out, inn in pairs for kind in inn)
