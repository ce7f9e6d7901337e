"""What the text claims of a clause: polarity, modality and source, cue by cue; and cues that are another clause's."""

from __future__ import annotations

import pytest

from kg.extract.clauses.clauses import clauses, event_nouns
from kg.extract.status.commitment import Commitment
from kg.extract.status.factuality import commitments
from kg.extract.status.negation import negated_argument
from kg.model import Modality, Polarity
from tests.extract.inline import index, sentence


def judged(line: str, predicate: str, *, language: str = "de") -> Commitment:
    tree = sentence(line)
    found = clauses(tree, language=language, event_nouns=event_nouns(language))
    at = next(n for n, clause in enumerate(found) if clause.predicate == index(tree, predicate))
    return commitments(tree, found, language=language)[at]


def status(line: str, predicate: str, *, language: str = "de") -> str:
    """Polarity, modality, and "by X" where there is a source; "moot" where nothing is to be said."""
    found = judged(line, predicate, language=language)
    source = "" if found.source is None else f" by {sentence(line).tokens[found.source].text}"
    if found.moot:
        return "moot"
    return f"{found.polarity} {found.modality}{source}"


MET = "Li/PROPN/2/nsubj traf:treffen/VERB/0/root/Fin+Past+Ind"
PLAIN = f"{MET} Hui/PROPN/2/obj ./PUNCT/2/punct"
NOT_ONLY = f"""{MET} nicht/PART/5/advmod nur/ADV/5/advmod Hui/PROPN/2/obj ,/PUNCT/9/punct sondern/CCONJ/9/cc
    auch/ADV/9/advmod Wang/PROPN/5/conj"""
NOT_BUT = """Li/PROPN/2/nsubj traf:treffen/VERB/0/root/Fin sich/PRON/2/expl:pv/Yes nicht/PART/6/advmod mit/ADP/6/case
    Hui/PROPN/2/obl ,/PUNCT/10/punct sondern/CCONJ/10/cc mit/ADP/10/case Wang/PROPN/6/conj"""
NOT_WITH = """Li/PROPN/2/nsubj traf:treffen/VERB/0/root/Fin sich/PRON/2/expl:pv/Yes nicht/PART/6/advmod mit/ADP/6/case
    Hui/PROPN/2/obl"""
WHO_DID_NOT_LAUGH = """Li/PROPN/7/nsubj ,/PUNCT/5/punct der/PRON/5/nsubj/Rel nicht/PART/5/advmod
    lachte:lachen/VERB/1/acl:relcl/Fin ,/PUNCT/5/punct traf:treffen/VERB/0/root/Fin Hui/PROPN/7/obj"""


@pytest.mark.parametrize(
    ("line", "predicate", "polarity"),
    [
        pytest.param(PLAIN, "traf", "affirmed", id="no cue"),
        pytest.param(f"{MET} Hui/PROPN/2/obj nicht/PART/2/advmod", "traf", "negated", id="at the verb"),
        pytest.param(
            f"{MET} Hui/PROPN/2/obj noch/ADV/5/advmod nicht/PART/6/advmod offiziell/ADJ/2/advmod",
            "traf",
            "negated",
            id="below an adverb",
        ),
        pytest.param(f"{MET} Hui/PROPN/2/obj nie/ADV/2/advmod", "traf", "negated", id="never"),
        pytest.param(
            "Weder:wed/DET/2/dep Li/PROPN/3/nsubj traf:treffen/VERB/0/root/Fin Hui/PROPN/3/obj",
            "traf",
            "negated",
            id="a negation whose lemma is wrong",
        ),
        pytest.param(
            "Kein:kein/DET/2/det Minister/NOUN/3/nsubj traf:treffen/VERB/0/root/Fin Hui/PROPN/3/obj",
            "traf",
            "negated",
            id="kein at the subject",
        ),
        pytest.param(f"{MET} keinen:kein/DET/4/det Minister/NOUN/2/obj", "traf", "negated", id="kein at the object"),
        pytest.param(
            f"{MET} den:der/DET/4/det Chef/NOUN/2/obj keiner:kein/DET/6/det Firma/NOUN/4/nmod/Gen",
            "traf",
            "affirmed",
            id="kein inside the object",
        ),
        pytest.param(
            "Niemand:niemand/PRON/2/nsubj traf:treffen/VERB/0/root/Fin Hui/PROPN/2/obj", "traf", "negated", id="nobody"
        ),
        pytest.param(f"{MET} nichts/PRON/2/obj", "traf", "negated", id="nothing"),
        pytest.param(
            f"{MET} weder/CCONJ/4/cc Hui/PROPN/2/obj noch/CCONJ/6/cc Wang/PROPN/4/conj", "traf", "negated", id="neither"
        ),
        pytest.param(
            f"{MET} weder:wed/DET/4/dep Hui/PROPN/2/obj noch/CCONJ/6/cc Wang/PROPN/4/conj",
            "traf",
            "negated",
            id="neither, its lemma mistaken",
        ),
        pytest.param(NOT_ONLY, "traf", "affirmed", id="not only"),
        pytest.param(
            f"{MET} nicht/PART/2/advmod zum:zu/ADP/6/case ersten:erst/ADJ/6/amod Mal/NOUN/2/obl",
            "traf",
            "affirmed",
            id="not for the first time",
        ),
        pytest.param(
            f"{MET} nicht/PART/2/advmod zum:zu/ADP/5/case Tee/NOUN/2/obl", "traf", "negated", id="not for tea"
        ),
        pytest.param(NOT_BUT, "traf", "affirmed", id="not with one but with another"),
        pytest.param(NOT_WITH, "traf", "negated", id="at the only argument"),
        pytest.param(
            f"{MET} nicht/PART/4/advmod genannte:nennen/VERB/5/amod/Part Minister/NOUN/2/obj",
            "traf",
            "affirmed",
            id="inside a participle",
        ),
        pytest.param(WHO_DID_NOT_LAUGH, "traf", "affirmed", id="of a relative clause, above it"),
        pytest.param(WHO_DID_NOT_LAUGH, "lachte", "negated", id="of a relative clause, in it"),
        pytest.param(
            f"{MET} Hui/PROPN/2/obj ,/PUNCT/6/punct nicht/PART/6/advmod Wang/PROPN/3/conj",
            "traf",
            "affirmed",
            id="of a conjunct",
        ),
    ],
)
def test_negation_and_its_scope(line: str, predicate: str, polarity: str) -> None:
    assert judged(line, predicate).polarity == polarity


@pytest.mark.parametrize(
    ("line", "argument", "negated"),
    [
        pytest.param(NOT_BUT, "Hui", True, id="put aside"),
        pytest.param(NOT_BUT, "Wang", False, id="put in its place"),
        pytest.param(NOT_BUT, "Li", False, id="another argument"),
        pytest.param(NOT_WITH, "Hui", False, id="nothing in its place"),
        pytest.param(NOT_ONLY, "Hui", False, id="not only"),
        pytest.param(f"{MET} keinen:kein/DET/4/det Minister/NOUN/2/obj", "Minister", False, id="kein is the clause's"),
    ],
)
def test_negation_of_one_argument(line: str, argument: str, negated: bool) -> None:
    assert negated_argument(sentence(line), index(sentence(line), argument), language="de") is negated


def finite(form: str, features: str, *, verb: str = "treffen:treffen/VERB/4/root/Inf") -> str:
    """ "Li" + auxiliary + "Hui" + verb."""
    text, _, rest = verb.partition("/")
    word = f"{text}/{rest.replace('/4/root', '/0/root')}"
    return f"Li/PROPN/4/nsubj {form}/AUX/4/aux/{features} Hui/PROPN/4/obj {word}"


PARTICIPLE = "getroffen:treffen/VERB/4/root/Part"


@pytest.mark.parametrize(
    ("line", "modality"),
    [
        pytest.param(finite("soll:sollen", "Fin+Pres+Ind"), "planned", id="sollen"),
        pytest.param(finite("will:wollen", "Fin+Pres+Ind"), "planned", id="wollen"),
        pytest.param(finite("kann:können", "Fin+Pres+Ind"), "possible", id="können"),
        pytest.param(finite("sollte:sollen", "Fin+Past+Sub"), "planned", id="sollen in the subjunctive"),
        pytest.param(finite("sollte:sollen", "Fin+Past+Ind"), "planned", id="sollen in the past"),
        pytest.param(finite("wollte:wollen", "Fin+Past+Ind"), "planned", id="wollen in the past"),
        pytest.param(finite("wolle:wollen", "Fin+Pres+Sub"), "planned", id="a modal is no hearsay by its ending"),
        pytest.param(finite("wird:werden", "Fin+Pres+Ind"), "planned", id="future"),
        pytest.param(finite("würde:werden", "Fin+Past+Sub"), "hypothetical", id="würde"),
        pytest.param(finite("hat:haben", "Fin+Pres+Ind", verb=PARTICIPLE), "asserted", id="perfect"),
        pytest.param(finite("hatte:haben", "Fin+Past+Ind", verb=PARTICIPLE), "asserted", id="pluperfect"),
        pytest.param(finite("hatte:haben", "Fin+Past+Sub", verb=PARTICIPLE), "asserted", id="a form never subjunctive"),
        pytest.param(finite("habe:haben", "Fin+Pres+Sub", verb=PARTICIPLE), "reported", id="Konjunktiv I"),
        pytest.param(finite("habe:haben", "Fin+Pres+Ind", verb=PARTICIPLE), "reported", id="Konjunktiv I by ending"),
        pytest.param(finite("hätte:haben", "Fin+Past+Sub", verb=PARTICIPLE), "hypothetical", id="Konjunktiv II"),
        pytest.param(
            "Hui/PROPN/3/nsubj:pass wird:werden/AUX/3/aux:pass/Fin+Pres getroffen:treffen/VERB/0/root/Part",
            "asserted",
            id="passive",
        ),
        pytest.param(
            """Hui/PROPN/3/nsubj:pass wird:werden/AUX/3/aux/Fin+Pres getroffen:treffen/VERB/0/root/Part
            werden/AUX/3/aux:pass/Inf""",
            "planned",
            id="future of the passive",
        ),
        pytest.param(
            "Li/PROPN/2/nsubj treffe:treffen/VERB/0/root/Fin+Pres Hui/PROPN/2/obj", "reported", id="ending of the verb"
        ),
        pytest.param("Li/PROPN/2/nsubj trifft:treffen/VERB/0/root/Fin+Pres Hui/PROPN/2/obj", "asserted", id="present"),
        pytest.param(
            "Ich:ich/PRON/2/nsubj/1+Nom treffe:treffen/VERB/0/root/Fin+Pres Hui/PROPN/2/obj", "asserted", id="I"
        ),
        pytest.param(
            "Li/PROPN/2/nsubj besuchte:besuchen/VERB/0/root/Fin+Past Hui/PROPN/2/obj", "asserted", id="past in -e"
        ),
        pytest.param("Treffe:treffen/VERB/0/root/Fin+Imp Hui/PROPN/1/obj", "hypothetical", id="imperative"),
    ],
)
def test_tense_and_mood(line: str, modality: str) -> None:
    tree = sentence(line)
    assert judged(line, tree.tokens[tree.root].text).modality == modality


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(f"{MET} Hui/PROPN/2/obj vielleicht/ADV/2/advmod", "affirmed possible", id="perhaps"),
        pytest.param(f"{MET} Hui/PROPN/2/obj angeblich/ADV/2/advmod", "affirmed reported", id="allegedly"),
        pytest.param(f"{MET} Hui/PROPN/2/obj fast/ADV/2/advmod", "affirmed hypothetical", id="almost"),
        pytest.param(f"{MET} Hui/PROPN/2/obj gestern/ADV/2/advmod", "affirmed asserted", id="yesterday"),
        pytest.param(
            f"{MET} den:der/DET/6/det angeblich/ADV/5/advmod kranken:krank/ADJ/6/amod Hui/PROPN/2/obj",
            "affirmed asserted",
            id="an adverb of something else",
        ),
        pytest.param(
            f"{MET} vielleicht/ADV/2/advmod Hui/PROPN/2/obj nicht/PART/2/advmod", "negated possible", id="perhaps not"
        ),
        pytest.param(f"{MET} Hui/PROPN/2/obj ?/PUNCT/2/punct", "affirmed hypothetical", id="question"),
        pytest.param(f"{MET} Hui/PROPN/2/obj laut/ADP/5/case Wang/PROPN/2/obl", "affirmed reported by Wang", id="laut"),
        pytest.param(
            f"{MET} Hui/PROPN/2/obj Wang/PROPN/2/obl zufolge/ADP/4/case", "affirmed reported by Wang", id="zufolge"
        ),
        pytest.param(
            f"{MET} Hui/PROPN/2/obj nach/ADP/5/case Angaben:Angabe/NOUN/2/obl von/ADP/7/case Wang/PROPN/5/nmod",
            "affirmed reported by Wang",
            id="according to statements of",
        ),
        pytest.param(
            f"{MET} Hui/PROPN/2/obj nach/ADP/5/case Angaben:Angabe/NOUN/2/obl",
            "affirmed reported by Angaben",
            id="according to statements",
        ),
        pytest.param(
            f"{MET} Hui/PROPN/2/obj nach/ADP/5/case Gesprächen:Gespräch/NOUN/2/obl",
            "affirmed asserted",
            id="after talks",
        ),
        pytest.param(
            f"{MET} Hui/PROPN/2/obj mit/ADP/5/case Angaben:Angabe/NOUN/2/obl", "affirmed asserted", id="with statements"
        ),
    ],
)
def test_adverbs_sources_and_questions(line: str, expected: str) -> None:
    assert status(line, "traf") == expected


def dass(verb: str, *, negated: bool = False, mark: str = "dass", link: str = "ccomp") -> str:
    """ "Wang" + verb + ["nicht"] + ", dass Li Hui traf"."""
    adverb = "nicht/PART/2/advmod" if negated else "gestern/ADV/2/advmod"
    return f"""Wang/PROPN/2/nsubj tat:{verb}/VERB/0/root/Fin+Past {adverb} ,/PUNCT/8/punct {mark}/SCONJ/8/mark
        Li/PROPN/8/nsubj Hui/PROPN/8/obj traf:treffen/VERB/2/{link}/Fin+Past ./PUNCT/2/punct"""


@pytest.mark.parametrize(
    ("verb", "affirmed", "negated"),
    [
        pytest.param("sagen", "affirmed reported by Wang", "affirmed possible by Wang", id="reporting"),
        pytest.param("bestreiten", "negated reported by Wang", "affirmed reported by Wang", id="denying"),
        pytest.param("planen", "affirmed planned", "negated planned", id="planning"),
        pytest.param("verhindern", "negated asserted", "affirmed hypothetical", id="preventing"),
        pytest.param("vermuten", "affirmed possible", "affirmed possible", id="supposing"),
        pytest.param("führen", "affirmed asserted", "negated asserted", id="bringing about"),
        pytest.param("bedauern", "affirmed asserted", "affirmed asserted", id="taking for granted"),
        pytest.param("singen", "affirmed reported by Wang", "affirmed possible by Wang", id="unknown"),
    ],
)
def test_a_dass_clause_below_a_verb(verb: str, affirmed: str, negated: str) -> None:
    assert status(dass(verb), "traf") == affirmed
    assert status(dass(verb, negated=True), "traf") == negated


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(dass("wissen", mark="ob", negated=True), "affirmed possible", id="whether"),
        pytest.param(dass("singen", mark="weil", link="ccomp"), "affirmed asserted", id="because, as a complement"),
        pytest.param(dass("singen", mark="weil", link="advcl"), "affirmed asserted", id="because"),
        pytest.param(dass("singen", mark="weil", link="advcl", negated=True), "affirmed asserted", id="not because"),
        pytest.param(dass("sagen", mark="nachdem", link="advcl"), "affirmed asserted", id="said after"),
        pytest.param(dass("singen", mark="wenn", link="advcl"), "affirmed hypothetical", id="if"),
        pytest.param(dass("singen", mark="damit", link="advcl"), "affirmed planned", id="so that"),
    ],
)
def test_clauses_with_other_marks(line: str, expected: str) -> None:
    assert status(line, "traf") == expected


@pytest.mark.parametrize(
    ("mark", "modality"), [("wenn", "hypothetical"), ("falls", "hypothetical"), ("weil", "asserted")]
)
def test_what_has_a_condition_is_as_open_as_it(mark: str, modality: str) -> None:
    assert judged(dass("singen", mark=mark, link="advcl"), "tat").modality == modality


def infinitive(verb: str, *, negated: bool = False, mark: str = "", link: str = "xcomp", inner: str = "heute") -> str:
    """ "Li" + verb + ["nicht"] + [", um"] + [inner adverb] + "Hui zu treffen"."""
    adverb = "nicht/PART/2/advmod" if negated else "gestern/ADV/2/advmod"
    opened = f"{mark}/SCONJ/8/mark" if mark else ",/PUNCT/8/punct"
    return f"""Li/PROPN/2/nsubj tat:{verb}/VERB/0/root/Fin+Past {adverb} {opened} {inner}/ADV/8/advmod Hui/PROPN/8/obj
        zu/PART/8/mark treffen/VERB/2/{link}/Inf ./PUNCT/2/punct"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(infinitive("planen"), "affirmed planned", id="planned"),
        pytest.param(infinitive("planen", negated=True), "negated planned", id="not planned"),
        pytest.param(infinitive("ablehnen"), "negated asserted", id="refused"),
        pytest.param(infinitive("ablehnen", inner="nicht"), "affirmed asserted", id="refused not to"),
        pytest.param(infinitive("ablehnen", negated=True), "affirmed hypothetical", id="not refused"),
        pytest.param(infinitive("versuchen"), "affirmed planned", id="tried"),
        pytest.param(infinitive("beginnen"), "moot", id="began"),
        pytest.param(infinitive("beginnen", negated=True), "negated asserted", id="did not begin"),
        pytest.param(infinitive("singen"), "moot", id="unknown"),
        pytest.param(infinitive("vergessen"), "negated asserted", id="forgot to"),
        pytest.param(infinitive("reisen", mark="um", link="advcl"), "affirmed planned", id="in order to"),
        pytest.param(infinitive("reisen", mark="um", link="advcl", negated=True), "negated planned", id="not to"),
        pytest.param(infinitive("reisen", mark="ohne", link="advcl"), "negated asserted", id="without"),
        pytest.param(infinitive("reisen", mark="ohne", link="advcl", negated=True), "negated asserted", id="nor with"),
        pytest.param(infinitive("reisen", mark="statt", link="advcl"), "negated asserted", id="instead of"),
        pytest.param(infinitive("planen", link="advcl"), "affirmed planned", id="a complement taken for an adverbial"),
    ],
)
def test_infinitives(line: str, expected: str) -> None:
    assert status(line, "treffen") == expected


QUOTED = """Li/PROPN/2/nsubj traf:treffen/VERB/0/root/Fin+Past Hui/PROPN/2/obj ,/PUNCT/5/punct
    {verb}/VERB/2/parataxis/Fin+Past Wang/PROPN/5/nsubj"""
INDIRECT = """Wang/PROPN/2/nsubj sagte:sagen/VERB/0/root/Fin+Past ,/PUNCT/7/punct Li/PROPN/7/nsubj
    {auxiliary}/AUX/7/aux/Fin+{features} Hui/PROPN/7/obj getroffen:treffen/VERB/2/{link}/Part"""


@pytest.mark.parametrize(
    ("line", "predicate", "expected"),
    [
        pytest.param(QUOTED.format(verb="sagte:sagen"), "traf", "affirmed reported by Wang", id="quotation"),
        pytest.param(QUOTED.format(verb="sagte:sagen"), "sagte", "affirmed asserted", id="the saying itself"),
        pytest.param(QUOTED.format(verb="lachte:lachen"), "traf", "affirmed asserted", id="no quotation"),
        pytest.param(
            INDIRECT.format(auxiliary="habe:haben", features="Pres+Sub", link="ccomp"),
            "getroffen",
            "affirmed reported by Wang",
            id="indirect speech",
        ),
        pytest.param(
            INDIRECT.format(auxiliary="hätte:haben", features="Past+Sub", link="ccomp"),
            "getroffen",
            "affirmed reported by Wang",
            id="Konjunktiv II in indirect speech",
        ),
        pytest.param(
            INDIRECT.format(auxiliary="hat:haben", features="Pres+Ind", link="parataxis"),
            "getroffen",
            "affirmed reported by Wang",
            id="direct speech behind",
        ),
        pytest.param(
            INDIRECT.format(auxiliary="hat:haben", features="Pres+Ind", link="conj"),
            "getroffen",
            "affirmed asserted",
            id="a conjunct of the saying",
        ),
    ],
)
def test_speech(line: str, predicate: str, expected: str) -> None:
    assert status(line, predicate) == expected


NOUN_DASS = """Der:der/DET/2/det {noun}/NOUN/8/nsubj ,/PUNCT/7/punct dass/SCONJ/7/mark Li/PROPN/7/nsubj
    Hui/PROPN/7/obj traf:treffen/VERB/2/acl/Fin+Past überraschte:überraschen/VERB/0/root/Fin+Past ./PUNCT/8/punct"""
NOUN_ZU = """Der:der/DET/2/det {noun}/NOUN/7/nsubj ,/PUNCT/6/punct Hui/PROPN/6/obj zu/PART/6/mark
    treffen/VERB/2/acl/Inf überraschte:überraschen/VERB/0/root/Fin+Past"""
PLAN_THAT_HE_WROTE = """Der:der/DET/2/det Plan/NOUN/7/nsubj ,/PUNCT/6/punct den:der/PRON/6/obj/Rel Li/PROPN/6/nsubj
    schrieb:schreiben/VERB/2/acl:relcl/Fin+Past überraschte:überraschen/VERB/0/root/Fin+Past"""


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("Vorwurf", "affirmed reported"),
        ("Tatsache", "affirmed asserted"),
        ("Verdacht", "affirmed possible"),
        ("Dementi", "negated reported"),
        ("Tumult", "affirmed reported"),
    ],
)
def test_a_dass_clause_below_a_noun(noun: str, expected: str) -> None:
    assert status(NOUN_DASS.format(noun=noun), "traf") == expected


REJECTED = """Wang/PROPN/2/nsubj {verb}/VERB/0/root/Fin+Past den:der/DET/4/det {noun}/NOUN/2/obj ,/PUNCT/9/punct
    dass/SCONJ/9/mark Li/PROPN/9/nsubj Hui/PROPN/9/obj traf:treffen/VERB/4/acl/Fin+Past"""


@pytest.mark.parametrize(
    ("verb", "noun", "expected"),
    [
        ("erhob:erheben", "Vorwurf", "affirmed reported"),
        ("wies:zurückweisen", "Vorwurf", "negated reported by Wang"),
        ("wies:zurückweisen", "Verdacht", "negated possible by Wang"),
        ("verwarf:verwerfen", "Vorschlag", "moot"),
        ("bestritt:bestreiten", "Weigerung", "affirmed hypothetical by Wang"),
        ("machte:machen", "Vorschlag", "moot"),
    ],
)
def test_a_dass_clause_below_a_noun_that_a_verb_rejects(verb: str, noun: str, expected: str) -> None:
    assert status(REJECTED.format(verb=verb, noun=noun), "traf") == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("Plan", "affirmed planned"),
        ("Reiseplan", "affirmed planned"),
        ("Weigerung", "negated asserted"),
        ("Möglichkeit", "affirmed possible"),
        ("Tumult", "moot"),
    ],
)
def test_an_infinitive_below_a_noun(noun: str, expected: str) -> None:
    assert status(NOUN_ZU.format(noun=noun), "treffen") == expected


def test_a_relative_clause_below_a_plan_is_none() -> None:
    assert status(PLAN_THAT_HE_WROTE, "schrieb") == "affirmed asserted"


def event(verb: str, *, negated: bool = False, adjective: str = "langes:lang", head: str = "") -> str:
    """ "Wang" + verb + "nicht" or "gestern" + [noun + "für"] + adjective + "Treffen"."""
    adverb = "nicht/PART/2/advmod" if negated else "gestern/ADV/2/advmod"
    phrase = f"{adjective}/ADJ/5/amod Treffen/NOUN/2/obj"
    if head:
        phrase = f"{head}/NOUN/2/obj für/ADP/7/case {adjective}/ADJ/7/amod Treffen/NOUN/4/nmod"
    return f"Wang/PROPN/2/nsubj tat:{verb}/VERB/0/root/Fin+Past {adverb} {phrase}"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(event("verfolgen"), "affirmed asserted", id="taken for granted"),
        pytest.param(event("verfolgen", negated=True), "affirmed asserted", id="taken for granted under negation"),
        pytest.param(event("planen"), "affirmed planned", id="planned"),
        pytest.param(event("absagen"), "negated asserted", id="called off"),
        pytest.param(event("absagen", negated=True), "affirmed hypothetical", id="not called off"),
        pytest.param(event("bestreiten"), "negated reported by Wang", id="denied"),
        pytest.param(event("verfolgen", adjective="geplantes:geplant"), "affirmed planned", id="planned, as adjective"),
        pytest.param(event("verfolgen", head="Pläne:Plan"), "affirmed planned", id="a plan for it"),
        pytest.param(event("verfolgen", head="Papiere:Papier"), "affirmed asserted", id="a paper for it"),
        pytest.param(event("dementieren", head="Pläne:Plan"), "negated planned by Wang", id="a plan for it denied"),
    ],
)
def test_event_nouns(line: str, expected: str) -> None:
    assert status(line, "Treffen") == expected


HAPPENS = "{det}/DET/2/det Treffen/NOUN/3/nsubj {verb}/VERB/0/root/Fin+Past {adverb} statt/ADP/3/compound:prt"


@pytest.mark.parametrize(
    ("det", "verb", "adverb", "expected"),
    [
        ("Das:der", "fand:stattfinden", "gestern/ADV/3/advmod", "affirmed asserted"),
        ("Das:der", "fand:stattfinden", "nicht/PART/3/advmod", "negated asserted"),
        ("Kein:kein", "fand:stattfinden", "gestern/ADV/3/advmod", "negated asserted"),
        ("Das:der", "fand:stattfinden", "vielleicht/ADV/3/advmod", "affirmed possible"),
        ("Das:der", "überraschte:überraschen", "nicht/PART/3/advmod", "affirmed asserted"),
        ("Kein:kein", "überraschte:überraschen", "gestern/ADV/3/advmod", "negated asserted"),
    ],
)
def test_an_event_is_as_certain_as_that_it_happens(det: str, verb: str, adverb: str, expected: str) -> None:
    assert status(HAPPENS.format(det=det, verb=verb, adverb=adverb), "Treffen") == expected


NESTED = """Wang/PROPN/2/nsubj {outer}/VERB/0/root/Fin+Past ,/PUNCT/6/punct dass/SCONJ/6/mark Li/PROPN/6/nsubj
    {inner}/VERB/2/ccomp/Fin+Past ,/PUNCT/10/punct Hui/PROPN/10/obj zu/PART/10/mark treffen/VERB/6/xcomp/Inf"""


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        ("sagte:sagen", "plante:planen", "affirmed planned by Wang"),
        ("bestritt:bestreiten", "plante:planen", "negated planned by Wang"),
        ("bestritt:bestreiten", "ablehnte:ablehnen", "affirmed hypothetical by Wang"),
        ("sagte:sagen", "ablehnte:ablehnen", "negated reported by Wang"),
        ("sagte:sagen", "begann:beginnen", "moot"),
    ],
)
def test_governors_add_up(outer: str, inner: str, expected: str) -> None:
    assert status(NESTED.format(outer=outer, inner=inner), "treffen") == expected


WHO_MET = """Wang/PROPN/2/nsubj {outer}/VERB/0/root/Fin+Past ,/PUNCT/11/punct dass/SCONJ/11/mark Li/PROPN/11/nsubj
    ,/PUNCT/9/punct der/PRON/9/nsubj/Rel Hui/PROPN/9/obj {verb} ,/PUNCT/9/punct lacht:lachen/VERB/2/ccomp/Fin+Pres"""


@pytest.mark.parametrize(
    ("outer", "verb", "expected"),
    [
        ("plante:planen", "traf:treffen/VERB/5/acl:relcl/Fin+Past+Ind", "affirmed asserted"),
        ("plante:planen", "trifft:treffen/VERB/5/acl:relcl/Fin+Pres+Ind", "affirmed planned"),
        ("plante:planen", "träfe:treffen/VERB/5/acl:relcl/Fin+Past+Sub", "affirmed hypothetical"),
        ("verhinderte:verhindern", "trifft:treffen/VERB/5/acl:relcl/Fin+Pres+Ind", "affirmed asserted"),
        ("bestritt:bestreiten", "traf:treffen/VERB/5/acl:relcl/Fin+Past+Ind", "affirmed reported by Wang"),
        ("sagte:sagen", "traf:treffen/VERB/5/acl:relcl/Fin+Past+Ind", "affirmed reported by Wang"),
    ],
)
def test_a_relative_clause_is_told_with_what_is_around_it(outer: str, verb: str, expected: str) -> None:
    assert status(WHO_MET.format(outer=outer, verb=verb), verb.partition(":")[0]) == expected


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("traf:treffen/VERB/2/advcl/Fin+Past+Ind", "affirmed asserted"),
        ("treffen/VERB/2/advcl/Inf", "affirmed planned"),
    ],
)
def test_before_a_finite_verb_a_mark_of_infinitives_tells_no_purpose(verb: str, expected: str) -> None:
    line = f"Wang/PROPN/2/nsubj kam:kommen/VERB/0/root/Fin+Past ,/PUNCT/6/punct um/SCONJ/6/mark Li/PROPN/6/obj {verb}"
    assert status(line, verb.partition("/")[0].partition(":")[0]) == expected


def test_two_negations_cancel() -> None:
    line = dass("bestreiten").replace("Hui/PROPN/8/obj", "nicht/PART/8/advmod")
    assert status(line, "traf") == "affirmed reported by Wang"


def test_the_weaker_commitment_wins() -> None:
    weak = Commitment().weaken(Modality.POSSIBLE, 3)
    assert weak.weaken(Modality.REPORTED, 4) == Commitment(modality=Modality.POSSIBLE, cues=(3, 4))
    assert weak.negate().negate() == weak
    assert weak.negate(5).polarity is Polarity.NEGATED


def test_cues_are_the_deciding_words() -> None:
    line = f"{MET} vielleicht/ADV/2/advmod Hui/PROPN/2/obj nicht/PART/2/advmod"
    assert [sentence(line).tokens[i].text for i in judged(line, "traf").cues] == ["vielleicht", "nicht"]


IF_FIRST = """{first} Li/PROPN/4/nsubj Hui/PROPN/4/obj getroffen:treffen/VERB/{head} ,/PUNCT/4/punct
    lacht:lachen/VERB/{behind}/Fin+Pres Wang/PROPN/6/nsubj {end}/PUNCT/4/punct"""
ONCE = """Wang/PROPN/2/nsubj lacht:lachen/VERB/0/root/Fin+Pres ,/PUNCT/7/punct {mark}/SCONJ/7/mark Li/PROPN/7/nsubj
    Hui/PROPN/7/obj {verb}/VERB/2/advcl/{features}"""
IN_CASE = """Im:in/ADP/2/case {noun}/NOUN/8/obl ,/PUNCT/7/punct dass/SCONJ/7/mark Li/PROPN/7/nsubj Hui/PROPN/7/obj
    trifft:treffen/VERB/2/acl/Fin+Pres lacht:lachen/VERB/0/root/Fin+Pres Wang/PROPN/8/nsubj"""
HAS = "Hat:haben/AUX/4/aux/Fin+Pres"


@pytest.mark.parametrize(
    ("line", "predicate", "modality"),
    [
        pytest.param(
            IF_FIRST.format(first=HAS, head="6/advcl/Part", behind="0/root", end="."),
            "getroffen",
            "hypothetical",
            id="a verb opens the condition",
        ),
        pytest.param(
            IF_FIRST.format(first=HAS, head="0/root/Part", behind="4/conj", end="."),
            "getroffen",
            "hypothetical",
            id="the same, taken for coordination",
        ),
        pytest.param(
            IF_FIRST.format(first=HAS, head="0/root/Part", behind="4/conj", end="."),
            "lacht",
            "hypothetical",
            id="what follows from it",
        ),
        pytest.param(
            IF_FIRST.format(first="Gestern/ADV/4/advmod", head="0/root/Part", behind="4/conj", end="."),
            "getroffen",
            "asserted",
            id="no verb opens the sentence",
        ),
        pytest.param(
            ONCE.format(mark="sobald", verb="trifft:treffen", features="Fin+Pres"), "trifft", "hypothetical", id="once"
        ),
        pytest.param(
            ONCE.format(mark="sobald", verb="traf:treffen", features="Fin+Past"), "traf", "asserted", id="once, past"
        ),
        pytest.param(
            ONCE.format(mark="weil", verb="trifft:treffen", features="Fin+Pres"), "trifft", "asserted", id="because"
        ),
        pytest.param(IN_CASE.format(noun="Fall"), "trifft", "hypothetical", id="in case"),
        pytest.param(IN_CASE.format(noun="Fall"), "lacht", "hypothetical", id="what follows in that case"),
        pytest.param(IN_CASE.format(noun="Saal"), "lacht", "asserted", id="no such noun"),
    ],
)
def test_conditions(line: str, predicate: str, modality: str) -> None:
    assert judged(line, predicate).modality == modality


AS_TOLD = """Wie/ADV/3/advmod Wang/PROPN/3/nsubj {verb}/VERB/7/advcl/Fin+Pres ,/PUNCT/3/punct hat:haben/AUX/7/aux/Fin+Pres
    Li/PROPN/7/nsubj getroffen:treffen/VERB/0/root/Part Hui/PROPN/7/obj"""
SO = f"{PLAIN.replace('./PUNCT', ',/PUNCT')} so/ADV/6/advmod Wang/PROPN/2/parataxis"


@pytest.mark.parametrize(
    ("line", "predicate", "expected"),
    [
        pytest.param(
            AS_TOLD.format(verb="berichtet:berichten"), "getroffen", "affirmed reported by Wang", id="as told"
        ),
        pytest.param(AS_TOLD.format(verb="berichtet:berichten"), "berichtet", "affirmed asserted", id="the telling"),
        pytest.param(AS_TOLD.format(verb="lacht:lachen"), "getroffen", "affirmed asserted", id="as one laughs"),
        pytest.param(SO, "traf", "affirmed reported by Wang", id="so Wang"),
        pytest.param(SO.replace("so/ADV", "dann/ADV"), "traf", "affirmed asserted", id="another adverb"),
        pytest.param(
            f"„/PUNCT/3/punct {PLAIN.replace('/2/', '/3/')} “/PUNCT/3/punct", "traf", "affirmed reported", id="quoted"
        ),
        pytest.param(
            f"„/PUNCT/3/punct {PLAIN.replace('/2/', '/3/')}", "traf", "affirmed reported", id="the quotation goes on"
        ),
        pytest.param(
            f"{MET} „/PUNCT/4/punct Hui/PROPN/2/obj “/PUNCT/4/punct", "traf", "affirmed asserted", id="a word in quotes"
        ),
        pytest.param(
            """Der/DET/2/det Bericht/NOUN/7/nsubj ,/PUNCT/6/punct wonach/ADV/6/advmod Li/PROPN/6/nsubj
            traf:treffen/VERB/2/acl/Fin+Past log:lügen/VERB/0/root/Fin+Past""",
            "traf",
            "affirmed reported",
            id="a report by which",
        ),
        pytest.param(
            """laut/ADP/2/case Wang/PROPN/4/obl Li/PROPN/4/nsubj lachte:lachen/VERB/0/root/Fin+Past und/CCONJ/6/cc
            traf:treffen/VERB/4/conj/Fin+Past Hui/PROPN/6/obj""",
            "traf",
            "affirmed reported by Wang",
            id="a source is that of both conjuncts",
        ),
    ],
)
def test_sources_around_a_clause(line: str, predicate: str, expected: str) -> None:
    assert status(line, predicate) == expected


COPULA = """Li/PROPN/4/nsubj ist:sein/AUX/4/cop/Fin+Pres {adverb}/ADV/4/advmod {word}/{tag}/0/root ,/PUNCT/8/punct
    Hui/PROPN/8/obj zu/PART/8/mark treffen/VERB/4/xcomp/Inf"""


@pytest.mark.parametrize(
    ("word", "adverb", "expected"),
    [
        ("bereit", "heute", "affirmed planned"),
        ("bereit", "nicht", "negated planned"),
        ("außerstande", "heute", "negated asserted"),
        ("fähig", "heute", "affirmed possible"),
        ("fähig", "nicht", "negated asserted"),
        ("gezwungen", "heute", "affirmed asserted"),
        ("blau", "heute", "moot"),
    ],
)
def test_an_infinitive_below_an_adjective(word: str, adverb: str, expected: str) -> None:
    assert status(COPULA.format(word=word, adverb=adverb, tag="ADJ"), "treffen") == expected


BESIDE = """Li/PROPN/2/nsubj tat:entscheiden/VERB/0/root/Fin+Past sich/PRON/2/obj/Yes {word}/ADV/2/advmod ,/PUNCT/8/punct
    Hui/PROPN/8/obj zu/PART/8/mark treffen/VERB/2/xcomp/Inf"""


@pytest.mark.parametrize(("word", "expected"), [("dagegen", "negated asserted"), ("dafür", "affirmed planned")])
def test_a_word_beside_a_verb_can_turn_it_round(word: str, expected: str) -> None:
    assert status(BESIDE.format(word=word), "treffen") == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(finite("konnte:können", "Fin+Past+Ind"), "affirmed asserted", id="could and did"),
        pytest.param(
            finite("konnte:können", "Fin+Past+Ind").replace("Hui/PROPN/4/obj", "nicht/PART/4/advmod"),
            "negated asserted",
            id="could not",
        ),
        pytest.param(
            """Li/PROPN/5/nsubj ist:sein/AUX/5/cop/Fin+Pres Hui/PROPN/5/obj zu/PART/5/mark
            treffen/VERB/0/root/Inf""",
            "moot",
            id="is to",
        ),
        pytest.param(
            """Li/PROPN/4/nsubj hat:haben/AUX/4/aux/Fin+Pres nicht/PART/4/advmod gelacht:lachen/VERB/0/root/Part
            oder/CCONJ/6/cc treffen/VERB/4/conj/Part""",
            "negated asserted",
            id="neither of two",
        ),
    ],
)
def test_auxiliaries_and_what_is_shared(line: str, expected: str) -> None:
    assert status(line, "treffen") == expected


def gerund(verb: str, mark: str, *, negated: bool = False) -> str:
    """ "Wang" + verb + ["not"] + "Li" + mark + "meeting Hui"."""
    adverb = "not/PART/2/advmod" if negated else "today/ADV/2/advmod"
    return f"""Wang/PROPN/2/nsubj did:{verb}/VERB/0/root/Fin+Past {adverb} Li/PROPN/2/obj {mark}/SCONJ/6/mark
        meeting:meet/VERB/2/advcl/Part Hui/PROPN/6/obj"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(gerund("prevent", "from"), "negated asserted", id="prevented"),
        pytest.param(gerund("prevent", "from", negated=True), "affirmed hypothetical", id="not prevented"),
        pytest.param(gerund("accuse", "of"), "affirmed reported by Wang", id="accused"),
        pytest.param(gerund("suspect", "of"), "affirmed possible", id="suspected"),
        pytest.param(gerund("sing", "of"), "affirmed planned", id="unknown"),
        pytest.param(gerund("sing", "after"), "affirmed asserted", id="after"),
        pytest.param(gerund("sing", "without"), "negated asserted", id="without"),
        pytest.param(gerund("thank", "for"), "affirmed asserted", id="thanked"),
        pytest.param(
            """Li/PROPN/2/nsubj had:have/VERB/0/root/Fin+Past yet/ADV/2/advmod to/PART/5/mark
            meeting:meet/VERB/2/xcomp/Inf""",
            "negated asserted",
            id="has yet to",
        ),
        pytest.param(
            """Li/PROPN/2/nsubj ruled:rule/VERB/0/root/Fin+Past out/ADP/2/compound:prt
            meeting:meet/VERB/2/xcomp/Part""",
            "negated asserted",
            id="a verb in two words",
        ),
        pytest.param(
            """Li/PROPN/3/nsubj neither/CCONJ/3/cc:preconj saw:see/VERB/0/root/Fin+Past nor/CCONJ/5/cc
            meeting:meet/VERB/3/conj/Fin+Past Hui/PROPN/5/obj""",
            "negated asserted",
            id="neither nor",
        ),
        pytest.param(
            """Rather/ADV/3/advmod than/SCONJ/3/mark meeting:meet/VERB/6/advcl/Part Hui/PROPN/3/obj Li/PROPN/6/nsubj
            laughed:laugh/VERB/0/root/Fin+Past""",
            "negated asserted",
            id="rather than",
        ),
        pytest.param(
            """Li/PROPN/2/nsubj laughed:laugh/VERB/0/root/Fin+Past without/ADP/4/case Wang/PROPN/2/obl
            meeting:meet/VERB/4/acl/Part Hui/PROPN/5/obj""",
            "negated asserted",
            id="without somebody doing it",
        ),
        pytest.param(
            """Li/PROPN/3/nsubj might/AUX/3/aux/Fin meeting:meet/VERB/0/root/Inf Hui/PROPN/3/obj""",
            "affirmed possible",
            id="might",
        ),
        pytest.param(
            """According:accord/VERB/3/case to/ADP/1/fixed Wang/PROPN/6/obl ,/PUNCT/3/punct Li/PROPN/6/nsubj
            meeting:meet/VERB/0/root/Fin+Past Hui/PROPN/6/obj""",
            "affirmed reported by Wang",
            id="according to",
        ),
        pytest.param(
            """There/PRON/2/expl are:be/VERB/0/root/Fin+Pres rumours:rumour/NOUN/2/nsubj that/PRON/6/obj/Rel
            Li/PROPN/6/nsubj meeting:meet/VERB/3/acl:relcl/Fin+Past Hui/PROPN/6/obj""",
            "affirmed reported",
            id="a complement taken for a relative clause",
        ),
        pytest.param(
            """Had:have/AUX/3/aux/Fin+Past Li/PROPN/3/nsubj meeting:meet/VERB/7/advcl/Part ,/PUNCT/3/punct
            Wang/PROPN/7/nsubj would/AUX/7/aux/Fin laugh/VERB/0/root/Inf""",
            "affirmed hypothetical",
            id="inverted condition",
        ),
    ],
)
def test_english(line: str, expected: str) -> None:
    assert status(line, "meeting", language="en") == expected


IS_HELD = """Dass/SCONJ/4/mark Li/PROPN/4/nsubj Hui/PROPN/4/obj trifft:treffen/VERB/6/csubj/Fin+Pres ,/PUNCT/4/punct
    gilt:gelten/VERB/0/root/Fin+Pres als/ADP/8/case {word}/ADJ/6/xcomp"""
LIES_AHEAD = "Das/DET/2/det Treffen/NOUN/3/nsubj {verb}/VERB/0/root/Fin+Pres"


@pytest.mark.parametrize(
    ("line", "predicate", "expected"),
    [
        pytest.param(IS_HELD.format(word="unwahrscheinlich"), "trifft", "affirmed possible", id="unlikely"),
        pytest.param(IS_HELD.format(word="ausgeschlossen"), "trifft", "negated asserted", id="out of the question"),
        pytest.param(IS_HELD.format(word="sicher"), "trifft", "affirmed asserted", id="certain"),
        pytest.param(IS_HELD.format(word="blau"), "trifft", "affirmed reported", id="unknown"),
        pytest.param(LIES_AHEAD.format(verb="steht:bevorstehen"), "Treffen", "affirmed planned", id="lies ahead"),
        pytest.param(LIES_AHEAD.format(verb="platzt:platzen"), "Treffen", "negated asserted", id="is off"),
        pytest.param(LIES_AHEAD.format(verb="dauert:dauern"), "Treffen", "affirmed asserted", id="lasts"),
        pytest.param(
            "Im:in/ADP/2/case Falle/NOUN/5/obl eines/DET/4/det Treffens:Treffen/NOUN/2/nmod lacht:lachen/VERB/0/root/Fin",
            "Treffens",
            "affirmed hypothetical",
            id="in case of",
        ),
        pytest.param(
            "Ohne/ADP/2/case Treffen/NOUN/3/obl lacht:lachen/VERB/0/root/Fin Li/PROPN/3/nsubj",
            "Treffen",
            "negated asserted",
            id="without",
        ),
    ],
)
def test_what_is_said_of_an_event(line: str, predicate: str, expected: str) -> None:
    assert status(line, predicate) == expected
