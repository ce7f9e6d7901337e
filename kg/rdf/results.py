"""Answers to a query, without a library's types, and as a table, CSV, TSV and JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from kg.model.html import html_table
from kg.rdf.namespaces import BASE, XSD, Names


class Kind(StrEnum):
    """What a term is, in the words of the SPARQL results format."""

    IRI = "uri"
    LITERAL = "literal"
    BLANK = "bnode"


@dataclass(frozen=True, slots=True)
class Term:
    """An IRI, a literal, or a blank node. `language` and `datatype` are "" for an IRI and a plain string."""

    value: str
    kind: Kind = Kind.LITERAL
    language: str = ""
    datatype: str = ""


Row: TypeAlias = tuple[Term | None, ...]


class Form(StrEnum):
    """The four kinds of query."""

    SELECT = "SELECT"
    ASK = "ASK"
    CONSTRUCT = "CONSTRUCT"
    DESCRIBE = "DESCRIBE"


@dataclass(frozen=True, slots=True)
class Result:
    """The answer: rows of terms under `header`; None where a variable is unbound.

    CONSTRUCT and DESCRIBE give triples, a row each. ASK gives one row with a boolean. `complete` is False where rows
    were left off. `base` is where the graph's IRIs begin; `notes` are lines for the one who asked, such as of a name
    that is not in the graph.
    """

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    form: Form = Form.SELECT
    complete: bool = True
    base: str = BASE
    notes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """The answer of ASK; for the others whether there are rows."""
        return self.rows[0] == _TRUE if self.form is Form.ASK else bool(self.rows)

    def _repr_html_(self) -> str:
        """The answer as a notebook shows it: a table, IRIs shortened."""
        names = Names(self.base)
        told = "; ".join((*self.notes, *([] if self.complete else [f"only the first {len(self.rows)} rows"])))
        return html_table(self.header, ([cell(term, names) for term in row] for row in self.rows), caption=told)


_TRUE: Row = (Term("true", datatype=XSD + "boolean"),)
_FALSE: Row = (Term("false", datatype=XSD + "boolean"),)


def yes_or_no(value: bool) -> Result:
    """The result of an ASK."""
    return Result(("answer",), (_TRUE if value else _FALSE,), Form.ASK)


# ---------------------------------------------------------------------------------------------------- renderings


def to_json(result: Result) -> str:
    """SPARQL 1.1 Query Results JSON; triples as a result with subject, predicate and object."""
    if result.form is Form.ASK:
        return json.dumps({"head": {}, "boolean": bool(result)}) + "\n"
    rows = (
        {name: _json(term) for name, term in zip(result.header, row, strict=True) if term is not None}
        for row in result.rows
    )
    head = {"vars": list(result.header)}
    return json.dumps({"head": head, "results": {"bindings": list(rows)}}, ensure_ascii=False, indent=1) + "\n"


def _json(term: Term) -> dict[str, str]:
    found = {"type": term.kind.value, "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
    elif term.datatype:
        found["datatype"] = term.datatype
    return found


def to_csv(result: Result) -> str:
    """SPARQL 1.1 Query Results CSV: bare values, unbound ones empty, lines ending in CR LF."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(result.header)
    for row in result.rows:
        writer.writerow(["" if term is None else _bare(term) for term in row])
    return out.getvalue()


def to_tsv(result: Result) -> str:
    """SPARQL 1.1 Query Results TSV: terms as Turtle writes them, unbound ones empty."""
    lines = ["\t".join(f"?{name}" for name in result.header)]
    lines += ["\t".join("" if term is None else _written(term) for term in row) for row in result.rows]
    return "".join(f"{line}\n" for line in lines)


def _written(term: Term) -> str:
    """A term in N-Triples, which has no tab and no line break in it."""
    if term.kind is Kind.IRI:
        return f"<{term.value}>"
    if term.kind is Kind.BLANK:
        return f"_:{term.value}"
    text = f'"{term.value.translate(_ESCAPES)}"'
    if term.language:
        return f"{text}@{term.language}"
    return f"{text}^^<{term.datatype}>" if term.datatype else text


def to_json_lines(result: Result) -> str:
    """A JSON object a row, of the bare values by variable; unbound ones are null."""
    rows = ([None if term is None else _bare(term) for term in row] for row in result.rows)
    objects = (dict(zip(result.header, row, strict=True)) for row in rows)
    return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in objects)


def _bare(term: Term) -> str:
    return f"_:{term.value}" if term.kind is Kind.BLANK else term.value


def cell(term: Term | None, names: Names) -> str:
    """A term as a person reads it, on one line."""
    if term is None:
        return ""
    text = names.prefixed(term.value).strip("<>") if term.kind is Kind.IRI else _bare(term)
    return printable(text)


def printable(text: str) -> str:
    """The text on one line, with nothing in it that could steer a terminal or turn its words round."""
    return _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))


_ESCAPES = {ord("\\"): "\\\\", ord('"'): '\\"', ord("\n"): "\\n", ord("\r"): "\\r", ord("\t"): "\\t"}

# Control characters and those that change the direction of text.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
