"""Short sentences around a phrase under test, as flat trees: the phrase, then a verb in the tense wanted."""

from __future__ import annotations

from kg.model import Sentence
from tests.trees import tree

VERBS = {
    "past": ["kam kommen VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin"],
    "perfect": ["ist sein AUX +1 aux Mood=Ind|Tense=Pres|VerbForm=Fin", "gekommen kommen VERB 0 root VerbForm=Part"],
    "present": ["kommt kommen VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin"],
    "future": ["wird werden AUX +1 aux Mood=Ind|Tense=Pres|VerbForm=Fin", "kommen kommen VERB 0 root VerbForm=Inf"],
    "modal": ["sollte sollen AUX +1 aux Mood=Ind|Tense=Past|VerbForm=Fin", "kommen kommen VERB 0 root VerbForm=Inf"],
}
FUNCTION_WORDS = {
    "DET": {"der", "die", "das", "den", "dem", "des", "dieses", "diesem", "dieser", "jeden", "jedes"},
    "ADP": {
        "am", "an", "ab", "auf", "bis", "für", "gegen", "im", "in", "nach", "pro", "seit", "um", "unter", "vom", "von",
        "vor", "während", "zum", "zur", "zwischen", "über", "binnen",
    },
    "CCONJ": {"und", "oder"},
    "PUNCT": {",", ".", "(", ")", "–", "-", "/"},
}  # fmt: skip


def upos(word: str) -> str:
    """A rough word class, enough for rules that look at little more."""
    for name, words in FUNCTION_WORDS.items():
        if word.lower() in words:
            return name
    if word[:1].isdigit():
        return "ADJ" if word.endswith(".") else "NUM"
    return "NOUN" if word[:1].isupper() else "ADV"


def said(phrase: str, *, tense: str = "past", noun: bool = False) -> Sentence:
    """ "Er" + phrase + verb, the phrase's first noun or number below the verb and all its other words below that; with
    `noun` the phrase belongs to a noun of the clause instead."""
    before = ["Er er PRON {verb} nsubj", *(["Treffen Treffen NOUN {verb} obj"] if noun else [])]
    words = phrase.split()
    classes = [upos(word) for word in words]
    first = next((i for i, c in enumerate(classes) if c in {"NOUN", "NUM"}), 0)
    head = len(before) + first + 1
    verb = len(before) + len(words) + len(VERBS[tense])
    top = (len(before), "nmod") if noun else (verb, "obl")
    lines = [
        f"{word} {word} {kind} {top[0] if i == first else head} {top[1] if i == first else _label(kind)}"
        for i, (word, kind) in enumerate(zip(words, classes, strict=True))
    ]
    verbs = [line.replace("+1", str(verb)) for line in VERBS[tense]]
    return tree("\n".join([*(line.format(verb=verb) for line in before), *lines, *verbs]))


def _label(kind: str) -> str:
    return {"ADP": "case", "DET": "det", "CCONJ": "cc", "PUNCT": "punct", "ADV": "advmod"}.get(kind, "nmod")


def text(sentence: Sentence) -> str:
    """The text that the sentence's offsets point into."""
    return " ".join(token.text for token in sentence.tokens)


ENGLISH_VERBS = {
    "past": ["came come VERB 0 root Mood=Ind|Tense=Past|VerbForm=Fin"],
    "present": ["comes come VERB 0 root Mood=Ind|Tense=Pres|VerbForm=Fin"],
    "future": ["will will AUX +1 aux VerbForm=Fin", "come come VERB 0 root VerbForm=Inf"],
}
ENGLISH_ADPOSITIONS = {
    "on", "in", "at", "for", "from", "to", "by", "since", "until", "between", "over", "of", "during", "about", "after",
}  # fmt: skip


def said_in_english(phrase: str, *, tense: str = "past") -> Sentence:
    """ "He" + verb + phrase, the phrase's first content word below the verb and all its other words below that."""
    verbs = [line.replace("+1", str(1 + len(ENGLISH_VERBS[tense]))) for line in ENGLISH_VERBS[tense]]
    verb = 1 + len(verbs)
    words = phrase.split()
    classes = [_english_class(word) for word in words]
    first = next((i for i, c in enumerate(classes) if c in {"NOUN", "PROPN", "NUM"}), 0)
    head = verb + first + 1
    lines = [
        f"{word} {word} {kind} {verb if i == first else head} {'obl' if i == first else _label(kind)}"
        for i, (word, kind) in enumerate(zip(words, classes, strict=True))
    ]
    return tree("\n".join([f"He he PRON {verb} nsubj", *verbs, *lines]))


def _english_class(word: str) -> str:
    if word.lower() in ENGLISH_ADPOSITIONS:
        return "ADP"
    if word in {"the", "a", "this", "every"}:
        return "DET"
    if word in {",", "-", "–"}:
        return "PUNCT"
    if word == "and":
        return "CCONJ"
    return "NUM" if word[:1].isdigit() else "PROPN" if word[:1].isupper() else "NOUN"
