"""One HTML file with everything in it: the drawing, what it stands for, the words, the code."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from importlib.resources import files

import msgspec
from markupsafe import Markup

from kg.model import KnowledgeGraph
from kg.ontology import load_ontology
from kg.view.contents import contents
from kg.view.ego import ego, find
from kg.view.strings import strings

TEMPLATE = "graph.html"
STYLE = "graph.css"
LIBRARY = "vis-network.min.js"
CODE = (
    "dom.js", "words.js", "model.js", "state.js", "phrasing.js", "symbols.js", "theme.js", "selection.js", "scope.js",
    "styles.js", "tags.js", "names.js", "canvas.js", "statement.js", "entity.js", "panel.js", "search.js", "filters.js",
    "list.js", "graph.js",
)  # fmt: skip
UNSAFE_IN_SCRIPT = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def render(graph: KnowledgeGraph, *, labels: str = "en", entity: str | None = None, title: str = "") -> str:
    """The graph, or what surrounds one entity of it, as a page that loads nothing and runs nothing but its own code.

    `labels` is the language of the labels and of the page itself. `entity` is an id, a label or an alias. `title` is
    "" for the usual one. The same graph gives the same text. Raises EntityNotFound, and UsageError for a language
    that the page does not speak.
    """
    from kg.view.drawing import network  # noqa: PLC0415 (pyvis takes a third of a second to load)

    words = strings(labels)
    chosen = find(graph, entity) if entity is not None else None
    data = contents(ego(graph, chosen) if chosen else graph, load_ontology(), labels=labels)
    drawing = network(data)
    usual = f"{chosen.label(labels)} – {words['title']}" if chosen else words["title"]
    drawing.heading = (title or usual).encode("utf-8", "replace").decode()
    drawing.set_template_dir(str(files("kg.view") / "templates"), TEMPLATE)
    drawing.templateEnv.autoescape = True
    drawing.templateEnv.filters["script_json"] = _script_json
    drawing.templateEnv.globals |= {
        "labels": labels,
        "words": words,
        "contents": msgspec.to_builtins(data),
        "start": chosen.id if chosen else "",
        "style": Markup(_style()),  # noqa: S704 (our own files)
        "scripts": [Markup(text) for text in (_library(), _code())],  # noqa: S704
        "policy": _policy(),
    }
    return str(drawing.generate_html())


def _script_json(value: object) -> Markup:
    """JSON that is safe inside a script element, and in which no half of a character stands alone."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(UNSAFE_IN_SCRIPT.sub(lambda found: f"\\u{ord(found[0]):04x}", text))  # noqa: S704


@cache
def _policy() -> str:
    """The content security policy: our own code and style by their digests, and nothing else from anywhere."""
    scripts = " ".join(_digest(text) for text in (_library(), _code()))
    rules = ("default-src 'none'", f"script-src {scripts}", f"style-src {_digest(_style())}")
    return "; ".join((*rules, "base-uri 'none'", "form-action 'none'"))


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _style() -> str:
    return _static(STYLE)


@cache
def _library() -> str:
    """vis-network, without the address of its source map."""
    return re.sub(r"\n//# sourceMappingURL=.*\s*$", "\n", _static(LIBRARY))


@cache
def _code() -> str:
    """Our own code: one strict function, so that nothing but the hook of the tests is global."""
    parts = "\n".join(_static(name) for name in CODE)
    return f'(function () {{\n"use strict";\n{parts}\n}})();\n'


def _static(name: str) -> str:
    return (files("kg.view") / "static" / name).read_text(encoding="utf-8")
