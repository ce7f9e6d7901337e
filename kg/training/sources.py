"""What the model learns from, how much of it in an epoch, and what is held out to score it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from kg.training.corpus import Example, read_conllu, read_names, with_names
from kg.training.label import Labelled

# A model's treebank vector says whose conventions hold; at run time GSD speaks for German, EWT for English.
BANKS = ("GSD", "EWT", "PUD", "HDT", "GUM", "NL", "DA", "SV", "NB", "MobIE", "PT", "HR", "SK", "FR")
# Whose idea of a name: a state that acts is ORG to GermEval and LOC to Universal NER. At run time one is asked for.
SCHEMES = ("", "GermEval", "UNER", "MobIE", "news", "CoNLL")
LEMMA_BANKS = frozenset({"GSD", "PUD", "EWT"})
FEATURE_BANKS = frozenset(BANKS) - {"HDT"}
LABEL_BANKS = frozenset({"GSD", "PUD", "HDT", "EWT", "GUM"})
GERMAN_TREES, GERMAN_NAMES = "German GSD", "GermEval"
GSD_HELD_OUT = "German-GSD/de_gsd-ud-test-even"
NAMES_HELD_OUT_EVERY, NAMES_HELD_OUT_FIRST, NAMES_HELD_OUT = 7, 3, 300
WORDS = range(2, 111)


@dataclass(frozen=True, slots=True)
class Source:
    """A corpus. An epoch takes `share` times all of it, or `count` sentences at random."""

    name: str
    examples: Sequence[Example | Labelled]
    share: float = 0.0
    count: int = 0

    @property
    def per_epoch(self) -> int:
        return self.count or int(self.share * len(self.examples))

    @property
    def gold(self) -> list[Example]:
        """The examples that people annotated."""
        return [example for example in self.examples if isinstance(example, Example)]


def training_sources(data: Path) -> list[Source]:
    """All corpora to train on, below the folder `data` (its layout is that of the module's paths)."""
    germeval = [e for i, e in enumerate(_germeval(data)) if not _is_held_out(i)]
    named = {
        "DA": ("Danish-DDT/da_ddt", 250),
        "SV": ("Swedish-Talbanken/sv_talbanken", 250),
        "PT": ("Portuguese-Bosque/pt_bosque", 200),
        "HR": ("Croatian-SET/hr_set", 200),
        "SK": ("Slovak-SNK/sk_snk", 200),
    }
    sources = [
        Source("GSD", _parsed(data, "GSD", "German-GSD/de_gsd-ud-dev"), share=3),
        Source("PUD", _parsed(data, "PUD", "German-PUD/de_pud-ud-test"), share=1),
        Source("HDT", _parsed(data, "HDT", *(f"German-HDT-part/hdt_{x}.bugs" for x in ("dev", "test"))), share=0.6),
        Source("EWT", list(_ewt(data)), count=8000),
        Source("GUM", _parsed(data, "GUM", *_GUM, "English-PUD/en_pud-ud-test"), count=700),
        Source("NL", _parsed(data, "NL", *_DUTCH), count=400),
        *(Source(bank, _parsed_and_named(data, bank, stem), count=count) for bank, (stem, count) in named.items()),
        Source("NB", _parsed(data, "NB", *_NORWEGIAN), count=250),
        Source("FR", _parsed(data, "FR", *_FRENCH), count=150),
        Source("GSD words", list(_gsd_words(data)), count=1500),
        Source("GermEval", germeval, share=1),
        Source("GermEval test, half", list(_germeval_rows(data, "germeval2014_test_even")), share=1),
        Source("MobIE", list(_mobie(data)), count=500),
        Source("UNER English", _uner(data, "EWT", "en_ewt-ud-dev"), share=1),
        Source("WikiGold, CrossNER", list(_english_names(data)), share=0.7),
        *(Source(f"UNER {bank}", _named_train(data, bank, stem), count=150) for bank, (stem, _) in named.items()),
    ]
    return [replace(s, examples=[e for e in s.examples if len(e.words) in WORDS]) for s in sources]


def held_out_parses(data: Path) -> dict[str, list[Example]]:
    """Sentences to score parses on, never trained on."""
    return {
        GERMAN_TREES: _parsed(data, "GSD", GSD_HELD_OUT),
        "English EWT dev": _parsed(data, "EWT", "English-EWT/en_ewt-ud-dev"),
        "English EWT test": _parsed(data, "EWT", "English-EWT/en_ewt-ud-test"),
    }


def held_out_names(data: Path) -> dict[str, list[Example]]:
    """Sentences to score names on, never trained on."""
    return {
        GERMAN_NAMES: [example for i, example in enumerate(_germeval(data)) if _is_held_out(i)],
        "UNER English": _uner(data, "EWT", "en_ewt-ud-test"),
    }


_UNIMORPH = {
    "Case": {"NOM": "Nom", "ACC": "Acc", "DAT": "Dat", "GEN": "Gen"},
    "Gender": {"FEM": "Fem", "MASC": "Masc", "NEUT": "Neut"},
    "Number": {"SG": "Sing", "PL": "Plur"},
}
_CROSSNER = {
    **dict.fromkeys(("person", "politician"), "PER"),
    **dict.fromkeys(("organisation", "politicalparty"), "ORG"),
    **dict.fromkeys(("country", "location"), "LOC"),
}
_GUM = tuple(f"English-GUM_freegenres/gum_{genre}" for genre in ("news", "speech", "interview", "bio"))
_DUTCH = (
    "Dutch-LassySmall/nl_lassysmall-ud-test",
    "Dutch-LassySmall/nl_lassysmall-ud-dev",
    "Dutch-Alpino/nl_alpino-ud-dev",
    "Dutch-Alpino/nl_alpino-ud-test",
)
_FRENCH = tuple(f"French-GSD/fr_gsd-ud-{part}" for part in ("dev", "test"))
_NORWEGIAN = tuple(f"Norwegian-Bokmaal/no_bokmaal-ud-{part}" for part in ("dev", "test"))


def _parsed(data: Path, bank: str, *stems: str) -> list[Example]:
    join = bank in ("GSD", "PUD")
    paths = (data / "ud" / f"{stem}.conllu.gz" for stem in stems)
    return list(chain.from_iterable(read_conllu(path, bank, join_hyphens=join) for path in paths))


def _parsed_and_named(data: Path, bank: str, stem: str) -> list[Example]:
    def part(name: str) -> Iterator[Example]:
        parsed = read_conllu(data / "ud" / f"{stem}-ud-{name}.conllu.gz", bank)
        return with_names(parsed, iter(_uner(data, bank, f"{stem.rpartition('/')[2]}-ud-{name}")))

    return [*part("dev"), *part("test")]


def _gsd_words(data: Path) -> Iterator[Example]:
    """GSD training sentences with tags and lemmas, nouns with features, but no trees: two files put together."""
    lemmas: dict[tuple[str, ...], list[str]] = {}
    features: dict[tuple[str, ...], list[str]] = {}
    path = data / "pos" / "sigmorphon2018.de-track1-high.gz"
    for target, column in ((lemmas, 1), (features, 2)):
        target.update((tuple(e.words), e.names) for e in read_names(path, "GSD", columns=(0, column)))
    for example in read_conllu(data / "pos" / "de_gsd-train.upos.conllu.gz", "GSD"):
        words = tuple(example.words)
        if words in lemmas and not example.unmerged:
            tagged = zip(example.upos, features[words], strict=True)
            feats = [unimorph_features(f) if upos == "NOUN" else {} for upos, f in tagged]
            yield replace(example, lemmas=lemmas[words], feats=feats)


def unimorph_features(features: str) -> dict[str, str]:
    """Case, gender and number in UniMorph's terms as those of UD, where there is just one value."""
    given = set(features.split(";"))
    found = {}
    for name, values in _UNIMORPH.items():
        own = [value for key, value in values.items() if key in given]
        if len(own) == 1:
            found[name] = own[0]
    return found


def _is_held_out(i: int) -> bool:
    every = NAMES_HELD_OUT_EVERY
    return i < every * NAMES_HELD_OUT and i % every == NAMES_HELD_OUT_FIRST


def _ewt(data: Path) -> Iterator[Example]:
    """The trees of English-EWT's training part with the names of Universal NER."""
    parsed = read_conllu(data / "ud" / "English-EWT" / "en_ewt-ud-train.conllu.gz", "EWT")
    path = data / "ner" / "ner_en_uner_ewt_train" / "en_ewt-ud-train.iob2.gz"
    return with_names(parsed, read_names(path, "EWT", columns=(1, 2), relabel=uner_label, scheme="UNER"))


def _germeval(data: Path) -> Iterator[Example]:
    return _germeval_rows(data, "germeval2014_dev")


def _germeval_rows(data: Path, stem: str) -> Iterator[Example]:
    path = data / "ner" / f"{stem}.tsv"
    return read_names(path, "GSD", columns=(1, 2), relabel=germeval_label, has_misc=True, scheme="GermEval")


def _mobie(data: Path) -> Iterator[Example]:
    for part in ("train", "dev"):
        path = data / "ner" / f"mobie_{part}.conll2003"
        for example in read_names(path, "MobIE", columns=(0, 3), relabel=mobie_label, scheme="MobIE"):
            if len(example.words) > 3 and any(name[0] == "B" for name in example.names):
                yield example


def _uner(data: Path, bank: str, stem: str) -> list[Example]:
    path = data / "ner" / "uner" / f"{stem}.iob2.gz"
    return list(read_names(path, bank, columns=(1, 2), relabel=uner_label, scheme="UNER"))


def _english_names(data: Path) -> Iterator[Example]:
    """WikiGold, and CrossNER's sentences on politics: names of Wikipedia by the scheme of CoNLL 2003."""
    folder = data / "ner" / "ner_en_small"
    read = partial(read_names, bank="EWT", columns=(0, 1), has_misc=True, scheme="CoNLL")
    yield from read(folder / "wikigold.conll.txt.gz")
    for part in ("train", "dev", "test"):
        yield from read(folder / f"crossner_politics_{part}.txt.gz", relabel=crossner_label)


def _named_train(data: Path, bank: str, stem: str) -> list[Example]:
    return _with_some_name(_uner(data, bank, f"{stem.rpartition('/')[2]}-ud-train"))


def _with_some_name(examples: Iterable[Example]) -> list[Example]:
    return [example for example in examples if set(example.names) != {"O"}]


def germeval_label(label: str) -> str:
    """GermEval's outer label as ours: derivations and parts are no names, OTH is MISC."""
    return "O" if label.endswith(("deriv", "part")) else label.replace("OTH", "MISC")


def mobie_label(label: str) -> str:
    """MobIE's label as ours; what is no person, organization or place is O, routes and posts are unknown."""
    mark, _, kind = label.partition("-")
    if kind.startswith(("location-route", "org-position")):
        return "?"
    ours: Callable[[str], str | None] = {"person": "PER", "organization": "ORG", "location": "LOC"}.get
    found = ours(kind.partition("-")[0])
    return f"{mark}-{found}" if found else "O"


def crossner_label(label: str) -> str:
    """A label of CrossNER as CoNLL 2003 has it."""
    mark, _, kind = label.partition("-")
    return f"{mark}-{_CROSSNER.get(kind, 'MISC')}" if kind else "O"


def uner_label(label: str) -> str:
    """Universal NER's label as ours."""
    return label if label[2:] in ("PER", "ORG", "LOC") else "O"
