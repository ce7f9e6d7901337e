"""What stands beside a clause and is no argument of it, wherever a parser hung it: a label before a colon, somebody
addressed, a name behind a date or a claim; and whose a name before a noun says that it is.

"Police: X killed Y" does not tell what the police did, nor "Mr X, did Y call?" what Mr X did: the label becomes
``dislocated``, the one addressed ``vocative``, below the predicate of what is said. And no name explains a day: in
"traf am Montag X" X belongs to the verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from babel import Locale

from kg.lang import has, load
from kg.lang.schema import Factuality, Names, Times
from kg.model import Sentence, Token

LABEL = "dislocated"
ADDRESSED = "vocative"
_COLONS = (":", "):")
_VERBAL = ("VERB", "AUX")
_NOMINAL = ("NOUN", "PROPN")
_SUBJECT = "nsubj"
_SUBJECTS = (_SUBJECT, "csubj", "expl")
_QUOTES = '„“”»«"'
_ASIDE = (",", ")", "-", "–")
_LOOSE = (_SUBJECT, "obj", "flat", "compound", "dep", "parataxis")  # what parsers make of somebody addressed
_LONG = 6  # words; a name with its titles has fewer
_BELOW_NAMES = ("appos", "nmod", "flat")


def set_apart(sentence: Sentence, *, language: str) -> Sentence:
    """The sentence with its label, whom it addresses, and what stands behind a date or claim, where they belong; it has
    one root still."""
    for step in (_labelled, _unclosed, _addressing):
        sentence = step(sentence)
    return _owning(_moved(sentence, language), language)


# -- labels -----------------------------------------------------------------------------------------------------------


def _colon(sentence: Sentence) -> int:
    """Place of the first colon with a blank behind it; -1 for none, or within brackets or quotation marks."""
    tokens = sentence.tokens
    found = next((t.i for t in tokens[1:-1] if t.text in _COLONS and t.end < tokens[t.i + 1].start), -1)
    before = "".join(t.text for t in tokens[: found + 1])
    opened = sum(map(before.count, "([")) > sum(map(before.count, ")]")) or sum(map(before.count, _QUOTES)) % 2
    return -1 if opened else found


def _labelled(sentence: Sentence) -> Sentence:
    colon = _colon(sentence)
    label = _nominal(sentence, range(colon)) if colon > 0 else None
    root = _said(sentence, colon) if label else -1
    return sentence if label is None or root < 0 else _cut(sentence, colon, label, root)


def _nominal(sentence: Sentence, words: range) -> Token | None:
    """The head of a noun phrase, None where the words have a verb or stand behind a preposition."""
    tokens, head = [sentence.tokens[i] for i in words], _head(sentence, words)
    clausal = any(t.upos in _VERBAL or t.upos == "SCONJ" for t in tokens)
    if head is None or clausal or tokens[0].upos == "ADP":
        return None
    return None if any(t.upos == "ADP" and t.i < head.i for t in sentence.dependents(head.i)) else head


def _head(sentence: Sentence, words: range) -> Token | None:
    """The first noun or name that hangs on no word of the phrase."""
    outer = (sentence.tokens[i] for i in words if sentence.tokens[i].head not in words)
    return next((t for t in outer if t.upos in _NOMINAL), None)


def _said(sentence: Sentence, colon: int) -> int:
    """The predicate of a whole clause behind the colon, -1 where there is none: behind a list or an explanation."""
    behind = sentence.tokens[colon + 1 :]
    tops = [t for t in behind if t.head <= colon and _finite(sentence, t) and not _relative(sentence, t.i)]
    if not tops:
        return -1
    top = min(tops, key=lambda t: (t.head >= 0, t.i))
    first = min(t.i for t in (top, *sentence.dependents(top.i, "aux", "cop")) if t.has("VerbForm", "Fin"))
    subjects = any(t.i > colon for t in sentence.dependents(top.i, *_SUBJECTS))
    before = any(t.upos in (*_NOMINAL, "PRON") for t in sentence.tokens[colon + 1 : first])
    aside = sentence.tokens[first - 1].text in _ASIDE  # "die Arbeitswelt, sprich: X und Y, nehmen …"
    return top.i if subjects or (before and not aside) else -1


def _relative(sentence: Sentence, predicate: int) -> bool:
    asks = sentence.tokens[-1].text.startswith("?")  # pronouns of questions look the same
    below = sentence.dependents(predicate)
    return any((t.has("PronType", "Rel") and not asks) or t.upos == "SCONJ" for t in below)


def _finite(sentence: Sentence, token: Token) -> bool:
    return any(
        t.has("VerbForm", "Fin") for t in (token, *sentence.dependents(token.i, "aux", "cop")) if t.upos in _VERBAL
    )


def _cut(sentence: Sentence, colon: int, head: Token, root: int) -> Sentence:
    """The tree with `root` on top, and below it the label and what had hung on that from behind the colon."""
    subject = any(t.i > colon for t in sentence.dependents(root, *_SUBJECTS))
    made = list[Token]()
    for t in sentence.tokens:
        if t.i == root:
            made.append(replace(t, head=-1, deprel="root"))
        elif t.i == head.i:
            made.append(replace(t, head=root, deprel=LABEL))
        elif t.i <= colon and not 0 <= t.head < colon:
            made.append(replace(t, head=head.i))
        elif t.i > colon and t.head <= colon:
            nominal = t.upos in _NOMINAL and not sentence.dependents(t.i, "case")
            first = nominal and not subject and t.i < root
            subject = subject or first
            made.append(replace(t, head=root, deprel=_SUBJECT if first else _beside(t)))
        else:
            made.append(t)
    return sentence.hung(tuple(made))


def _beside(token: Token) -> str:
    """What a word is below a verb that hung on a noun or nothing."""
    return {"root": "parataxis", "nmod": "obl", "acl": "advcl", "appos": "parataxis"}.get(token.relation, token.deprel)


# -- somebody addressed -----------------------------------------------------------------------------------------------


def _addressing(sentence: Sentence) -> Sentence:
    """With a name and its title addressed: before a comma with verb, question word or the subject right behind it, or
    behind the last comma of a question, beside a subject."""
    for words in _edges(sentence):
        head = _addressed(sentence, words)
        if head is not None:
            sentence = _relabelled(sentence, {head.i: ADDRESSED}, head.head)
    return sentence


def _relabelled(sentence: Sentence, labels: Mapping[int, str], head: int) -> Sentence:
    made = (replace(t, deprel=labels[t.i], head=head) if t.i in labels else t for t in sentence.tokens)
    return sentence.hung(tuple(made))


def _unclosed(sentence: Sentence) -> Sentence:
    """With the subject that was taken for an apposition of a person addressed: a body or place behind a comma, and no
    second comma between it and the verb ("Frau Li, Siemens hat …")."""
    for t in sentence.tokens:
        person = sentence.tokens[t.head] if t.head >= 0 else t
        if t.relation != "appos" or t.entity not in ("ORG", "LOC") or person.relation != _SUBJECT:
            continue
        words = sentence.subtree(t.i)
        before = sentence.tokens[sentence.label.stop : words[0]]
        called = all(b.upos in _NOMINAL for b in before) and any(b.entity == "PER" for b in before)
        behind = sentence.tokens[words[-1] + 1 : words[-1] + 2]
        closed = sentence.tokens[words[-1]].upos == "PUNCT" or not any(b.has("VerbForm", "Fin") for b in behind)
        if called and sentence.tokens[words[0]].text == "," and not closed:
            return _relabelled(sentence, {t.i: _SUBJECT}, person.head)
    return sentence


def _edges(sentence: Sentence) -> Iterator[range]:
    """The words before the first comma, and those of a question behind its last one."""
    start, last = sentence.label.stop, len(sentence.tokens) - 1
    commas = [t.i for t in sentence.tokens[start:last] if t.text == ","]
    if commas:
        yield range(start, commas[0])
        if sentence.tokens[last].text.startswith("?"):
            yield range(commas[-1] + 1, last)


def _addressed(sentence: Sentence, words: range) -> Token | None:
    """The head of a bare name, with or without a title, that is no argument of the verb it hangs on."""
    tokens, head = [sentence.tokens[i] for i in words], _head(sentence, words)
    bare = len(tokens) < _LONG and all(t.upos in (*_NOMINAL, "ADJ") for t in tokens)
    if not bare or head is None or head.head < 0 or not any(t.upos == "PROPN" for t in tokens):
        return None
    subjects = [t.i for t in sentence.dependents(head.head, _SUBJECT) if t.i != head.i]
    if words.start > sentence.label.stop:
        beside = bool(subjects)
    else:
        after, question = sentence.tokens[words.stop + 1], sentence.tokens[-1].text.startswith("?")
        asks = question and (after.has("PronType", "Int") or (bool(subjects) and after.has("VerbForm", "Fin")))
        beside = asks or any(sentence.subtree(i)[0] in (words.stop, after.i) for i in subjects)
    return head if beside and head.relation in _LOOSE else None


# -- names behind a day or a claim -------------------------------------------------------------------------------------


def _moved(sentence: Sentence, language: str) -> Sentence:
    """A name that hangs on a day, month or year before it, or a person's on a claim ("laut Anklage X"), hangs on the
    verb instead, as its object."""
    made = list(sentence.tokens)
    for t in sentence.tokens:
        above = sentence.tokens[t.head] if t.head >= 0 else t
        verb = sentence.tokens[above.head] if above.head >= 0 else above
        loose = t.relation in _BELOW_NAMES and t.upos == "PROPN" and t.i > above.i and bool(t.entity)
        if not loose or verb.upos not in _VERBAL or above.relation != "obl":
            continue
        year = any(d.text.isdigit() and d.i < t.i for d in sentence.dependents(above.i)) and t.relation == "appos"
        day = above.text.lower() in _calendar(language) and t.text.lower() not in _calendar(language)
        dated = day or year
        claimed = above.lemma in _claims(language) and t.entity == "PER" and t.relation == "appos"
        later = any(o.i > t.i for o in sentence.dependents(verb.i, "obj"))
        if (dated or claimed) and not later and not sentence.dependents(t.i, "case"):
            oblique = any(d.feat("Case") in ("Gen", "Dat") for d in sentence.dependents(t.i, "det"))
            made[t.i] = replace(t, head=verb.i, deprel="obl:arg" if oblique else "obj")
    return sentence.hung(tuple(made)) if made != list(sentence.tokens) else sentence


def _owning(sentence: Sentence, language: str) -> Sentence:
    """A name in the genitive right before a bare noun is whose that is, where both were taken for subjects of one verb,
    or the noun for a part of the name ("Lis Reise ist die erste")."""
    endings = load(Names, language).genitives if has(Names, language) else ()
    made = list(sentence.tokens)
    for noun in sentence.tokens[1:]:
        last = sentence.tokens[noun.i - 1]
        name = sentence.tokens[last.head] if last.relation == "flat" and last.head >= 0 else last
        genitive = bool(last.entity) and last.upos == "PROPN" and last.text.endswith(endings)
        bare = not any(sentence.dependents(t.i, "det", "case", "amod") for t in (noun, name))
        if noun.upos != "NOUN" or noun.entity or not (endings and genitive and bare):
            continue
        if noun.head == name.head and noun.relation == name.relation == _SUBJECT:
            made[name.i] = replace(name, head=noun.i, deprel="nmod")
        elif noun.head == name.i and noun.relation == "flat":
            made[noun.i] = replace(noun, head=name.head, deprel=name.deprel)
            for t in sentence.dependents(name.i):
                if t.i > noun.i:
                    made[t.i] = replace(t, head=noun.i)
            made[name.i] = replace(name, head=noun.i, deprel="nmod")
    return sentence.hung(tuple(made)) if made != list(sentence.tokens) else sentence


@cache
def _calendar(language: str) -> frozenset[str]:
    """The names of days and months, in lower case."""
    locales = [Locale.parse(name) for name in load(Times, language).locales] if has(Times, language) else []
    found = (names["format"]["wide"] for locale in locales for names in (locale.days, locale.months))
    return frozenset(str(name).lower() for names in found for name in names.values())


@cache
def _claims(language: str) -> frozenset[str]:
    """The nouns for what is said, which no name of a person explains."""
    if not has(Factuality, language):
        return frozenset()
    words = load(Factuality, language)
    return frozenset((*words.source_nouns, *words.governor_nouns.reported))
